"""The oracle's rules of course sets: through which places above a component course is booked, which bookings give way
to it, and what ends with a place above.
"""
import dataclasses

import catalogue
import leaving
import places
from college import reference_problem, refused

ABOVE = ("registered", "in_progress")  # IMC-CC-10: in which states somebody books through a course


@dataclasses.dataclass
class Choice:
    """What comes of booking a component course: the code that refuses it, the places above, and what gives way."""

    problem: str = None
    parents: tuple = ()
    displaced: tuple = ()


# -- catalogue.define_course_set -------------------------------------------------------------------------------------

def malformed_set(request):
    least, most = request.get("choose_min", 1), request.get("choose_max", 1)
    return None if least <= most and most > 0 else "course-set.choice"


def define_course_set(college, request):
    problem = reference_problem(college, request, ("course", "course"), ("members", "course"))
    if problem:
        return refused(problem)
    course, members = college.find("course", request["course"]), request.get("members", [])
    codes = ["course-set.in-component"] if is_component(course) else []
    if not all(is_component(college.find("course", member)) for member in members):
        codes.append("course-set.member-not-component")  # IMC-CC-02
    if course.get("published") and len(members) < request.get("choose_min", 1):
        codes.append("course-set.too-small")  # IMC-CC-03
    if codes:
        return refused(tuple(codes))
    record = {"course": course, "key": request["course_set"], "name": request["name"], "members": list(members),
              "least": request.get("choose_min", 1), "most": request.get("choose_max", 1)}
    decision = catalogue.define(college, "course_set", (request["course"], request["course_set"]), record)
    decision.promotes = False
    return decision


def is_component(course):
    return course["course_template"]["kind"] == "component_course"


# -- booking through sets --------------------------------------------------------------------------------------------

def sets_of(college, course):
    """The sets that have a component course."""
    return [each for each in college.named.get("course_set", {}).values() if course["external_id"] in each["members"]]


def offers(college, course, learner, without=None):
    """(place above, set) of each set through which the learner may book the course (IMC-CC-10, IMC-CC-11). `without` is
    a place that he leaves for it.
    """
    found = []
    for each in sets_of(college, course):
        there = [place for place in college.enrolments(learner, each["course"]) if place["state"] in ABOVE]
        found += [(place, each) for place in there[-1:] if not place.get("finalised") and place is not without]
    return found


def is_alone(college, course, learner, without=None):
    """Whether nobody offers the course to him, and it may not be booked alone (IMC-CC-10)."""
    return is_component(course) and not course.get("bookable_alone") and not offers(college, course, learner, without)


def chosen(college, each, learner, course, without):
    """What the learner has of a set besides the course: what is passed, and what is open unless it came through places
    in other courses alone. `without` is a place that he leaves for this one.
    """
    courses = [college.find("course", member) for member in each["members"]]
    return [place for other in courses if other is not course for place in college.enrolments(learner, other)
            if place is not without and (place["state"] == "passed" or is_chosen(place, each))]


def is_chosen(place, each):
    parents = place.get("parents", ())
    return place["state"] in leaving.LEAVING and (
        not parents or any(above["course"] is each["course"] for above in parents))


def gives_way(place):
    """IMC-CC-04: what is passed is never moved; what is finalised, or pauses by that, stays as it is (FIN-ORD-14)."""
    return place["state"] != "passed" and not place.get("finalised")


def choice(college, course, learner, without=None, may_displace=True):
    """Through which places a learner books a course: where a set has room through all that have some; else what he has
    of sets of one gives way.
    """
    found = [(place, each, chosen(college, each, learner, course, without))
             for place, each in offers(college, course, learner, without)]
    if not found:
        return Choice()
    roomy = [one for one in found if len(one[2]) < one[1]["most"]]
    if roomy:
        return Choice(parents=distinct(place for place, _, _ in roomy))
    ways = [one for one in found if one[1]["most"] == 1 and all(gives_way(place) for place in one[2])]
    if not ways or not may_displace:
        return Choice("course-set.chosen")
    displaced = distinct(old for way in ways for old in way[2])
    return Choice(None, distinct(place for place, _, _ in ways), displaced)


def coming_back(college, place):
    """Who comes back is asked as who comes in, but displaces nothing (IMC-CC-04, IMC-CC-10). He goes on through the
    places above that have not ended meanwhile, unless their sets are full; without any through those that he has now.
    """
    course, learner = place["course"], place["learner"]
    now = choice(college, course, learner, may_displace=False)
    full = [above for above, _ in offers(college, course, learner) if all(above is not each for each in now.parents)]
    kept = tuple(above for above in place.get("parents", ())
                 if not has_ended(above) and all(above is not each for each in full))
    if not kept and is_alone(college, course, learner):
        return Choice("component.not-alone")
    had_none = course.get("bookable_alone") and not place.get("parents")
    return Choice(now.problem, kept or (() if had_none else now.parents))


def has_ended(place):
    return place["state"] in places.CLOSED or bool(place.get("finalised") and place["state"] != "on_hold")


def distinct(records):
    """Each record once, in the order in which they were made."""
    return tuple(sorted({id(record): record for record in records}.values(), key=lambda record: record["id"]))


def linked(college, place):
    """The places above through which a booking could be linked besides; the booking itself takes no further room."""
    parents = choice(college, place["course"], place["learner"], may_displace=False).parents
    return tuple(each for each in parents if all(each is not other for other in place.get("parents", ())))


def booked_by(college, place, without=None):
    """Links a new booking to the places above it; what gives way to it once it has a seat."""
    found = choice(college, place["course"], place["learner"], without)
    place["parents"] = found.parents
    return found.displaced


def make_way(college, new, displaced, moment):
    """What gives way to a booking that has its seat is moved, or cancelled where no move leads from there."""
    for old in in_order(college, displaced):
        state = "moved" if may_be_moved(old) else "cancelled"
        leaving.give_way(college, old, new, state, moment)


def in_order(college, displaced):
    """Of several trainings of the subject that of the first goes along: of one that has begun, else where he has a
    place, else of what he booked first.
    """
    return sorted(displaced, key=lambda old: (not begun(college, old), not may_be_moved(old), old["id"]))


def may_be_moved(place):
    return "moved" in places.MOVES[place["state"]]


def begun(college, place):
    """Whether there is training in a place that somebody has begun."""
    activity = college.activity_of(place)
    return place["state"] in (*ABOVE, "on_hold") and bool(
        place.get("started_on") or (activity and activity.get("evidence_on")))


# -- ending with the place above -------------------------------------------------------------------------------------

def end_below(college, above, moment):
    """A place that is left takes the open bookings that came through it alone with it (IMC-CC-11)."""
    for _ in ends_below(college, above, moment):
        pass


def ends_below(college, above, moment):
    """The same one by one: the moment at which each ends, which is not before it was made."""
    for place in list(college.records["enrolment"]):
        parents = place.get("parents", ())
        if place["state"] not in leaving.LEAVING or all(parent is not above for parent in parents):
            continue
        rest = tuple(parent for parent in parents if parent is not above)
        if rest:
            place["parents"] = rest
        elif not place.get("finalised"):
            then = max(moment, place["enrolled_at"])
            leaving.end(college, place, "cancelled", college.day(place["course"], then), then)
            yield then
