"""What grades do under grade rules, from docs/rooms/results.md: edges of bands, guards, which grade counts."""
import datetime as dt
from fractions import Fraction

COMPLETIONS = ("passed", "completed", "failed", "incomplete")
START = dt.date(2026, 2, 16)
GUARD_FINAL = set("20 40 41 51 52 60 81 01 06 09 10 @@ 61 12 25 53 54 65".split())
VENDOR_FINAL = GUARD_FINAL - {"41", "52", "81", "25", "53", "54", "65"}
GUARD_FAILED = set("30 82 02 03 14 35".split())
FINAL = set("20 30 40 41 51 52 60 61 81 82".split())
SUCCESS = {"20", "51", "60", "81"}
FAILED = {"30", "52", "82"}


def places(text):
    return len(text.partition(".")[2])


def ranges_of(rule, whom):
    """(from, below, position) of the bands for one kind of completion; an overlap is None."""
    bands = sorted((Fraction(band["from"]), Fraction(band["to"]), position, band)
                   for position, band in enumerate(rule["bands"])
                   if band.get("completion", "any") == whom and "from" in band)
    found = []
    for i, (low, high, position, band) in enumerate(bands):
        below, closed = high, True
        if i + 1 < len(bands):
            following = bands[i + 1]
            distance = following[0] - high
            unit = Fraction(1, 10 ** max(places(band["to"]), places(following[3]["from"])))
            if distance < 0 or following[0] == low:
                return None
            if distance <= unit:
                below, closed = following[0], False
        found.append((low, below, closed, position))
    return found


def key_of(rule, text):
    text = text.strip(" \t\r\n")
    return text.lower() if rule.get("fold_case") else text


def wrong_with(rule):
    """The code with which the rule is refused; None when it is saved."""
    for band in rule["bands"]:
        if "from" in band and Fraction(band["from"]) > Fraction(band["to"]):
            return "grade-rule.band"
    for whom in ("any", *COMPLETIONS):
        own = [band for band in rule["bands"] if band.get("completion", "any") == whom]
        if sum(bool(band.get("without_grade")) for band in own) > 1:
            return "grade-rule.overlap"
        texts = [key_of(rule, band["text"]) for band in own if "text" in band]
        if len(texts) != len(set(texts)) or ranges_of(rule, whom) is None:
            return "grade-rule.overlap"
    return None


def band_for(rule, completion, number, text):
    """The band that holds for a grade; None when there is none."""
    whoms = (completion,) if completion == "incomplete" else (completion, "any")
    for whom in whoms:
        for position, band in enumerate(rule["bands"]):
            if band.get("completion", "any") != whom:
                continue
            if number is None and not text:
                if band.get("without_grade"):
                    return band
            elif rule["type"] == "value":
                if "text" in band and key_of(rule, band["text"]) == key_of(rule, text or shortest(number)):
                    return band
        if rule["type"] == "range" and (number is not None or text):
            grade = number if number is not None else as_number(text)
            if grade is None:
                return None
            for low, below, closed, position in ranges_of(rule, whom):
                if low <= grade < below or (closed and grade == below):
                    return rule["bands"][position]
    return None


def as_number(text):
    try:
        return Fraction(text.strip(" \t\r\n"))
    except ValueError:
        return None


def shortest(number):
    text = "%.6f" % float(number)
    return text.rstrip("0").rstrip(".")


class Unit:
    """A unit enrolment as far as grades know it."""

    def __init__(self):
        self.state, self.status, self.outcome, self.source = "registered", "pending", None, "none"
        self.pinned, self.final, self.result, self.end, self.days = False, None, None, None, []

    def copy(self):
        other = Unit()
        other.__dict__.update(self.__dict__)
        other.days = list(self.days)
        return other


MOVES = {"registered": {"passed", "failed"}, "in_progress": {"passed", "failed"}, "failed": {"passed"}, "passed": set()}


