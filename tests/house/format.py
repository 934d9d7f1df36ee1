#!/usr/bin/env python3
"""Every C and C++ file has the layout that .clang-format asks for.

    format.py           names the files that differ; fails when there are any
    format.py --fix     rewrites them
"""
import shutil
import subprocess
import sys

import tree

TOOL = "clang-format-14"  # another version lays out differently
SOURCES = {".hpp", ".h", ".cpp", ".c"}


def main():
    if shutil.which(TOOL) is None:
        sys.exit(TOOL + " is not installed")
    paths = [str(tree.ROOT / path)
             for path in tree.files("src", "include", "capi", "bindings", "examples", "tests", suffixes=SOURCES)
             if path.parent.name != "resources"]  # the preprocessor's output is not laid out
    if "--fix" in sys.argv[1:]:
        sys.exit(subprocess.run([TOOL, "-i", *paths]).returncode)
    found = subprocess.run([TOOL, "--dry-run", *paths], capture_output=True, text=True).stderr
    differing = sorted({line.split(":")[0] for line in found.splitlines() if "[-Wclang-format-violations]" in line})
    tree.finish(["%s: not laid out as %s does" % (path[len(str(tree.ROOT)) + 1:], TOOL) for path in differing], "format")


if __name__ == "__main__":
    main()
