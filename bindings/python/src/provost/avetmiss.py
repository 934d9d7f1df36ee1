"""Statutory files of fixed-width records (NAT files): reading, writing and checking them.

>>> from provost import avetmiss
>>> table = avetmiss.read("NAT00120.txt", open("NAT00120.txt", "rb").read())
>>> table["outcome_identifier_national"][:3]
['20', '70', '20']
>>> report = avetmiss.check({"NAT00120.txt": open("NAT00120.txt", "rb")}, collection_year=2024)
>>> report.errors, report.findings[0]["message"]

Tables are plain columns; ``to_pandas`` and ``to_polars`` make data frames of them where those packages are installed.
"""
from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, BinaryIO, Iterable, Iterator, Mapping, NamedTuple, Sequence, Union

from . import _provost
from .engine import open as open_engine
from .session import Summary

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from .engine import Engine

__all__ = ["Field", "Layout", "Note", "Problem", "Report", "Table", "check", "day", "layout", "layouts", "read", "write"]

Value = Union[str, int, dt.date, None]
Source = Union["Buffer", BinaryIO]
PIECE = 1 << 16


class Field(NamedTuple):
    """A field of a record. ``start`` counts bytes from 1. Since 0.1."""

    name: str
    start: int
    length: int
    type: str
    """"code", "text" (cut when it is too long), "number" or "day"."""
    scope: str
    """"national", or "state": behind the national record."""


class Layout(NamedTuple):
    """A file of a release. Lengths leave out the line end; readers accept the shortest, too. Since 0.1."""

    file: str
    shortest: int
    national: int
    full: int
    fields: tuple[Field, ...]


class Problem(NamedTuple):
    """What is wrong with a record as bytes: its line and column from 1. Since 0.1.

    ``kind`` is "length", "character" (read as windows-1252), "digits", "day" or "line-end" (once a file).
    """

    line: int
    column: int
    field: str
    kind: str


class Note(NamedTuple):
    """What was written otherwise than it was given: a character "replaced", a text "cut". Since 0.1.

    Of a cut text ``old`` and ``new`` say how many characters it had and has.
    """

    row: int
    field: str
    kind: str
    old: str
    new: str


class Table:
    """The records of a file as columns. Since 0.1. [FIN-REP-09]

    ``columns`` maps the fields of the layout to their values, in its order: texts without the spaces that fill them,
    "" where nothing stands, numbers with their zeros, days as DDMMYYYY (``day`` reads them). ``problems`` says what was
    wrong with records as bytes.
    """

    __slots__ = ("file", "release", "columns", "problems")

    def __init__(self, file: str, release: str, columns: dict[str, list[str]], problems: list[Problem]) -> None:
        self.file, self.release, self.columns, self.problems = file, release, columns, problems

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __getitem__(self, field: str) -> list[str]:
        return self.columns[field]

    def rows(self) -> Iterator[dict[str, str]]:
        """The records, each as a dict by field. Since 0.1."""
        for values in zip(*self.columns.values()):
            yield dict(zip(self.columns, values))

    def to_pandas(self) -> Any:
        """A pandas data frame; ImportError when pandas is not installed. Since 0.1."""
        import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]

        return pandas.DataFrame(self.columns)

    def to_polars(self) -> Any:
        """A polars data frame; ImportError when polars is not installed. Since 0.1."""
        import polars  # type: ignore[import-untyped,import-not-found,unused-ignore]

        return polars.DataFrame(self.columns)


class Report:
    """What a check found. Since 0.1. [FIN-REP-08]

    ``findings``: a dict each, with ``file``, ``line``, ``column``, ``field``, ``rule``, ``avs`` (0: no number is known),
    ``severity``, ``uncertain``, ``message`` and ``fix``. ``summary`` as the session's: ``records``, ``errors``,
    ``warnings``, ``counts`` by rule, ``not_checked``.
    """

    __slots__ = ("findings", "summary")

    def __init__(self, findings: list[dict[str, Any]], summary: Summary) -> None:
        self.findings, self.summary = findings, summary

    @property
    def errors(self) -> int:
        """How many findings block the submission. Since 0.1."""
        return int(self.summary.errors)

    @property
    def warnings(self) -> int:
        """How many findings do not. Since 0.1."""
        return int(self.summary.warnings)

    def to_pandas(self) -> Any:
        """The findings as a pandas data frame. Since 0.1."""
        import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]

        return pandas.DataFrame(self.findings, columns=list(FINDING))

    def to_polars(self) -> Any:
        """The findings as a polars data frame. Since 0.1."""
        import polars  # type: ignore[import-untyped,import-not-found,unused-ignore]

        return polars.DataFrame([list(finding.values()) for finding in self.findings], schema=list(FINDING),
                                orient="row")


FINDING: dict[str, Any] = {"file": "", "line": 0, "column": 0, "field": "", "rule": "", "avs": 0, "severity": "error",
                           "uncertain": False, "message": "", "fix": ""}


def layouts(release: str = "8.0", *, target: str = "") -> list[Layout]:
    """The layouts of a release, "8.0" or "7.0"; of a ``target`` with the fields that it appends. Since 0.1."""
    return [Layout(file, shortest, national, full, tuple(Field(*field) for field in fields))
            for file, shortest, national, full, fields in _provost.nat_layouts(release, target)]


