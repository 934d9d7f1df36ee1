"""What the classes of provost/records.py have in common: their description, and the way to documents and back."""
from __future__ import annotations

import difflib
import html
import json
import keyword
from typing import TYPE_CHECKING, Any, Callable, Generic, Iterable, NamedTuple, TypeVar

from . import _provost, values

Read = TypeVar("Read", covariant=True)
Told = TypeVar("Told", contravariant=True)

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:
    def dataclass_transform(**_: Any) -> Callable[[Any], Any]:
        """Tells type checkers that the annotated members are keyword arguments; at run time nothing."""
        return lambda made: made


class Member(Generic[Read, Told]):
    """For type checkers alone: a member that is read as one type and may be told as another, such as a day as text."""

    def __get__(self, instance: object, owner: Any = None) -> Read:
        raise NotImplementedError

    def __set__(self, instance: object, value: Told) -> None:
        raise NotImplementedError


class Field(NamedTuple):
    """A member of a description. Since 0.1."""

    name: str
    doc: str
    kind: str
    optional: bool
    required: bool
    personal: bool
    most: int
    choices: tuple[tuple[str, str], ...]
    target: str | None
    default: Any

    @property
    def attribute(self) -> str:
        """What it is called in Python: a name that is a word of the language ends with an underscore (``from_``)."""
        return self.name + "_" if keyword.iskeyword(self.name) else self.name

    @property
    def must_be_given(self) -> bool:
        """Whether a request makes no sense without it: required, or the record that it is about."""
        return self.required or (self.kind == "record" and not self.optional)


class Index(NamedTuple):
    """Members of a record that are looked up together. Since 0.1."""

    name: str
    unique: bool
    members: tuple[str, ...]


class Description(NamedTuple):
    """What the library says of a class: ``Location.__described__``. Since 0.1."""

    name: str
    doc: str
    role: str
    fields: tuple[Field, ...]
    indexes: tuple[Index, ...]
    position: int


# Every class by its name; records.py fills it.
CLASSES: dict[str, type[Described]] = {}


class Verb(NamedTuple):
    """A line of the verb table. Since 0.1."""

    name: str
    doc: str
    right: str
    request: type[Request]


def camel(name: str) -> str:
    """A name of a table as the name of its class."""
    return "".join(part.capitalize() for part in name.split("_"))


def meant(name: str, known: Iterable[str]) -> str:
    """What to say behind a name that is not known: the known ones that look like it."""
    near = difflib.get_close_matches(name, list(known), 3, 0.7)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def dumps(document: Any) -> str:
    """Canonical JSON: keys in byte order, no insignificant space."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=values.plain)


def to_bytes(text: str) -> bytes:
    """UTF-8; what is no text is left to be refused by the library."""
    return text.encode("utf-8", "surrogatepass")


@dataclass_transform(kw_only_default=True)
class Described:
    """What all classes of this module have in common. Since 0.1."""

    __slots__ = ()
    __described__: Description
    _constant: dict[str, Any] = {}
    _hidden: frozenset[str] = frozenset()

    def __init__(self, **given: Any) -> None:
        for field in self.__described__.fields:
            value = given.pop(field.attribute, None)
            setattr(self, field.attribute, _default(field) if value is None else value)
        if given:
            wrong = sorted(given)
            names = [field.attribute for field in self.__described__.fields]
            raise TypeError(f"{type(self).__name__} has no member {', '.join(wrong)}{meant(wrong[0], names)}")

    def to_dict(self) -> dict[str, Any]:
        """The document as a dict of plain JSON values; absent members are left out. Since 0.1."""
        document = dict(self._constant)
        for field in self.__described__.fields:
            value = getattr(self, field.attribute)
            if not values.is_absent(field.kind, value):
                document[field.name] = _encode(field, value)
        return document

    def to_json(self) -> str:
        """The document as canonical text, byte for byte as the library writes it. Since 0.1."""
        return dumps(self.to_dict())

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Any:
        """The object of a document given as a dict. Raises InvalidError with the place of what does not fit.
        Since 0.1."""
        return cls.from_json(dumps(document))

    @classmethod
    def from_json(cls, document: str) -> Any:
        """The object of a document given as text. Raises InvalidError with the place of what does not fit.
        Since 0.1."""
        return cls._read(_provost.canonical(cls.__described__.position, to_bytes(document)))

    @classmethod
    def _read(cls, document: str) -> Any:
        return cls._made_of(json.loads(document))

    @classmethod
    def _made_of(cls, plain: dict[str, Any]) -> Any:
        made = cls.__new__(cls)
        for field in cls.__described__.fields:
            value = plain.get(field.name)
            setattr(made, field.attribute, _empty(field) if value is None else _decode(field, value))
        return made

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = []
        for field in self.__described__.fields:
            value = getattr(self, field.attribute)
            if not values.is_absent(field.kind, value):
                shown.append(f"{field.attribute}=" + ("<personal>" if _is_hidden(self, field, value) else repr(value)))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getstate__(self) -> str:
        return self.to_json()

    def __setstate__(self, document: str) -> None:
        made = self._read(document)
        for field in self.__described__.fields:
            setattr(self, field.attribute, getattr(made, field.attribute))


class Record(Described):
    """A record that a store keeps: ``id`` and ``version`` are the store's business. Since 0.1."""

    __slots__ = ()


