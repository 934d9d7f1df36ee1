"""The oracle's rules of seats: who finds none waits, and comes in when one becomes free."""
import datetime as dt

import leaving
import places
import sets
from college import accepted, reference_problem, refused, seats_in_use, unchanged, uses_seat


def taken(college, course, quota=None):
    """Seats in use of a course, or of one of its quotas (IMC-WL-02, IMC-WL-10)."""
    return sum(1 for place in college.of("enrolment", course=course)
               if uses_seat(place) and (quota is None or quota in place["quotas"]))


def own_quotas(college, course, learner):
    """The quotas of the groups that a learner is in."""
    for quota in course.get("quotas") or ():
        group = college.find("group", quota["group"])
        if learner["login"].casefold() in [name.casefold() for name in group["members"]]:
            yield quota


def is_full(college, course):
    return course.get("max_participants") is not None and taken(college, course) >= course["max_participants"]


def seat_problem(college, course, learner, without=None):
    """The code of what is full; `without` is a place whose seat the learner takes or has already."""
    freed = 1 if without and uses_seat(without) else 0
    most = course.get("max_participants")
    if most is not None and taken(college, course) - freed >= most:
        return "course.over-capacity"
    for quota in own_quotas(college, course, learner):
        freed = 1 if without and uses_seat(without) and quota["name"] in without["quotas"] else 0
        if taken(college, course, quota["name"]) - freed >= quota["seats"]:
            return "course.over-quota"
    return None


def waiting(college, course):
    """Who waits, in the order in which they came (IMC-WL-04), that is were told of, whatever moments were named."""
    return [place for place in college.lines if place["course"] is course and place["state"] == "waiting"]


def take_seat(college, place):
    place["quotas"] = tuple(sorted(quota["name"] for quota in own_quotas(college, place["course"], place["learner"])))


def entered(college, request, place, moment):
    """The decision on a new place once the learner is known not to be in already."""
    course, learner, state = place["course"], place["learner"], place["state"]
    if state in places.HISTORIC:
        return accepted(place, lambda: settle(college, place), topic="states")
    problem = places.enter_problem(college, request, course, learner, moment)
    if problem:
        return refused(problem)
    full = seat_problem(college, course, learner) if state in places.SEATED else None
    if state == "waiting" and course.get("waiting_list") is False:
        return refused("course.no-waiting-list", topic="seats")
    if full and course.get("waiting_list") is False:
        return refused(full, topic="seats")
    position = None
    if full or state == "waiting":
        to_wait(place)
        position = len(waiting(college, course)) + 1
    override = places.entering_problem(college, course, learner, moment)  # IMC-PRE-23: it stays beside the place
    displaced = sets.booked_by(college, place)

    def effect():
        if place["state"] in sets.ABOVE:  # who waits, asks, or has a place kept for him, keeps what he has (IMC-CC-04)
            sets.make_way(college, place, displaced, moment)
        settle(college, place, override and moment)
    return accepted(place, effect, position=position,
                    topic="seats" if course.get("max_participants") is not None else None)


def to_wait(place):
    """Without a free seat the learner waits (IMC-WL-03)."""
    for name in ("started_on", "ended_on"):
        place.pop(name, None)
    place.update(places.own_days(None, place["course"], "waiting", *place["said"]))
    places.set_state(place, "waiting")


def settle(college, place, overridden=None):
    places.enter(college, place)
    if overridden:
        leaving.change(college, place, None, overridden)
    if uses_seat(place):
        take_seat(college, place)
    if place["state"] == "waiting":
        college.lines.append(place)


# -- coming in -------------------------------------------------------------------------------------------------------

def comes_in_by_itself(course, moment):
    """IMC-WL-04, IMC-WL-06."""
    stop = course.get("promote_stop") or "0 H"
    if course.get("promotion") == "manual":
        return False
    if course["ends_at"] is None or stop == "never":
        return True
    number, unit = stop.split(" ")
    return moment < course["starts_at"] - dt.timedelta(hours=int(number) * (24 if unit == "D" else 1))


def let_in(college, course, moment, now):
    """After a seat has become free, or the terms of the course have changed. The list closes by the moment of telling
    (IMC-WL-06: "now").
    """
    if comes_in_by_itself(course, now):
        let_in_all(college, course, moment, now)


def let_in_all(college, course, moment, now):
    """One after the other, until the course is full: then it is nobody's turn."""
    for place in waiting(college, course):
        if is_full(college, course):
            return
        if place["state"] != "waiting":  # another course let him in meanwhile, in whose stead he waited
            continue
        problem = admission_problem(college, place, moment)
        if problem is None:
            admit(college, place, moment, now)
        elif problem != "course.over-quota":
            place["passed_over"] = problem  # IMC-WL-05: he keeps his place in the list


def admission_problem(college, place, moment):
    course, learner = place["course"], place["learner"]
    problem = places.entering_problem(college, course, learner, coming(place, moment))
    return problem or seat_problem(college, course, learner)


def coming(place, moment):
    """Nobody comes in before he came."""
    return max(moment, place["enrolled_at"])


def admit(college, place, moment, now):
    """Who waited has a place from now on; what is planned of his activity is as of now. Of a course set what he had
    gives way, and frees a seat there.
    """
    moment, course = coming(place, moment), place["course"]
    displaced = sets.choice(college, course, place["learner"]).displaced
    before = seats_in_use(college) if displaced else {}
    places.set_state(place, "registered", enrolled_at=moment, enrolled_on=college.day(course, moment))
    activity = college.activity_of(place)
    if activity and course["ends_at"] and not place.get("started_on"):
        activity.update(start_on=max(college.first_day(course), place["enrolled_on"]), end_on=college.last_day(course))
    place.pop("passed_over", None)
    take_seat(college, place)
    if displaced:
        sets.make_way(college, place, displaced, moment)
        let_in_freed(college, before, moment, now)


def let_in_freed(college, before, moment, now):
    """Those who waited by then, where a seat has become free."""
    after = seats_in_use(college)
    for course in college.named.get("course", {}).values():
        if any(after[seat] < before[seat] for seat in before if seat[0] == id(course)):
            let_in(college, course, moment, now)


def promote(college, request):
    """By hand, at any time (IMC-WL-06)."""
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, moment = college.find("course", request["course"]), college.moment(request)
    if "learner" in request:
        return promote_one(college, request, course, college.find("learner", request["learner"]), moment)

    def effect():
        let_in_all(college, course, moment, college.told(request))
    changes = would_change(college, effect)
    return accepted(None, effect, promotes=False, topic="seats") if changes else unchanged(None)


def would_change(college, effect):
    """Whether an effect changes a place; it is tried and taken back."""
    places_there = college.records["enrolment"]
    there = places_there + college.records["activity"]
    before, changes = [dict(record) for record in there], len(college.records["participant_change"])
    effect()
    changed = any(place != former for place, former in zip(places_there, before))
    for record, former in zip(there, before):
        record.clear()
        record.update(former)
    del college.records["participant_change"][changes:]
    return changed


def promote_one(college, request, course, learner, moment):
    place = next((place for place in waiting(college, course) if place["learner"] is learner), None)
    if place is None:
        return refused(("learner.not-waiting", "learner.not-enrolled"))
    problem = admission_problem(college, place, moment)
    if problem:
        return refused(problem, topic="seats")
    return accepted(None, lambda: admit(college, place, moment, college.told(request)), promotes=False, topic="seats")
