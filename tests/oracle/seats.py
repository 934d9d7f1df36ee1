"""The oracle's rules of seats: who finds none waits, and comes in when one becomes free."""
import datetime as dt

import leaving
import places
from college import accepted, reference_problem, refused, unchanged, uses_seat


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
    if full and course.get("waiting_list") is False:
        return refused(full, topic="seats")
    position = None
    if full or state == "waiting":
        to_wait(place, moment)
        position = len(waiting(college, course)) + 1
    override = places.entering_problem(college, course, learner, moment)  # IMC-PRE-23: it stays beside the place
    return accepted(place, lambda: settle(college, place, override and moment), position=position,
                    topic="seats" if course.get("max_participants") is not None else None)


def to_wait(place, moment):
    """Without a free seat the learner waits (IMC-WL-03)."""
    for name in ("started_on", "ended_on"):
        place.pop(name, None)
    place.update(places.own_days(None, place["course"], "waiting", *place["said"]))
    places.set_state(place, "waiting", waiting_since=moment)


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
    """After a seat has become free, or the terms of the course have changed: those who had come by then. The list
    closes by the moment of telling (IMC-WL-06: "now").
    """
    if comes_in_by_itself(course, now):
        for place in waiting(college, course):
            if place["waiting_since"] <= moment and not come_in(college, place, moment):
                return


def come_in(college, place, moment):
    """One who waits is asked; False when nobody comes in any more because the course is full. The pages leave open
    whether somebody is asked while the course is full: the rules come before the seat in the order of the checks.
    """
    problem = places.entering_problem(college, place["course"], place["learner"], moment)
    if problem:
        place["passed_over"] = problem  # IMC-WL-05: he keeps his place in the list
        return True
    full = seat_problem(college, place["course"], place["learner"])
    if full is None:
        admit(college, place, moment)
    return full != "course.over-capacity"


def admit(college, place, moment):
    """Who waited or asked has a place from now on; his activity begins no earlier."""
    places.set_state(place, "registered", enrolled_at=moment, enrolled_on=college.day(place["course"], moment))
    follow_enrolment(college, place)
    place.pop("passed_over", None)
    take_seat(college, place)


def follow_enrolment(college, place):
    activity = college.activity_of(place)
    if activity and activity["start_on"]:
        activity["start_on"] = max(activity["start_on"], place["enrolled_on"])


def promote(college, request):
    """By hand, at any time (IMC-WL-06)."""
    problem = reference_problem(college, request, ("course", "course"), ("learner", "learner"))
    if problem:
        return refused(problem)
    course, moment = college.find("course", request["course"]), college.moment(request)
    if "learner" in request:
        return promote_one(college, course, college.find("learner", request["learner"]), moment)
    def effect():
        for place in waiting(college, course):
            if not come_in(college, place, moment):
                return
    changes = would_change(college, course, effect)
    return accepted(None, effect, promotes=False, topic="seats") if changes else unchanged(None)


def would_change(college, course, effect):
    """Whether an effect changes a place of a course; it is tried and taken back."""
    there = college.of("enrolment", course=course)
    before = [dict(place) for place in there]
    effect()
    changed = any(place != former for place, former in zip(there, before))
    for place, former in zip(there, before):
        place.clear()
        place.update(former)
    return changed


def promote_one(college, course, learner, moment):
    place = next((place for place in waiting(college, course) if place["learner"] is learner), None)
    if place is None:
        return refused(("learner.not-waiting", "learner.not-enrolled"))
    problem = places.entering_problem(college, course, learner, moment) or seat_problem(college, course, learner)
    if problem:
        return refused(problem, topic="seats")
    return accepted(None, lambda: admit(college, place, moment), promotes=False, topic="seats")
