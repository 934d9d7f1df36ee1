"""A learner's way through a course: what is open, what opens the next thing, and how the course ends.

    python3 examples/learning.py [STORE.db]

Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and PHP: learning.cpp,
learning.c and learning.php print the same text.
"""
import sys

import provost

NOW = "2026-03-02T09:00:00Z"
PASSED, FAILED = {"kind": "status", "ending": "passed"}, {"kind": "status", "ending": "failed"}


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def define_course(engine):
    """A course of three components; a rule opens the next one, and the last concludes the course."""
    must(engine.define(provost.Location(key="city", name="City campus", zone="Australia/Melbourne")))
    must(engine.catalogue.define_course_type(course_type="online", name="Online"))
    must(engine.catalogue.define_template(course_type="online", external_id="bread", name="Bread"))
    must(engine.catalogue.define_course(
        course_template="bread", external_id="bread-1", location="city", duration="6 M", conclude_by="learning_logic"))
    must(engine.catalogue.define_syllabus(course="bread-1", components=[
        {"key": "film", "name": "Film"}, {"key": "quiz", "kind": "test"}, {"key": "exam", "kind": "test", "weight": 2}]))
    must(engine.learning.define_logic(course="bread-1", rules=[
        {"key": "seen", "component": "film", "conditions": [{"kind": "confirmed_by_participant"}],
         "actions": [{"kind": "continue_with", "components": ["quiz"]}]},
        {"key": "known", "component": "quiz", "conditions": [{"kind": "percentage", "at_least": 60}],
         "actions": [{"kind": "continue_with", "components": ["exam"]}]},
        {"key": "done", "component": "exam", "conditions": [PASSED], "tries": 2,
         "actions": [{"kind": "conclude_passed"}]},
        {"key": "out", "component": "exam", "conditions": [FAILED], "tries": 2,
         "actions": [{"kind": "conclude_failed"}]}]))
    must(engine.people.define_learner(login="ann", family_name="Ashby", birth_date="2004-05-06", client_id="A1"))
    must(engine.registration.register_learner(course="bread-1", learner="ann"))


def tell_open(engine):
    """What each component is to her, and how far she has come."""
    for line in must(engine.learning.what_is_open(course="bread-1", learner="ann")).report:
        print("%-9s %s" % (line.item, line.value if line.item == "progress" else line.code or "open"))


def tell(what, answer):
    print("%s: %s%s" % (what, answer.verdict, ": " + answer.sentence if answer.sentence else ""))


def go_through(engine):
    """She does one thing after the other; what is not open is refused with the reason."""
    ann = {"course": "bread-1", "learner": "ann"}
    learning = engine.learning
    tell("opens the quiz", learning.open_component(**ann, component="quiz"))
    tell("confirms the film", learning.confirm(**ann, component="film", effective="2026-03-02T09:10:00Z"))
    tell("quiz, 40 percent", learning.receive_result(
        **ann, component="quiz", status="scored", percent=40, effective="2026-03-02T09:20:00Z"))
    tell("quiz, 80 percent", learning.receive_result(
        **ann, component="quiz", status="scored", percent=80, effective="2026-03-02T09:30:00Z"))
    print("\n# Half way")
    tell_open(engine)
    print("\n# And on")
    tell("exam, passed", learning.receive_result(
        **ann, component="exam", status="passed", effective="2026-03-02T09:40:00Z"))
    tell("opens the film", learning.open_component(**ann, component="film", effective="2026-03-02T09:50:00Z"))


def main():
    with provost.open(sys.argv[1] if len(sys.argv) > 1 else ":memory:", now=NOW) as engine:
        define_course(engine)
        print("# At the beginning")
        tell_open(engine)
        print("\n# The way")
        go_through(engine)


if __name__ == "__main__":
    main()
