"""The oracle's rules of entering: prerequisites, seats, registering and wishes."""
from college import Decision, moment_of, reference_problem, refused, unchanged

SUCCESSFUL = ("20", "51", "60", "81")  # IMC-PRE-26
TEMPLATE_STATUSES = ("10", "20", "30", "40", "50")  # IMC-ENI-05
# IMC-PART-09: where each state may go. Corrections and what no verb does yet are left out where they lead back.
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
# IMC-ENI-05: the states that a status code of the import stands for; no other can be begun with (IMC-ENI-15).
BEGINNINGS = ("requested", "reserved", "waiting", "registered", "in_progress", "passed", "failed", "cancelled")
HISTORIC = ("passed", "failed", "cancelled")  # IMC-ENI-13
CLOSED = ("cancelled", "rejected", "moved", "replaced")  # they block nobody: IMC-ENI-11
PLANNED = ("requested", "reserved", "waiting", "registered")  # start and end are plans: IMC-ENI-07
UNIT_STATUS = {"in_progress": "current", "passed": "completed", "failed": "did_not_complete", "cancelled": "withdrawn"}


def unit_status(state):
    """FIN-ORD-15."""
    return UNIT_STATUS.get(state, "pending")


def uses_seat(state, course):
    """IMC-WL-02: who has concluded a duration of use has left his seat."""
    return state in ("reserved", "registered", "in_progress") or (
        state in ("passed", "failed") and course["ends_at"] is not None)


def seats_taken(college, course):
    return sum(uses_seat(place["state"], course) for place in college.of("enrolment", course=course))


def missing_subjects(college, learner, course, day):
    """Required subjects that the learner has not achieved on or before the day (IMC-PRE-03, IMC-PRE-26)."""
    return [each["subject"] for each in college.of("prerequisite", course_template=course["course_template"])
            if not any(activity.get("outcome") in SUCCESSFUL and activity["end_on"] <= day
                       for activity in college.of("activity", learner=learner, subject=each["subject"]))]


def made_before(others, record, row, departures):
    """The record that an equal request made, if any. Where the library sees another request than the specification its
    row is noted: it compares what is written of a status.
    """
    found = None
    for other in others:
        equal = other["origin"] == record["origin"]
        if equal and other.get("status_written") != record.get("status_written"):
            departures.append(row)
        found = found or (other if equal else None)
    return found


def origins(college, request, *members):
    """What a request says, and how: equal ones are one request (IMC-ENI-11, WIS-AG-16)."""
    values = tuple(moment_of(request[name]) if name.endswith("_at") and name in request else request.get(name)
                   for name in members)
    return {"origin": (values, request["learner"].casefold(), college.moment(request))}


# -- registration.register_learner -----------------------------------------------------------------------------------

def register_learner(college, request):
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, learner = college.find("course", request["course"]), college.find("learner", request["learner"])
    moment, due, departures = college.moment(request), moment_of(request.get("due_at")), []
    place = new_place(college, request, course, learner, moment, departures)
    if place["state"] == "passed" and course["ends_at"] is None and "end_at" not in request:
        return refused("field.missing", departures=["IMC-ENI-08"])
    if due and due < moment:
        return refused("date.due-before-enrolment")
    decision = standing_place(college, place, departures) or entering_problem(college, place) or Decision(
        "accepted", about=place, effect=lambda: enter(college, place))
    if place["state"] not in BEGINNINGS:
        # Nobody is put on hold, rejected, moved or replaced, or into no state at all, by registering.
        decision = refused("transition.illegal")
    decision.departures += departures
    return decision


