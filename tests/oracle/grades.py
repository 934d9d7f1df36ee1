#!/usr/bin/env python3
"""Compares what grades do under grade rules with an oracle that knows docs/rooms/results.md and not the code.

    grades.py [--cases N] [--seed S]

Random rules (bands with edges of every kind, values, guards, which grade counts) are saved at a course, and random grades
are received at random places: some untouched, some with an earlier grade or an outcome set by hand. A case is one grade:
verdict, code and what is written must be those that the oracle foretold. So must be what is wrong with a rule. The first
disagreement is printed with its seed; exit status 1 then.
"""
import argparse
import collections
import datetime as dt
import json
import pathlib
import random
import sys
from fractions import Fraction

import provost
from grades_model import COMPLETIONS, FAILED, FINAL, START, SUCCESS, Unit, receive, shortest, wrong_with

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from effort import effort  # noqa: E402

NOW = "2026-02-16T00:00:00Z"
OUTCOMES = ("20", "30", "51", "52", "70", "81", "82", "85")
TEXTS = ("A+", "A", "a", "B", "Competent", "competent", "NYC")


# -- random rules and grades ----------------------------------------------------------------------------------------

def written(rng, value, decimals):
    return "%.*f" % (decimals, value)


def random_bounds(rng):
    """Bands of a scale: most fit each other, some leave gaps, few overlap."""
    cuts = sorted(rng.sample(range(1, 100), rng.randint(0, 6)))
    lows, bounds = [0, *cuts], []
    for i, low in enumerate(lows):
        high = lows[i + 1] if i + 1 < len(lows) else 100
        decimals, kind = rng.choice((0, 0, 1, 2, 6)), rng.random()
        step = 0 if i + 1 == len(lows) or kind < 0.2 else 10 ** -decimals if kind < 0.85 else 2 * 10 ** -decimals
        if kind > 0.985:
            step = -1
        bounds.append((written(rng, low, rng.choice((0, 0, decimals))), written(rng, min(100, max(0, high - step)), decimals)))
    rng.shuffle(bounds)
    return bounds


def decorated(rng, band):
    if rng.random() < 0.06:
        return {**band, "review": True}
    if rng.random() < 0.8:
        band["outcome"] = rng.choice(OUTCOMES)
    if rng.random() < 0.5:
        band["result"] = "r%d" % rng.randint(1, 99)
    if rng.random() < 0.3:
        fit = {**dict.fromkeys(SUCCESS, "completed"), **dict.fromkeys(FAILED, "did_not_complete")}
        band["status"] = fit.get(band.get("outcome"), "current") if "outcome" in band else rng.choice(
            ("current", "completed", "did_not_complete"))
    kind = rng.random()
    if kind < 0.4:
        band["end"] = "activity_date"
        if rng.random() < 0.3:
            band["end_days"] = rng.randint(0, 60)
    elif kind < 0.5:
        band["end"], band["end_on"] = "fixed", str(START + dt.timedelta(days=rng.randint(-5, 90)))
    return band


def random_rule(rng):
    rule = {"key": "rule", "type": rng.choice(("range", "range", "range", "value")), "bands": []}
    for whom in ("any", *rng.sample(COMPLETIONS, rng.choice((0, 0, 1, 2)))):
        own = {} if whom == "any" else {"completion": whom}
        if rule["type"] == "range":
            rule["bands"] += [{**own, "from": low, "to": high} for low, high in random_bounds(rng)]
        else:
            rule["bands"] += [{**own, "text": rng.choice(("", " ", "\t")) + text}
                              for text in rng.sample(TEXTS, rng.randint(1, 5))]
        if rng.random() < 0.3:
            rule["bands"].append({**own, "without_grade": True})
    rule["bands"] = [decorated(rng, band) for band in rule["bands"]]
    for member, values in (("fold_case", (True, False, False)), ("guard", ("outcome", "outcome", "status")),
                           ("only_current", (True, False)), ("allow_failed", (None, True, False)),
                           ("guard_set", ("provost", "wisenet")), ("counts", ("last", "best"))):
        value = rng.choice(values)
        if value is not None:
            rule[member] = value
    return rule


def random_number(rng, rule):
    edges = [Fraction(band[member]) for band in rule["bands"] for member in ("from", "to") if member in band]
    if edges and rng.random() < 0.7:
        number = rng.choice(edges) + Fraction(rng.choice((-1, 0, 0, 1, 500000, -500000, 1000)), 10 ** 6)
        return min(Fraction(100), max(Fraction(0), number))
    return Fraction(rng.randint(0, 10 ** 8), 10 ** 6)


def random_grade(rng, rule):
    grade = {"completion": rng.choice(COMPLETIONS[:3] + COMPLETIONS[:2] + COMPLETIONS), "number": None, "text": None,
             "day": START + dt.timedelta(days=rng.randint(-3, 60))}
    kind = rng.random()
    if kind < 0.08:
        return grade
    if rule["type"] == "value" and kind < 0.85:
        grade["text"] = rng.choice(("", " ")) + rng.choice(TEXTS + ("Z",)) + rng.choice(("", "\n"))
    elif kind > 0.95:
        grade["text"] = rng.choice(("70", " 89.5 ", "pass"))
    else:
        grade["number"] = random_number(rng, rule)
    return grade


# -- asking ---------------------------------------------------------------------------------------------------------

def request_of(grade, learner):
    request = {"verb": "results.receive_grade", "course": "cooking-1", "learner": learner, "completion": grade["completion"],
               "effective": "%sT00:00:00Z" % grade["day"], "detail": "full"}
    if grade["number"] is not None:
        request["grade_percent"] = shortest(grade["number"])
    if grade["text"] is not None:
        request["grade"] = grade["text"]
    return request


