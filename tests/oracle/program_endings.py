"""The oracle's rules of program enrolments that end, pause and come back with their units."""
import endings
import leaving
import places
import reopening
import seats
from college import Decision, accepted, day_of, reference_problem, refused, unchanged, uses_seat

# FIN-ORD-15: class, state that it sets, other states it may stand with; FIN-WDR-10: whether leaving costs.
STATUSES = {
    "Enquiry": ("application", "requested", (), None), "Pending": ("application", "registered", (), None),
    "Current": ("active", "registered", ("in_progress",), None),
    "Completion Pending": ("active", "in_progress", ("registered",), None),
    "Completed": ("final", "passed", (), None), "Withdrawn": ("final", "cancelled", (), "waivable"),
    "Cancelled (no penalty)": ("final", "cancelled", (), None),
    "Cancelled (penalty)": ("final", "cancelled", (), "due"),
    "Partial Attendance": ("final", "cancelled", (), None), "Deferred": ("suspended", "on_hold", (), None),
    "Transitioned": ("final", "moved", (), None),
}
LIVE = ("requested", "reserved", "waiting", "registered", "in_progress", "on_hold")
ENDED_BY = {"20": "passed", "51": "passed", "60": "passed", "81": "passed", "40": "cancelled", "41": "cancelled",
            "61": "cancelled"}


class Work:
    """One request at work on copies: what it would change, and what is wrong."""

    def __init__(self, college, request, program):
        self.college, self.request, self.program = college, request, program
        self.day = day_of(request["effective_on"])
        self.kind, self.sets, self.stands, self.penalty = STATUSES[request["status"]]
        self.told = {unit["subject"]: unit for unit in request.get("units", ())}
        self.units = [(activity, activity.get("enrolment")) for activity in college.of(
            "activity", program_enrolment=program)]
        self.codes, self.effects, self.notes = [], [], set()

    def is_final(self, activity):
        return activity.get("outcome") in endings.FINAL

    def goes(self, place, state):
        if place["state"] != state and state not in places.MOVES[place["state"]]:
            self.codes.append("transition.illegal")

    def then(self, effect):
        self.effects.append(effect)


def finalise_program(college, request):
    problem = reference_problem(college, request, ("learner", "learner"), ("program", "program"))
    if problem:
        return refused(problem)
    there = college.of("program_enrolment", learner=college.find("learner", request["learner"]),
                       program=college.find("program", request["program"]))
    if not there:
        return refused("program.not-enrolled")
    if request["status"] not in STATUSES:
        return refused("status.not-defined")
    work = Work(college, request, there[0])
    problem = told_before(work) or refusal(work)
    if problem:
        return problem
    treat(work)
    if work.codes:
        return refused(tuple(work.codes), topic="states")
    return accepted(there[0], lambda: carry_out(work), topic="fees" if work.penalty else "states")


def told_before(work):
    """The same again; of a pause also the same day of return."""
    program, request = work.program, work.request
    if program["status"] != request["status"] or program.get("status_on") != work.day:
        return None
    if work.kind != "suspended":
        return unchanged(program)
    return None


def refusal(work):
    """FIN-ORD-14, and what is wrong with the request itself; what of it is told first is open."""
    program, request, codes = work.program, work.request, []
    resumes = day_of(request.get("resumes_on"))
    if program.get("finalised"):
        return refused("finalise.program-ended")
    if work.sets == "moved":
        codes.append("status.by-transition")
    if request.get("waive_fee") and work.penalty != "waivable":
        codes.append("cancellation.not-waivable")
    if work.kind == "suspended" and resumes and resumes <= work.day:
        codes.append("date.resumes-too-early")  # FIN-DEF-03
    if endings.lies_ahead(work.college, request, work.day):
        codes.append("date.ahead")
    if program.get("status_on") and work.day < program["status_on"]:
        codes.append("date.before-status")
    if codes:
        return refused(tuple(codes), topic="states")
    if set(work.told) - {activity["subject"] for activity, _ in work.units}:
        return refused("unit.unknown", topic="states")  # FIN-WDR-02
    if work.kind == "suspended" and pauses_so(work):
        return unchanged(program)
    return None


def pauses_so(work):
    program, request = work.program, work.request
    return program["status"] == request["status"] and program.get("status_on") == work.day and all(
        place.get("resumes_on") == day_of(request.get("resumes_on"))
        for _, place in work.units if place and place["state"] == "on_hold")


def treat(work):
    if work.sets == "passed":
        complete(work)
    elif work.kind == "suspended":
        pause(work)
    elif work.kind == "final":
        withdraw(work)
    else:
        go_on(work)


def is_left(activity, place):
    """A unit that was left before it began is no part of what is completed."""
    return place is not None and place["state"] in places.CLOSED and activity.get("outcome") == "00"


def complete(work):
    for activity, place in work.units:
        if not work.is_final(activity) and not is_left(activity, place):
            work.codes.append("completion.incomplete")  # FIN-ORD-03
    if work.codes:
        return
    ends = [activity["end_on"] for activity, _ in work.units if ENDED_BY.get(activity.get("outcome")) == "passed"]
    work.then(lambda: work.program.update(completed_on=max((end for end in ends if end), default=None)))
    for activity, place in work.units:
        conclude(work, activity, place)
        end(work, place, "completed")