def new_place(college, request, course, learner, moment, departures):
    start, end = moment_of(request.get("start_at")), moment_of(request.get("end_at"))
    state = request.get("state", "registered")
    members = ("state", "due_at", "start_at", "end_at", "obligation", "course")
    place = {"learner": learner, "course": course, "state": state, "enrolled_at": moment,
             "enrolled_on": college.day(course, moment), "due_at": moment_of(request.get("due_at")),
             "obligation": request.get("obligation", "none"),
             "unit_status": unit_status(state) if course["course_template"]["subject"] else "none",
             **origins(college, {"state": "registered", "obligation": "none", **request}, *members)}
    if state in PLANNED or not (start or end):
        place.update(planned_start_at=start, planned_end_at=end)
    else:  # the participant's own days; the library keeps them as planned ones
        place.update(started_on=start and college.day(course, start), ended_on=end and college.day(course, end))
        departures.append("IMC-ENI-07")
    if state == "passed" and end is None and course["ends_at"]:  # IMC-ENI-08; the library leaves the day out
        place.update(ended_on=college.last_day(course), otherwise={"ended_on": "IMC-ENI-08"})
    return place


def standing_place(college, place, departures):
    """Whether the learner is in already."""
    others = college.enrolments(place["learner"], place["course"])[::-1]
    same = made_before(others, place, "IMC-REG-11", departures)
    if same:
        return unchanged(same)
    open_place = next((other for other in others if other["state"] not in CLOSED), None)
    return refused("enrolment.exists", open_place) if open_place else None


def entering_problem(college, place):
    """Planning status, dates, prerequisites and seats, in this order; history is only written down."""
    course, state, day = place["course"], place["state"], place["enrolled_on"]
    if state in HISTORIC:
        return None
    if course["planning_status"] not in ("released", "fixed"):
        return refused("course.not-open")
    if course["ends_at"] and day > college.last_day(course):
        return refused("course.ended")
    missing = missing_subjects(college, place["learner"], course, day)
    if missing:
        return refused("prerequisite.unmet", nearest=[(subject, day.isoformat()) for subject in sorted(missing)])
    most, taken = course["max_participants"], seats_taken(college, course)
    if uses_seat(state, course) and most is not None and taken >= most:
        return refused("course.over-capacity", sentence=f"The course has no free seat: {taken} of {most} are taken.")
    return None


def enter(college, place):
    """The place, and in a course that trains a unit its activity (FIN-ORD-17)."""
    course, subject = place["course"], place["course"]["course_template"]["subject"]
    college.add("enrolment", place)
    if subject is None:
        return
    programs = college.of("program_enrolment", learner=place["learner"])
    first = college.first_day(course)
    college.add("activity", {
        "learner": place["learner"], "subject": subject["code"], "enrolment": place, "outcome_source": "none",
        "program_enrolment": programs[0] if len(programs) == 1 else None,  # FIN-ORD-16
        "start_on": first and max(first, place["enrolled_on"]), "end_on": college.last_day(course)})


# -- registration.prebook --------------------------------------------------------------------------------------------

def prebook(college, request):
    problem = reference_problem(college, request, ("course_template", "course_template"), ("learner", "learner"))
    if problem:
        return refused(problem)
    template = college.find("course_template", request["course_template"])
    learner, moment = college.find("learner", request["learner"]), college.moment(request)
    due, status = moment_of(request.get("due_at")), request.get("status", "10")
    members = ("status", "due_at", "preferred_start_at", "course_template")
    wish = {"course_template": template, "learner": learner, "status": status, "enrolled_at": moment,
            "preferred_start_at": moment_of(request.get("preferred_start_at")),
            **origins(college, {**request, "status": status}, *members)}
    wish["status_written"] = request.get("status")  # to the library 10 is not the same as nothing
    if status not in TEMPLATE_STATUSES:
        return refused("enrolment-status.out-of-range")
    if due and due < moment:
        return refused("date.due-before-enrolment")
    departures = []
    decision = standing_wish(college, wish, departures) or Decision(
        "accepted", about=wish, effect=lambda: college.add("prebooking", wish))
    decision.departures += departures
    return decision


def standing_wish(college, wish, departures):
    others = college.of("prebooking", learner=wish["learner"], course_template=wish["course_template"])[::-1]
    same = made_before(others, wish, "IMC-ENI-11", departures)
    if same:
        return unchanged(same)
    if all(other["status"] == "50" for other in others):  # a cancelled wish blocks none
        return None
    return refused("enrolment.exists")
