"""Erasing a person through Python: one call for verb and session, and files that hold nothing any more."""
import pytest

import provost
import story


def everything_in(folder):
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_person_is_erased_and_the_file_forgets(tmp_path):
    with provost.open(tmp_path / "term.db", now=story.NOW, secret="pepper") as engine:
        story.define_college(engine)
        engine.people.define_learner(login="xaviera", family_name="Quillfeather", birth_date="1990-01-02", client_id="X1")
        person, = engine.find("learner", login="xaviera")
        assert b"Quillfeather" in everything_in(tmp_path)
        plan = engine.erase("xaviera", "requested", plan_only=True)
        assert plan.approval and engine.get("learner", person.id) == person
        answer = engine.erase("xaviera", "requested")
        assert (answer.verdict, answer.id) == ("accepted", person.id)
        for value in (b"xaviera", b"Quillfeather", b"1990-01-02"):
            assert value not in everything_in(tmp_path)
        assert list(engine.find("learner", login="xaviera")) == []
        erased, = engine.find(provost.Learner, login=f"erased-{person.id}")
        assert (erased.family_name, erased.client_id, erased.erased_at) == (None, "X1", engine.get(
            "run", 1).recorded)
        assert engine.erase(person.id, "requested").verdict == "unchanged"  # as after an interruption
        assert engine.verify().findings == [] and engine.rejudge().differences == []
    assert b"Quillfeather" not in everything_in(tmp_path) and b"a-learner" in everything_in(tmp_path)


def test_who_has_a_place_is_not_erased(college):
    college.record_achievement("a-learner", "SITXFSA005", "20", "2025-01-01")
    college.register("a-learner", "COOK-1", effective=story.ENROLLED)
    answer = college.erase("a-learner", "mistaken")
    assert answer.refused and answer.code == "learner.has-place" and "COOK-1" in answer.sentence
    assert list(college.find("run")) == []
    with pytest.raises(provost.InvalidError):
        college.erase("a-learner", "no reason")


def test_whoever_may_not_end_it_erases_nothing(college):
    college.access.define_administrator(record=provost.Administrator(login="clerk"))
    grants = [provost.Grant(holder="user", name="clerk", rights=["DELETE"])]
    college.access.set_clearances(learner="a-learner", grants=grants)
    with pytest.raises(provost.InvalidError) as missing:
        college.erase("a-learner", "requested", actor="clerk")
    assert missing.value.code == "right.missing"
    assert [learner.login for learner in college.find("learner", login="a-learner")] == ["a-learner"]
