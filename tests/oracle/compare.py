"""Whether what the library answers and keeps is what the oracle foretold."""
from college import UNNAMED
from places import seats_taken

# Members that are compared; records that others name are compared by their ids.
MEMBERS = {
    "enrolment": ("learner", "course", "state", "unit_status", "enrolled_at", "enrolled_on", "started_on", "ended_on",
                  "resumes_on", "due_at", "planned_start_at", "planned_end_at", "obligation"),
    "activity": ("learner", "subject", "enrolment", "program_enrolment", "start_on", "end_on", "evidence_on", "outcome",
                 "outcome_source"),
    "result_event": ("enrolment", "occurred_at", "grade_percent", "completion", "disposition"),
    "finalisation": ("enrolment", "ending", "effective_on", "resumes_on"),
    "prebooking": ("learner", "course_template", "status", "enrolled_at", "preferred_start_at"),
    "program_enrolment": ("learner", "program", "location", "commenced_on", "status"),
    "prerequisite": ("course_template", "subject"),
}


def plain(value):
    """A member as both sides have it: records as ids, absent ones as None."""
    if isinstance(value, dict):
        return value["id"]
    return None if value in ("", 0, "none") and not hasattr(value, "as_tuple") else value


def answer_problem(decision, answer, strict):
    """What differs between a foretold decision and an answer."""
    expected = [("verdict", decision.verdict, answer["verdict"])]
    if decision.loose_code is None or (decision.loose_code in strict and decision.loose_code != UNNAMED):
        expected.append(("code", decision.code, answer.get("code")))
    if decision.about and "id" in decision.about:
        expected.append(("id", decision.about["id"], answer.get("id")))
    if decision.nearest is not None and "reason" in answer:
        expected.append(("nearest", decision.nearest, sorted(nearest_of(answer))))
    if decision.sentence:
        expected.append(("sentence", decision.sentence, answer.get("sentence", "")[:len(decision.sentence)]))
    return next(("%s: foretold %s, came %s" % each for each in expected if each[1] != each[2]), None)


def nearest_of(answer):
    """(subject, day) of each achievement that would turn a refusal."""
    for each in answer.get("nearest", []):
        parameters = {parameter["name"]: parameter["value"] for parameter in each["parameters"]}
        yield parameters["subject"], parameters["day"]


def college_problem(college, engine, strict):
    """The first record that differs, and the seats."""
    for kind in MEMBERS:
        foretold = sorted(college.records[kind], key=our_place)
        found = sorted(engine.find(kind), key=their_place)
        if len(foretold) != len(found):
            return "%s: foretold %d records, came %d" % (kind, len(foretold), len(found))
        for ours, theirs in zip(foretold, found):
            problem = record_problem(college, kind, ours, theirs, strict)
            if problem:
                return problem
    return seats_problem(college, engine)


def our_place(record):
    """Records are compared in the order of their ids; the activity of an enrolment has none that an answer names."""
    return record["id"] if "id" in record else record["enrolment"]["id"]


def their_place(record):
    return record.enrolment or record.id if type(record).__name__ == "Activity" else record.id


def record_problem(college, kind, ours, theirs, strict):
    for member in MEMBERS[kind]:
        expected, came = plain(ours.get(member)), plain(getattr(theirs, member))
        if expected != came:
            departure = kept_otherwise(college, kind, ours, member)
            if departure is None or departure in strict:
                return "%s %s: %s: foretold %s, came %s" % (kind, theirs.id, member, expected, came)
    return None


def kept_otherwise(college, kind, record, member):
    """The row by which the library is known to keep a member otherwise."""
    return record.get("otherwise", {}).get(member)


def seats_problem(college, engine):
    found = {each.course: each.taken for each in engine.find("seats")}
    for name, course in college.named.get("course", {}).items():
        taken = seats_taken(college, course)
        if found.get(course["id"], 0) != taken:
            return "seats of %s: foretold %d taken, came %s" % (name, taken, found.get(course["id"]))
    return None
