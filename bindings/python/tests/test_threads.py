"""Threads: the GIL is free while the engine works, engines are shared, adapters are called with the GIL."""
import pathlib
import sys
import threading
import time

import pytest

import provost
import story

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "examples"))
import own_store  # noqa: E402


@pytest.mark.rows("MIS-05")
def test_other_threads_run_during_a_bulk_import(engine):
    data = story.learners_csv(20000)
    ticks, stop = [], threading.Event()

    def tick():
        while not stop.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    try:
        with engine.session(preset="learners", zone="UTC") as run:
            start = time.perf_counter()
            run.feed(data)  # one call, all the rows
            end = time.perf_counter()
            assert run.finish().created == 20000
    finally:
        stop.set()
        ticker.join()
    # Ticks in each tenth of the call: with the GIL held there would be none between its first and last moment.
    tenths = {int(10 * (moment - start) / (end - start)) for moment in ticks if start <= moment < end}
    assert len(tenths) >= 8, f"the import took {end - start:.3f} s; ticks in tenths {sorted(tenths)}"


@pytest.mark.rows("MIS-05")
@pytest.mark.parametrize("where", ["memory", "python"])
def test_threads_share_an_engine(where):
    failures = []
    with provost.open(":memory:" if where == "memory" else own_store.DictStore(), now=story.NOW) as engine:
        def work(number):
            try:
                for n in range(20):
                    engine.define(provost.Subject(code=f"S{number}-{n}"))
                    assert list(engine.find("subject", code=f"S{number}-{n}"))
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == [] and len(list(engine.find("subject"))) == 120
        assert engine.verify().findings == []


def test_closing_while_others_work():
    engine = provost.open(":memory:")
    codes = set()

    def work():
        try:
            for n in range(100000):
                engine.define(provost.Subject(code=f"S{n}"))
        except provost.InvalidError as error:
            codes.add(error.code)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    engine.close()
    for thread in threads:
        thread.join()
    assert codes == {"handle.closed"}
