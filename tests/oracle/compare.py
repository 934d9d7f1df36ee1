"""Whether what the library answers and keeps is what the oracle foretold."""
import decimal

from college import NOW
from seats import taken, waiting

# Members that are compared; records that others name are compared by their ids.
MEMBERS = {
    "enrolment": ("learner", "course", "state", "unit_status", "enrolled_at", "enrolled_on", "started_on", "ended_on",
                  "resumes_on", "due_at", "planned_start_at", "planned_end_at", "obligation", "valid_until",
                  "expires_at", "holds_seat", "came_from", "finalised", "parents"),
    "activity": ("learner", "subject", "enrolment", "program_enrolment", "start_on", "end_on", "evidence_on", "outcome",
                 "outcome_source", "hours_attended"),
    "result_event": ("enrolment", "occurred_at", "grade_percent", "completion", "disposition"),
    "finalisation": ("enrolment", "ending", "effective_on", "resumes_on", "taken_back_on"),
    "prebooking": ("learner", "course_template", "status", "enrolled_at", "preferred_start_at", "due_at", "end_at",
                   "obligation"),
    "program_enrolment": ("learner", "program", "location", "commenced_on", "status", "status_on", "finalised",
                          "completed_on"),
    "participant_change": ("enrolment", "start_state", "target_state", "effective", "fee_percent", "fee", "currency"),
}


def plain(value):
    """A member as both sides have it: records as ids, absent ones as None."""
    if isinstance(value, dict):
        return value["id"]
    if isinstance(value, (list, tuple)):
        return sorted(map(plain, value)) or None
    return None if value in ("", 0, "none", False) and not isinstance(value, decimal.Decimal) else value


def same_code(expected, came):
    return came in expected if isinstance(expected, tuple) else came == expected


# -- answers ---------------------------------------------------------------------------------------------------------

def answer_problem(decision, answer):
    """What differs between a foretold decision and an answer."""
    if answer["verdict"] != decision.verdict or not same_code(decision.code, answer.get("code")):
        return "answer: foretold %s %s, came %s %s" % (decision.verdict, decision.code, answer["verdict"],
                                                      answer.get("code"))
    expected = []
    if decision.about and "id" in decision.about:
        expected.append(("id", decision.about["id"], answer.get("id")))
    if decision.sentence:
        expected.append(("sentence", decision.sentence, answer.get("sentence", "")[:len(decision.sentence)]))
    if decision.report is not None:
        expected.append(("report", decision.report, [line.get("code") for line in answer.get("report", ())]))
    position = note(answer, "registration.waiting", "position")
    expected += [("position", decision.position and str(decision.position), position),
                 *reason_members(decision, answer), *fee_members(decision, answer)]
    return next(("%s: foretold %s, came %s" % each for each in expected if each[1] != each[2]), None)


def note(answer, code, parameter):
    """A value of a note; None without the note."""
    for each in answer.get("notes", ()):
        if each["code"] == code:
            return {value["name"]: value["value"] for value in each["parameters"]}[parameter]
    return None


def fee_members(decision, answer):
    if decision.fee is not None:
        percent, amount, currency = decision.fee
        came = note(answer, "cancellation.fee", "percent")
        yield "percent", percent, came and decimal.Decimal(came)
        fee = note(answer, "cancellation.fee", "fee")
        if amount is not None:
            yield "fee", (amount, currency), (decimal.Decimal(fee.split(" ")[0]), fee.split(" ")[1])


def reason_members(decision, answer):
    """Marks of the tree, recommended items that do not hold, and the size of the nearest change."""
    if decision.gaps is not None:
        recommended = [each for each in answer.get("notes", ()) if each["code"] == "prerequisite.recommended"]
        yield "gaps", decision.gaps, [shape(part) for each in recommended for part in each["parts"]]
    if "reason" not in answer:
        return
    reason = answer["reason"]
    if decision.tree is not None:
        root = reason["parts"][0] if reason.get("code") == "prerequisite.unmet" else reason
        yield "tree", decision.tree, shape(root)
    if decision.trees is not None:
        came = [shape(part["parts"][0]) if part.get("code") == "prerequisite.unmet" else None
                for part in reason["parts"]]
        yield "trees", decision.trees, came
    if decision.nearest is not None:
        yield "nearest", decision.nearest, len(answer.get("nearest", ()))