def layout(file: str, release: str = "8.0", *, target: str = "") -> Layout:
    """The layout of a file, as ``layouts``; KeyError when the release has none of that name. Since 0.1."""
    for one in layouts(release, target=target):
        if one.file == _name(file):
            return one
    raise KeyError(file)


def read(file: str, source: Source, release: str = "8.0", *, target: str = "") -> Table:
    """Reads a file: bytes, a buffer, or a file opened in binary mode. Since 0.1. [FIN-REP-09]

    ``file`` is its name, "NAT00120.txt" or "NAT00120". Records of every length that the release knows are read, with
    line ends of CR LF, of LF, or none at the very end; nothing is refused. With a ``target`` only its own longer records
    are right, and the fields that it appends are read. Raises InvalidError for a file or release that there is not.
    """
    data = source.read() if hasattr(source, "read") else source
    columns, problems = _provost.nat_read(release, _name(file), target, data)
    names = [field.name for field in layout(file, release, target=target).fields]
    return Table(_name(file), release, dict(zip(names, columns)), [Problem(*problem) for problem in problems])


def write(file: str, rows: Table | Mapping[str, Sequence[Value]] | Iterable[Mapping[str, Value]], release: str = "8.0", *,
          full: bool = False, target: str = "", notes: list[Note] | None = None) -> bytes:
    """The bytes of a file: a Table, columns, or rows. Since 0.1. [FIN-REP-09]

    Fields that are left out are blank; one that the layout does not have raises KeyError. ``full`` writes the fields of
    states, too, with a ``target`` those that it appends. Letters that the file can not hold are transliterated and texts that are too long are cut: each is added
    to ``notes``. A code or number that does not fit raises LimitError or InvalidError with ``line``
    and ``pointer``.
    """
    names = [field.name for field in layout(file, release, target=target).fields]
    written, changed = _provost.nat_write(release, _name(file), target, full, [_cells(row, names) for row in _rows(rows)])
    if notes is not None:
        notes.extend(Note(*note) for note in changed)
    return written


def check(files: Mapping[str, Source], collection_year: int, *, release: str = "8.0", target: str = "national",
          submitted_on: dt.date | None = None, organisation: str = "",
          lists: Mapping[str, Iterable[Sequence[str]]] | None = None, engine: Engine | None = None) -> Report:
    """Checks the files of a submission. Since 0.1. [FIN-REP-08]

    ``files`` maps names to bytes or to files opened in binary mode, which are read in pieces. ``lists`` gives what
    registers say, so that more is checked: "organisations" (identifier,), "programs" and "subjects" (code, name),
    "localities" (postcode, suburb, state), "reported-completions" (program, client). ``organisation`` is who submits.
    The check needs no records; ``engine`` is used when it is given, for its actor's rights.
    """
    if engine is None:
        with open_engine(":memory:") as own:
            return check(files, collection_year, release=release, target=target, submitted_on=submitted_on,
                         organisation=organisation, lists=lists, engine=own)
    findings: list[dict[str, Any]] = []
    options = {"collection_year": collection_year, "release": release, "target": target, "submitted_on": submitted_on,
               "organisation": organisation}
    with engine.session("statutory.check", **options) as session:
        rest = b""
        for piece in _pieces(files, lists or {}):
            session.feed(piece)
            rest = _take(session, rest, findings)
        summary = session.finish()
        _take(session, rest, findings)
    return Report(findings, summary)


def day(text: str) -> dt.date | None:
    """The day that DDMMYYYY says; None when it says none. Since 0.1."""
    try:
        return dt.datetime.strptime(text, "%d%m%Y").date() if len(text) == 8 else None
    except ValueError:
        return None


def _name(file: str) -> str:
    return file.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0].upper()


def _cells(row: Mapping[str, Value], names: list[str]) -> list[str | None]:
    for name in row:
        if name not in names:
            raise KeyError(name)
    return [_text(row.get(name)) for name in names]


def _text(value: Value) -> str | None:
    return value.strftime("%d%m%Y") if isinstance(value, dt.date) else None if value is None else str(value)


def _rows(rows: Any) -> Iterator[Mapping[str, Value]]:
    if isinstance(rows, Table):
        rows = rows.columns
    if isinstance(rows, Mapping):
        return (dict(zip(rows, values)) for values in zip(*rows.values()))
    return iter(rows)


def _head(file: str, data: Any) -> bytes:
    return json.dumps({"file": file, "bytes": len(memoryview(data).cast("B"))}).encode() + b"\n"


def _pieces(files: Mapping[str, Source], lists: Mapping[str, Iterable[Sequence[str]]]) -> Iterator[Any]:
    for name, rows in lists.items():
        cells = (",".join('"%s"' % cell.replace('"', '""') for cell in row) for row in rows)
        data = "\n".join(["header", *cells, ""]).encode()
        yield _head(name + ".csv", data)
        yield data
    for name, source in files.items():
        while hasattr(source, "read") and (data := source.read(PIECE)):
            yield _head(name, data)
            yield data
        if not hasattr(source, "read"):
            yield _head(name, source)
            yield source


def _take(session: Any, rest: bytes, findings: list[dict[str, Any]]) -> bytes:
    for stream, data in session.take():
        if stream == "findings":
            *lines, rest = (rest + data).split(b"\n")
            findings.extend({**FINDING, **json.loads(line)} for line in lines)
    return rest
