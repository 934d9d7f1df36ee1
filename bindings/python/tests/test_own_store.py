"""A host's store in Python: the example's, told the same story as the built-in ones; failing ones; who owns it."""
import gc
import pathlib
import sys
import weakref

import pytest

import provost
import story
from provost.adapters import Outcome

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "examples"))
own_store = pytest.importorskip("own_store")


@pytest.mark.rows("MIS-02", "MIS-06")
def test_the_same_story_in_every_store(tmp_path):
    told, journals = [], []
    for where in (":memory:", tmp_path / "story.db", own_store.DictStore()):
        with provost.open(where, now=story.NOW) as engine:
            told.append(story.tell(engine))
            journals.append(engine.journal())
            assert engine.verify().findings == []
    assert told[0] == told[1] == told[2] and journals[0] == journals[1] == journals[2]


def test_a_bulk_import_and_paging():
    with provost.open(own_store.DictStore(), now=story.NOW, batch=50) as engine:
        with engine.session(preset="learners", zone="UTC") as run:
            run.feed(story.learners_csv(1200))
            assert run.finish().created == 1200
        assert len(list(engine.find("learner"))) == 1200
        assert [one.login for one in engine.find("learner", login="Learner-5")] == ["learner-5"]


def test_another_writer_makes_it_decide_again():
    class Racing(own_store.DictStore):
        races = 0

        def commit(self, units):
            if self.races < 2 and any(write.kind == "location" for write in units[0].writes):
                self.races += 1
                return [Outcome.stale() for _ in units]
            return super().commit(units)

    store = Racing()
    with provost.open(store) as engine:
        assert engine.define(provost.Location(key="CITY", name="City", zone="UTC")).verdict == "accepted"
    assert store.races == 2


@pytest.mark.parametrize("method", ["reserve", "load", "find", "commit"])
def test_an_exception_of_the_store_is_the_cause(method):
    class Failing(own_store.DictStore):
        failing = False

    def fail(self, argument):
        if self.failing:
            raise OSError("the disk is gone")
        return getattr(own_store.DictStore, method)(self, argument)

    setattr(Failing, method, fail)
    store = Failing()
    with provost.open(store) as engine:
        store.failing = True
        with pytest.raises(provost.CallbackError) as caught:
            engine.define(provost.Location(key="CITY", name="City", zone="UTC"))
            list(engine.find("location"))
        assert caught.value.parameters == {"function": method} and isinstance(caught.value.__cause__, OSError)
        store.failing = False
        assert engine.define(provost.Location(key="TOWN", name="Town", zone="UTC")).verdict == "accepted"


def test_what_ends_programs_ends_them():
    store = own_store.DictStore()
    with provost.open(store) as engine:
        def interrupted(units):
            raise KeyboardInterrupt

        store.commit = interrupted
        with pytest.raises(KeyboardInterrupt):
            engine.define(provost.Location(key="CITY", name="City", zone="UTC"))


@pytest.mark.parametrize("method, wrong", [
    ("load", None), ("load", 3), ("reserve", "x"), ("reserve", 0), ("commit", []), ("commit", None), ("commit", [3]),
    ("load", ("nothing",)), ("find", [{"colour": "red"}]), ("find", ["{"]), ("find", [4])])
def test_what_is_not_as_promised_is_the_stores_fault(method, wrong):
    store = own_store.DictStore()
    with provost.open(store) as engine:
        setattr(store, method, lambda argument: wrong)
        with pytest.raises(provost.CallbackError) as caught:
            engine.define(provost.Location(key="CITY", name="City", zone="UTC"))
            list(engine.find("location"))
        assert caught.value.parameters == {"function": method}


def test_a_store_that_says_it_failed():
    store = own_store.DictStore()
    with provost.open(store) as engine:
        store.commit = lambda units: [Outcome.failed("no room") for _ in units]
        with pytest.raises(provost.StorageError) as caught:
            engine.define(provost.Location(key="CITY", name="City", zone="UTC"))
        assert "no room" in str(caught.value)


@pytest.mark.rows("MIS-03")
def test_calling_back_into_the_engine_is_refused():
    class Curious(own_store.DictStore):
        def load(self, keys):
            if self.ask is not None:
                self.ask()
            return super().load(keys)

    store = Curious()
    store.ask = None
    with provost.open(store) as engine:
        for store.ask in (engine.journal, engine.close, lambda: engine.session(preset="learners", zone="UTC")):
            with pytest.raises(provost.CallbackError) as caught:
                engine.define(provost.Location(key="CITY", name="City", zone="UTC"))
            assert isinstance(caught.value.__cause__, provost.BusyError)
        store.ask = None
        assert engine.define(provost.Location(key="CITY", name="City", zone="UTC")).verdict == "accepted"


def test_the_engine_keeps_the_store_and_lets_it_go():
    store = own_store.DictStore()
    alive = weakref.ref(store)
    engine = provost.open(store, now=story.NOW)
    del store
    gc.collect()
    assert alive() is not None
    story.tell(engine)
    engine.close()
    gc.collect()
    assert alive() is None


def test_nothing_leaks_references():
    store = own_store.DictStore()
    failing = own_store.DictStore()
    failing.load = lambda keys: 1 / 0

    def use():
        with provost.open(store, now=story.NOW) as engine:
            engine.define(provost.Location(key="CITY", name="City", zone="UTC"))
            engine.session(preset="learners", zone="UTC").feed(story.learners_csv(3))
        with pytest.raises(provost.CallbackError):
            provost.open(failing)

    use()
    gc.collect()
    before = sys.getrefcount(store), sys.getrefcount(failing), len(gc.get_objects())
    for _ in range(50):
        use()
    gc.collect()
    after = sys.getrefcount(store), sys.getrefcount(failing), len(gc.get_objects())
    assert after[:2] == before[:2] and after[2] - before[2] < 200


def test_the_example_runs(capsys):
    own_store.main()
    assert "the second time: unchanged" in capsys.readouterr().out


def begun(engine):
    """A run with the LMS of the story that has not finished."""
    story.tell(engine)
    run = engine.session("lms.courses", worker="w")
    list(run.take())
    return run


def test_a_session_that_is_dropped_in_a_call_of_the_store_is_ended_later():
    """The end of a session with an LMS writes to the store, out of which another one may be dropped."""

    class Dropping(own_store.DictStore):
        held = None

        def commit(self, units):
            self.held = None
            return super().commit(units)

    store = Dropping()
    with provost.open(store, now=story.NOW) as engine:
        run = begun(engine)
        store.held = engine.session("lms.observe", worker="w")
        del run
        gc.collect()
        assert len(list(engine.find("learner"))) > 0
        assert store.held is None
        assert {one.state for one in engine.find("sync_run")} == {"broken"}


def test_what_ends_programs_is_not_swallowed_when_a_session_ends():
    class Ending(own_store.DictStore):
        armed = False

        def commit(self, units):
            if self.armed:
                self.armed = False
                raise KeyboardInterrupt
            return super().commit(units)

    store = Ending()
    with provost.open(store, now=story.NOW) as engine:
        run = begun(engine)
        store.armed = True
        with pytest.raises(KeyboardInterrupt):
            run.close()
