"""Exceptions: one class per status, all under ProvostError.

A refusal is no exception: it is an answer whose verdict is ``refused``. Exceptions are malformed requests and
failures. Their message is the English sentence of the code and never holds a person's values.
"""
from __future__ import annotations

from typing import Any

__all__ = [
    "ProvostError", "InvalidError", "NotFoundError", "ConflictError", "LimitError", "BusyError", "StorageError",
    "UnsupportedError", "CallbackError", "InternalError",
]


class ProvostError(Exception):
    """Something failed. Catch this class to catch them all. Since 0.1.

    ``status`` says who must act (the word of the class), ``code`` what happened (``subject.problem``; docs/codes.md
    lists them). ``pointer`` is the JSON Pointer of the value at fault in a document, ``file``, ``line`` and ``column``
    (from 1; 0 = not known) its place in a file. ``parameters`` are the values that the sentence quotes.
    """

    status = "internal"

    def __init__(self, message: str = "", *, code: str = "none", pointer: str = "", file: str = "", line: int = 0,
                 column: int = 0, parameters: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.pointer = pointer
        self.file = file
        self.line = line
        self.column = column
        self.parameters = dict(parameters or {})

    def __reduce__(self) -> tuple[Any, ...]:
        return (_remake, (type(self), self.args[0] if self.args else "", self.__dict__))

    def __str__(self) -> str:
        places = [self.pointer] if self.pointer else []
        if self.file or self.line:
            places.append(":".join([self.file] + [str(number) for number in (self.line, self.column) if number]))
        place = " of ".join(places)
        return super().__str__() + (f" [{self.code} at {place}]" if place else f" [{self.code}]")


class InvalidError(ProvostError):
    """The caller sent something malformed. Since 0.1."""

    status = "invalid"


class NotFoundError(ProvostError):
    """A named thing does not exist. Since 0.1."""

    status = "not_found"


class ConflictError(ProvostError):
    """The state moved, or the thing exists already. Since 0.1."""

    status = "conflict"


class LimitError(ProvostError):
    """An input is larger than its ceiling. Since 0.1."""

    status = "limit"


class BusyError(ProvostError):
    """Try again later; or an adapter called back into the engine that was calling it. Since 0.1."""

    status = "busy"


class StorageError(ProvostError):
    """The store failed. Since 0.1."""

    status = "storage"


class UnsupportedError(ProvostError):
    """Not available in this build, format or version. Since 0.1."""

    status = "unsupported"


class CallbackError(ProvostError):
    """An adapter of the host failed; its own exception is the ``__cause__``. Since 0.1."""

    status = "callback"


class InternalError(ProvostError):
    """A defect of this library; nothing was changed. Since 0.1."""

    status = "internal"


# By the number of the status, which never changes; 0 is OK.
_BY_STATUS = (InternalError, InvalidError, NotFoundError, ConflictError, LimitError, BusyError, StorageError,
              UnsupportedError, CallbackError, InternalError)


def make_error(status: int, code: str, message: str, pointer: str = "", file: str = "", line: int = 0,
               column: int = 0, parameters: dict[str, str] | None = None) -> ProvostError:
    """The exception of a status; the extension module calls it."""
    known = _BY_STATUS[status] if 0 <= status < len(_BY_STATUS) else InternalError
    return known(message, code=code, pointer=pointer, file=file, line=line, column=column, parameters=parameters)


def _remake(known: type[ProvostError], message: str, values: dict[str, Any]) -> ProvostError:
    made = known(message)
    made.__dict__.update(values)
    return made
