// Listings of an LMS beside what is known: what follows from them, and what does not.
#include "unit/lms_sync/lms_world.hpp"

namespace provost::lms_world {

namespace {

using lms::Access;
using lms::Origin;

void edit(World& world, const std::string& learner, Access access) {
    lms::LmsEdit edit;
    edit.course = "77";
    edit.learner = learner;
    edit.access = access;
    world.lms("moodle").edit(edit);
}

// Learners of one linked course, all active in the LMS.
void add_college(World& world, int learners) {
    world.connect("moodle");
    world.add_course("C1");
    world.link("moodle", "77", "C1");
    for (int n = 0; n < learners; ++n) {
        world.add_learner("p" + std::to_string(n), "P" + std::to_string(n));
        world.enrol("p" + std::to_string(n), "C1");
    }
    world.provision_approved("moodle");
}

std::string listing_of(int learners, const std::string& end) {
    std::string text;
    for (int n = 0; n < learners; ++n) {
        text += R"({"course":"77","access":"active","learner":"P)" + std::to_string(n) + "\"}\n";
    }
    return text + end;
}

}  // namespace

TEST_CASE("intended, agreed and actual access are compared, and every difference is told [WIS-MIG-06]") {
    World world;
    add_college(world, 3);
    CHECK(world.observe("moodle").differences == 0);
    edit(world, "P0", Access::suspended);
    world.cancel("p1", "C1");
    auto session = world.engine().begin(R"({"session":"lms.observe","connection":"moodle","recorded":")" +
                                        to_text(world.now()) + "\"}");
    REQUIRE(session);
    REQUIRE((*session)->feed(world.listing("moodle")));
    REQUIRE((*session)->finish());
    Chunk chunk;
    REQUIRE(*(*session)->take(chunk));
    CHECK(chunk.bytes == R"({"agreed":"active","course":"77","intended":"active","learner":"P0",)"
                         R"("observed":"suspended","origin":"ours"})"
                         "\n");
    const auto repaired = world.provision("moodle");
    CHECK(repaired.enrolment("77", "P0")->access == Access::active);
    CHECK(repaired.enrolment("77", "P1")->access == Access::suspended);
    CHECK(world.observe("moodle").differences == 0);
}

TEST_CASE("a listing that is not complete, empty or suddenly short says of nothing that it is gone [PPR-SYN-02]") {
    World world;
    add_college(world, 40);
    CHECK(world.observe("moodle").complete);
    const auto anomaly = [&](const ObserveSummary& summary) {
        CHECK(world.key("77", "moodle").agreed == Access::active);
        CHECK(world.provision("moodle").actions.empty());
        CHECK(world.records<lms::SyncRun>()[world.records<lms::SyncRun>().size() - 2].anomalies == summary.anomalies);
        return summary.anomalies.empty() ? std::string() : summary.anomalies.front();
    };
    CHECK(anomaly(world.observe("moodle", listing_of(39, {}))) == "lms.incomplete-listing");
    CHECK(anomaly(world.observe("moodle", listing_of(39, World::end_of(40, true)))) == "lms.incomplete-listing");
    CHECK(anomaly(world.observe("moodle", listing_of(39, World::end_of(39, false)))) == "lms.incomplete-listing");
    CHECK(anomaly(world.observe("moodle", World::end_of(0, true))) == "lms.empty-listing");
    const auto drop = world.observe("moodle", listing_of(10, World::end_of(10, true)));
    CHECK(anomaly(drop) == "lms.sudden-drop");
    CHECK_FALSE(drop.approval.empty());
    CHECK(world.observe("moodle", listing_of(10, World::end_of(10, true)), drop.approval).drifted == 30);
    CHECK(world.observe("moodle", listing_of(39, World::end_of(39, true))).complete);
}

TEST_CASE("in adopt mode what the LMS has and what fits is taken over, and nothing is sent [WIS-MIG-03]") {
    World world;
    world.connect("moodle", R"("mode":"adopt")");
    world.add_course("C1");
    world.link("moodle", "77", "C1");
    world.add_learner("ann", "A1");
    world.add_learner("ben", "B1");
    world.enrol("ann", "C1");
    world.enrol("ben", "C1");
    edit(world, "A1", Access::active);
    edit(world, "B1", Access::suspended);
    CHECK(world.provision("moodle").actions.empty());
    const auto observed = world.observe("moodle");
    CHECK(observed.adopted == 1);
    CHECK(world.records<lms::LmsEnrolment>()[0].origin == Origin::adopted);
    CHECK(world.records<lms::LmsEnrolment>()[1].origin == Origin::foreign);
    world.connect("moodle");
    CHECK(world.provision_approved("moodle").actions.empty());
    world.cancel("ann", "C1");
    world.provision_approved("moodle");
    CHECK(world.access("moodle", "77", "A1") == Access::suspended);  // managed from now on
    CHECK(world.access("moodle", "77", "B1") == Access::suspended);  // by hand, and not touched
}

}  // namespace provost::lms_world
