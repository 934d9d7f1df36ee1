"""Random courses that offer the same component courses through their sets, and people who choose there."""
import datetime as dt

from asking import without
from asking_seats import MOVING, TAKING_PART, SeatsAsker, written
from seats import is_full

OFFERS, PARTS = ("OFFER-1", "OFFER-2"), ("PART-1", "PART-2", "PART-3", "PART-4")
TRAINING = PARTS[1:]  # that train the unit
RIGHTS = ("REGISTER", "FINALISE", "REOPEN", "CHANGE_PARTICIPANT_STATUS", "OVERRIDE")


class SetsAsker(SeatsAsker):
    """Few parts that stand in several sets, so that a booking through one course meets the choice in another."""

    def __init__(self, random):
        super().__init__(random)
        self.learners, self.names = self.learners[:4], [*OFFERS, *PARTS]
        self.templates = [*self.templates, "PART", "UNIT01-PART"]
        self.sets = {}

    def definitions(self):
        yield from self.masters()
        for number, login in enumerate(self.learners, 1):
            yield self.learner(login, "C%d" % number)
        yield self.people("vips", self.learners[:2])
        for template in self.templates:
            part = {"kind": "component_course"} if template.endswith("PART") else {}
            trains = {"subject": "UNIT01"} if template == "UNIT01-PART" else {}
            yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": template,
                   "name": template, **part, **trains}
        for name in self.names:
            yield self.course(name)
        if self.chance(40):
            needs = self.pick(({"skill": "welding"}, {"course": PARTS[0], "minimum": "enrolled"}, {"course": PARTS[2]}))
            yield {"verb": "prerequisites.define_prerequisites", "course": PARTS[1], "bundles": [{"items": [needs]}]}
        for course, key in ((OFFERS[0], "first"), (OFFERS[0], "second"), (OFFERS[1], "first")):
            if key == "first" or self.chance(50):
                yield self.course_set(course, key)
        for login in self.learners:
            for course in OFFERS:
                if self.chance(75):
                    yield {"verb": "registration.register_learner", "course": course, "learner": login,
                           "effective": written(self.clock), "recorded": written(self.clock)}

    def course_set(self, course=None, key=None):
        """A set of a course; without a name an earlier one in which something is otherwise."""
        course, key = (course, key) if course else self.pick(self.sets)
        known = self.sets.get((course, key), {})
        members = self.random.sample(PARTS, self.pick((2, 3, 3, 4)))
        most = self.pick((1, 1, 1, 2))
        if known and self.chance(50):
            members = known["members"]
        self.sets[course, key] = {"verb": "catalogue.define_course_set", "course": course, "course_set": key,
                                  "name": "Choice", "members": members, "choose_min": self.pick((0, most)),
                                  "choose_max": most}
        return self.sets[course, key]

    def clerk(self, login=None):
        return self.record("access.define_administrator", login=login or self.pick(self.clerks),
                           rights=sorted(self.random.sample(RIGHTS, self.random.randint(2, 4))))

    def course(self, name=None):
        if name is None or name in self.courses:
            return self.changed_course(self.courses[name or self.pick(PARTS)])
        template = self.pick(("UNIT01", "TALKS")) if name in OFFERS else "UNIT01-PART" if name in TRAINING else "PART"
        course = {"verb": "catalogue.define_course", "course_template": template, "external_id": name,
                  "location": self.pick(("east", "west")), "planning_status": "released", "published": name in OFFERS,
                  **self.timing(), "conclude_by": "administrator"}
        if name in PARTS:
            course.update(self.terms())
        self.courses[name] = course
        return course

    def timing(self):
        if self.chance(50):
            return {"duration": self.pick(("1 M", "6 M"))}
        start = self.clock + dt.timedelta(days=self.pick((-3, 1, 4, 8)))
        return {"starts_at": written(start), "ends_at": written(start + dt.timedelta(days=self.pick((9, 40, 60))))}

    def terms(self):
        terms = {"max_participants": self.pick((1, 1, 1, 2))} if self.chance(60) else {}
        if self.chance(15):
            terms["bookable_alone"] = True
        if self.chance(25):
            terms["registration_type"] = "self_admin"
        if self.chance(25):
            terms["hold_seat"] = True
        if self.chance(15):
            terms["waiting_list"] = False
        if self.chance(15):
            terms["promotion"] = "manual"
        return terms

    # -- requests ----------------------------------------------------------------------------------------------------

    def makers(self):
        makers = super().makers()
        ends = {self.finalise: 5, self.reopen: 5 if self.finalised() else 0, self.course_set: 1, self.check: 2}
        return {**makers, **ends, self.register: 36, self.catch_up: 8 if self.due() else 0, self.course: 3,
                self.request_place: 6, self.cancel: 10, self.fact: 2, self.grade: 10}

    def finalised(self):
        return [place for place in self.imagined.places(()) if place.get("finalised")]

    def where(self):
        return self.pick((*PARTS, *PARTS, *OFFERS)) if self.chance(85) else super().where()

    def register(self):
        """Mostly into a part, and often somebody who has another one already."""
        request = super().register()
        there = self.in_parts(*MOVING)
        if there and self.chance(40):
            learner, course = self.pick(there)
            college = self.imagined.college
            full = [part for part in PARTS if part != course and is_full(college, college.find("course", part))]
            request.update(learner=learner, course=self.pick(full if full and self.chance(50) else PARTS))
        return without(request, "state", "expires_at") if self.chance(75) else request

    def in_parts(self, *states):
        """(learner, course) of places in parts."""
        return [(place["learner"]["login"], place["course"]["external_id"]) for place in self.imagined.places(states)
                if place["course"]["external_id"] in PARTS]

    def move(self):
        request = super().move()
        if self.chance(70) and request["from_course"] in PARTS:
            request["course"] = self.pick(PARTS)
        return request

    def cancel(self):
        """Now and then the place above, and often one for which somebody waits."""
        request = super().cancel()
        if self.chance(20):
            return {**request, "course": self.pick(OFFERS)}
        waited_for = {course for _, course in self.in_parts("waiting")}
        there = [each for each in self.in_parts(*TAKING_PART) if each[1] in waited_for]
        if there and self.chance(60):
            request["learner"], request["course"] = self.pick(there)
        return request

    def conclude(self):
        request = super().conclude()
        return {**request, "actor": "owner"} if self.chance(80) else request

    def finalise(self):
        """Often the place above, and told some days later."""
        request = super().finalise()
        there = [place for place in self.imagined.places(TAKING_PART) if place["course"]["external_id"] in OFFERS]
        if there and self.chance(50):
            place = self.pick(there)
            request.update(course=place["course"]["external_id"], learner=place["learner"]["login"])
        told = dt.date.fromisoformat(request["effective_on"])
        return {**request, "effective_on": (told - dt.timedelta(days=self.pick((0, 0, 1, 3)))).isoformat()}

    def reopen(self):
        place = self.pick(self.finalised())
        day = self.clock.astimezone(self.zone).date()
        return {"verb": "finalise.reopen_unit", "course": place["course"]["external_id"],
                "learner": place["learner"]["login"], "effective_on": day.isoformat(), "reason": "By mistake."}

    def check(self):
        return {"verb": "registration.check", "learner": self.who(), "courses": list(PARTS)}

    def grade(self):
        """Mostly the beginning of a part."""
        request = super().grade()
        if self.chance(60):
            request = {**without(request, "grade_percent"), "completion": "incomplete"}
        there = [each for each in self.in_parts("registered") if each[1] in TRAINING]
        if there and self.chance(70):
            request["learner"], request["course"] = self.pick(there)
        return request

    def change_state(self):
        """Mostly of somebody who comes back."""
        if self.chance(50):
            return super().change_state()
        there = self.participant("cancelled", "moved", "replaced", "failed")
        place = self.imagined.latest(there["learner"], there["course"])
        if place is not None and place["state"] == "failed":
            return {"verb": "registration.change_state", **there, "state": "in_progress"}
        return {"verb": "registration.change_state", **there, "state": "registered", "correction": True,
                "reason": "mistaken"}
