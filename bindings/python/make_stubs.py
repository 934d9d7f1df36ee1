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
from provost.verbs import CALLED, SHORT

FOLDER = pathlib.Path(__file__).parent / "src" / "provost"

SCALARS = {"boolean": "bool", "integer": "int", "id": "int", "decimal": "Decimal", "day": "dt.date",
           "instant": "dt.datetime", "text": "str", "code": "str", "reference": "str | int"}
LISTS = {"texts": "list[str]", "numbers": "list[int]"}
# What may be told besides: the library reads text.
TOLD = {"decimal": "Decimal | int | str", "day": "dt.date | str", "instant": "dt.datetime | str"}

RECORDS_TOP = '''\
# Made by make_stubs.py from the descriptions of the library; do not edit. The classes are documented where they are
# made: help(provost.Course) shows each member.
import datetime as dt
from decimal import Decimal
from typing import Literal

from .described import AnswerBase, Described, FieldChangeBase, Member, ReasonBase, Record, Request, Verb

__all__ = [
{names},
]
KINDS: dict[str, type[Record]]
VERBS: dict[str, Verb]
HEAD: frozenset[str]
'''

VERBS_TOP = '''\
# Made by make_stubs.py from the verb table of the library; do not edit. The verbs are documented where they are made:
# help(engine.registration.register_learner) shows each member.
import datetime as dt
from decimal import Decimal
from typing import Any, Literal

from . import _provost
from .described import Request
from .records import (
{names},
)

__all__: list[str]

def carry_out(handle: _provost.Engine, request: Request) -> Answer: ...

SHORT: dict[str, tuple[str, tuple[str, ...]]]
CALLED: dict[str, tuple[str, tuple[str, ...]]]

class Room:
    def __init__(self, handle: _provost.Engine) -> None: ...

{rooms}

class Rooms:
{members}
    def __init__(self, handle: _provost.Engine) -> None: ...
{short}

ROOMS: dict[str, type[Room]]
'''


def type_of(field: Field, told: bool = False) -> str:
    """The type of a member, as it is read or as it may be told; None is part of it where the member may be absent."""
    if field.kind in LISTS:
        return LISTS[field.kind]
    if field.kind == "records":
        return f"list[{field.target}]" + (" | list[dict[str, Any]]" if told else "")
    plain = SCALARS.get(field.kind) or field.target or ""
    if told:
        plain = TOLD.get(field.kind, plain) + (" | dict[str, Any]" if field.kind == "record" else "")
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
    kind = f"Member[{type_of(field)}, {type_of(field, told=True)}]" if field.kind in TOLD else type_of(field)
    return wrap(f"{indent}{field.attribute}: {kind}" + ("" if field.required else " = ..."), indent + "    ")


def class_stub(made: type[Described]) -> str:
    lines = [f"class {made.__name__}({made.__bases__[0].__name__}):"]
    return "\n".join(lines + [member(field) for field in made.__described__.fields])


def records_stub() -> str:
    names = wrap("    " + ", ".join(f'"{name}"' for name in records.__all__), "    ")
    return RECORDS_TOP.format(names=names) + "\n" + "\n\n".join(class_stub(made) for made in records.CLASSES.values()) + "\n"


def head_fields() -> list[Field]:
    """What all requests have in common."""
    first = next(iter(records.VERBS.values())).request
    return [field for field in first.__described__.fields if field.name in records.HEAD]


def parameter(field: Field) -> str:
    return f"{field.attribute}: {type_of(field, told=True)}" + ("" if field.must_be_given else " = ...")


def method_stub(verb: Verb, name: str, positions: tuple[str, ...], head: list[Field]) -> str:
    """What may be told by position, then what must be given, what is the verb's own, and what all requests have."""
    fields = {field.attribute: field for field in verb.request.__described__.fields}
    told = [parameter(fields.pop(name)) for name in positions]
    own = sorted((field for field in fields.values() if field not in head), key=lambda field: not field.must_be_given)
    named = [parameter(field) for field in own + head]
    return wrap(f"    def {name}(self, {', '.join(told + ['*'] + named)}) -> Answer: ...", " " * 8)


def room_stub(room: str, head: list[Field]) -> str:
    verbs = [verb for verb in records.VERBS.values() if verb.name.startswith(room + ".")]
    lines = [f"class {room.capitalize()}Room(Room):"]
    lines += [method_stub(verb, verb.name.split(".")[1], (), head) for verb in verbs]
    if room in CALLED:
        name, positions = CALLED[room]
        lines.append(method_stub(records.VERBS[name], "__call__", positions, head))
    return "\n".join(lines)


def verbs_stub() -> str:
    common = head_fields()
    rooms = list(dict.fromkeys(name.split(".")[0] for name in records.VERBS))
    own = [field for verb in records.VERBS.values() for field in verb.request.__described__.fields]
    names = sorted({"Answer"} | {field.target for field in own if field.target})
    return VERBS_TOP.format(
        names=wrap("    " + ", ".join(names), "    "),
        short="\n".join(method_stub(records.VERBS[verb], name, positions, common)
                        for name, (verb, positions) in SHORT.items()),
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
