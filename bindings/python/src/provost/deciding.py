"""Decisions for a host that keeps the records itself: no engine, no store."""
from __future__ import annotations

import json
from typing import Any, Callable, Iterable, NamedTuple

from . import _provost
from .described import Record, Request, dumps, to_bytes
from .errors import InvalidError
from .records import Answer

__all__ = ["Decision", "decide", "decide_document"]

Fetch = Callable[[str, str, list[str]], Iterable["Record | dict[str, Any] | str"]]


class Decision(NamedTuple):
    """What was decided, and what it rests on. Since 0.1.

    ``answer``: an accepted or held one always carries its plan: what the host has to write, in one transaction, after
    it has checked that every record of ``reads`` still has its version; else it decides anew. A change whose id is 0 is
    no record to write but an intent: a message to be sent once that transaction is committed. ``reads``: (kind, id,
    version) of all records that were fetched.
    """

    answer: Answer
    reads: list[tuple[str, int, int]]


def decide_document(document: str | bytes | dict[str, Any]) -> str:
    """Decides over the records that stand in the document (schema "decide"): the answer document, whose verdict is
    "needs" while facts are missing. Raises InvalidError. May be called from any thread. Since 0.1."""
    if isinstance(document, dict):
        document = dumps(document)
    return str(_provost.decide(to_bytes(document) if isinstance(document, str) else document))


def _given(kind: str, record: Record | dict[str, Any] | str) -> tuple[tuple[str, int], dict[str, Any]]:
    text = record if isinstance(record, str) else record.to_json() if isinstance(record, Record) else dumps(record)
    return (kind, json.loads(text)["id"]), {"kind": kind, "document": text}


def decide(request: Request | dict[str, Any], fetch: Fetch, *, reserve: Callable[[int], Iterable[int]] | None = None,
           owner: str = "owner") -> Decision:
    """Decides a request over records that the host fetches; nothing is stored anywhere.

    ``request``: a request object or a document with its verb; give it ``recorded``, or the system clock is read.
    ``fetch(kind, index, values)`` answers all records of a kind whose index (or "id") has these values, as of one
    moment. ``reserve(count)`` answers so many ids that no record has; without it only requests that make no record, or
    bring their ``ids``. ``owner``: the actor who holds every right.

    The library asks, is told, and asks again: a few rounds, the same for every request of a verb. Raises InvalidError,
    and what ``fetch`` and ``reserve`` raise. Since 0.1. [MIS-04]
    """
    plain = request.to_dict() if isinstance(request, Request) else dict(request)
    records: dict[tuple[str, int], dict[str, Any]] = {}
    asked: list[dict[str, Any]] = []
    while True:
        document = {"request": dumps(plain), "owner": owner, "records": list(records.values()), "asked": asked}
        try:
            answer = Answer._read(decide_document(document))
        except InvalidError as error:
            if reserve is None or error.pointer != "/request/ids" or plain.get("ids"):
                raise
            plain["ids"] = list(reserve(int(error.parameters["count"])))
            continue
        if answer.verdict != "needs":
            documents = (json.loads(given["document"]) for given in records.values())
            reads = [(kind, id, found["version"]) for (kind, id), found in zip(records, documents)]
            return Decision(answer, reads)
        for need in answer.needs:
            records.update(_given(need.kind, record) for record in fetch(need.kind, need.index, list(need.values)))
            asked.append(need.to_dict())
