#!/usr/bin/env python3
"""Decides each request of each story without an engine, over the records that are there by then, too: the engine's plan
must say the same. So each verb reserves the ids that it takes, and reads what it says it reads.  @rows MIS-04
"""
import sys

from worlds import World, all_stories


def problems_of(path):
    with World(path) as world:
        for number, step in enumerate(world.steps, 1):
            request = world.request_of(step)
            problem = world.decided_otherwise(request) if request else None
            if problem:
                yield "%s, step %d: %s" % (path.name, number, problem)
            world.tell(step)


def main():
    stories = all_stories()
    problems = [problem for path in stories for problem in problems_of(path)]
    print("\n".join([*problems, "%d stories, %d problems" % (len(stories), len(problems))]))
    sys.exit(1 if problems or not stories else 0)


if __name__ == "__main__":
    main()
