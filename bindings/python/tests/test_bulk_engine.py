"""In bulk and by the verb: random learners with random pasts; their records are read as columns and judged both ways."""
import collections
import datetime as dt
import random
from array import array

import provost
from provost.bulk import FACT_KINDS, MARKS, NO_DAY, STATES, Bulk, day_number

UTC = dt.timezone.utc
TODAY = dt.date(2026, 6, 1)
COURSES = [f"C-{n}" for n in range(8)]
LEARNERS = [f"learner-{n}" for n in range(12)]
SUBJECTS = ["SUBJ1", "SUBJ2"]


def moment(day):
    return dt.datetime.combine(day, dt.time(12), UTC)


def some_day(dice):
    return TODAY + dt.timedelta(days=dice.randrange(-60, 30))


def define(engine):
    engine.define(provost.Location(key="CITY", name="City campus", zone="UTC"))
    for code in SUBJECTS:
        engine.define(provost.Subject(code=code, title=code))
    engine.catalogue.define_course_type(course_type="unit", name="Unit")
    for number in range(3):
        subject = {"subject": SUBJECTS[number]} if number < 2 else {}
        engine.catalogue.define_template(course_type="unit", external_id=f"T-{number}", name="Template", **subject)
    for number, course in enumerate([*COURSES, "TARGET"]):
        answer = engine.catalogue.define_course(course_template=f"T-{number % 3}", external_id=course, name=course,
                                                location="CITY", duration="60 M")
        assert answer.accepted, answer
    for number, learner in enumerate(LEARNERS):
        engine.people.define_learner(login=learner, family_name="Example", client_id=f"L{number}",
                                     birth_date=dt.date(2001, 2, 3))


def live(engine, dice):
    """What became of the learners; refusals are as good."""
    for learner in LEARNERS:
        for course in dice.sample(COURSES, dice.randrange(len(COURSES))):
            state = dice.choice(["registered", "in_progress", "passed", "passed", "passed", "failed", "cancelled"])
            began, ended = sorted((some_day(dice), some_day(dice)))
            members = {"valid_until": some_day(dice)} if dice.random() < 0.2 and state == "passed" else {}
            if state != "registered":
                members["start_at"] = moment(began)
            if state in ("passed", "failed"):
                members["end_at"] = moment(ended)
            engine.registration.register_learner(course=course, learner=learner, state=state, effective=moment(began),
                                                 **members)
        if dice.random() < 0.4:
            engine.record_achievement(learner, dice.choice(SUBJECTS), dice.choice(["20", "30", "51"]), some_day(dice))
        for kind, about in (("skill", "welding"), ("job_profile", "welder"), ("course", "C-0")):
            if dice.random() < 0.5:
                engine.people.state_fact(learner=learner, kind=kind, about=about, level=dice.randrange(4),
                                         holds=dice.random() < 0.8, from_on=some_day(dice))


def bundles(dice):
    def leaf():
        minimum = dice.choice(["completed", "in_progress", "enrolled"])
        return dice.choice([{"course": dice.choice(COURSES), "minimum": minimum},
                            {"course_template": f"T-{dice.randrange(3)}"}, {"subject": dice.choice(SUBJECTS)},
                            {"skill": "welding", "level": 2}, {"job_profile": "welder", "whole": True},
                            {"group": "masters"}, {"course_group": "some", "whole": dice.random() < 0.5},
                            {"path": "road"}])

    def items(depth):
        return [{"items": (inner := items(depth + 1)), "least": dice.randrange(1, len(inner) + 1)}
                if depth < 2 and dice.random() < 0.3 else leaf() for _ in range(dice.randrange(1, 4))]
    return [{"items": items(0)} for _ in range(dice.randrange(1, 3))]


