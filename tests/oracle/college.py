"""What the oracle knows: a college in dicts and lists, and what it makes of a request.

Written from the specification, not from the library: this file holds what every request has in common and the records
that others refer to; places.py says who may enter, endings.py what results and endings do. Records have the names of
the library's members, so that both can be compared; where the library keeps ids they hold the record itself.
"""
import dataclasses
import datetime as dt
import decimal
import re
import zoneinfo

NOW = dt.datetime(2026, 7, 1, tzinfo=dt.timezone.utc)
OWNER = "owner"
TEMPLATE_STATUSES = ("10", "20", "30", "40", "50")
OUTCOMES = ("00", "20", "30", "40", "41", "51", "52", "60", "61", "70", "81", "82", "85")
SUCCESSFUL = ("20", "51", "60", "81")
FINAL = ("20", "30", "40", "41", "51", "52", "60", "61", "81", "82")


@dataclasses.dataclass
class Decision:
    """What must come of a request, and what it changes once it is carried out.

    about: the record that the answer names; one that is not yet in the college gets its id from the answer.
    nearest: subjects of the nearest change. departures: rows of the specification by which the library is known to
    answer otherwise; such a request is left out unless the oracle is strict. loose_code: such a row that only the code
    is at odds with.
    """

    verdict: str
    code: str = None
    about: dict = None
    effect: object = None
    sentence: str = None
    nearest: list = None
    departures: list = dataclasses.field(default_factory=list)
    loose_code: str = None


def refused(code, about=None, **more):
    return Decision("refused", code, about, **more)


def unchanged(record):
    return Decision("unchanged", None, record)


def moment_of(text):
    """An instant of a document as an aware moment in UTC; None stays None."""
    if text is None:
        return None
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(dt.timezone.utc)


def day_of(text):
    return None if text is None else dt.date.fromisoformat(text)


def same(one, other):
    """Whether two members are the same; records are when they are one record."""
    return one is other if isinstance(one, dict) or isinstance(other, dict) else one == other


class College:
    """All records, in the order in which they were made."""

    KINDS = ("enrolment", "activity", "result_event", "finalisation", "prebooking", "program_enrolment", "prerequisite")

    def __init__(self):
        self.named = {}  # kind -> key -> record that others refer to
        self.records = {kind: [] for kind in self.KINDS}
        self.keys = {}  # idempotency key -> (verb, record)

    def find(self, kind, key):
        """A record by what users call it; None when there is none. Logins of learners are one whatever their case."""
        return self.named.get(kind, {}).get(key.casefold() if kind == "learner" else key)

    def of(self, kind, **members):
        """Records of a kind with these members, oldest first."""
        return [record for record in self.records[kind]
                if all(same(record.get(name), value) for name, value in members.items())]

    def add(self, kind, record):
        self.records[kind].append(record)

    def moment(self, request):
        """When a request holds: as it says, else when it was told."""
        return moment_of(request.get("effective")) or moment_of(request.get("recorded")) or NOW

    def day(self, course, moment):
        """The civil day at the course's location (WIS-AG-05)."""
        return moment.astimezone(zoneinfo.ZoneInfo(course["location"]["zone"])).date()

    def first_day(self, course):
        return course["starts_at"] and self.day(course, course["starts_at"])

    def last_day(self, course):
        return course["ends_at"] and self.day(course, course["ends_at"])

    def enrolments(self, learner, course):
        return self.of("enrolment", learner=learner, course=course)

    def activity_of(self, enrolment):
        return next(iter(self.of("activity", enrolment=enrolment)), None)


def decide(college, request, verbs):
    """The decision on a request, before the college is changed."""
    rule, right, malformed = verbs[request["verb"]]
    code = malformed(request)
    if code:
        return Decision("error", code)
    used_by, record = college.keys.get(request.get("key"), (None, None))
    if used_by:  # "whatever else the request says": docs/documents.md
        return unchanged(record) if used_by == request["verb"] else Decision("error", "key.reused")
    actor = request.get("actor", OWNER)
    administrator = college.find("administrator", actor)
    if actor != OWNER and (administrator is None or right not in administrator["rights"]):
        return refused("right.missing")
    return rule(college, request)


def carry_out(college, request, decision):
    """Changes the college as the decision says."""
    decision.effect()
    if "key" in request:
        college.keys[request["key"]] = (request["verb"], decision.about)


def reference_problem(college, request, *references):
    """Code of the first reference that finds nothing; lists are looked up one by one."""
    for member, kind in references:
        given = request.get(member)
        for name in given if isinstance(given, list) else [given] if given is not None else []:
            found = college.find(kind, name)
            if found is None or (kind == "tutor" and "group" not in found):
                return kind_code(kind)
    return None


def kind_code(kind):
    return {"course_template": "template", "course_type": "course-type"}.get(kind, kind) + ".unknown"


def well_formed(request):
    return None


# -- what others refer to --------------------------------------------------------------------------------------------

def define(college, kind, key, record):
    """Makes the record of a key, or brings it up to date."""
    stored = college.find(kind, key)
    if stored is None:
        return Decision("accepted", about=record, effect=lambda: college.named.setdefault(kind, {}).update({
            key.casefold() if kind == "learner" else key: record}))
    if all(stored.get(name) == value for name, value in record.items()) and set(record) | {"id"} == set(stored):
        return unchanged(stored)

    def update():
        number = stored["id"]
        stored.clear()
        stored.update(record, id=number)
    return Decision("accepted", about=stored, effect=update)


