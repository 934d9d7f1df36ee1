"""A course goes over to another template: what changes, what stays, what must be looked at.

    python3 examples/catalogue.py [STORE.db]

Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and PHP: catalogue.cpp,
catalogue.c and catalogue.php print the same text.
"""
import datetime
import sys

import provost

MELBOURNE = datetime.timezone(datetime.timedelta(hours=11))
NOW = datetime.datetime(2026, 2, 2, 9, tzinfo=MELBOURNE)
CHANGE = {"course": "cook-1", "course_template": "cook-evening", "adopt": ["terms", "skills"]}


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def define_templates(engine):
    """A type says what its templates have in common, a template what its courses have."""
    catalogue = engine.catalogue
    must(engine.define(provost.Location(key="city", name="City campus", zone="Australia/Melbourne")))
    must(catalogue.define_course_type(course_type="class", name="Class", currency="AUD", hidden=["participant_list"]))
    must(catalogue.define_template(
        course_type="class", external_id="cook-day", name="Cooking by day", location="city", language="en",
        max_participants=16, price=450, conclude_by="tutor", mandatory=["max_participants"]))
    # Nobody has said how many hours an evening course has; each course of it must.
    must(catalogue.define_template(
        course_type="class", external_id="cook-evening", name="Cooking in the evening", max_participants=12, price=520,
        skills=[provost.Skill(skill="sauces")], mandatory=["duration_hours"]))
    must(catalogue.define_template(
        course_type="class", external_id="module", name="Module", kind="component_course", location="city",
        duration="4 M"))


def define_courses(engine):
    """A course, and two component courses of which its learners choose one."""
    catalogue = engine.catalogue
    must(catalogue.define_course(
        course_template="cook-day", external_id="cook-1", description="With a visit to the market.",
        starts_at=datetime.datetime(2026, 3, 2, 9, tzinfo=MELBOURNE),
        ends_at=datetime.datetime(2026, 3, 27, 17, tzinfo=MELBOURNE)))
    for external_id, name in (("stew", "Stew"), ("soup", "Soup")):
        must(catalogue.define_course(course_template="module", external_id=external_id, name=name))
    must(catalogue.define_course_set(
        course="cook-1", course_set="choice", name="One of these", members=["stew", "soup"]))


def change_template(engine):
    """First a plan, of which nothing is written; then exactly that plan."""
    plan = must(engine.catalogue.change_template(**CHANGE, plan_only=True))
    print("# Change of template\nplanned: %s" % plan.verdict)
    for line in plan.report:
        print("%-16s %-7s %8s -> %-20s %-8s %s" % (
            line.item, line.fate, line.before or "-", line.value or "-", line.level or "-", line.code or "-"))
    done = must(engine.catalogue.change_template(**CHANGE, approval=plan.approval))
    print("carried out: %s" % done.verdict)


def tell_settings(engine):
    """What the course is set to now, and which level says so."""
    print("\n# Settings")
    for line in must(engine.catalogue.effective_settings(course="cook-1")).report:
        print("%-16s %-8s %s" % (line.item, line.level, line.value))


def refuse(engine):
    """A refusal is an answer: it says why, and nothing was written."""
    print("\n# Refusals")
    shown = engine.catalogue.define_course(external_id="cook-1", participant_list=True)
    print("%s: %s" % (shown.verdict, shown.sentence))
    deleted = engine.catalogue.delete_course(course="stew")
    print("%s: %s" % (deleted.verdict, deleted.sentence))


def main():
    with provost.open(sys.argv[1] if len(sys.argv) > 1 else ":memory:", now=NOW) as engine:
        define_templates(engine)
        define_courses(engine)
        change_template(engine)
        tell_settings(engine)
        refuse(engine)


if __name__ == "__main__":
    main()
