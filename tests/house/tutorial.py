#!/usr/bin/env python3
"""The pages of the tutorial show what is so: their code is the whole of the example, in order, and their output the
whole of what the examples print, in order.

Of docs/tutorial/NAME.md the blocks fenced with the name of the language are code, those fenced with `text` output.
Between two of them nothing but blank lines of the program may be left out.
"""
import re

import tree

PAGES = {"cpp": ("cpp", "tutorial.cpp"), "c": ("c", "tutorial.c"), "python": ("python", "tutorial.py"),
         "php": ("php", "tutorial.php")}
PRINTED = "tests/examples/tutorial.txt"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def problems_of(page, what, blocks, whole):
    """Walks through the text that the blocks are pieces of; they must be all of it."""
    at = 0
    for block in blocks:
        found = whole.find(block, at)
        first = block.splitlines()[0] if block.strip() else "an empty block"
        if found < 0 or (found > 0 and whole[found - 1] != "\n"):
            yield "%s: \"%s\" does not stand so in %s, or not behind the block before" % (page, first, what)
            return
        if whole[at:found].strip():
            yield "%s: before \"%s\" it leaves out \"%s\" of %s" % (page, first, whole[at:found].strip().splitlines()[0], what)
        at = found + len(block)
    if whole[at:].strip():
        yield "%s: at its end it leaves out \"%s\" of %s" % (page, whole[at:].strip().splitlines()[0], what)


def main():
    problems = []
    printed = tree.text(PRINTED)
    for name, (language, example) in PAGES.items():
        page = "docs/tutorial/%s.md" % name
        blocks = BLOCK.findall(tree.text(page))
        code = [block for fence, block in blocks if fence == language]
        output = [block for fence, block in blocks if fence == "text"]
        problems += problems_of(page, "examples/" + example, code, tree.text("examples/" + example))
        problems += problems_of(page, PRINTED, output, printed)
    tree.finish(problems, "tutorial (%d pages)" % len(PAGES))


if __name__ == "__main__":
    main()
