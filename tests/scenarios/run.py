#!/usr/bin/env python3
"""Tells the stories of this folder through a door of the library, in memory; README.md describes the format.

    run.py FOLDER [--door python | --door NAME=COMMAND] [--compare TRANSCRIPT]

The door is the Python module, or a program in another language (tell.c, tell.php). With --compare every answer must
have the bytes that another door's runner wrote.  @rows MIS-06
"""
import argparse
import datetime
import hashlib
import hmac
import itertools
import json
import pathlib
import sys

import doors

USUAL_NOW = "2026-02-16T00:00:00Z"


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
    """One story on one engine. The transcript is what the library wrote, as it stands."""

    def __init__(self, door, story, background):
        self.door, self.story, self.background, self.kept, self.transcript = door, story, background, {}, ""

    def tell(self):
        self.door.open(now_of(self.story))
        try:
            for number, step in enumerate(self.background + self.story.get("given", []), 1):
                outcome = self.carry_out(step)
                if outcome.get("verdict") != "accepted" and outcome.get("summary", {"rejected": 1})["rejected"]:
                    raise Unexpected("given %d: was not accepted: %s" % (number, compact(outcome)))
            if "when" in self.story:
                self.check("when", self.story["when"], self.story["then"])
            for number, step in enumerate(self.story.get("steps", []), 1):
                self.check("step %d" % number, step["when"], step["then"])
            self.transcript += "%d %s\n" % self.door.journal()
        finally:
            self.door.close()

    def named(self, value):
        """With "@name" replaced by what an earlier step kept under that name."""
        if isinstance(value, str) and len(value) > 1 and value[0] == "@":
            if value[1:] not in self.kept:
                raise Unexpected("nothing was kept as %s" % value)
            return self.kept[value[1:]]
        if isinstance(value, list):
            return [self.named(item) for item in value]
        if isinstance(value, dict):
            return {key: item if key == "x-rows" else self.named(item) for key, item in value.items()}
        return value

    def carry_out(self, step):
        document = self.named(step)
        try:
            kind = next((word for word in ("session", "find") if word in document), "request")
            outcome = getattr(self, "run_" + kind)(document)
        except self.door.Error as error:
            outcome = {"error": {"status": error.status, "code": error.code}}
            if error.pointer:
                outcome["error"]["pointer"] = error.pointer
            self.transcript += compact(outcome) + "\n"
        if "x-sign" in step:
            self.sign(step["x-sign"], outcome)
        wanted = {**({step["x-as"]: "id"} if "x-as" in step else {}), **step.get("x-keep", {})}
        self.kept.update({name: outcome[member] for name, member in wanted.items() if member in outcome})
        return outcome

    def sign(self, name, outcome):
        """What the host's verifier would do with a text that was prepared for a signature."""
        prepared = json.loads(outcome["report"][0]["value"])
        key = hmac.digest(doors.SECRET.encode(), b"provost-signature", "sha256")
        self.kept[name] = prepared
        self.kept[name + "_token"] = hmac.new(key, prepared.encode(), "sha256").hexdigest()

    def run_request(self, document):
        answer = self.door.run(compact(document))
        self.transcript += answer + "\n"
        return json.loads(answer)

    def run_find(self, document):
        found = self.door.find(document["find"])
        self.transcript += "".join(record + "\n" for record in found)
        records = [json.loads(record) for record in found]
        return {"found": records, **({"id": records[0]["id"]} if records else {})}

    def run_session(self, document):
        self.door.begin(compact(document))
        try:
            for row in document.get("x-rows", []):
                self.door.feed((row + "\n").encode())
            streams = {}
            if "x-report" in document:
                self.take_all(streams, document["x-report"])
            summary = self.door.finish()
            self.transcript += summary + "\n"
            self.take_all(streams, None)
        finally:
            self.door.end()
        # Refused rows come in the encoding of their file.
        streams = {stream: data.decode(errors="replace") for stream, data in streams.items()}
        self.transcript += "".join(streams.values())
        return {"summary": json.loads(summary), "streams": streams}

    def take_all(self, streams, report):
        """Takes what there is; a session that hands out is told of each line what the story says of all."""
        while (piece := self.door.take()) is not None:
            streams[piece[0]] = streams.get(piece[0], b"") + piece[1]
            for line in piece[1].splitlines() if report else ():
                if line.startswith(b"{"):
                    handed = json.loads(line)
                    name = "op_id" if "op_id" in handed else "id"
                    self.door.feed((compact({name: handed[name], **report}) + "\n").encode())

    def check(self, where, step, then):
        before = self.door.journal()
        outcome, then = self.carry_out(step), self.named(then)
        expected = {"code": None, "error": None, **{key: value for key, value in then.items() if key not in ("answer", "records")},
                    **then.get("answer", {})}
        self.expect(where, expected, outcome)
        for wanted in then.get("records", []):
            values = [value if isinstance(value, str) else compact(value) for value in wanted.get("values", [])]
            query = {key: value for key, value in wanted.items() if key != "are"}
            found = self.door.find({**query, "values": values})
            self.transcript += "".join(record + "\n" for record in found)
            self.expect("%s: %s" % (where, wanted["kind"]), wanted["are"], [json.loads(record) for record in found])
        if "summary" not in outcome:
            self.check_journal(where, outcome.get("verdict") in ("accepted", "held") and "plan_only" not in step, before)

    def check_journal(self, where, writes, before):
        """A refusal writes nothing, a change is one entry."""
        after = self.door.journal()
        if after[0] - before[0] != (1 if writes else 0):
            raise Unexpected("%s: made %d entries in the journal" % (where, after[0] - before[0]))
        if not writes and after != before:
            raise Unexpected("%s: changed the state" % where)

    @staticmethod
    def expect(where, expected, found):
        differs = difference(expected, found)
        if differs:
            raise Unexpected("%s: %s in %s" % (where, differs, compact(found)))


