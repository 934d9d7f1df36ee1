"""Values of described members: how each kind looks in Python and how it is written in documents.

========== ============================ ==========================================
kind       in Python                    in documents
========== ============================ ==========================================
boolean    bool                         true, false
integer    int                          integer
id         int                          integer
choice     str, one of the listed words text
decimal    decimal.Decimal              text, at most six places, never rounded
day        datetime.date                YYYY-MM-DD
instant    datetime.datetime, aware     UTC, YYYY-MM-DDThh:mm:ss[.fff]Z
text       str                          text
code       str                          text
reference  str (external id) or int     text or integer
texts      list of str                  list of text
numbers    list of int                  list of integers
record     object of its class          object
records    list of objects              list of objects
========== ============================ ==========================================

What is absent is None, lists are empty. Moments count milliseconds: finer parts of a datetime are cut off. A datetime
without a zone is refused, like every value that does not fit: by the library, which knows the place.
"""
from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Callable

LISTS = frozenset({"texts", "numbers", "records"})

# Empty means absent, as the library itself has it.
_EMPTY_IS_ABSENT = frozenset({"id", "text", "code", "reference", "texts", "numbers", "records"})


def is_absent(kind: str, value: Any) -> bool:
    """Whether a member with this value is left out of documents."""
    return value is None or (kind in _EMPTY_IS_ABSENT and (value == "" or value == 0 or value == []))


def decimal_text(value: Any) -> Any:
    """Canonical text: no leading or trailing zeros. Floats are left to be refused: they are not exact."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return value
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def day_text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def instant_text(value: Any) -> Any:
    if not isinstance(value, dt.datetime):
        return day_text(value)
    if value.utcoffset() is None:
        return value.isoformat(timespec="milliseconds")
    text = value.astimezone(dt.timezone.utc).isoformat(timespec="milliseconds")
    return text[:-len("+00:00")].replace(".000", "") + "Z"


def instant_of(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


# Kinds that are no plain JSON values; records are added by the module that makes their classes.
ENCODERS: dict[str, Callable[[Any], Any]] = {"decimal": decimal_text, "day": day_text, "instant": instant_text}
DECODERS: dict[str, Callable[[Any], Any]] = {"decimal": Decimal, "day": dt.date.fromisoformat, "instant": instant_of}


def plain(value: Any) -> Any:
    """A value of any kind as JSON has it, where the kind is not known: for documents written by hand."""
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        return instant_text(value)
    if isinstance(value, dt.date):
        return day_text(value)
    if hasattr(value, "to_dict"):
        return value.to_dict()
    raise TypeError(f"{type(value).__name__} can not stand in a document")
