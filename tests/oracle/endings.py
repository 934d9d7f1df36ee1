"""The oracle's rules of results and endings of units."""
import calendar
import datetime as dt
import zoneinfo

import leaving
import places
import seats
import sets
from college import Decision, day_of, decimal_of, reference_problem, refused, seats_in_use, unchanged

PASS_MARK = 50
FINAL = ("20", "30", "40", "41", "51", "52", "60", "61", "81", "82")  # FIN-ORD-03
CONCLUDED = {"20": "passed", "30": "failed"}


def may_not_become(place, state):
    """Why no move leads there: what finalising ended, or made pause, it opens again (FIN-ORD-14)."""
    if place.get("finalised"):
        return ["participant.finalised"]
    return [] if state in places.MOVES[place["state"]] else ["transition.illegal"]


def participant(college, request):
    """The learner's place in the course; a code when there is none. Of several the one made last is the open one."""
    references = [("learner", "learner"), ("course", "course")]
    if request["verb"].startswith("registration."):
        references.reverse()
    problem = reference_problem(college, request, *references)
    if problem:
        return problem, None
    there = college.enrolments(college.find("learner", request["learner"]), college.find("course", request["course"]))
    return (None, there[-1]) if there else ("learner.not-enrolled", None)


def plus_duration(day, duration):
    """The day a duration of use ends; months clamp to the month's end (IMC-CT-06)."""
    number, unit = duration.split(" ")
    if unit == "D":
        return day + dt.timedelta(days=int(number))
    years, month = divmod(day.month - 1 + int(number), 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def may_move(place, state):
    return place["state"] == state or state in places.MOVES[place["state"]]


# -- results.receive_grade -------------------------------------------------------------------------------------------

def receive_grade(college, request):
    problem, place = participant(college, request)
    if problem:
        return refused(problem)
    moment, grade = college.moment(request), decimal_of(request.get("grade_percent"))
    event = {"enrolment": place, "occurred_at": moment, "grade_percent": grade,
             "completion": request.get("completion", "incomplete"), **result_origin(college, request, grade)}
    decision, activity = Decision("accepted", about=event), college.activity_of(place)
    day = college.day(place["course"], moment)
    known = places.made_before(college.of("result_event"), event)  # WIS-AG-16: same learner, course, moment and value
    if known:
        return unchanged(known)
    written = judge_result(college, place, activity, event, day, decision)
    stopped = decision.code == "result.kept-final" or is_closed(place)  # WIS-AG-04, FIN-ORD-14: it begins nothing
    decision.effect = lambda: keep_result(college, place, activity, event, written, None if stopped else day)
    return decision


def result_origin(college, request, grade):
    values = (request["course"], request.get("completion", "incomplete"), grade)
    return {"origin": (values, request["learner"].casefold(), college.moment(request))}


def is_closed(place):
    """Finalised, and not only paused."""
    return place.get("finalised") and place["state"] != "on_hold"


def outcome_of(event):
    """The outcome that a result writes; "review" when it contradicts itself, None when it says nothing (PPR-RES-01)."""
    if event["completion"] == "passed" and event["grade_percent"] is None:
        return "20"
    if event["completion"] in ("passed", "completed"):
        return "20" if (event["grade_percent"] or 0) >= PASS_MARK else "review"
    return "30" if event["completion"] == "failed" else None


def judge_result(college, place, activity, event, day, decision):
    """What becomes of the result: verdict and disposition. Answers the outcome that it writes, if it writes one."""
    finalised, outcome = place.get("finalised"), activity and activity.get("outcome")
    written = outcome_of(event)
    if activity is None:  # only a unit has an outcome (WIS-AG-01)
        written = None
    event["disposition"] = "evidence" if written is None else "applied"
    if written is None:
        return None
    # WIS-AG-10: a fail may be overwritten, but never on a finalised unit (FIN-ORD-14).
    open_again = outcome == "30" and activity["outcome_source"] == "lms" and not finalised
    if is_closed(place) or (outcome and not open_again):
        event["disposition"], decision.code = "kept", "result.kept-final"  # WIS-AG-09
        return None
    return held_or_written(place, activity, event, written, day, decision)


def held_or_written(place, activity, event, written, day, decision):
    """Results that a person must look at, and those that come too late to count."""
    code = None
    if written == "review":
        code = "result.contradicts-itself"
    elif not may_move(place, CONCLUDED[written]):
        code = "transition.illegal"
    elif activity["start_on"] and day < activity["start_on"]:
        code = "result.before-start"
    elif activity.get("outcome") and day < activity["end_on"]:
        event["disposition"], decision.code = "kept", "result.older"  # WIS-AG-17: the last day wins
        return None
    else:
        return written
    event["disposition"], decision.verdict, decision.code = "review", "held", code
    return None


def keep_result(college, place, activity, event, written, day):
    college.add("result_event", event)
    if day is None:
        return
    if activity is not None:
        take_part(place, activity, day)
    if place["state"] == "registered":  # the first result starts (IMC-PART-02)
        places.set_state(place, "in_progress", started_on=day)
    if event["disposition"] == "applied":
        if activity is not None:
            activity.update(outcome=written, outcome_source="lms", end_on=day)
        places.set_state(place, CONCLUDED[written], ended_on=day)  # IMC-PART-03


def take_part(place, activity, day):
    """Evidence of participation, and for duration of use the start."""
    activity["evidence_on"] = min(day, activity.get("evidence_on") or day)
    if activity["start_on"] is None and place["course"]["ends_at"] is None:
        activity["start_on"] = day
        activity["end_on"] = plus_duration(day, place["course"]["duration"])


# -- finalise.finalise_unit ------------------------------------------------------------------------------------------

def finalise_unit(college, request):
    problem, place = participant(college, request)
    if problem:
        return refused(problem)
    ending, effective = request["ending"], day_of(request["effective_on"])
    resumes = day_of(request.get("resumes_on")) if ending == "deferred" else None
    activity = college.activity_of(place)
    codes = ["date.before-enrolment"] if effective < place["enrolled_on"] else []
    if ending == "deferred" and resumes and resumes <= effective:
        codes.append("date.resumes-too-early")
    if lies_ahead(college, request, effective):
        codes.append("date.ahead")
    if codes:
        return refused(tuple(codes))
    record = {"enrolment": place, "ending": ending, "effective_on": effective, "resumes_on": resumes}
    final = activity is not None and activity.get("outcome") in FINAL
    decision = (earlier_ending(college, record, final) or ending_problem(place, ending, final)
                or ended(college, request, place, activity, record, final))
    return decision


def lies_ahead(college, request, day):
    """A day has come once it has begun in the first zone of all, 14 hours ahead."""
    return day > (college.told(request) + dt.timedelta(hours=14)).date()


def earlier_ending(college, record, final):
    """An enrolment is finalised once (FIN-ORD-14)."""
    there = current_ending(college, record["enrolment"])
    if not there:
        return None
    if all(there[name] == record[name] for name in ("ending", "effective_on", "resumes_on")):
        return unchanged(there)
    # docs/rooms/finalise.md asks for the outcome first.
    return refused("outcome.not-final" if record["ending"] == "completed" and not final else "finalise.already-ended")


def current_ending(college, place):
    """The latest that was not taken back."""
    standing = [each for each in college.of("finalisation", enrolment=place) if not each.get("taken_back_on")]
    return standing[-1] if standing else None


OF_PLACE = ("state", "unit_status", "started_on", "ended_on", "resumes_on", "holds_seat", "finalised")
OF_ACTIVITY = ("outcome", "outcome_source", "start_on", "end_on", "evidence_on", "hours_attended")


def remembered(activity, place):
    """What a unit is before it is finalised: opening it again makes it so (FIN-ORD-14)."""
    return {**{name: (place or {}).get(name) for name in OF_PLACE},
            **{name: (activity or {}).get(name) for name in OF_ACTIVITY}}


def ending_problem(place, ending, final):
    if ending == "completed":
        return None if final else refused("outcome.not-final")  # FIN-ORD-03
    target = "on_hold" if ending == "deferred" else "cancelled"
    if final or target in places.MOVES[place["state"]]:
        return None
    legal = ", ".join(places.UNGRADED[place["state"]])
    ways = f"; from there: {legal}" if legal else ""
    return refused("transition.illegal", sentence=f"There is no way from {place['state']} to {target}{ways}")


def ended(college, request, place, activity, record, final):
    decision = Decision("accepted", about=record)
    begun = activity is not None and commenced(place, activity, record["effective_on"])

    def effect():
        record["before"] = remembered(activity, place)
        place["finalised"] = True
        college.add("finalisation", record)
        if record["ending"] != "completed" and not final:  # FIN-WDR-05: a final outcome stays
            if record["ending"] == "deferred":
                pause(place, activity, record, begun)
            else:
                leave_alone(college, request, place, record)
                end_below(college, request, place, record["effective_on"])
    decision.effect = effect
    return decision


def end_below(college, request, place, day):
    """What follows from an end on an earlier day follows in the middle of it, and lets in whoever waited then."""
    moment = college.moment(request)
    if day == college.day(place["course"], moment):
        return sets.end_below(college, place, moment)
    zone = zoneinfo.ZoneInfo(place["course"]["location"]["zone"])
    moment = dt.datetime.combine(day, dt.time(), zone).astimezone(dt.timezone.utc) + dt.timedelta(hours=12)
    before = seats_in_use(college)
    for then in sets.ends_below(college, place, moment):
        seats.let_in_freed(college, before, then, college.told(request))
        before = seats_in_use(college)


PROSPECTIVE = ("requested", "reserved", "waiting")  # no participant yet


def start_of(place, activity):
    """FIN-WDR-06: the recorded start, else the participant's, else the first evidence."""
    return activity["start_on"] or (place or {}).get("started_on") or activity.get("evidence_on")


def commenced(place, activity, day):
    """FIN-WDR-02, FIN-WDR-04: begun before the day; or on it, with evidence of participation by then."""
    start, evidence = start_of(place, activity), activity.get("evidence_on")
    if start is None or (place and place["state"] in PROSPECTIVE):
        return False
    return start < day or (start == day and evidence is not None and evidence <= day)


def end_activity(place, activity, day, hours=None, fill_dates=False):
    """FIN-WDR-02, -03, -04, -05: whoever asks, commenced ends 40 on the day, else 00 without hours. Before the place."""
    if activity.get("outcome") in FINAL:
        return
    start, evidence = start_of(place, activity), activity.get("evidence_on")
    takes_part = not (place and place["state"] in PROSPECTIVE)
    if takes_part and start and start <= day and (hours or 0) > 0 and (evidence is None or evidence > day):
        evidence = day
    activity.update(start_on=start, evidence_on=evidence)
    begun = commenced(place, activity, day)
    activity.update(outcome="40" if begun else "00", outcome_source="finalise")
    if begun:
        activity["end_on"] = day
        if hours is not None and hours >= 0:
            activity["hours_attended"] = hours
        return
    activity["hours_attended"] = 0
    if start is None and fill_dates:
        activity["start_on"] = day + dt.timedelta(days=1)
    if activity["end_on"] is None and fill_dates:
        activity["end_on"] = activity["start_on"]
    if activity["start_on"] and activity["end_on"] and activity["end_on"] < activity["start_on"]:
        activity["end_on"] = activity["start_on"]


def leave_alone(college, request, place, record):
    """Withdrawn costs by the rules as of the day's first moment, cancelled nothing (FIN-WDR-10)."""
    fee, was = (None, None, None), place["state"]
    if record["ending"] == "withdrawn" and not request.get("waive_fee"):
        fee = leaving.fee_on(college, place, record["effective_on"])
    leaving.leave(college, place, "cancelled", record["effective_on"], request.get("hours_attended"),
                  request.get("fill_dates"))
    leaving.change(college, place, was, college.moment(request), fee)


def pause(place, activity, record, begun):
    places.set_state(place, "on_hold", resumes_on=record["resumes_on"])
    if not begun and place["course"]["course_template"]["subject"]:
        place["unit_status"] = "pending"
    if activity is None:
        return
    resumes = record["resumes_on"]
    if begun:
        activity["end_on"] = resumes or activity["end_on"]  # FIN-DEF-01: start and outcome stay
    else:
        activity.update(outcome="00", outcome_source="finalise", start_on=resumes, end_on=resumes)
