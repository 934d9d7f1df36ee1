"""The tutorial: one course, from its type to the statutory file. docs/tutorial/python.md leads through it.

    python3 examples/tutorial.py [STORE.db]

Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and PHP: tutorial.cpp,
tutorial.c and tutorial.php print the same text.
"""
import sys

import provost
from provost import DeliveryMode, Location, Program, Provider, ReportingDefaults, Subject

engine = provost.open(sys.argv[1] if len(sys.argv) > 1 else ":memory:", now="2026-02-02T09:00+11:00",
                      secret="something long that stays the same")


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(f"{answer.code}: {answer.sentence}")
    return answer


# The organisation, and what its statutory files take as given.
must(engine.define(Provider(
    key="bayside", identifier="90123", name="Bayside College", type="91", address_first_line="1 Pier Street",
    suburb="Melbourne", postcode="3000", state="02", contact_name="Ngaire Walker", telephone="0355500100",
    email="office@bayside.example")))
must(engine.define(Location(
    key="city", identifier="CITY", name="City campus", suburb="Melbourne", postcode="3000", state="02",
    country="1101", zone="Australia/Melbourne")))
must(engine.define(ReportingDefaults(
    key="default", funding_source="20", with_dates=DeliveryMode(identifier="YNN", predominant="I"),
    duration_of_use=DeliveryMode(identifier="NYN", predominant="E"),
    without_delivery=DeliveryMode(identifier="NNN", predominant="N"))))

# What is taught: units, a program of them, a type of course, a template, a course.
must(engine.define(Subject(
    code="SITXFSA005", title="Use hygienic practices for food safety", field_of_education="110101", nominal_hours=15)))
must(engine.define(Subject(
    code="SITHCCC027", title="Prepare dishes using basic methods of cookery", field_of_education="110109",
    nominal_hours=45)))
must(engine.define(Program(
    code="SIT30821", title="Certificate III in Commercial Cookery", recognition="11", level_of_education="514",
    field_of_education="1101", anzsco="351411", nominal_hours=900)))
must(engine.catalogue.define_course_type(course_type="class", name="Class", timing="dates"))
must(engine.catalogue.define_template(
    course_type="class", external_id="COOK", name="Basic cookery", subject="SITHCCC027"))
must(engine.require_subject("COOK", "SITXFSA005"))
must(engine.catalogue.define_course(
    course_template="COOK", external_id="COOK-1", provider="bayside", location="city", max_participants=1,
    starts_at="2026-02-09T09:00+11:00", ends_at="2026-06-26T17:00+10:00"))

# Who learns, with what the statutory files ask of everybody, and in which program.
ANN: dict = {"login": "ann", "first_name": "Ann", "family_name": "Ashby", "gender": "F", "birth_date": "2001-05-06",
             "postcode": "3000", "email": "ann@bayside.example", "client_id": "A1"}
BEN: dict = {"login": "ben", "first_name": "Ben", "family_name": "Burke", "gender": "M", "birth_date": "2003-09-17",
             "postcode": "3000", "email": "ben@bayside.example", "client_id": "B1", "usi": "BURKE2QRS9"}
must(engine.people.define_learner(**ANN))
must(engine.people.define_learner(**BEN))
for login in ("ann", "ben"):
    must(engine.people.describe_client(
        learner=login, highest_school_level="12", indigenous_status="4", language="1201", labour_force_status="03",
        country_of_birth="1101", disability=False, prior_education=False, at_school=False,
        residence={"street_number": "1", "street_name": "Pier Street", "suburb": "Melbourne", "state": "02"}))
    must(engine.enrol_in_program(login, "SIT30821", location="city", commenced_on="2026-02-02"))
    must(engine.enrolment.describe_training(learner=login, program="SIT30821", study_reason="03"))

# A prerequisite is not met: the reason, and what would meet it.
print("# A refusal")
answer = engine.register("ann", "COOK-1", detail="reason")
print(answer.verdict, answer.code)
print(*answer.lines(), sep="\n")
for missing in answer.nearest:
    print("It would take:", missing.sentence)

# It was met elsewhere. A plan first; then, by its approval, exactly that.
print("\n# A plan, then exactly that")
for login in ("ann", "ben"):
    must(engine.record_achievement(login, "SITXFSA005", "60", "2025-11-20"))
planned = must(engine.register("ann", "COOK-1", plan_only=True))
for change in planned.plan:
    print("new" if change.created else "changed", change.kind)
