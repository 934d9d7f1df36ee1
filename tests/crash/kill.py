#!/usr/bin/env python3
"""Kills the term again and again at random moments, lets it finish, and compares with a run that nobody killed.

    kill.py TERM_PROGRAM INPUT_DIR [--kills N] [--seed S]

The program says a line when a step is done. A kill comes after a random one of these lines and a random part of the
time that the next step took undisturbed, so kills spread over import, LMS, results and finalising on a fast machine as
on a slow one. Only kills between the first and the last commit count. After at most four kills a run is let to its end,
and the next one begins anew: a run that was killed often has little left to lose. What was acknowledged before a kill
must still be there: the journal then is a beginning of the undisturbed one.
"""
import argparse
import collections
import contextlib
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402


def run_whole(program, source, target):
    """[(step, seconds it took)] of a run that nobody kills."""
    steps = []
    began = time.monotonic()
    with subprocess.Popen([program, source, target], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            now = time.monotonic()
            steps.append((line.split(":")[0].strip(), now - began))
            began = now
    if process.returncode != 0:
        raise SystemExit("a run that nobody killed ended with %d" % process.returncode)
    return steps


def journal(folder):
    """[(id, chain)] as the store holds it; empty while there is no store."""
    path = folder / "provost.db"
    if not path.exists():
        return []
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            return connection.execute("SELECT id, chain FROM journal_entry ORDER BY id").fetchall()
        except sqlite3.OperationalError:
            return []


def outputs(folder):
    """The bytes of every output that does not depend on how often the run was interrupted."""
    names = ["problems.csv", "enrolments.csv", "explanations.jsonl"] + sorted("nat/" + p.name for p in (folder / "nat").iterdir())
    return {name: (folder / name).read_bytes() for name in names}


def lms_state(folder):
    with contextlib.closing(sqlite3.connect(folder / "provost.db")) as connection:
        return connection.execute("SELECT learner, course, agreed, due FROM lms_enrolment ORDER BY learner, course").fetchall()


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


def state(folder):
    return journal(folder), outputs(folder), lms_state(folder)


class Worlds:
    """Runs that are killed a few times each, beside the undisturbed one."""

    def __init__(self, arguments, folder):
        self.program, self.source, self.folder = arguments.program, arguments.source, folder
        self.dice = random.Random(arguments.seed)
        self.steps = run_whole(self.program, self.source, folder / "whole")
        self.expected = state(folder / "whole")
        # The last step that commits; what follows only writes files.
        self.last = [name for name, _ in self.steps].index("provisioning after finalising")
        self.made = self.failures = self.outside = 0
        self.spread = collections.Counter()

    def fail(self, what):
        self.failures += 1
        print("world %d: %s" % (self.made, what))

    def is_between(self, entries, target):
        """Whether some commit was made, and some was still to come."""
        return bool(entries) and (entries != self.expected[0] or lms_state(target) != self.expected[2])

    def kill(self, target):
        """Whether there was a process to kill."""
        step = self.dice.randint(1, self.last)
        if not kill_once(self.program, self.source, target, step, self.dice.uniform(0, self.steps[step][1])):
            return False
        entries = journal(target)
        if entries != self.expected[0][:len(entries)]:
            self.fail("the journal after a kill is no beginning of the undisturbed one")
        if self.is_between(entries, target):
            self.spread[self.steps[step][0]] += 1
        else:
            self.outside += 1
        return True

    def run(self):
        self.made += 1
        target = self.folder / ("world%d" % self.made)
        for _ in range(self.dice.randint(1, 4)):
            if not self.kill(target):
                break
        run_whole(self.program, self.source, target)
        for name, held, wanted in zip(("journal", "files", "LMS"), state(target), self.expected):
            if held != wanted:
                self.fail("its %s differ from those of the undisturbed run" % name)
        shutil.rmtree(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--kills", type=int, default=effort("crash-kills"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        worlds = Worlds(arguments, pathlib.Path(folder))
        while worlds.spread.total() < arguments.kills and worlds.made < 10 * arguments.kills:
            worlds.run()
    for step, kills in worlds.spread.most_common():
        print("%4d kills after the start of %s" % (kills, step))
    print("%d kills between first and last commit and %d outside in %d runs, %d failures" %
          (worlds.spread.total(), worlds.outside, worlds.made, worlds.failures))
    return 1 if worlds.failures or worlds.spread.total() < arguments.kills else 0


if __name__ == "__main__":
    sys.exit(main())
