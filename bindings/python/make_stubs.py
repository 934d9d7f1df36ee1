"""Writes the stubs of what is made at import: src/provost/records.pyi and src/provost/verbs.pyi.

    PYTHONPATH=<build>/bindings/python:bindings/python/src python3 bindings/python/make_stubs.py [--check]

With --check nothing is written; the exit status is 1 when a stub is not what this would write. tests/test_stubs.py
runs it so.
"""
from __future__ import annotations

import pathlib
import sys
import textwrap

from provost import records
from provost.described import Described, Field, Verb

# Rooms that are called like a verb: provost/verbs.py.
SHORT = {"finalise": "finalise_unit"}
FOLDER = pathlib.Path(__file__).parent / "src" / "provost"

SCALARS = {"boolean": "bool", "integer": "int", "id": "int", "decimal": "Decimal", "day": "date",
           "instant": "datetime", "text": "str", "code": "str", "reference": "str | int"}
LISTS = {"texts": "list[str]", "numbers": "list[int]"}

RECORDS_TOP = '''\
# Made by make_stubs.py from the descriptions of the library; do not edit. The classes are documented where they are
# made: help(provost.Course) shows each member.
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from .described import AnswerBase, Described, FieldChangeBase, ReasonBase, Record, Request, Verb

__all__: list[str]
KINDS: dict[str, type[Record]]
VERBS: dict[str, Verb]
'''

VERBS_TOP = '''\
# Made by make_stubs.py from the verb table of the library; do not edit. The verbs are documented where they are made:
# help(engine.registration.register_learner) shows each member.
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypedDict, type_check_only

from typing_extensions import Unpack

from . import _provost
from .described import Request
from .records import (
{names},
)

__all__: list[str]

def carry_out(handle: _provost.Engine, request: Request) -> Answer: ...

@type_check_only
class Head(TypedDict, total=False):
{head}

class Room:
    def __init__(self, handle: _provost.Engine) -> None: ...

{rooms}

class Rooms:
{members}
    def __init__(self, handle: _provost.Engine) -> None: ...

ROOMS: dict[str, type[Room]]
'''


def type_of(field: Field) -> str:
    """The type of a member; None is part of it where the member may be absent."""
    if field.kind in LISTS:
        return LISTS[field.kind]
    if field.kind == "records":
        return f"list[{field.target}]"
    plain = SCALARS.get(field.kind) or field.target or ""
    if field.kind == "choice":
        plain = "Literal[" + ", ".join(f'"{word}"' for word, _ in field.choices) + "]"
    return plain + (" | None" if field.optional and not field.required else "")


def wrap(text: str, indent: str) -> str:
    """Lines that break after commas only."""
    for mark in (" | ", " = ", ": ", " -> "):
        text = text.replace(mark, mark.replace(" ", "\xa0"))
    lines = textwrap.wrap(text, 119, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\xa0", " ")


def member(field: Field, indent: str = "    ") -> str:
    return wrap(f"{indent}{field.attribute}: {type_of(field)}" + ("" if field.required else " = ..."), indent + "    ")


def class_stub(made: type[Described]) -> str:
    lines = [f"class {made.__name__}({made.__bases__[0].__name__}):"]
    return "\n".join(lines + [member(field) for field in made.__described__.fields])


def records_stub() -> str:
    return RECORDS_TOP + "\n" + "\n\n".join(class_stub(made) for made in records.CLASSES.values()) + "\n"


def head_fields() -> list[Field]:
    """What all requests have in common."""
    requests = [verb.request.__described__.fields for verb in records.VERBS.values()]
    return [field for field in requests[0] if all(field in fields for fields in requests)]


def method_stub(verb: Verb, common: list[Field]) -> str:
    own = [field for field in verb.request.__described__.fields if field not in common]
    own.sort(key=lambda field: not field.must_be_given)
    parts = [f"{field.attribute}: {type_of(field).replace('Decimal', 'Decimal | int')}"
             + ("" if field.must_be_given else " = ...") for field in own]
    name = verb.name.split(".")[1]
    return wrap(f"    def {name}(self, *, {', '.join(parts)}, **head: Unpack[Head]) -> Answer: ...", " " * 8)


def room_stub(room: str, common: list[Field]) -> str:
    verbs = [verb for verb in records.VERBS.values() if verb.name.startswith(room + ".")]
    lines = [f"class {room.capitalize()}Room(Room):"] + [method_stub(verb, common) for verb in verbs]
    for verb in verbs:
        if SHORT.get(room) == verb.name.split(".")[1]:
            short = method_stub(verb, common).replace(f"def {SHORT[room]}(self, *, learner: str | int, "
                                                      "course: str | int,",
                                                      "def __call__(self, learner: str | int, course: str | int, *,")
            lines.append(wrap("    " + " ".join(short.split()), " " * 8))
    return "\n".join(lines)


def verbs_stub() -> str:
    common = head_fields()
    rooms = list(dict.fromkeys(name.split(".")[0] for name in records.VERBS))
    own = [field for verb in records.VERBS.values() for field in verb.request.__described__.fields]
    names = sorted({"Answer"} | {field.target for field in own if field.target})
    return VERBS_TOP.format(
        names=wrap("    " + ", ".join(names), "    "),
        head="\n".join(f"    {field.attribute}: {type_of(field)}" for field in common),
        rooms="\n\n".join(room_stub(room, common) for room in rooms),
        members="\n".join(f"    {room}: {room.capitalize()}Room" for room in rooms))


def main() -> int:
    stubs = {"records.pyi": records_stub(), "verbs.pyi": verbs_stub()}
    if "--check" in sys.argv[1:]:
        old = [name for name, text in stubs.items() if (FOLDER / name).read_text(encoding="utf-8") != text]
        if old:
            print("out of date:", *old, file=sys.stderr)
        return 1 if old else 0
    for name, text in stubs.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
