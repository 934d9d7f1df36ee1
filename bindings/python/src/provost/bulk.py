"""Prerequisites of many learners at once: rules are compiled once over columns, then arrays of pairs are judged."""
from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from . import _provost
from .described import Described, dumps, to_bytes
from .records import Enrolment, StateFact
from .session import Summary

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["Bulk", "FACT_KINDS", "MARKS", "NO_DAY", "NO_PART", "STATES", "day_number"]

NO_DAY = -2**31
"""In a column of days: no day. Since 0.1."""
NO_PART = 255
"""In the parts of a rule that has fewer than the largest one: no part. Since 0.1."""
MARKS = ("not_met", "unknown", "partly_met", "met")
"""What marks are called, by their numbers; from 2 on they admit. Since 0.1."""


def _numbers(owner: type[Described], member: str) -> dict[str, int]:
    field = next(field for field in owner.__described__.fields if field.name == member)
    return {word: number for number, (word, _) in enumerate(field.choices)}


STATES = _numbers(Enrolment, "state")
"""Numbers of the states of a participant. Since 0.1."""
FACT_KINDS = _numbers(StateFact, "kind")
"""Numbers of the kinds of facts. Since 0.1."""


def day_number(day: dt.date) -> int:
    """The day as columns hold it: days from 1970-01-01. Since 0.1."""
    return day.toordinal() - dt.date(1970, 1, 1).toordinal()


class Bulk:
    """Rules, and what learners have done, for judging many at once; no engine, no store. Since 0.1. [IMC-PRE-22]

    ``rules``: documents with a ``key`` of yours and ``bundles`` as in ``prerequisites.define_prerequisites``, and
    ``minimum`` where it is not "completed". Items name courses and everything else by their numbers in the columns, or
    by a name that stands in ``things`` (``{"kind": "skill", "key": 9, "name": "welding"}``). Groups of courses and
    learning paths stand there with their ``courses``, templates that have one with their ``subject``.

    Columns are any objects with the buffer protocol, in rows of any order: arrays (``array("q", ...)``), memoryviews,
    numpy arrays, or bytes as ``struct.pack`` makes them. They are read where they lie, must not be changed meanwhile,
    and are not needed afterwards. Keys are integers of 8 bytes, days of 4 (``day_number``, ``NO_DAY``), ``level`` of 4,
    the rest of 1 without sign. Of the groups, columns in brackets may be left out:

    - ``places``: learner, course, state (``STATES``) [course_template, enrolled_on, started_on, ended_on, valid_until]
    - ``achievements`` of subjects: learner, subject, end_on [successful]
    - ``members`` of groups of people: learner, group
    - ``facts``: learner, kind (``FACT_KINDS``), about [holds, level, from_on, until_on]

    ``learners`` names everybody, so that a question about somebody else is refused; without it whoever stands in no row
    has done nothing.

    Raises InvalidError with ``pointer`` ("/places/state/7", "/rules/0/bundles/1/items/2"), NotFoundError
    (name.undeclared) and LimitError; TypeError and ValueError for what is no column. ``summary`` says how many
    ``rules``, ``learners`` and ``rows`` there are, the ``parts`` of the largest rule, and the ``bytes`` it all takes.
    May be used by several threads, which run at the same time, and after a fork.
    """

    __slots__ = ("_handle", "summary")

    def __init__(self, rules: Iterable[Mapping[str, Any]], things: Iterable[Mapping[str, Any]] = (), *,
                 learners: Buffer | None = None, places: Mapping[str, Buffer | None] | None = None,
                 achievements: Mapping[str, Buffer | None] | None = None,
                 members: Mapping[str, Buffer | None] | None = None,
                 facts: Mapping[str, Buffer | None] | None = None) -> None:
        document = to_bytes(dumps({"rules": list(rules), "things": list(things)}))
        groups = {"places": places, "achievements": achievements, "members": members, "facts": facts}
        columns = {"learners": learners, **{name: dict(group or {}) for name, group in groups.items()}}
        self._handle, summary = _provost.open_bulk(document, columns)
        self.summary = Summary(dumps(summary))

    def judge(self, learners: Buffer, rules: Buffer, day: dt.date | int | Buffer) -> bytes:
        """The mark of each pair of a learner and a rule on that day, one byte each (``MARKS``): what a registration
        would find then. ``day`` holds for all, or is a column with a day for each.

        Best in batches of some thousands, in any order. Raises InvalidError and NotFoundError (learner.unknown,
        rule.unknown) with the place of the first pair that is wrong ("/rules/3"). Since 0.1. [IMC-PRE-22]
        """
        return self._judge(learners, rules, day, 0)[0]

    def explain(self, learners: Buffer, rules: Buffer, day: dt.date | int | Buffer) -> tuple[bytes, bytes]:
        """The marks, and those of the parts: ``summary.parts`` bytes for each pair with the marks of its rule, then of
        each bundle followed by its items in the order of the document, then ``NO_PART``. What is only recommended is
        left out. Raises as ``judge``. Since 0.1. [IMC-PRE-22]"""
        return self._judge(learners, rules, day, self.summary.parts)

    def _judge(self, learners: Buffer, rules: Buffer, day: dt.date | int | Buffer, each: int) -> tuple[bytes, bytes]:
        return self._handle.judge(learners, rules, day_number(day) if isinstance(day, dt.date) else day, each)
