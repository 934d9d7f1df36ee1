"""The verbs as methods, one namespace per room, made from the verb table when this is imported.

``engine.registration.register_learner(course="C1", learner="ada", detail="reason")``: keyword arguments are the
members of the request, and what every request carries (``actor``, ``effective``, ``recorded``, ``detail``,
``plan_only``, ``approval``, ``key``). Each answers an Answer; a refusal is an answer, too. ``help`` on a method lists
its members.
"""
from __future__ import annotations

import inspect
from typing import Any, Callable

from .described import Request, Verb, to_bytes
from .records import VERBS, Answer
from .values import LISTS

__all__ = ["Room", "Rooms", "ROOMS", "carry_out"]


def carry_out(handle: Any, request: Request) -> Any:
    """Carries out a request and answers its Answer."""
    return Answer._read(handle.run_document(to_bytes(request.to_json())))


class Room:
    """The verbs of one room. Since 0.1."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle


def _method(verb: Verb) -> Callable[..., Any]:
    request = verb.request

    def method(self: Room, **members: Any) -> Any:
        return carry_out(self._handle, request(**members))

    kind = inspect.Parameter.KEYWORD_ONLY
    fields = request.__described__.fields
    parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    for field in sorted(fields, key=lambda field: not field.must_be_given):
        default = inspect.Parameter.empty if field.must_be_given else field.default
        if field.kind in LISTS:
            default = []
        parameters.append(inspect.Parameter(field.attribute, kind, default=default))
    method.__name__ = verb.name.split(".")[1]
    method.__qualname__ = f"{verb.name.split('.')[0].capitalize()}Room.{method.__name__}"
    method.__doc__ = f"{request.__doc__}\n\nRight: {verb.right}. Errors: those of a malformed request, and failures."
    method.__signature__ = inspect.Signature(parameters)
    return method


def _make_rooms() -> dict[str, type[Room]]:
    members: dict[str, dict[str, Any]] = {}
    for verb in VERBS.values():
        room, name = verb.name.split(".")
        members.setdefault(room, {"__slots__": (), "__module__": __name__})[name] = _method(verb)
    return {room: type(f"{room.capitalize()}Room", (_CALLABLE.get(room, Room),), own) for room, own in members.items()}


class _FinaliseBase(Room):
    __slots__ = ()

    def __call__(self, learner: str | int, course: str | int, **members: Any) -> Any:
        """``engine.finalise(learner, course, ending=..., effective_on=...)``: short for ``finalise_unit``."""
        return self.finalise_unit(learner=learner, course=course, **members)


# A room whose name is that of a short method, too, is that method when it is called.
_CALLABLE: dict[str, type[Room]] = {"finalise": _FinaliseBase}
ROOMS: dict[str, type[Room]] = _make_rooms()


class Rooms:
    """What an engine is asked: a namespace for each room. Since 0.1."""

    __slots__ = tuple(ROOMS)

    def __init__(self, handle: Any) -> None:
        for name, room in ROOMS.items():
            setattr(self, name, room(handle))


globals().update({room.__name__: room for room in ROOMS.values()})
__all__ += [room.__name__ for room in ROOMS.values()]
