"""The project's files, for the other scripts of this folder."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = {".hpp", ".h", ".cpp", ".c", ".py", ".php"}
SKIPPED = {"__pycache__", "vendor", "build", "dist", ".pytest_cache"}


def files(*folders, suffixes=None):
    """Files below the folders (of the root: only those directly in it), sorted; `suffixes` limits them."""
    found = []
    for folder in folders:
        top = ROOT / folder
        paths = top.iterdir() if top == ROOT else top.rglob("*")
        for path in paths:
            inside = path.relative_to(ROOT)
            if SKIPPED.isdisjoint(inside.parts) and path.is_file() and (suffixes is None or path.suffix in suffixes):
                found.append(inside)
    return sorted(set(found))


def text(path):
    """The text of a file named from the root; None when it is not text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def room_of(path):
    """Room of a file; headers directly in include/provost put the shipped parts together, as adapters does."""
    parts = path.parts[1:] if path.parts[0] == "src" else path.parts[2:] if path.parts[0] == "include" else path.parts
    return parts[0] if len(parts) > 1 else "adapters"


def finish(problems, what):
    """Prints the problems, and ends the script: with 1 when there are any."""
    for problem in problems:
        print(problem)
    print("%s: %d problem%s" % (what, len(problems), "" if len(problems) == 1 else "s"))
    sys.exit(1 if problems else 0)
