"""The oracle's rules of leaving before the end: cancelling and what it costs, moving, replacing."""
import decimal
import datetime as dt
import fractions
import zoneinfo

import endings
import places
import seats
import sets
from college import accepted, decimal_of, may, reference_problem, refused

LEAVING = ("requested", "reserved", "waiting", "registered", "in_progress", "on_hold")  # IMC-PART-04
FREE = ("requested", "waiting")  # IMC-CAN-07
DIGITS = {"JPY": 0, "KRW": 0, "ISK": 0, "EUR": 2, "USD": 2, "HUF": 2, "KWD": 3, "TND": 3, "CLF": 4}  # ISO 4217


# -- the fee ---------------------------------------------------------------------------------------------------------

def percent_of(college, place, moment):
    """What percent of the price a participant pays who leaves at a moment."""
    course = place["course"]
    after = decimal_of(course.get("after_start_percent"))
    if place["state"] in FREE:
        return decimal.Decimal(0)
    if course["ends_at"] is None:  # IMC-CAN-05
        began = place.get("started_on")
        begun = place["state"] == "in_progress" if began is None else began <= college.day(course, moment)
        return after if begun and after is not None else decimal.Decimal(0)
    rules = sorted((rule["days"], decimal_of(rule["percent"])) for rule in course.get("cancellation_rules") or ())
    if moment >= course["starts_at"]:  # IMC-CAN-04
        return after if after is not None else rules[0][1] if rules else decimal.Decimal(0)
    left = (college.first_day(course) - college.day(course, moment)).days
    return next((percent for days, percent in rules if days >= left), decimal.Decimal(0))  # IMC-CAN-02


def rounded(amount, digits):
    """Half away from zero, once (IMC-CAN-03); the amount is exact."""
    whole, rest = divmod(amount * 10 ** digits, 1)
    return decimal.Decimal(int(whole) + (rest >= fractions.Fraction(1, 2))).scaleb(-digits)


def fee_of(college, place, moment, because):
    """(percent, amount, currency); the amount is None without a price, all are when the provider or a rule cancels."""
    course, percent = place["course"], percent_of(college, place, moment)
    if because != "participant" or course["planning_status"] == "cancelled":  # IMC-CAN-06
        return None, None, None
    changes = college.of("participant_change", enrolment=place)
    if any((change["fee_percent"] or 0) > 0 for change in changes):  # FIN-WDR-10: a place costs once
        return None, None, None
    price = decimal_of(course.get("price"))
    if price is None:
        return percent, None, None
    amount = fractions.Fraction(price) * fractions.Fraction(percent) / 100
    return percent, rounded(amount, DIGITS[course["currency"]]), course["currency"]


def fee_on(college, place, day):
    """The fee of whoever leaves on a day: as of its first moment (FIN-WDR-10)."""
    zone = zoneinfo.ZoneInfo(place["course"]["location"]["zone"])
    first = dt.datetime.combine(day, dt.time(), zone).astimezone(dt.timezone.utc)
    return fee_of(college, place, first, "participant")


# -- registration.cancel_place, registration.give_up_place -----------------------------------------------------------

def cancel_place(college, request):
    problem, place = endings.participant(college, request)
    return refused(problem) if problem else cancelled(college, request, place)


def too_early(college, request, place):
    """Nobody leaves before the day of his enrolment, unless that still lay ahead when it was told (IMC-PART-04)."""
    course, enrolled = place["course"], place["enrolled_on"]
    return college.day(course, college.moment(request)) < enrolled <= college.day(course, college.told(request))


def cancelled(college, request, place):
    moment, because = college.moment(request), request.get("because", "participant")
    if place.get("finalised"):
        return refused("participant.finalised", topic="states")
    if place["state"] not in LEAVING:
        return refused("transition.illegal", topic="states")
    if because in ("participant", "provider") and too_early(college, request, place):
        return refused("date.before-enrolment", topic="states")
    fee = fee_of(college, place, moment, because)
    return accepted(place, lambda: cancel(college, place, moment, fee), fee=fee,
                    topic="fees" if place["course"].get("price") else "states")


def cancel(college, place, moment, fee):
    end(college, place, "cancelled", college.day(place["course"], moment), moment, fee)
    sets.end_below(college, place, moment)


def end(college, place, state, day, moment, fee=(None, None, None)):
    was = place["state"]
    leave(college, place, state, day)
    change(college, place, was, moment, fee)


def leave(college, place, state, day, hours=None, fill_dates=False):
    """The place ends; an activity that has begun ends withdrawn, another one has not begun."""
    activity = college.activity_of(place)
    if activity:
        endings.end_activity(place, activity, day, hours, fill_dates)
    places.set_state(place, state, ended_on=day, holds_seat=False)
    if place["course"]["course_template"]["subject"]:
        place["unit_status"] = "withdrawn"


def change(college, place, was, moment, fee=(None, None, None)):
    """What is kept of something that was done to a participant; `was` is the state before, None when it is no move."""
    percent, amount, currency = fee
    college.add("participant_change", {
        "enrolment": place, "start_state": was, "target_state": was and place["state"], "effective": moment,
        "fee_percent": percent, "fee": amount, "currency": currency})


def acts_for(college, actor, learner):
    """Whether somebody may ask for a learner (IMC-REG-07): himself, a supervisor, an agent, an administrator."""
    login = learner["login"].casefold()
    agents = [name for name, rights in college.agents.get(login, {}).items() if {"EDIT", "FULL"} & set(rights)]
    named = (login, *college.supervisors.get(login, ()), *agents)
    return actor.casefold() in named or may(college, actor, "REGISTER")


