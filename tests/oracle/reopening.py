"""The oracle's rules of opening again what was finalised, and of coming back from a pause."""
import endings
import leaving
import seats
import sets
from college import accepted, day_of, refused, uses_seat
from leaving import LEAVING


# -- finalise.reopen_unit --------------------------------------------------------------------------------------------

def reopen_unit(college, request):
    problem, place = endings.participant(college, request)
    if problem:
        return refused(problem)
    ending, day = endings.current_ending(college, place), day_of(request["effective_on"])
    if ending is None:
        return refused("finalise.not-ended", topic="states")
    activity = college.activity_of(place)
    codes = ["finalise.with-program"] if is_with_program(activity, ending) else []
    if day < ending["effective_on"]:
        codes.append("date.before-ending")
    if endings.lies_ahead(college, request, day):
        codes.append("date.ahead")
    dates = told_dates(request, activity)
    paused = ending["ending"] == "deferred" and place["state"] == "on_hold"
    if paused and all(dates) and dates[1] < dates[0]:
        codes.append("date.end-before-start")
    if not paused and (request.get("start_on") or request.get("end_on")):
        codes.append("return.not-paused")  # an ending is taken back as it was
    comes_back = ending["before"]["state"] in LEAVING and place["state"] not in LEAVING
    back = sets.coming_back(college, place) if comes_back else sets.Choice()
    if back.problem:
        codes.append(back.problem)
    if codes:
        return refused(tuple(codes), topic="states")
    full = no_way_in(college, place, ending["before"])
    if full:
        return refused(full, topic="seats")

    waits = ending["before"]["state"] == "waiting" and place["state"] != "waiting"
    position = len(seats.waiting(college, place["course"])) + 1 if waits else None

    def effect():
        was, kept = place["state"], uses_seat(place)
        if paused:
            come_back(place, activity, ending["before"], dates)
        else:
            undo(college, place, activity, ending["before"])
        if uses_seat(place) and not kept:
            seats.take_seat(college, place)
        if waits:  # who waits again stands last, as if he had come now
            place.pop("passed_over", None)
            college.lines = [other for other in college.lines if other is not place] + [place]
        if comes_back:
            place["parents"] = back.parents
        ending["taken_back_on"] = day
        leaving.change(college, place, was, college.moment(request))
    return accepted(ending, effect, position=position, topic="states")


def is_with_program(activity, ending):
    """What a program enrolment ended, or made pause, comes back with it; and in one that is final nothing is open."""
    program = (activity or {}).get("program_enrolment")
    return bool(ending.get("program") or (program and program.get("finalised")))


def told_dates(request, activity):
    """Dates as given; what is not told stays (FIN-DEF-04)."""
    return [day_of(request.get(name)) or (activity or {}).get(name) for name in ("start_on", "end_on")]


def no_way_in(college, place, before):
    """Whoever had a seat and gave it back needs one again (FIN-DEF-04)."""
    had = uses_seat({**place, "state": before["state"], "holds_seat": False})
    return seats.seat_problem(college, place["course"], place["learner"]) if had and not uses_seat(place) else None


def undo(college, place, activity, before):
    """The unit is as it was before it ended."""
    place.update({name: before[name] for name in endings.OF_PLACE if name != "holds_seat"})  # a request's seat is gone
    if activity:
        activity.update({name: before[name] for name in endings.OF_ACTIVITY})


def come_back(place, activity, before, dates):
    """FIN-DEF-04: only a 00 of the pause goes; what came meanwhile stays."""
    place.update({name: before[name] for name in endings.OF_PLACE if name not in ("resumes_on", "holds_seat")})
    if before["state"] != "on_hold":  # whoever paused before goes on pausing
        place["resumes_on"] = None
    if activity is None:
        return
    if activity.get("outcome") == "00" and activity["outcome_source"] == "finalise" and before["outcome"] != "00":
        activity.update(outcome=before["outcome"], outcome_source=before["outcome_source"])
    activity.update(start_on=dates[0], end_on=dates[1])
