"""The pure door: a host with its own records asks, fetches and asks again. [MIS-04]"""
import json

import pytest

import provost
import story

REQUEST = {"verb": "registration.register_learner", "course": "COOK-1", "learner": "a-learner",
           "effective": "2026-03-01T00:00:00Z", "recorded": "2026-06-30T00:00:00Z", "detail": "full"}


def fetch_from(engine, keys=None):
    """An engine plays the host's database."""
    def fetch(kind, index, values):
        if keys is not None:
            keys.append((kind, index, tuple(values)))
        if index != "id":
            return engine._handle.find(json.dumps({"kind": kind, "index": index, "values": list(values)}))
        try:
            return [engine.get(kind, int(values[0]))]
        except provost.NotFoundError:
            return []
    return fetch


@pytest.fixture
def engine():
    with provost.open(":memory:", now=story.NOW) as opened:
        story.define_college(opened)
        yield opened


def test_the_answer_is_the_engines(engine):
    keys = []
    decided = provost.decide(REQUEST, fetch_from(engine, keys))
    assert decided.answer.to_json() == engine.run_document(REQUEST)
    assert decided.answer.code == "prerequisite.unmet"
    assert len(set(keys)) == len(keys)
    assert {kind for kind, _, _ in decided.reads} >= {"course", "course_template_version", "learner", "seats"}


def test_ids_are_reserved_when_records_are_made(engine):
    engine.record_achievement("a-learner", "SITXFSA005", "20", story.ENROLLED.date())
    counts = []

    def reserve(count):
        counts.append(count)
        return range(1000, 1000 + count)

    decided = provost.decide(REQUEST, fetch_from(engine), reserve=reserve)
    assert decided.answer.accepted and decided.answer.plan and len(counts) == 1
    with pytest.raises(provost.InvalidError) as failure:
        provost.decide(REQUEST, fetch_from(engine))
    assert failure.value.pointer == "/request/ids"


def test_ids_of_many_are_as_many_as_they_take(engine):
    engine.record_achievement("a-learner", "SITXFSA005", "20", story.ENROLLED.date())
    request = {**{name: REQUEST[name] for name in ("course", "effective", "recorded")},
               "verb": "registration.register_many", "learners": ["a-learner", "nobody"]}
    counts = []

    def reserve(count):
        counts.append(count)
        return range(1000, 1000 + count)

    decided = provost.decide(request, fetch_from(engine), reserve=reserve)
    made = {change.id for change in decided.answer.plan if change.created and change.id}
    assert decided.answer.accepted and made == set(range(1000, 1000 + counts[0])) and len(counts) == 1
    with pytest.raises(provost.InvalidError) as failure:
        provost.decide({**request, "ids": [1000]}, fetch_from(engine))  # too few
    assert failure.value.pointer == "/request/ids" and int(failure.value.parameters["count"]) == counts[0]


def test_documents_say_what_is_missing():
    answer = json.loads(provost.decide_document({"request": json.dumps(REQUEST)}))
    assert answer["verdict"] == "needs" and {need["kind"] for need in answer["needs"]} == {"course", "learner"}
    with pytest.raises(provost.InvalidError) as failure:
        provost.decide_document('{"request":"{}","nonsense":1}')
    assert failure.value.code == "key.unknown"


def test_an_id_told_as_text_is_asked_for_by_nobody():
    request = {"verb": "resources.cancel_booking", "recorded": "2026-02-02T09:00:00Z", "booking": "7"}
    asked = []
    decided = provost.decide(request, lambda kind, index, values: asked.append(kind) or [])
    assert decided.answer.code == "booking.unknown" and not asked


def test_a_blank_reference_names_nothing():
    request = {"verb": "catalogue.delete_course", "recorded": "2026-02-02T09:00:00Z", "course": " "}
    assert provost.decide(request, lambda kind, index, values: []).answer.code == "course.unknown"
