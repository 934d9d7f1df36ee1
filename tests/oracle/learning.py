#!/usr/bin/env python3
"""Compares what becomes of participants in random courses with an oracle that knows the pages and not the code.

    learning.py [--cases N] [--seed S]

A case is something that is told of a participant: a component is opened or confirmed, or a result comes, at times late
or twice. After each, verdict and code, what each component is to him (learning.what_is_open), the state of his place
and the rules that have fired must be what the oracle foretold. In every second course everything is then told of two
more participants once more, results in another order: both must stand where the oracle says, and at the same place. The
first disagreement is printed with its seed and the fewest requests that show it; exit status 1 then, and when agreeing
says nothing since too little happened.
"""
import argparse
import collections
import datetime as dt
import json
import pathlib
import random
import sys

import provost
from college import NOW, moment_of
from learning_cases import LEARNERS, Caser
from learning_told import COURSE, World
from outcomes import Outcomes

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402

REQUESTS = 60  # told in one course
LEARNING = ("learning.open_component", "learning.confirm", "learning.receive_result", "learning.judge_anew")


class Teller:
    """Tells the same requests to an engine and to the oracle's world."""

    def __init__(self):
        self.world, self.outcomes, self.seen = World(), Outcomes(), collections.Counter()
        self.engine = provost.open(":memory:", now=NOW, secret="oracle")

    def answer(self, request):
        try:
            return json.loads(self.engine.run_document(request))
        except provost.ProvostError as error:
            return {"verdict": "error", "code": error.code}

    def tell(self, request):
        """What the two disagree on; None when nothing."""
        if self.world.is_booking(request):
            return self.book(request)
        if request["verb"] not in LEARNING:
            return self.define(request)
        foretold, answer = self.world.decide(request), self.answer(request)
        self.latest = answer
        self.outcomes.add(request, answer)
        if answer["verdict"] != foretold.verdict or answer.get("code") not in foretold.codes:
            return "answer: foretold %s %s, came %s %s" % (
                foretold.verdict, sorted(map(str, foretold.codes)), answer["verdict"], answer.get("code"))
        self.world.carry_out(request, foretold)
        if request["learner"] not in self.world.places:
            return None
        return self.place_problem(request["learner"], request["effective"])

    def define(self, request):
        self.latest = answer = self.answer(request)
        if answer["verdict"] not in ("accepted", "unchanged"):
            return "definition: %s %s %s" % (answer["verdict"], answer.get("code"), answer.get("sentence"))
        self.world.take(request)
        if request["verb"] == "registration.register_learner":
            self.world.places[request["learner"]].id = answer["id"]
        return None

    def book(self, request):
        """A component course; once the parent is over, or what is left was never booked, there is nothing to say of it."""
        place = self.world.places[request["learner"]]
        held = (place.books.get(request["course"]) or ["none"])[-1] == "registered"
        if place.way().ended or held != (request["verb"] != "registration.register_learner"):
            return None
        self.seen[request["verb"]] += 1
        self.latest = answer = self.answer(request)
        if answer.get("code") == "date.before-enrolment":
            return None  # told late, of a place that was booked again since
        if answer["verdict"] != "accepted":
            return "booking: %s %s %s" % (answer["verdict"], answer.get("code"), answer.get("sentence"))
        self.world.take(request)
        return self.place_problem(request["learner"], request["effective"])

    # -- what is compared --------------------------------------------------------------------------------------------

    def place_problem(self, learner, moment):
        place = self.world.places[learner]
        at = max(moment_of(moment), *(event.at for event in place.events), place.enrolled_at)
        return self.view_problem(place, learner, at) or self.record_problem(place)

    def view(self, learner, at):
        answer = self.answer({"verb": "learning.what_is_open", "course": COURSE, "learner": learner,
                              "effective": at.isoformat()})
        return {line["item"]: json.loads(line["value"]) if "value" in line else None
                for line in answer.get("report", ())}

    def view_problem(self, place, learner, at):
        lines, percent = place.view(at)
        came = self.view(learner, at)
        if came.pop("progress", None) != percent:
            return "progress: foretold %s, came %s" % (percent, self.view(learner, at).get("progress"))
        if list(came) != list(lines):
            return "components: foretold %s, came %s" % (list(lines), list(came))
        for key, line in lines.items():
            for member, expected in line.items():
                there = came[key].get(member)
                there = moment_of(there) if member.endswith("_at") else there
                if there != expected:
                    return "%s of %s at %s: foretold %s, came %s" % (member, key, at.isoformat(), expected, there)
            self.seen["state " + line["state"] + " of a set" * (key in place.course.sets)] += 1
        return None

    def records(self, place):
        """State of the place, and which rules have fired, in their order, and when."""
        enrolment = next(each for each in self.engine.find("enrolment") if each.id == place.id)
        record = next((each for each in self.engine.find("progress") if each.enrolment == place.id), None)
        return enrolment.state, [(each.rule, each.at) for each in record.firings or ()] if record else []

    def record_problem(self, place):
        way = place.way()
        expected = place.state(), list(way.fired.items()) if place.events or place.passed else []
        came = self.records(place)
        return None if came == expected else "records: foretold %s, came %s" % (expected, came)

    def count(self):
        """What has happened, for who reads whether it was anything."""
        for place in self.world.places.values():
            way = place.way()
            self.seen.update("ended " + way.ended[0] for _ in range(way.ended is not None))
            self.seen["kept"] += len(way.kept)
            self.seen["lock won"] += len(way.conflicts)
            self.seen["set passed"] += len(place.passed)
            for rule in self.world.course.rules:
                if rule["key"] in way.fired:
                    self.seen["fired"] += 1
                    self.seen.update("action " + action["kind"] for action in rule.get("actions", ()))
                    self.seen.update("condition " + each["kind"] for each in rule.get("conditions", ()))


