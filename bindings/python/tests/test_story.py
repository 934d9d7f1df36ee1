"""The tutorial's story through verbs, short methods and documents."""
import datetime as dt
import json
from decimal import Decimal

import pytest

import provost
import story


def test_the_story(engine):
    story.tell(engine)
    enrolment, = engine.find("enrolment")
    assert (enrolment.state, enrolment.unit_status) == ("passed", "completed")
    finalisation, = engine.find(provost.Finalisation, enrolment=enrolment.id)
    assert finalisation.effective_on == dt.date(2026, 6, 19)
    event, = engine.find("result_event")
    assert event.grade_percent == Decimal("67.5")


def test_a_refusal_explains_itself(college):
    answer = college.register("a-learner", "COOK-1", effective=story.ENROLLED, detail="reason")
    assert answer.refused and not answer.accepted
    assert answer.sentence == "Prerequisites are not met."
    assert any("SITXFSA005" in line for line in answer.reason.lines())
    nearest, = answer.nearest
    assert nearest.code == "prerequisite.achievement" and "SITXFSA005" in nearest.sentence


def test_verbs_stand_in_namespaces(college):
    learner = dict(learner="a-learner", course="COOK-1", effective=story.ENROLLED)
    assert college.registration.register_learner(**learner) == college.register(**learner)
    assert college.run(provost.RegisterLearner(**learner)) == college.register(**learner)
    verbs = {name for name in provost.VERBS}
    assert {f"{room}.{verb}" for room in provost.verbs.ROOMS for verb in dir(getattr(college, room))
            if not verb.startswith("_")} == verbs


def test_a_plan_is_approved_and_then_carried_out_exactly(college):
    members = dict(achieved_on=dt.date(2025, 1, 1), learner="a-learner", subject="SITXFSA005", outcome="20")
    plan = college.enrolment.record_achievement(**members, plan_only=True, detail="full")
    assert plan.approval and [change.kind for change in plan.plan] == ["activity"]
    assert list(college.find("activity")) == []
    done = college.enrolment.record_achievement(**members, approval=plan.approval)
    assert done.verdict == "accepted" and [activity.id for activity in college.find("activity")] == [done.id]


def test_find_pages_through_any_number(engine):
    with engine.session(preset="learners", file="learners.csv", zone="Australia/Melbourne") as run:
        run.feed(story.learners_csv(2500))
        assert run.finish().created == 2500
    found = list(engine.find("learner"))
    assert len(found) == 2500 and [one.id for one in found] == sorted({one.id for one in found})
    assert len(list(engine.find("learner", after=found[1999].id))) == 500
    one, = engine.find("learner", login="LEARNER-7")
    assert one.login == "learner-7" and engine.get("learner", one.id) == one == engine.get(provost.Learner, one.id)


def test_audit(engine):
    assert engine.journal().entries == 0
    story.tell(engine)
    anchor = engine.journal()
    assert anchor.entries > 0 and len(anchor.chain) == 64
    engine.define(provost.Subject(code="LATER"))
    report = engine.verify(anchor)
    assert report.findings == [] and report.anchored and report.entries == anchor.entries + 1
    assert engine.rejudge().differences == []


def test_rebuild(engine, tmp_path):
    story.tell(engine)
    with provost.open(tmp_path / "again.db", now=story.NOW) as again:
        engine.rebuild(again)
        assert again.journal() == engine.journal() and again.verify().findings == []
        assert [one.to_json() for one in again.find("enrolment")] == [one.to_json() for one in engine.find("enrolment")]
        again.define(provost.Subject(code="LATER"))  # it goes on from there, with ids of its own
        assert again.journal().entries == engine.journal().entries + 1 and again.verify().findings == []
        for unfit in (again, engine):
            with pytest.raises(provost.InvalidError, match="to"):
                engine.rebuild(unfit)
    with provost.open(":memory:", secret="another") as other, pytest.raises(provost.InvalidError):
        engine.rebuild(other)
    with pytest.raises(provost.InvalidError) as failed:
        engine.rebuild(again)
    assert failed.value.code == "handle.closed"


@pytest.mark.rows("MIS-06")
def test_documents_and_objects_say_the_same_bytes():
    with provost.open(":memory:", now=story.NOW) as first, provost.open(":memory:", now=story.NOW) as second:
        story.define_college(first)
        story.define_college(second)
        request = provost.RegisterLearner(learner="a-learner", course="COOK-1", effective=story.ENROLLED, detail="full")
        text = second.run_document(request.to_json())
        assert first.run(request).to_json() == text
        assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False) == text
        assert first.run_document(request.to_dict()) == second.run_document(request.to_json().encode())
        assert first.journal() == second.journal()
