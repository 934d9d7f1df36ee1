"""Random small worlds and random requests, as documents.

Names, days and seats come from small sets, so that requests meet each other: full courses, repeated requests, the day
before and after a border, civil days that differ between zones. The same generator gives the same requests.
"""
import datetime as dt
import zoneinfo

from college import moment_of
from imagined import Imagined

ZONES = ("Australia/Melbourne", "Australia/Adelaide", "Australia/Perth", "Pacific/Chatham", "America/New_York", "UTC")
# Month ends, a leap day, and changes of the clock.
ANCHORS = ("2026-01-31", "2026-04-05", "2025-10-05", "2024-02-29", "2026-08-31", "2025-12-31", "2026-02-16",
           "2026-03-08")
SHIFTS = (-40, -3, -2, -1, 0, 0, 1, 2, 3, 28, 31, 60)
STARTS, ENDS = (-40, -3, -1, 0, 1), (0, 1, 28, 31, 60)
TIMES = ((0, 0, 0), (9, 30, 0), (23, 59, 59), (12, 0, 0), (4, 15, 0))
RIGHTS = ("REGISTER", "RECEIVE_RESULTS", "FINALISE", "EDIT_COURSES", "ORGANISE")
TIMING = ("starts_at", "ends_at", "duration")
STATUSES = ("released", "fixed", "locked", "cancelled", "closed")
BEGINNINGS = ("requested", "reserved", "waiting", "in_progress", "passed", "failed", "cancelled")
NO_BEGINNINGS = ("none", "on_hold", "rejected", "moved", "replaced")
GRADES = ("0", "49.999999", "50", "50.0", "75.5", "100", 80, None)
NOBODY, NOWHERE = "learner999", "COURSE-999"


def without(request, *members):
    return {name: value for name, value in request.items() if name not in members}


