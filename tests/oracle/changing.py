"""The oracle's rules of other changes: on hold and back, corrections, concluding by hand, dates, and what is due."""
import endings
import places
import seats
import sets
from college import (OWNER, accepted, day_of, may, moment_of, reference_problem, refused, seats_in_use, unchanged,
                     uses_seat)
from leaving import LEAVING, cancel, change, too_early, went_along
from prerequisites import MET, Judgement

NO_FEE = (None, None, None)
TAKEN_BACK = {"20": "30", "51": "52", "81": "82"}


# -- registration.change_state ---------------------------------------------------------------------------------------

def change_state(college, request):
    problem, place = endings.participant(college, request)
    if problem:
        return refused(problem)
    state, moment = request["state"], college.moment(request)
    if place["state"] == state:
        return unchanged(place)
    if place.get("finalised"):
        return refused("participant.finalised", topic="states")  # FIN-ORD-14, FIN-DEF-04
    correction, reason = request.get("correction", False), request.get("reason")
    codes = []
    if not legal(place["state"], state, correction):
        by_another = not correction and state in places.UNGRADED[place["state"]]
        ordinary = correction and state in places.UNGRADED[place["state"]]
        codes.append("transition.other-verb" if by_another else
                     "correction.ordinary" if ordinary else "transition.illegal")
    if not reason and (correction or state == "on_hold"):
        codes.append("reason.missing")
    if not correction and too_early(college, request, place):
        codes.append("date.before-enrolment")
    back_in = place["state"] in (*places.CLOSED, "passed", "failed") and state in ("registered", "in_progress")
    if back_in and place["course"]["planning_status"] == "closed":
        codes.append("course.closed")  # IMC-CSV-13
    if codes:
        return refused(tuple(codes), topic="states")
    seated = state in places.SEATED
    full = seats.seat_problem(college, place["course"], place["learner"], place) if seated else None
    others = [other for other in college.enrolments(place["learner"], place["course"])
              if other is not place and other["state"] not in places.BLOCKS_NOBODY]
    gone_on = place["state"] == "moved" and any(
        other.get("came_from") is place and other["state"] not in places.CLOSED
        for other in college.of("enrolment", learner=place["learner"]))
    back = sets.coming_back(college, place) if seated and place["state"] not in LEAVING else sets.Choice()
    if gone_on:
        return refused("enrolment.exists", topic="states")
    if place["state"] == "moved" and went_along(college, place):
        return refused("enrolment.went-on", topic="states")  # IMC-PART-05: his training is no longer here
    if back.problem:
        there = "enrolment.exists" if others else None
        return refused(tuple(code for code in (back.problem, full, there) if code), topic="states")
    if full and not keeps_seat(place, state):
        return refused(full, topic="seats")
    if others and seated:
        return refused("enrolment.exists", topic="states")
    return accepted(place, lambda: put(college, place, state, request, moment), topic="states")


def keeps_seat(place, state):
    """Whether the participant keeps the seat that he has."""
    return uses_seat(place) and state in places.SEATED


def legal(before, state, correction):
    """Moves that these requests are for; the others have verbs of their own."""
    if correction:
        return state in places.CORRECTIONS.get(before, ())
    by_hand = {"registered": ("on_hold", "in_progress"), "in_progress": ("on_hold",),
               "on_hold": ("registered", "in_progress"), "failed": ("in_progress",)}
    return state in by_hand.get(before, ())


def put(college, place, state, request, moment):
    was, day = place["state"], college.day(place["course"], moment)
    activity = college.activity_of(place)
    commenced = activity is not None and endings.commenced(place, activity, day)
    places.set_state(place, state)
    if state == "on_hold" and place["course"]["course_template"]["subject"] and not commenced:
        place["unit_status"] = "pending"  # it keeps its status when the unit has commenced
    place["resumes_on"] = day_of(request.get("resumes_on")) if state == "on_hold" else None
    if state == "in_progress":
        place["ended_on"] = None  # a further attempt has not ended
    if state == "in_progress" and place.get("started_on") is None:
        place["started_on"] = day
        if activity and activity["start_on"] is None and place["course"]["ends_at"] is None:
            activity.update(start_on=day, end_on=endings.plus_duration(day, place["course"]["duration"]))
    if state == "failed" and activity:  # whoever has failed after all has not achieved the unit
        activity["outcome"] = TAKEN_BACK.get(activity.get("outcome"), activity.get("outcome"))
    if was in ("cancelled", "moved", "replaced"):
        place["ended_on"] = None
        if activity and activity["outcome_source"] == "finalise":  # what leaving wrote; it is open again
            activity.update(outcome=None, outcome_source="none", hours_attended=None, end_on=planned_end(college, place, activity))
    if state in places.SEATED and was not in places.SEATED:
        seats.take_seat(college, place)
    if state in places.SEATED and was not in LEAVING:
        place["parents"] = sets.coming_back(college, place).parents
    change(college, place, was, moment)