def give_up_place(college, request):
    problem, place = endings.participant(college, request)
    if problem in ("learner.unknown", "course.unknown"):
        return refused(problem)
    entitled = acts_for(college, request.get("actor", "owner"), college.find("learner", request["learner"]))
    if problem or not entitled:
        codes = [problem] if problem else []
        return refused(tuple(codes + ([] if entitled else ["registration.not-entitled"])), topic="states")
    return cancelled(college, request, place)


# -- registration.move_place -----------------------------------------------------------------------------------------

def move_place(college, request):
    problem, place = endings.participant(college, {**request, "course": request["from_course"]})
    problems = [code for code in (problem, reference_problem(college, request, ("course", "course"))) if code]
    if problems:
        return refused(tuple(problems))
    course, moment = college.find("course", request["course"]), college.moment(request)
    codes = endings.may_not_become(place, "moved")
    if course is place["course"]:
        codes.append("course.same")
    elif other_template(place, course) and not request.get("allow_other_template"):
        codes.append("course.other-template")
    if too_early(college, request, place):
        codes.append("date.before-enrolment")
    codes += entering_codes(college, request, course, place["learner"], moment, left=place)
    if codes:
        return refused(tuple(codes), topic="states")
    new = successor(college, place, course, place["learner"], moment)
    displaced = sets.booked_by(college, new, place)
    return accepted(new, lambda: move(college, place, new, displaced, moment), topic="seats")


def other_template(place, course):
    return course["course_template"] is not place["course"]["course_template"]


def entering_codes(college, request, course, learner, moment, without=None, left=None):
    """What keeps a learner from entering in somebody's stead; the pages leave open what is told first. `without` is the
    place whose seat he takes, `left` one of his own that he leaves.
    """
    there = [place for place in college.enrolments(learner, course) if place["state"] not in places.BLOCKS_NOBODY]
    found = ["enrolment.exists"] if there else []
    problem = places.enter_problem(college, request, course, learner, moment, left)
    full = seats.seat_problem(college, course, learner, without)
    return found + [code for code in (problem, full) if code]


def successor(college, place, course, learner, moment):
    """The place that is registered in the stead of another one."""
    subject = course["course_template"]["subject"]
    return {"learner": learner, "course": course, "state": "registered", "enrolled_at": moment,
            "enrolled_on": college.day(course, moment), "obligation": place["obligation"],
            "due_at": place.get("due_at"), "came_from": place,
            "unit_status": "pending" if subject else "none", "quotas": ()}


def move(college, place, new, displaced, moment):
    """Start, results and attempts stay; an open activity of the same subject goes along (IMC-PART-05)."""
    give_way(college, place, new, "moved", moment)
    sets.end_below(college, place, moment)
    sets.make_way(college, new, displaced, moment)
    seats.settle(college, new)


def give_way(college, place, new, state, moment):
    """A place ends for another one of the same learner, which then has its open training."""
    was, day, activity = place["state"], college.day(place["course"], moment), college.activity_of(place)
    subject = new["course"]["course_template"]["subject"]
    open_training = activity and subject and activity["subject"] == subject["code"] and not activity.get("outcome")
    if open_training and not new.get("goes_on"):
        stay_behind(college, new, place)
        take_along(college, place, activity, new, day)
        new["goes_on"] = True  # one attempt goes along
        places.set_state(place, state, ended_on=day, holds_seat=False)
    else:
        leave(college, place, state, day)
    new.setdefault("came_from", place)
    change(college, place, was, moment)


def went_along(college, place):
    """Whether the training of a unit went to another place, whatever was planned here and never began."""
    activity = college.activity_of(place)
    trains = place["course"]["course_template"]["subject"]
    return bool(trains) and (activity is None or activity.get("not_reported", False))


def stay_behind(college, new, place):
    """Training that was planned for somebody who waited never begins, since he goes on with that of the other place."""
    planned = college.activity_of(new)
    if planned:
        planned.update(enrolment=place, outcome="00", outcome_source="finalise", hours_attended=0, start_on=None,
                       end_on=None, not_reported=True)


def take_along(college, place, activity, new, left_on):
    """What had begun when the place was left keeps its start and ends as the new course says; else all is planned by
    that. A start that was planned for somebody who waited is none.
    """
    course, start = new["course"], activity["start_on"]
    took_part = place["state"] in (*sets.ABOVE, "on_hold", "passed", "failed")
    begun = start and (place.get("started_on") or activity.get("evidence_on") or (took_part and start < left_on))
    first = college.first_day(course)
    activity["enrolment"] = new
    if not begun:
        activity["start_on"] = first and max(first, new["enrolled_on"])
    lasts = activity["start_on"] and not course["ends_at"]
    activity["end_on"] = (endings.plus_duration(activity["start_on"], course["duration"]) if lasts
                          else college.last_day(course))


# -- registration.replace_participant --------------------------------------------------------------------------------

def replace_participant(college, request):
    problem, place = endings.participant(college, {**request, "learner": request["leaves"]})
    problems = [code for code in (problem, reference_problem(college, request, ("learner", "learner"))) if code]
    if problems:
        return refused(tuple(problems))
    course, moment = place["course"], college.moment(request)
    learner = college.find("learner", request["learner"])
    codes = endings.may_not_become(place, "replaced")
    if too_early(college, request, place):
        codes.append("date.before-enrolment")
    if learner is place["learner"]:
        codes.append("learner.same")
    else:
        codes += entering_codes(college, request, course, learner, moment, place)
    if codes:
        return refused(tuple(codes), topic="states")
    new = successor(college, place, course, learner, moment)
    displaced = sets.booked_by(college, new)

    def effect():
        end(college, place, "replaced", college.day(course, moment), moment)
        sets.end_below(college, place, moment)
        sets.make_way(college, new, displaced, moment)
        seats.settle(college, new)
    return accepted(new, effect, topic="seats")