done = must(engine.register("ann", "COOK-1", approval=planned.approval))
print(done.verdict + ", as planned" if done.id == planned.id else done.verdict)


def state_of(answer):
    """The state of the place that an answer is about."""
    return engine.get("enrolment", answer.id).state


# The only seat is taken.
print("\n# The waiting list")
place = must(engine.register("ben", "COOK-1"))
print("ben:", state_of(place))
print(*(note.sentence for note in place.notes), sep="\n")

lms = engine.session("lms.memory")


def provision(recorded):
    """Carries out what is due in the LMS, and prints who may be in."""
    with engine.session("lms.provision", recorded=recorded) as run:
        for _, actions in run.take():
            lms.feed(actions)
            for _, outcomes in lms.take():
                run.feed(outcomes)
        print("applied:", run.finish().applied)
    lms.feed(b'{"ask":{"listing":"enrolments"}}\n')
    for stream, rows in lms.take():
        if stream == "enrolments":
            print(rows.decode(), end="")


print("\n# The LMS")
provision("2026-02-02T10:00+11:00")

# One more seat: who waits comes in by himself.
print("\n# A second seat")
must(engine.catalogue.define_course(external_id="COOK-1", max_participants=2, recorded="2026-02-04T09:00+11:00"))
print("ben:", state_of(place))
provision("2026-02-04T10:00+11:00")



def grade(login, completion, percent, recorded):
    """A grade arrives, and what became of it."""
    answer = engine.receive_grade(login, "COOK-1", completion, percent, recorded=recorded)
    print("%s, %s, %d: %s" % (login, completion, percent, answer.verdict))
    if answer.sentence:
        print(answer.sentence)


# Grades arrive; the grade rule says what they write.
print("\n# Grades")
grade("ben", "incomplete", 20, "2026-03-02T16:00+11:00")
grade("ann", "completed", 45, "2026-06-12T16:00+10:00")
grade("ann", "passed", 67, "2026-06-19T16:00+10:00")
for activity in engine.find("activity", where=[{"member": "subject", "is": "SITHCCC027"}]):
    print(activity.start_on, activity.end_on, activity.evidence_on, activity.outcome or "open")

# Ben leaves; the LMS follows.
print("\n# Somebody leaves")
answer = must(engine.finalise("ben", "COOK-1", ending="withdrawn", effective_on="2026-06-22", hours_attended=36,
                              recorded="2026-06-23T09:00+10:00"))
print("ben:", answer.verdict + ",", state_of(place))
provision("2026-06-23T10:00+10:00")

# The unit ends, and then the program, which lacks something.
print("\n# The end")
answer = must(engine.finalise("ann", "COOK-1", ending="completed", effective_on="2026-06-29",
                              recorded="2026-06-29T09:00+10:00"))
print("unit:", answer.verdict)
COMPLETED: dict = {"learner": "ann", "program": "SIT30821", "status": "Completed", "effective_on": "2026-06-29"}
answer = engine.finalise.finalise_program(**COMPLETED, detail="reason", recorded="2026-06-29T09:00+10:00")
print("program:", answer.verdict, answer.code)
print(*answer.lines(), sep="\n")


def statutory(day):
    """The statutory files of the year as of a day, by name; prints what their check found."""
    files: dict = {}
    with engine.session("statutory", collection_year=2026, submitted_on=day, recorded=day + "T09:00+10:00") as run:
        for name, data in run.take():
            files[name] = files.get(name, b"") + data
        summary = run.finish()
    print("records: %d, errors: %d, not reported: %d" % (summary.rows, summary.check_errors, summary.not_reported))
    return files


# The check of the files finds the same; it is mended, and the program ends.
print("\n# The check")
print(statutory("2026-06-30")["nat/checks.csv"].decode(), end="")
must(engine.people.define_learner(**ANN, usi="23456789D4", recorded="2026-06-30T10:00+10:00"))
answer = must(engine.finalise.finalise_program(**COMPLETED, recorded="2026-06-30T11:00+10:00"))
print("program:", answer.verdict)

print("\n# The statutory files")
files = statutory("2026-12-01")
for record in files["nat/NAT00120.txt"].decode().splitlines():
    print("|%s|" % record)

# What was written down holds together, and holds what was kept elsewhere.
print("\n# The journal")
anchor = engine.journal()
report = engine.verify(anchor)
print("entries: %d, findings: %d%s" % (report.entries, len(report.findings), ", anchored" if report.anchored else ""))
lms.close()
engine.close()
