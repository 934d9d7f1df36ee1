"""Failures: one class per status, with their place; closing, forking, personal values."""
import datetime as dt
import os
import pathlib
import pickle
import shutil
import subprocess
import sys
import warnings

import pytest

import provost
import story


@pytest.mark.rows("MIS-07")
def test_an_error_says_what_where_and_with_which_values(college):
    with pytest.raises(provost.InvalidError) as caught:
        college.finalise("a-learner", "COOK-1", ending="completed", effective_on="2026-02-30")
    error = caught.value
    assert (error.code, error.status, error.pointer) == ("date.malformed", "invalid", "/effective_on")
    assert str(error).startswith("The date or moment") and isinstance(error, provost.ProvostError)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is provost.InvalidError and str(again) == str(error) and again.pointer == error.pointer


@pytest.mark.parametrize("call, kind, code", [
    (lambda e: e.get("learner", 99), provost.NotFoundError, "record.unknown"),
    (lambda e: e.get("nothing", 1), provost.NotFoundError, "kind.unknown"),
    (lambda e: list(e.find("nothing")), provost.NotFoundError, "kind.unknown"),
    (lambda e: e.run_document('{"verb":"no.such"}'), provost.NotFoundError, "verb.unknown"),
    (lambda e: e.run_document("{"), provost.InvalidError, "document.malformed"),
    (lambda e: e.run_document('"\udc00"'), provost.InvalidError, None),
    (lambda e: e.run_document("[" * 100), provost.ProvostError, None),
    (lambda e: e.receive_grade("a-learner", "COOK-1", "passed", 67.5), provost.InvalidError, "value.wrong-type"),
    (lambda e: e.receive_grade("a-learner", "COOK-1", "perhaps", 67), provost.InvalidError,
     "completion-status.unknown"),
    (lambda e: e.register("a-learner", "COOK-1", effective=dt.datetime(2026, 1, 1)), provost.InvalidError,
     "date.malformed"),
    (lambda e: e.session(preset="nothing", zone="UTC"), provost.InvalidError, "choice.unknown"),
    (lambda e: e.session(preset="learners", zone="No/Where"), provost.NotFoundError, "zone.unknown"),
])
def test_each_failure_has_its_class(college, call, kind, code):
    with pytest.raises(kind) as caught:
        call(college)
    assert code is None or caught.value.code == code


@pytest.mark.parametrize("call, kind", [
    (lambda e: e.register("a-learner", "COOK-1", colour="red"), TypeError),
    (lambda e: provost.Location(colour="red"), TypeError),
    (lambda e: e.define(provost.Learner(login="a-learner")), TypeError),
    (lambda e: e.find("enrolment", colour="red"), ValueError),
    (lambda e: provost.RegisterLearner.from_dict({"verb": "registration.prebook"}), ValueError),
])
def test_mistakes_of_the_program_are_pythons_own(college, call, kind):
    with pytest.raises(kind):
        result = call(college)
        list(result)


@pytest.mark.parametrize("call, said", [
    (lambda e: e.register("a-learner", "COOK-1", efective="2026-02-02T09:00+11:00"), "did you mean effective?"),
    (lambda e: e.people.define_learner(firstname="Ann"), "DefineLearner has no member firstname; did you mean first_name"),
    (lambda e: e.register("a-learner", "COOK-1", None, "why"), "only learner, course by position"),
    (lambda e: e.register("a-learner", "COOK-1", learner="a-learner"), "learner twice"),
    (lambda e: e.people.define_learner("a-learner"), "no argument by position"),
    (lambda e: e.define({"login": "a-learner"}), "run_document"),
    (lambda e: e.get("learner", "a-learner"), 'find("learner", login=...)'),
    (lambda e: e.find("activity", subject="COOK"), 'where=[{"member": ..., "is": ...}]'),
    (lambda e: e.get("enrollment", 1), "There is no record kind enrollment; did you mean enrolment"),
])
def test_a_mistake_says_what_is_meant(college, call, said):
    with pytest.raises((TypeError, ValueError, provost.NotFoundError)) as caught:
        call(college)
    assert said in str(caught.value)


@pytest.mark.rows("MIS-07")
@pytest.mark.parametrize("call, sentence", [
    (lambda e: e.get("enrolment", 99), "There is no enrolment 99."),
    (lambda e: list(e.find("enrolment", learner="a-learner")),
     "Expected an id, which is an integer."),
    (lambda e: e.register("a-learner", "COOK-1", effective="2026-02-02"),
     "The date or moment is not written as an existing ISO 8601 one: expected a moment with its offset, such as "
     "2026-02-28T09:00+11:00."),
    (lambda e: e.people.define_learner(birth_date="6.5.2001"),
     "The date or moment is not written as an existing ISO 8601 one: expected a day such as 2026-02-28."),
    (lambda e: e.receive_grade("a-learner", "COOK-1", "passed", 67.5),
     'Expected a decimal as text, such as "67.5", and no number with a fraction.'),
    (lambda e: e.finalise("a-learner", "COOK-1", ending="Completed", effective_on="2026-02-02"),
     "The status is none of those there are: completed, withdrawn, deferred, cancelled."),
    (lambda e: e.run_document('{"verb":"registration.registr_learner"}'),
     "There is no such verb: registration.registr_learner; there is registration.register_learner."),
    (lambda e: e.run_document('{"verb":"people.define_learner","frst_name":"Ann"}'),
     "The key frst_name is not known here; first_name is."),
    (lambda e: e.run_document('{"verb":"organisation.define_provider","key":"x","name":"y"}'),
     "The key name is not known here; record/name is."),
    (lambda e: e.run_document('{"verb":"people.define_learner",}'), "The text is not well-formed JSON at byte 33."),
    (lambda e: e.session("statutory", collection_year=2026, submitted_on="2026-12-01").finish(),
     "The session can not be finished before everything was taken."),
    (lambda e: e.register("a-learner", "COOK-1", approval="nonsense"),
     "The argument approval is not valid; expected the approval of an answer to plan_only."),
    (lambda e: list(e.find("course", where=[{"member": "nme", "is": "x"}])),
     "The argument nme is not valid; expected a member of course, such as name."),
])
def test_an_error_says_what_was_expected(college, call, sentence):
    with pytest.raises(provost.ProvostError) as caught:
        call(college)
    assert caught.value.args[0] == sentence


