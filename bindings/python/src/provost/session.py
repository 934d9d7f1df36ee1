"""Sessions: imports, exports and long runs as push and pull, in constant memory. The caller opens the files."""
from __future__ import annotations

import json
from typing import Any, Iterator

from . import _provost
from .described import to_bytes
from .records import SessionRequest

__all__ = ["Session", "Summary"]


class Summary(dict):  # type: ignore[type-arg]
    """What a finished session says: a dict whose keys can be read as attributes, too (``summary.created``).

    Imports say ``rows`` = ``created`` + ``updated`` + ``unchanged`` + ``rejected``, always. ``document`` is the text as
    the library wrote it. Since 0.1.
    """

    __slots__ = ("document",)

    def __init__(self, document: str) -> None:
        super().__init__(json.loads(document))
        self.document = document

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Session:
    """One run; ``engine.session(...)`` begins it. Since 0.1.

    Feed bytes, take output, finish. Leaving the ``with`` block ends the session, finished or not: what was not
    committed by then is given up, what was stays. Calls of one engine's sessions are carried out one after the other,
    from any thread; other Python threads run meanwhile.
    """

    __slots__ = ("_handle",)

    def __init__(self, handle: Any, **options: Any) -> None:
        self._handle = _provost.begin(handle, to_bytes(SessionRequest(**options).to_json()))

    def feed(self, data: Any) -> None:
        """Gives input: bytes, or any object with the buffer protocol. Pieces may be cut anywhere.

        Raises InvalidError with file and line when the input can not be read, and the errors of the store; after one
        an import or export answers that error always. Since 0.1.
        """
        self._handle.feed(data)

    def take(self) -> Iterator[tuple[str, bytes]]:
        """The output so far, piece by piece: the stream it belongs to, and its bytes. Since 0.1."""
        while (piece := self._handle.take()) is not None:
            yield piece

    def finish(self) -> Summary:
        """Ends the input, commits the rest and answers the summary. Output may still be taken. Since 0.1."""
        return Summary(self._handle.finish())

    def close(self) -> None:
        """Ends the session; twice is allowed. Since 0.1."""
        self._handle.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
