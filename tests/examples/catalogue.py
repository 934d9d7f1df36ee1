#!/usr/bin/env python3
"""Runs the catalogue example of one language, in memory and over a file, and compares what it prints.

    catalogue.py FOLDER COMMAND...      FOLDER is emptied; all languages print catalogue.txt
"""
import pathlib
import shutil
import subprocess
import sys

EXPECTED = pathlib.Path(__file__).with_suffix(".txt")


def problems_of(command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode != 0 or done.stderr:
        yield "%s ended with %d\n%s" % (" ".join(command), done.returncode, done.stderr.decode())
    if done.stdout != EXPECTED.read_bytes():
        yield "%s printed\n%s" % (" ".join(command), done.stdout.decode())


def main():
    folder, *command = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    store = pathlib.Path(folder) / "catalogue.db"
    store.parent.mkdir(parents=True)
    problems = [*problems_of(command), *problems_of([*command, str(store)])]
    if not store.is_file():
        problems.append("%s was not made" % store)
    print("\n".join([*problems, "%d problems" % len(problems)]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