class Asker:
    """One world and what is asked in it."""

    AT_ONCE = False  # whether plans are always carried out as the next request, so that what is imagined is so

    def __init__(self, random):
        self.random = random
        self.anchor = dt.date.fromisoformat(random.choice(ANCHORS))
        self.zones = random.sample(ZONES, 2)
        self.subjects = ["UNIT%02d" % number for number in range(1, random.randint(3, 5))]
        self.templates = [*self.subjects, "TALKS", "UNIT01-EVENING"]
        self.courses = {}
        self.learners = ["learner%03d" % number for number in range(1, random.randint(3, 5))]
        self.programs = ["PROG%d" % number for number in range(1, 3)]
        self.clerks = ["clerk%03d" % number for number in range(1, 3)]
        self.given, self.asked, self.imagined = [], [], Imagined()

    def pick(self, values):
        return self.random.choice(list(values))

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def day(self, shifts=SHIFTS):
        return self.anchor + dt.timedelta(days=self.pick(shifts))

    def moment(self, shifts=SHIFTS):
        """A moment of a day in one of the zones, written with its offset or in UTC."""
        zone = zoneinfo.ZoneInfo(self.pick(self.zones))
        local = dt.datetime.combine(self.day(shifts), dt.time(*self.pick(TIMES)), zone)
        local = local.astimezone(dt.timezone.utc).astimezone(zone)  # a local time that does not exist moves on
        if self.chance(50):
            return local.isoformat(timespec="seconds")
        return local.astimezone(dt.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")

    def ordered(self, first, second):
        return sorted((first, second), key=moment_of)

    # -- the world ---------------------------------------------------------------------------------------------------

    def world(self):
        """Requests that define the college."""
        for request in self.definitions():
            self.add(self.given, request)
        return self.given

    def add(self, requests, request):
        requests.append(request)
        self.imagined.take(request)

    def definitions(self):
        yield from self.masters()
        for template in self.templates:
            subject = {"subject": "UNIT01"} if template == "UNIT01-EVENING" else {}
            yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": template,
                   "name": template, **subject}
        for _ in range(self.pick((0, 0, 1, 2))):
            yield self.require_subject()
        for number in range(1, self.random.randint(3, 6)):
            yield self.course("COURSE-%d" % number)
        for number, login in enumerate(self.learners, 1):
            yield self.learner(login, "C%d" % number)

    def masters(self):
        for key, zone in zip(("east", "west"), self.zones):
            yield self.record("organisation.define_location", key=key, name=key, zone=zone)
        yield {"verb": "catalogue.define_course_type", "course_type": "class", "name": "Class"}
        for code in self.subjects:
            yield self.record("catalogue.define_subject", code=code, title="Subject " + code)
        for code in self.programs:
            yield self.record("catalogue.define_program", code=code, title="Program " + code)
        yield self.record("staffing.define_tutor", login="tutor001", group="tutors")
        yield self.record("staffing.define_tutor", login="tutor002")
        for login in self.clerks:
            yield self.clerk(login)

    @staticmethod
    def record(verb, **members):
        return {"verb": verb, "record": members}

    def clerk(self, login=None):
        return self.record("access.define_administrator", login=login or self.pick(self.clerks),
                           rights=sorted(self.random.sample(RIGHTS, self.random.randint(1, 4))))

    def learner(self, login=None, client=None):
        return {"verb": "people.define_learner", "login": login or self.pick(self.learners), "family_name": "Example",
                "birth_date": "2001-02-03", "client_id": client or self.pick(("C1", "C2", "C9", "c1", "C" * 11))}

    def course(self, name=None):
        """A course with dates or a duration; without a name an earlier one is defined anew."""
        known = self.courses.get(name or self.pick(self.courses))
        if known:
            return self.changed_course(known) if self.chance(70) else dict(known)
        status = self.pick(STATUSES) if self.chance(15) else "released"
        course = {"verb": "catalogue.define_course", "course_template": self.pick(self.templates), "external_id": name,
                  "location": self.pick(("east", "west")), "planning_status": status, **self.timing()}
        if self.chance(75):
            course["max_participants"] = self.pick((0, 1, 1, 2, 2, 3))
        self.courses[name] = course
        return course

    def changed_course(self, known):
        changed = {**known, "planning_status": self.pick(STATUSES[:3]), "max_participants": self.pick((0, 1, 2, 3))}
        return {**without(changed, *TIMING), **self.timing()} if self.chance(15) else changed

    def timing(self):
        if self.chance(40):
            return {"duration": self.pick(("1 M", "6 M", "10 D", "13 M", "1 D"))}
        starts, ends = self.ordered(self.moment(STARTS), self.moment(ENDS))
        return {"starts_at": starts, "ends_at": ends, **({"duration": "1 M"} if self.chance(20) else {})}

    def bad_course(self):
        """A course that is mostly refused, and never one that others use."""
        first, second = self.moment(), self.moment()
        timing = self.pick(({}, {"starts_at": first}, {"ends_at": first}, {"starts_at": first, "ends_at": second},
                            {"duration": "2 M"}, {"duration": "2M"}, {"duration": "2 D", "administrator": "clerk009"}))
        return {"verb": "catalogue.define_course", "course_template": self.pick((*self.templates, "UNIT99")),
                "external_id": "COURSE-BAD", "location": self.pick(("east", "nowhere")), "max_participants": 1,
                "tutors": self.pick(([], ["tutor001"], ["tutor002"], ["tutor001", "tutor999"])),
                "planning_status": "released", **timing}

    # -- requests ----------------------------------------------------------------------------------------------------

    def requests(self, count):
        """Requests in that world; a plan is approved at once, or when others have asked in between."""
        plans = []
        while len(self.asked) < count:
            makers = self.makers()
            maker = self.random.choices(list(makers), list(makers.values()))[0]
            request = maker() if maker == self.again else self.head(maker())
            self.add(self.asked, request)
            if request.get("plan_only"):
                plans.append({**without(request, "plan_only"), "x-approved": True})
            if plans and (self.AT_ONCE or self.chance(60)):
                self.add(self.asked, plans.pop())
        return self.asked

    def makers(self):
        """What is asked, and how often."""
        return {self.register: 33, self.grade: 26, self.finalise: 15, self.achievement: 9, self.wish: 4,
                self.program: 4, self.course: 3, self.again: 3, self.require_subject: 1, self.bad_course: 1,
                self.learner: 1, self.clerk: 1}

    def again(self):
        """An earlier request, word for word."""
        earlier = self.pick(self.asked if self.asked and self.chance(80) else self.given)
        return without(earlier, "x-approved")

    def head(self, request):
        """With members that every request may have."""
        if self.chance(8):
            request["actor"] = self.pick((*self.clerks, "owner", "stranger"))
        if self.chance(25):
            request["detail"] = self.pick(("reason", "full"))
        if self.chance(5):
            request["key"] = "key-%d" % self.random.randrange(6)
        elif self.chance(6):
            request["plan_only"] = True
        elif self.chance(3):  # told on another day; without `effective` it holds from then on
            request["recorded"] = self.pick(("2026-07-02T00:00:00Z", "2026-08-31T20:00:00Z"))
            return request if self.chance(50) else without(request, "effective")
        if "learner" in request and self.chance(3):
            request["learner"] = request["learner"].upper()
        return request

    def who(self):
        return NOBODY if self.chance(2) else self.pick(self.learners)

    def where(self):
        return NOWHERE if self.chance(2) else self.pick(self.courses)

    def participant(self, *states):
        """Mostly somebody who is in a course, in one of these states when there are any."""
        there = self.imagined.places(states if self.chance(80) else ())
        if not there or self.chance(10):
            return {"course": self.where(), "learner": self.who()}
        place = self.pick(there)
        return {"course": place["course"]["external_id"], "learner": place["learner"]["login"]}

    def register(self):
        request = {"verb": "registration.register_learner", "course": self.where(), "learner": self.who()}
        if self.chance(97):
            request["effective"] = self.moment(STARTS if self.chance(75) else SHIFTS)
        if self.chance(18):
            request["state"] = self.pick(BEGINNINGS if self.chance(95) else NO_BEGINNINGS)
        if self.chance(8):
            request["due_at"] = self.moment() if self.chance(80) else request.get("effective", self.moment())
        if self.chance(6):
            request["start_at"], request["end_at"] = self.ordered(self.moment(), self.moment())
        if self.chance(5):
            request["obligation"] = self.pick(("required", "recommended"))
        return request

    def grade(self):
        request = {"verb": "results.receive_grade", **self.participant(),
                   "completion": self.pick(("passed", "completed", "failed", "incomplete", "incomplete"))}
        grade = self.pick(GRADES) if self.chance(98) else "100.000001"
        if grade is not None:
            request["grade_percent"] = grade
        if self.chance(96):
            request["effective"] = self.moment()
        return request

    def finalise(self):
        request = {"verb": "finalise.finalise_unit", **self.participant(),
                   "ending": self.pick(("completed", "withdrawn", "withdrawn", "deferred", "deferred", "cancelled"))}
        day = self.day()
        request["effective_on"] = day.isoformat()
        if self.chance(95):  # told when the day has come
            request["recorded"] = day.isoformat() + self.pick(("T04:00:00Z", "T21:00:00Z"))
        if self.chance(40):
            request["hours_attended"] = self.pick((-1, 0, 1, 40))
        if self.chance(20):
            request["fill_dates"] = True
        if request["ending"] == "deferred" and self.chance(95):
            request["resumes_on"] = (day + dt.timedelta(days=self.pick((-1, 0, 1, 30, 200)))).isoformat()
        return request

    def achievement(self):
        outcomes = ("20", "20", "60", "51", "81", "30", "40", "41", "52", "61", "70", "82", "85", "99")
        return {"verb": "enrolment.record_achievement", "learner": self.who(), "achieved_on": self.day().isoformat(),
                "subject": self.pick((*self.subjects, *self.subjects, "UNIT98")), "outcome": self.pick(outcomes)}

    def wish(self):
        request = {"verb": "registration.prebook", "course_template": self.pick((*self.templates, "UNIT99")),
                   "learner": self.who(), "effective": self.moment()}
        if self.chance(40):
            request["status"] = self.pick(("10", "20", "30", "40", "50", "60"))
        if self.chance(30):
            request[self.pick(("due_at", "preferred_start_at"))] = self.moment()
        return request

    def program(self):
        request = {"verb": "enrolment.enrol_in_program", "learner": self.who(),
                   "program": self.pick((*self.programs, "PROG9"))}
        if self.chance(50):
            request["location"] = self.pick(("east", "west", "nowhere"))
        if self.chance(50):
            request["commenced_on"] = self.day().isoformat()
        return request

    def require_subject(self):
        return {"verb": "prerequisites.require_subject", "course_template": self.pick((*self.templates, "UNIT99")),
                "subject": self.pick((*self.subjects, "UNIT98"))}
