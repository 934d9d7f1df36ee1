#!/usr/bin/env python3
"""Asks random requests in the worlds of the stories, and checks what must hold of every request.

    requests.py [--cases N] [--seed S]

A world is what a story tells up to one of its steps, or a made-up one of courses that share component courses
(shared_sets.py); the requests are near those of the story (mutants.py). Of each:
the library neither crashes nor hangs nor fails inside; an error has a code and the place of something in the request;
nothing personal stands in a text; a plan, approved or not, says what the request then does; what is refused, unchanged
or planned writes nothing; what is told again changes nothing more; a decision without an engine is the same. Of each
world the journal proves the store, and today's rules still decide the same. The first world in which something does not
hold is printed with the fewest requests that show it; exit status 1 then, and when so little was accepted that it says
nothing.
"""
import argparse
import collections
import json
import random
import sys

from apart import apart
from worlds import all_stories, effort, world_of

REQUESTS = 60  # asked in one world
SPEAKING = 5000  # cases of which a part must be accepted
LEAST_ACCEPTED = 15  # percent


def asked(seed, stories, kept=None):
    """Asks the requests of a world, those that are kept (all when None): the first problem, and where it showed."""
    def work(note):
        outcomes, chance = collections.Counter(), random.Random(seed)
        with world_of(seed, stories, chance) as world:
            world.begin(chance, REQUESTS)
            for number in range(REQUESTS) if kept is None else kept:
                note(number)
                problem = world.problem(number, outcomes)
                if problem:
                    return {"problem": problem, "at": number, "outcomes": outcomes}
            return {"problem": world.whole_problem(), "at": REQUESTS, "outcomes": outcomes}
    return apart(work)


def shrunk(seed, stories, at):
    """The fewest of a world's requests up to that one which still show a problem."""
    kept = list(range(min(at + 1, REQUESTS)))
    for number in list(kept):
        fewer = [each for each in kept if each != number]
        if asked(seed, stories, fewer)["problem"]:
            kept = fewer
    return kept


def show(seed, stories, found):
    kept, chance = shrunk(seed, stories, found["at"]), random.Random(seed)
    with world_of(seed, stories, chance) as world:
        world.begin(chance, REQUESTS)
        print("seed %d, %s up to its step %d: %s" % (seed, world.path.name, world.told,
                                                     asked(seed, stories, kept)["problem"]))
        for number in kept:
            print("  " + json.dumps(world.requests[number], sort_keys=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=effort("requests"))
    parser.add_argument("--seed", type=int, default=1, help="of the first world; the others follow")
    options = parser.parse_args()
    stories, outcomes, seed = all_stories(), collections.Counter(), options.seed
    while sum(outcomes.values()) < options.cases:
        found = asked(seed, stories)
        if found["problem"]:
            show(seed, stories, found)
            sys.exit(1)
        outcomes.update(found["outcomes"])
        seed += 1
    cases = sum(outcomes.values())
    print("%d requests in %d worlds: %s" % (cases, seed - options.seed, ", ".join(
        "%d %s" % (count, verdict) for verdict, count in outcomes.most_common())))
    if cases >= SPEAKING and 100 * outcomes["accepted"] < LEAST_ACCEPTED * cases:
        sys.exit("requests: so few were accepted that it says little")


if __name__ == "__main__":
    main()
