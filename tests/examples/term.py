#!/usr/bin/env python3
"""Runs the term of one language on examples/data, twice, and compares what comes out with what is expected.

    term.py FOLDER COMMAND...       FOLDER is emptied; the command is given input and output folder
    term.py --same FOLDER...        the files of several languages' runs are the same, byte for byte

The first run must give the expected problems, enrolments and activities; the second finds a line torn by a kill, and must
mend it, change no file but the summary, the notes and the database's own bytes, create and update nothing, and leave the
journal where it was.
"""
import filecmp
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "examples" / "data"
EXPECTED = DATA / "expected"
READ_NAT = ROOT / "tests" / "oracle" / "read_nat.py"
OWN = re.compile(r"^(summary\.json|provost\.db.*)$")  # differ between languages and runs
IMPORTED = [path.name for path in DATA.glob("*.csv")] + ["organisation.json"]


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and not OWN.match(path.name))


def contents_of(folder):
    return {name: (folder / name).read_bytes() for name in files_of(folder)}


def summary_of(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def run(command, folder):
    """Problems of running; the program's own words when it fails."""
    done = subprocess.run([*command, str(DATA), str(folder)], cwd=ROOT, capture_output=True, text=True)
    return [] if done.returncode == 0 else ["%s ended with %d\n%s%s" % (" ".join(command), done.returncode, done.stdout, done.stderr)]


def first_difference(found, expected):
    for number, (a, b) in enumerate(zip(found.splitlines() + [None], expected.splitlines() + [None]), 1):
        if a != b:
            return "line %d is %s, expected %s" % (number, a, b)
    return "they end differently"


def expected_problems(folder):
    for name in ("problems.csv", "enrolments.csv"):
        expected = EXPECTED / name
        found = (folder / name).read_bytes() if (folder / name).is_file() else b""
        if found != expected.read_bytes():
            yield "%s: %s" % (name, first_difference(found.decode(), expected.read_text(encoding="utf-8")))
    if not (folder / "nat" / "NAT00120.txt").is_file():
        yield "nat/NAT00120.txt is not there"
    elif READ_NAT.is_file():
        done = subprocess.run([sys.executable, "-B", str(READ_NAT), str(folder), str(EXPECTED / "nat00120.csv")],
                              capture_output=True, text=True)
        if done.returncode != 0:
            yield "nat: " + done.stdout + done.stderr


def import_problems(summary, again):
    """Rows read = created + updated + unchanged + rejected, always; in a second run nothing is created or updated."""
    results = {step["step"]: step["result"] for step in summary["steps"]}
    for name in IMPORTED:
        if name not in results:
            yield "summary.json says nothing of " + name
            continue
        counts = results[name]
        parts = [counts[word] for word in ("created", "updated", "unchanged", "rejected")]
        if sum(parts) != counts["rows"] or counts["rows"] == 0:
            yield "%s: the counts do not add up: %s" % (name, counts)
        if again and (counts["created"] or counts["updated"]):
            yield "%s: the second run changed something: %s" % (name, counts)


def second_run_problems(command, folder):
    before, first = contents_of(folder), summary_of(folder)
    with open(folder / "lms" / "sent.jsonl", "ab") as torn:  # as a kill may leave it
        torn.write(b'{"act')
    yield from run(command, folder)
    after, second = contents_of(folder), summary_of(folder)
    for name in sorted(set(before) | set(after)):
        # Notes are told with what is carried out, not when it is told again.
        if str(name) != "notes" and before.get(name) != after.get(name):
            yield "%s: the second run changed it" % name
    if first["journal"] != second["journal"] or first["state"] != second["state"]:
        yield "the journal moved from %s to %s" % (first["journal"], second["journal"])
    yield from import_problems(second, again=True)


def check(folder, command):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    problems = run(command, folder)
    if not problems:
        problems += expected_problems(folder)
        problems += import_problems(summary_of(folder), again=False)
        problems += second_run_problems(command, folder)
    return problems


def end_of(folder):
    """State digest and journal head of a run."""
    summary = summary_of(folder)
    return {"state": summary["state"], **summary["journal"]}


def compare(folders):
    """All files, and the state that the stores ended in."""
    first, *others = folders
    for other in others:
        for name in sorted(set(files_of(first)) | set(files_of(other))):
            same = (first / name).is_file() and (other / name).is_file() and filecmp.cmp(first / name, other / name, shallow=False)
            if not same:
                yield "%s differs between %s and %s" % (name, first.name, other.name)
        for word in ("state", "entries", "chain"):
            if end_of(first)[word] != end_of(other)[word]:
                yield "%s differs between %s and %s" % (word, first.name, other.name)


def main():
    if sys.argv[1] == "--same":
        problems = list(compare([pathlib.Path(name) for name in sys.argv[2:]]))
    else:
        problems = check(pathlib.Path(sys.argv[1]), sys.argv[2:])
    for problem in problems:
        print(problem)
    print("%d problems" % len(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
