"""The verbs as methods, one namespace per room, made from the verb table when this is imported.

``engine.registration.register_learner(course="C1", learner="ada", detail="reason")``: keyword arguments are the
members of the request, and what every request carries (``actor``, ``effective``, ``recorded``, ``detail``,
``plan_only``, ``approval``, ``key``). Each answers an Answer; a refusal is an answer, too. ``help`` on a method lists
its members.
"""
from __future__ import annotations

import inspect
from typing import Any, Callable

from .described import Field, Request, Verb, to_bytes
from .records import HEAD, VERBS, Answer
from .values import LISTS

__all__ = ["Room", "Rooms", "ROOMS", "carry_out"]

# Short methods of an engine: their verb, and the members that may be told by position.
SHORT: dict[str, tuple[str, tuple[str, ...]]] = {
    "register": ("registration.register_learner", ("learner", "course")),
    "prebook": ("registration.prebook", ("learner", "course_template")),
    "enrol_in_program": ("enrolment.enrol_in_program", ("learner", "program")),
    "record_achievement": ("enrolment.record_achievement", ("learner", "subject", "outcome", "achieved_on")),
    "require_subject": ("prerequisites.require_subject", ("course_template", "subject")),
    "receive_grade": ("results.receive_grade", ("learner", "course", "completion", "grade_percent")),
}

# A room whose name is that of a short method, too, is that method when it is called.
CALLED: dict[str, tuple[str, tuple[str, ...]]] = {"finalise": ("finalise.finalise_unit", ("learner", "course"))}


def carry_out(handle: Any, request: Request) -> Any:
    """Carries out a request and answers its Answer."""
    return Answer._read(handle.run_document(to_bytes(request.to_json())))


class Room:
    """The verbs of one room. Since 0.1."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle


def _parameter(field: Field, positions: tuple[str, ...]) -> inspect.Parameter:
    kind = (inspect.Parameter.POSITIONAL_OR_KEYWORD if field.attribute in positions
            else inspect.Parameter.KEYWORD_ONLY)
    default: Any = [] if field.kind in LISTS else field.default
    return inspect.Parameter(field.attribute, kind,
                             default=inspect.Parameter.empty if field.must_be_given else default)


def _signature(verb: Verb, positions: tuple[str, ...]) -> inspect.Signature:
    fields = {field.attribute: field for field in verb.request.__described__.fields}
    told = [fields.pop(name) for name in positions]
    rest = sorted(fields.values(), key=lambda field: (not field.must_be_given, field.name in HEAD))
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return inspect.Signature([own] + [_parameter(field, positions) for field in told + rest])


def _method(verb: Verb, owner: str, name: str, positions: tuple[str, ...] = ()) -> Callable[..., Any]:
    request = verb.request

    def method(self: Any, *told: Any, **members: Any) -> Any:
        if len(told) > len(positions):
            by_position = f"only {', '.join(positions)}" if positions else "no argument"
            raise TypeError(f"{name} takes {by_position} by position; name the others: {name}(member=...)")
        for member, value in zip(positions, told):
            if member in members:
                raise TypeError(f"{name} is told {member} twice")
            members[member] = value
        return carry_out(self._handle, request(**members))

    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    short = f"Short for ``{verb.name}``. " if positions else ""
    method.__doc__ = f"{short}{request.__doc__}\n\nRight: {verb.right}. Errors: those of a malformed request, and failures."
    method.__signature__ = _signature(verb, positions)  # type: ignore[attr-defined]
    return method


def _make_room(room: str) -> type[Room]:
    name = f"{room.capitalize()}Room"
    members: dict[str, Any] = {"__slots__": (), "__module__": __name__, "__doc__": f"The verbs of the room {room}. Since 0.1."}
    for verb in VERBS.values():
        if verb.name.startswith(room + "."):
            method = verb.name.split(".")[1]
            members[method] = _method(verb, name, method)
    if room in CALLED:
        verb_name, positions = CALLED[room]
        members["__call__"] = _method(VERBS[verb_name], name, "__call__", positions)
        members["__doc__"] = (f"``engine.{room}({', '.join(positions)}, ...)`` is short for ``{verb_name}``, which has the "
                              f"same members. The other verbs of the room are methods, too. Since 0.1.")
    return type(name, (Room,), members)


ROOMS: dict[str, type[Room]] = {room: _make_room(room) for room in dict.fromkeys(name.split(".")[0] for name in VERBS)}


class Rooms:
    """What an engine is asked: a namespace for each room, and the most used verbs as short methods. Since 0.1."""

    __slots__ = tuple(ROOMS)

    def __init__(self, handle: Any) -> None:
        for name, room in ROOMS.items():
            setattr(self, name, room(handle))


for _name, (_verb, _positions) in SHORT.items():
    setattr(Rooms, _name, _method(VERBS[_verb], "Engine", _name, _positions))
globals().update({room.__name__: room for room in ROOMS.values()})
__all__ += [room.__name__ for room in ROOMS.values()]
