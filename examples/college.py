"""A college's catalogue, brought into a store: every course becomes a template, every section of a term a course.

    python3 examples/college.py CATALOGUE.json STORE.db [--owner NAME]

The file is one JSON document, as colleges publish them:

    {"courses": {"CHEM 110": {"title": "...", "sections": [
        {"term": "202109", "crn": 1765, "section": "00", "capacity": 35, "credits": 4, "enrolled": 33}]}}}

Running it again changes nothing: each request says how a record shall be, and a record that is so already stays as it
is. So the next catalogue can be read over the last one. What becomes of what:

    department (the word of the code)   a node of the classification tree "departments"
    course                              a template with the code as its external id; its title on one line
    credits                             a meta tag of whole numbers, at the course
    term                                start and end of its courses
    section                             a course TERM-CRN, published, with as many seats as the section has

Prerequisites of the file are trees of courses and are not read here.
"""
import argparse
import collections
import datetime
import json
import pathlib
import sys
import zoneinfo

import provost

# First and last day by the month in which a term begins: (month, day) of both.
SEMESTERS = {"09": ((9, 1), (12, 17)), "01": ((1, 18), (5, 13))}
ZONE = "America/Los_Angeles"
TREE = "departments"


class Counts:
    """What became of the requests, by the kind of thing they were about."""

    def __init__(self):
        self.of = collections.defaultdict(collections.Counter)

    def take(self, what, answer):
        if answer.refused:
            sys.exit("%s was refused: %s" % (what, answer.sentence))
        self.of[what][answer.verdict] += 1

    def tell(self):
        for what, verdicts in self.of.items():
            print("%s: %s" % (what, ", ".join("%d %s" % (count, verdict) for verdict, count in sorted(verdicts.items()))))

    @property
    def changed(self):
        return sum(verdicts["accepted"] for verdicts in self.of.values())


def days_of(term):
    """Start and end of a term, such as 202109, as moments at the college."""
    year, begin = int(term[:4]), term[4:]
    if begin not in SEMESTERS:
        sys.exit("the term %s begins in no month that is known" % term)
    zone = zoneinfo.ZoneInfo(ZONE)
    (month, day), (last_month, last_day) = SEMESTERS[begin]
    return (datetime.datetime(year, month, day, 8, tzinfo=zone),
            datetime.datetime(year, last_month, last_day, 18, tzinfo=zone))


def define_college(engine, counts):
    """What every course refers to."""
    counts.take("locations", engine.organisation.define_location(
        record=provost.Location(key="college", name="College", zone=ZONE)))
    counts.take("meta tags", engine.catalogue.define_meta_tag(
        record=provost.MetaTag(key="credits", name="Credits", type="integer", levels=["course"])))
    counts.take("course types", engine.catalogue.define_course_type(
        course_type="college", name="College course", timing="dates", tag_set=["credits"]))


def define_departments(engine, courses, counts):
    for department in sorted({code.split()[0] for code in courses}):
        counts.take("departments", engine.catalogue.define_classification(
            classification=department, tree=TREE, name=department))


def define_template(engine, code, course, counts):
    """What the sections of all terms have in common."""
    counts.take("templates", engine.catalogue.define_template(
        course_type="college", external_id=code, name=" ".join(course["title"].split()), location="college",
        classifications=[code.split()[0]]))


def define_section(engine, code, section, counts):
    starts_at, ends_at = days_of(section["term"])
    counts.take("courses", engine.catalogue.define_course(
        course_template=code, external_id="%s-%s" % (section["term"], section["crn"]),
        starts_at=starts_at, ends_at=ends_at, max_participants=section["capacity"], published=True,
        tags=[provost.TagValue(tag="credits", value=str(section["credits"]))]))


def bring_in(engine, catalogue):
    """The whole catalogue; answers what became of it."""
    counts = Counts()
    courses = catalogue["courses"]
    define_college(engine, counts)
    define_departments(engine, courses, counts)
    for code, course in sorted(courses.items()):
        define_template(engine, code, course, counts)
        for section in course["sections"]:
            define_section(engine, code, section, counts)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalogue", type=pathlib.Path)
    parser.add_argument("store")
    parser.add_argument("--owner", default="owner", help="who holds every right")
    options = parser.parse_args()
    catalogue = json.loads(options.catalogue.read_text(encoding="utf-8"))
    with provost.open(options.store, owner=options.owner) as engine:
        counts = bring_in(engine, catalogue)
        counts.tell()
        print("the journal has %d entries" % engine.journal().entries)
    return 0 if counts.of["courses"] else 1


if __name__ == "__main__":
    sys.exit(main())
