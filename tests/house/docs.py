#!/usr/bin/env python3
"""The pages say what is so: files they name exist, and codes, verbs and schemas are those of the tables in the source.

    docs.py DESCRIBE_ALL        the program that writes pages and schemas from the tables
"""
import filecmp
import pathlib
import re
import subprocess
import sys
import tempfile

import tree

FOLDERS = ("src", "include", "capi", "bindings", "examples", "tests", "docs", ".ci")
ROOMS = ("src", "include/provost", "")  # a page may name `registration/wishes.cpp`
BACKTICKED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"^(\.?[\w-]+/)+[\w.-]*\w$|^[\w-]+/$")


def pages():
    return [path for path in tree.files("", *FOLDERS, suffixes={".md"})]


def exists(name, page):
    places = [tree.ROOT / room / name for room in ROOMS] + [tree.ROOT / page.parent / name]
    return any(place.exists() for place in places)


def missing_names(page):
    text = FENCED.sub("", tree.text(page))
    for target in LINK.findall(text):
        if "://" not in target and not target.startswith("mailto:") and not (tree.ROOT / page.parent / target).exists():
            yield "%s: links to %s, which is not there" % (page, target)
    rooms = {path.name for top in ROOMS[:2] for path in (tree.ROOT / top).iterdir() if path.is_dir()}
    for words in BACKTICKED.findall(text):
        name = words.split()[0].removeprefix("./")
        if not FILE.match(name) or name.split("/")[0] not in rooms.union(FOLDERS):
            continue
        if "." not in pathlib.PurePath(name).name and name.split("/")[0] in rooms and not name.endswith("/"):
            name += ".cpp" if exists(name + ".cpp", page) else ".hpp"  # `prerequisites/judge`
        if not exists(name, page):
            yield "%s: names `%s`, which is not there" % (page, words)


def differing(made, kept):
    """Names below two folders that are not in both with the same bytes; of `kept` only schemas and the two pages."""
    names = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    names |= {path.relative_to(kept) for path in (kept / "schemas").glob("*.schema.json")}
    for name in sorted(names):
        same = (kept / name).is_file() and (made / name).is_file() and filecmp.cmp(made / name, kept / name, shallow=False)
        if not same:
            yield "docs/%s is not what the tables say: run tests/house/make_docs" % name


def main():
    problems = [problem for page in pages() for problem in missing_names(page)]
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.argv[1], made], check=True)
        problems += differing(pathlib.Path(made), tree.ROOT / "docs")
    tree.finish(problems, "docs (%d pages)" % len(pages()))


if __name__ == "__main__":
    main()
