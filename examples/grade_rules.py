"""Grade rules: a host defines what grades write, links a course of its LMS, and looks through what was held.

    python3 examples/grade_rules.py

Everything is made up and kept in memory. What rules say: docs/rooms/results.md.
"""
import datetime as dt
import sys
from decimal import Decimal

import provost

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.timezone.utc)
BANDS = [
    provost.GradeBand(from_="0", to="49", outcome="30", result="Not yet competent", end="activity_date"),
    provost.GradeBand(from_="50", to="84", outcome="20", result="Competent", end="activity_date"),
    provost.GradeBand(from_="85", to="100", outcome="20", result="Distinction", end="activity_date"),
]


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def make_college(engine):
    """A unit that is held twice, and two learners; Ann is in both."""
    must(engine.define(provost.Location(key="city", name="City campus", zone="Australia/Sydney")))
    must(engine.catalogue.define_course_type(course_type="unit", name="Unit"))
    must(engine.define(provost.Subject(code="SITHCCC027", title="Basic methods of cookery")))
    must(engine.catalogue.define_template(course_type="unit", external_id="SITHCCC027", name="Cookery"))
    for course in ("cookery-1", "cookery-2"):
        must(engine.catalogue.define_course(course_template="SITHCCC027", external_id=course, location="city",
                                            duration="6 M"))
        must(engine.results.link_lms_course(connection="moodle", lms_course="4711", course=course))
    for login in ("ann", "ben"):
        must(engine.people.define_learner(login=login, family_name="Example", client_id=login.upper(),
                                          birth_date=dt.date(2001, 2, 3)))
        must(engine.registration.register_learner(course="cookery-1", learner=login))
    must(engine.registration.register_learner(course="cookery-2", learner="ann"))


def receive(engine, learner, grade):
    """A grade as the LMS tells it: of its own course, not of one of ours."""
    answer = must(engine.results.receive_grade(learner=learner, connection="moodle", lms_course="4711", system="Moodle",
                                               completion="completed", grade_percent=Decimal(grade)))
    print("%s, %s: %s%s" % (learner, grade, answer.verdict, ", " + answer.code if answer.code else ""))
    return answer


def show(engine, course, learner):
    for line in engine.results.outcome_of(course=course, learner=learner).report:
        print("%s, %s: %s %s %s" % (course, learner, line.item, line.value, line.level or ""))


def main():
    with provost.open(":memory:", now=NOW) as engine:
        make_college(engine)
        must(engine.define(provost.GradeRule(key="cookery", bands=BANDS)))
        must(engine.results.set_grade_rules(courses=["cookery-1", "cookery-2"], rule="cookery"))
        receive(engine, "ben", "84.5")
        show(engine, "cookery-1", "ben")
        receive(engine, "ann", "90")
        for held in engine.find("result_event", disposition="review"):
            print("held: %s, one of %d places" % (held.code, len(held.candidates)))
            must(engine.results.settle_result(result=held.id, enrolment=held.candidates[1]))
        show(engine, "cookery-2", "ann")


if __name__ == "__main__":
    main()
