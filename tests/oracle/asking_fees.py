"""Random prices and rules of cancellation, and places that are given up around every border."""
import datetime as dt
import zoneinfo

from asking import Asker
from asking_seats import written
from leaving import DIGITS, LEAVING

# Starts on the days on which clocks change, at the moments that matter there.
HOURS = ((0, 0), (0, 30), (1, 59), (2, 0), (2, 30), (3, 0), (9, 0), (23, 59))
PRICES = ("0", "0.01", "0.05", "1", "33.33", "99.99", "100", "1234.5", "0.000001", "999999999.999999", "250.005",
          "12.345678")
PERCENTS = ("0", "0.5", "1", "10", "12.5", "33.333333", "50", "66.666667", "99.999999", "100", "0.000001")
DAYS_BEFORE = (-3, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 30, 31)
NUDGES = (0, 0, 1, -1, 60, -60, 43200, -43200)  # seconds beside a border


class FeesAsker(Asker):
    """Everybody gets a place and leaves it."""

    def __init__(self, random):
        super().__init__(random)
        self.templates, self.subjects = ["TALKS"], []
        self.learners = ["learner%03d" % number for number in range(1, 16)]
        self.zone, self.left = None, []

    def definitions(self):
        yield from self.masters()
        for number, login in enumerate(self.learners, 1):
            yield self.learner(login, "C%d" % number)
        yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": "TALKS", "name": "TALKS"}
        for name in ("COURSE-1", "COURSE-2"):
            yield self.course(name)

    def course(self, name=None):
        if name is None:
            return self.changed(self.courses[self.pick(self.courses)])
        course = {"verb": "catalogue.define_course", "course_template": "TALKS", "external_id": name,
                  "location": self.pick(("east", "west")), "planning_status": "released", "published": True,
                  **self.timing(), **self.terms()}
        if self.chance(30):
            course["max_participants"] = 3
        self.courses[name] = course
        return course

    def terms(self):
        days = sorted(self.random.sample((0, 1, 2, 3, 5, 7, 14, 30), self.pick((0, 1, 2, 3, 4))))
        self.random.shuffle(days)
        terms = {"price": self.pick(PRICES), "currency": self.pick(sorted(DIGITS))}
        if days:
            terms["cancellation_rules"] = [{"days": each, "percent": self.pick(PERCENTS)} for each in days]
        if self.chance(50):
            terms["after_start_percent"] = self.pick(PERCENTS)
        return terms

    def changed(self, known):
        """New terms hold for whoever leaves from then on; at times two rules contradict each other."""
        changed = {**known, **self.terms(), "planning_status": self.pick(("released",) * 6 + ("cancelled", "locked"))}
        rules = changed.get("cancellation_rules", [])
        if rules and self.chance(10):
            return {**changed, "cancellation_rules": [*rules, {**rules[0], "percent": "7"}]}
        self.courses[known["external_id"]] = changed
        return changed

    def timing(self):
        if self.chance(15):
            return {"duration": "10 D"}
        zone = zoneinfo.ZoneInfo(self.pick(self.zones))
        start = dt.datetime.combine(self.anchor, dt.time(*self.pick(HOURS)), zone).astimezone(dt.timezone.utc)
        return {"starts_at": written(start), "ends_at": written(start + dt.timedelta(days=self.pick((1, 20))))}

    # -- requests ----------------------------------------------------------------------------------------------------

    def makers(self):
        return {self.enter: 50, self.leave: 45, self.course: 5}

    def head(self, request):
        return request

    def border(self, course):
        """A moment near midnight some days before the start, or near the start itself."""
        zone = zoneinfo.ZoneInfo(self.zones[0] if course["location"] == "east" else self.zones[1])
        start = dt.datetime.fromisoformat(course.get("starts_at", "2026-01-10T00:00:00Z").replace("Z", "+00:00"))
        if self.chance(25):
            return start + dt.timedelta(seconds=self.pick(NUDGES))
        day = start.astimezone(zone).date() - dt.timedelta(days=self.pick(DAYS_BEFORE))
        local = dt.datetime.combine(day, dt.time(), zone).astimezone(dt.timezone.utc)
        return local + dt.timedelta(seconds=self.pick(NUDGES))

    def enter(self):
        request = {"verb": "registration.register_learner", "course": self.pick(self.courses),
                   "learner": self.pick(self.learners), "effective": "2024-01-02T03:00:00Z"}
        if self.chance(30):
            request["state"] = self.pick(("in_progress", "in_progress", "reserved", "requested", "waiting"))
        if request.get("state") == "in_progress" and self.chance(70):
            request["start_at"] = "2024-01-03T10:00:00Z"
        return request

    def leave(self):
        who = self.participant(*LEAVING)
        course = self.courses.get(who["course"]) or self.pick(self.courses.values())
        request = {**who, "effective": written(self.border(course))}
        if self.chance(20):
            return {"verb": "registration.give_up_place", **request, "actor": who["learner"]}
        because = {"because": self.pick(("provider", "logic", "unprepared"))} if self.chance(8) else {}
        return {"verb": "registration.cancel_place", **request, **because}