def conclude(work, activity, place):
    """Whoever has a final outcome and still takes part is concluded as it says (FIN-ORD-15)."""
    if not place or place["state"] not in LIVE:
        return
    wanted = ENDED_BY.get(activity["outcome"], "failed")
    state = wanted if wanted in places.MOVES[place["state"]] else "cancelled"
    work.goes(place, state)
    work.then(lambda: places.set_state(place, state, ended_on=activity["end_on"] or work.day, holds_seat=False))


def withdraw(work):
    for activity, place in work.units:
        if work.is_final(activity) or (place and place["state"] not in LIVE):
            conclude(work, activity, place)  # FIN-WDR-05
            end(work, place, ending_of(work))
        elif place is None:
            work.then(lambda activity=activity: leave(work, activity, None))
        else:
            if place["enrolled_on"] and work.day < place["enrolled_on"]:
                work.codes.append("date.before-enrolment")
            work.goes(place, "cancelled")
            work.then(lambda activity=activity, place=place: left(work, activity, place))


def left(work, activity, place):
    """One fee for each enrolment, as of the day's first moment (FIN-WDR-10)."""
    before, was = endings.remembered(activity, place), place["state"]
    fee = fee_of(work, place)
    hours = work.told.get(activity["subject"], {}).get("hours_attended")
    leaving.leave(work.college, place, "cancelled", work.day, hours, work.request.get("fill_dates"))
    leaving.change(work.college, place, was, work.college.moment(work.request), fee)
    finalise(work, place, ending_of(work), before)


def ending_of(work):
    """FIN-WDR-01: the endings differ by what they cost."""
    return "withdrawn" if work.penalty else "cancelled"


def fee_of(work, place):
    if not work.penalty or work.request.get("waive_fee"):
        return None, None, None
    return leaving.fee_on(work.college, place, work.day)


def leave(work, activity, place):
    hours = work.told.get(activity["subject"], {}).get("hours_attended")
    endings.end_activity(place, activity, work.day, hours, work.request.get("fill_dates"))


def pause(work):
    """FIN-DEF-01, FIN-DEF-05."""
    for activity, place in work.units:
        if work.is_final(activity) or (place and place["state"] not in LIVE):
            continue
        if place:
            if place["state"] in endings.PROSPECTIVE:
                continue  # goes on waiting (FIN-ORD-15)
            if place["enrolled_on"] and work.day < place["enrolled_on"]:
                work.codes.append("date.before-enrolment")
            work.goes(place, "on_hold")
        work.then(lambda activity=activity, place=place: paused(work, activity, place))


def paused(work, activity, place):
    resumes, before = day_of(work.request.get("resumes_on")), endings.remembered(activity, place)
    begun = endings.commenced(place, activity, work.day)
    begun = begun and not work.request.get("reset_commenced")
    if resumes or not begun:
        activity["end_on"] = resumes
    if not begun:
        activity.update(outcome="00", outcome_source="finalise", start_on=resumes)
    if place is None:
        return
    places.set_state(place, "on_hold", resumes_on=resumes)
    if not begun:
        place["unit_status"] = "pending"
    finalise(work, place, "deferred", before)


def go_on(work):
    """FIN-DEF-04, FIN-ORD-15."""
    for activity, place in work.units:
        if not place or place["state"] not in LIVE:
            continue
        if place["state"] == "on_hold" and "registered" in (work.sets, *work.stands):
            come_back(work, activity, place)
        elif place["state"] not in (work.sets, *work.stands, *endings.PROSPECTIVE):
            work.codes.append("status.state-unfit")


def come_back(work, activity, place):
    ending = endings.current_ending(work.college, place)
    before = dict(ending["before"]) if ending else None
    if before is None:
        state = "in_progress" if place.get("started_on") else "registered"
        before = dict(endings.remembered(activity, place), state=state, unit_status=places.unit_status(state), finalised=False)
    work.goes(place, before["state"])
    told = work.told.get(activity["subject"], {})
    start = day_of(told.get("start_on")) or activity["start_on"]
    end_on = day_of(told.get("end_on")) or activity["end_on"]
    if start and end_on and end_on < start:
        work.codes.append("date.end-before-start")
    full = reopening.no_way_in(work.college, place, before)
    if full:
        work.codes.append(full)
    work.then(lambda: back(work, activity, place, before, (start, end_on)))


def back(work, activity, place, before, dates):
    ending = endings.current_ending(work.college, place)
    reopening.come_back(place, activity, before, dates)
    if uses_seat(place):
        seats.take_seat(work.college, place)
    if ending:
        ending["taken_back_on"] = work.day


def end(work, place, ending):
    if place:
        activity = work.college.activity_of(place)
        before = endings.remembered(activity, place)
        work.then(lambda: finalise(work, place, ending, before))


def finalise(work, place, ending, before):
    """FIN-ORD-14: what was ended alone stays so; a pause that goes on keeps what was before it."""
    place["finalised"] = True
    there = endings.current_ending(work.college, place)
    if there and there["ending"] != "deferred":
        return
    values = {"ending": ending, "effective_on": work.day,
              "resumes_on": day_of(work.request.get("resumes_on")) if ending == "deferred" else None}
    if there and ending == "deferred":
        there.update(values, program=work.program)
    else:
        work.college.add("finalisation", {"enrolment": place, "before": before, "program": work.program, **values})


def carry_out(work):
    work.program.update(status=work.request["status"], status_on=work.day, finalised=work.kind == "final")
    for effect in work.effects:
        effect()
