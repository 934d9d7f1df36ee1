#!/usr/bin/env python3
"""Brings the college of examples/data into a new store, twice: the second time nothing changes.

    college.py FOLDER       FOLDER is emptied
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

import provost

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "examples" / "data" / "college.json"


def run(store):
    """Counts by thing and verdict, and the entries of the journal."""
    done = subprocess.run([sys.executable, "-B", str(ROOT / "examples" / "college.py"), str(CATALOGUE), str(store)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("college.py ended with %d\n%s%s" % (done.returncode, done.stdout, done.stderr))
    *things, journal = done.stdout.splitlines()
    return dict(line.split(": ") for line in things), int(re.search(r"\d+", journal)[0])


def problems_of(store, courses):
    sections = {"%s-%s" % (s["term"], s["crn"]): (code, s) for code, c in courses.items() for s in c["sections"]}
    first, entries = run(store)
    if first["templates"] != "%d accepted" % len(courses) or first["courses"] != "%d accepted" % len(sections):
        yield "the first run made %s" % first
    second, after = run(store)
    if any("accepted" in counts for counts in second.values()) or after != entries:
        yield "the second run changed something: %s, %d entries after %d" % (second, after, entries)
    with provost.open(store) as engine:
        found = {course.external_id: course for course in engine.find("course", order="-max_participants")}
        for name, (code, section) in sections.items():
            course = found.pop(name)
            told = (course.name, course.max_participants, course.classifications, [t.value for t in course.tags])
            title = " ".join(courses[code]["title"].split())
            if told != (title, section["capacity"], [code.split()[0]], [str(section["credits"])]):
                yield "%s is %s" % (name, told)
        if found:
            yield "there are more courses: %s" % ", ".join(found)
        department = next(iter(courses)).split()[0]
        wanted = {name for name, (code, _) in sections.items() if code.split()[0] == department}
        clause = {"member": "classifications", "contains": department}
        if {course.external_id for course in engine.find("course", where=[clause])} != wanted:
            yield "other courses are found by their department %s" % department


def main():
    folder = pathlib.Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    courses = json.loads(CATALOGUE.read_text(encoding="utf-8"))["courses"]
    problems = list(problems_of(folder / "college.db", courses))
    print("\n".join([*problems, "%d problems" % len(problems)]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
