#!/usr/bin/env python3
"""Random activities against an oracle of the statutory projection, written from docs/rooms/reporting.md: every record,
every reason why there is none and every finding must agree, for random years, days of submission and targets.

    reporting.py [--cases N] [--seed N]

A case is an activity in a collection. The activities are written into a SQLite file past the verbs, so that also those
are asked about that no verb makes.
"""
import argparse
import collections
import csv
import datetime
import io
import json
import os
import pathlib
import random
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import provost
from effort import effort
from reporting_model import Collection, NSW, projected

TARGETS = ["national", NSW, "vic", "qld", "tas"]
STATES = ("none requested reserved waiting registered in_progress on_hold passed failed cancelled rejected moved "
          "replaced").split()
STATUSES = ["Current", "Completed", "Withdrawn", "Cancelled (no penalty)", "Cancelled (penalty)", "Partial Attendance",
            "Deferred", "Transitioned"]
OUTCOMES = ["", "", "", "00", "00", "20", "20", "30", "40", "40", "41", "51", "52", "60", "61", "65", "25", "53", "70", "81", "82",
            "85", "50", "50", "66"]
ACTIVITIES = 1000  # in one file
COLLECTIONS = 12   # asked of one file
BASE = 1_000_000   # ids past those of the college
EPOCH = datetime.date(1970, 1, 1)
SUBMISSIONS = [("S%d-%s" % (year, target), year, target) for year in (2024, 2025, 2026) for target in TARGETS[:3]]


def number_of(day):
    return None if day is None else (day - EPOCH).days


class Said:
    def __init__(self, submission, year, target, start, end, outcome):
        self.submission, self.year, self.target = submission, year, target
        self.start, self.end, self.outcome = start, end, outcome


class Case:
    """An activity with everything around it, each of its own."""

    def __init__(self, rng, number):
        self.id = BASE + number
        day = lambda: datetime.date(2026, 1, 1) + datetime.timedelta(days=rng.choice(
            [rng.randint(-800, 500), rng.randint(-3, 3), rng.choice([-1, 0, 364, 365, 180, 179, 181]), -2200]))
        maybe = lambda value, chance: value if rng.random() < chance else None
        self.start, self.end = maybe(day(), 0.93), maybe(day(), 0.93)
        if self.start and self.end and self.end < self.start and rng.random() < 0.85:
            self.start, self.end = self.end, self.start
        self.evidence = maybe(self.start, 0.5) or maybe(day(), 0.3)
        self.started = maybe(day(), 0.3)
        self.outcome = rng.choice(OUTCOMES)
        self.state = maybe(rng.choice(STATES + ["registered", "in_progress", "on_hold", "cancelled"] * 3), 0.85)
        self.has_dates = self.state is not None and rng.random() < 0.5
        self.enrolled = maybe(day(), 0.5)
        self.is_test, self.left_out = rng.random() < 0.03, rng.random() < 0.03
        self.program = "P1" if rng.random() < 0.85 else ""
        self.program_left_out = rng.random() < 0.03
        self.target = rng.choice(TARGETS + [NSW] * 3 + [""])
        self.status, self.status_on = rng.choice(STATUSES + ["Transitioned"]), maybe(day(), 0.9)
        self.commenced = maybe(day(), 0.9)
        self.program_before = "P0" if self.program and rng.random() < 0.3 else ""
        self.commenced_before = maybe(day(), 0.8) if self.program_before else None
        self.attended = maybe(rng.randint(0, 300), 0.5)
        self.commitments = [(rng.choice("QCSX") + str(n), day(), maybe(day(), 0.4)) for n in range(rng.randint(0, 3))]
        self.reports = [self.report(rng, day) for _ in range(rng.choice([0, 0, 1, 2]))]

    def report(self, rng, day):
        submission = rng.choice(SUBMISSIONS)
        start = self.start if rng.random() < 0.7 else day()
        return Said(*submission, start, self.end if rng.random() < 0.6 else day(), rng.choice(["20", "70", "40", "61"]))

    def said(self, collection):
        """The latest to the same target."""
        found = [one for one in self.reports if one.target == collection.target]
        return found[-1] if found else None

    def said_this_year(self, collection):
        return any(one.target == collection.target and one.year == collection.year for one in self.reports)


