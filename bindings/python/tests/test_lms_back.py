"""What flows back from an LMS in Python: courses, results with their cursors, who is enrolled."""
import datetime as dt
from decimal import Decimal

import provost
import story
from provost import lms


class Listing(lms.Lms):
    """An LMS that lists one course, a page of results at a time, and a place that it was told of."""

    def __init__(self):
        self.asks = []

    def carry_out(self, actions):
        return [provost.LmsOutcome(op_id=action.op_id, status="applied", remote_id="r1") for action in actions]

    def list(self, ask):
        self.asks.append((ask.listing, ask.course, ask.cursor))
        if ask.listing == "courses":
            yield provost.LmsObservedCourse(course="401", name="Cookery there")
            yield provost.LmsListingEnd(listing="courses", complete=True, rows=1)
        elif ask.listing == "enrolments":
            yield provost.LmsObserved(course=ask.course, learner="A1", access="active")
            yield provost.LmsListingEnd(listing="enrolments", course=ask.course, complete=True, rows=1)
        else:
            first = ask.cursor == ""
            yield provost.LmsObservedResult(event_id="g1" if first else "g2", course=ask.course, learner="A1",
                                            score=Decimal(20 if first else 45), most=Decimal(60),
                                            all_items_graded=True,
                                            at=dt.datetime(2026, 5, 1 if first else 2, tzinfo=story.UTC))
            yield provost.LmsListingEnd(listing="results", course=ask.course, cursor="1" if first else "2",
                                        complete=not first, rows=1)


def connected(college):
    college.define(provost.LmsConnection(key="moodle", label="Moodle", auto_grade=True))
    college.results.link_lms_course(connection="moodle", lms_course="401", course="COOK-1")
    college.record_achievement("a-learner", "SITXFSA005", "20", dt.date(2025, 11, 20))
    assert college.register("a-learner", "COOK-1", effective=story.ENROLLED).accepted
    return college


def test_results_are_read_page_by_page_and_go_on_where_they_ended(college):
    engine, there = connected(college), Listing()
    summary = lms.results(engine, there, connection="moodle")
    assert summary.rows == 2
    assert there.asks == [("results", "401", ""), ("results", "401", "1")]
    assert lms.results(engine, there, connection="moodle").unchanged == 1
    assert there.asks[-1] == ("results", "401", "2")


def test_courses_are_noted(college):
    engine, there = connected(college), Listing()
    assert lms.courses(engine, there, connection="moodle").created == 1
    assert lms.courses(engine, there, connection="moodle").unchanged == 1


def test_who_is_enrolled_is_compared(college):
    engine, there = connected(college), Listing()
    summary = lms.observe(engine, there, courses=["401"], connection="moodle")
    assert summary.rows == 1 and summary.foreign == 1
