#!/usr/bin/env python3
"""Kills the term again and again at random moments, lets it finish, and compares with a run that nobody killed.

    kill.py TERM_PROGRAM INPUT_DIR [--kills N] [--seed S]

The program says a line when a step is done, so its commits lie between its first line and its last but two. A kill
comes after a random one of these lines and a random moment more, on a fast machine as on a slow one. What was
acknowledged before a kill must still be there: the journal then is a beginning of the undisturbed one.
"""
import argparse
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402


def run_whole(program, source, target):
    """The lines that it said."""
    return subprocess.run([program, source, target], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def journal(folder):
    """[(id, chain)] as the store holds it; empty while there is no store."""
    path = folder / "provost.db"
    if not path.exists():
        return []
    with sqlite3.connect(path) as connection:
        try:
            return connection.execute("SELECT id, chain FROM journal_entry ORDER BY id").fetchall()
        except sqlite3.OperationalError:
            return []


def outputs(folder):
    """The bytes of every output that does not depend on how often the run was interrupted."""
    names = ["problems.csv", "enrolments.csv", "explanations.jsonl"] + sorted("nat/" + p.name for p in (folder / "nat").iterdir())
    return {name: (folder / name).read_bytes() for name in names}


def lms_state(folder):
    with sqlite3.connect(folder / "provost.db") as connection:
        return connection.execute("SELECT learner, course, agreed, due FROM lms_access ORDER BY id").fetchall()


def kill_once(program, source, target, lines, moment):
    """Whether the program was killed before it ended: `moment` seconds after it said so many lines."""
    process = subprocess.Popen([program, source, target], stdout=subprocess.PIPE, text=True)
    for _ in range(lines):
        process.stdout.readline()
    try:
        process.wait(timeout=moment)
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    finally:
        process.stdout.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--kills", type=int, default=effort("crash-kills"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        began = time.monotonic()
        steps = len(run_whole(arguments.program, arguments.source, folder / "whole")) - 3
        length = time.monotonic() - began
        expected = journal(folder / "whole"), outputs(folder / "whole"), lms_state(folder / "whole")
        kills = between = failures = world = 0
        while kills < arguments.kills:
            world += 1
            target = folder / ("world%d" % world)
            while kills < arguments.kills and kill_once(arguments.program, arguments.source, target,
                                                        dice.randint(1, steps - 5), dice.uniform(0, length / steps)):
                kills += 1
                entries = journal(target)
                between += bool(entries) and not (target / "summary.json").exists()
                if entries != expected[0][:len(entries)]:
                    failures += 1
                    print("world %d: the journal after a kill is no beginning of the undisturbed one" % world)
            run_whole(arguments.program, arguments.source, target)
            if (journal(target), outputs(target), lms_state(target)) != expected:
                failures += 1
                print("world %d: ends otherwise than the undisturbed run" % world)
    print("%d kills in %d runs, %d between first and last commit, %d failures" % (kills, world, between, failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
