#!/usr/bin/env python3
"""No file names a place outside the repository: what is written here must mean something on any machine.

A path of the system (/usr, /etc, /dev, /tmp) is fine; a folder of somebody's own machine, a folder above the root, or a
package server of somebody's network is not.
"""
import re

import tree

# Written in pieces, so that this file does not name them either.
FORBIDDEN = [
    (r"(?<![\w.])/" + r"work/", "a folder of somebody's machine"),
    (r"(?<![\w.])/(home|root|Users|mnt|workspace)/" + r"\w", "a folder of somebody's machine"),
    (r"\.\./(\.\./)*" + "shared", "a folder outside the repository"),
    (r"https?://[\w.-]*(regis" + r"try|artifact|nexus|mirror|proxy|internal|corp)[\w.-]*", "a package server"),
    (r"https?://(localhost|127\.0\.0\.1|10\.|192\.168\.)[^\s\"']*/(simple|npm|debian)", "a package server"),
    (r"(index|extra-index)-url\s*=?\s*http", "a package server"),
]
ABOVE = re.compile(r"(?:\.\./)+")
FOLDERS = ("", ".ci", "src", "include", "capi", "bindings", "examples", "tests", "docs")


def leaves(path, match, line):
    """Whether a relative path in a file climbs above the root, counted from the file's own folder."""
    if re.search(r"[\w})\"']/?$", line[:match.start()]):
        return False  # a longer path, with a start that is known only when it is run
    return match[0].count("../") > len(path.parts) - 1


def problems_of(path):
    for number, line in enumerate((tree.text(path) or "").splitlines(), 1):
        for pattern, what in FORBIDDEN:
            if re.search(pattern, line):
                yield "%s:%d: names %s: %s" % (path, number, what, line.strip()[:120])
        if any(leaves(path, match, line) for match in ABOVE.finditer(line)):
            yield "%s:%d: a path above the root: %s" % (path, number, line.strip()[:120])


def main():
    tree.finish([problem for path in tree.files(*FOLDERS) for problem in problems_of(path)], "words")


if __name__ == "__main__":
    main()
