"""A world in which random requests are asked: an engine that was told a story up to one of its steps; and what must
hold of a request there, and of the world when all were asked."""
import json
import pathlib
import sys

import provost
from mutants import PERSONAL, Mutants, copied
from shared_sets import SharedSets, links_problem, records_of

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "scenarios")]
import doors  # noqa: E402
import run  # noqa: E402
from effort import effort  # noqa: E402, F401

STORIES = TESTS / "scenarios"
CALLERS_FAULT = ("invalid", "not_found", "limit", "conflict", "unsupported")
SAID = ("verdict", "code", "status", "pointer", "sentence", "notes", "reason", "needs")
NUMBERED = ("report", "plan")  # parts of an answer that name the ids of new records
FIRST_ID, IDS = 10**9, 300  # of records whose ids the request gives, and how many it gives
NAMES = ("external_id", "login", "key", "code")  # members by which records are called
ONCE = ("plan_only", "approval", "key", "ids", "row_digest", "detail")  # said otherwise here
# Verbs that do something more each time they are asked, and why.
EACH_TIME = {
    "catalogue.define_medium": "with publish it is a new version",
    "notices.send": "somebody sends by hand",
    "notices.send_again": "it says so",
    "registration.answer_request": "each answer is one step",
    "resources.book": "bookings have no name, and may stand beside each other where the resource allows it",
    "resources.book_series": "as bookings",
    "results.change_outcomes": "rows of one request may say this and then that of the same unit",
}
SHARING = 5  # one of so many worlds is of courses whose sets have component courses in common
SECRET = doors.SECRET
ATTEMPTED = "participant.signed"  # each attempt to change what is signed stands in the history


def all_stories():
    return sorted(path for path in STORIES.rglob("*.json") if path.parent.name != "backgrounds")


def steps_of(story):
    """What a story tells, one after the other, behind its background."""
    steps = ([story] if "when" in story else []) + story.get("steps", [])
    return story.get("given", []) + [step["when"] for step in steps]


