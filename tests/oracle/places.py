"""The oracle's rules of entering: registering, and wishes."""
import datetime as dt

import leaving
import seats
import sets
from college import OWNER, Decision, accepted, day_of, may, moment_of, reference_problem, refused, unchanged
from prerequisites import Judgement

TEMPLATE_STATUSES = ("10", "20", "30", "40", "50")  # IMC-ENI-05
# IMC-PART-09: where each state may go without a correction; failed becomes passed by a grade only.
MOVES = {
    "requested": ("registered", "rejected", "cancelled", "waiting"),
    "reserved": ("registered", "cancelled"),
    "waiting": ("registered", "cancelled"),
    "registered": ("in_progress", "on_hold", "passed", "failed", "cancelled", "moved", "replaced"),
    "in_progress": ("on_hold", "passed", "failed", "cancelled", "moved"),
    "on_hold": ("registered", "in_progress", "cancelled", "moved"),
    "failed": ("in_progress", "passed"),
    "passed": (), "cancelled": (), "rejected": (), "moved": (), "replaced": (),
}
UNGRADED = {**MOVES, "failed": ("in_progress",)}  # without a grade
CORRECTIONS = {"passed": ("failed",), "cancelled": ("registered",), "moved": ("registered",),
               "replaced": ("registered",)}
NO_BEGINNINGS = ("none", "on_hold", "rejected", "moved", "replaced")
HISTORIC = ("passed", "failed", "cancelled")  # IMC-ENI-13
CLOSED = ("cancelled", "rejected", "moved", "replaced")
BLOCKS_NOBODY = (*CLOSED, "failed")  # IMC-ENI-11, and IMC-CC-04: a failed one may be booked again
BEGUN = ("in_progress", *HISTORIC)
SEATED = ("reserved", "registered", "in_progress")
UNIT_STATUS = {"in_progress": "current", "passed": "completed", "failed": "did_not_complete", "cancelled": "withdrawn"}


def unit_status(state):
    """FIN-ORD-15."""
    return UNIT_STATUS.get(state, "pending")


def set_state(place, state, **members):
    """A move; the status of a unit follows (FIN-ORD-15), on hold excepted."""
    place.update(state=state, **members)
    if state in CLOSED and place.get("started_on") and place.get("ended_on") and place["started_on"] > place["ended_on"]:
        place["started_on"] = None  # whoever leaves before he begins has not begun
    if place["course"]["course_template"]["subject"] and state != "on_hold":
        place["unit_status"] = unit_status(state)


def made_before(others, record):
    """The record that an equal request made, or reserved, if any."""
    return next((other for other in others
                 if record["origin"] in (other.get("origin"), other.get("reserved_by"))), None)


def origins(college, request, *members):
    """What a request says, and how: equal ones are one request (IMC-ENI-11, WIS-AG-16)."""
    values = tuple(moment_of(request[name]) if name.endswith("_at") and name in request else request.get(name)
                   for name in members)
    return {"origin": (request["verb"], values, request["learner"].casefold(), college.moment(request))}


# -- the rules of entering, for all verbs ----------------------------------------------------------------------------

def terms_problem(college, course, learner, day, without=None):
    """Planning status, who may book it at all, and dates."""
    if course["planning_status"] not in ("released", "fixed"):
        return "course.not-open"
    if sets.is_alone(college, course, learner, without):
        return "component.not-alone"
    return "course.ended" if course["ends_at"] and day > college.last_day(course) else None


def entering_problem(college, course, learner, moment, without=None):
    """Everything but the seat; the code. `without` is a place that the learner leaves for the new one."""
    day = college.day(course, moment)
    unmet = None if Judgement(college, learner, course, day).admits else "prerequisite.unmet"
    problem = terms_problem(college, course, learner, day, without) or unmet
    return problem or sets.choice(college, course, learner, without).problem


def judged(college, request, course, learner, moment, decision):
    """Adds what the answer says of the prerequisites."""
    judgement = Judgement(college, learner, course, college.day(course, moment))
    if decision.code == "prerequisite.unmet":
        decision.tree, decision.nearest = judgement.tree(), judgement.nearest()
        decision.topic = "prerequisites"
    elif decision.verdict == "accepted" and judgement.bundles and decision.about and (
            decision.about.get("state") not in HISTORIC):
        decision.gaps, decision.topic = judgement.gaps(), "prerequisites"
        decision.tree = judgement.tree() if judgement.admits else None
    return decision


