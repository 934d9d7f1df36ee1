// Runs: their log, their lease, and that nothing is done twice.
#include "unit/lms_sync/lms_world.hpp"

namespace provost::lms_world {

namespace {

using lms::Access;
using lms::ActionKind;
using lms::RunState;

void add_place_of_a_run(World& world) {
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.enrol("ann", "C1");
}

}  // namespace

TEST_CASE("a run leaves what it did, item by item, with the reason [PPR-SYN-01]") {
    World world;
    add_place_of_a_run(world);
    world.provision();
    const auto runs = world.records<lms::SyncRun>();
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].state == RunState::done);
    CHECK(runs[0].rows == 3);
    CHECK(runs[0].applied == 3);
    CHECK(runs[0].began_at.has_value());
    CHECK(runs[0].ended_at.has_value());
    const auto lines = world.records<lms::SyncItem>();
    REQUIRE(lines.size() == 3);
    CHECK(lines[2].action == "grant");
    CHECK(lines[2].run == runs[0].id);
    CHECK(lines[2].after == Access::active);
    CHECK(lines[2].cause == lms::Cause::has_place);
    CHECK(lines[2].status == lms::ActionStatus::applied);
}

TEST_CASE("a run that finds nothing, is refused or breaks off is logged as well [PPR-SYN-05, PPR-SYN-07]") {
    World world;
    add_place_of_a_run(world);
    world.provision("lms", {.worker = "first", .reports = false});  // killed
    CHECK(world.records<lms::SyncRun>().back().state == RunState::running);
    CHECK(world.provision("lms", {.worker = "second"}).error == "lease.held");
    CHECK(world.records<lms::SyncRun>().back().state == RunState::refused);
    CHECK(world.records<lms::SyncRun>().back().code == "lease.held");
    world.wait(std::chrono::minutes{16});
    const auto goes_on = world.provision("lms", {.worker = "second"});
    CHECK(goes_on.error.empty());
    CHECK(goes_on.count(ActionKind::upsert_enrolment) == 0);  // looked up, and there
    CHECK(world.records<lms::SyncRun>()[0].state == RunState::broken);
    CHECK(world.records<lms::SyncRun>()[0].code == "run.broken");
    world.provision("lms", {.worker = "second"});
    CHECK(world.records<lms::SyncRun>().back().state == RunState::empty);
}

TEST_CASE("who has no name is refused while any run is at work, also one without a name [PPR-SYN-05]") {
    World world;
    add_place_of_a_run(world);
    world.provision("lms", {.worker = "", .reports = false, .finishes = false});
    CHECK(world.provision("lms", {.worker = ""}).error == "lease.held");
    world.wait(std::chrono::minutes{16});
    CHECK(world.provision("lms", {.worker = ""}).error.empty());
    CHECK(world.provision("lms", {.worker = ""}).error.empty());  // given back
}

TEST_CASE(
    "a session that is dropped gives its lease back, and what it handed out is looked up [PPR-SYN-05, PPR-SYN-07]") {
    World world;
    add_place_of_a_run(world);
    world.provision("lms", {.worker = "", .reports = false, .is_dropped = true});
    CHECK(world.records<lms::SyncRun>().back().state == RunState::broken);
    CHECK(world.records<lms::SyncRun>().back().code == "run.broken");
    const auto goes_on = world.provision("lms", {.worker = ""});
    CHECK(goes_on.error.empty());
    CHECK(goes_on.count(ActionKind::upsert_enrolment) == 0);  // looked up, and there
    CHECK(world.records<lms::SyncRun>().size() == 2);
}

TEST_CASE("the same again changes nothing [PPR-SYN-06]") {
    World world;
    add_place_of_a_run(world);
    world.provision();
    const auto keys = world.records<lms::LmsEnrolment>();
    const auto lines = world.records<lms::SyncItem>().size();
    const auto observed = world.observe("lms");
    const auto seen = world.records<lms::LmsEnrolment>();
    CHECK(seen[0].version == keys[0].version + 1);  // that it was seen
    world.observe("lms");
    CHECK(world.provision().actions.empty());
    CHECK(world.records<lms::LmsEnrolment>()[0].version == seen[0].version);
    CHECK(world.records<lms::SyncItem>().size() == lines);
    CHECK(observed.compared == 1);
}

TEST_CASE("the log of a run is emptied when its time is over, and newer ones are kept [PPR-SYN-07]") {
    World world;
    world.connect("moodle", R"("mode":"enforce","keep_log_days":30)");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.link("moodle", "77", "C1");
    world.enrol("ann", "C1");
    world.provision_approved("moodle");
    const auto kept = [&] {
        return std::ranges::count_if(world.records<lms::SyncItem>(),
                                     [](const lms::SyncItem& line) { return static_cast<bool>(line.run); });
    };
    const auto lines = kept();
    CHECK(lines > 0);
    world.wait(std::chrono::hours{24 * 29});
    world.cancel("ann", "C1");
    world.provision("moodle");
    CHECK(kept() == lines + 1);
    world.wait(std::chrono::hours{24 * 2});
    world.provision("moodle");
    CHECK(kept() == 1);
}

TEST_CASE("what changes while an action is under way is not lost: the key stays due [WIS-MIG-09]") {
    World world;
    add_place_of_a_run(world);
    for (const std::string connection : {"moodle", "canvas"}) {
        world.connect(connection);
        world.link(connection, "x", "C1");
        world.provision_approved(connection);
    }
    world.cancel("ann", "C1");
    auto session = world.engine().begin(R"({"session":"lms.provision","connection":"moodle","recorded":")" +
                                        to_text(world.now()) + "\"}");
    REQUIRE(session);
    Chunk chunk;
    REQUIRE(*(*session)->take(chunk));
    const auto action = from_json<lms::Action>(chunk.bytes.substr(0, chunk.bytes.find('\n')));
    REQUIRE(action);
    CHECK(action->access == Access::suspended);
    world.wait(std::chrono::minutes{1});
    world.enrol("ann", "C1");
    world.provision("canvas");  // finds out what the change is about, for all connections
    REQUIRE((*session)->feed(R"({"op_id":")" + action->op_id + R"(","status":"applied"})" + "\n"));
    REQUIRE((*session)->finish());
    CHECK(world.key("x", "moodle").agreed == Access::suspended);
    CHECK(world.key("x", "moodle").due);
    CHECK(world.provision("moodle").enrolment("x", "A1")->access == Access::active);
}

TEST_CASE("two LMS are provisioned by the same model, each by its own run [WIS-MIG-10]") {
    World world;
    add_place_of_a_run(world);
    for (const std::string connection : {"moodle", "canvas"}) {
        world.connect(connection);
        world.link(connection, connection + "-1", "C1");
        world.provision_approved(connection);
        CHECK(world.access(connection, connection + "-1", "A1") == Access::active);
    }
    world.cancel("ann", "C1");
    world.provision("moodle");
    CHECK(world.access("moodle", "moodle-1", "A1") == Access::suspended);
    CHECK(world.access("canvas", "canvas-1", "A1") == Access::active);
    world.provision("canvas");
    CHECK(world.access("canvas", "canvas-1", "A1") == Access::suspended);
}

}  // namespace provost::lms_world
