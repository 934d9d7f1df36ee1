"""Classes made from the descriptions: values, documents and back, equality, help."""
import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest

import provost
import story

COURSE = dict(id=7, version=2, external_id="C-1", name="Über \"quoted\"\n\x01 名", planning_status="fixed",
              starts_at=dt.datetime(2026, 2, 1, 9, 0, 0, 120000, tzinfo=dt.timezone(dt.timedelta(hours=11))),
              max_participants=0, tutors=[provost.AssignedTutor(tutor=3, position="expert"), provost.AssignedTutor(tutor=4)], price=Decimal("12.50"), tags=[provost.TagValue(tag="t", value="v")])


def test_values_of_every_kind_and_back():
    course = provost.Course(**COURSE)
    document = course.to_dict()
    assert document["starts_at"] == "2026-01-31T22:00:00.120Z" and document["price"] == "12.5"
    assert document["tags"] == [{"tag": "t", "value": "v"}] and "ends_at" not in document
    again = provost.Course.from_dict(document)
    assert again == course == provost.Course.from_json(course.to_json())
    assert again.starts_at == COURSE["starts_at"] and again.starts_at.utcoffset() == dt.timedelta()
    assert (again.price, again.tags[0].value, again.max_participants) == (Decimal("12.5"), "v", 0)
    assert again.ends_at is None and provost.Learner(birth_date=dt.date(2000, 2, 29)).to_dict()["birth_date"]


@pytest.mark.rows("MIS-06")
@pytest.mark.parametrize("made", [provost.Course(**COURSE), provost.Course(), provost.Reason(code="course.ended"),
                                  provost.ReportingDefaults(key="default"), provost.Group(key="chefs", members=[3, 4]), provost.Answer(verdict="held", id=3)],
                         ids=lambda made: type(made).__name__)
def test_text_is_what_the_library_writes(made):
    position = made.__described__.position
    assert provost._provost.canonical(position, made.to_json()) == made.to_json()


def test_every_class_has_its_fresh_document():
    for made in provost.records.CLASSES.values():
        fresh = made()
        assert made.from_dict(fresh.to_dict()) == fresh == copy.copy(fresh) == pickle.loads(pickle.dumps(fresh))
        assert not hasattr(fresh, "__dict__") and "Since 0.1" in made.__doc__
        with pytest.raises(AttributeError):
            fresh.no_such_member = 1


def test_moments_are_cut_to_milliseconds_and_keep_no_zone():
    request = provost.RegisterLearner(effective=dt.datetime(2026, 1, 1, 0, 0, 0, 1999, tzinfo=dt.timezone.utc))
    assert request.to_dict()["effective"] == "2026-01-01T00:00:00.001Z"
    assert request.to_dict()["verb"] == "registration.register_learner" and request.to_dict()["provost"] == 1


@pytest.mark.parametrize("given, written", [
    (Decimal("1E+2"), "100"), (Decimal("-0"), "0"), (Decimal("0.500000"), "0.5"), (3, "3"), (-7, "-7"),
    (Decimal("100"), "100"), (Decimal("0.0000001"), "0.0000001")])
def test_decimals_are_canonical_and_never_rounded(given, written):
    assert provost.Course(price=given).to_dict()["price"] == written


def test_what_a_description_does_not_know_is_refused_with_its_place():
    for document, pointer in (({"colour": "red"}, "/colour"), ({"tags": [{"tag": "t"}, {"colour": 1}]}, "/tags/1/colour"),
                              ({"price": 1.5}, "/price"), ({"price": "0.0000001"}, "/price"),
                              ({"planning_status": "open"}, "/planning_status"), ({"tutors": ["x"]}, "/tutors/0")):
        with pytest.raises(provost.InvalidError) as caught:
            provost.Course.from_dict(document)
        assert caught.value.pointer == pointer
    assert provost.Course.from_dict({"x-own": 1, "price": Decimal("2")}).price == 2


def test_equality_and_hash():
    assert provost.Course(price=Decimal("1.0")) == provost.Course(price=Decimal("1"))
    assert provost.Course(name="") == provost.Course() != provost.Course(name="a")
    assert provost.Course() != provost.CourseTemplate()
    with pytest.raises(TypeError):
        hash(provost.Course())
    assert provost.Course().tags is not provost.Course().tags


def test_descriptions_are_for_reading(college):
    described = provost.Course.__described__
    field = {field.name: field for field in described.fields}["planning_status"]
    assert field.kind == "choice" and [word for word, _ in field.choices][0] == "released"
    assert field.optional and field.default is None
    assert described.role == "record" and "external_id" in {index.name for index in described.indexes}
    assert "learner: reference, required" in college.registration.register_learner.__doc__
    assert provost.VERBS["finalise.finalise_unit"].right == "FINALISE"


def test_stored_records_round_trip(engine):
    story.tell(engine)
    for kind, made in provost.KINDS.items():
        for record in engine.find(kind):
            assert type(record) is made and record.id > 0 and record.version > 0
            assert made.from_json(record.to_json()) == record