def overridden(college, request):
    """IMC-PRE-23."""
    return "override_reason" in request and may(college, request.get("actor", "owner"), "OVERRIDE")


def enter_problem(college, request, course, learner, moment, without=None):
    """The rules of entering, when a request may override the prerequisites."""
    if overridden(college, request):
        terms = terms_problem(college, course, learner, college.day(course, moment), without)
        return terms or sets.choice(college, course, learner, without).problem
    problem = entering_problem(college, course, learner, moment, without)
    return "right.missing" if problem == "prerequisite.unmet" and "override_reason" in request else problem


# -- registration.register_learner -----------------------------------------------------------------------------------

def register_learner(college, request):
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, learner = college.find("course", request["course"]), college.find("learner", request["learner"])
    moment, due = college.moment(request), moment_of(request.get("due_at"))
    state = request.get("state", "registered")
    if due and due < moment:
        return refused("date.due-before-enrolment")
    if state in NO_BEGINNINGS:
        return refused("transition.illegal", topic="states")
    if "expires_at" in request and moment_of(request["expires_at"]) <= moment:
        return refused("date.expires-too-early")
    if state == "passed" and course["ends_at"] is None and "end_at" not in request:
        return refused("field.missing")
    place = new_place(college, request, course, learner, moment)
    standing = standing_place(college, place, CLOSED if state in HISTORIC else BLOCKS_NOBODY)
    if standing and standing.code and standing.about["state"] == "reserved" and state == "registered":
        decision = confirmed(college, request, standing.about, place, moment)
        return judged(college, request, course, learner, moment, decision)
    return linked(college, standing, state) or standing or judged(
        college, request, course, learner, moment, seats.entered(college, request, place, moment))


def linked(college, standing, state):
    """Registering again links a booking to another place above (IMC-CC-11); history repeats nothing."""
    if not standing or not standing.code or state in HISTORIC:
        return None
    place, more = standing.about, sets.linked(college, standing.about)
    return accepted(place, lambda: place.update(parents=(*place.get("parents", ()), *more))) if more else None


def confirmed(college, request, reserved, said, moment):
    """A reserved place is taken by the rules of entering; its seat is there (IMC-WL-09)."""
    course, learner = reserved["course"], reserved["learner"]
    problem = enter_problem(college, request, course, learner, moment)
    if problem:
        return refused(problem)
    override = entering_problem(college, course, learner, moment)
    more, displaced = sets.linked(college, reserved), sets.choice(college, course, learner).displaced

    def effect():
        sets.make_way(college, reserved, displaced, moment)
        reserved["parents"] = (*reserved.get("parents", ()), *more)
        for name in ("due_at", "planned_start_at", "planned_end_at"):
            reserved[name] = said.get(name) or reserved.get(name)
        if said["obligation"] != "none":
            reserved["obligation"] = said["obligation"]
        reserved.update(expires_at=None, origin=said["origin"], reserved_by=reserved.get("origin"))
        set_state(reserved, "registered")
        if override:
            leaving.change(college, reserved, None, moment)
        leaving.change(college, reserved, "reserved", moment)
    return accepted(reserved, effect, topic="seats")


def new_place(college, request, course, learner, moment):
    members = ("state", "due_at", "start_at", "end_at", "obligation", "course", "expires_at", "valid_until",
               "override_reason")
    state = request.get("state", "registered")
    place = {"learner": learner, "course": course, "state": state, "enrolled_at": moment,
             "enrolled_on": college.day(course, moment), "due_at": moment_of(request.get("due_at")),
             "obligation": request.get("obligation", "none"), "expires_at": moment_of(request.get("expires_at")),
             "valid_until": day_of(request.get("valid_until")),
             "unit_status": unit_status(state) if course["course_template"]["subject"] else "none", "quotas": (),
             **origins(college, {"state": "registered", "obligation": "none", **request}, *members)}
    place["said"] = moment_of(request.get("start_at")), moment_of(request.get("end_at"))
    place.update(own_days(college, course, state, *place["said"]))
    return place


def own_days(college, course, state, start, end):
    """IMC-ENI-07: of who has begun the day on which he began, of who has ended that on which he ended."""
    days = {}
    if start:
        days = {"started_on": college.day(course, start)} if state in BEGUN else {"planned_start_at": start}
    if end and state in HISTORIC:
        days["ended_on"] = college.day(course, end if end == start else end - dt.timedelta(milliseconds=1))
    elif end:
        days["planned_end_at"] = end
    elif state == "passed" and course["ends_at"]:
        days["ended_on"] = college.last_day(course)  # IMC-ENI-08
    return days


