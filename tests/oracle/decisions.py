#!/usr/bin/env python3
"""Compares the library's decisions with those of an oracle that knows the specification and not the code.

    decisions.py [--cases N] [--seed S] [--asker NAME]

Random small colleges are asked random requests until N cases were compared. A case is a decision that rests on
prerequisites, states, seats, fees or what is due; definitions and requests that name nobody are asked besides and do
not count. After each request verdict, code, seats, waiting lists, states, outcomes, dates and fees must be those that
the oracle foretold. The first disagreement is printed with its seed and the fewest requests that show it; exit status
1 then, and when so little was accepted or so few codes came that agreeing says nothing (outcomes.py).
"""
import argparse
import collections
import json
import pathlib
import random
import sys

import provost
from asking import Asker
from asking_fees import FeesAsker
from asking_prerequisites import PrerequisitesAsker
from asking_programs import ProgramsAsker
from asking_reopening import ReopeningAsker
from asking_seats import SeatsAsker
from asking_sets import SetsAsker
from college import NOW, College, carry_out, decide
from compare import answer_problem, college_problem
from outcomes import Outcomes
from seats import let_in
from verbs import VERBS

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402

REQUESTS = 60  # asked in one college
ASKERS = {"dates": Asker, "prerequisites": PrerequisitesAsker, "seats": SeatsAsker, "fees": FeesAsker,
          "programs": ProgramsAsker, "reopening": ReopeningAsker, "sets": SetsAsker}
TURNS = ("dates", "seats", "prerequisites", "reopening", "seats", "fees", "programs", "reopening", "seats",
         "sets")  # by rules
SPEAKING = 10000  # cases of all kinds that must show some of everything
TOPICS = ("prerequisites", "states", "seats", "fees", "due")


class Teller:
    """Tells the same requests to an engine and to a college."""

    def __init__(self):
        self.outcomes, self.topics = Outcomes(), collections.Counter()
        self.college = College()
        self.engine = provost.open(":memory:", now=NOW, secret="oracle")
        self.position = self.engine.journal()
        self.plans = {}  # request -> its latest plan, and the entries of the journal when it was made

    def ask(self, request):
        """What the two disagree on; None when nothing."""
        decision = decide(self.college, request, VERBS)
        self.topics[decision.topic] += len(decision.report or "1")
        plan, entries = self.plans.get(asked_for(request), ({}, 0)) if "x-approved" in request else ({}, 0)
        answer = self.answer(request, plan.get("approval"))
        self.outcomes.add(request, answer)
        if answer.get("code") == "plan.moved" and plan and self.position.entries > entries:
            return self.journal_problem(False)  # something was changed since: all or nothing of the plan is right
        return answer_problem(decision, answer) or plan_problem(plan, answer) or self.changed(
            request, decision, answer)

    def answer(self, request, approval):
        """The library's answer; a failure as its code."""
        document = {name: value for name, value in request.items() if name != "x-approved"}
        if approval:
            document["approval"] = approval
        try:
            return json.loads(self.engine.run_document(document))
        except provost.ProvostError as error:
            return {"verdict": "error", "code": error.code}

    def changed(self, request, decision, answer):
        """Carries the decision out in the college; what then differs."""
        if request.get("plan_only"):
            self.plans[asked_for(request)] = answer, self.position.entries
        writes = decision.effect is not None and not request.get("plan_only")
        if writes:
            if decision.about is not None:
                decision.about.setdefault("id", answer["id"])
            carry_out(self.college, request, decision, let_in)
        return self.journal_problem(writes) or (
            college_problem(self.college, self.engine) if writes else None)

    def journal_problem(self, writes):
        """What is written makes one entry; what is not leaves everything as it was."""
        before, self.position = self.position, self.engine.journal()
        if self.position.entries != before.entries + writes or (not writes and self.position.chain != before.chain):
            return "journal: %d entries, then %d" % (before.entries, self.position.entries)
        return None

    def whole_problem(self):
        """What holds of a whole case: the journal proves the store, and today's rules still decide the same."""
        try:
            found, judged = self.engine.verify().findings, self.engine.rejudge().differences
        except provost.ProvostError as error:
            return "audit: %s" % error.code
        return "audit: %s %s" % (found, judged) if found or judged else None


def asked_for(request):
    """What a plan and its approval have in common."""
    return json.dumps({name: value for name, value in request.items() if name not in ("plan_only", "x-approved")},
                      sort_keys=True)


def plan_problem(plan, answer):
    """An approved plan is carried out as it was planned, down to the ids."""
    if "approval" in plan and answer.get("id") != plan["id"]:
        return "id: planned %s, came %s" % (plan["id"], answer.get("id"))
    return None


def told(requests):
    """(problem, number of requests until it shows, the teller) of a list of requests."""
    teller = Teller()
    with teller.engine:
        for number, request in enumerate(requests, 1):
            problem = teller.ask(request)
            if problem:
                return problem, number, teller
        return teller.whole_problem(), len(requests), teller


def shrunk(requests):
    """The fewest of the requests that still show a disagreement: first halves are left out, then single ones."""
    step = max(1, len(requests) // 2)
    while True:
        place = len(requests) - step
        while place > -step:
            fewer = requests[:max(place, 0)] + requests[max(place, 0) + step:]
            problem, number, _ = told(fewer)
            if problem:
                requests = fewer[:number]
            place -= step
        if step == 1:
            return requests
        step //= 2


def case_requests(seed, name):
    asker = ASKERS[name or TURNS[seed % len(TURNS)]](random.Random(seed))
    return asker.world() + asker.requests(REQUESTS)


def show(seed, requests):
    requests = shrunk(requests)
    problem = told(requests)[0]
    print("seed %d: %s" % (seed, problem))
    for request in requests:
        print("  " + json.dumps(request, sort_keys=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("oracle-decisions"))
    parser.add_argument("--seed", type=int, default=1, help="of the first college; the others follow")
    parser.add_argument("--asker", choices=sorted(ASKERS), help="which colleges; all of them when absent")
    options = parser.parse_args()
    outcomes, topics, seed = Outcomes(), collections.Counter(), options.seed
    while sum(topics[topic] for topic in TOPICS) < options.cases:
        requests = case_requests(seed, options.asker)
        problem, number, teller = told(requests)
        if problem:
            show(seed, requests[:number])
            sys.exit(1)
        outcomes.include(teller.outcomes)
        topics, seed = topics + teller.topics, seed + 1
    print(outcomes.table())
    print(", ".join("%d %s" % (topics[topic], topic) for topic in TOPICS))
    cases = sum(topics[topic] for topic in TOPICS)
    print("decisions: %d cases in %d colleges, no disagreement" % (cases, seed - options.seed))
    problem = outcomes.problem(VERBS) if options.asker is None and cases >= SPEAKING else None
    if problem:
        sys.exit("decisions: " + problem)


if __name__ == "__main__":
    main()
