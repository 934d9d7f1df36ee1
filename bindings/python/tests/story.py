"""The story of the tutorial, told to any engine: a college, a refused registration, an achievement, a grade, an end."""
import datetime as dt
from decimal import Decimal

import provost

UTC = dt.timezone.utc
NOW = dt.datetime(2026, 6, 30, tzinfo=UTC)
ENROLLED = dt.datetime(2026, 3, 1, tzinfo=UTC)


def define_college(engine):
    """Location, course type, subjects, a template that requires a subject, a course and a learner."""
    for record in (provost.Location(key="CITY", name="City campus", zone="Australia/Melbourne"),
                   provost.Subject(code="SITXFSA005", title="Use hygienic practices for food safety"),
                   provost.Subject(code="SITHCCC027", title="Prepare dishes using basic methods of cookery")):
        assert engine.define(record).verdict == "accepted"
    engine.catalogue.define_course_type(course_type="unit", name="Unit of competency")
    engine.catalogue.define_template(course_type="unit", external_id="COOK", name="Basic cookery", subject="SITHCCC027")
    engine.require_subject("COOK", "SITXFSA005")
    engine.catalogue.define_course(course_template="COOK", external_id="COOK-1", name="Basic cookery, autumn",
                                   location="CITY", max_participants=1,
                                   starts_at=dt.datetime(2026, 2, 1, 22, tzinfo=UTC),
                                   ends_at=dt.datetime(2026, 6, 19, 7, tzinfo=UTC))
    engine.people.define_learner(login="a-learner", family_name="Example", client_id="A1",
                                 birth_date=dt.date(2001, 2, 3))


def tell(engine):
    """The whole story; answers what each step said, as documents."""
    define_college(engine)
    refused = engine.register("a-learner", "COOK-1", effective=ENROLLED, detail="reason")
    assert (refused.verdict, refused.code) == ("refused", "prerequisite.unmet")
    achieved = engine.record_achievement("a-learner", "SITXFSA005", "20", dt.date(2025, 11, 20))
    accepted = engine.register("a-learner", "COOK-1", effective=ENROLLED, detail="full")
    assert accepted.accepted and accepted.id
    again = engine.register("a-learner", "COOK-1", effective=ENROLLED)
    assert again.verdict in ("unchanged", "refused")
    graded = engine.receive_grade("a-learner", "COOK-1", "passed", Decimal("67.5"),
                                  effective=dt.datetime(2026, 5, 1, tzinfo=UTC))
    ended = engine.finalise("a-learner", "COOK-1", ending="completed", effective_on=dt.date(2026, 6, 19))
    assert graded.accepted and ended.accepted
    return [answer.to_json() for answer in (refused, achieved, accepted, again, graded, ended)]


def learners_csv(count):
    """An import file of learners; nothing in it is wrong."""
    rows = ["Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID"]
    rows += [f"learner-{n},,Example,2000-01-01,,X,3000,INTOFF,,C{n}" for n in range(count)]
    return ("\n".join(rows) + "\n").encode()
