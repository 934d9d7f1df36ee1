#!/usr/bin/env python3
"""A file includes only its own room and rooms above it in rooms.txt; Boost, date, SQLite and libcurl stay where they belong."""
import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)
OWNED = {"boost/": {"describe"}, "date/": {"base", "adapters"}, "sqlite3.h": {"adapters"}, "curl/": {"adapters"}}


def rooms():
    lines = (tree.ROOT / "tests/house/rooms.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def room_included(name, order):
    parts = name.split("/")
    if parts[0] == "provost":
        return parts[1] if len(parts) > 2 else "adapters"
    return parts[0] if len(parts) > 1 and parts[0] in order else None


def problems_of(path, order):
    room = tree.room_of(path)
    if room not in order:
        yield "%s: the room %s does not stand in rooms.txt" % (path, room)
        return
    for name in INCLUDE.findall(tree.text(path)):
        included = room_included(name, order)
        if included is not None and order[included] > order[room]:
            yield "%s: %s may not include %s, which comes after it" % (path, room, name)
        for library, owners in OWNED.items():
            if name.startswith(library) and (room not in owners or path.parts[0] == "include"):
                yield "%s: %s belongs to %s, and never to a public header" % (path, name, ", ".join(sorted(owners)))


def main():
    order = {room: place for place, room in enumerate(rooms())}
    found = [problem for path in tree.files("src", "include", "capi", suffixes={".hpp", ".h", ".cpp"})
             for problem in problems_of(path, order)]
    tree.finish(found, "includes")


if __name__ == "__main__":
    main()
