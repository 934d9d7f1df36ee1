#!/usr/bin/env python3
"""Files and functions stay small enough to read: 400 lines a file, 60 a function, and nine functions of ten at most 27.

Generated tables (*.inc, the FFI header) are exempt. Lengths of functions come from universal-ctags.
"""
import json
import shutil
import subprocess
import sys

import tree

LONGEST_FILE, LONGEST_FUNCTION, NINE_OF_TEN = 400, 60, 27
GENERATED = {"bindings/php/resources/provost-ffi.h"}


def sources(*folders):
    return [path for path in tree.files(*folders, suffixes=tree.CODE) if str(path) not in GENERATED]


def functions(paths):
    """(length, name, path) of every function, longest first."""
    listing = subprocess.run(
        ["ctags", "-L", "-", "--output-format=json", "--fields=+ne", "--kinds-C=f", "--kinds-C++=f", "--kinds-Python=fm",
         "-f", "-"], input="\n".join(map(str, paths)), capture_output=True, text=True, cwd=tree.ROOT, check=True).stdout
    tags = [json.loads(line) for line in listing.splitlines() if line.startswith("{")]
    return sorted(((tag["end"] - tag["line"] + 1, tag["name"], tag["path"]) for tag in tags if "end" in tag), reverse=True)


def main():
    if shutil.which("ctags") is None:
        sys.exit("universal-ctags is not installed")
    every = sources("src", "include", "capi", "bindings", "examples", "tests")
    lengths = {path: tree.text(path).count("\n") for path in every}
    problems = ["%s: %d lines, %d are the most" % (path, length, LONGEST_FILE)
                for path, length in lengths.items() if length > LONGEST_FILE]
    found = functions(every)
    problems += ["%s: %s has %d lines, %d are the most" % (path, name, length, LONGEST_FUNCTION)
                 for length, name, path in found if length > LONGEST_FUNCTION]
    core = sorted(length for length, _, path in found if path.startswith(("src/", "include/", "capi/")))
    ninth = core[int(len(core) * 0.9)]
    if ninth > NINE_OF_TEN:
        problems.append("one function of ten in the core has more than %d lines, %d are the most" % (ninth - 1, NINE_OF_TEN))
    tree.finish(problems, "sizes (%d files, %d functions, nine of ten at most %d lines)" % (len(every), len(found), ninth))


if __name__ == "__main__":
    main()