class Request(Described):
    """A request: ``engine.run(request)`` carries it out. Since 0.1."""

    __slots__ = ()

    @classmethod
    def from_json(cls, document: str) -> Any:
        """The request of a document. A document of another verb is refused with ValueError. Since 0.1."""
        text = _provost.canonical(cls.__described__.position, to_bytes(document))
        if json.loads(text).get("verb", cls._constant["verb"]) != cls._constant["verb"]:
            raise ValueError(f"this is no document of {cls._constant['verb']}")
        return cls._read(text)


class AnswerBase(Described):
    __slots__ = ()

    @property
    def accepted(self) -> bool:
        """Whether what was asked for holds now: accepted, or it was so already. Since 0.1."""
        return self.verdict in ("accepted", "unchanged")  # type: ignore[attr-defined]

    @property
    def refused(self) -> bool:
        """Whether it was refused; ``code``, ``sentence`` and ``reason`` say why. Since 0.1."""
        return bool(self.verdict == "refused")  # type: ignore[attr-defined]

    def lines(self) -> list[str]:
        """Why, as lines of English for showing to people: the reason tree where the request asked for it
        (``detail="reason"``), else the sentence alone. Since 0.1."""
        reason: ReasonBase | None = self.reason  # type: ignore[attr-defined]
        sentence: str | None = self.sentence  # type: ignore[attr-defined]
        return reason.lines() if reason else [sentence] if sentence else []


class ReasonBase(Described):
    __slots__ = ()

    @property
    def sentence(self) -> str:
        """The code in English, with its parameters filled in; empty for a node without a code. Since 0.1."""
        code = self.code  # type: ignore[attr-defined]
        parameters = self.parameters  # type: ignore[attr-defined]
        return _provost.sentence(code, {p.name: p.value for p in parameters}) if code else ""

    def lines(self, depth: int = 0) -> list[str]:
        """The tree as indented lines of English, for showing to people. Since 0.1."""
        mark = self.mark.replace("_", " ")  # type: ignore[attr-defined]
        mine = [f"{'  ' * depth}{mark}: {self.sentence}"]
        return mine + [line for part in self.parts for line in part.lines(depth + 1)]  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        """The tree as nested lists, for notebooks."""
        mark = self.mark.replace("_", " ")  # type: ignore[attr-defined]
        parts = "".join(f"<li>{part._repr_html_()}</li>" for part in self.parts)  # type: ignore[attr-defined]
        return f"<b>{mark}</b> {html.escape(self.sentence)}" + (f"<ul>{parts}</ul>" if parts else "")


class FieldChangeBase(Described):
    __slots__ = ()
    # A change shows the values of any member, those of persons included.
    _hidden = frozenset({"before", "after"})


def _default(field: Field) -> Any:
    return _empty(field) if field.default is None else _decode(field, field.default)


def _empty(field: Field) -> Any:
    return [] if field.kind in values.LISTS else None


def _encode(field: Field, value: Any) -> Any:
    if field.kind == "record":
        return value.to_dict() if isinstance(value, Described) else value
    if field.kind == "records":
        return [item.to_dict() if isinstance(item, Described) else item for item in value]
    encode = values.ENCODERS.get(field.kind)
    return value if encode is None else encode(value)


def _decode(field: Field, plain: Any) -> Any:
    if field.kind == "record":
        return CLASSES[field.target or ""]._made_of(plain)
    if field.kind == "records":
        return [CLASSES[field.target or ""]._made_of(item) for item in plain]
    decode: Callable[[Any], Any] | None = values.DECODERS.get(field.kind)
    return plain if decode is None else decode(plain)


def _is_hidden(owner: Described, field: Field, value: Any) -> bool:
    if field.personal or field.name in owner._hidden:
        return True
    # A reference by name quotes what users see of the record, which for people is a personal value.
    named = CLASSES.get(camel(field.name))
    if field.kind != "reference" or named is None or not isinstance(value, str):
        return False
    keys = {member for index in named.__described__.indexes for member in index.members}
    return any(member.personal for member in named.__described__.fields if member.name in keys)