def guard(rule, before, unit):
    if unit.pinned or (unit.source == "manual" and unit.outcome in FINAL):
        return "result.kept-manual"
    if rule.get("guard") == "status":
        return "result.not-current" if rule.get("only_current") and before.status != "current" else None
    if unit.outcome in (VENDOR_FINAL if rule.get("guard_set") == "wisenet" else GUARD_FINAL):
        return "result.kept-final"
    if unit.outcome in GUARD_FAILED and rule.get("allow_failed") is False:
        return "result.kept-final"
    return None


def writes(band):
    return any(member in band for member in ("result", "status", "outcome", "grade_point", "end"))


def receive(rule, unit, grade):
    """(verdict, code, unit afterwards) of a grade."""
    before, unit = unit.copy(), unit.copy()
    number, text = grade["number"], grade["text"]
    band = band_for(rule, grade["completion"], number, text)
    silent = grade["completion"] == "incomplete" if band is None else not writes(band) and not band.get("review")
    kept = None if silent else guard(rule, before, unit)
    if kept:
        return "accepted", kept, unit
    if unit.state == "registered":  # what the guard stops begins nothing
        unit.state, unit.status = "in_progress", "current"
    if silent:
        return "accepted", None, unit
    if band is None:
        return "held", "result.no-band", unit
    if band.get("review"):
        return "held", "result.contradicts-itself", unit
    return carry_out(rule, band, unit, grade)


def carry_out(rule, band, unit, grade):
    outcome, was = band.get("outcome"), unit.outcome in SUCCESS
    if was and outcome and outcome not in SUCCESS:
        return "held", "result.takes-back", unit
    to = unit.state
    if outcome in SUCCESS or (outcome not in FAILED and band.get("status") == "completed"):
        to = "passed"
    elif outcome in FAILED or band.get("status") == "did_not_complete":
        to = "failed"
    goes_on = band.get("status") == "current" or (outcome and outcome not in FINAL)
    if unit.state in ("passed", "failed") and to == unit.state and goes_on:
        return "held", "transition.illegal", unit  # a grade opens nothing that is over
    if to != unit.state and to not in MOVES[unit.state]:
        return "held", "transition.illegal", unit
    end = None
    if band.get("end") == "activity_date":
        end = grade["day"] + dt.timedelta(days=band.get("end_days", 0))
    elif band.get("end") == "fixed":
        end = dt.date.fromisoformat(band["end_on"])
    if min(grade["day"], end or grade["day"]) < START:
        return "held", "result.before-start", unit
    late = comes_late(rule, unit, grade, outcome in SUCCESS if outcome else was, was)
    if late:
        return "accepted", late, unit
    write(band, to, end, unit, grade)
    return "accepted", None, unit


def comes_late(rule, unit, grade, success, was):
    if unit.outcome is not None and unit.source != "lms":
        return None
    if unit.outcome is None and unit.final is None and rule.get("counts") == "best":
        return None
    if rule.get("counts") == "best":
        return None if better(rule, unit, grade, success, was) else "result.not-better"
    return "result.older" if unit.days and grade["day"] < max(unit.days) else None


def better(rule, unit, grade, success, was):
    if success != was:
        return success
    if rule["type"] == "value":
        def position(text):
            bands = [i for i, band in enumerate(rule["bands"])
                     if "text" in band and text is not None and key_of(rule, band["text"]) == key_of(rule, text)]
            return bands[0] if bands else 1000
        return position(grade["text"] or (shortest(grade["number"]) if grade["number"] is not None else None)) < position(unit.final)
    stands, number = as_number(unit.final or ""), grade["number"]
    number = as_number(grade["text"] or "") if number is None else number
    return number is not None and (stands is None or number > stands)


def write(band, to, end, unit, grade):
    unit.days.append(grade["day"])
    if "outcome" in band:
        unit.outcome, unit.source = band["outcome"], "lms"
    unit.result = band.get("result", unit.result)
    unit.end = end or unit.end
    if grade["text"] or grade["number"] is not None:
        unit.final = grade["text"] or shortest(grade["number"])
    if to in ("passed", "failed"):
        unit.state, unit.status = to, "completed" if to == "passed" else "did_not_complete"
    unit.status = band.get("status", unit.status)
