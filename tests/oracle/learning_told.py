"""The oracle's answers to requests of the room learning, and what a participant sees; the rules: learning_model.py."""
import dataclasses
import decimal

from college import NOW, moment_of
from learning_course import FOLDERS, NOT_OPENED, STATUS_KINDS, Course
from learning_model import Event, Way

COURSE, TUTOR = "course-1", "tess"


@dataclasses.dataclass
class Foretold:
    """verdict, and the codes that may come with it: several where the page leaves the order of the checks open."""

    verdict: str
    codes: frozenset = frozenset((None,))
    event: Event = None


def refused(*codes):
    return Foretold("refused", frozenset(codes))


class Place:
    """A participant: what was told of him, in that order."""

    def __init__(self, course, enrolled_at):
        self.course, self.enrolled_at, self.events = course, enrolled_at, []
        self.begun = None  # by the rules of before he was judged anew
        self.books = {}  # states of his places in each component course
        self.passed = {}  # course sets, since when
        self.known = None  # (number of events and of sets, the way that they make)

    def way(self, events=None, sets=None):
        if events is not None:
            return Way(self.course, self.enrolled_at, events, begun=self.begun,
                       sets=self.passed if sets is None else sets)
        count = len(self.events), len(self.passed)
        if self.known is None or self.known[0] != count:
            self.known = count, self.way(self.events)
        return self.known[1]

    def way_with(self, event):
        """His way as far as it was gone at the moment of an event, with that."""
        return self.way([*(each for each in self.events if each.at <= event.at), event],
                        {key: since for key, since in self.passed.items() if since <= event.at})

    def book(self, request):
        """A component course is booked, concluded or left, and what its course set becomes by that (IMC-CC-09)."""
        states, verb = self.books.setdefault(request["course"], []), request["verb"].split(".")[1]
        if verb == "register_learner":
            states.append("registered")
        else:
            states[-1] = "cancelled" if verb == "cancel_place" else "passed" if request["passed"] else "failed"
        for key, each in self.course.sets.items():
            if self.booked(each).count("passed") >= each["choose_min"]:
                self.passed.setdefault(key, moment_of(request["effective"]))

    def booked(self, course_set):
        """States of places in its component courses; whoever is cancelled has left those that were under way."""
        gone = (self.way().ended or (None,))[0] == "cancelled"
        return ["cancelled" if gone and state == "registered" else state
                for member in course_set["members"] for state in self.books.get(member, ())]

    def has_failed(self, key):
        """One failed, none is under way, and too few are passed."""
        booked = self.booked(self.course.sets[key])
        return key not in self.passed and "failed" in booked and "registered" not in booked

    def judged_by(self, course):
        self.begun = self.way().started
        self.course, self.known = course, None

    def state(self):
        way = self.way()
        return way.ended[0] if way.ended else "in_progress" if way.started else "registered"

    def view(self, at):
        """(lines by key, percent or None): what each component is to him."""
        way = self.way()
        lines = {key: self.line(way, key, at) for key in self.course.components}
        return lines, self.percent(way)

    def percent(self, way):
        """IMC-SYL-08: exact, and rounded down."""
        counted = self.course.counted()
        weights = {key: self.course.weight(key) for key in counted}
        if not sum(weights.values()):
            weights = dict.fromkeys(counted, 1)
        processed = sum(weights[key] for key in counted if way.done[key].processed_at)
        return int(processed * 100 // sum(weights.values())) if counted else None

    def line(self, way, key, at):
        done, course, limit = way.done[key], self.course, self.course.limit(key)
        opens, closes, _ = way.window(key, at)
        open_now = not way.problems(key, at)
        not_before = [each for each in way.openings[key] if each]
        if not_before and None not in way.openings[key]:
            opens = max(filter(None, (opens, min(not_before))))
        can_open = open_now and course.kind(key) not in NOT_OPENED and not way.ended and not self.in_course(way, at)
        return {"state": self.component_state(way, key, open_now),
                "can_open": can_open, "opens_at": opens, "closes_at": closes,
                "tries": len(done.ended()), "tries_left": None if limit is None else max(0, limit - len(done.ended())),
                "processed_at": done.processed_at}

    def component_state(self, way, key, open_now):
        done = way.done[key]
        if self.course.kind(key) == "course_set":
            states = (done.processed_at, "passed"), (self.has_failed(key), "failed"), (way.openings[key], "available")
            return next((state for holds, state in states if holds), "locked")
        if done.processed_at:
            return "passed" if any(each.status == "passed" for each in done.tries) else "processed"
        if way.has_failed(key):
            return "failed"
        if self.course.kind(key) in FOLDERS:
            return "available" if way.openings[key] else "locked"
        if done.opened:
            return "in_progress"
        return "available" if open_now else "locked"

    def in_course(self, way, at):
        """Code of why the course is closed to him; None when it is open."""
        begins, ends = self.course.starts_at or self.enrolled_at, self.course.end_for(way.started)
        if at < begins:
            return "entry.not-yet"
        return "entry.over" if ends and at >= ends else None

    def before_enrolment(self, at):
        """Refused on a day on which he was no participant yet; what of an enrolment that lies ahead may come before it."""
        day, enrolled, today = (each.astimezone(self.course.zone).date() for each in (at, self.enrolled_at, NOW))
        return refused("date.before-enrolment") if day < enrolled <= today else None


class World:
    """What was told: the requests of a case, and what must come of each."""

    def __init__(self):
        self.records, self.places, self.course = {}, {}, None

    def take(self, request):
        """A request that defines something; the course is whole once somebody is in it."""
        if self.is_booking(request):
            return self.places[request["learner"]].book(request)
        if request.get("external_id", COURSE) == COURSE:
            self.records[request["verb"]] = request
        if request["verb"] == "registration.register_learner":
            self.course = self.course or self.defined()
            self.places[request["learner"]] = Place(self.course, moment_of(request["effective"]))
        elif self.course:
            self.change()
        return None

    @staticmethod
    def is_booking(request):
        """Whether it is about a place in a component course."""
        return request["verb"].startswith("registration.") and request["course"] != COURSE

    def defined(self):
        known, components = self.records, self.records["catalogue.define_syllabus"]["components"]
        sets = {each["key"]: known["catalogue.define_course_set"] for each in components if "course_set" in each}
        return Course(known["organisation.define_location"], known["catalogue.define_course"], components,
                      known["learning.define_logic"]["rules"], sets)

    def change(self):
        """New weights count at once (IMC-SYL-07), new rules for those who begin later (IMC-LL-20)."""
        self.course = self.defined()
        for place in self.places.values():
            if not place.events and not place.passed:
                place.judged_by(self.course)
            place.course.components = self.course.components

    def decide(self, request):
        """What must come of a request of somebody who learns."""
        place, at = self.places.get(request["learner"]), moment_of(request["effective"])
        rule = {"learning.open_component": self.opens, "learning.confirm": self.confirms,
                "learning.receive_result": self.receives, "learning.judge_anew": self.judges_anew}[request["verb"]]
        if place is None:
            return refused("learner.not-enrolled")
        return rule(request, place, at)

    def component_problem(self, key):
        if key in self.course.components and self.course.kind(key) == "tutor_folder":
            return refused("component.unknown", "component.not-to-open")
        if key not in self.course.components or self.course.for_tutors(key):
            return refused("component.unknown")
        return refused("component.not-to-open") if self.course.kind(key) in NOT_OPENED else None

    @staticmethod
    def over(way, at):
        return refused("learning.over") if way.ended and at > way.ended[1] else None

    def here(self, request, place, way, at, not_entitled):
        """What open_component and confirm ask alike: by whom, for whoever takes part, in the course's own time."""
        entitled = TUTOR if request.get("confirm_as") == "tutor" else request["learner"]
        if request.get("actor", "owner") not in (entitled, "owner"):
            unfit = self.component_problem(request["component"])
            return refused(not_entitled, *(["learning.over"] if way.ended else []), *(unfit.codes if unfit else ()))
        key = request["component"]
        unfit = self.component_problem(key)
        if "confirm" in request["verb"] and not unfit and not may_be_confirmed(
                place.course, key, "confirmed_by_tutor" if request.get("confirm_as") else "confirmed"):
            unfit = refused("confirmation.not-asked")
        closed = "learning.over" if way.ended else place.in_course(way, at)
        if closed == "learning.over" or entitled != TUTOR:  # a tutor's confirmation needs no open window
            unfit = refused(closed, *(unfit.codes if unfit else ())) if closed else unfit
        return unfit

    def opens(self, request, place, at):
        way, key, attempt = place.way(), request["component"], request.get("attempt")
        problem = self.here(request, place, way, at, "registration.not-entitled") or place.before_enrolment(at)
        if problem:
            return problem
        event = Event(at, key, "opened", attempt=attempt)
        if any(each == event for each in place.events):
            return Foretold("unchanged")
        return self.counted(place, event)

    @staticmethod
    def counted(place, event):
        """Told by a person it is refused when it does not count."""
        way = place.way_with(event)
        kept = any(each is event for each in way.kept)
        return refused(*way.reasons[id(event)]) if kept else Foretold("accepted", event=event)

    def confirms(self, request, place, at):
        way, key = place.way(), request["component"]
        tutor = request.get("confirm_as") == "tutor"
        if request.get("revoke") and not tutor:
            return refused("confirmation.not-entitled")
        problem = self.here(request, place, way, at, "confirmation.not-entitled")
        if problem:
            return problem
        if request.get("revoke") and not way.done[key].tutor_confirmed:
            return Foretold("unchanged")
        if place.before_enrolment(at):
            return place.before_enrolment(at)
        if request.get("revoke"):
            return self.revokes(way, key, at)
        kind = "confirmed_by_tutor" if tutor else "confirmed"
        event = Event(at, key, kind)
        if any(each == event for each in place.events):
            return Foretold("unchanged")
        return self.counted(place, event)

    @staticmethod
    def revokes(way, key, at):
        """While nothing is final of what rests on the confirmation (IMC-LL-04)."""
        if way.is_final(key):
            return refused("confirmation.final")
        return Foretold("accepted", event=Event(at, key, "confirmation_revoked"))

    def receives(self, request, place, at):
        way, problem = place.way(), self.component_problem(request["component"]) or place.before_enrolment(at)
        if problem:
            return problem
        status, percent = request["status"], request.get("percent")
        kind = ("opened", None) if status == "open" else ("ended", status)
        event = Event(at, request["component"], *kind, None if percent is None else decimal.Decimal(percent),
                      request.get("attempt"))
        if any(dataclasses.replace(each, after_end=False) == event for each in place.events):
            return Foretold("unchanged")
        if self.over(way, at):
            return self.over(way, at)
        anew = place.way([*place.events, event])
        if way.ended and (anew.ended or (None,))[0] != way.ended[0]:
            return Foretold("held", frozenset(("result.after-end",)), dataclasses.replace(event, after_end=True))
        if any(each is event for each in anew.kept):
            return Foretold("held", frozenset(("result.kept",)), event)
        return Foretold("accepted", event=event)

    def judges_anew(self, request, place, at):
        """By the rules of now, and with what had waited for a person."""
        events = [dataclasses.replace(event, after_end=False) for event in place.events]
        anew = Way(self.course, place.enrolled_at, events, begun=place.way().started, sets=place.passed)
        if place.way().ended and not anew.ended:  # no move leads from an end back to learning
            return refused("transition.illegal")
        changed = (events or place.passed) and (events != place.events or place.course.rules != self.course.rules)
        return Foretold("accepted" if changed else "unchanged")

    def carry_out(self, request, foretold):
        if request["verb"] == "learning.judge_anew" and foretold.verdict == "accepted":
            place = self.places[request["learner"]]
            place.judged_by(self.course)
            place.events = [dataclasses.replace(event, after_end=False) for event in place.events]
        if foretold.event:
            self.places[request["learner"]].events.append(foretold.event)


def may_be_confirmed(course, key, kind):
    """What has no status is processed when it is confirmed; of the rest a rule must ask for it."""
    asked = "confirmed_by_participant" if kind == "confirmed" else kind
    return course.kind(key) not in STATUS_KINDS or any(
        condition["kind"] == asked for rule in course.rules if rule["component"] == key
        for condition in rule.get("conditions", ()))
