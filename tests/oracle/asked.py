"""The oracle's rules of places that learners and those who act for them ask for, and of those who approve them."""
import places
import seats
import sets
from college import OWNER, accepted, may, moment_of, reference_problem, refused
from leaving import acts_for, change, leave

TYPES = {"self_direct": (), "self_supervisor": ("supervisor",), "self_admin": ("administrator",),
         "self_supervisor_and_admin": ("supervisor", "administrator"), "third_party_only": ()}


def steps_of(course):
    """Who approves, in their order (IMC-REG-03, IMC-REG-04, IMC-REG-05)."""
    kind = course.get("registration_type") or "self_direct"
    steps = course.get("approval_steps") or () if kind == "multi_step" else [{"approver": each} for each in TYPES[kind]]
    return [dict(step) for step in steps]


def opened(college, step, learner):
    """A step with the people who may answer it; without any it is the administrators' (IMC-REG-08, IMC-REG-09)."""
    login, people = learner["login"].casefold(), []
    if step["approver"] == "supervisor":
        chain = college.supervisors.get(login, [])
        people = chain[step.get("level", 1) - 1:step.get("level", 1)]
    elif step["approver"] == "group":
        group = college.find("group", step["group"])
        people = [name.casefold() for name in (group or {"members": []})["members"] if name.casefold() != login]
    fallback = step["approver"] != "administrator" and not people
    return {**step, "people": people, "fallback": fallback, "state": "open"}


def is_approver(college, step, actor):
    if step["approver"] == "administrator" or step["fallback"]:
        return may(college, actor, "REGISTER")
    return actor == OWNER or actor.casefold() in step["people"]


def has_approved(college, step, actor):
    """Whoever asks has approved the steps of which he is an approver (IMC-REG-13); the host is nobody's approver,
    though it may answer for everybody.
    """
    return actor != OWNER and is_approver(college, step, actor)


def sees(college, learner, course):
    groups = [college.find("group", key) for key in course.get("visible_to") or ()]
    within = any(learner["login"].casefold() in [name.casefold() for name in group["members"]] for group in groups)
    has_place = any(place["state"] not in places.CLOSED for place in college.enrolments(learner, course))
    return bool(course.get("published")) or within or has_place or bool(sets.offers(college, course, learner))


# -- registration.request_place --------------------------------------------------------------------------------------

def request_place(college, request):
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, learner = college.find("course", request["course"]), college.find("learner", request["learner"])
    actor, moment = request.get("actor", OWNER), college.moment(request)
    if not acts_for(college, actor, learner):
        return refused("registration.not-entitled", topic="states")
    himself = actor.casefold() == learner["login"].casefold()
    codes = []
    if himself and course.get("registration_type") == "third_party_only":
        codes.append("registration.self-not-allowed")  # IMC-REG-06
    if himself and not sees(college, learner, course):
        codes.append("course.not-visible")  # IMC-REG-02
    place = places.new_place(college, {**request, "state": "registered"}, course, learner, moment)
    standing = places.standing_place(college, place)
    if standing:
        return standing if not codes else refused((*codes, standing.code))
    problem = places.entering_problem(college, course, learner, moment)
    if codes or problem:
        return refused(tuple(filter(None, (*codes, problem))), topic="states")
    if "expires_at" in request and moment_of(request["expires_at"]) <= moment:
        return refused("date.expires-too-early")
    steps = [opened(college, step, learner) for step in steps_of(course)]
    for step in steps:
        if not himself and has_approved(college, step, actor):
            step["state"] = "approved"  # IMC-REG-13
    if all(step["state"] == "approved" for step in steps):
        return seats.entered(college, {"state": "registered"}, place, moment)
    return requested(college, course, place, steps, moment)


def requested(college, course, place, steps, moment):
    """A request uses no seat unless it shall hold one and one is free (IMC-REG-03)."""
    full = seats.seat_problem(college, course, place["learner"])
    if full and course.get("waiting_list") is False:
        return refused(full, topic="seats")
    place.update(state="requested", holds_seat=bool(course.get("hold_seat")) and not full)
    sets.booked_by(college, place)

    def effect():
        seats.settle(college, place)
        college.approvals.append((place, steps))
    return accepted(place, effect, topic="states")


# -- registration.answer_request -------------------------------------------------------------------------------------

def open_request(college, learner, course):
    """(place, steps) of the request that waits for an answer."""
    place = next((place for place in college.enrolments(learner, course)[::-1]), None)
    if place is None or place["state"] != "requested":
        return None, None
    found = [each for each in college.approvals if each[0] is place]
    # A request that was recorded otherwise is answered by an administrator.
    return found[-1] if found else (place, [opened(college, {"approver": "administrator"}, learner)])


def answer_request(college, request):
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, learner = college.find("course", request["course"]), college.find("learner", request["learner"])
    place, steps = open_request(college, learner, course)
    if place is None:
        return refused(("approval.none", "learner.not-enrolled"), topic="states")
    actor, moment = request.get("actor", OWNER), college.moment(request)
    step = next(step for step in steps if step["state"] == "open")
    now = opened(college, step, learner)  # whoever was asked may be gone
    if actor.casefold() == learner["login"].casefold():
        return refused("approval.own", topic="states")  # IMC-REG-08
    if not is_approver(college, now, actor):
        return refused("approval.not-approver", topic="states")
    if step.get("reason_required") and not request.get("reason"):
        return refused("reason.missing", topic="states")
    if not request["approve"]:
        return accepted(place, lambda: end_request(college, place, steps, step, moment), topic="states")
    if sum(each["state"] == "open" for each in steps) > 1:
        return accepted(place, lambda: approve(college, place, steps, step, moment), topic="states")
    return last_approval(college, place, steps, step, moment)


def keep(college, place, steps):
    if all(each[1] is not steps for each in college.approvals):
        college.approvals.append((place, steps))


def find_approvers(college, place, steps):
    """Of the open step and the one after it is worked out anew whether anybody else can answer."""
    for step in [step for step in steps if step["state"] == "open"][:2]:
        step["fallback"] = opened(college, step, place["learner"])["fallback"]


def approve(college, place, steps, step, moment):
    keep(college, place, steps)
    find_approvers(college, place, steps)
    step.update(state="approved")
    change(college, place, "requested", moment)


def end_request(college, place, steps, step, moment):
    keep(college, place, steps)
    find_approvers(college, place, steps[:steps.index(step) + 1])
    step.update(state="refused")
    leave(college, place, "rejected", college.day(place["course"], moment))
    change(college, place, "requested", moment)


def last_approval(college, place, steps, step, moment):
    """The rules of entering are asked again; without a seat the learner waits."""
    course, learner = place["course"], place["learner"]
    problem = places.entering_problem(college, course, learner, moment)
    full = None if place.get("holds_seat") else seats.seat_problem(college, course, learner)
    if problem or (full and course.get("waiting_list") is False):
        return refused(problem or full, topic="states")
    position = len(seats.waiting(college, course)) + 1 if full else None
    displaced = sets.choice(college, course, learner).displaced

    def effect():
        place.update(holds_seat=False, expires_at=None)
        if full:
            places.set_state(place, "waiting")
            college.lines.append(place)
        else:
            places.set_state(place, "registered")
            seats.take_seat(college, place)
            sets.make_way(college, place, displaced, moment)
        approve(college, place, steps, step, moment)
    return accepted(place, effect, position=position, topic="seats")