class College:
    """One course of a unit, with a learner per situation."""

    def __init__(self):
        self.engine, self.learners = provost.open(":memory:", now=NOW, secret="oracle"), 0
        background = pathlib.Path(__file__).resolve().parents[1] / "scenarios" / "backgrounds" / "college.json"
        for request in json.loads(background.read_text(encoding="utf-8")):
            self.ask({**{key: value for key, value in request.items() if not key.startswith("x-")}})
        self.ask({"verb": "catalogue.define_course", "course_template": "SITHCCC027", "external_id": "cooking-1",
                  "max_participants": 1000000})

    def ask(self, request):
        return json.loads(self.engine.run_document(request))

    def new_learner(self):
        self.learners += 1
        login = "learner-%d" % self.learners
        self.ask({"verb": "people.define_learner", "login": login, "family_name": "L", "birth_date": "2000-01-01",
                  "client_id": "L%d" % self.learners})
        self.ask({"verb": "registration.register_learner", "course": "cooking-1", "learner": login})
        return login

    def seen(self, login, subject="SITHCCC027"):
        learner = self.find("learner", "login", [login])[0]["id"]
        activity = self.find("activity", "learner_subject", [str(learner), subject])[0]
        place = self.find("enrolment", "learner", [str(learner)])[0]
        return {"state": place["state"], "status": place["unit_status"], "outcome": activity.get("outcome"),
                "final": activity.get("final_grade"), "result": activity.get("result")}, activity.get("end_on")

    def find(self, kind, index, values):
        query = json.dumps({"kind": kind, "index": index, "values": values}).encode()
        return [json.loads(each) for each in self.engine._handle.find(query)]


def shown(unit):
    return {"state": unit.state, "status": unit.status, "outcome": unit.outcome, "final": unit.final, "result": unit.result}


def situation(college, rng):
    """A learner with a place, perhaps with an outcome set by hand, and the unit as the model has it."""
    login, unit = college.new_learner(), Unit()
    kind = rng.random()
    if kind < 0.12:
        outcome = rng.choice(("70", "85", "20", "30", "81"))
        college.ask({"verb": "results.change_outcome", "course": "cooking-1", "learner": login, "outcome": outcome,
                     "end_on": "2026-02-20"})
        unit.outcome, unit.source = outcome, "manual"
        if outcome in FINAL:
            unit.state = "passed" if outcome in SUCCESS else "failed"
            unit.status = "completed" if outcome in SUCCESS else "did_not_complete"
            unit.end = dt.date(2026, 2, 20)
    elif kind < 0.16:
        college.ask({"verb": "results.change_outcome", "course": "cooking-1", "learner": login, "pinned": True})
        unit.pinned = True
    return login, unit


def differs(college, login, unit, rule, grade, outcomes):
    """What library and oracle disagree on about one grade; the unit afterwards."""
    verdict, code, after = receive(rule, unit, grade)
    answer = college.ask(request_of(grade, login))
    outcomes[answer["verdict"], answer.get("code", "")] += 1
    told, end = college.seen(login)
    foretold = {"verdict": verdict, "code": code, **shown(after)}
    found = {"verdict": answer["verdict"], "code": answer.get("code"), **told}
    if after.end is not None and end != str(after.end):
        found["end"], foretold["end"] = end, str(after.end)
    return (None if found == foretold else (foretold, found)), after


def run(cases, seed):
    rng, outcomes, done, college = random.Random(seed), collections.Counter(), 0, College()
    while done < cases:
        rule = random_rule(rng)
        if college.learners > 3000:
            college = College()
        saved = college.ask({"verb": "results.define_grade_rule", "record": rule})
        wrong = wrong_with(rule)
        outcomes[saved["verdict"], saved.get("code", "")] += 1
        if saved.get("code") != wrong:
            return "seed %d\n%s\nsaved: %s, foretold: %s" % (seed, json.dumps(rule), saved, wrong), outcomes
        if wrong:
            continue
        college.ask({"verb": "results.set_grade_rule", "course": "cooking-1", "rule": "rule"})
        for _ in range(12):
            login, unit = situation(college, rng)
            told = []
            for _ in range(rng.randint(1, 4)):
                grade = random_grade(rng, rule)
                if (grade["day"], grade["completion"], grade["number"], grade["text"]) in told:
                    continue  # the same again changes nothing: told by a story
                told.append((grade["day"], grade["completion"], grade["number"], grade["text"]))
                problem, unit = differs(college, login, unit, rule, grade, outcomes)
                done += 1
                if problem:
                    return "seed %d\n%s\n%s: %s\nforetold %s\nfound    %s" % (
                        seed, json.dumps(rule), login, told, *problem), outcomes
    return None, outcomes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("oracle-grades"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    done, seed, outcomes = 0, options.seed, collections.Counter()
    while done < options.cases:
        problem, counted = run(min(2000, options.cases - done), seed)
        outcomes.update(counted)
        if problem:
            sys.exit(problem)
        done, seed = done + min(2000, options.cases - done), seed + 1
    for (verdict, code), count in sorted(outcomes.items()):
        print("%8d %s %s" % (count, verdict, code))
    lacking = {"result.kept-final", "result.kept-manual", "result.not-current", "result.no-band", "result.takes-back",
               "result.older", "result.not-better", "result.before-start", "grade-rule.overlap"} - {code for _, code in outcomes}
    sys.exit("never: " + ", ".join(sorted(lacking)) if lacking else 0)


if __name__ == "__main__":
    main()
