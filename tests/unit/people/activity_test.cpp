// Whether a learner was active in a month: the bounds count as they say.
#include <doctest/doctest.h>
#include <provost/people/learner.hpp>

namespace provost::people {

namespace {

Instant at(int day) { return Instant{std::chrono::days{day}}; }

}  // namespace

TEST_CASE("a learner was active in a month when any of it lies in one of his times [FIN-ACC-07]") {
    Learner learner;
    learner.active = {{at(10), at(30)}, {at(45), std::nullopt}};
    CHECK_FALSE(was_active(learner, at(0), at(10)));
    CHECK(was_active(learner, at(0), at(11)));
    CHECK(was_active(learner, at(29), at(40)));
    CHECK_FALSE(was_active(learner, at(30), at(45)));
    CHECK(was_active(learner, at(30), at(46)));
    CHECK(was_active(learner, at(900), at(901)));
    learner.active.clear();
    CHECK(was_active(learner, at(0), at(1)));
    learner.inactive = true;
    CHECK_FALSE(was_active(learner, at(0), at(1)));
}

}  // namespace provost::people
