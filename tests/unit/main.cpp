// The one program of all unit and contract tests. ctest runs it once per room, choosing by source file.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
