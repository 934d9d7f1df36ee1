// The one program of all unit and contract tests. ctest runs it once per room, choosing by source file; by hand,
// `unit --test-case="MIS-06*"` runs the tests of one behaviour.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "unit/sample.hpp"

PROVOST_DESCRIBED(provost::sample::Part);
PROVOST_DESCRIBED(provost::sample::Sample);
