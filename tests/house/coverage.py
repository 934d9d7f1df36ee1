#!/usr/bin/env python3
"""Makes docs/coverage.md: of every behaviour of the specification the rule, the tests that name it, and its page.

    coverage.py           writes the page
    coverage.py --check   fails when the page differs, or when a behaviour lacks its rule, its test or its page
"""
import collections
import pathlib
import re
import sys

import tree

PAGE = "docs/coverage.md"
ID = re.compile(r"\b((?:IMC|WIS|PPR|FIN)-[A-Z]+-\d\d|MIS-\d\d)\b")
# Where a test says which behaviours it is about: a story, a TEST_CASE, a mark of pytest, a note of PHPUnit.
NAMED = [re.compile(pattern, re.MULTILINE) for pattern in (
    r'"rows"\s*:\s*\[([^\]]*)\]', r"TEST_CASE\w*\s*\(([^;{]*?)\)\s*(?:\{|$)", r"@pytest\.mark\.rows\(([^)]*)\)", r"@rows\s+(.*)")]
SUFFIXES = {".cpp", ".hpp", ".h", ".inc", ".py", ".php", ".json", ".sql"}
HEAD = """# Coverage

Made by `tests/house/coverage.py` from the source; not to be edited. Of every behaviour of the specification: the files
with its rule, where a comment names it; the stories and tests that fail without it; the page that states it in users' words.

| area | behaviours |
| --- | --- |
"""


def is_test(path):
    return "tests" in path.parts


def page_of(path):
    return path.parts[0] == "docs" and path.parts[1] in ("rooms", "decisions") or path.parent == pathlib.Path("docs")


def gathered():
    """(rules, tests, pages): files by behaviour."""
    rules, tests, pages = (collections.defaultdict(list) for _ in range(3))
    for path in tree.files("src", "include", "capi", "bindings", "tests", "examples", suffixes=SUFFIXES):
        text = tree.text(path)
        if path.parts[0] == "examples" or text is None or path.name == "coverage.py":
            continue
        if is_test(path):
            found = {each for pattern in NAMED for part in pattern.findall(text) for each in ID.findall(part)}
        else:
            found = set(ID.findall(text))
        for each in sorted(found):
            (tests if is_test(path) else rules)[each].append(path)
    for path in tree.files("docs", suffixes={".md"}):
        if page_of(path) and path.name not in ("coverage.md", "codes.md", "verbs.md"):
            for each in set(ID.findall(tree.text(path))):
                pages[each].append(path)
    return rules, tests, pages


def links(paths, strip):
    return "<br>".join("[%s](../%s)" % (re.sub(strip, "", str(path)), path) for path in paths)


def chosen_rules(paths):
    """Where it is decided: declarations and codes only when nothing else names it."""
    decided = [path for path in paths if path.suffix in (".cpp", ".py", ".php") and path.parts[0] != "bindings"]
    decided = [path for path in decided if path.name != "code_table.cpp"] or decided
    return decided or paths


def made(rules, tests, pages):
    areas = collections.defaultdict(list)
    for each in sorted(set(rules) | set(tests)):
        areas[each.rsplit("-", 1)[0]].append(each)
    lines = [HEAD + "\n".join("| [%s](#%s) | %d |" % (area, area.lower(), len(members))
                              for area, members in areas.items())]
    for area, members in areas.items():
        lines.append("\n## %s\n\n| behaviour | rule | stories and tests | page |\n| --- | --- | --- | --- |" % area)
        for each in members:
            lines.append("| %s | %s | %s | %s |" % (
                each, links(chosen_rules(rules[each]), r"^src/"), links(tests[each], r"^tests/(scenarios/)?"),
                links(sorted(pages[each], key=lambda path: ("rooms" not in path.parts, path)), r"^docs/(rooms/)?")))
    return "\n".join(lines) + "\n"


def main():
    rules, tests, pages = gathered()
    page = made(rules, tests, pages)
    if sys.argv[1:] != ["--check"]:
        (tree.ROOT / PAGE).write_text(page, encoding="utf-8")
        return
    every = sorted(set(rules) | set(tests))
    problems = ["%s: no test names it" % each for each in every if not tests[each]]
    problems += ["%s: no rule is tagged with it" % each for each in every
                 if not rules[each] and not each.startswith("MIS")]
    problems += ["%s: no page states it" % each for each in every if not pages[each]]
    if tree.text(PAGE) != page:
        problems.append("%s: differs from what tests/house/coverage.py makes" % PAGE)
    tree.finish(problems, "coverage (%d behaviours)" % len(every))


if __name__ == "__main__":
    main()
