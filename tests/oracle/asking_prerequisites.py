"""Random colleges in which much is required, and learners who have some of it."""
import datetime as dt

from asking import Asker

MINIMUMS = ("completed", "in_progress", "enrolled", "any")
LEAVES = ("subject", "course", "course", "course_template", "course_group", "path", "group", "skill", "job_profile")
SHIFTS = (-40, -20, -3, -1, 0, 0, 1, 3, 20, 40)


class PrerequisitesAsker(Asker):
    """Few courses that require each other, and questions who may enter."""

    def __init__(self, random):
        super().__init__(random)
        self.subjects, self.templates = ["UNIT01", "UNIT02"], ["UNIT01", "UNIT02", "TALKS", "PLAIN"]
        self.names = ["COURSE-%d" % number for number in range(1, random.randint(5, 8))]
        self.learners, self.sets = self.learners[:3], {}

    def definitions(self):
        yield from self.masters()
        for number, login in enumerate(self.learners, 1):
            yield self.learner(login, "C%d" % number)
        for template in self.templates:
            more = {"minimum_status": self.pick(MINIMUMS)} if self.chance(25) else {}
            yield {"verb": "catalogue.define_template", "course_type": "class", "external_id": template,
                   "name": template, **more}
        for key in ("masters", "juniors"):
            yield self.people(key)
        first = self.names[:3]
        for name in first:
            yield self.course(name)
        yield from self.collections(first)
        for _ in range(self.pick((0, 1, 2))):
            yield self.define(course_template=self.pick(self.templates), names=first)
        for name in self.names[3:]:
            yield self.course(name)
        for _ in range(len(self.names)):
            yield self.define(course=self.pick(self.names), names=self.names)

    def course(self, name=None):
        course = super().course(name)
        if name:
            course.pop("max_participants", None)
            course["planning_status"] = "released" if self.chance(95) else "locked"
        if self.chance(25):
            course["minimum_status"] = self.pick(MINIMUMS)
        return course

    def people(self, key):
        return {"verb": "people.define_group", "group": key, "name": key,
                "members": self.random.sample(self.learners, self.random.randint(0, 2))}

    def collections(self, names):
        for key in ("basics", "extras"):
            yield {"verb": "catalogue.define_course_group", "course_group": key, "name": key,
                   "courses": self.some(names)}
        yield {"verb": "catalogue.define_path", "path": "road", "name": "road", "courses": self.some(names)}

    def some(self, names):
        return self.random.sample(names, self.pick((0, 1, 1, 2, 2)))

    # -- prerequisites -----------------------------------------------------------------------------------------------

    def define(self, names, **owner):
        bundles = [self.bundle(names) for _ in range(self.pick((0, 1, 1, 1, 2, 2, 3)))]
        return {"verb": "prerequisites.define_prerequisites", **owner, "bundles": bundles}

    def bundle(self, names):
        bundle = {"items": [self.item(names, 1, True) for _ in range(self.random.randint(1, 3))]}
        if self.chance(10):
            bundle["required"] = False
        return self.with_minimum(bundle, 15)

    def with_minimum(self, item, percent):
        return {**item, "minimum": self.pick(MINIMUMS)} if self.chance(percent) else item

    def item(self, names, depth, top=False):
        more = {"required": self.chance(40)} if top and self.chance(30) else {}
        if depth < 3 and self.chance(30):
            parts = [self.item(names, depth + 1) for _ in range(self.random.randint(1, 4))]
            least = {"least": self.random.randint(1, len(parts))} if self.chance(70) else {}
            return self.with_minimum({"items": parts, **least, **more}, 20)
        return {**self.leaf(names), **more}

    def leaf(self, names):
        kind = self.pick(LEAVES)
        if kind in ("skill", "job_profile"):
            return {kind: self.pick(("welding", "cooking")),
                    **({"level": self.pick((1, 2, 3))} if kind == "skill" and self.chance(60) else {}),
                    **({"whole": True} if kind == "job_profile" and self.chance(50) else {})}
        keys = {"subject": self.subjects, "course": names, "course_template": self.templates,
                "course_group": ("basics", "extras"), "path": ("road",), "group": ("masters", "juniors")}[kind]
        item = {kind: self.pick(keys)}
        if kind == "course_group" and self.chance(30):
            item["whole"] = True
        return self.with_minimum(item, 40 if kind.startswith("course") else 0)

    def malformed(self):
        """Prerequisites that are refused, whatever the college."""
        bundle = self.bundle(self.names)
        wrong = self.pick(({"subject": "UNIT01", "skill": "welding"}, {"required": True},
                           {"items": [{"subject": "UNIT01"}], "least": 2}, {"course": "COURSE-999"},
                           {"items": [{"subject": "UNIT01", "required": True}]}, {"group": "nobody"},
                           {"course_group": "none"}, {"path": "nowhere"}, {"course_template": "UNIT99"}))
        bundle["items"].insert(self.random.randrange(len(bundle["items"]) + 1), wrong)
        owner = {"course": self.pick(self.names)} if self.chance(80) else {}
        return {"verb": "prerequisites.define_prerequisites", **owner, "bundles": [bundle]}

    # -- requests ----------------------------------------------------------------------------------------------------

    def makers(self):
        return {self.check: 25, self.register: 30, self.grade: 10, self.achievement: 5, self.fact: 10,
                self.define_anew: 8, self.malformed: 2, self.require_subject: 1, self.again: 2, self.group_anew: 3,
                self.finalise: 2, self.change: 4, self.bad_course: 1}

    def check(self):
        return {"verb": "registration.check", "learner": self.who(), "effective": self.moment(SHIFTS),
                "courses": list(self.names), "detail": "reason"}

    def register(self):
        request = super().register()
        request["detail"] = "reason"
        if self.chance(40):
            request["state"] = self.pick(("passed", "passed", "passed", "failed", "in_progress", "in_progress"))
        if request.get("state", "registered") in ("passed", "failed", "in_progress") and self.chance(80):
            request["start_at"], request["end_at"] = self.ordered(self.moment(SHIFTS), self.moment(SHIFTS))
            if self.chance(40) and request["state"] != "in_progress":
                request["valid_until"] = self.day(SHIFTS).isoformat()
        elif self.chance(3):
            request["override_reason"] = "agreed"
        return request

    def fact(self):
        kind = self.pick(("skill", "skill", "job_profile", "course", "course_template"))
        about = {"course": self.names, "course_template": self.templates}.get(kind, ("welding", "cooking"))
        request = {"verb": "people.state_fact", "learner": self.who(), "kind": kind, "about": self.pick(about),
                   "holds": self.chance(80), "level": self.pick((0, 1, 2, 3))}
        first = self.day(SHIFTS)
        if self.chance(30):
            request["from_on"] = first.isoformat()
        if self.chance(30):
            request["until_on"] = (first + dt.timedelta(days=self.pick((0, 1, 30)))).isoformat()
        return request

    def define_anew(self):
        owner = {"course": self.pick(self.names)} if self.chance(80) else {"course_template": self.pick(self.templates)}
        return self.define(self.names, **owner)

    def group_anew(self):
        if self.chance(50):
            return self.people(self.pick(("masters", "juniors")))
        return self.pick(list(self.collections(self.names)))

    def change(self):
        return {"verb": "registration.change_state", **self.participant(), "effective": self.moment(SHIFTS),
                **self.pick(({"state": "on_hold", "reason": "ill"}, {"state": "in_progress"}, {"state": "registered"},
                             {"state": "failed", "correction": True, "reason": "mistaken"}))}
