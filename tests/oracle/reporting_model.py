"""What a collection is told of an activity, by docs/rooms/reporting.md alone: a record with its fields and findings, or
why there is none. Knows nothing of the library."""
import datetime

FINAL = {"20", "30", "40", "41", "51", "52", "60", "61", "81", "82"}
STATES = {"25": "20", "53": "51", "65": "61"}  # codes of states, and the national ones that they stand for
OWN = {"vic": {"25", "53"}, "qld": {"65"}}
OWN_OPEN = {"vic": {"50"}}  # what goes on, in a state's own words
RECOGNITION = {"51", "52", "60", "53"}
LEFT = {"Withdrawn", "Cancelled (no penalty)", "Cancelled (penalty)", "Partial Attendance"}
NSW = "nsw-smart-and-skilled"
MODES = {"8.0": ("NNN", "YNN", "NYN"), "7.0": ("90", "10", "20")}
PLACES = {"registered", "in_progress", "on_hold"}


class Collection:
    def __init__(self, year, submitted, target="national", release="8.0", tnc=False):
        self.year, self.submitted, self.target, self.release, self.tnc = year, submitted, target, release, tnc
        self.first, self.last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        self.seen = min(submitted, self.last)
        self.national, self.nsw = target == "national", target == NSW
        self.has_85 = release == "8.0"


def five_years_after(day):
    try:
        return day.replace(year=day.year + 5)
    except ValueError:
        return datetime.date(day.year + 5, 2, 28)


def commenced(case, day):
    """Before the day, or on it with evidence by then; without a recorded start since the participant began."""
    start = case.start or case.started or case.evidence
    if start is None or start > day:
        return False
    return start < day or (case.evidence is not None and case.evidence <= day)


def planned(case, collection):
    """New South Wales: enrolled by the year's end and not over before the year."""
    late = case.enrolled is not None and case.enrolled > collection.last
    return "report.outside-period" if late or case.end < collection.first else None


def outcome_of(case, collection):
    """The code of the record and None, or why there is none."""
    stored = case.outcome
    if stored in FINAL or stored in STATES:
        if case.start is None or case.end is None:
            return None, "report.dates-missing"
        if not collection.first <= case.end <= collection.last:
            return None, "report.outside-period"
        if case.state is None and stored not in RECOGNITION:
            return None, "report.no-course"
        if collection.target == "qld" and stored in ("61", "65"):
            return "65", None
        own = collection.release == "8.0" and stored in OWN.get(collection.target, ())
        return (stored if own else STATES.get(stored, stored)), None
    if case.state is None:
        return None, "report.no-course"
    if stored in ("00", "85", "66"):
        if not collection.nsw and case.state not in PLACES:
            return None, "report.withdrawn-before-start"
        if not collection.has_85:
            return None, "report.not-in-release"
        if case.start is None or case.end is None:
            return None, "report.dates-missing"
        if collection.nsw:
            return "85", planned(case, collection)
        if case.start > collection.last:
            return "85", "report.deferral-not-ahead"
        if stored == "85":  # somebody said so: it is told, with a finding where it is late
            return "85", "report.outside-period" if case.end < collection.first else None
        return "85", None if collection.submitted < case.start else "report.deferral-not-ahead"
    if case.state not in PLACES:
        return None, "report.no-place"
    if commenced(case, collection.seen):
        own = collection.release == "8.0" and stored in OWN_OPEN.get(collection.target, ())
        return (stored if own else "70"), None if case.start and case.end else "report.dates-missing"
    if collection.nsw and collection.has_85 and case.start and case.end:
        return "85", planned(case, collection)
    return None, "report.not-commenced"


def scope(case, collection):
    if case.is_test:
        return "report.test-record"
    if case.left_out or (case.program and case.program_left_out):
        return "report.left-out"
    if not collection.national and (not case.program or case.target != collection.target):
        return "report.other-target"
    return None


def superseded(case, collection, outcome):
    """New South Wales does not want the row of a superseded program; what was reported stays."""
    if not collection.nsw or case.status != "Transitioned" or case.said(collection):
        return False
    if outcome == "85":
        return True
    if outcome not in ("40", "41", "61", "70") or case.status_on is None:
        return False
    return case.start.year >= case.status_on.year


def state_code(case, collection, outcome):
    if not collection.nsw:
        return ""
    if case.status in LEFT and (outcome in ("40", "85") or collection.tnc):
        return "TNC"
    return "D" if case.status == "Deferred" and outcome in ("70", "85") else ""


def commitment(case, collection):
    found = ""
    for identifier, begun, cancelled in case.commitments if collection.nsw else []:
        in_force = begun <= collection.submitted and (cancelled is None or cancelled > collection.submitted)
        if in_force and identifier[0] in "QCS":
            found = identifier
    return found


def commencing(case, collection):
    if not case.program:
        return "8"
    first = min((day for day in (case.commenced, case.commenced_before) if day), default=None)
    return "" if first is None else "4" if first < collection.first else "3"


def findings(case, collection, row):
    start, end, outcome = case.start, case.end, row["outcome"]
    final = outcome in FINAL or outcome in STATES
    if end < start:
        yield "report.end-before-start", "3216", "error"
    if start > (collection.seen if outcome != "85" else collection.last if collection.national else start):
        yield "report.start-after-period", "3211", "error"
    if start < datetime.date(collection.year - 5, 1, 1):
        yield "report.start-too-early", "", "error"
    if end > five_years_after(start):
        yield "report.too-long", "", "error"
    if final and end > collection.submitted:
        yield "report.end-in-future", "", "error"
    if outcome == "70" and end <= collection.seen:
        yield "report.open-ended-early", "3252", "error"
    if outcome == "85" and start < collection.submitted:
        yield "report.late-start", "", "error" if collection.target in (NSW, "vic") else "warning"
    said = case.said(collection)
    if said:
        if said.start != start:
            yield "report.start-changed", "", "error"
        if (said.outcome in FINAL or said.outcome in STATES) and (said.outcome != outcome or said.end != end):
            yield "report.amended", "", "warning"
    own = outcome in OWN.get(collection.target, ()) and collection.release == "8.0"
    if (outcome == "41" and collection.release == "7.0") or (outcome in STATES and not own):
        yield "report.outcome-not-in-release", "", "error"
    if row["commencing"] == "":
        yield "report.commencement-missing", "", "error"
    if row["state"] == "TNC" and outcome not in ("40", "85"):
        yield "report.not-completed-rejected", "", "error"


def projected(case, collection):
    """(record or None, why not or None, findings as (code, avs, severity))."""
    why = scope(case, collection)
    outcome = None
    if why is None:
        outcome, why = outcome_of(case, collection)
    if why is None and superseded(case, collection, outcome):
        why = "report.transitioned"
    if why is not None:
        said = case.said(collection)
        vanishes = said is not None and case.said_this_year(collection)
        return None, why, [("report.vanishes", "", "error")] if vanishes else []
    recognition = outcome in RECOGNITION
    row = {"start": case.start, "end": case.end, "outcome": outcome, "program": case.program,
           "mode": MODES[collection.release][0 if recognition else 1 if case.has_dates else 2],
           "commencing": commencing(case, collection), "state": state_code(case, collection, outcome)}
    if not collection.national:
        row["contract"] = commitment(case, collection)
        row["attended"] = "%04d" % case.attended if outcome in ("40", "41") and case.attended is not None else ""
        row["associated"] = case.program_before
        if collection.release == "8.0":
            row["predominant"] = "N" if recognition else "I" if case.has_dates else "E"
    return row, None, list(findings(case, collection, row))
