"""The oracle's rules of results and endings of units."""
import calendar
import datetime as dt

from college import FINAL, Decision, day_of, decimal_of, reference_problem, refused, unchanged
from places import CLOSED, MOVES, unit_status

PASS_MARK = 50


def participant(college, request):
    """The learner's place in the course; a code when there is none. Of several the one made last is the open one."""
    problem = reference_problem(college, request, ("learner", "learner"), ("course", "course"))
    if problem:
        return problem, None
    places = college.enrolments(college.find("learner", request["learner"]), college.find("course", request["course"]))
    return (None, places[-1]) if places else ("learner.not-enrolled", None)


def plus_duration(day, duration):
    """The day a duration of use ends; months clamp to the month's end (IMC-CT-06)."""
    number, unit = duration.split(" ")
    if unit == "D":
        return day + dt.timedelta(days=int(number))
    years, month = divmod(day.month - 1 + int(number), 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def may_move(place, state):
    return place["state"] == state or state in MOVES[place["state"]]


# -- results.receive_grade -------------------------------------------------------------------------------------------

def receive_grade(college, request):
    problem, place = participant(college, request)
    if problem:
        return refused(problem)
    moment, grade = college.moment(request), decimal_of(request.get("grade_percent"))
    event = {"enrolment": place, "occurred_at": moment, "grade_percent": grade,
             "completion": request.get("completion", "incomplete"), **result_origin(college, request, grade)}
    known = earlier_result(college, place, event)
    if known:
        return known
    day, activity = college.day(place["course"], moment), college.activity_of(place)
    written, decision = judged(event), Decision("accepted", about=event)
    judge_result(college, place, activity, event, written, day, decision)
    decision.effect = lambda: keep_result(college, place, activity, event, written, day)
    return decision


def result_origin(college, request, grade):
    values = (request["course"], request.get("completion", "incomplete"), grade)
    return {"origin": (values, request["learner"].casefold(), college.moment(request)),
            "spelling": (values, request["learner"], request.get("actor"), request.get("effective") and college.moment(request))}


def earlier_result(college, place, event):
    """The same result again: same learner, course, moment and value (WIS-AG-16)."""
    for other in college.of("result_event"):
        same, alike = other["origin"] == event["origin"], other["spelling"] == event["spelling"]
        if same or alike:
            departs = same != alike or other["enrolment"] is not place
            return Decision("unchanged", about=other, departures=["WIS-AG-16"] if departs else [])
    return None


def judged(event):
    """The outcome that a result writes; "review" when it contradicts itself, None when it says nothing (PPR-RES-01)."""
    if event["completion"] in ("passed", "completed"):
        return "20" if (event["grade_percent"] or 0) >= PASS_MARK else "review"
    return "30" if event["completion"] == "failed" else None


def judge_result(college, place, activity, event, written, day, decision):
    """What becomes of the result: its disposition, and the verdict."""
    finalised, outcome = college.of("finalisation", enrolment=place), activity and activity.get("outcome")
    event["disposition"] = "evidence" if written is None else "applied"
    if written is None:
        return
    if event["completion"] == "passed" and event["grade_percent"] is None:
        decision.departures.append("PPR-RES-01")  # passed is 20; the library takes no grade for 0
    open_again = outcome == "30" and activity["outcome_source"] == "lms"  # WIS-AG-10: a fail may be overwritten
    if outcome and (not open_again or (finalised and written != "review")):
        event["disposition"], decision.code = "kept", "result.kept-final"  # WIS-AG-09
        if open_again:
            decision.departures.append("WIS-AG-10")  # but never a finalised one (FIN-ORD-14); the library overwrites it
        return
    state = {"20": "passed", "30": "failed"}.get(written)
    if written == "review" or not may_move(place, state):
        event["disposition"], decision.verdict, decision.code = "review", "held", "result.contradicts-itself"
        # The library has no other code for a move that is none: docs/rooms/results.md, step 6.
        decision.loose_code = None if written == "review" else "IMC-PART-09"
        return
    decision.departures += result_departures(place, activity, day)


def result_departures(place, activity, day):
    """Results that would be written although they must not be."""
    if activity is None:
        return ["IMC-PART-03"]  # only a unit's rule concludes; the library concludes any place
    return [row for row, departs in (
        ("WIS-AG-05", activity["start_on"] and day < activity["start_on"]),  # nothing is written before the start
        ("WIS-AG-17", activity.get("outcome") and day < activity["end_on"])) if departs]  # the last day wins


def keep_result(college, place, activity, event, written, day):
    college.add("result_event", event)
    if activity is not None:
        take_part(place, activity, day)
    if place["state"] == "registered":  # the first result starts (IMC-PART-02)
        begin(place, activity, day)
    if event["disposition"] == "applied":
        if activity is not None:
            activity.update(outcome=written, outcome_source="lms", end_on=day)
        conclude(place, activity, {"20": "passed", "30": "failed"}[written], day)


def take_part(place, activity, day):
    """Evidence of participation, and for duration of use the start."""
    # The library keeps the day of the result that came first, which need not be the first day.
    activity.setdefault("first_told_on", day)
    activity["evidence_on"] = min(day, activity.get("evidence_on") or day)
    if activity["start_on"] is None:
        activity["start_on"] = day
        activity["end_on"] = plus_duration(day, place["course"]["duration"])


def begin(place, activity, day):
    place.update(state="in_progress", started_on=day)
    if activity is not None:
        place["unit_status"] = unit_status("in_progress")


def conclude(place, activity, state, day):
    """IMC-PART-03."""
    place.update(state=state, ended_on=day)
    if activity is not None:
        place["unit_status"] = unit_status(state)


# -- finalise.finalise_unit ------------------------------------------------------------------------------------------

def finalise_unit(college, request):
    problem, place = participant(college, request)
    if problem:
        return refused(problem)
    ending, effective, resumes = request["ending"], day_of(request["effective_on"]), day_of(request.get("resumes_on"))
    activity = college.activity_of(place)
    if effective < place["enrolled_on"]:
        return refused("date.before-enrolment")
    if ending == "deferred" and resumes is None:
        return Decision("accepted", departures=["FIN-DEF-05"])  # open until a day of return is given
    if ending == "deferred" and resumes <= effective:
        return refused("date.resumes-too-early")
    record = {"enrolment": place, "ending": ending, "effective_on": effective, "resumes_on": resumes}
    final = activity is not None and activity.get("outcome") in FINAL
    return (earlier_ending(college, record, final)
            or ending_problem(place, ending, final)
            or ended(college, place, activity, record, final))


def earlier_ending(college, record, final):
    """An enrolment is finalised once (FIN-ORD-14)."""
    there = college.of("finalisation", enrolment=record["enrolment"])
    if not there:
        return None
    if all(there[0][name] == record[name] for name in ("ending", "effective_on", "resumes_on")):
        return unchanged(there[0])
    # What exists already comes before the outcome that the status needs; the library asks the other way round.
    return refused("finalise.already-ended",
                   loose_code="order of checks" if record["ending"] == "completed" and not final else None)


def ending_problem(place, ending, final):
    if ending == "completed":
        return None if final else refused("outcome.not-final")  # FIN-ORD-03
    target = "on_hold" if ending == "deferred" else "cancelled"
    if final or target in MOVES[place["state"]]:
        return None
    return refused("transition.illegal", sentence=f"There is no way from {place['state']} to {target}; from there: ")


def ended(college, place, activity, record, final):
    decision = Decision("accepted", about=record)
    begun = activity is not None and commenced(activity, record["effective_on"], activity.get("evidence_on"))
    told = activity is not None and commenced(activity, record["effective_on"], activity.get("first_told_on"))
    if begun != told and not final:
        decision.departures.append("FIN-WDR-04")

    def effect():
        college.add("finalisation", record)
        if record["ending"] != "completed" and not final:  # FIN-WDR-05: a final outcome stays
            leave(place, record)
            if activity is not None:
                end_activity(place, activity, record, begun)
    decision.effect = effect
    return decision


def commenced(activity, day, evidence):
    """FIN-WDR-02, FIN-WDR-04: begun before the day; or on it, with evidence of participation by then."""
    start = activity["start_on"]
    return start is not None and (start < day or (start == day and evidence is not None and evidence <= day))


def leave(place, record):
    if record["ending"] == "deferred":
        place.update(state="on_hold", resumes_on=record["resumes_on"])
    else:
        place.update(state="cancelled", ended_on=record["effective_on"])


def end_activity(place, activity, record, begun):
    resumes = record["resumes_on"]
    if record["ending"] == "deferred" and begun:
        activity["end_on"] = resumes  # FIN-DEF-01: start and outcome stay
    elif record["ending"] == "deferred":
        activity.update(outcome="00", outcome_source="finalise", start_on=resumes, end_on=resumes)
        place["unit_status"] = "pending"
    else:
        place["unit_status"] = "withdrawn"
        activity.update(outcome="40" if begun else "00", outcome_source="finalise")  # FIN-WDR-02, FIN-WDR-03
        if begun:
            activity["end_on"] = record["effective_on"]
