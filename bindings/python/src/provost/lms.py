"""Bringing an LMS in line with what the records say.

>>> from provost import lms
>>> moodle = lms.MoodleLms("https://moodle.example.org", token)
>>> moodle.check().error            # else check().problem says what is wrong
'none'
>>> print(lms.run(engine, moodle))
{'actions': 12, 'applied': 12, ...}

``run`` takes what has to be done, has it carried out, and reports: as often as you like, it does what is missing. An
LMS of your own is a class with two methods, derived from ``Lms``.
"""
from __future__ import annotations

import json
import os
import platform
import sys
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Sequence, Union

from .described import CLASSES
from .engine import open as open_engine
from .lms_transport import HttpTransport, Transport
from .records import (HttpAnswer, HttpRequest, LmsAbilities, LmsAction, LmsListingAsk, LmsListingEnd,
                      LmsObserved, LmsObservedCourse, LmsObservedResult, LmsOutcome)

if TYPE_CHECKING:
    from .described import Described
    from .engine import Engine
    from .session import Session, Summary

__all__ = ["AdapterLms", "CanvasLms", "HttpTransport", "Lms", "MoodleLms", "Transport", "courses", "observe", "results",
           "run"]

# What was found, by stream. Classes here have a method that is called list, so the type has a name out here.
Found = Dict[str, List[Any]]
Row = Union[LmsObservedCourse, LmsObserved, LmsObservedResult, LmsListingEnd]

# The streams of a session lms.adapter, and what their lines are.
STREAMS: dict[str, type[Described]] = {
    "abilities": LmsAbilities, "requests": HttpRequest, "outcomes": LmsOutcome, "courses": LmsObservedCourse,
    "enrolments": LmsObserved, "results": LmsObservedResult, "ends": LmsListingEnd}


class Lms(ABC):
    """An LMS as Provost sees it; derive from it to connect your own. Since 0.1.

    An action states the whole of one thing as it shall be, and is carried out by its natural key, so that twice does no
    harm. Nothing is ever deleted that is not asked for.
    """

    @abstractmethod
    def carry_out(self, actions: Sequence[LmsAction]) -> Iterable[LmsOutcome]:
        """Does what the actions say, in their order; one outcome for each, with its ``op_id``.

        What could not be done is an outcome with ``status="failed"`` and an ``error``; what may have been done, with
        "unknown". What is raised ends the run: what was not reported comes again.
        """

    def list(self, ask: LmsListingAsk) -> Iterator[Row]:
        """The rows of a listing (``ask.listing``: courses, enrolments, results), then its ends: one for each course
        that was asked for. An LMS that can not tell answers an end that is not complete, which is what this does."""
        yield LmsListingEnd(listing=ask.listing, course=ask.course, error="unsupported",
                            problem="This LMS does not list.")

    def close(self) -> None:
        """Gives back what it holds."""

    def __enter__(self) -> Lms:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AdapterLms(Lms):
    """An LMS over an adapter of the library, by its name, and a transport for its requests. Since 0.1.

    ``options`` are the members of LmsAdapterOptions, for example ``role="5"``.
    """

    def __init__(self, name: str, transport: Transport, **options: Any) -> None:
        self.transport = transport
        # The adapter keeps nothing; an engine in memory is what it lives in.
        self._engine = open_engine(":memory:")
        try:
            self._session = self._engine.session(
                "lms.adapter", preset=name, adapter=CLASSES["LmsAdapterOptions"](**options))
            self.abilities: LmsAbilities = self._talk([])["abilities"][0]
        except BaseException:
            self._engine.close()
            raise

    def carry_out(self, actions: Sequence[LmsAction]) -> Iterable[LmsOutcome]:
        """Carries the actions out in as few calls as the LMS allows."""
        return self._talk([{"action": action.to_dict()} for action in actions])["outcomes"]

    def list(self, ask: LmsListingAsk) -> Iterator[Row]:
        """The rows of a listing and its ends."""
        found = self._talk([{"ask": ask.to_dict()}])
        for stream in ("courses", "enrolments", "results", "ends"):
            yield from found[stream]

    def check(self) -> LmsListingEnd:
        """Asks the LMS who it is: ``about``; and what stands in the way: ``error`` and ``problem``."""
        end: LmsListingEnd = self._talk([{"ask": {"listing": "check"}}])["ends"][0]
        return end

    def close(self) -> None:
        """Ends the adapter; twice is allowed."""
        self._session.close()
        self._engine.close()

    def _talk(self, lines: Iterable[dict[str, Any]]) -> Found:
        """Feeds lines, carries all requests that come of it, and answers what was found."""
        found: Found = {stream: [] for stream in STREAMS}
        _feed(self._session, lines)
        while True:
            for stream, data in self._session.take():
                found[stream] += [STREAMS[stream].from_json(line) for line in _lines(data)]
            requests = found["requests"]
            if not requests:
                return found
            found["requests"] = []
            for request in requests:
                answer: HttpAnswer = self.transport(request)
                _feed(self._session, [{"answer": answer.to_dict()}])


class MoodleLms(AdapterLms):
    """A Moodle, over its REST web services; docs/connect-moodle.md says how it is prepared. Since 0.1.

    ``transport`` takes the place of ``HttpTransport(url, token)``; ``transport_options`` are those of HttpTransport.
    """

    def __init__(self, url: str = "", token: str = "", *, transport: Transport | None = None,
                 transport_options: dict[str, Any] | None = None, **options: Any) -> None:
        super().__init__("moodle", transport or HttpTransport(url, token, **(transport_options or {})), **options)


