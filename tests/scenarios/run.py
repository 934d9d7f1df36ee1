#!/usr/bin/env python3
"""Tells the stories of this folder through the Python module, in memory; README.md describes the format.

    run.py FOLDER [--compare TRANSCRIPT]

With --compare every answer must have the bytes that another language's runner wrote.  @rows MIS-06
"""
import argparse
import datetime
import json
import pathlib
import sys

import provost
from provost import _provost

USUAL_NOW = "2026-02-16T00:00:00Z"
MOST = 1000


class Unexpected(Exception):
    """Something did not come out as written."""


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def difference(expected, found, place=""):
    """What differs, with its place; None when all that is expected is there (null: must be absent)."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            inside = "%s/%s" % (place, key)
            if value is None and key in found:
                return "%s: expected nothing, found %s" % (inside, compact(found[key]))
            if value is not None and key not in found:
                return "%s: expected %s, found nothing" % (inside, compact(value))
            differs = value is not None and difference(value, found[key], inside)
            if differs:
                return differs
        return None
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return next((differs for number, pair in enumerate(zip(expected, found))
                     if (differs := difference(*pair, "%s/%d" % (place, number)))), None)
    same = type(expected) is type(found) and expected == found
    return None if same else "%s: expected %s, found %s" % (place, compact(expected), compact(found))


class Teller:
    """One story on one engine."""

    def __init__(self, story, background):
        self.story, self.background, self.kept, self.transcript = story, background, {}, []
        now = datetime.datetime.fromisoformat(story.get("now", USUAL_NOW).replace("Z", "+00:00"))
        self.engine = provost.open(":memory:", now=now, secret="scenarios")

    def tell(self):
        with self.engine:
            for number, step in enumerate(self.background + self.story.get("given", []), 1):
                outcome = self.carry_out(step)
                if outcome.get("verdict") != "accepted" and outcome.get("summary", {"rejected": 1})["rejected"]:
                    raise Unexpected("given %d: was not accepted: %s" % (number, compact(outcome)))
            if "when" in self.story:
                self.check("when", self.story["when"], self.story["then"])
            for number, step in enumerate(self.story.get("steps", []), 1):
                self.check("step %d" % number, step["when"], step["then"])
            journal = self.engine.journal()
            self.transcript.append("%d %s" % (journal.entries, journal.state or ""))

    def named(self, value):
        """With "@name" replaced by what an earlier step kept under that name."""
        if isinstance(value, str) and len(value) > 1 and value[0] == "@":
            return self.kept[value[1:]]
        if isinstance(value, list):
            return [self.named(item) for item in value]
        if isinstance(value, dict):
            return {key: item if key == "x-rows" else self.named(item) for key, item in value.items()}
        return value

    def carry_out(self, step):
        document = self.named(step)
        try:
            outcome = self.run_session(document) if "session" in document else self.run_request(document)
        except provost.ProvostError as error:
            outcome = {"error": {"status": error.status, "code": error.code}}
            if error.pointer:
                outcome["error"]["pointer"] = error.pointer
            self.transcript.append(compact(outcome))
        wanted = {**({step["x-as"]: "id"} if "x-as" in step else {}), **step.get("x-keep", {})}
        self.kept.update({name: outcome[member] for name, member in wanted.items() if member in outcome})
        return outcome

    def run_request(self, document):
        self.transcript.append(self.engine.run_document(compact(document)))
        return json.loads(self.transcript[-1])

    def run_session(self, document):
        session = _provost.begin(self.engine._handle, compact(document).encode())
        for row in document.get("x-rows", []):
            session.feed((row + "\n").encode())
        self.transcript.append(session.finish())
        outcome, streams = {"summary": json.loads(self.transcript[-1])}, {}
        while (piece := session.take()) is not None:
            streams[piece[0]] = streams.get(piece[0], "") + piece[1].decode()
        for text in streams.values():
            self.transcript += text.splitlines()
        return {**outcome, "streams": streams}

    def check(self, where, step, then):
        before = self.engine.journal()
        outcome, then = self.carry_out(step), self.named(then)
        expected = {"code": None, "error": None, **{key: value for key, value in then.items() if key not in ("answer", "records")},
                    **then.get("answer", {})}
        self.expect(where, expected, outcome)
        for wanted in then.get("records", []):
            values = [str(value) for value in wanted.get("values", [])]
            found = self.engine._handle.find(wanted["kind"], wanted.get("index", ""), values, 0, MOST)
            self.transcript += found
            self.expect("%s: %s" % (where, wanted["kind"]), wanted["are"], [json.loads(record) for record in found])
        writes = outcome.get("verdict") in ("accepted", "held") and "plan_only" not in step
        moved = self.engine.journal().entries - before.entries
        if "summary" not in outcome and moved != (1 if writes else 0):
            raise Unexpected("%s: made %d entries in the journal" % (where, moved))

    @staticmethod
    def expect(where, expected, found):
        differs = difference(expected, found)
        if differs:
            raise Unexpected("%s: %s in %s" % (where, differs, compact(found)))


def tell(path, folder):
    """The transcript of a story."""
    story, background = json.loads(path.read_text(encoding="utf-8")), []
    if "background" in story:
        background = json.loads((folder / "backgrounds" / (story["background"] + ".json")).read_text(encoding="utf-8"))
    teller = Teller(story, background)
    teller.tell()
    return ["# " + path.relative_to(folder).as_posix(), *teller.transcript]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--compare", type=pathlib.Path, metavar="TRANSCRIPT")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*.json") if path.parent.name != "backgrounds")
    problems, transcript = [], []
    for path in paths:
        try:
            transcript += tell(path, options.folder)
        except Unexpected as problem:
            problems.append("%s: %s" % (path, problem))
    if options.compare and not problems:
        theirs = options.compare.read_text(encoding="utf-8").splitlines()
        for number, pair in enumerate(zip(transcript + [""], theirs + [""]), 1):
            if pair[0] != pair[1]:
                problems.append("answers differ from those in %s, line %d:\n%s\n%s" % (options.compare, number, *pair))
                break
    print("\n".join([*problems, "%d stories, %d problems" % (len(paths), len(problems))]))
    sys.exit(1 if problems or not paths else 0)


if __name__ == "__main__":
    main()
