// What the overlay holds: also keys under which nothing was found, or the memory of a long import would grow with them.
#include "plan/overlay.hpp"

#include <provost/people/learner.hpp>

#include <doctest/doctest.h>

using namespace provost;

TEST_CASE("keys that nobody stands under count as held, until all is forgotten") {
    Overlay overlay;
    for (int n = 0; n < 100; ++n) {
        overlay.learn({&type_of<people::Learner>(), 0, {{0, "learner" + std::to_string(n), true}}}, {});
    }
    CHECK(overlay.size() == 100);
    overlay.clear();
    CHECK(overlay.size() == 0);
}
