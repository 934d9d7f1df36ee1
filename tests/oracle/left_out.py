"""What is not asked of units that are opened again: there the library departs from its pages, or they say nothing.

Each entry says what; when it is settled the entry goes, and the oracle asks.
"""
import endings
from places import HISTORIC, SEATED


def left_out(college, request):
    """Whether a request is not asked of a college as it is."""
    return any(rule(college, request) for rule in RULES)


def latest(college, request):
    """The place of which a request speaks; None without one."""
    learner = college.find("learner", request.get("learner", request.get("leaves", "")))
    course = college.find("course", request.get("from_course", request.get("course")))
    return ([None, *college.enrolments(learner, course)] if learner and course else [None])[-1]


def opened_into_a_line(college, request):
    """Whoever waited, or held a seat while his request was open, comes back without place in the line or seat."""
    place = latest(college, request) if request["verb"] == "finalise.reopen_unit" else None
    ending = place and endings.current_ending(college, place)
    return bool(ending and (ending["before"]["state"] == "waiting" or ending["before"]["holds_seat"]))


def planned_without_start(college, request):
    """Who is back from an open pause and has not begun gets no start when his course is held at other times."""
    course = college.find("course", request["external_id"]) if request["verb"] == "catalogue.define_course" else None
    if course is None or course["ends_at"] is None:
        return False
    open_places = [place for place in college.of("enrolment", course=course) if place["state"] in SEATED]
    activities = [college.activity_of(place) for place in open_places]
    return any(activity and activity["start_on"] is None for activity in activities)


def history_in_a_quota(college, request):
    """Whoever is told to have passed uses a seat of the course and none of its quotas."""
    course = college.find("course", request["course"]) if request["verb"] == "registration.register_learner" else None
    return bool(course and course.get("quotas") and request.get("state") in HISTORIC)


def asked_again(college, request):
    """The same request for a place, once that was left: no longer unchanged, as registering again is."""
    if request["verb"] != "registration.request_place":
        return False
    learner, course = college.find("learner", request["learner"]), college.find("course", request["course"])
    moments = [place["origin"][-1] for place in college.enrolments(learner, course) if "origin" in place]
    return college.moment(request) in moments


RULES = (opened_into_a_line, planned_without_start, history_in_a_quota, asked_again)