class World:
    """The engine of a story, of which nothing is told yet. One that signs has a secret, which a decision without an
    engine does not have: it makes other digests."""

    def __init__(self, path, signs=False, story=None):
        """`story`: one that stands in no file."""
        self.signs, doors.SECRET = signs, SECRET if signs else ""
        story, self.shares = story or run.read(path), story is not None
        background = run.background_of(story, STORIES)
        self.path, self.steps = path, background + steps_of(story)
        self.now, self.door = story.get("now", run.USUAL_NOW), doors.PythonDoor()
        self.door.open(run.now_of(story))
        self.engine, self.teller = self.door.engine, run.Teller(self.door, story, background)

    def begin(self, random, count):
        """Tells the story up to one of its steps, and makes so many requests."""
        self.told = random.randint(1 + len(self.steps) // 2, len(self.steps))
        for step in self.steps[:self.told]:
            self.tell(step)
        mutants = Mutants(random, [request for step in self.steps if (request := self.request_of(step))], self.named())
        self.requests = [mutants.request() for _ in range(count)]
        self.gives_ids = random.random() < 0.5  # in one world all or none, so that later records have greater ids
        self.position = self.engine.journal()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.door.close()

    def tell(self, step):
        try:
            self.teller.carry_out(step)
        except (run.Unexpected, LookupError):
            pass  # it rests on a step that came otherwise without the checks of the story

    def request_of(self, step):
        """The request of a step; None when it is none, or rests on what is not told yet."""
        try:
            document = self.teller.named(step)
        except run.Unexpected:
            return None
        if document.get("verb") not in provost.VERBS:
            return None
        return {name: value for name, value in document.items() if not name.startswith("x-") and name not in ONCE}

    def named(self):
        """What the records of each kind are called."""
        found = {}
        for kind, made in provost.KINDS.items():
            name = next((member.name for member in made.__described__.fields if member.name in NAMES), None)
            records = [json.loads(record) for record in self.door.find({"kind": kind})] if name else []
            found[kind] = [record[name] for record in records if record.get(name)]
        return {kind: names for kind, names in found.items() if names}

    # -- what must hold ----------------------------------------------------------------------------------------------

    def problem(self, number, outcomes):
        """What does not hold of a request; None when all does. Counts its verdict."""
        ids = ids_from(2 * number)
        request, parts = {**self.requests[number], "detail": "full"}, SAID
        if self.gives_ids:  # other worlds show that the library reserves what it needs
            request, parts = {**request, "ids": ids}, SAID + NUMBERED
        planned, decided = self.answer({**request, "plan_only": True}), self.decision(request, ids)
        if self.has_moved():
            return "a plan wrote"
        approved = {**request, "approval": planned["approval"]} if "approval" in planned else request
        came = self.answer(approved if number % 4 == 0 else request)
        if came.get("code", "").endswith(".approval"):  # not without its plan
            came = self.answer(approved)
        outcomes[came["verdict"]] += 1
        wrote = self.has_moved()
        if wrote and came["verdict"] not in ("accepted", "held"):
            return "%s wrote" % came["verdict"]
        same = SAID + NUMBERED if number % 4 == 0 else parts
        return (error_problem(request, came) or personal_problem(came) or differing("the plan", planned, came, same)
                or (None if self.signs else differing("without an engine", decided, planned, parts))
                or (self.again_problem(request, ids_from(2 * number + 1)) if wrote else None))

    def decided_otherwise(self, request):
        """What the library without an engine decides otherwise; None when nothing."""
        ids = ids_from(0)
        request = {**request, "detail": "full"}
        return differing("without an engine", self.decision(request, ids), self.answer({**request, "plan_only": True}), SAID)

    def again_problem(self, request, ids):
        """What is told again changes nothing more."""
        again = self.answer({**request, "ids": ids} if self.gives_ids else request)
        each_time = request["verb"] in EACH_TIME or again.get("code") == ATTEMPTED
        return "told again: %s" % again if self.has_moved() and not each_time else None

    def has_moved(self):
        """Whether anything was written since this was asked last."""
        before, self.position = self.position, self.engine.journal()
        return before.chain != self.position.chain

    def answer(self, request):
        try:
            return json.loads(self.engine.run_document(request))
        except provost.ProvostError as error:
            return error_of(error)

    def decision(self, request, ids):
        """What the library decides without an engine over this world's records."""
        try:
            decided = provost.decide({"recorded": self.now, **copied(request)}, self.fetch,
                                     reserve=lambda count: ids[:count])
            return json.loads(decided.answer.to_json())
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

    def whole_problem(self):
        """What does not hold of the world in the end."""
        found, judged = self.engine.verify().findings, self.engine.rejudge().differences
        if found or judged:
            return "audit: %s %s" % (found, judged)
        return links_problem(records_of(self.door)) if self.shares else None


def world_of(seed, stories, random):
    """The world of a seed: that of one of the stories, or of courses that share component courses."""
    if seed % SHARING == 0:
        return World(pathlib.Path("shared_sets"), seed % 2 == 0, SharedSets(random).story())
    return World(random.choice(stories), seed % 2 == 0)


def ids_from(part):
    """The ids that a request gives; parts ascend."""
    return list(range(FIRST_ID + part * IDS, FIRST_ID + (part + 1) * IDS))


def error_of(error):
    return {"verdict": "error", "status": error.status, "code": error.code, "sentence": error.args[0],
            "pointer": error.pointer.removeprefix("/request")}  # without an engine the request stands inside a document


def error_problem(request, came):
    """An error is the caller's, has a code, and the place of what is there, or should be."""
    if came["verdict"] != "error":
        return None
    if came["status"] not in CALLERS_FAULT or came["code"] in ("none", "store.contended"):  # nobody else writes
        return "fails: %s" % came
    inside = request
    for name in came["pointer"].split("/")[1:]:
        if isinstance(inside, list) and name.isdigit() and int(name) < len(inside):
            inside = inside[int(name)]
        elif isinstance(inside, dict):
            inside = inside.get(name.replace("~1", "/").replace("~0", "~"), {})
        else:
            return "an error at %s, where the request has nothing" % came["pointer"]
    return None


def personal_problem(came):
    said = json.dumps([came.get(part) for part in ("sentence", "reason", "notes")])
    return "says what is personal: %s" % came if PERSONAL in said else None


def differing(what, first, second, parts):
    for part in parts:
        if first.get(part) != second.get(part):
            return "%s: %s %s, not %s" % (what, part, first.get(part), second.get(part))
    return None
