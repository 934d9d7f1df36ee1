#!/usr/bin/env python3
"""What a script without rules needs for the rows of a term: the csv module, sqlite3, and nothing checked.

    term_floor.py INPUT_DIR SCHEMA_DB OUTPUT_DIR

Reads the files that the term reads, and writes rows into tables and indexes copied from SCHEMA_DB (the provost.db of a
term), as durably and with the same columns. No rule is applied: a row whose learner or course is not there is dropped,
everything else is stored as it stands. Prints one line "step seconds-of-CPU" per file, as the term prints its steps.
"""
import csv
import datetime
import json
import pathlib
import sqlite3
import sys
import time

TABLES = ("course_template", "course_template_version", "course", "prerequisites", "learner", "program_enrolment",
          "activity", "enrolment", "seats", "result_event", "finalisation", "lms_access", "lms_enrolment", "lms_learner",
          "lms_roster")
EPOCH = datetime.date(1970, 1, 1).toordinal()
ENDINGS = {"Completed": 0, "Withdrawn": 1, "Deferred": 2}


def day(text):
    try:
        return datetime.date.fromisoformat(text[:10]).toordinal() - EPOCH if text else None
    except ValueError:
        return None


def moment(text):
    if not text:
        return None
    try:
        return int(datetime.datetime.fromisoformat(text).timestamp() * 1000)
    except ValueError:
        return None


