#!/usr/bin/env python3
"""Runs an example in one language, in memory and over a file, and compares what it prints.

    printed.py EXPECTED FOLDER COMMAND...      FOLDER is emptied; all languages print the same
"""
import pathlib
import shutil
import subprocess
import sys


def problems_of(command, expected):
    done = subprocess.run(command, capture_output=True)
    if done.returncode != 0 or done.stderr:
        yield "%s ended with %d\n%s" % (" ".join(command), done.returncode, done.stderr.decode())
    if done.stdout != expected:
        yield "%s printed\n%s" % (" ".join(command), done.stdout.decode())


def main():
    expected, folder, *command = sys.argv[1:]
    expected = pathlib.Path(expected).read_bytes()
    shutil.rmtree(folder, ignore_errors=True)
    store = pathlib.Path(folder) / "store.db"
    store.parent.mkdir(parents=True)
    problems = [*problems_of(command, expected), *problems_of([*command, str(store)], expected)]
    if not store.is_file():
        problems.append("%s was not made" % store)
    print("\n".join([*problems, "%d problems" % len(problems)]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
