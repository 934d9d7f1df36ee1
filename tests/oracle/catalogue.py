"""The oracle's rules for records that others refer to, and for those around a learner."""
import re

import endings
from college import Decision, accepted, day_of, moment_of, reference_problem, refused, unchanged

OUTCOMES = ("00", "20", "30", "40", "41", "51", "52", "60", "61", "70", "81", "82", "85")


def define(college, kind, key, record):
    """Makes the record of a key, or brings it up to date."""
    stored = college.find(kind, key)
    if stored is None:
        return Decision("accepted", about=record, effect=lambda: college.name(kind, key, record))
    if {**record, "id": stored["id"]} == stored:
        return unchanged(stored)

    def update():
        number = stored["id"]
        stored.clear()
        stored.update(record, id=number)
    return Decision("accepted", about=stored, effect=update)


def definer(kind, key):
    """The rule of a verb whose member `record` holds the record."""
    return lambda college, request: define(college, kind, request["record"][key], dict(request["record"]))


def define_course_type(college, request):
    return define(college, "course_type", request["course_type"], {"name": request["name"]})


def define_learner(college, request):
    stored = college.find("learner", request["login"])
    if any(learner["client_id"] == request["client_id"] and learner is not stored
           for learner in college.named.get("learner", {}).values()):
        return refused("client-id.taken")
    record = {name: request[name] for name in ("login", "family_name", "birth_date", "client_id")}
    return define(college, "learner", request["login"], record)


def malformed_learner(request):
    return None if re.fullmatch("[A-Z0-9]{1,10}", request["client_id"]) else "client-id.malformed"


def define_template(college, request):
    problem = reference_problem(college, request, ("course_type", "course_type"), ("subject", "subject"))
    if problem:
        return refused(problem)
    stored = college.find("course_template", request["external_id"])
    subject = college.find("subject", request.get("subject", request["external_id"])) or (stored or {}).get("subject")
    record = {"name": request["name"], "subject": subject, "course_type": request["course_type"],
              "kind": request.get("kind") or (stored or {}).get("kind", "course"),
              "minimum_status": request.get("minimum_status")}
    return define(college, "course_template", request["external_id"], record)


def define_members(kind, key, members, member_kind):
    """The rule of a verb that tells a group, a group of courses or a path with all that is in it."""
    def rule(college, request):
        problem = reference_problem(college, request, (members, member_kind))
        if problem:
            return refused(problem)
        told = request.get(members, [])
        return define(college, kind, request[key], {
            "name": request["name"], members: sorted(told) if member_kind == "learner" else list(told)})
    return rule


def define_supervision(college, request):
    problem = reference_problem(college, request, ("learner", "learner"), ("supervisors", "learner"))
    if problem:
        return refused(problem)
    learner, told = request["learner"].casefold(), [name.casefold() for name in request["supervisors"]]
    if learner in told:
        return refused("supervisor.self")
    if college.supervisors.get(learner, []) == told:
        return unchanged(None)
    return accepted(None, lambda: college.supervisors.__setitem__(learner, told), promotes=False)


def set_clearances(college, request):
    """Who may edit a learner is his registration agent (IMC-ACL-03)."""
    problem = reference_problem(college, request, ("learner", "learner"))
    if problem:
        return refused(problem)
    learner = request["learner"].casefold()
    told = {grant["name"].casefold(): grant["rights"] for grant in request["grants"]}
    if college.agents.get(learner, {}) == told:
        return unchanged(None)
    return accepted(None, lambda: college.agents.__setitem__(learner, told), promotes=False)


# -- catalogue.define_course -----------------------------------------------------------------------------------------

AHEAD = ("requested", "reserved", "waiting", "registered", "in_progress")
SETTINGS = ("max_participants", "registration_type", "approval_steps", "hold_seat", "waiting_list", "promotion",
            "promote_stop", "quotas", "cancellation_rules", "after_start_percent", "price", "currency",
            "prerequisites_due", "cancel_unprepared", "minimum_status", "conclude_by", "published", "visible_to",
            "tutors", "administrator", "bookable_alone")


def malformed_course(request):
    return None if re.fullmatch("[1-9][0-9]{0,3} [MD]", request.get("duration", "1 D")) else "duration.malformed"


def define_course(college, request):
    problem = reference_problem(college, request, ("course_template", "course_template"), ("location", "location"),
                                ("tutors", "tutor"), ("administrator", "administrator"))
    if problem:
        return refused(problem)
    limits = [*request.get("quotas", ()), *request.get("approval_steps", ())]
    if any("group" in each and college.find("group", each["group"]) is None for each in limits):
        return refused("group.unknown")
    stored = college.find("course", request["external_id"])
    record = course_record(college, request, stored)
    if stored and stored["course_template"] is not record["course_template"]:
        return refused("course.template-change-not-allowed")  # IMC-CSV-29
    timed = keep_timing(college, stored, record, request)
    if stored and is_fixed(stored, record):
        return refused("course.dates-fixed")  # IMC-CSV-13
    if not timed:
        return refused("field.missing")
    if record["ends_at"] and record["ends_at"] < record["starts_at"]:
        return refused("date.end-before-start")
    days = [rule["days"] for rule in record.get("cancellation_rules") or ()]
    if len(set(days)) < len(days):
        return refused("cancellation-rule.repeated")  # IMC-CAN-08
    decision = define(college, "course", request["external_id"], record)
    if stored and any(stored[name] != record[name] for name in ("starts_at", "ends_at", "duration", "location")):
        decision = planned_anew(college, stored, decision)
    return with_prerequisites(college, request, decision) if stored is None else decision