def definer(kind, key):
    """The rule of a verb whose member `record` holds the record."""
    return lambda college, request: define(college, kind, request["record"][key], dict(request["record"]))


def define_learner(college, request):
    members = ("first_name", "family_name", "birth_date", "client_id", "usi", "email", "gender")
    taken = [learner for learner in college.named.get("learner", {}).values()
             if learner["client_id"] == request["client_id"] and learner is not college.find("learner", request["login"])]
    if taken:
        return refused("client-id.taken")
    record = {name: request[name] for name in members if name in request}
    return define(college, "learner", request["login"], {"login": request["login"], **record})


def malformed_learner(request):
    return None if re.fullmatch("[A-Z0-9]{1,10}", request["client_id"]) else "client-id.malformed"


def define_template(college, request):
    problem = reference_problem(college, request, ("course_type", "course_type"), ("subject", "subject"))
    if problem:
        return refused(problem)
    subject = college.find("subject", request.get("subject", request["external_id"]))
    record = {"name": request["name"], "subject": subject, "course_type": request["course_type"]}
    return define(college, "course_template", request["external_id"], record)


def malformed_course(request):
    most = request.get("max_participants", 0)
    return "duration.malformed" if request.get("duration", "1 D")[-2:] not in (" M", " D") else \
        "number.malformed" if most < 0 else None


def define_course(college, request):
    starts, ends = moment_of(request.get("starts_at")), moment_of(request.get("ends_at"))
    problem = reference_problem(college, request, ("course_template", "course_template"), ("location", "location"),
                                ("tutors", "tutor"), ("administrator", "administrator"))
    if (starts is None) != (ends is None) or (ends is None and "duration" not in request):
        # Mandatory values come before references; the library looks at references first when both are wrong.
        return refused("field.missing", loose_code="order of checks" if problem else None)
    if problem:
        return refused(problem)
    if ends and ends < starts:
        return refused("date.end-before-start")
    record = {"course_template": college.find("course_template", request["course_template"]), "starts_at": starts,
              "ends_at": ends, "duration": request.get("duration"), "location": college.find("location", request["location"]),
              "planning_status": request["planning_status"], "max_participants": request.get("max_participants"),
              "tutors": request.get("tutors", []), "administrator": request.get("administrator")}
    decision = define(college, "course", request["external_id"], record)
    decision.departures = course_departures(college, college.find("course", request["external_id"]), record)
    return decision


def course_departures(college, stored, record):
    """Rows about changes of a course that the library does not enforce; the oracle makes no such changes."""
    if stored is None:
        return []
    dates_moved = any(stored[name] != record[name] for name in ("starts_at", "ends_at"))
    return [row for row, departs in (
        ("IMC-CSV-29", stored["course_template"] is not record["course_template"]),
        ("IMC-CT-06", (stored["ends_at"] is None) != (record["ends_at"] is None)
         and college.of("enrolment", course=stored) != []),
        ("IMC-CSV-13", stored["planning_status"] == "fixed" and dates_moved),
        ("IMC-CSV-14", stored["max_participants"] is not None and record["max_participants"] is None)) if departs]


def require_subject(college, request):
    template = college.find("course_template", request["course_template"])
    if template is None:
        return refused("template.unknown")
    there = college.of("prerequisite", course_template=template, subject=request["subject"])
    if there:
        return unchanged(there[0])
    record = {"course_template": template, "subject": request["subject"]}
    return Decision("accepted", about=record, effect=lambda: college.add("prerequisite", record))


# -- records around a learner ----------------------------------------------------------------------------------------

def enrol_in_program(college, request):
    problem = reference_problem(college, request, ("learner", "learner"), ("program", "program"), ("location", "location"))
    if problem:
        return refused(problem)
    learner, program = college.find("learner", request["learner"]), college.find("program", request["program"])
    members = {"location": college.find("location", request.get("location", "")),
               "commenced_on": day_of(request.get("commenced_on"))}
    there = college.of("program_enrolment", learner=learner, program=program)
    if not there:
        record = {"learner": learner, "program": program, "status": "Current", **members}
        return Decision("accepted", about=record, effect=lambda: college.add("program_enrolment", record))
    if all(there[0][name] == value for name, value in members.items()):
        return unchanged(there[0])
    return Decision("accepted", about=there[0], effect=lambda: there[0].update(members))


def record_achievement(college, request):
    """A training activity without an enrolment (FIN-ORD-17)."""
    problem = reference_problem(college, request, ("learner", "learner"), ("subject", "subject"))
    if problem:
        return refused(problem)
    day = day_of(request["achieved_on"])
    record = {"learner": college.find("learner", request["learner"]), "subject": request["subject"], "start_on": day,
              "end_on": day, "outcome": request["outcome"], "outcome_source": "prior"}
    there = college.of("activity", **record)
    if there:
        # The same one again is unchanged (FIN-ORD-17). The library compares requests as they are written, so another
        # actor or another spelling of the login makes a second activity.
        known = unchanged(there[0])
        known.departures = [] if there[0]["spelling"] == spelling(request) else ["FIN-ORD-17"]
        return known
    record["spelling"] = spelling(request)
    return Decision("accepted", about=record, effect=lambda: college.add("activity", record))


def spelling(request):
    """What the library tells equal requests by, besides their members."""
    return request["learner"], request.get("actor"), moment_of(request.get("effective"))


def malformed_achievement(request):
    return None if request["outcome"] in OUTCOMES else "outcome.unknown"


def decimal_of(value):
    return None if value is None else decimal.Decimal(value)
