"""Stores of one's own: six short methods in Python, and the terms in which the engine speaks to them.

A store keeps documents (JSON text) by kind and id, and finds them by index keys that the engine works out: it need not
understand what it keeps. The engine calls one method at a time, with the GIL held, on the thread that called the
engine. A method must not call back into the engine: it would be refused with BusyError. Whatever a method raises
reaches the caller of the engine as the ``__cause__`` of a CallbackError; nothing was committed then.

examples/own_store.py is a complete store.
"""
from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, NamedTuple, Sequence, Union

__all__ = ["Store", "Key", "Query", "IndexKey", "Expectation", "Write", "Unit", "Loaded", "Outcome", "Traits"]

# A document as a store may hand it out: the text that it was given, its UTF-8 bytes, or the dict of it.
Document = Union[str, bytes, "dict[str, Any]"]


class Key(NamedTuple):
    """Names records: index "id" with the id, or an index with all of its values. Since 0.1."""

    kind: str
    index: str  # type: ignore[assignment]  # a tuple has a method of that name
    values: tuple[int | str, ...]


class Query(NamedTuple):
    """One page of records in ascending order of id: those whose key in the index begins with the values (none: all
    records of the kind), ids above ``after`` only, ``limit`` at most. Since 0.1."""

    kind: str
    index: str  # type: ignore[assignment]  # a tuple has a method of that name
    values: tuple[int | str, ...]
    after: int
    limit: int


class IndexKey(NamedTuple):
    """A key under which a record is to be found. When ``unique``, no other record may stand under it. Since 0.1."""

    index: str  # type: ignore[assignment]  # a tuple has a method of that name
    values: tuple[int | str, ...]
    unique: bool


class Expectation(NamedTuple):
    """The version under which a record was read; 0: it was not there. Since 0.1."""

    kind: str
    id: int
    version: int


class Write(NamedTuple):
    """A record as it shall be, with all its keys. ``expected`` is the version that must be there now, 0 for none; the
    document has the version after it. ``takes_id``: its id is used up, and ``reserve`` answers ids above it from then
    on; false for records that number themselves. Since 0.1."""

    kind: str
    id: int
    expected: int
    document: str
    keys: tuple[IndexKey, ...]
    takes_id: bool

    @property
    def version(self) -> int:
        """The version that the document has."""
        return self.expected + 1


class Unit(NamedTuple):
    """All or nothing. While the store's revision is ``as_of``, the reads hold and need not be checked. Since 0.1."""

    as_of: int
    reads: tuple[Expectation, ...]
    writes: tuple[Write, ...]


class Loaded(NamedTuple):
    """The store's count of commits, and the documents under each key, in ascending order of id. Since 0.1."""

    revision: int
    found: Sequence[Sequence[Document]]


class Outcome(NamedTuple):
    """What became of a unit: ``applied`` with the revision after it; ``stale`` when something it rests on has moved or
    a unique key is taken; ``failed`` with a few words for the error (no personal values). Since 0.1."""

    state: str
    revision: int = 0
    detail: str = ""

    @classmethod
    def applied(cls, revision: int) -> Outcome:
        return cls("applied", revision)

    @classmethod
    def stale(cls) -> Outcome:
        return cls("stale")

    @classmethod
    def failed(cls, detail: str) -> Outcome:
        return cls("failed", 0, detail)


class Traits(NamedTuple):
    """What a store can do; 0 bytes: no limit of its own. Since 0.1."""

    name: str
    units_per_transaction: int = 1
    bytes_per_transaction: int = 0
    serializable: bool = True


class Store(ABC):
    """Where records live. ``provost.open(MyStore())`` opens an engine over one. Since 0.1."""

    @abstractmethod
    def reserve(self, count: int) -> int:
        """The first of ``count`` fresh ids in a row, from 1, below 2**53. They count as used once a commit writes a
        record that has one."""

    @abstractmethod
    def load(self, keys: Sequence[Key]) -> Loaded:
        """The records under each key; a key by id gives one or none."""

    @abstractmethod
    def find(self, query: Query) -> Sequence[Document]:
        """One page of a query."""

    @abstractmethod
    def commit(self, units: Sequence[Unit]) -> Sequence[Outcome]:
        """One outcome per unit, in order. A stale unit does not lose the others; one may rest on one before it."""

    def describe(self) -> Traits:
        """What the store can do."""
        return Traits(type(self).__name__)
