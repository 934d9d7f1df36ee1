#!/usr/bin/env python3
"""Every verb of docs/verbs.md needs a right, has a schema, and is used by a scenario."""
import json
import re

import tree

VERB = re.compile(r"^### ([a-z_]+\.[a-z_]+)\n\n.*? Right: `(\w+)`\. Schema: \[`[^`]+`\]\(([^)]+)\)", re.MULTILINE)


def verbs_in(value):
    """Names of the verbs that a document's steps use, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("verb"), str):
            yield value["verb"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from verbs_in(part)


def main():
    page = tree.text("docs/verbs.md")
    used = {verb for path in tree.files("tests/scenarios", suffixes={".json"})
            for verb in verbs_in(json.loads(tree.text(path)))}
    listed = VERB.findall(page)
    problems = ["%s: its entry in docs/verbs.md lacks right or schema" % name
                for name in re.findall(r"^### (\S+)", page, re.MULTILINE) if name not in {verb for verb, _, _ in listed}]
    second = [verb.split(".")[1] for verb, _, _ in listed]
    problems += ["%s: another verb has that second word, and Python's classes are called by it" % verb
                 for verb, _, _ in listed if second.count(verb.split(".")[1]) > 1]
    for verb, right, schema in listed:
        if right == "none":
            problems.append("%s: anybody may" % verb)
        if not (tree.ROOT / "docs" / schema).is_file():
            problems.append("%s: no schema %s" % (verb, schema))
        if verb not in used:
            problems.append("%s: no scenario uses it" % verb)
    problems += ["a scenario uses %s, which is no verb" % verb for verb in sorted(used - {verb for verb, _, _ in listed})
                 if not verb.startswith("nowhere.")]
    tree.finish(problems, "verbs (%d)" % len(listed))


if __name__ == "__main__":
    main()
