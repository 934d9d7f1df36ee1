#!/usr/bin/env python3
"""Tells random lists of tutors and of people among the resources, which follow each other, and checks what must hold.

    staff.py [--cases N] [--seed S]

In a world of few tutors, each with a resource that stands for him, of templates and one course, the lists are told,
given back, cleared, hidden, shown, and taken over from other templates, while resources are booked. Whatever was
accepted, the same again changes nothing; and tutors who were told by name are those, in that order or another one
(IMC-TUT-10, IMC-TUT-11, IMC-TUT-12). The first request of which that does not hold is printed; exit status 1 then, and
when so few were accepted that it says nothing.
"""
import argparse
import collections
import json
import pathlib
import random
import sys

import provost

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402

TUTORS, TEMPLATES, LISTS = ("tim", "una", "vic"), "ABC", ("tutors", "resources")
RESOURCES = ("tim", "una", "vic", "room")  # three stand for the tutors
DATES = ({"starts_at": "2026-03-01T00:00:00Z", "ends_at": "2026-04-01T00:00:00Z"},  # ahead, and begun
         {"starts_at": "2026-02-01T00:00:00Z", "ends_at": "2026-04-01T00:00:00Z"})
NOW = "2026-02-16T00:00:00Z"
LEAST_ACCEPTED = 30  # percent


class Staff:
    """One world: its engine, and what was told to it."""

    def __init__(self, chance):
        self.chance, self.engine, self.told = chance, provost.open(":memory:", now=NOW), []
        self.tell("organisation.define_location", record={"key": "here", "name": "Here", "zone": "UTC"})
        self.tell("staffing.define_settings",
                  record={"key": "default", "default_position": "tutor", "tutor_groups": ["teachers"]})
        for category in ("people", "others"):
            self.tell("resources.define_category", record={"key": category, "name": category})
        for login in TUTORS:
            self.tell("staffing.define_tutor", record={"login": login, "name": login, "group": "teachers"})
            self.tell("resources.define_resource", resource=login, name=login, kind="individual", tutor=login,
                      categories=["people", "others"] if chance.random() < 0.15 else ["people"])
        self.tell("resources.define_resource", resource="room", name="Room", kind="general", categories=["others"])
        self.tell("catalogue.define_course_type", course_type="class", name="Class")
        for name in TEMPLATES:
            self.tell("catalogue.define_template", course_type="class", external_id=name, name=name, location="here",
                      **self.maybe(0.6, tutors=self.some(TUTORS)), **self.maybe(0.35, hidden=self.some(LISTS)),
                      **self.maybe(0.2, locked=self.one(LISTS)), **self.maybe(0.15, mandatory=self.one(LISTS)))
            for resource in chance.sample(RESOURCES, chance.randint(0, 2)):
                self.tell("resources.add", course_template=name, resource=resource)

    def some(self, choices):
        return self.chance.sample(choices, self.chance.randint(1, 2))

    def one(self, choices):
        return [self.chance.choice(choices)]

    def maybe(self, share, **members):
        return members if self.chance.random() < share else {}

    def tell(self, verb, **members):
        """The answer, or the error as one."""
        request = {"verb": verb, **members}
        self.told.append(request)
        try:
            return json.loads(self.engine.run_document(request))
        except provost.ProvostError as error:
            return {"verdict": "error", "code": error.code}

    def new_course(self):
        return {"verb": "catalogue.define_course", "external_id": "c", "course_template": self.chance.choice(TEMPLATES),
                **self.chance.choice(DATES), **self.maybe(0.4, tutors=self.some(TUTORS))}

    def request(self):
        """Something that changes the lists of the course."""
        kind = self.chance.random()
        if kind < 0.2:
            return {"verb": self.chance.choice(("resources.add", "resources.remove")), "course": "c",
                    "resource": self.chance.choice(RESOURCES)}
        if kind < 0.3:
            return {"verb": "resources.book", "course": "c", "resource": self.chance.choice(TUTORS),
                    "starts_at": "2026-03-02T00:00:00Z", "ends_at": "2026-03-03T00:00:00Z"}
        if kind < 0.6:
            return {"verb": "catalogue.change_template", "course": "c", "course_template": self.chance.choice(TEMPLATES),
                    "adopt": self.chance.sample((*LISTS, "description"), self.chance.randint(1, 3))}
        request = {"verb": "catalogue.define_course", "external_id": "c", **self.maybe(0.4, tutors=self.some(TUTORS))}
        given = [name for name in LISTS if name not in request and self.chance.random() < 0.4]
        if given:
            request[self.chance.choice(("reset", "reset", "clear"))] = given
        return {**request, **self.maybe(0.5, **{self.chance.choice(("hidden", "shown")): self.some(LISTS)})}

    def state(self):
        """The two lists of the course by name, and what it says itself and hides."""
        course = next(self.engine.find("course"))
        logins = {tutor.id: tutor.login for tutor in self.engine.find("tutor")}
        keys = {resource.id: resource.key for resource in self.engine.find("resource")}
        return {"tutors": [logins[each.tutor] for each in course.tutors],
                "unlinked": [logins[each.tutor] for each in course.tutors if each.unlinked],
                "resources": [keys[each.resource] for each in course.resources],
                "own": list(course.own), "hidden": list(course.hidden)}

    def problem(self, request, outcomes):
        """What does not hold of a request; None when all does. Counts its verdict."""
        answer = self.tell(**request)
        outcomes[answer["verdict"]] += 1
        if answer["verdict"] not in ("accepted", "unchanged") or request["verb"].startswith("resources"):
            return None
        came, again, then = self.state(), self.tell(**request), self.state()
        if again["verdict"] != "unchanged" or came != then:
            return "told again: %s, then %s" % (came, then)
        told = sorted(request.get("tutors", ()))
        if told and came["tutors"] and sorted(came["tutors"]) != told:
            return "not as told: %s" % came
        return None


def problem_of(seed, outcomes):
    """The first problem of a world, with all that was told; None when there is none."""
    staff = Staff(random.Random(seed))
    for number in range(staff.chance.randint(2, 6)):
        problem = staff.problem(staff.request() if number else staff.new_course(), outcomes)
        if problem:
            return "\n".join([*map(json.dumps, staff.told), "seed %d: %s" % (seed, problem)])
        if not number and not next(staff.engine.find("course"), None):
            return None  # no course can be made of such a template so
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("staff"), help="worlds")
    parser.add_argument("--seed", type=int, default=1, help="of the first world; the others follow")
    options = parser.parse_args()
    outcomes = collections.Counter()
    for seed in range(options.seed, options.seed + options.cases):
        problem = problem_of(seed, outcomes)
        if problem:
            sys.exit(problem)
    cases = sum(outcomes.values())
    print("%d worlds, %d requests: %s" % (options.cases, cases, ", ".join(
        "%d %s" % (count, verdict) for verdict, count in outcomes.most_common())))
    if 100 * outcomes["accepted"] < LEAST_ACCEPTED * cases:
        sys.exit("staff: so few requests were accepted that it says little")


if __name__ == "__main__":
    main()
