#!/usr/bin/env python3
"""Imports random files in the worlds of the stories, and checks what must hold of every import.

    files.py [--cases N] [--seed S]

A world is what a story tells up to one of its steps; the files have the columns of a preset, and cells from the files
of the stories, names of the world's records, and edges, and are read by the host or by an administrator of the world.
Of each: an error is the caller's; the counts are those of the rows, with a problem for each refused one; the column of
a row is a heading; nothing personal stands in a report; a dry run writes nothing and says what the import then does;
the same file again changes nothing, where it refuses the same rows (IMC-CSV-26, IMC-CSV-28). Of each world the journal
proves the store. The first file of which something does not hold is printed; exit status 1 then, and when so few rows
were accepted that it says nothing.
"""
import argparse
import collections
import csv
import json
import random
import re
import sys

from apart import apart
from mutants import DAYS, PERSONAL, TEXTS, copied
from worlds import CALLERS_FAULT, World, all_stories, effort, run, steps_of

FILES = 30  # read in one world
MOST_ROWS = 6
SPEAKING = 2000  # files of whose rows a part must be accepted
LEAST_ACCEPTED = 15  # percent
REPORTS = ("problems", "notes", "rows")
VERDICTS = ("created", "updated", "unchanged", "rejected")
OF_PEOPLE = ("First name", "Family name", "Email", "Phone", "Postcode", "USI", "Birth date")
NAMED = {"Login": "learner", "External Course ID": "course", "External Template ID": "course_template",
         "Course type ID": "course_type", "Location": "location", "Provider": "provider", "Tutors": "tutor",
         "Administrator": "administrator", "Program code": "program", "Unit code": "subject", "Prerequisite": "subject",
         "shortname": "course", "course_id": "course"}  # heading -> kind of what its cells call
KEPT = ("defaults", "codes")  # options that a story tells beside its file


class Told:
    """The files that stories tell: their headings, and what stands under each."""

    def __init__(self, stories):
        self.files, self.cells, self.of_story, self.headings = {}, {}, {}, set()
        for path in stories:
            for step in steps_of(run.read(path)):
                if step.get("session") == "import" and len(step.get("x-rows", [])) > 1:
                    self.learn(path, step)

    def learn(self, path, step):
        lines, preset = step["x-rows"], step["preset"]
        separator = max(";,", key=lines[0].count)
        header, *rows = csv.reader(lines, delimiter=separator)
        file = (preset, header, rows, {name: step[name] for name in KEPT if name in step})
        self.files.setdefault(preset, []).append(file)
        self.of_story.setdefault(path, []).append(file)
        self.headings.update(map(str.casefold, header))
        for row in rows:
            for heading, cell in zip(header, row):
                self.cells.setdefault((preset, heading), []).append(cell)


class Maker:
    """Random files for a world."""

    def __init__(self, chance, told, world):
        self.chance, self.told, self.own = chance, told, told.of_story.get(world.path, [])
        self.named = world.named()
        self.names = [name for names in self.named.values() for name in names]

    def percent(self, share):
        return self.chance.randrange(100) < share

    def file(self):
        """An import, its rows with it: like those of a told file, with some cells changed."""
        of_any = self.told.files[self.chance.choice(sorted(self.told.files))]
        preset, header, told, kept = self.chance.choice(self.own if self.own and self.percent(60) else of_any)
        header = list(header)
        more = [each for of, each in sorted(self.told.cells) if of == preset and each not in header]
        if more and self.percent(40):
            header.append(self.chance.choice(more))
        if self.percent(2):
            header.append(self.chance.choice(header))
        rows = [self.row(preset, header, self.chance.choice(told)) for _ in range(self.chance.randint(1, MOST_ROWS))]
        if self.percent(20):
            rows.append(list(self.chance.choice(rows)))
        order = list(range(len(header)))
        if self.percent(10):
            self.chance.shuffle(order)
        if self.percent(5):
            order.pop()
        lines = [self.line(row[at] for at in order) for row in [header, *rows]]
        return {**self.options(preset), **copied(kept), "x-rows": lines}

    def row(self, preset, header, told):
        cells = [told[at] if at < len(told) else self.cell(preset, heading) for at, heading in enumerate(header)]
        for at, heading in enumerate(header):
            if cells[at] and NAMED.get(heading) in self.named and self.percent(50):
                cells[at] = self.chance.choice(self.named[NAMED[heading]])
        for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
            at = self.chance.randrange(len(header))
            cells[at] = self.cell(preset, header[at])
        return cells

    def options(self, preset):
        made = {"session": "import", "preset": preset, "file": "f.csv", "zone": "Australia/Melbourne", "report": "rows"}
        for option in ("lenient_ids", "last_wins", "template_update"):
            if self.percent(15) and preset == "catalogue":
                made[option] = True
        if self.percent(10):
            made["atomic"] = True
        if "administrator" in self.named and self.percent(30):
            made["actor"] = self.chance.choice(self.named["administrator"])
        return made

    def cell(self, preset, heading):
        kind = self.chance.randrange(100)
        if kind < 60:
            return self.chance.choice(self.told.cells[(preset, heading)])
        if kind < 85 and self.names:
            return self.chance.choice(self.names)
        if kind < 90:
            return self.chance.choice(DAYS)
        if kind < 94 and heading in OF_PEOPLE:
            return PERSONAL
        return self.chance.choice(TEXTS[:-2]) if kind < 97 else ""

    @staticmethod
    def line(cells):
        return ",".join('"%s"' % cell.replace('"', '""') for cell in cells)


