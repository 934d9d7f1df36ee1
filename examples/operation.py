"""How a course is run: a room and a trainer, two courses that want the same room, a course that is moved, and who is
told before it starts.

    python3 examples/operation.py [STORE.db]

Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and PHP: operation.cpp,
operation.c and operation.php print the same text.
"""
import json
import sys

import provost

NOW = "2026-02-16T09:00:00Z"


def must(answer):
    """The answer to a request that is not expected to be refused."""
    if answer.refused:
        sys.exit(answer.sentence)
    return answer


def define_college(engine):
    """Two courses of a week each; Tina is a trainer, and stands among the resources as well."""
    must(engine.define(provost.Location(key="city", name="City campus", zone="Australia/Melbourne")))
    must(engine.define(provost.StaffingSettings(key="default", tutor_groups=["trainers"], default_position="tutor")))
    must(engine.define(provost.Tutor(login="tina", name="Tina", group="trainers")))
    must(engine.catalogue.define_course_type(course_type="class", name="Class"))
    must(engine.catalogue.define_template(course_type="class", external_id="kitchen", name="Kitchen"))
    must(engine.catalogue.define_course(
        course_template="kitchen", external_id="cook", location="city", name="Cooking",
        starts_at="2026-03-02T09:00:00+11:00", ends_at="2026-03-06T17:00:00+11:00",
        notices=[{"notice": "course.start", "enabled": True, "recipients": ["learner", "tutor"]}]))
    must(engine.catalogue.define_course(
        course_template="kitchen", external_id="bake", location="city", name="Baking",
        starts_at="2026-03-16T09:00:00+11:00", ends_at="2026-03-20T17:00:00+11:00"))
    for key, name in (("rooms", "Rooms"), ("people", "People")):
        must(engine.resources.define_category(record=provost.ResourceCategory(key=key, name=name)))
    must(engine.resources.define_resource(resource="room-1", name="Room 1", kind="location", categories=["rooms"]))
    must(engine.resources.define_resource(
        resource="tina", name="Tina", kind="individual", categories=["people"], tutor="tina",
        messaging=True))
    must(engine.people.define_learner(login="ann", family_name="Ashby", birth_date="2004-05-06", client_id="A1"))
    must(engine.registration.register_learner(course="cook", learner="ann"))


def tell(what, answer):
    print("%s: %s%s" % (what, answer.verdict, ": " + answer.sentence if answer.sentence else ""))
    for note in answer.notes:
        print("  " + note.sentence)
    for line in answer.report:
        print("  %s: %s%s" % (line.item, line.fate, ", " + line.code if line.code else ""))


def book(engine):
    """The room and the trainer for the days of the course, for good; then the other course wants the room, too."""
    for course, resource in (("cook", "room-1"), ("cook", "tina"), ("bake", "room-1")):
        tell("%s needs %s" % (course, resource), engine.resources.add(course=course, resource=resource))
    tell("by the dates of the course", engine.resources.transfer_dates(
        course="cook", resources=["room-1", "tina"], state="booked", linked=True))
    wanted = {"course": "bake", "resource": "room-1", "state": "booked"}
    tell("bake begins earlier", engine.resources.book(
        **wanted, starts_at="2026-03-05T09:00:00+11:00", ends_at="2026-03-05T12:00:00+11:00"))
    tell("bake in its own week", engine.resources.book(
        **wanted, starts_at="2026-03-16T09:00:00+11:00", ends_at="2026-03-16T17:00:00+11:00"))


def move(engine):
    """The bookings follow the course, as far as they can."""
    tell("cook is a week later", engine.catalogue.define_course(
        external_id="cook", starts_at="2026-03-09T09:00:00+11:00", ends_at="2026-03-13T17:00:00+11:00"))
    where = {"starts_at": "2026-03-01T00:00:00+11:00", "ends_at": "2026-04-01T00:00:00+11:00"}
    tell("who is where", engine.resources.show_floor_plan(**where))
    tell("cook is yet a week later", engine.catalogue.define_course(
        external_id="cook", starts_at="2026-03-16T09:00:00+11:00", ends_at="2026-03-20T17:00:00+11:00"))
    tell("who is where", engine.resources.show_floor_plan(**where))


def remind(engine):
    """A week before the start: the tick finds who is to be told, the outbox hands it out, once."""
    for recorded in ("2026-03-09T09:00:00+11:00", "2026-03-10T09:00:00+11:00"):
        with engine.session("tick", recorded=recorded) as tick:
            made = tick.finish().reminders
        told = b""
        with engine.session("outbox", worker="mailer", recorded=recorded) as outbox:
            for _, piece in outbox.take():
                told += piece
            messages = [json.loads(line) for line in told.splitlines()]
            for message in messages:
                outbox.feed(b'{"id":%d,"status":"sent"}\n' % message["id"])
            outbox.finish()
        print("%s: %d made" % (recorded[:10], made))
        for message in messages:
            print("  %s to %s" % (message["event"], message["login"]))


def main():
    with provost.open(sys.argv[1] if len(sys.argv) > 1 else ":memory:", now=NOW) as engine:
        define_college(engine)
        print("# Rooms and trainers")
        book(engine)
        print("\n# Another date")
        move(engine)
        print("\n# Before it starts")
        remind(engine)


if __name__ == "__main__":
    main()