def test_a_refusal_names_what_is_not_there_unless_that_is_a_person(college):
    said = {"COOK-9": "There is no such course: COOK-9.", "COOK-1": "There is no such learner."}
    for course, sentence in said.items():
        assert college.register("nobody" if course == "COOK-1" else "a-learner", course).sentence == sentence
    college.people.define_learner(login="one", family_name="One", client_id="X1", birth_date="2000-01-01")
    other = college.people.define_learner(login="two", family_name="Two", client_id="X1", birth_date="2000-01-01")
    assert other.sentence == "Another learner has this client identifier: the one with the id %d." % next(
        college.find("learner", login="one")).id


def test_why_as_lines_with_and_without_detail(college):
    told = college.register("a-learner", "NONE-1", detail="reason")
    short = college.register("a-learner", "NONE-1")
    assert told.refused and short.reason is None and short.nearest == []
    assert short.lines() == [short.sentence] and told.lines() == told.reason.lines()
    assert provost.Answer().lines() == []


def test_without_the_compiled_part_it_says_which_is_needed(tmp_path):
    source = pathlib.Path(provost.__file__).parents[1]
    shutil.copytree(source / "provost", tmp_path / "provost", ignore=shutil.ignore_patterns("_provost.*so"))
    done = subprocess.run([sys.executable, "-c", "import provost"], capture_output=True, text=True, cwd=tmp_path,
                          env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert "the build must have been made for this version of Python" in done.stderr


def test_opening_what_is_no_database(tmp_path):
    (tmp_path / "text.db").write_text("no database at all, and longer than a header would be " * 20)
    with pytest.raises(provost.InvalidError) as caught:
        provost.open(tmp_path / "text.db")
    assert caught.value.code == "store.foreign"
    with pytest.raises(provost.ProvostError):
        provost.open(tmp_path / "no" / "such" / "folder.db")
    with pytest.raises(provost.InvalidError):
        provost.open(":memory:", now="yesterday")
    with pytest.raises(provost.InvalidError):
        provost.open(":memory:", batch=0)


@pytest.mark.rows("MIS-03")
def test_after_close_every_call_says_so():
    engine = provost.open(":memory:")
    run = engine.session(preset="learners", zone="UTC")
    engine.close()
    engine.close()
    assert engine.closed
    for call in (engine.journal, lambda: engine.get("learner", 1), lambda: engine.run_document("{}"),
                 lambda: engine.session(preset="learners", zone="UTC"), lambda: list(engine.find("learner")),
                 lambda: run.feed(b"x"), run.finish, lambda: list(run.take())):
        with pytest.raises(provost.InvalidError) as caught:
            call()
        assert caught.value.code == "handle.closed"
    run.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_after_fork_every_call_says_so(tmp_path):
    engine = provost.open(tmp_path / "forked.db", now=story.NOW)
    run = engine.session(preset="learners", zone="UTC")
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        said = []
        for call in (engine.journal, lambda: run.feed(b"x"), run.finish):
            try:
                call()
            except provost.InvalidError as error:
                said.append(error.code)
        engine.close()
        del engine, run, call
        os.write(writer, " ".join(said).encode())
        os._exit(0)
    os.close(writer)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert os.read(reader, 1000).decode() == "handle.forked handle.forked handle.forked"
    os.close(reader)
    # The parent's file was left alone.
    assert engine.define(provost.Location(key="CITY", name="City", zone="UTC")).verdict == "accepted"
    engine.close()


def test_personal_values_are_in_no_repr_and_no_error(college):
    learner, = college.find("learner")
    shown = repr(learner) + repr(provost.RegisterLearner(learner="a-learner", course="COOK-1"))
    answer = college.people.define_learner(login="a-learner", family_name="Secret", client_id="A1",
                                           birth_date=dt.date(2001, 2, 3), detail="full")
    shown += repr(answer)
    with pytest.raises(provost.ProvostError) as caught:
        college.people.define_learner(login="a-learner", family_name="Secret" * 50, client_id="A1",
                                      birth_date=dt.date(2001, 2, 3))
    shown += repr(caught.value) + str(caught.value) + repr(caught.value.parameters)
    assert "COOK-1" in shown and "family_name" in shown
    assert not any(value in shown for value in ("a-learner", "Example", "Secret", "2001"))