class Floor:
    def __init__(self, source, schema, target):
        self.source, self.target = pathlib.Path(source), pathlib.Path(target)
        (self.target / "nat").mkdir(parents=True, exist_ok=True)
        (self.target / "lms").mkdir(exist_ok=True)
        (self.target / "floor.db").unlink(missing_ok=True)
        self.db = sqlite3.connect(self.target / "floor.db", isolation_level=None)
        self.db.executescript("PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-8192")
        for name, sql in sqlite3.connect(schema).execute("SELECT tbl_name, sql FROM sqlite_schema WHERE type IN"
                                                         " ('table','index') ORDER BY type DESC").fetchall():
            if name in TABLES:
                self.db.execute(sql)
        self.next = 1000
        self.templates, self.courses, self.learners, self.programs, self.places = {}, {}, {}, {}, {}

    def fresh(self):
        self.next += 1
        return self.next

    def rows(self, name, delimiter=","):
        with open(self.source / name, newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file, delimiter=delimiter)
            width = len(next(reader))
            yield from (row for row in reader if len(row) == width)

    def insert(self, table, columns, rows):
        places = ",".join("?" * (columns.count(",") + 1))
        self.db.executemany("INSERT OR IGNORE INTO %s(%s) VALUES(%s)" % (table, columns, places), rows)

    def templates_csv(self):
        versions = []

        def rows():
            for r in self.rows("templates.csv"):
                template = self.templates[r[2]] = self.fresh()
                versions.append((self.fresh(), template, 1, r[3], r[4], r[5]))
                yield template, r[2], 1
        self.insert("course_template", "id,external_id,number", rows())
        self.insert("course_template_version", "id,course_template,number,name,description,duration", versions)

    def prerequisites_csv(self):
        self.insert("prerequisite", "id,course_template,subject",
                    ((self.fresh(), self.templates.get(r[0]), r[1]) for r in self.rows("prerequisites.csv")))

    def courses_csv(self):
        seats = []

        def rows():
            for r in self.rows("courses.csv"):
                template = self.templates.get(r[2])
                if template is None or r[3] in self.courses:
                    continue
                self.courses[r[3]] = (self.fresh(), r[2])
                seats.append((self.fresh(), self.next - 1))
                yield (self.next - 1, r[3], template, r[4], r[5], moment(r[6]), moment(r[7]), r[8], r[12], int(float(r[15] or 0) * 1000000))
        self.insert("course", "id,external_id,course_template,name,description,starts_at,ends_at,duration,tutors,price", rows())
        self.insert("seats", "id,course", seats)

    def learners_csv(self):
        def rows():
            for r in self.rows("learners.csv"):
                key = r[0].casefold()
                if key in self.learners or not r[3]:
                    continue
                born = day(r[3])
                self.learners[key] = self.fresh()
                yield (self.next, r[0], key, r[1], r[2], born, r[4], r[5], r[6], r[7], r[8], r[9])
        self.insert("learner", "id,login,login_key,first_name,family_name,birth_date,email,gender,postcode,usi,phone,client_id", rows())

    def programs_csv(self):
        def rows():
            for r in self.rows("programs.csv"):
                learner = self.learners.get(r[0].casefold())
                self.programs[learner] = self.fresh()
                yield self.next, learner, None, "Current", None, day(r[4])
        self.insert("program_enrolment", "id,learner,program,status,location,commenced_on", rows())

    def prior_achievements_csv(self):
        self.insert("activity", "id,learner,subject,start_on,end_on,outcome,outcome_source",
                    ((self.fresh(), self.learners.get(r[0].casefold()), r[1], day(r[3]), day(r[3]), r[2], 1)
                     for r in self.rows("prior_achievements.csv")))

    def enrolments_csv(self):
        activities, access, taken = [], [], {}

        def rows():
            for r in self.rows("enrolments.csv", ";"):
                learner, course = self.learners.get(r[2].casefold()), self.courses.get(r[1])
                if learner is None or course is None or (learner, course[0]) in self.places:
                    continue
                place = self.places[learner, course[0]] = self.fresh()
                activities.append((self.fresh(), learner, course[1], place, self.programs.get(learner)))
                access.append((place, learner, course[0], 1))
                taken[course[0]] = taken.get(course[0], 0) + 1
                yield place, learner, course[0], moment(r[3]), day(r[3]), moment(r[5]), moment(r[6]), moment(r[7])
        self.insert("enrolment", "id,learner,course,enrolled_at,enrolled_on,due_at,planned_start_at,planned_end_at", rows())
        self.insert("activity", "id,learner,subject,enrolment,program_enrolment", activities)
        self.insert("lms_access", "id,learner,course,due", access)
        self.db.executemany("UPDATE seats SET taken=?2, version=version+1 WHERE course=?1", taken.items())

    def provisioning(self):
        learners, courses = {key[0] for key in self.places}, {key[1] for key in self.places}
        with open(self.target / "lms" / "sent.jsonl", "w", encoding="utf-8") as sent:
            for (learner, course), place in self.places.items():
                sent.write(json.dumps({"op_id": "e%d.1" % place, "kind": "upsert_enrolment", "learner": learner,
                                       "course": course, "access": "active", "cause": "has_place"}) + "\n")
        self.insert("lms_learner", "id,connection,learner,remote_id", ((n, "lms", n, "user-%d" % n) for n in learners))
        self.insert("lms_roster", "id,connection,course,remote_id", ((n, "lms", n, "course-%d" % n) for n in courses))
        self.insert("lms_enrolment", "id,connection,course,learner,agreed,agreed_epoch",
                    ((place, "lms", str(course), learner, 1, 1) for (learner, course), place in self.places.items()))
        self.db.executemany("UPDATE lms_access SET due=0, version=version+1 WHERE id=?",
                            ((place,) for place in self.places.values()))

    def place_of(self, row):
        course = self.courses.get(row[1])
        return course and self.places.get((self.learners.get(row[0].casefold()), course[0]))

    def results(self):
        changes = []

        def rows():
            for r in self.rows("lms_results.csv"):
                place = self.place_of(r)
                if place is not None:
                    at = moment(r[4])
                    changes.append((place, at // 86400000 if at else None, "20" if r[3] in ("completed", "passed") else None))
                    yield self.fresh(), place, at, r[2]
        self.insert("result_event", "id,enrolment,occurred_at,grade_percent",
                    ((i, p, a, int(float(g.replace(",", ".")) * 1000000) if g.replace(".", "").isdigit() else None)
                     for i, p, a, g in rows()))
        self.db.executemany("UPDATE enrolment SET state=2, started_on=?2, version=version+1 WHERE id=?1", (c[:2] for c in changes))
        self.db.executemany("UPDATE activity SET end_on=?2, outcome=?3, version=version+1 WHERE enrolment=?1", changes)

    def finalise_csv(self):
        done = []

        def rows():
            for r in self.rows("finalise.csv"):
                place = self.place_of(r)
                if place is not None and r[2] in ENDINGS:
                    done.append((place, day(r[3]), day(r[4]), ENDINGS[r[2]]))
                    yield self.fresh(), place, ENDINGS[r[2]], done[-1][1], done[-1][2]
        self.insert("finalisation", "id,enrolment,ending,effective_on,resumes_on", rows())
        self.db.executemany("UPDATE enrolment SET state=?4, ended_on=?2, resumes_on=?3, version=version+1 WHERE id=?1", done)
        self.db.executemany("UPDATE activity SET end_on=?2, version=version+1 WHERE enrolment=?1", (d[:2] for d in done))
        self.db.executemany("UPDATE lms_access SET due=1, version=version+1 WHERE id=?", (d[:1] for d in done))

    def provisioning_again(self):
        ended = self.db.execute("SELECT id FROM lms_access WHERE due=1").fetchall()
        with open(self.target / "lms" / "sent.jsonl", "a", encoding="utf-8") as sent:
            for (place,) in ended:
                sent.write(json.dumps({"op_id": "e%d.2" % place, "kind": "upsert_enrolment", "access": "suspended"}) + "\n")
        self.db.executemany("UPDATE lms_enrolment SET agreed=2, version=version+1 WHERE id=?", ended)
        self.db.executemany("UPDATE lms_access SET due=0, version=version+1 WHERE id=?", ended)

    def lists(self):
        joined = ("SELECT l.login,c.external_id,e.state,e.unit_status,a.outcome,e.started_on,e.ended_on,l.client_id,a.subject"
                  " FROM enrolment e JOIN learner l ON l.id=e.learner JOIN course c ON c.id=e.course"
                  " LEFT JOIN activity a ON a.enrolment=e.id ORDER BY e.id")
        with open(self.target / "enrolments.csv", "w", newline="", encoding="utf-8") as file, \
                open(self.target / "nat" / "NAT00120.txt", "w", encoding="utf-8") as nat:
            writer = csv.writer(file)
            for row in self.db.execute(joined):
                began, ended = (datetime.date.fromordinal(d + EPOCH) if d is not None else None for d in row[5:7])
                writer.writerow(row[:5] + (began, ended))
                nat.write("%-10s%-10s%-12s%-8s%-8s%-2s\r\n" % ("MEL01", row[7], row[8], began and began.strftime("%d%m%Y"),
                                                             ended and ended.strftime("%d%m%Y"), row[4]))
            prior = "SELECT l.client_id,a.subject,a.end_on,a.outcome FROM activity a JOIN learner l ON l.id=a.learner WHERE a.enrolment IS NULL"
            for client, subject, ended, outcome in self.db.execute(prior):
                nat.write("%-10s%-10s%-12s%-8s%-8s%-2s\r\n" % ("MEL01", client, subject, ended, ended, outcome))

    def run(self):
        for step in (self.templates_csv, self.prerequisites_csv, self.courses_csv, self.learners_csv, self.programs_csv,
                     self.prior_achievements_csv, self.enrolments_csv, self.provisioning, self.results, self.finalise_csv,
                     self.provisioning_again, self.lists):
            began = time.process_time()
            self.db.execute("BEGIN")
            step()
            self.db.execute("COMMIT")
            print("%s %.3f" % (step.__name__, time.process_time() - began), flush=True)


if __name__ == "__main__":
    Floor(*sys.argv[1:4]).run()