def shape(reason):
    """A node of the library's tree as the oracle has it."""
    if reason.get("parts"):
        return reason["mark"], [shape(part) for part in reason["parts"]]
    return reason["mark"]


# -- records ---------------------------------------------------------------------------------------------------------

def adopt(college, engine):
    """A new place that the answer did not name gets its id from the store."""
    known = {place.get("id") for place in college.records["enrolment"]}
    if None in known:
        new = [each.id for each in engine.find("enrolment") if each.id not in known]
        for place in college.records["enrolment"]:
            if "id" not in place and new:
                place["id"] = new.pop(0)


def college_problem(college, engine):
    """The first record that differs, and the seats."""
    adopt(college, engine)
    for kind in MEMBERS:
        foretold = sorted(college.records[kind], key=lambda record: our_place(kind, record))
        found = sorted(engine.find(kind), key=their_place)
        if len(foretold) != len(found):
            return "%s: foretold %d records, came %d" % (kind, len(foretold), len(found))
        for ours, theirs in zip(foretold, found):
            problem = record_problem(kind, ours, theirs)
            if problem:
                return problem
    return seats_problem(college, engine) or approvals_problem(college, engine)


def approvals_problem(college, engine):
    """Who may answer the steps of requests, and how they stand."""
    kept = {each.enrolment: each.steps for each in engine.find("approval")}
    ids = {login: learner["id"] for login, learner in college.named.get("learner", {}).items()}
    for place, steps in college.approvals:
        expected = [(step["state"], step["fallback"],
                     step["approver"] == "supervisor" and [ids[name] for name in step["people"]]) for step in steps]
        came = [(step.state, step.fallback, step.approver == "supervisor" and list(step.people))
                for step in kept.get(place["id"], ())]
        if expected != came:
            return "approval of %d: foretold %s, came %s" % (place["id"], expected, came)
    return None


def our_place(kind, record):
    """Records are compared in the order of their ids; those that no answer names in that of their places, and changes
    of a place in that of time: a plan that is approved late keeps the ids that it took.
    """
    named = "id" in record and kind != "finalisation"
    return record["id"] if named else record["enrolment"]["id"], record.get("effective", NOW)


def their_place(record):
    kind = type(record).__name__
    place = record.enrolment or record.id if kind in ("Activity", "Finalisation", "ParticipantChange") else record.id
    return place, record.effective if kind == "ParticipantChange" else NOW


def record_problem(kind, ours, theirs):
    for member in MEMBERS[kind]:
        expected, came = plain(ours.get(member)), plain(getattr(theirs, member))
        if expected != came:
            return "%s %s: %s: foretold %s, came %s" % (kind, theirs.id, member, expected, came)
    return None


def seats_problem(college, engine):
    """Seats and waiting lists: who waits, in which order, and who was passed over for what."""
    seats = {each.course: each for each in engine.find("seats")}
    lists = {each.course: each for each in engine.find("waiting_list")}
    for name, course in college.named.get("course", {}).items():
        problem = taken_problem(college, name, course, seats.get(course["id"])) or waiting_problem(
            college, name, course, lists.get(course["id"]))
        if problem:
            return problem
    return None


def taken_problem(college, name, course, there):
    expected = {quota["name"]: taken(college, course, quota["name"]) for quota in course.get("quotas") or ()}
    expected[None] = taken(college, course)
    came = {each.name: each.taken for each in there.quotas} if there else {}
    came[None] = there.taken if there else 0
    if used(expected) != used(came):
        return "seats of %s: foretold %s taken, came %s" % (name, expected, came)
    return None


def used(counts):
    return {name: count for name, count in counts.items() if count}


def waiting_problem(college, name, course, line):
    those = waiting(college, course)
    expected, came = [place["id"] for place in those], list(line.enrolments if line else ())
    if expected != came:
        return "waiting for %s: foretold %s, came %s" % (name, expected, came)
    expected = {place["id"]: place["passed_over"] for place in those if "passed_over" in place}
    came = {each.enrolment: each.code for each in (line.passed_over if line else ())}
    return None if expected == came else "passed over in %s: foretold %s, came %s" % (name, expected, came)
