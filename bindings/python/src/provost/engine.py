"""The engine for Python: open, ask verbs, read records, run sessions."""
from __future__ import annotations

import datetime as dt
import io
import json
import os
from typing import TYPE_CHECKING, Any, Callable, Iterator, Literal, Mapping, Sequence, TypeVar, overload

from . import _provost
from .adapters import Store
from .described import Described, Record, Request, dumps, meant, to_bytes
from .errors import NotFoundError
from .records import KINDS, VERBS, AuditRequest, JournalPosition, RejudgeReport, VerifyReport
from .session import Session, Summary
from .values import ENCODERS, instant_text
from .verbs import Rooms, carry_out

if TYPE_CHECKING:
    from .records import Answer

__all__ = ["Engine", "open"]

Report = TypeVar("Report", bound=Described)
Kept = TypeVar("Kept", bound=Record)

PAGE = 1000  # records that find reads at once
CHUNK = 1 << 16  # bytes that import_file feeds at once


def open(where: str | os.PathLike[str] | Store, *, now: dt.datetime | str | None = None, owner: str = "owner",
         secret: str = "", batch: int = 2000) -> Engine:
    """An engine over the SQLite file at a path (made when it is not there; ":memory:" keeps everything in memory), or
    over a store of one's own.

    ``now``: the recorded moment of requests that name none; without it the system clock. ``owner``: the actor who holds
    every right, the host itself. ``secret`` makes digests of personal values unguessable; it must stay the same for a
    store. ``batch``: rows of an import that are decided and committed together.

    Raises InvalidError (no Provost database), UnsupportedError (a newer one), StorageError, BusyError, CallbackError.
    Use it in a ``with`` statement. Since 0.1.
    """
    target = where if isinstance(where, Store) else os.fspath(where)
    moment = "" if now is None else instant_text(now)
    return Engine(_provost.open(target, owner=owner, secret=secret, now=moment, batch=batch))