def planned_end(college, place, activity):
    """When the training of whoever has not left will end: with the course, or so long after he began."""
    course = place["course"]
    if course["ends_at"]:
        return college.last_day(course)
    return activity["start_on"] and endings.plus_duration(activity["start_on"], course["duration"])


# -- registration.conclude -------------------------------------------------------------------------------------------

def conclude(college, request):
    problem, place = endings.participant(college, request)
    if problem:
        return refused(problem)
    actor, moment = request.get("actor", OWNER), college.moment(request)
    method = place["course"].get("conclude_by") or "administrator"
    codes = concluding_codes(college, request, place, actor, method)
    state = "passed" if request["passed"] else "failed"
    if place.get("finalised"):
        codes.append("participant.finalised")
    elif place["state"] not in ("registered", "in_progress"):
        codes.append("transition.illegal")
    if too_early(college, request, place):
        codes.append("date.before-enrolment")
    day = college.day(place["course"], moment)
    if place.get("started_on") and day < place["started_on"]:
        codes.append("date.end-before-start")
    if codes:
        return refused(tuple(codes), topic="states")

    def effect():
        was = place["state"]
        if not_begun(place):
            place["started_on"] = day
        places.set_state(place, state, ended_on=day, valid_until=day_of(request.get("valid_until")))
        change(college, place, was, moment)
    return accepted(place, effect, topic="states")


def not_begun(place):
    """Who is in progress has begun, even when nobody recorded on which day; who came back from on hold may have."""
    return place["state"] == "registered" and place.get("started_on") is None


def concluding_codes(college, request, place, actor, method):
    """IMC-MT-05."""
    if may(college, actor, "CHANGE_PARTICIPANT_STATUS"):
        return [] if method == "administrator" or request.get("reason") else ["reason.missing"]
    himself = method == "learner" and actor.casefold() == place["learner"]["login"].casefold()
    tutor = method == "tutor" and actor in (place["course"].get("tutors") or ())
    return [] if himself or tutor else ["concluding.not-by-this"]


# -- registration.change_registration --------------------------------------------------------------------------------

def change_registration(college, request):
    problem, place = endings.participant(college, request)
    if problem:
        return refused(problem)
    told = {name: moment_of(request[name]) for name in ("due_at", "planned_start_at", "planned_end_at", "expires_at")
            if name in request}
    told.update({name: None for name in request.get("clear", ())})
    if "valid_until" in request:
        told["valid_until"] = day_of(request["valid_until"])
    if all(place.get(name) == value for name, value in told.items()):
        return unchanged(place)
    moment = college.moment(request)

    def effect():
        place.update(told)
        change(college, place, place["state"], moment)
    return accepted(place, effect, topic="states")


# -- registration.catch_up -------------------------------------------------------------------------------------------

def catch_up(college, request):
    problem = reference_problem(college, request, ("course", "course"))
    if problem:
        return refused(problem)
    course, moment = college.find("course", request["course"]), college.moment(request)
    now = college.told(request)

    def effect():
        run_out(college, course, moment, now)
        before = seats_in_use(college)
        cancel_unprepared(college, course, moment)
        seats.let_in_freed(college, before, moment, now)
    changed = seats.would_change(college, effect)
    decision = accepted(None, effect, topic="due") if changed else unchanged(None)
    decision.promotes = False
    return decision


def runs_out(place):
    return place["state"] == "reserved" or (place["state"] == "requested" and bool(place.get("holds_seat")))


def run_out(college, course, moment, now):
    """Reservations and requests that hold a seat end at their moment, one after the other (IMC-WL-09)."""
    due = [place for place in college.of("enrolment", course=course)
           if runs_out(place) and place.get("expires_at") and place["expires_at"] <= moment]
    for place in sorted(due, key=lambda place: place["expires_at"]):
        before = seats_in_use(college)
        cancel(college, place, place["expires_at"], NO_FEE)
        seats.let_in_freed(college, before, place["expires_at"], now)


def cancel_unprepared(college, course, moment):
    """IMC-AC-01 to IMC-AC-04: partly met is not enough; by the facts of that moment."""
    due = moment_of(course.get("prerequisites_due"))
    if not course.get("cancel_unprepared") or due is None or moment < due:
        return
    day = college.day(course, moment)
    for place in college.of("enrolment", course=course):
        prepared = Judgement(college, place["learner"], course, day).mark == MET
        if place["state"] in ("registered", "in_progress", "reserved", "requested", "waiting") and not prepared:
            cancel(college, place, moment, NO_FEE)