def columns(engine):
    """The records as columns."""
    def days(values):
        return array("i", [NO_DAY if day is None else day_number(day) for day in values])

    places, facts = list(engine.find("enrolment")), list(engine.find("learner_fact"))
    done = [activity for activity in engine.find("activity") if activity.outcome in ("20", "51", "60", "81")]
    groups = [(member, group.id) for group in engine.find("group") for member in group.members]
    numbers = {"welding": 1, "welder": 2, "C-0": next(engine.find("course", external_id="C-0")).id}
    told = [fact.about.split(":", 1) for fact in facts]
    return {
        "places": {"learner": array("q", [place.learner for place in places]),
                   "course": array("q", [place.course for place in places]),
                   "course_template": array("q", [place.course_template for place in places]),
                   "state": bytes(STATES[place.state] for place in places),
                   **{name: days(getattr(place, name) for place in places)
                      for name in ("enrolled_on", "started_on", "ended_on", "valid_until")}},
        "achievements": {"learner": array("q", [activity.learner for activity in done]),
                         "subject": array("q", [SUBJECTS.index(activity.subject) for activity in done]),
                         "end_on": days(activity.end_on for activity in done)},
        "members": {"learner": array("q", [member for member, _ in groups]),
                    "group": array("q", [group for _, group in groups])},
        "facts": {"learner": array("q", [fact.learner for fact in facts]),
                  "kind": bytes(FACT_KINDS[kind] for kind, _ in told),
                  "about": array("q", [numbers[about] for _, about in told]),
                  "holds": bytes(fact.holds for fact in facts),
                  "level": array("i", [fact.level for fact in facts]),
                  "from_on": days(fact.from_on for fact in facts)}}


def things(engine):
    named = [("course", record.id, record.external_id, {}) for record in engine.find("course")]
    named += [("course_template", record.id, record.external_id, {"subject": record.subject_code})
              for record in engine.find("course_template")]
    named += [("course_group", record.id, record.key, {"courses": record.courses})
              for record in engine.find("course_group")]
    named += [("path", record.id, record.key, {"courses": record.courses}) for record in engine.find("learning_path")]
    named += [("group", record.id, record.key, {}) for record in engine.find("group")]
    named += [("subject", number, code, {}) for number, code in enumerate(SUBJECTS)]
    named += [("skill", 1, "welding", {}), ("job_profile", 2, "welder", {})]
    return [{"kind": kind, "key": key, "name": name, **{k: v for k, v in more.items() if v}}
            for kind, key, name, more in named]


def judged_both_ways(engine, dice):
    """Both marks of each learner for random rules: of the call in bulk, and of a planned registration."""
    ids = {learner: next(engine.find("learner", login=learner)).id for learner in LEARNERS}
    data, named = columns(engine), things(engine)
    for _ in range(30):
        rule, day = bundles(dice), some_day(dice)
        assert engine.prerequisites.define_prerequisites(course="TARGET", bundles=rule).accepted
        bulk = Bulk([{"key": 1, "bundles": rule}], named, **data)
        marks = bulk.judge(array("q", ids.values()), array("q", [1] * len(ids)), day)
        for learner, mark in zip(LEARNERS, marks):
            answer = engine.registration.register_learner(course="TARGET", learner=learner, plan_only=True,
                                                          detail="full", effective=moment(day))
            assert answer.accepted or answer.code == "prerequisite.unmet", answer
            reason = answer.reason if answer.accepted else answer.reason.parts[0]
            yield MARKS[mark], reason.mark, (rule, learner, day)


def test_marks_are_those_of_the_verb():
    """IMC-PRE-22"""
    seen = collections.Counter()
    for seed in range(5):
        dice = random.Random(seed)
        with provost.open(":memory:", now=moment(TODAY + dt.timedelta(days=60))) as engine:
            define(engine)
            engine.people.define_group(group="masters", name="Masters", members=LEARNERS[:3])
            engine.catalogue.define_course_group(course_group="some", name="Some", courses=COURSES[:2])
            engine.catalogue.define_path(path="road", name="Road", courses=COURSES[2:4])
            live(engine, dice)
            for mark, told, asked in judged_both_ways(engine, dice):
                assert mark == told, asked
                seen[mark] += 1
    assert sum(seen.values()) == 5 * 30 * len(LEARNERS) and set(seen) == set(MARKS), seen
