"""Judging prerequisites in bulk: over arrays, memoryviews and bytes; what is refused, with its place."""
import datetime as dt
import os
import struct
import threading
from array import array

import pytest

import provost
from provost.bulk import FACT_KINDS, MARKS, NO_DAY, NO_PART, STATES, Bulk, day_number

# The same as in tests/capi/bulk_test.cpp and bindings/php/tests/BulkTest.php: learner 10 passed course 1 of template 4
# and has the skill; 11 is registered in course 2 of template 5.
RULES = [{"key": 100, "bundles": [{"items": [{"course": "WELD-1"}, {"skill": "welding", "level": 2}]},
                                  {"items": [{"course_template": 5, "minimum": "enrolled"}]}]},
         {"key": 200}]
THINGS = [{"kind": "course", "key": 1, "name": "WELD-1"}, {"kind": "skill", "key": 9, "name": "welding"}]
LEARNERS, ASKED = array("q", [10, 11, 12, 12]), array("q", [100, 100, 100, 200])


def places(**other):
    return {"learner": array("q", [11, 10]), "course": array("q", [2, 1]), "course_template": array("q", [5, 4]),
            "state": bytes([STATES["registered"], STATES["passed"]]), "enrolled_on": array("i", [100, 90]),
            "ended_on": array("i", [NO_DAY, 110]), **other}


FACTS = {"learner": array("q", [10]), "kind": bytes([FACT_KINDS["skill"]]), "about": array("q", [9]),
         "level": array("i", [3])}


def opened(**other):
    return Bulk(RULES, THINGS, **{"places": places(), "facts": FACTS, **other})


def test_marks_and_parts_come_out_of_arrays():
    bulk = opened()
    assert {**bulk.summary, "bytes": 0} == {"bytes": 0, "learners": 2, "parts": 6, "rows": 3, "rules": 2}
    assert [MARKS[mark] for mark in bulk.judge(LEARNERS, ASKED, 120)] == ["met", "partly_met", "not_met", "met"]
    assert list(bulk.judge(LEARNERS, ASKED, array("i", [109, 99, 1, 1]))) == [0, 0, 0, 3]
    marks, parts = bulk.explain(LEARNERS, ASKED, dt.date(1970, 1, 1) + dt.timedelta(days=120))
    assert list(marks) == [3, 2, 0, 3] and day_number(dt.date(2026, 3, 1)) == 20513
    assert list(parts) == [3, 3, 3, 3, 0, 0, 2, 0, 0, 1, 2, 2, 0, 0, 0, 1, 0, 0, 3] + [NO_PART] * 5
    assert bulk.judge(array("q"), array("q"), 120) == bulk.judge(b"", b"", array("i")) == b""


def test_columns_are_any_buffers():
    packed = places(learner=struct.pack("2q", 11, 10), course=bytearray(struct.pack("2q", 2, 1)),
                    enrolled_on=memoryview(struct.pack("2i", 100, 90)).cast("i"), state=memoryview(bytes([4, 7])),
                    started_on=None)
    bulk = opened(places=packed)
    assert list(bulk.judge(memoryview(LEARNERS), ASKED.tobytes(), 120)) == [3, 2, 0, 3]
    numpy = pytest.importorskip("numpy")
    assert list(bulk.judge(numpy.array([10, 11]), numpy.array([100, 100]), numpy.array([120, 120], "i4"))) == [3, 2]


def test_what_is_no_column_is_said():
    for wrong, error in ((places(learner=array("i", [1, 2])), TypeError), (places(learner=[1, 2]), TypeError),
                         (places(learner=array("d", [1, 2])), TypeError), (places(learner=b"123"), ValueError),
                         (places(states=b""), TypeError), (places(learner=memoryview(bytes(40))[::2]), BufferError),
                         (places(learner=memoryview(bytes(17))[1:].cast("q")), ValueError)):
        with pytest.raises(error):
            opened(places=wrong)
    for day in (None, "1970-01-01", array("q", [1]), array("i")):
        with pytest.raises((TypeError, ValueError)):
            opened().judge(LEARNERS, ASKED, day)


@pytest.mark.parametrize("columns, told", [
    ({"places": places(state=None)}, ("column.missing", "")),
    ({"places": places(course=array("q", [1]))}, ("column.length", "")),
    ({"places": places(state=b"\x04\x63")}, ("column.out-of-range", "/places/state/1")),
    ({"places": places(ended_on=array("i", [0, 2932897]))}, ("column.out-of-range", "/places/ended_on/1")),
    ({"facts": {**FACTS, "level": array("i", [-1])}}, ("column.out-of-range", "/facts/level/0"))])
def test_columns_that_do_not_fit(columns, told):
    with pytest.raises(provost.InvalidError) as caught:
        opened(**columns)
    assert (caught.value.code, caught.value.pointer) == told


@pytest.mark.parametrize("rules, code, pointer", [
    ([{"key": 1}, {"key": 1}], "rule.repeated", "/rules/1"),
    ([{"key": 1, "bundles": [{"items": [{"skill": "x"}]}]}], "name.undeclared", "/rules/0/bundles/0/items/0"),
    ([{"key": 1, "bundles": [{"items": []}]}], "prerequisite.unclear", "/rules/0/bundles/0"),
    ([{"key": 1, "sets": []}], "key.unknown", "/rules/0/sets")])
def test_rules_that_do_not_fit(rules, code, pointer):
    with pytest.raises(provost.ProvostError) as caught:
        Bulk(rules)
    assert (caught.value.code, caught.value.pointer) == (code, pointer)


def test_questions_that_do_not_fit():
    bulk = opened(learners=array("q", [10, 11]))
    for learners, rules, day, told in (
            ([10, 12], [100, 100], 120, ("learner.unknown", "/learners/1")),
            ([10, 11], [100, 300], 120, ("rule.unknown", "/rules/1")),
            ([10, 11], [100], 120, ("column.length", "")),
            ([10, 11], [100, 100], array("i", [1]), ("column.length", "")),
            ([10, 11], [100, 100], array("i", [1, NO_DAY]), ("column.out-of-range", "/days/1")),
            ([10, 11], [100, 100], 2**40, ("column.out-of-range", "/day/0"))):
        with pytest.raises(provost.ProvostError) as caught:
            bulk.judge(array("q", learners), array("q", rules), day)
        assert (caught.value.code, caught.value.pointer) == told


def test_threads_and_forks_share_a_bulk():
    bulk, found = opened(), []
    learners, rules = array("q", [10, 11]) * 20_000, array("q", [100]) * 40_000
    threads = [threading.Thread(target=lambda: found.append(bulk.judge(learners, rules, 120))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [bytes([3, 2]) * 20_000] * 4
    child = os.fork()
    if child == 0:
        os._exit(0 if list(bulk.judge(LEARNERS, ASKED, 120)) == [3, 2, 0, 3] else 1)
    assert os.waitpid(child, 0)[1] == 0