def found_college(path):
    """What all activities share; gives the ids of courses and programs."""
    with provost.open(path) as engine:
        for verb, members in [
            ("organisation.define_provider", {"record": {"key": "p", "identifier": "99999", "name": "Example"}}),
            ("organisation.define_location", {"record": {"key": "l", "identifier": "L1", "name": "Campus",
                                                         "zone": "Australia/Sydney"}}),
            ("organisation.define_reporting", {"record": {
                "key": "default", "funding_source": "20", "with_dates": {"identifier": "YNN", "predominant": "I"},
                "duration_of_use": {"identifier": "NYN", "predominant": "E"}}}),
            ("catalogue.define_course_type", {"course_type": "unit", "name": "Unit"}),
            ("catalogue.define_subject", {"record": {"code": "U1", "title": "Unit"}}),
            ("catalogue.define_program", {"record": {"code": "P0", "title": "Superseded"}}),
            ("catalogue.define_program", {"record": {"code": "P1", "title": "Program"}}),
            ("catalogue.define_template", {"course_type": "unit", "external_id": "U1", "name": "Unit"}),
            ("catalogue.define_course", {"course_template": "U1", "external_id": "dates", "location": "l",
                                         "starts_at": "2026-02-02T00:00:00Z", "ends_at": "2026-06-26T00:00:00Z"}),
            ("catalogue.define_course", {"course_template": "U1", "external_id": "use", "location": "l",
                                         "duration": "6 M"}),
        ]:
            answer = json.loads(engine.run_document(json.dumps({"verb": verb, **members})))
            assert answer["verdict"] == "accepted", answer


def insert(database, table, **values):
    columns = ",".join('"%s"' % name for name in values)
    marks = ",".join("?" * len(values))
    database.execute('INSERT INTO "%s"("version",%s) VALUES (1,%s)' % (table, columns, marks), list(values.values()))


def write(path, cases):
    database = sqlite3.connect(path)
    ids = {table: dict(database.execute('SELECT "%s","id" FROM "%s"' % (column, table)))
           for table, column in [("program", "code"), ("course", "external_id")]}
    for key, year, target in SUBMISSIONS:
        insert(database, "submission", id=BASE + SUBMISSIONS.index((key, year, target)), key=key, collection_year=year,
               target=target, release="8.0")
    reports = BASE
    for case in cases:
        learner, before = case.id, case.id + ACTIVITIES
        insert(database, "learner", id=learner, login="l%d" % learner, login_key="l%d" % learner,
               client_id="C%d" % (case.id - BASE), family_name="Name", is_test=int(case.is_test))
        if case.program_before:
            insert(database, "program_enrolment", id=before, learner=learner, program=ids["program"]["P0"],
                   status="Transitioned", commenced_on=number_of(case.commenced_before))
        if case.program:
            commitments = [{"identifier": name, "from": str(begun), **({"cancelled_on": str(end)} if end else {})}
                           for name, begun, end in case.commitments]
            insert(database, "program_enrolment", id=case.id, learner=learner, program=ids["program"]["P1"],
                   status=case.status, status_on=number_of(case.status_on), commenced_on=number_of(case.commenced),
                   target=case.target or None, not_reported=int(case.program_left_out),
                   commitments=json.dumps(commitments) if commitments else None,
                   came_from=before if case.program_before else None)
        if case.state is not None:
            course = ids["course"]["dates" if case.has_dates else "use"]
            insert(database, "enrolment", id=case.id, learner=learner, course=course, state=STATES.index(case.state),
                   enrolled_on=number_of(case.enrolled), started_on=number_of(case.started))
        insert(database, "activity", id=case.id, learner=learner, subject="U1", outcome=case.outcome or None,
               enrolment=case.id if case.state is not None else None, start_on=number_of(case.start),
               program_enrolment=case.id if case.program else None, end_on=number_of(case.end),
               evidence_on=number_of(case.evidence), hours_attended=case.attended, not_reported=int(case.left_out))
        for said in case.reports:
            reports += 1
            insert(database, "reported_activity", id=reports, activity=case.id, submission=said.submission,
                   start_on=number_of(said.start), end_on=number_of(said.end), outcome=said.outcome)
    database.commit()
    database.close()


def day_in(text):
    return datetime.datetime.strptime(text, "%d%m%Y").date()


