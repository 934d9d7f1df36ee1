#!/usr/bin/env python3
"""Reads the statutory files of an export with a reader of its own and compares NAT00120 with what is expected.

    read_nat.py EXPORT_FOLDER [expected_nat00120.csv]

Layouts were typed from the published release 8.0, not taken from the library. Prints every problem; exit status 1 then.
"""
import csv
import datetime
import pathlib
import re
import sys

# Lengths and types of the national fields in order: A text, N digits, D day; upper case: must not be blank.
LAYOUTS = {
    "NAT00010": "A10 A100 a158",
    "NAT00020": "A10 A10 A100 A4 N2 A50 A4",
    "NAT00030": "A10 A100 n4 a16",
    "NAT00030A": "A10 A100 n4 N2 n3 n4 a6 A1",
    "NAT00060": "A12 A100 a6 A1 n4",
    "NAT00080": "A10 A60 A2 A1 A8 A4 A1 A4 A2 A4 A1 A1 A1 A50 A10 A2 a50 a30 A15 A70 a1",
    "NAT00085": "A10 a4 a40 A40 a50 a30 a15 a70 a22 A50 A4 N2 a20 a20 a20 a80 a80",
    "NAT00090": "A10 N2",
    "NAT00100": "A10 N3",
    "NAT00120": "A10 A10 A10 A12 a10 D8 D8 A3 N2 N2 N1 a10 a10 a2 A1 a10 a2",
    "NAT00130": "A10 A10 A10 D8 A1",
}
LENGTHS = {"NAT00010": 268, "NAT00020": 180, "NAT00030": 130, "NAT00030A": 130, "NAT00060": 123, "NAT00080": 327,
           "NAT00085": 557, "NAT00090": 12, "NAT00100": 13, "NAT00120": 111, "NAT00130": 39}
OUTCOMES = set("20 30 40 41 51 52 60 61 70 81 82 85".split())
problems = []


def problem(text):
    problems.append(text)


def day(text):
    return datetime.datetime.strptime(text, "%d%m%Y").date().isoformat()


def check_field(place, kind, text):
    value = text.strip(" ")
    if not value:
        if kind.isupper():
            problem(f"{place}: blank")
    elif kind in "Aa":
        if text[0] == " ":
            problem(f"{place}: not left-justified: {text!r}")
    elif kind in "Nn":
        if not re.fullmatch(r"[0-9]+|@+", text):
            problem(f"{place}: not digits: {text!r}")
    else:
        try:
            day(text)
        except ValueError:
            problem(f"{place}: no day: {text!r}")
    return value


def read(folder, name):
    path = folder / f"{name}.txt"
    if not path.exists():
        return []
    data = path.read_bytes()
    fields = [(f[0], int(f[1:])) for f in LAYOUTS[name].split()]
    assert sum(length for _, length in fields) == LENGTHS[name], name
    if not data.endswith(b"\r\n"):
        problem(f"{name}: the last record has no CR LF")
    rows = []
    for number, line in enumerate(data.split(b"\r\n")[:-1], 1):
        place = f"{name}:{number}"
        if len(line) != LENGTHS[name] or not re.fullmatch(rb"[ -~]*", line):
            problem(f"{place}: {len(line)} bytes, or not printable ASCII")
            continue
        text, row = line.decode("ascii"), []
        for i, (kind, length) in enumerate(fields, 1):
            row.append(check_field(f"{place} field {i}", kind, text[:length]))
            text = text[length:]
        rows.append(row)
    return rows


def check_unique(name, keys):
    if len(set(keys)) != len(keys):
        problem(f"{name}: an identifier stands twice")


def check_same(what, left, right):
    for value in sorted(set(left) ^ set(right))[:5]:
        problem(f"{what}: {value!r} is in one of them only")


def check_references(files):
    """Every file holds exactly what NAT00120 refers to; NAT00085 the clients of NAT00080."""
    activities = files["NAT00120"]
    programs = [row[0] for row in files["NAT00030"] + files["NAT00030A"]]
    clients = [row[0] for row in files["NAT00080"]]
    for name, keys, used in [
        ("NAT00010", [row[0] for row in files["NAT00010"]], [row[0] for row in activities]),
        ("NAT00020", [tuple(row[:2]) for row in files["NAT00020"]], [tuple(row[:2]) for row in activities]),
        ("NAT00030", programs, [row[4] for row in activities if row[4]]),
        ("NAT00060", [row[0] for row in files["NAT00060"]], [row[3] for row in activities]),
        ("NAT00080", clients, [row[2] for row in activities]),
        ("NAT00085", [row[0] for row in files["NAT00085"]], clients),
    ]:
        check_unique(name, keys)
        check_same(f"{name} and its users", keys, used)


def check_activities(rows):
    check_unique("NAT00120", [tuple(row[1:6]) for row in rows])
    commencing = {}
    for number, row in enumerate(rows, 1):
        outcome, mode, program = row[8], row[7], row[4]
        place = f"NAT00120:{number}"
        if outcome not in OUTCOMES:
            problem(f"{place}: outcome {outcome}")
        if not re.fullmatch("[YN]{3}", mode) or (mode == "NNN") != (outcome in ("51", "52", "60")):
            problem(f"{place}: delivery mode {mode} with outcome {outcome}")
        if row[10] not in ("3", "4", "8") or (row[10] == "8") != (program == ""):
            problem(f"{place}: commencing program {row[10]} with program {program!r}")
        if program and commencing.setdefault((row[2], program), row[10]) != row[10]:
            problem(f"{place}: two commencing values of one client and program")
        if day(row[5]) > day(row[6]):
            problem(f"{place}: the end lies before the start")


def compare(rows, findings, expected_path):
    numbers = {int(f["line"]): f["avs"] for f in findings if f["file"] == "NAT00120" and f["avs"]}
    found = [(row[2], row[3], row[4], day(row[5]), day(row[6]), row[8], numbers.get(number, ""))
             for number, row in enumerate(rows, 1)]
    columns = ("Client ID", "Subject", "Program", "Start", "End", "Outcome", "Finding")
    with open(expected_path, encoding="utf-8", newline="") as file:
        expected = [tuple(row[name] for name in columns) for row in csv.DictReader(file)]
    for text, rows_there, others in [("unexpected", found, expected), ("missing", expected, found)]:
        for row in sorted(set(rows_there) - set(others))[:10]:
            problem(f"NAT00120 {text}: {','.join(row)}")
    if len(found) != len(expected):
        problem(f"NAT00120: {len(found)} records, {len(expected)} expected")
    order = "same" if found == expected else "other"
    print(f"NAT00120: {len(found)} records, {len(expected)} expected, {order} order")


def main():
    folder = pathlib.Path(sys.argv[1]) / "nat"
    files = {name: read(folder, name) for name in LAYOUTS}
    for path in sorted(folder.glob("NAT*")):
        if path.stem not in LAYOUTS:
            problem(f"{path.name}: no layout")
    if not problems:
        check_references(files)
        check_activities(files["NAT00120"])
        if len(sys.argv) > 2:
            with open(folder / "findings.csv", encoding="utf-8", newline="") as file:
                compare(files["NAT00120"], list(csv.DictReader(file)), sys.argv[2])
    print(" ".join(f"{name}:{len(rows)}" for name, rows in files.items()))
    for text in problems[:40]:
        print(text)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
