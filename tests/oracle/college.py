"""What the oracle knows: a college in dicts and lists, and what all requests have in common.

Written from the specification, not from the library. The rules stand in catalogue.py, prerequisites.py, places.py,
seats.py, sets.py, leaving.py, asked.py, changing.py, endings.py, program_endings.py and reopening.py. Records have the
names of the library's members, so that both can be compared; where the library keeps ids they hold the record itself.
Rows of the specification are named where they decide.
"""
import collections
import dataclasses
import datetime as dt
import decimal
import zoneinfo

NOW = dt.datetime(2026, 7, 1, tzinfo=dt.timezone.utc)
OWNER = "owner"


@dataclasses.dataclass
class Decision:
    """What must come of a request, and what it changes once it is carried out.

    code: several in a tuple when the pages leave the order of the checks open. about: the record that the answer names;
    one that is not yet in the college gets its id from the answer. tree: the marks that the reason must have, gaps:
    those of recommended items, nearest: the size of the nearest change. fee: what the note says. position: in the
    waiting list. report: the codes of the lines, trees: what each line's reason shows. promotes: whether those who wait
    may come in besides. topic: which part of the rules decides, for counting.
    """

    verdict: str
    code: object = None
    about: dict = None
    effect: object = None
    sentence: str = None
    tree: object = None
    gaps: list = None
    nearest: int = None
    fee: tuple = None
    position: int = None
    report: list = None
    trees: list = None
    promotes: bool = True
    topic: str = None


def refused(code, about=None, **more):
    return Decision("refused", code, about, **more)


def unchanged(record):
    return Decision("unchanged", None, record)


def accepted(about, effect, **more):
    return Decision("accepted", None, about, effect, **more)


def moment_of(text):
    """An instant of a document as an aware moment in UTC; None stays None."""
    if text is None:
        return None
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(dt.timezone.utc)


def day_of(text):
    return None if text is None else dt.date.fromisoformat(text)


def decimal_of(value):
    return None if value is None else decimal.Decimal(value)


def same(one, other):
    """Whether two members are the same; records are when they are one record."""
    return one is other if isinstance(one, dict) or isinstance(other, dict) else one == other


class College:
    """All records, in the order in which they were made."""

    KINDS = ("enrolment", "activity", "result_event", "finalisation", "prebooking", "program_enrolment",
             "participant_change")

    def __init__(self):
        self.named = {}  # kind -> key -> record that others refer to
        self.records = {kind: [] for kind in self.KINDS}
        self.keys = {}  # idempotency key -> ((verb, actor), record)
        self.required = {}  # (kind, key) of a course or template -> its bundles
        self.facts = {}  # (learner's login, kind, key) -> what the host told
        self.supervisors = {}  # learner's login -> logins of the supervisors, the direct one first
        self.agents = {}  # learner's login -> grants: who may do what to him
        self.lines = []  # places in the order in which they came on a waiting list
        self.approvals = []  # (place, steps) of requests

    def find(self, kind, key):
        """A record by what users call it; None when there is none. Logins of learners are one whatever their case."""
        return self.named.get(kind, {}).get(key.casefold() if kind == "learner" else key)

    def name(self, kind, key, record):
        self.named.setdefault(kind, {})[key.casefold() if kind == "learner" else key] = record

    def of(self, kind, **members):
        """Records of a kind with these members, oldest first."""
        return [record for record in self.records[kind]
                if all(same(record.get(name), value) for name, value in members.items())]

    def add(self, kind, record):
        self.records[kind].append(record)

    def moment(self, request):
        """When a request holds: as it says, else when it was told."""
        return moment_of(request.get("effective")) or self.told(request)

    def told(self, request):
        return moment_of(request.get("recorded")) or NOW

    def day(self, course, moment):
        """The civil day at the course's location (WIS-AG-05)."""
        return moment.astimezone(zoneinfo.ZoneInfo(course["location"]["zone"])).date()

    def first_day(self, course):
        return course["starts_at"] and self.day(course, course["starts_at"])

    def last_day(self, course):
        # IMC-CSV-24: an end is exclusive, so a course that ends at midnight ends with the day before; but on no day
        # before it begins.
        return course["ends_at"] and max(self.day(course, course["ends_at"] - dt.timedelta(milliseconds=1)),
                                         self.day(course, course["starts_at"]))

    def enrolments(self, learner, course):
        return self.of("enrolment", learner=learner, course=course)

    def activity_of(self, enrolment):
        return next(iter(self.of("activity", enrolment=enrolment)), None)


def may(college, actor, right):
    """Whether an actor is the owner, or an administrator with the right."""
    administrator = college.find("administrator", actor)
    return actor == OWNER or (administrator is not None and right in administrator["rights"])


# Verbs that change what is kept of a learner, and the member that names him.
EDITS_LEARNER = {"people.define_learner": "login", "people.state_fact": "learner", "people.define_supervision": "learner"}


def right_problem(college, request, actor, right):
    """IMC-ACL-01: who is named by a learner's clearances may edit him, nobody else; without any the verb's right counts."""
    login = request.get(EDITS_LEARNER.get(request["verb"]), "").casefold()
    if actor != OWNER and college.find("learner", login) and college.agents.get(login):
        rights = college.agents[login].get(actor.casefold(), ())
        named = college.find("administrator", actor) is not None and {"EDIT", "FULL"} & set(rights)
        return None if named else "clearance.missing"
    return None if not right or may(college, actor, right) else "right.missing"


def decide(college, request, verbs):
    """The decision on a request, before the college is changed."""
    rule, right, malformed = verbs[request["verb"]]
    code = malformed(request)
    if code:
        return Decision("error", code)
    used_by, record = college.keys.get(request.get("key"), (None, None))
    actor = request.get("actor", OWNER)
    if used_by:  # "whatever else the request says": docs/documents.md
        return unchanged(record) if used_by == (request["verb"], actor) else Decision("error", "key.reused")
    problem = right_problem(college, request, actor, right)
    if problem:
        return refused(problem)
    return rule(college, request)


def carry_out(college, request, decision, let_in):
    """Changes the college as the decision says; who waits for a seat that becomes free comes in with it (IMC-WL-04)."""
    before = seats_in_use(college)
    decision.effect()
    if decision.promotes:
        after = seats_in_use(college)
        for course in college.named.get("course", {}).values():
            freed = any(after[name] < before[name] for name in before if name[0] == id(course))
            if freed or decision.about is course:
                let_in(college, course, college.moment(request), college.told(request))
    if "key" in request:
        college.keys[request["key"]] = ((request["verb"], request.get("actor", OWNER)), decision.about)


def seats_in_use(college):
    """How many seats are taken: of each course, and of each of its quotas."""
    taken = collections.Counter()
    for course in college.named.get("course", {}).values():
        taken[id(course), None] = 0
        for quota in course.get("quotas") or ():
            taken[id(course), quota["name"]] = 0
    for place in college.records["enrolment"]:
        if uses_seat(place):
            taken[id(place["course"]), None] += 1
            for name in place.get("quotas", ()):
                taken[id(place["course"]), name] += 1
    return taken


def uses_seat(place):
    """IMC-WL-02: who has concluded a duration of use has left his seat; a request uses one when it holds one."""
    state = place["state"]
    return state in ("reserved", "registered", "in_progress") or (state == "requested" and place.get("holds_seat")) or (
        state in ("passed", "failed") and place["course"]["ends_at"] is not None)


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
    return {"course_template": "template"}.get(kind, kind.replace("_", "-")) + ".unknown"