class Engine(Rooms):
    """A store with the rules over it; ``provost.open`` makes one. Since 0.1.

    Verbs stand in namespaces, one per room: ``engine.registration.register_learner(...)``; the most used have short
    methods. Calls may come from any thread and are carried out one after the other; other Python threads run meanwhile.
    After ``close``, and in a process forked after the opening, every call raises InvalidError.
    """

    __slots__ = ("_handle", "__weakref__")

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        super().__init__(handle)

    def close(self) -> None:
        """Ends the engine and its sessions; twice is allowed. Since 0.1."""
        self._handle.close()

    @property
    def closed(self) -> bool:
        """Whether it was closed. Since 0.1."""
        return bool(self._handle.closed)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- asking ------------------------------------------------------------------------------------------------------

    def run(self, request: Request) -> Answer:
        """Carries out a request object. Since 0.1."""
        return carry_out(self._handle, request)

    def run_document(self, document: str | bytes | dict[str, Any]) -> str:
        """Carries out a request document that names its verb; the answer document as canonical text, byte for byte what
        all other doors of the library answer. Since 0.1."""
        if isinstance(document, dict):
            document = dumps(document)
        return str(self._handle.run_document(to_bytes(document) if isinstance(document, str) else document))

    def define(self, thing: Record | Request, **members: Any) -> Answer:
        """Makes a master record, or brings it up to date, by its key: ``engine.define(Location(key="M", ...))``.

        The record is told as a whole: what is left out is not so afterwards. Takes a request like
        ``DefineCourse(...)``, too. Kinds that refer to others by name have a verb of their own, which a TypeError
        names. Since 0.1.
        """
        if not isinstance(thing, (Record, Request)):
            raise TypeError(f"define takes a record such as Location(key=...), or a request such as DefineLearner(...), not "
                            f"{type(thing).__name__}; documents as dicts are for run_document")
        if isinstance(thing, Request):
            if members:
                raise TypeError("members belong into the request")
            return self.run(thing)
        name = thing.__described__.name
        for verb in VERBS.values():
            if any(field.name == "record" and field.target == type(thing).__name__
                   for field in verb.request.__described__.fields):
                return self.run(verb.request(record=thing, **members))
        own = [verb.name for verb in VERBS.values() if verb.name.endswith("define_" + name.split("_")[-1])]
        raise TypeError(f"{name} is not defined as it stands; use engine.{own[0]}" if own
                        else f"{name} is made by other verbs")

    def erase(self, learner: str | int, reason: Literal["requested", "retention_ended", "mistaken", "ordered"],
              **members: Any) -> Answer:
        """Erases a person: ``people.erase_learner``, and unless that is refused the session ``erase``, which takes the
        values out of what the journal and the file keep. Repeat it, by id, when it was interrupted. ``reason``:
        "requested", "retention_ended", "mistaken" or "ordered". Whoever asks needs the right ERASE: the clearance DELETE
        of the learner is enough for the verb alone.

        Raises InvalidError when the right is missing, and nothing is erased; BusyError while other programs use the
        file: the record is erased then, and the session has to be run again (``session("erase")``). Since 0.1.
        """
        options = {name: members[name] for name in ("actor", "recorded") if name in members}
        with self.session("erase", **options) as run:  # first, as it asks for a right of its own
            answer = self.people.erase_learner(learner=learner, reason=reason, **members)
            if not members.get("plan_only") and answer.verdict in ("accepted", "unchanged"):
                run.finish()
        return answer

    # -- reading -----------------------------------------------------------------------------------------------------

    @overload
    def get(self, kind: type[Kept], id: int) -> Kept: ...

    @overload
    def get(self, kind: str, id: int) -> Any: ...

    def get(self, kind: str | type[Record], id: int) -> Any:
        """One record by its id: ``get("enrolment", 7)``, or ``get(Enrolment, 7)``, which type checkers understand.

        What users see of a record (logins, external ids, codes) is looked for with ``find``. ``provost.KINDS`` names the
        kinds. Raises NotFoundError. Since 0.1.
        """
        made = _class_of(_kind_name(kind))
        if not isinstance(id, int):
            raise TypeError(f"get takes an id, which is an int, not {type(id).__name__}; find looks for what users see: "
                            f"{_example_of(made)}")
        return made._read(self._handle.get(made.__described__.name, id))

    @overload
    def find(self, kind: type[Kept], *, after: int = 0, where: Sequence[Mapping[str, Any]] = (),
             order: str | Sequence[str] = (), **members: Any) -> Iterator[Kept]: ...

    @overload
    def find(self, kind: str, *, after: int = 0, where: Sequence[Mapping[str, Any]] = (),
             order: str | Sequence[str] = (), **members: Any) -> Iterator[Any]: ...

    def find(self, kind: str | type[Record], *, after: int = 0, where: Sequence[Mapping[str, Any]] = (),
             order: str | Sequence[str] = (), **members: Any) -> Iterator[Any]:
        """The records of a kind: all, or those that have these members, which must be the first of an index
        (``find("enrolment", course=3)``), or bear its name (``find("learner", login="a-learner")``). Members that refer
        to other records hold their ids. What is in no index is asked by ``where``.

        ``where``: what else must hold, clause by clause, each with a ``member`` and ``is``, ``not``, ``from``, ``to``,
        ``contains``, ``any`` or ``absent``: ``where=[{"member": "name", "contains": "cook"}]``. ``order``: members to
        sort by, with ``-`` before it from the greatest; without it, and where they are equal, in ascending order of id.

        Read page by page, so any number fits into memory; what is written meanwhile may or may not show. ``after``: id
        of a record; only those that come behind it. Raises NotFoundError for an unknown kind, InvalidError for a clause
        or an order that the kind has no member for, ValueError when no index fits. Since 0.1.
        """
        made = _class_of(_kind_name(kind))
        index, texts = _index_of(made, members)
        query = {"kind": _kind_name(kind), "index": index, "values": texts, "limit": PAGE,
                 "where": [_clause(made, clause) for clause in where],
                 "order": [order] if isinstance(order, str) else list(order)}
        return self._pages(made, query, after)

    def _pages(self, made: type[Record], query: dict[str, Any], after: int) -> Iterator[Any]:
        while True:
            page = self._handle.find(to_bytes(dumps({**query, "after": after})))
            for document in page:
                record = made._read(document)
                after = record.id
                yield record
            if len(page) < PAGE:
                return

    def journal(self) -> JournalPosition:
        """Where the journal ends. ``chain``, kept elsewhere, proves later that nothing before it was altered.
        Since 0.1."""
        return self._audit(JournalPosition, audit="head")

    def verify(self, anchor: JournalPosition | None = None) -> VerifyReport:
        """Whether the journal holds together and the store holds what the journal says; ``anchor`` is a position that
        was kept elsewhere. Reads everything. What is wrong stands in the report's ``findings``. Since 0.1."""
        return self._audit(VerifyReport, audit="verify", anchor=anchor)

    def rejudge(self) -> RejudgeReport:
        """Judges the recorded requests again under today's rules: each decision that differs. Since 0.1."""
        return self._audit(RejudgeReport, audit="rejudge")

    def rebuild(self, to: Engine) -> None:
        """Makes the records again, from the journal alone, in the store of ``to``: another engine, opened with the same
        secret over an empty store. The state digest is the same afterwards, and ``to`` can be used at once.

        Raises InvalidError for an unfit ``to``, StorageError (audit.entry-changed) when the journal does not hold
        together; ``to`` may be half filled then: close it and throw its store away. Since 0.1.
        """
        self._handle.rebuild(to._handle)

    def _audit(self, report: type[Report], **members: Any) -> Report:
        return report._read(  # type: ignore[no-any-return]
            self._handle.audit(to_bytes(AuditRequest(**members).to_json())))

    # -- sessions ----------------------------------------------------------------------------------------------------

    def session(self, session: str = "import", **options: Any) -> Session:
        """Begins a session: ``session(preset="enrolments", file="enrolments.csv", zone="Australia/Melbourne")``.

        Options are the members of SessionRequest. Use it in a ``with`` statement. Since 0.1.
        """
        return Session(self._handle, session=session, **options)

    def report(self, report: str, **options: Any) -> Iterator[dict[str, Any]]:
        """The lines of a report, one by one: ``for line in engine.report("participants", course="COOK-1")``.

        docs/rooms/reports.md lists the reports; the other options are those of ``session`` (``where``, ``learner``,
        ``since``, ``limit``, ...). For files, begin the session ``report`` with a ``format`` and take its pieces.
        Raises InvalidError for an unknown report or member, NotFoundError for an unknown course. Since 0.1.
        """
        with self.session("report", preset=report, **options) as run:
            rest = b""
            for _, piece in run.take():
                *lines, rest = (rest + piece).split(b"\n")
                yield from map(json.loads, lines)
            run.finish()

    def import_file(self, path: str | os.PathLike[str], preset: str = "", *,
                    on_chunk: Callable[[str, bytes], object] | None = None, **options: Any) -> Summary:
        """Imports a file that it opens and reads itself, piece by piece, and answers the summary.

        ``on_chunk(stream, data)`` is given the output as it comes: "problems", "explanations". The other options are
        those of ``session``; the file's name in reports is its own unless ``file`` says otherwise. Since 0.1.
        """
        options.setdefault("file", os.path.basename(os.fspath(path)))
        hand_out = on_chunk or (lambda stream, data: None)
        with io.open(path, "rb") as source, self.session(preset=preset, **options) as run:
            while data := source.read(CHUNK):
                run.feed(data)
                for stream, piece in run.take():
                    hand_out(stream, piece)
            summary = run.finish()
            for stream, piece in run.take():
                hand_out(stream, piece)
        return summary


