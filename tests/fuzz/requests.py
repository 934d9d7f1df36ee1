#!/usr/bin/env python3
"""Asks random requests in the worlds of the stories, and checks what must hold of every request.

    requests.py [--cases N] [--seed S]

A world is what a story tells up to one of its steps; the requests are near those of the story (mutants.py). Of each:
the library neither crashes nor hangs nor fails inside; an error has a code and a place that the request has; nothing
personal stands in a text; a plan says what the request then does; what is refused, unchanged or planned writes nothing;
what is told again changes nothing more; a decision without an engine is the same; and of each world the journal holds
together. The first that does not is printed with its seed and the fewest requests that show it; exit status 1 then.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import signal
import sys
import traceback

import provost
from mutants import PERSONAL, Mutants, copied

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "scenarios")]
import doors  # noqa: E402
import run  # noqa: E402

doors.SECRET = ""  # as decisions without an engine have none
from effort import effort  # noqa: E402

REQUESTS = 60  # asked in one world
PATIENCE = 60  # seconds that a world may take
CALLERS_FAULT = ("invalid", "not_found", "limit", "conflict", "unsupported")
SAID = ("verdict", "code", "status", "pointer", "sentence", "notes", "reasons", "missing")
NUMBERED = ("report", "plan")  # parts of an answer that name the ids of new records
NAMES = ("external_id", "login", "key", "code")  # members by which records are called
ONCE = ("plan_only", "approval", "key", "ids", "row_digest", "detail")  # said otherwise here
FIRST_ID, IDS = 10**9, 300  # of records whose ids the request gives, and how many it gives


class World:
    """An engine that was told a story up to one of its steps, and the requests that are asked there."""

    def __init__(self, seed, stories):
        self.random = random.Random(seed)
        self.path = self.random.choice(stories)
        story = run.read(self.path)
        background = run.read(TESTS / "scenarios" / "backgrounds" / (story["background"] + ".json")) if "background" in story else []
        self.door = doors.PythonDoor()
        self.now = story.get("now", run.USUAL_NOW)
        self.teller = run.Teller(self.door, story, background)
        self.door.open(run.datetime.datetime.fromisoformat(self.now.replace("Z", "+00:00")))
        self.engine = self.door.engine
        steps = background + story.get("given", []) + [
            step["when"] for step in ([story] if "when" in story else []) + story.get("steps", [])]
        self.told = self.random.randint(1 + len(steps) // 2, len(steps))
        self.tell(steps[:self.told])
        mutants = Mutants(self.random, self.known(steps), self.named())
        self.requests = [mutants.request() for _ in range(REQUESTS)]
        self.position = self.engine.journal()

    def tell(self, steps):
        for step in steps:
            try:
                self.teller.carry_out(step)
            except (run.Unexpected, LookupError):
                pass  # it rests on a step that came otherwise

    def known(self, steps):
        """The story's requests, those that were not told yet, too."""
        requests = []
        for step in steps:
            try:
                document = self.teller.named(step)
            except run.Unexpected:
                continue
            if document.get("verb") in provost.VERBS:
                requests.append({name: value for name, value in document.items()
                                 if not name.startswith("x-") and name not in ONCE})
        return requests

    def named(self):
        """What the records of each kind are called."""
        found = {}
        for kind in provost.KINDS:
            name = next((member.name for member in provost.KINDS[kind].__described__.fields if member.name in NAMES), None)
            records = self.door.find({"kind": kind}) if name else ()
            found[kind] = [value for record in records if (value := json.loads(record).get(name))]
        return {kind: names for kind, names in found.items() if names}

    # -- what must hold ----------------------------------------------------------------------------------------------

    def problem(self, number, outcomes):
        """What does not hold of a request; None when all does."""
        request = self.requests[number]
        ids = list(range(FIRST_ID + number * IDS, FIRST_ID + (number + 1) * IDS))
        parts = SAID
        if number % 2:  # the others show that the library reserves what it needs
            request, parts = {**request, "ids": ids}, SAID + NUMBERED
        request = {**request, "detail": "full"}
        planned, decided = self.answer({**request, "plan_only": True}), self.decide(request, ids)
        if self.moved():
            return "a plan wrote"
        came = self.answer(request)
        if came.get("code", "").endswith(".approval") and "approval" in planned:  # not without its plan
            came = self.answer({**request, "approval": planned["approval"]})
        outcomes[request["verb"], came["verdict"]] += 1
        if came["verdict"] not in ("accepted", "held") and self.moved():
            return "%s wrote" % came["verdict"]
        return (self.error_problem(request, came) or personal_problem(came) or differing("plan", planned, came, parts)
                or differing("without an engine", decided, planned, parts) or self.again_problem(request, came, outcomes))

    def again_problem(self, request, came, outcomes):
        """What is told again changes nothing more."""
        before, self.position = self.position, self.engine.journal()
        if before.chain == self.position.chain:
            return None
        again = self.answer({name: value for name, value in request.items() if name != "ids"})
        outcomes[request["verb"], "again " + again["verdict"]] += 1
        self.position = self.engine.journal()
        return None

    def moved(self):
        return self.engine.journal().chain != self.position.chain

    def answer(self, request):
        try:
            return json.loads(self.engine.run_document(request))
        except provost.ProvostError as error:
            return error_of(error)

    def decide(self, request, ids):
        """The decision of the library without an engine over this world's records."""
        try:
            decision = provost.decide({"recorded": self.now, **copied(request)}, self.fetch,
                                      reserve=lambda count: ids[:count])
            return json.loads(decision.answer.to_json())
        except provost.ProvostError as error:
            return error_of(error)

    def fetch(self, kind, index, values):
        if index != "id":
            return self.door.find({"kind": kind, "index": index, "values": values})
        found = []
        for value in values:
            try:
                found.append(self.engine.get(kind, int(value)))
            except provost.NotFoundError:
                pass
        return found

    @staticmethod
    def error_problem(request, came):
        """An error has a code and the place of a value that is there, or is missing there."""
        if came["verdict"] != "error":
            return None
        if came["status"] not in CALLERS_FAULT or came["code"] == "none":
            return "fails: %s" % came
        inside = request
        for name in came["pointer"].split("/")[1:]:
            if isinstance(inside, list) and name.isdigit() and int(name) < len(inside):
                inside = inside[int(name)]
            elif isinstance(inside, dict):
                inside = inside.get(name.replace("~1", "/").replace("~0", "~"), {})  # or what is missing there
            else:
                return "an error at %s, which is not in the request" % came["pointer"]
        return None

    def whole_problem(self):
        """What does not hold of the world at its end."""
        found, judged = self.engine.verify().findings, self.engine.rejudge().differences
        return "audit: %s %s" % (found, judged) if found or judged else None