def told(requests):
    """(problem, number of requests until it shows, the teller) of a list of requests."""
    teller = Teller()
    with teller.engine:
        for number, request in enumerate(requests, 1):
            problem = teller.tell(request)
            if problem:
                return problem, number, teller
        if teller.world.course:
            teller.count()
        return None, len(requests), teller


# -- the same in another order ---------------------------------------------------------------------------------------

def reordered(seed, requests, learner, in_order):
    """What is told of one participant: results late by chance, or all at its moment."""
    def happens(request):
        return request["verb"] in LEARNING or World.is_booking(request)

    def moment(request):
        at = moment_of(request["effective"])
        chance = random.Random("%d %s" % (seed, request["effective"]))  # the same whatever else is told
        late = request["verb"] in ("learning.receive_result", "registration.conclude") and not in_order
        return at + dt.timedelta(hours=chance.choice((0, 5, 30, 100, 2000)) if late else 0)
    return [each for each in requests if not happens(each)] + sorted(
        (each for each in requests if each.get("learner") == learner and happens(each)), key=moment)


def final(requests, learner, at):
    """(problem, how it ended): what stands about a participant once all was told, and what depended on the order."""
    teller, here_and_now, after_end = Teller(), [], False
    with teller.engine:
        for request in requests:
            problem = teller.tell(request)
            if problem:
                return problem, None
            if request["verb"] != "learning.receive_result" and request["verb"] in LEARNING:
                here_and_now.append((request["effective"], teller.latest["verdict"]))
            after_end = after_end or teller.latest.get("code") == "result.after-end"
        place = teller.world.places[learner]
        here_and_now.append((place.passed, place.books))  # what became of course sets is as it was told
        return None, (None if after_end else here_and_now, teller.view(learner, at), teller.records(place))


def order_problem(seed, requests, learner):
    """(problem, whether the two orders could be compared): the end is the same whatever came first."""
    at = max(moment_of(each["effective"]) for each in requests if "effective" in each)
    ends = []
    for in_order in (True, False):
        problem, end = final(reordered(seed, requests, learner, in_order), learner, at)
        if problem:
            return problem, False
        ends.append(end)
    comparable = ends[0][0] == ends[1][0] is not None
    if comparable and ends[0] != ends[1]:
        return "order: told in order %s, else %s" % (ends[0][1:], ends[1][1:]), True
    return None, comparable


def shrunk(requests, find):
    """The fewest things told with which `find` still finds a problem of the same kind."""
    kind = find(requests).split(":")[0]
    begun = next((place for place, each in enumerate(requests) if each["verb"] in LEARNING), len(requests))
    definitions, happened = requests[:begun], requests[begun:]
    step = max(1, len(happened) // 2)
    while True:
        place = len(happened) - step
        while place > -step:
            fewer = happened[:max(place, 0)] + happened[max(place, 0) + step:]
            problem = find(definitions + fewer)
            if problem and problem.split(":")[0] == kind:
                happened = fewer
            place -= step
        if step == 1:
            return definitions + happened
        step //= 2


def case_requests(seed):
    caser = Caser(random.Random(seed))
    return caser.definitions() + list(caser.requests(REQUESTS))


def show(seed, requests, find, note=""):
    requests = shrunk(requests, find)
    print("seed %d%s: %s" % (seed, note, find(requests)))
    for request in requests:
        print("  " + json.dumps(request))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("oracle-learning"))
    parser.add_argument("--seed", type=int, default=1, help="of the first course; the others follow")
    parser.add_argument("--keep-going", type=int, default=0, help="show so many further disagreements")
    options = parser.parse_args()
    outcomes, seen, seed, cases, wrong = Outcomes(), collections.Counter(), options.seed, 0, 0
    while cases < options.cases:
        requests = case_requests(seed)
        problem, number, teller = told(requests)
        if problem:
            show(seed, requests[:number], lambda those: told(those)[0])
            wrong += 1
        elif not any(each["verb"] == "learning.judge_anew" for each in requests):
            for learner in LEARNERS:
                problem, comparable = order_problem(seed, requests, learner)
                if problem:
                    show(seed, requests, lambda those: order_problem(seed, those, learner)[0], " in another order")
                    wrong += 1
                    break
                seen["orders compared" if comparable else "orders not to be compared"] += 1
        if wrong > options.keep_going:
            break
        outcomes.include(teller.outcomes)
        seen, seed, cases = seen + teller.seen, seed + 1, cases + len(requests)
    print(outcomes.table())
    print("\n".join("%7d %s" % (count, name) for name, count in sorted(seen.items())))
    if wrong:
        sys.exit(1)
    print("learning: %d cases in %d courses, no disagreement" % (cases, seed - options.seed))


if __name__ == "__main__":
    main()
