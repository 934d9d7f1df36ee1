"""Random stories in which two courses offer the same component courses through their sets: what happens to a place in
one of them reaches those in the others, which hardly any story tells. And what must hold of such a world besides.

The same generator makes the same story.
"""
import datetime as dt
import json

BEGIN = dt.datetime(2026, 2, 1, tzinfo=dt.timezone.utc)
ABOVE, PARTS, PEOPLE = ("cooking-1", "hygiene-online"), ("rye", "spelt", "oat", "bran"), ("ann", "ben", "cho")
TRAINS = {"rye": "PART", "spelt": "PART", "oat": "UNIT-PART", "bran": "UNIT-PART"}  # bran trains the unit of oat
SETS = (("cooking-1", "first"), ("cooking-1", "second"), ("hygiene-online", "first"))
HAPPENINGS = 45
OPEN = ("requested", "reserved", "waiting", "registered", "in_progress", "on_hold")
ENDED = ("cancelled", "moved", "replaced")


class SharedSets:
    """The maker of one story."""

    def __init__(self, random):
        self.random, self.now = random, BEGIN
        self.booked = []  # who was to be in which course

    def story(self):
        given = [*self.definitions(), *(self.enters(course, who) for course in ABOVE for who in PEOPLE[:2])]
        return {"background": "college", "now": "2026-03-01T00:00:00Z", "given": given,
                "steps": [{"when": self.happening()} for _ in range(HAPPENINGS)]}

    def pick(self, values):
        return self.random.choice(list(values))

    def chance(self, percent):
        return self.random.randrange(100) < percent

    # -- the courses -------------------------------------------------------------------------------------------------

    def definitions(self):
        for template, subject in (("PART", {}), ("UNIT-PART", {"subject": self.pick(("SITXFSA005", "SITHCCC027"))})):
            yield {"verb": "catalogue.define_template", "course_type": "unit", "external_id": template,
                   "name": template, "kind": "component_course", **subject}
        for part in PARTS:
            yield self.part(part)
        for course in ABOVE:
            yield {"verb": "catalogue.define_course", "external_id": course, "max_participants": 9, "published": False}
        for course, key in SETS:
            yield self.course_set(course, key)
        yield {"verb": "catalogue.define_syllabus", "course": "cooking-1",
               "components": [{"key": "choice", "kind": "course_set", "course_set": "first"}]}

    def part(self, part):
        timing = {"duration": self.pick(("1 M", "6 M"))} if self.chance(60) else {
            "starts_at": "2026-02-%02dT09:00:00+11:00" % self.pick((2, 9, 20)), "ends_at": "2026-05-01T17:00:00+10:00"}
        seats = {"max_participants": self.pick((1, 1, 2))} if self.chance(50) else {}
        return {"verb": "catalogue.define_course", "course_template": TRAINS[part], "external_id": part,
                "location": "melbourne", "conclude_by": "administrator", **timing, **seats}

    def course_set(self, course, key):
        """Two sets of one course may have a part in common as well."""
        most = self.pick((1, 1, 2))
        return {"verb": "catalogue.define_course_set", "course": course, "course_set": key, "name": key,
                "members": self.random.sample(PARTS, self.pick((2, 3, 4))), "choose_max": most,
                "choose_min": self.random.randint(0, most)}

    # -- what happens ------------------------------------------------------------------------------------------------

    def happening(self):
        """One request, some hours after the one before."""
        self.now += dt.timedelta(hours=self.pick((1, 5, 20)))
        makers = {self.book: 30, self.of_place: 34, self.ends: 10, self.of_course: 12, self.needs: 5, self.many: 5}
        request = self.random.choices(list(makers), list(makers.values()))[0]()
        return {**request, "effective": self.now.isoformat()}

    def enters(self, course, learner):
        self.booked.append({"learner": learner, "course": course})
        return {"verb": "registration.register_learner", **self.booked[-1], "effective": BEGIN.isoformat()}

    def anywhere(self):
        return self.pick((*PARTS, *PARTS, *ABOVE))

    def there(self):
        """Somebody in a course, mostly one who was to be there."""
        if self.chance(80):
            return dict(self.pick(self.booked))
        return {"learner": self.pick(PEOPLE), "course": self.anywhere()}

    def book(self):
        who = self.pick((*PEOPLE, *PEOPLE[:2]))
        request = {"verb": "registration.register_learner", "course": self.anywhere(), "learner": who}
        self.booked.append({"learner": who, "course": request["course"]})
        if self.chance(20):
            return {**request, "verb": "registration.request_place", "actor": self.pick((who, "owner"))}
        return {**request, "state": self.pick(("waiting", "reserved", "requested"))} if self.chance(15) else request

    def of_place(self):
        there, course = self.there(), self.pick(PARTS)
        return self.pick((
            {"verb": "registration.cancel_place", **there},
            {"verb": "registration.give_up_place", **there, "actor": there["learner"]},
            {"verb": "registration.move_place", "from_course": there["course"], "learner": there["learner"],
             "course": self.pick((course, course, *ABOVE)), "allow_other_template": True},
            {"verb": "registration.conclude", **there, "passed": self.chance(50), "reason": "seen"},
            {"verb": "results.receive_grade", **there, "completion": self.pick(("passed", "failed", "incomplete"))},
            {"verb": "registration.change_state", **there, "state": self.pick(("on_hold", "in_progress")),
             "reason": "so"},
            {"verb": "registration.change_state", **there, "state": "registered", "correction": True, "reason": "so"},
            {"verb": "registration.replace_participant", "course": there["course"], "leaves": there["learner"],
             "learner": self.pick(PEOPLE)},
            {"verb": "registration.promote", "course": course}))

    def ends(self):
        there = {**self.there(), "effective_on": self.now.date().isoformat()}
        if self.chance(35):
            return {"verb": "finalise.reopen_unit", **there, "reason": "so"}
        return {"verb": "finalise.finalise_unit", **there,
                "ending": self.pick(("withdrawn", "cancelled", "deferred", "completed"))}

    def of_course(self):
        part, (course, key) = self.pick(PARTS), self.pick(SETS)
        return self.pick((
            {"verb": "catalogue.define_course", "external_id": part, "max_participants": self.pick((0, 1, 2, 5))},
            {"verb": "catalogue.define_course", "external_id": self.pick((part, course)),
             "planning_status": self.pick(("released", "released", "locked", "closed"))},
            self.course_set(course, key), self.course_set(course, key),
            {"verb": "catalogue.delete_course_set", "course": course, "course_set": key},
            {"verb": "catalogue.delete_course", "course": self.anywhere()},
            {"verb": "catalogue.restore_course", "course": self.anywhere()},
            {"verb": "catalogue.duplicate_course", "course": course, "external_id": course + "-again"},
            {"verb": "registration.catch_up", "course": part}))

    def needs(self):
        """Parts that need one another, or the unit that they train."""
        item = self.pick(({"course": self.pick(PARTS), "minimum": "enrolled"}, {"course": self.pick(PARTS)},
                          {"subject": "SITXFSA005"}, {"skill": "baking"}))
        bundles = [{"items": [item]}] if self.chance(60) else []
        return {"verb": "prerequisites.define_prerequisites", "course": self.pick(PARTS), "bundles": bundles}

    def many(self):
        course, people = self.anywhere(), list(PEOPLE[:self.pick((2, 3))])
        return self.pick(({"verb": "registration.register_many", "course": course, "learners": people},
                          {"verb": "registration.cancel_many", "course": course, "learners": people},
                          {"verb": "registration.check", "learner": people[0], "courses": list(PARTS)},
                          {"verb": "registration.assess", "course": course}))


