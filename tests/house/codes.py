#!/usr/bin/env python3
"""Every code that the source writes as a literal stands in the table of codes, and every row of the table is used."""
import re

import tree

ROW = re.compile(r'^    \{"([a-z0-9.-]+)", Status::', re.MULTILINE)
LITERAL = re.compile(r'"([^"\n]+)"_code\b')


def is_table(path):
    return path.name == "code_table.cpp" or path.name.startswith("codes_of_")


def main():
    paths = [path for top in ("src", "include", "capi", "bindings", "tests")
             for path in tree.files(top, suffixes={".cpp", ".hpp", ".inc"})]
    rows = {name for path in paths if is_table(path) for name in ROW.findall(tree.text(path))}
    problems, used = [], set()
    for path in paths:
        if is_table(path):
            continue
        text = tree.text(path)
        used |= set(re.findall(r'"([a-z0-9-]+\.[a-z0-9-]+)"', text))
        problems += ["%s: no row of the table of codes is called %s" % (path, name)
                     for name in LITERAL.findall(text) if name not in rows and name != "none"]
    problems += ["%s: nothing uses this code" % name for name in sorted(rows - used - {"none"})]
    tree.finish(problems, "codes (%d)" % len(rows))


if __name__ == "__main__":
    main()
