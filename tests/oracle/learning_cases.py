"""Random small courses with rules and schedules, and what their participants do, as documents.

What is asked depends on what has come of it so far, as in life: mostly what is open, at times what is not, and often
just at a border. The same generator gives the same requests.
"""
import datetime as dt
import zoneinfo

from college import moment_of
from learning_course import FOLDERS, PERCENT_KINDS, STATUS_KINDS, TRY_KINDS, Course
from learning_model import Way
from learning_told import COURSE, TUTOR, World

ZONES = ("Australia/Melbourne", "America/New_York", "Pacific/Chatham", "UTC")
# Days before month ends, a leap day, and changes of the clock.
ANCHORS = ("2026-01-29", "2026-04-03", "2025-10-02", "2024-02-27", "2026-03-06", "2026-10-30")
KINDS = ("content", "content", "content", "test", "test", "test", "test", "on_the_job", "feedback", "scorm", "aicc",
         "sco", "au", "file", "link")
OUTSIDER = "dan"
LEARNERS = ("ann", "ben")
PERCENTS = ("0", "49.999999", "50", "64", "79.5", "80", "100")
OFFSETS = (None, "1 H", "30 H", "1 D", "2 D", "1 W", "1 M")


def text(moment):
    return moment.astimezone(dt.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")


class Caser:
    """One course, and what is told of its participants."""

    def __init__(self, random):
        self.random, self.world = random, World()
        self.zone = self.pick(ZONES)
        day = dt.date.fromisoformat(self.pick(ANCHORS))
        self.start = dt.datetime.combine(day, dt.time(self.pick((0, 9))), zoneinfo.ZoneInfo(self.zone))
        self.dated = self.chance(60)
        self.conclude_by = self.pick(("learning_logic", "learning_logic", "progress", "administrator"))
        self.numbered = {}  # (learner, component) -> whether the LMS counts tries
        self.changes = self.chance(25)  # whether weights and rules change underway
        self.members = ["m%d" % number for number in range(self.pick((2, 3)))] if self.chance(30) else []
        self.sets = ["s0"] if self.members else []  # a course set to choose component courses from
        self.told = []

    def pick(self, values):
        return self.random.choice(list(values))

    def chance(self, percent):
        return self.random.randrange(100) < percent

    # -- the course --------------------------------------------------------------------------------------------------

    def definitions(self):
        """Requests that define the course and bring the participants in."""
        self.syllabus, self.defined = self.components(), self.course()
        requests = [
            {"verb": "organisation.define_location", "record": {"key": "here", "name": "Here", "zone": self.zone}},
            {"verb": "staffing.define_tutor", "record": {"login": TUTOR, "name": "Tess", "group": "teachers"}},
            {"verb": "catalogue.define_course_type", "course_type": "class", "name": "Class"},
            {"verb": "catalogue.define_template", "course_type": "class", "external_id": "T", "name": "T"},
            self.defined, *self.course_sets(),
            {"verb": "catalogue.define_syllabus", "course": COURSE, "components": self.syllabus},
            {"verb": "learning.define_logic", "course": COURSE, "rules": self.sound_rules()},
            *self.people()]
        for request in requests:
            self.world.take(request)
        return requests

    def course(self):
        timing = {"duration": self.pick(("20 D", "1 M"))}
        if self.dated:
            timing = {"starts_at": text(self.start), "ends_at": text(self.start + dt.timedelta(self.pick((20, 31))))}
        passed = {"always_passed": True} if self.chance(30) else {}
        return {"verb": "catalogue.define_course", "course_template": "T", "external_id": COURSE, "location": "here",
                "conclude_by": self.conclude_by, "tutors": [TUTOR], **timing, **passed}

    def course_sets(self):
        if self.members:
            yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": "P", "name": "P",
                   "kind": "component_course"}
            for member in self.members:
                yield {"verb": "catalogue.define_course", "course_template": "P", "external_id": member,
                       "location": "here", "duration": "9 M"}
            yield {"verb": "catalogue.define_course_set", "course": COURSE, "course_set": "pick", "name": "Pick",
                   "members": self.members, "choose_min": self.pick((1, 1, 2)), "choose_max": len(self.members)}

    def people(self):
        for number, login in enumerate((*LEARNERS, OUTSIDER), 1):
            yield {"verb": "people.define_learner", "login": login, "family_name": "Example",
                   "birth_date": "2001-02-03", "client_id": "C%d" % number}
        for login in LEARNERS:
            since = self.start - dt.timedelta(hours=self.pick((0, 5, 50)))
            yield {"verb": "registration.register_learner", "course": COURSE, "learner": login,
                   "effective": text(since)}

    def components(self):
        folders = ["f%d" % number for number in range(self.pick((0, 1, 1, 2)))]
        found = [{"key": key, "kind": "folder", **self.within(folders[:place])} for place, key in enumerate(folders)]
        if self.chance(25):
            found.append({"key": "tutors", "kind": "tutor_folder"})
            found.append({"key": "notes", "kind": "file", "folder": "tutors"})
        self.leaves = ["c%d" % number for number in range(self.random.randint(3, 5))]
        weights = self.pick((("0",), (None, "0", "0.5", "1", "2", "3"), (None, "0.000001", "3"), (None,)))
        for key in self.leaves:
            component = {"key": key, "kind": self.pick(KINDS), **self.within(folders)}
            if (weight := self.pick(weights)) is not None:
                component["weight"] = weight
            found.append(component)
        found += [{"key": key, "kind": "course_set", "course_set": "pick", **self.within(folders)} for key in self.sets]
        self.kinds = {each["key"]: each["kind"] for each in found}
        self.folders = folders
        for component in found:
            if component["key"] in self.leaves:
                component.update(self.schedule(component["key"]))
        return found

    def within(self, folders):
        return {"folder": self.pick(folders)} if folders and self.chance(55) else {}

    def schedule(self, key):
        """At times a moment from which, or up to which, a component is open."""
        found = {}
        if self.chance(28):
            found["opens"] = self.bound(key, ("course_start", "participant_start", "enrolment", "component_processed"))
        if self.chance(18):
            found["closes"] = self.bound(key, ("course_end", "course_start", "enrolment", "component_processed"), True)
        return found

    def bound(self, key, anchors, closes=False):
        anchor = self.pick((*anchors, "fixed") if self.dated else anchors)
        if anchor == "fixed":
            return {"counted_from": anchor, "at": text(self.start + dt.timedelta(hours=self.pick((20, 60, 100, 300))))}
        bound, offset = {"counted_from": anchor}, self.pick(OFFSETS[2:] if closes else OFFSETS)
        if anchor == "component_processed":
            bound["component"] = self.pick([each for each in (*self.leaves, *self.folders, *self.sets)
                                             if each != key])
        if anchor == "course_end":
            offset = self.pick((None, "-1 D", "-1 W", "-36 H"))
        return {**bound, "offset": offset} if offset else bound

    # -- its rules ---------------------------------------------------------------------------------------------------

    def sound_rules(self):
        """Rules that do not end the course before it began, as one about a folder may in which there is nothing."""
        while True:
            rules = self.rules()
            course = Course({"record": {"zone": self.zone}}, self.defined, self.syllabus, rules)
            if not Way(course, self.start, []).ended:
                return rules

    def rules(self):
        count = self.pick((0, 2, 3, 4, 5, 6, 7))
        return [self.rule("r%d" % number) for number in range(count)]

    def rule(self, key):
        source = self.pick((*self.leaves, *self.leaves, *self.folders))
        kind = self.kinds[source]
        rule = {"key": key, "component": source}
        makers = [self.confirmation] * (2 if kind not in STATUS_KINDS else 1)
        makers += [self.status] * 2 * (kind in STATUS_KINDS) + [self.percentage] * 3 * (kind in PERCENT_KINDS)
        makers = [lambda: {"kind": "status", "ending": "passed"}] if kind in FOLDERS else makers
        count = self.pick((0, 1, 1, 1, 1, 1, 1, 1, 2, 2)) if kind not in FOLDERS else 1
        rule["conditions"] = [self.pick(makers)() for _ in range(count)]
        if kind in TRY_KINDS and self.chance(60):
            rule["tries"] = self.pick((1, 2, 2, 3))
        if self.chance(15):
            rule["not_before"] = text(self.start + dt.timedelta(hours=self.pick((30, 70, 140))))
        rule["actions"] = [self.action(source) for _ in range(self.pick((0, 1, 1, 1, 2)))]
        if not rule["conditions"]:  # it holds from the beginning: what it ends would be over at once
            rule["actions"] = [each for each in rule["actions"] if "components" in each]
        return rule

    def confirmation(self):
        return {"kind": self.pick(("confirmed_by_participant", "confirmed_by_tutor"))}

    def status(self):
        return {"kind": "status", "ending": self.pick(("passed", "passed", "failed"))}

    def percentage(self):
        return {"kind": "percentage", **self.pick((
            {"at_least": "80"}, {"at_least": "50"}, {"below": "50"}, {"at_least": "50", "below": "80"}))}

    def action(self, source):
        kinds = ["continue_with"] * 6 + ["lock"] * 2 + ["process_folder"] * 3 * bool(self.folders) + ["unregister"]
        if self.conclude_by == "learning_logic":
            kinds += ["conclude_passed", "conclude_failed"] * 2
        kind = self.pick(kinds)
        if kind == "process_folder":
            enough = {"at_least": self.pick((1, 1, 2))} if self.chance(40) else {}
            return {"kind": kind, "components": [self.pick(self.folders)], **enough}
        if kind in ("continue_with", "lock"):
            named = [each for each in (*self.leaves, *self.folders) if each != source or self.chance(10)]
            return {"kind": kind, "components": sorted(self.random.sample(named, min(len(named), self.pick((1, 1, 2)))))}
        return {"kind": kind}

    # -- what happens ------------------------------------------------------------------------------------------------

    def requests(self, count):
        """What is told, one after the other; the world goes along."""
        now = self.start + dt.timedelta(minutes=1) - dt.timedelta(hours=self.pick((0, 0, 0, 0, 12)))
        for number in range(count):
            if all(place.way().ended for place in self.world.places.values()) and self.chance(20):
                return
            now += dt.timedelta(hours=self.pick((0, 1, 2, 5, 11, 23)), minutes=7)
            now = self.at_a_border(now) if self.chance(15) else now.replace(second=number % 60)
            request = self.request(now)
            if "learner" in request and not self.world.is_booking(request):
                self.world.carry_out(request, self.world.decide(request))
            else:
                self.world.take(request)
            self.told.append(request)
            yield request

    def at_a_border(self, now):
        """A moment at which something opens or closes, when one comes soon."""
        for place in self.world.places.values():
            for line in place.view(now)[0].values():
                for border in (line["opens_at"], line["closes_at"]):
                    if border and now + dt.timedelta(minutes=2) < border < now + dt.timedelta(hours=60):
                        return border - dt.timedelta(seconds=self.pick((0, 0, 1)))
        return now

    def request(self, now):
        if self.changes and self.chance(3):
            return self.pick((self.other_weights, self.other_rules))()
        going_on = [login for login in LEARNERS if self.world.places[login].way().ended is None]
        learner = self.pick(going_on if going_on and self.chance(80) else LEARNERS)
        learner = learner if self.chance(99) else OUTSIDER
        common = {"course": COURSE, "learner": learner}
        makers = {self.open: 25, self.confirm: 30, self.result: 50, self.anew: 4 * (self.changes and learner in going_on),
                  self.book: 25 * (bool(self.members) and learner in going_on)}
        maker = self.random.choices(list(makers), list(makers.values()))[0]
        return {**common, **maker(learner, now)}

    def other_weights(self):
        return {"verb": "catalogue.define_syllabus", "course": COURSE, "components": [
            {**each, "weight": self.pick(("0", "1", "2.5", "7"))} if each["key"] in self.leaves else each
            for each in self.syllabus]}

    def other_rules(self):
        return {"verb": "learning.define_logic", "course": COURSE, "rules": self.sound_rules()}

    @staticmethod
    def anew(_, now):
        return {"verb": "learning.judge_anew", "reason": "Asked for.", "effective": text(now)}

    def book(self, learner, now):
        """A component course is booked, at times again after it failed, or what was booked comes to an end."""
        member, told = self.pick(self.members), {"learner": learner, "effective": text(now)}
        state = (self.world.places[learner].books.get(member) or ["none"])[-1]
        if state == "passed":
            return self.result(learner, now)
        if state != "registered":
            return {"verb": "registration.register_learner", "course": member, **told}
        if self.chance(20):
            return {"verb": "registration.cancel_place", "course": member, **told}
        # Concluded by progress, a set that failed ends the course: when it failed stands nowhere, should it be told late.
        passed = self.chance(70) or self.conclude_by == "progress"
        return {"verb": "registration.conclude", "course": member, "passed": passed, "reason": "Over.", **told}

    def component(self, learner, now):
        """Mostly one that can be opened."""
        place = self.world.places.get(learner)
        if place and self.chance(75):
            lines = place.view(now)[0]
            open_now = [key for key in lines if lines[key]["can_open"] and not self.world.course.for_tutors(key)]
            fresh = [key for key in open_now if not lines[key]["processed_at"]]
            if fresh or open_now:
                return self.pick(fresh if fresh and self.chance(70) else open_now)
        return self.pick((*self.leaves, *self.leaves, *self.kinds)) if self.chance(98) else "nothing"

    def open(self, learner, now):
        key = self.component(learner, now)
        request = {"verb": "learning.open_component", "component": key, "effective": text(now)}
        if self.chance(15):
            request["actor"] = self.pick((learner, learner, "ben"))
        return {**request, **self.attempt(learner, key, True)}

    def confirm(self, learner, now):
        kind = self.pick(("participant", "participant", "tutor"))
        asked = [rule["component"] for rule in self.world.course.rules for each in rule["conditions"]
                 if each["kind"] == "confirmed_by_" + kind]
        key = self.pick(asked) if asked and self.chance(50) else self.component(learner, now)
        if self.kinds.get(key) in STATUS_KINDS and key not in asked and self.chance(80):
            return self.result(learner, now)
        request = {"verb": "learning.confirm", "component": key, "effective": text(now)}
        if kind == "tutor":
            request["confirm_as"], request["actor"] = kind, TUTOR if self.chance(90) else "ben"
            place = self.world.places.get(learner)
            confirmed = [each for each, done in place.way().done.items() if done.tutor_confirmed] if place else []
            if self.chance(15) or (confirmed and self.chance(50)):
                request["revoke"] = True
                request["component"] = self.pick(confirmed) if confirmed and self.chance(80) else key
        else:
            if self.chance(4):
                request["revoke"] = True
            if self.chance(20):
                request["actor"] = self.pick((learner, learner, "ben", TUTOR))
        return request

    def result(self, learner, now):
        earlier = [each for each in self.told if each["verb"] == "learning.receive_result"
                   and each["learner"] == learner]
        if earlier and self.chance(10):  # told twice
            return dict(self.pick(earlier))
        key = self.component(learner, now)
        place = self.world.places.get(learner)
        if self.chance(80 if place and place.way().ended else 30):  # told late
            now = max(self.start + dt.timedelta(seconds=now.second),
                      now - dt.timedelta(hours=self.pick((3, 20, 60)), minutes=self.pick((3, 17))))
        request = {"verb": "learning.receive_result", "component": key, "effective": text(now), **self.end(key)}
        request.update(self.attempt(learner, key, request["status"] == "open"))
        told = place.way().done[key].find(request["attempt"]) if place and "attempt" in request else None
        if told and told.status not in ("open", "scored") and self.chance(60):  # told with more
            request.update(status="scored", percent=self.pick(PERCENTS))
        return request

    def end(self, key):
        kind = self.kinds.get(key, "content")
        if kind not in STATUS_KINDS:
            return {"status": self.pick(("open", "completed", "completed", "completed", "passed", "failed"))}
        status = self.pick(("open", "passed", "completed", "failed", "failed", "scored"))
        if status == "scored" or (status != "open" and self.chance(60 if kind in PERCENT_KINDS else 20)):
            return {"status": status, "percent": self.pick(PERCENTS)}
        return {"status": status}

    def attempt(self, learner, key, begins):
        """Of some components the LMS counts the tries: the one that runs, at times the next, or one that has ended."""
        if not self.numbered.setdefault((learner, key), self.kinds.get(key) in TRY_KINDS and self.chance(40)):
            return {}
        place = self.world.places.get(learner)
        tries = place.way().done[key].tries if place else []
        if tries and tries[-1].status == "open":
            return {"attempt": tries[-1].attempt}
        if tries and not begins and self.chance(25):
            return {"attempt": tries[-1].attempt}
        return {"attempt": (tries[-1].attempt if tries else 0) + self.pick((1, 1, 1, 2))}
