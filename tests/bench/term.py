#!/usr/bin/env python3
"""The term beside a script that writes the same rows without checking them: CPU per step, memory, ratios.

    term.py TERM_PROGRAM INPUT_DIR [--rounds N] [--folder DIR]

Both programs run alternately, so that a machine whose speed moves hurts both. Figures are medians over the rounds.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

FLOOR = pathlib.Path(__file__).resolve().parent / "term_floor.py"
PAIRS = [("templates.csv", "templates_csv"), ("prerequisites.csv", "prerequisites_csv"), ("courses.csv", "courses_csv"),
         ("learners.csv", "learners_csv"), ("programs.csv", "programs_csv"),
         ("prior_achievements.csv", "prior_achievements_csv"), ("enrolments.csv", "enrolments_csv"),
         ("provisioning", "provisioning"), ("lms_results.csv", "results"), ("finalise.csv", "finalise_csv"),
         ("provisioning after finalising", "provisioning_again"), ("statutory files", "lists")]
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of(pid):
    with open("/proc/%d/stat" % pid, encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def run_term(program, source, target):
    """{step: seconds of CPU}, and the total with the peak of memory in MiB."""
    process = subprocess.Popen([program, source, target], stdout=subprocess.PIPE, text=True)
    steps, before = {}, 0.0
    for line in process.stdout:
        now = cpu_of(process.pid)
        name = line.split(":")[0].replace(", removals approved", "")
        steps[name] = steps.get(name, 0) + now - before
        before = now
    usage = os.wait4(process.pid, 0)[2]
    steps["statutory files"] += steps.get("enrolment list", 0)
    return steps, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_floor(source, schema, target):
    process = subprocess.Popen([sys.executable, FLOOR, source, schema, target], stdout=subprocess.PIPE, text=True)
    steps = {name: float(seconds) for name, seconds in (line.split() for line in process.stdout)}
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("the floor failed")
    return steps, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(terms, floors):
    def middle(runs, pick):
        return statistics.median(pick(run) for run in runs)

    print("%-34s %9s %9s %7s" % ("step, seconds of CPU", "term", "floor", "ratio"))
    for ours, theirs in PAIRS:
        a, b = middle(terms, lambda run: run[0].get(ours, 0)), middle(floors, lambda run: run[0][theirs])
        print("%-34s %9.2f %9.2f %7.2f" % (ours, a, b, a / max(b, 0.001)))
    a, b = middle(terms, lambda run: run[1]), middle(floors, lambda run: run[1])
    print("%-34s %9.2f %9.2f %7.2f   goal <= 2" % ("all", a, b, a / b))
    print("%-34s %9.0f %9.0f           goal <= 500" % ("most memory, MiB", middle(terms, lambda run: run[2]),
                                                     middle(floors, lambda run: run[2])))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", help="where the outputs go, on a real disk; a temporary folder when not given")
    arguments = parser.parse_args()
    terms, floors = [], []
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        for _ in range(arguments.rounds):
            for name in ("term", "floor"):
                shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
            terms.append(run_term(arguments.program, arguments.source, os.path.join(folder, "term")))
            schema = os.path.join(folder, "term", "provost.db")
            floors.append(run_floor(arguments.source, schema, os.path.join(folder, "floor")))
    report(terms, floors)


if __name__ == "__main__":
    main()
