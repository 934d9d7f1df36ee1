"""What the tests share: an engine in memory, and the organisation of the story defined in one."""
import datetime as dt

import pytest

import provost
import story


@pytest.fixture
def engine():
    with provost.open(":memory:", now=story.NOW) as opened:
        yield opened


@pytest.fixture
def college(engine):
    """An engine that knows the college of the story: course COOK-1 with one seat, and the learner a-learner."""
    story.define_college(engine)
    return engine


@pytest.fixture
def enrolled(college):
    """The college, with the learner registered in the course."""
    college.people.define_learner(login="a-learner", family_name="Example", first_name="Ada", client_id="A1",
                                  email="ada@example.invalid", birth_date=dt.date(2001, 2, 3))
    college.record_achievement("a-learner", "SITXFSA005", "20", dt.date(2025, 11, 20))
    assert college.register("a-learner", "COOK-1", effective=story.ENROLLED).accepted
    return college


@pytest.fixture
def moment():
    return dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.timezone.utc)