def planned_anew(college, course, decision):
    """The training of those in a course, unless it is over or put off, goes by the course's times as they are now."""
    def effect(define_it=decision.effect):
        define_it()
        for place in college.of("enrolment", course=course):
            if place.get("finalised"):  # who is back from a pause goes on
                continue
            activity = college.activity_of(place)
            if place["state"] in AHEAD and activity and not activity.get("outcome"):
                plan(college, course, place, activity)
    decision.effect = effect
    return decision


def plan(college, course, place, activity):
    start = activity["start_on"]
    begun = place.get("started_on") or activity.get("evidence_on") or (start and start < place["enrolled_on"])
    if course["ends_at"]:
        activity["end_on"] = college.last_day(course)
        if not begun:
            activity["start_on"] = max(college.first_day(course), place["enrolled_on"])
    elif start:
        activity["end_on"] = endings.plus_duration(start, course["duration"])


def with_prerequisites(college, request, decision):
    """A new course takes those that its template has by then (IMC-TPL-01)."""
    name = request["external_id"]
    taken = college.required.get(("course_template", request["course_template"]), [])

    def effect(define_it=decision.effect):
        define_it()
        college.required["course", name] = taken
    decision.effect = effect
    return decision


def course_record(college, request, stored):
    """What is not said keeps its former value (IMC-CSV-07)."""
    told = {"course_template": college.find("course_template", request["course_template"]),
            "location": college.find("location", request["location"]), "starts_at": moment_of(request.get("starts_at")),
            "ends_at": moment_of(request.get("ends_at")), "duration": request.get("duration"),
            "planning_status": request["planning_status"], "external_id": request["external_id"],
            **{name: request.get(name) for name in SETTINGS}}
    template = told["course_template"]
    former = stored or {"tutors": [], "minimum_status": template.get("minimum_status")}  # IMC-TPL-01
    return {name: value if value not in (None, []) else former.get(name) for name, value in told.items()}


def is_fixed(stored, record):
    """The dates of a course that takes place for certain do not move, and are not given up."""
    return (stored["planning_status"] == record["planning_status"] == "fixed" and stored["ends_at"] is not None
            and any(record[name] != stored[name] for name in ("starts_at", "ends_at")))


def keep_timing(college, stored, record, request):
    """IMC-CT-06: dates when it says one, else a duration, and for good once it has a participant."""
    was_dated = bool(stored and stored["ends_at"])
    if stored and college.of("enrolment", course=stored):
        dated = was_dated
    elif request.get("starts_at") or request.get("ends_at"):
        dated = True
    else:
        dated = was_dated and not request.get("duration")
    for name in ("duration",) if dated else ("starts_at", "ends_at"):
        record[name] = None
    return bool(record["starts_at"] and record["ends_at"]) if dated else bool(record["duration"])


# -- around a learner ------------------------------------------------------------------------------------------------

def enrol_in_program(college, request):
    problem = reference_problem(college, request, ("learner", "learner"), ("program", "program"),
                                ("location", "location"))
    if problem:
        return refused(problem)
    learner, program = college.find("learner", request["learner"]), college.find("program", request["program"])
    members = {"location": college.find("location", request.get("location", "")),
               "commenced_on": day_of(request.get("commenced_on"))}
    there = college.of("program_enrolment", learner=learner, program=program)
    if not there:
        record = {"learner": learner, "program": program, "status": "Current", **members}
        return Decision("accepted", about=record, effect=lambda: college.add("program_enrolment", record))
    told = {name: value for name, value in members.items() if value is not None}  # what is not told stays
    if all(there[0][name] == value for name, value in told.items()):
        return unchanged(there[0])
    if there[0].get("finalised"):
        return refused("finalise.program-ended")  # FIN-ORD-14
    return Decision("accepted", about=there[0], effect=lambda: there[0].update(told))


def malformed_achievement(request):
    return None if request["outcome"] in OUTCOMES else "outcome.unknown"


def record_achievement(college, request):
    """A training activity without an enrolment (FIN-ORD-17)."""
    problem = reference_problem(college, request, ("learner", "learner"), ("subject", "subject"))
    if problem:
        return refused(problem)
    day = day_of(request["achieved_on"])
    record = {"learner": college.find("learner", request["learner"]), "subject": request["subject"], "start_on": day,
              "end_on": day, "outcome": request["outcome"], "outcome_source": "prior"}
    there = college.of("activity", **record)
    if not there:
        return Decision("accepted", about=record, effect=lambda: college.add("activity", record))
    return unchanged(there[0])