def read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise Unexpected("%s can not be read: %s" % (path.name, problem)) from problem


def now_of(story):
    return datetime.datetime.fromisoformat(story.get("now", USUAL_NOW).replace("Z", "+00:00"))


def background_of(story, folder):
    """What is given before the story begins."""
    return read(folder / "backgrounds" / (story["background"] + ".json")) if "background" in story else []


def tell(path, folder, door):
    """The transcript of a story."""
    story = read(path)
    teller = Teller(door, story, background_of(story, folder))
    try:
        teller.tell()
    except door.Error as problem:
        raise Unexpected("the library failed: %s" % problem) from problem
    except KeyError as problem:
        raise Unexpected("the story lacks the member %s" % problem) from problem
    except ValueError as problem:
        raise Unexpected("the story has no sense: %s" % problem) from problem
    return "# %s\n%s" % (path.relative_to(folder).as_posix(), teller.transcript)


def difference_of_texts(ours, path):
    """The first line in which the transcript at `path` differs from ours; none when they are the same."""
    theirs = path.read_bytes().decode()
    pairs = itertools.zip_longest(ours.split("\n"), theirs.split("\n"), fillvalue="")
    return ["answers differ from those in %s, line %d:\n%s\n%s" % (path, number, *pair)
            for number, pair in enumerate(pairs, 1) if pair[0] != pair[1]][:1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--door", default="python", metavar="NAME=COMMAND")
    parser.add_argument("--compare", type=pathlib.Path, metavar="TRANSCRIPT")
    options = parser.parse_args()
    door = doors.door_of(options.door)
    paths = sorted(path for path in options.folder.rglob("*.json") if path.parent.name != "backgrounds")
    if not paths or (options.compare and not options.compare.is_file()):
        parser.error("there is no %s" % ("transcript %s" % options.compare if paths else "story in %s" % options.folder))
    problems, transcript = [], ""
    for path in paths:
        try:
            transcript += tell(path, options.folder, door)
        except Unexpected as problem:
            problems.append("%s: %s" % (path, problem))
    door.leave()
    if options.compare and not problems:
        problems += difference_of_texts(transcript, options.compare)
    digest = hashlib.sha256(transcript.encode()).hexdigest()
    print("\n".join([*problems, "%d stories, %d problems, answers %s" % (len(paths), len(problems), digest[:16])]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
