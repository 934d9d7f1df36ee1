// A resync, and what the next provisioning makes of it.
#include "unit/lms_sync/lms_world.hpp"

#include <provost/engine/lms_reports.hpp>

namespace provost::lms_world {

namespace {

ResyncSummary resync(World& world, const std::string& more = R"("since":"2026-02-01")") {
    auto session = world.engine().begin(R"({"session":"lms.resync","connection":"moodle","recorded":")" +
                                        to_text(world.now()) + "\"," + more + "}");
    REQUIRE(session);
    auto summary = (*session)->finish();
    REQUIRE(summary);
    return *from_json<ResyncSummary>(*summary);
}

// Ann in a course that is linked by hand, with access, and all of it agreed.
void add_one_by_hand(World& world) {
    world.connect("moodle");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.enrol("ann", "C1");
    world.link("moodle", "77", "C1", R"("access":"manual")");
    world.must(R"("verb":"lms.add_elearning","course":"C1","learner":"ann","enabled":true)");
    CHECK(world.provision_approved("moodle").enrolment("77", "A1") != nullptr);
    CHECK(world.provision("moodle").actions.empty());
}

}  // namespace

TEST_CASE("a resync has the intended state sent again, and an LMS that has it so changes nothing [WIS-RS-02]") {
    World world;
    add_one_by_hand(world);
    CHECK(resync(world).marked == 1);
    const auto again = world.provision("moodle");
    REQUIRE(again.enrolment("77", "A1") != nullptr);
    CHECK(again.enrolment("77", "A1")->access == lms::Access::active);
    CHECK(again.summary.applied == 1);
    CHECK(world.access("moodle", "77", "A1") == lms::Access::active);
    CHECK(world.provision("moodle").actions.empty());
    CHECK(!world.key("77", "moodle").again);
    CHECK(resync(world, R"("since":"2026-02-01","dry_run":true)").marked == 1);
    CHECK(world.provision("moodle").actions.empty());
}

TEST_CASE("a resync sends what is off as well as what is on [WIS-RS-01]") {
    World world;
    add_one_by_hand(world);
    world.must(R"("verb":"lms.set_access","course":"C1","learner":"ann","enabled":false)");
    CHECK(world.provision("moodle").enrolment("77", "A1") != nullptr);
    CHECK(world.provision("moodle").actions.empty());
    CHECK(resync(world).marked == 1);
    const auto again = world.provision("moodle");
    REQUIRE(again.enrolment("77", "A1") != nullptr);
    CHECK(again.enrolment("77", "A1")->access == lms::Access::suspended);
}

}  // namespace provost::lms_world