# -- what must hold --------------------------------------------------------------------------------------------------

def links_problem(find):
    """What does not hold of bookings and the places above them; `find` answers the records of a kind."""
    places = {each["id"]: each for each in find("enrolment")}
    for place in places.values():
        state, parents = place.get("state"), place.get("parents", ())
        above = [places.get(parent) for parent in parents]
        if len(set(parents)) < len(parents):
            return "place %d came through one place twice" % place["id"]
        if any(each is None or each["learner"] != place["learner"] for each in above):
            return "place %d came through that of somebody else" % place["id"]
        if state in OPEN and not place.get("finalised") and any(each["state"] in ENDED for each in above):
            return "place %d is open, and one above it has ended" % place["id"]
    return training_problem(places, find("activity"))


def training_problem(places, activities):
    """Training goes along with its learner, and stands in one place only."""
    seen = set()
    for activity in activities:
        place = activity.get("enrolment")
        if not place:
            continue
        if place not in places or places[place]["learner"] != activity["learner"]:
            return "training %d stands in a place of somebody else" % activity["id"]
        if place in seen:
            return "place %d trains twice" % place
        seen.add(place)
    return None


def records_of(door):
    """A `find` for links_problem."""
    return lambda kind: [json.loads(record) for record in door.find({"kind": kind})]
