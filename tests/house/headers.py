#!/usr/bin/env python3
"""Every public header compiles alone, without a warning: include/provost as C++20, the headers of capi as C99.

    headers.py [CXX [CC]]       the compilers; g++ and gcc unless given
"""
import concurrent.futures
import subprocess
import sys

import tree

STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-fsyntax-only"]
JOBS = 2


def problem_of(command, header):
    """The first lines of what the compiler says; None when it says nothing."""
    line = '#include "%s"\n' % (tree.ROOT / header)
    done = subprocess.run([*command, *STRICT, "-I", str(tree.ROOT / "include"), "-"], input=line, capture_output=True,
                          text=True)
    if done.returncode == 0:
        return None
    return "%s does not compile alone:\n%s" % (header, "\n".join(done.stderr.splitlines()[:6]))


def main():
    cxx, cc = (sys.argv[1:] + ["g++", "gcc"][len(sys.argv) - 1:])[:2]
    work = [([cxx, "-std=c++20", "-x", "c++"], header) for header in tree.files("include", suffixes={".hpp"})]
    work += [([cc, "-std=c99", "-x", "c"], header) for header in tree.files("capi", suffixes={".h"})
             if header.name in ("provost.h", "provost_lms.h")]
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        found = list(pool.map(lambda job: problem_of(*job), work))
    tree.finish([problem for problem in found if problem], "headers (%d)" % len(work))


if __name__ == "__main__":
    main()