def _kind_name(kind: str | type[Record]) -> str:
    return kind if isinstance(kind, str) else kind.__described__.name


def _class_of(name: str) -> type[Record]:
    known = KINDS.get(name)
    if known is None:
        raise NotFoundError(f"There is no record kind {name}{meant(name, KINDS) or '; provost.KINDS names them.'}",
                            code="kind.unknown", parameters={"kind": name})
    return known


def _example_of(made: type[Record]) -> str:
    texts = {field.name for field in made.__described__.fields if field.kind == "text"}
    for index in made.__described__.indexes:
        if index.unique and index.members[0] in texts:
            return f'find("{made.__described__.name}", {index.name}=...)'
    return f'find("{made.__described__.name}", where=[...])'


def _index_of(made: type[Record], members: dict[str, Any]) -> tuple[str, list[str]]:
    if not members:
        return "", []
    fields = {field.name: field for field in made.__described__.fields}
    for index in made.__described__.indexes:
        named = set(index.members[:len(members)]) == set(members)
        if named or list(members) == [index.name]:
            wanted = index.members[:len(members)]
            values = [members[name] if named else members[index.name] for name in wanted]
            return index.name, [_key_text(fields[name].kind, value) for name, value in zip(wanted, values)]
    known = ", ".join(sorted(f"{index.name}({', '.join(index.members)})" for index in made.__described__.indexes))
    raise ValueError(f"{made.__name__} has no index that begins with {', '.join(members)}; it has {known or 'none'}. "
                     f"Whatever is in no index is asked by where=[{{\"member\": ..., \"is\": ...}}]")


def _clause(made: type[Record], clause: Mapping[str, Any]) -> dict[str, Any]:
    """A clause with its values as the library writes them."""
    kinds = {field.name: field.kind for field in made.__described__.fields}
    kind = kinds.get(clause.get("member", ""), "text")
    texts = {key: value if key in ("member", "absent") or value is None else
             [_key_text(kind, item) for item in value] if key == "any" else _key_text(kind, value)
             for key, value in clause.items()}
    return texts


def _key_text(kind: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(ENCODERS.get(kind, str)(value))