def standing_place(college, place, passed_over=BLOCKS_NOBODY):
    """Whether the learner is in already. History repeats nothing, what is failed neither."""
    others = college.enrolments(place["learner"], place["course"])[::-1]
    same = made_before(others, place)
    if same:
        return unchanged(same)
    there = [other for other in others if other["state"] not in passed_over]
    open_place = next((other for other in there if other["state"] != "failed"), there[0] if there else None)
    return refused("enrolment.exists", open_place) if open_place else None


def enter(college, place):
    """The place, and in a course that trains a unit its activity (FIN-ORD-17)."""
    course, subject = place["course"], place["course"]["course_template"]["subject"]
    college.add("enrolment", place)
    if subject is None or college.activity_of(place):  # that of the place in whose stead it is
        return
    programs = [program for program in college.of("program_enrolment", learner=place["learner"])
                if not program.get("finalised")]
    first, begun = college.first_day(course), place.get("started_on")
    college.add("activity", {
        "learner": place["learner"], "subject": subject["code"], "enrolment": place, "outcome_source": "none",
        "program_enrolment": programs[0] if len(programs) == 1 else None,  # FIN-ORD-16
        "start_on": begun or (first and max(first, place["enrolled_on"])), "end_on": college.last_day(course)})


# -- registration.check ----------------------------------------------------------------------------------------------

def check(college, request):
    """Whether a learner could register in some courses: a line for each (IMC-PRE-24)."""
    problem = reference_problem(college, request, ("learner", "learner"), ("courses", "course"))
    if problem:
        return refused(problem)
    learner, moment = college.find("learner", request["learner"]), college.moment(request)
    if not may_know(college, request.get("actor", OWNER), learner):
        codes = ["registration.not-entitled"] * len(request["courses"])
        return Decision("unchanged", None, learner, report=codes, trees=[None] * len(codes), topic="prerequisites")
    lines = [could_register(college, learner, college.find("course", name), moment) for name in request["courses"]]
    trees = [tree_for(college, learner, college.find("course", name), moment) if line == "prerequisite.unmet" else None
             for name, line in zip(request["courses"], lines)]
    return Decision("unchanged", None, learner, report=lines, trees=trees, topic="prerequisites")


def may_know(college, actor, learner):
    """Whether somebody acts for the learner, or sees participants (IMC-ACL-01)."""
    rights = ("CHANGE_PARTICIPANT_STATUS", "REPORT")
    return leaving.acts_for(college, actor, learner) or any(may(college, actor, right) for right in rights)


def could_register(college, learner, course, moment):
    if any(place["state"] not in BLOCKS_NOBODY for place in college.enrolments(learner, course)):
        return "enrolment.exists"
    problem = entering_problem(college, course, learner, moment)
    full = seats.seat_problem(college, course, learner)
    if problem or not full:
        return problem
    return full if course.get("waiting_list") is False else "registration.would-wait"


def tree_for(college, learner, course, moment):
    return Judgement(college, learner, course, college.day(course, moment)).tree()


# -- registration.prebook --------------------------------------------------------------------------------------------

def prebook(college, request):
    problem = reference_problem(college, request, ("course_template", "course_template"), ("learner", "learner"))
    if problem:
        return refused(problem)
    template = college.find("course_template", request["course_template"])
    learner, moment = college.find("learner", request["learner"]), college.moment(request)
    due, status = moment_of(request.get("due_at")), request.get("status", "10")
    members = ("status", "due_at", "preferred_start_at", "end_at", "obligation", "course_template")
    wish = {"course_template": template, "learner": learner, "status": status, "enrolled_at": moment,
            "preferred_start_at": moment_of(request.get("preferred_start_at")), "due_at": due,
            "obligation": request.get("obligation", "none"), "end_at": moment_of(request.get("end_at")),
            **origins(college, {**request, "status": status}, *members)}
    if status not in TEMPLATE_STATUSES:
        return refused("enrolment-status.out-of-range")
    if due and due < moment:
        return refused("date.due-before-enrolment")
    return standing_wish(college, wish) or accepted(wish, lambda: college.add("prebooking", wish))


def standing_wish(college, wish):
    others = college.of("prebooking", learner=wish["learner"], course_template=wish["course_template"])[::-1]
    same = made_before(others, wish)
    if same:
        return unchanged(same)
    if all(other["status"] in ("30", "40", "50") for other in others):  # what is over blocks none
        return None
    return refused("enrolment.exists")