def error_of(error):
    return {"verdict": "error", "status": error.status, "code": error.code, "sentence": error.args[0],
            "pointer": error.pointer.removeprefix("/request")}  # without an engine the request stands inside a document


def personal_problem(came):
    return "says what is personal: %s" % came if PERSONAL in json.dumps(
        [came.get(part) for part in ("sentence", "reasons", "notes")]) else None


def differing(what, first, second, parts):
    for part in parts:
        if first.get(part) != second.get(part):
            return "%s: %s %s, not %s" % (what, part, first.get(part), second.get(part))
    return None


# -- apart from this process, because a crash shall be told --------------------------------------------------------------


def apart(work):
    """What work(note) answers in a process of its own: (answer, last note), where the answer is a problem when it died."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        signal.alarm(PATIENCE)
        try:
            with os.fdopen(writes, "w", buffering=1) as pipe:
                pipe.write(json.dumps([work(lambda note: pipe.write(json.dumps([None, note]) + "\n")), None]) + "\n")
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writes)
    with os.fdopen(reads) as pipe:
        lines = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    notes = [json.loads(line) for line in lines]
    last = next((note for answer, note in reversed(notes) if note is not None), None)
    if status:
        return {"problem": "died of signal %d" % os.WTERMSIG(status) if os.WIFSIGNALED(status) else "died", "at": last}
    return notes[-1][0]


def told(seed, stories, kept, note=lambda number: None):
    """Asks the requests of a world that are kept (all when None): the problem, and where it showed."""
    world, outcomes = World(seed, stories), collections.Counter()
    result = {"problem": None, "path": world.path.name, "requests": {}}
    for number in range(len(world.requests)):
        if kept is not None and number not in kept:
            continue
        note(number)
        result["problem"] = world.problem(number, outcomes)
        if result["problem"]:
            result["at"] = number
            break
    else:
        result["problem"], result["at"] = world.whole_problem(), REQUESTS
    result["outcomes"] = [[*key, count] for key, count in sorted(outcomes.items())]
    world.engine.close()
    return result
