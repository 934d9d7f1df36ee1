"""Who may enter which course? The records of a store become columns, and all pairs are judged at once.

    python3 examples/who_may_enter.py [LEARNERS]

Everything is made up and kept in memory. What columns mean: docs/rooms/prerequisites.md, "In bulk".
"""
import collections
import datetime as dt
import sys
from array import array

import provost
from provost.bulk import MARKS, NO_DAY, STATES, Bulk, day_number

NOW = dt.datetime(2026, 6, 1, 9, tzinfo=dt.timezone.utc)
DAY = dt.date(2026, 6, 1)
# Whoever welds in position must have passed the basics, and be in safety at least; a master needs both, or a skill.
RULES = {
    "weld-2": [{"items": [{"course": "weld-1"}, {"course": "safety", "minimum": "enrolled"}]}],
    "master": [{"items": [{"course": "weld-1"}, {"course": "weld-2"}]}, {"items": [{"skill": "welding", "level": 4}]}],
}


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def make_college(engine, learners):
    """Four courses, and learners of whom each did something else."""
    must(engine.define(provost.Location(key="city", name="City campus", zone="UTC")))
    must(engine.catalogue.define_course_type(course_type="class", name="Class"))
    must(engine.catalogue.define_template(course_type="class", external_id="any", name="Any", duration="12 M"))
    for course in ("safety", "weld-1", "weld-2", "master"):
        must(engine.catalogue.define_course(course_template="any", external_id=course, name=course, location="city"))
    for course, bundles in RULES.items():
        must(engine.prerequisites.define_prerequisites(course=course, bundles=bundles))
    for number in range(learners):
        login = "learner-%d" % number
        must(engine.people.define_learner(login=login, family_name="Example", client_id="L%d" % number,
                                          birth_date=dt.date(2001, 2, 3)))
        for course, every in (("safety", 5), ("weld-1", 3)):
            if number % every:
                passed = course == "weld-1" or number % 4
                done = {"state": "passed", "end_at": NOW - dt.timedelta(days=30)} if passed else {}
                must(engine.registration.register_learner(course=course, learner=login, **done))
        if number % 5 == 0:
            must(engine.people.state_fact(learner=login, kind="skill", about="welding", level=number % 10))


def places_of(engine):
    """The places of all learners as columns."""
    places = list(engine.find("enrolment"))

    def days(name):
        return array("i", (NO_DAY if day is None else day_number(day) for day in (getattr(p, name) for p in places)))
    return {"learner": array("q", (place.learner for place in places)),
            "course": array("q", (place.course for place in places)),
            "state": bytes(STATES[place.state] for place in places),
            "enrolled_on": days("enrolled_on"), "started_on": days("started_on"), "ended_on": days("ended_on")}


def facts_of(engine):
    """What is known of skills; there is only one here, number 1."""
    facts = list(engine.find("learner_fact"))
    return {"learner": array("q", (fact.learner for fact in facts)), "kind": bytes(len(facts)),
            "about": array("q", [1] * len(facts)), "level": array("i", (fact.level for fact in facts))}


def main():
    with provost.open(":memory:", now=NOW) as engine:
        make_college(engine, int(sys.argv[1]) if len(sys.argv) > 1 else 60)
        courses = {course.external_id: course.id for course in engine.find("course")}
        learners = array("q", (learner.id for learner in engine.find("learner")))
        bulk = Bulk([{"key": courses[course], "bundles": bundles} for course, bundles in RULES.items()],
                    [{"kind": "course", "key": key, "name": name} for name, key in courses.items()]
                    + [{"kind": "skill", "key": 1, "name": "welding"}],
                    learners=learners, places=places_of(engine), facts=facts_of(engine))
        for course in RULES:
            marks, parts = bulk.explain(learners, array("q", [courses[course]]) * len(learners), DAY)
            counts = collections.Counter(marks)
            print(course, *("%s %d" % (word, counts[mark]) for mark, word in enumerate(MARKS)), sep=", ")
            each = bulk.summary.parts
            lacking = sum(mark < 2 and parts[i * each + 2] < 2 for i, mark in enumerate(marks))
            print("  of those who may not, %d lack weld-1" % lacking)


if __name__ == "__main__":
    main()
