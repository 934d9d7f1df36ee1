"""An author checks a course before anybody learns it, sees where learners would get stuck, and repairs it.

    python3 examples/repair_course.py [PAGE.html]

With a file name the page is written there on which the author walks through the broken course and has the steps of each
finding played; it needs no network.
"""
import pathlib
import sys

import provost
from provost import pictures

PASSED, FAILED = {"kind": "status", "ending": "passed"}, {"kind": "status", "ending": "failed"}
COMPONENTS = [
    {"key": "film", "name": "How dough rises"},
    {"key": "quiz", "name": "Quiz", "kind": "test"},
    {"key": "bake", "name": "Bake a loaf", "kind": "on_the_job"},
    {"key": "more", "name": "Read more"},
]
# Whoever does not pass the quiz in two tries has nowhere to go.
BROKEN = [
    {"key": "seen", "component": "film", "conditions": [{"kind": "confirmed_by_participant"}],
     "actions": [{"kind": "continue_with", "components": ["quiz"]}]},
    {"key": "known", "component": "quiz", "conditions": [PASSED], "tries": 2,
     "actions": [{"kind": "continue_with", "components": ["bake"]}]},
    {"key": "again", "component": "more", "conditions": [{"kind": "confirmed_by_participant"}],
     "actions": [{"kind": "continue_with", "components": ["bake"]}]},
    {"key": "back", "component": "bake", "conditions": [FAILED],
     "actions": [{"kind": "continue_with", "components": ["more"]}]},
    {"key": "done", "component": "bake", "conditions": [PASSED], "actions": [{"kind": "conclude_passed"}]},
]


def mended(condition):
    """The same, and whoever has no try left reads more instead, after which the work opens."""
    return [*BROKEN, {"key": "out", "component": "quiz", "conditions": [condition], "tries": 2,
                      "actions": [{"kind": "continue_with", "components": ["more"]}]}]


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def define_course(engine):
    must(engine.define(provost.Location(key="city", name="City campus", zone="Australia/Melbourne")))
    must(engine.catalogue.define_course_type(course_type="online", name="Online"))
    must(engine.catalogue.define_template(course_type="online", external_id="bread", name="Bread"))
    must(engine.catalogue.define_course(
        course_template="bread", external_id="bread-1", location="city", duration="6 M", conclude_by="learning_logic"))
    must(engine.catalogue.define_syllabus(course="bread-1", components=COMPONENTS))


def step(event):
    """One step of a finding, in a few words."""
    words = [event.get("happening"), event.get("component"), event.get("status"), event.get("percent")]
    return " ".join(str(word) for word in words if word and word != "none")


def check(engine):
    """What the check finds, with the shortest way there."""
    picture = pictures.course_picture(engine, "bread-1")
    for finding in picture.get("findings", []):
        print("%s: %s" % (finding["severity"], finding["sentence"]))
        for event in finding.get("steps", []):
            print("    " + step(event))
    print("%d findings, %s" % (len(picture.get("findings", [])),
                               "all ways looked at" if picture["summary"]["complete"] else "not all ways looked at"))
    return picture


def main():
    with provost.open(":memory:", now="2026-03-02T09:00:00Z") as engine:
        define_course(engine)
        print("# As it was written")
        must(engine.learning.define_logic(course="bread-1", rules=BROKEN))
        picture = check(engine)
        if len(sys.argv) > 1:
            pathlib.Path(sys.argv[1]).write_text(pictures.course_page(picture), encoding="utf-8")
        # Half of the marks is not what passing is.
        print("\n# With a rule for those below 50 percent")
        must(engine.learning.define_logic(course="bread-1", rules=mended({"kind": "percentage", "below": 50})))
        check(engine)
        print("\n# With a rule for those who fail")
        must(engine.learning.define_logic(course="bread-1", rules=mended(FAILED)))
        check(engine)


if __name__ == "__main__":
    main()
