"""Classes for every record, request and answer, made from the descriptions of the library when this is imported.

All are slots classes with keyword arguments: ``Location(key="M", name="Main campus", zone="Australia/Melbourne")``.
Members may be read and set; values are checked by the library when they are used, which knows their place. Two
objects are equal when their documents are. ``repr`` shows no personal values. provost/values.py says how each kind of
value looks. Objects belong to nobody and may be used by any thread, one at a time.
"""
from __future__ import annotations

import json
from typing import Any

from . import _provost
from .described import (CLASSES, AnswerBase, Described, Description, Field, FieldChangeBase, Index, ReasonBase, Record,
                        Request, Verb, camel)

_BASES: dict[str, type[Described]] = {"answer": AnswerBase, "reason": ReasonBase, "field_change": FieldChangeBase}


def _class_name(row: dict[str, Any], verb: dict[str, Any] | None) -> str:
    # The request that defines a record is described under the record's name: its verb tells them apart.
    return camel(row["name"] if verb is None else verb["name"].split(".")[1])


def _line_of(field: Field) -> str:
    words = f" ({', '.join(word for word, _ in field.choices)})" if field.choices else ""
    needed = ", required" if field.required else ""
    return f"{field.attribute}: {field.kind}{words}{needed}. {field.doc}"


def _document_string(doc: str, fields: tuple[Field, ...], head: frozenset[str]) -> str:
    lines = [doc + " Since 0.1.", "", *(_line_of(field) for field in fields if field.name not in head)]
    if head:
        lines += ["", "What every request may say:", "", *(_line_of(field) for field in fields if field.name in head)]
    return "\n".join(lines)


def _describe(position: int, row: dict[str, Any], names: list[str], leave_out: tuple[str, ...]) -> Description:
    fields = []
    for member in row["fields"]:
        if member["name"] in leave_out:
            continue
        target = None if member["target"] is None else names[member["target"]]
        default = None if member["default"] is None else json.loads(member["default"])
        fields.append(Field(**{**member, "target": target, "default": default}))
    indexes = tuple(Index(**index) for index in row["indexes"])
    return Description(row["name"], row["doc"], row["role"], tuple(fields), indexes, position)


def _make_class(name: str, base: type[Described], description: Description, constant: dict[str, Any]) -> None:
    assert name not in CLASSES, "two descriptions are called " + name
    CLASSES[name] = type(name, (base,), {
        "__slots__": tuple(field.attribute for field in description.fields),
        "__doc__": _document_string(description.doc, description.fields, HEAD if constant else frozenset()),
        "__module__": __name__,
        "__described__": description,
        "_constant": constant,
    })


def _make_classes(tables: dict[str, Any]) -> None:
    verbs = {row["request"]: row for row in tables["verbs"]}
    names = [_class_name(row, verbs.get(position)) for position, row in enumerate(tables["types"])]
    for position, row in enumerate(tables["types"]):
        verb = verbs.get(position)
        if verb is not None:
            # Version and verb are the same in every request of the class.
            description = _describe(position, row, names, ("provost", "verb"))
            _make_class(names[position], Request, description, {"provost": 1, "verb": verb["name"]})
            continue
        base = Record if row["role"] != "document" else _BASES.get(row["name"], Described)
        _make_class(names[position], base, _describe(position, row, names, ()), {})


_TABLES = _provost.tables()
# The names of what all requests have.
HEAD: frozenset[str] = frozenset.intersection(*(
    frozenset(member["name"] for member in _TABLES["types"][verb["request"]]["fields"]) for verb in _TABLES["verbs"]))
_make_classes(_TABLES)
_NAMES = list(CLASSES)

# Stored kinds by name.
KINDS: dict[str, type[Described]] = {
    _TABLES["types"][position]["name"]: CLASSES[_NAMES[position]] for position in _TABLES["kinds"]}

# The verb table, by name.
VERBS: dict[str, Verb] = {
    row["name"]: Verb(row["name"], row["doc"], row["right"], CLASSES[_NAMES[row["request"]]])
    for row in _TABLES["verbs"]}

globals().update(CLASSES)
__all__ = ["Described", "Record", "Request", "KINDS", "VERBS", *CLASSES]