class Done:
    """What came of an import."""

    def __init__(self, world, document):
        came = world.teller.carry_out(document)
        self.error, self.summary, self.streams = came.get("error"), came.get("summary"), came.get("streams", {})
        self.rows = [json.loads(line) for line in self.streams.get("rows", "").splitlines()]
        self.said = (self.error, self.summary, [self.streams.get(name) for name in REPORTS])

    def lines(self, *verdicts):
        return [row["line"] for row in self.rows if row["verdict"] in verdicts]


def is_column(name, told):
    return not name or name.casefold() in told.headings or re.fullmatch(r"metatag_[\w-]+", name, re.ASCII)


def problem_of(world, document, rows, told):
    """What does not hold of an import; None when all does. Counts its rows."""
    dry = Done(world, {**document, "dry_run": True})
    if world.has_moved():
        return "a dry run wrote"
    done = Done(world, document)
    world.has_moved()
    if done.said != dry.said:
        return "the dry run said otherwise: %s, not %s" % (dry.said, done.said)
    if done.error:
        return None if done.error["status"] in CALLERS_FAULT else "fails: %s" % done.error
    rows.update(row["verdict"] for row in done.rows)
    counts = {verdict: len(done.lines(verdict)) for verdict in VERDICTS}
    if any(done.summary[verdict] != count for verdict, count in counts.items()):
        return "the counts are not those of the rows: %s %s" % (done.summary, counts)
    if len(done.streams.get("problems", "").splitlines()) != counts["rejected"]:
        return "not a problem for each refused row"
    odd = [row["column"] for row in done.rows if not is_column(row.get("column"), told)]
    if odd:
        return "tells columns that there are not: %s" % odd
    if PERSONAL in "".join(done.streams.get(name, "") for name in REPORTS):
        return "says what is personal: %s" % done.streams
    return again_problem(world, document, done)


def again_problem(world, document, done):
    """What was refused may be right the second time, and take the place of something else: then nothing is asked."""
    again = Done(world, document)
    moved = world.has_moved()
    if again.error:
        return "again, an error: %s" % again.error
    if again.lines("rejected") != done.lines("rejected"):
        return None
    if again.lines("created", "updated"):
        return "again, not unchanged: %s" % [row for row in again.rows if row["verdict"] in ("created", "updated")]
    return "again, it wrote" if moved else None


def read(seed, stories, told):
    """Reads the files of a world: the first problem, and the file that showed it."""
    def work(note):
        outcomes, chance = collections.Counter(), random.Random(seed)
        with World(chance.choice(chance.choice((stories, sorted(told.of_story)))), signs=True) as world:
            world.begin(chance, 0)
            maker = Maker(chance, told, world)
            for number in range(FILES):
                note(number)
                document = maker.file()
                problem = problem_of(world, document, outcomes, told)
                if problem:
                    return {"problem": "%s, file %d: %s\n%s" % (
                        world.path.name, number, problem, json.dumps(document, indent=1)), "outcomes": outcomes}
            return {"problem": world.whole_problem(), "outcomes": outcomes}
    return apart(work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("files"))
    parser.add_argument("--seed", type=int, default=1, help="of the first world; the others follow")
    options = parser.parse_args()
    stories, outcomes, files, seed = all_stories(), collections.Counter(), 0, options.seed
    told = Told(stories)
    while files < options.cases:
        found = read(seed, stories, told)
        if found["problem"]:
            sys.exit("seed %d: %s" % (seed, found["problem"]))
        outcomes.update(found["outcomes"])
        files, seed = files + FILES, seed + 1
    rows = sum(outcomes.values())
    print("%d files in %d worlds, rows: %s" % (files, seed - options.seed, ", ".join(
        "%d %s" % (count, verdict) for verdict, count in outcomes.most_common())))
    if files >= SPEAKING and 100 * (rows - outcomes["rejected"]) < LEAST_ACCEPTED * rows:
        sys.exit("files: so few rows were accepted that it says little")


if __name__ == "__main__":
    main()
