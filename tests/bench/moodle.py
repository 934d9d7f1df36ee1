"""Learners into a real Moodle: provost.lms beside a plain script that makes the same calls one by one.

    python3 tests/bench/moodle.py URL TOKEN_FILE COURSE COURSE [--learners 1000] [--allow-private]

By hand, against a Moodle for trials: it makes accounts there and leaves them. The two courses (id numbers) take the
learners of the one and of the other way. docs/connect-moodle.md says how the token is made.
"""
import argparse
import datetime as dt
import json
import pathlib
import time

import provost
from provost import lms

UTC = dt.timezone.utc
BEGIN = dt.datetime(2026, 2, 1, tzinfo=UTC)


class Counting:
    """The transport, with its requests counted."""

    def __init__(self, transport):
        self.transport = transport
        self.requests = 0

    def __call__(self, request):
        self.requests += 1
        return self.transport(request)


def college(engine, course, mark, learners):
    """So many learners, registered in the course."""
    engine.define(provost.Location(key="CITY", name="City campus", zone="Australia/Melbourne"))
    engine.catalogue.define_course_type(course_type="unit", name="Unit of competency")
    engine.catalogue.define_template(course_type="unit", external_id="BENCH", name="Bench")
    engine.catalogue.define_course(course_template="BENCH", external_id=course, name="Bench", location="CITY",
                                   max_participants=learners, starts_at=BEGIN, ends_at=BEGIN + dt.timedelta(days=300))
    for n in range(learners):
        engine.people.define_learner(login=f"{mark.lower()}-{n}", first_name="Given", family_name="Family",
                                     client_id=f"{mark}{n}", email=f"{mark}-{n}@example.invalid",
                                     birth_date=dt.date(2000, 1, 1))
        assert engine.register(f"{mark.lower()}-{n}", course, effective=BEGIN).accepted


def with_provost(transport, course, mark, learners):
    counting = Counting(transport)
    with provost.open(":memory:", now=BEGIN) as engine, lms.MoodleLms(transport=counting) as moodle:
        college(engine, course, mark, learners)
        began = time.monotonic()
        summary = lms.run(engine, moodle)
        took = time.monotonic() - began
        assert summary.applied == 2 * learners + 1, summary
    return took, counting.requests


def one_by_one(transport, course, mark, learners):
    counting = Counting(transport)

    def call(function, **fields):
        form = {"wsfunction": function, "moodlewsrestformat": "json", **fields}
        body = "&".join(f"{name}={value}" for name, value in form.items())
        answer = counting(provost.HttpRequest(
            id="1", method="POST", path="/webservice/rest/server.php", body=body, secret="form_field",
            secret_field="wstoken", headers=[provost.HttpHeader(name="Content-Type",
                                                                value="application/x-www-form-urlencoded")]))
        found = json.loads(answer.body)
        assert not (isinstance(found, dict) and "exception" in found), answer.body
        return found

    id = call("core_course_get_courses_by_field", field="idnumber", value=course)["courses"][0]["id"]
    began = time.monotonic()
    for n in range(learners):
        user = {"username": f"{mark.lower()}-{n}", "createpassword": 1, "firstname": "Given", "lastname": "Family",
                "email": f"{mark}-{n}@example.invalid", "idnumber": f"{mark}{n}"}
        made = call("core_user_create_users", **{f"users[0][{name}]": value for name, value in user.items()})
        place = {"roleid": 5, "userid": made[0]["id"], "courseid": id}
        call("enrol_manual_enrol_users", **{f"enrolments[0][{name}]": value for name, value in place.items()})
    return time.monotonic() - began, counting.requests


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("token_file", type=pathlib.Path)
    parser.add_argument("courses", nargs=2)
    parser.add_argument("--learners", type=int, default=1000)
    parser.add_argument("--allow-private", action="store_true")
    given = parser.parse_args()
    transport = lms.HttpTransport(given.url, given.token_file.read_text().strip(), timeout=300,
                                  allow_private=given.allow_private)
    stamp = format(int(time.time()) % 2**20, "x")
    took = {}
    for name, way, course in (("provost", with_provost, given.courses[0]), ("one by one", one_by_one, given.courses[1])):
        took[name], requests = way(transport, course, name[0].upper() + stamp.upper(), given.learners)
        print(f"{name}: {given.learners} learners in {took[name]:.1f} s, {given.learners / took[name]:.1f} a second, "
              f"{requests} requests", flush=True)
    print(f"provost takes {took['provost'] / took['one by one']:.2f} of the time")


if __name__ == "__main__":
    main()
