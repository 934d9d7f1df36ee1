"""Random small courses that fill up, empty and fill again, in the order of time."""
import datetime as dt
import zoneinfo

from asking import Asker, without
from college import moment_of
from leaving import LEAVING

STEPS = ({"approver": "supervisor"}, {"approver": "supervisor", "level": 2}, {"approver": "group", "group": "masters"},
         {"approver": "administrator"}, {"approver": "group", "group": "nobody"},
         {"approver": "administrator", "reason_required": True})
TYPES = ("self_direct", "self_supervisor", "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only")
METHODS = ("learner", "tutor", "administrator", "progress", "learning_logic")
STOPS = ("0 H", "24 H", "36 H", "never")
RIGHTS = ("REGISTER", "CHANGE_PARTICIPANT_STATUS", "EDIT_COURSES", "OVERRIDE")
TAKING_PART, MOVING = ("registered", "in_progress"), ("registered", "in_progress", "on_hold")
PACES = (0, 0, 1, 5, 30, 61, 240, 600, 1500)  # minutes between two requests


class SeatsAsker(Asker):
    """A clock that only goes forward, so that who came first is the same for everybody."""

    def __init__(self, random):
        super().__init__(random)
        self.zone = zoneinfo.ZoneInfo(self.zones[0])
        self.clock = dt.datetime.combine(self.anchor, dt.time(9), self.zone).astimezone(dt.timezone.utc)
        self.subjects, self.templates = ["UNIT01"], ["UNIT01", "TALKS"]
        self.learners = ["learner%03d" % number for number in range(1, random.randint(5, 8))]
        self.names = ["COURSE-%d" % number for number in range(1, random.randint(3, 5))]

    def definitions(self):
        yield from self.masters()
        for number, login in enumerate(self.learners, 1):
            yield self.learner(login, "C%d" % number)
        yield self.people("masters", self.learners[:2])
        yield self.people("vips", self.random.sample(self.learners, 3))
        yield self.people("nobody", [])
        yield self.record("access.define_administrator", login="agent001", rights=[])
        for login in self.learners[2:]:
            if self.chance(60):
                yield self.supervision(login)
            if self.chance(30):
                rights = [self.pick(("EDIT", "FULL", "VIEW"))]
                yield {"verb": "access.set_clearances", "learner": login,
                       "grants": [{"holder": "user", "name": "agent001", "rights": rights}]}
        for template in self.templates:
            yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": template,
                   "name": template}
        for name in self.names:
            yield self.course(name)
            if self.chance(70 if self.courses[name].get("cancel_unprepared") else 25):
                item = self.pick(({"skill": "welding"}, {"course": self.names[0], "minimum": "enrolled"}))
                yield {"verb": "prerequisites.define_prerequisites", "course": name, "bundles": [{"items": [item]}]}
        for login in self.learners:
            if self.chance(60):
                yield {"verb": "people.state_fact", "learner": login, "kind": "skill", "about": "welding"}

    def people(self, key, members):
        return {"verb": "people.define_group", "group": key, "name": key, "members": members}

    def supervision(self, login):
        return {"verb": "people.define_supervision", "learner": login,
                "supervisors": self.learners[:self.pick((1, 1, 2))]}

    def clerk(self, login=None):
        return self.record("access.define_administrator", login=login or self.pick(self.clerks),
                           rights=sorted(self.random.sample(RIGHTS, self.random.randint(1, 4))))

    def course(self, name=None):
        if name is None or name in self.courses:
            return self.changed_course(self.courses[name or self.pick(self.courses)])
        course = {"verb": "catalogue.define_course", "course_template": self.pick(self.templates), "external_id": name,
                  "location": self.pick(("east", "west")), "planning_status": "released", **self.timing(),
                  "published": True, "max_participants": self.pick((0, 1, 1, 2, 2, 3))}
        course.update(self.settings())
        self.courses[name] = course
        return course

    def timing(self):
        if self.chance(30):
            return {"duration": self.pick(("1 M", "10 D"))}
        start = self.clock + dt.timedelta(days=self.pick((1, 2, 4, 8)), hours=self.pick((0, 3, 15)))
        return {"starts_at": written(start), "ends_at": written(start + dt.timedelta(days=self.pick((1, 5, 30))))}

    def settings(self):
        chosen = {}
        if self.chance(20):
            chosen["waiting_list"] = False
        if self.chance(30):
            chosen["promotion"] = self.pick(("manual", "auto_fifo"))
        if self.chance(30):
            chosen["promote_stop"] = self.pick(STOPS)
        if self.chance(30):
            chosen["quotas"] = [{"name": "some", "group": "vips", "seats": self.pick((0, 1, 1, 2))}]
        if self.chance(70):
            chosen["registration_type"] = self.pick(TYPES)
        if chosen.get("registration_type") == "multi_step":
            chosen["approval_steps"] = self.random.sample(STEPS, self.random.randint(1, 3))
        if self.chance(40):
            chosen["hold_seat"] = self.chance(70)
        if self.chance(50):
            chosen["conclude_by"] = self.pick(METHODS)
        if self.chance(30):
            chosen.update(prerequisites_due=written(self.clock + dt.timedelta(days=self.pick((1, 3)))),
                          cancel_unprepared=self.chance(80))
        if self.chance(40):
            chosen["tutors"] = ["tutor001"]
        return chosen

    def changed_course(self, known):
        """Other terms or other dates; the timing stays, since nobody may change it once somebody is in."""
        changed = dict(known)
        kind = self.random.randrange(5)
        if kind == 0:
            changed["planning_status"] = self.pick(("released", "released", "locked", "cancelled", "fixed"))
        elif kind == 1 and "quotas" in known:
            changed["quotas"] = [{**quota, "seats": self.pick((0, 1, 2, 3))} for quota in known["quotas"]]
        elif kind == 2 and "promotion" in known:
            changed["promotion"] = self.pick(("manual", "auto_fifo"))
        elif kind == 3:
            changed.update(self.later(known))
        else:
            changed["max_participants"] = self.pick((0, 1, 2, 2, 3, 4))
        self.courses[known["external_id"]] = changed
        return changed

    def later(self, known):
        """The same timing, some days later."""
        if "duration" in known:
            return {"duration": self.pick(("1 M", "10 D", "20 D"))}
        by = dt.timedelta(days=self.pick((1, 3, 9)))
        return {name: written(moment_of(known[name]) + by) for name in ("starts_at", "ends_at")}

    # -- requests ----------------------------------------------------------------------------------------------------

    def makers(self):
        """What needs somebody in a state is asked often where there is somebody, else now and then."""
        there = {place["state"] for place in self.imagined.places(())}
        needs = {self.answer: (20, ("requested",)), self.cancel: (8, LEAVING), self.give_up: (6, LEAVING),
                 self.move: (8, MOVING), self.replace: (6, ("registered",)), self.conclude: (8, TAKING_PART),
                 self.promote: (12, ("waiting",)), self.grade: (7, TAKING_PART), self.finalise: (3, TAKING_PART),
                 self.change_state: (12, (*MOVING, "cancelled", "moved", "replaced", "passed", "failed")),
                 self.change_registration: (4, LEAVING)}
        often = {maker: weight if there & set(states) else 1 for maker, (weight, states) in needs.items()}
        return {**often, self.register: 22, self.request_place: 14, self.course: 8, self.fact: 4,
                self.catch_up: 12 if self.due() else 1}

    def head(self, request):
        self.go_on()
        if request["verb"].split(".")[0] in ("registration", "results", "catalogue", "people"):
            request["effective"] = written(self.clock)
        request["recorded"] = written(self.clock)  # told when it happens
        if "actor" not in request and self.chance(8):
            request["actor"] = self.pick((*self.clerks, "owner", "stranger"))
        if self.chance(3):
            request["plan_only"] = True
        return request

    def go_on(self):
        """The clock goes on, at times to a moment at which something changes, or beside it."""
        self.clock += dt.timedelta(minutes=self.pick(PACES))
        ahead = [moment for moment in self.borders() if self.clock < moment < self.clock + dt.timedelta(days=3)]
        if ahead and self.chance(10):
            self.clock = self.pick(ahead) + dt.timedelta(seconds=self.pick((-1, 0, 0, 1)))

    def borders(self):
        for course in self.courses.values():
            for name in ("starts_at", "ends_at", "prerequisites_due"):
                if name in course:
                    yield moment_of(course[name])
            if "starts_at" in course and course.get("promote_stop", "never") != "never":
                yield moment_of(course["starts_at"]) - dt.timedelta(hours=int(course["promote_stop"].split(" ")[0]))
        for place in self.imagined.places(("reserved", "requested")):
            if place.get("expires_at"):
                yield place["expires_at"]

    def somebody(self, learner):
        """Who asks for a learner: mostly he himself, or somebody who may."""
        return self.pick((learner, learner, learner, *self.learners[:2], "agent001", *self.clerks, "owner", self.who()))

    def register(self):
        request = without(super().register(), "effective", "state", "due_at", "start_at", "end_at")
        if self.chance(35):
            request["state"] = self.pick(("reserved", "reserved", "reserved", "waiting", "in_progress", "requested"))
        if request.get("state") == "reserved" and self.chance(80):
            request["expires_at"] = written(self.clock + dt.timedelta(hours=self.pick((1, 12, 40))))
        if self.chance(4):
            request["override_reason"] = "agreed"
        return request

    def request_place(self):
        request = {"verb": "registration.request_place", "course": self.where(), "learner": self.who()}
        if self.chance(40):  # after the next steps of the clock
            request["expires_at"] = written(self.clock + dt.timedelta(hours=self.pick((26, 40))))
        return {**request, "actor": self.somebody(request["learner"])}

    def answer(self):
        request = {"verb": "registration.answer_request", **self.participant("requested"), "approve": self.chance(80)}
        if self.chance(60):
            request["reason"] = "as agreed"
        return {**request, "actor": self.approver(request) if self.chance(75) else self.somebody(request["learner"])}

    def approver(self, request):
        """Somebody who may answer, as far as that can be told."""
        step = self.imagined.open_step(request["course"], request["learner"])
        return self.pick(step["people"] if step and step["people"] else (*self.clerks, "owner"))

    def cancel(self):
        because = {"because": self.pick(("provider", "logic"))} if self.chance(20) else {}
        return {"verb": "registration.cancel_place", **self.participant(*LEAVING), **because}

    def give_up(self):
        request = {"verb": "registration.give_up_place", **self.participant(*LEAVING)}
        return {**request, "actor": self.somebody(request["learner"])}

    def move(self):
        there = self.participant(*MOVING)
        return {"verb": "registration.move_place", "from_course": there["course"], "learner": there["learner"],
                "course": self.where(), **({"allow_other_template": True} if self.chance(60) else {})}

    def replace(self):
        there = self.participant("registered")
        return {"verb": "registration.replace_participant", "course": there["course"], "leaves": there["learner"],
                "learner": self.who()}

    def grade(self):
        return without(super().grade(), "effective")

    def finalise(self):
        day = self.clock.astimezone(self.zone).date()
        request = {**super().finalise(), "effective_on": day.isoformat()}
        if "resumes_on" in request:
            request["resumes_on"] = (day + dt.timedelta(days=self.pick((0, 5)))).isoformat()
        return request

    def change_state(self):
        states, changes = self.pick((
            (TAKING_PART, ({"state": "on_hold", "reason": "ill"}, {"state": "on_hold"})),
            (("registered", "failed"), ({"state": "in_progress"},)),
            (("on_hold",), ({"state": "registered"}, {"state": "in_progress"})),
            (("cancelled", "moved", "replaced"), ({"state": "registered", "correction": True, "reason": "mistaken"},)),
            (("passed",), ({"state": "failed", "correction": True, "reason": "mistaken"},
                           {"state": "failed", "correction": True})),
            ((), ({"state": "passed"}, {"state": "registered"}))))
        return {"verb": "registration.change_state", **self.participant(*states), **self.pick(changes)}

    def conclude(self):
        request = {"verb": "registration.conclude", **self.participant(*TAKING_PART),
                   "passed": self.chance(70)}
        if self.chance(60):
            request["reason"] = "seen"
        return {**request, "actor": self.pick(("owner", "tutor001", "tutor002", *self.clerks, request["learner"]))}

    def promote(self):
        there = self.participant("waiting")
        return {"verb": "registration.promote", "course": there["course"],
                **({"learner": there["learner"]} if self.chance(60) else {})}

    def due(self):
        """Courses in which something has become due."""
        places = self.imagined.places(LEAVING)
        ended = [place["course"]["external_id"] for place in places
                 if place.get("expires_at") and place["expires_at"] <= self.clock]
        return ended + [place["course"]["external_id"] for place in places if place["course"].get("cancel_unprepared")
                        and moment_of(place["course"]["prerequisites_due"]) <= self.clock]

    def catch_up(self):
        due = self.due()
        return {"verb": "registration.catch_up", "course": self.pick(due if due and self.chance(90) else self.names)}

    def fact(self):
        return {"verb": "people.state_fact", "learner": self.who(), "kind": "skill", "about": "welding",
                "holds": self.chance(75)}

    def change_registration(self):
        moment = written(self.clock + dt.timedelta(days=self.pick((30, 39))))
        return {"verb": "registration.change_registration", **self.participant(),
                self.pick(("due_at", "planned_start_at", "planned_end_at", "expires_at")): moment}


def written(moment):
    return moment.astimezone(dt.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