class CanvasLms(AdapterLms):
    """A Canvas, over its REST API. Since 0.1.

    ``transport`` takes the place of ``HttpTransport(url, token)``; ``options`` are those of the adapter, for example
    ``account``.
    """

    def __init__(self, url: str = "", token: str = "", *, transport: Transport | None = None,
                 transport_options: dict[str, Any] | None = None, **options: Any) -> None:
        super().__init__("canvas", transport or HttpTransport(url, token, **(transport_options or {})), **options)


def run(engine: Engine, adapter: Lms, *, progress: bool | None = None, **options: Any) -> Summary:
    """Brings the LMS in line with the records, and answers the summary.

    ``options`` are those of the session ``lms.provision``: ``approval`` quotes the plan when many removals wait
    for somebody (the summary's ``approval`` is its hash), ``worker`` names this program (machine and process when it
    is absent), ``actor`` who runs it.
    ``progress`` shows a bar; when it is None a bar is shown at a terminal, if tqdm is installed.

    Raises BusyError while another worker runs it, and whatever the adapter raises. Since 0.1.
    """
    options.setdefault("worker", _worker())
    with engine.session("lms.provision", **options) as session, _bar(progress) as bar:
        for stream, data in session.take():
            if stream != "actions":
                continue
            actions = [LmsAction.from_json(line) for line in _lines(data)]
            for outcome in adapter.carry_out(actions):
                _feed(session, [outcome.to_dict()])
            bar.update(len(actions))
        return session.finish()


def courses(engine: Engine, adapter: Lms, **options: Any) -> Summary:
    """Takes note of the courses that the LMS lists, and answers the summary; what is linked to them follows.

    ``options`` are those of the session ``lms.courses``: ``connection``, ``worker``, ``actor``. Since 0.1.
    """
    return _receive(engine, adapter, "courses", [""], options)


def results(engine: Engine, adapter: Lms, *, courses: Iterable[str] | None = None, **options: Any) -> Summary:
    """Receives what was achieved in the LMS since the last time, and answers the summary.

    ``courses``: ids of courses in the LMS; all that are linked over the connection when it is None. ``options`` are
    those of the session ``lms.results``. Since 0.1.
    """
    return _receive(engine, adapter, "results", _linked(engine, options) if courses is None else courses, options)


def observe(engine: Engine, adapter: Lms, *, courses: Iterable[str] | None = None, **options: Any) -> Summary:
    """Compares who is enrolled in the LMS with what was agreed, and answers the summary.

    ``courses``: ids of courses in the LMS, of cohorts with ``cohort:`` before them; all in which Provost has enrolled
    anybody when it is None. ``options`` are those of the session ``lms.observe``. Since 0.1.
    """
    return _receive(engine, adapter, "enrolments", _provisioned(engine, options) if courses is None else courses,
                    options, "lms.observe")


def _worker() -> str:
    """The name of this process among all that may run."""
    return f"python {platform.node()} {os.getpid()}"[:100]


def _linked(engine: Engine, options: dict[str, Any]) -> Iterable[str]:
    connection = options.get("connection") or "lms"
    return sorted({link.lms_course for link in engine.find("lms_link")
                   if link.connection == connection and not link.off and not link.is_cohort})


def _provisioned(engine: Engine, options: dict[str, Any]) -> Iterable[str]:
    connection = options.get("connection") or "lms"
    return sorted({key.course for key in engine.find("lms_enrolment") if key.connection == connection})


def _receive(engine: Engine, adapter: Lms, listing: str, keys: Iterable[str], options: dict[str, Any],
             name: str = "") -> Summary:
    """Lists course by course, page by page, from where the last time ended, and feeds what comes."""
    options.setdefault("worker", _worker())
    with engine.session(name or "lms." + listing, **options) as session:
        cursors = {}
        for stream, data in session.take():
            for line in _lines(data) if stream == "cursors" else ():
                ask = LmsListingAsk.from_json(line)
                cursors[ask.course] = ask.cursor
        for key in keys:
            cursor: str | None = cursors.get(key, "")
            while cursor is not None:
                cursor = _page(session, adapter, LmsListingAsk(listing=listing, course=key, cursor=cursor))
        return session.finish()


def _page(session: Session, adapter: Lms, ask: LmsListingAsk) -> str | None:
    """Feeds one page; the cursor of the next one, if there is one."""
    following = None
    for row in adapter.list(ask):
        _feed(session, [row.to_dict()])
        if isinstance(row, LmsListingEnd):
            goes_on = not row.complete and row.error == "none" and row.cursor not in ("", ask.cursor)
            following = row.cursor if goes_on else None
    return following


def _lines(data: bytes) -> Sequence[str]:
    """The documents of a stream; line ends within them are escaped."""
    return [line for line in data.decode().split("\n") if line]


def _feed(session: Session, lines: Iterable[dict[str, Any]]) -> None:
    data = b"".join(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for line in lines)
    if data:
        session.feed(data)


class _NoBar:
    def update(self, count: int) -> None:
        pass

    def __enter__(self) -> _NoBar:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def _bar(progress: bool | None) -> Any:
    if progress or (progress is None and sys.stderr.isatty()):
        try:
            from tqdm import tqdm  # type: ignore[import-untyped,unused-ignore]
        except ImportError:
            return _NoBar()
        return tqdm(unit=" actions", desc="LMS")
    return _NoBar()