# Start and length of the fields, by release.
PLACES = {
    "8.0": {"client": (21, 10), "program": (43, 10), "start": (53, 8), "end": (61, 8), "mode": (69, 3), "outcome": (72, 2),
            "commencing": (76, 1), "state": (112, 3), "contract": (125, 12), "attended": (140, 4),
            "associated": (144, 10), "predominant": (158, 1)},
    "7.0": {"client": (11, 10), "program": (33, 10), "start": (43, 8), "end": (51, 8), "mode": (59, 2), "outcome": (61, 2),
            "commencing": (69, 1), "state": (103, 3), "contract": (114, 12), "attended": (129, 4),
            "associated": (133, 10)},
}
STATE_PART = ("contract", "attended", "associated", "predominant")


def field(line, collection, name):
    start, length = PLACES[collection.release][name]
    return line[start - 1:start - 1 + length].strip()


def row_in(line, collection):
    row = {name: field(line, collection, name) for name in PLACES[collection.release] if name != "client"}
    row["start"], row["end"] = day_in(row["start"]), day_in(row["end"])
    if collection.national:
        row["state"] = ""
        for name in STATE_PART:
            row.pop(name, None)
    return row


def exported(engine, collection):
    """By activity id or client: records, reasons and findings."""
    streams = collections.defaultdict(bytes)
    with engine.session("statutory", collection_year=collection.year, submitted_on=collection.submitted,
                        target=collection.target, release=collection.release, tnc_all_rows=collection.tnc) as run:
        for stream, data in run.take():
            streams[stream] += data
        run.finish()
    lines = streams["nat/NAT00120.txt"].decode().split("\r\n")[:-1]
    order = [int(field(line, collection, "client")[1:]) + BASE for line in lines]
    found = {number: [row_in(line, collection), None, []] for number, line in zip(order, lines)}
    for row in csv.DictReader(io.StringIO(streams["nat/findings.csv"].decode())):
        if row["file"] == "NAT00120" and row["line"]:
            found[order[int(row["line"]) - 1]][2].append((row["code"], row["avs"], row["severity"]))
    for row in csv.DictReader(io.StringIO(streams["nat/not_reported.csv"].decode())):
        one = found.setdefault(int(row["activity id"]), [None, None, []])
        if row["code"] == "report.vanishes":
            one[2].append((row["code"], "", "error"))
        else:
            one[1] = row["code"]
    return found


def random_collection(rng):
    year = rng.choice([2025, 2026, 2026, 2026])
    days = [datetime.date(year, 6, 30), datetime.date(year, 12, 31), datetime.date(year + 1, 2, 20),
            datetime.date(year, 1, 1) + datetime.timedelta(days=rng.randint(0, 364))]
    return Collection(year, rng.choice(days), rng.choice(TARGETS + [NSW] * 2),
                      rng.choice(["8.0", "8.0", "7.0"]), rng.random() < 0.2)


def compare(seed, folder, seen):
    """How many cases, and the first disagreement or None."""
    rng = random.Random(seed)
    path = os.path.join(folder, "college-%d.db" % seed)
    found_college(path)
    cases = [Case(rng, number) for number in range(ACTIVITIES)]
    write(path, cases)
    count = 0
    with provost.open(path) as engine:
        for _ in range(COLLECTIONS):
            collection = random_collection(rng)
            found = exported(engine, collection)
            for case in cases:
                expected = projected(case, collection)
                told = tuple(found.get(case.id, (None, "nothing at all", [])))
                count += 1
                seen[expected[1] or "record " + expected[0]["outcome"] + " " + expected[0]["state"]] += 1
                seen.update(code for code, _, _ in expected[2])
                if told != expected:
                    return count, "seed %d, %s, %s\n  told     %s\n  expected %s" % (
                        seed, vars(case), vars(collection), told, expected)
    os.remove(path)
    return count, None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("oracle-reporting"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seen, cases, seed = collections.Counter(), 0, options.seed
    with tempfile.TemporaryDirectory() as folder:
        while cases < options.cases:
            count, problem = compare(seed, folder, seen)
            cases, seed = cases + count, seed + 1
            if problem:
                sys.exit(problem)
    for name, times in sorted(seen.items()):
        print("%8d %s" % (times, name))
    print("reporting: %d cases, no disagreement" % cases)
    missing = [code for code in ("report.vanishes", "report.amended", "report.transitioned", "record 85 TNC",
                                 "record 40 TNC", "record 70 D", "report.late-start") if not seen[code]]
    if missing:
        sys.exit("never seen: " + ", ".join(missing))


if __name__ == "__main__":
    main()
