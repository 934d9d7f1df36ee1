// Provisioning: what becomes due, what is planned, and what is held.
#include "unit/lms_sync/lms_world.hpp"

#include "lms/key.hpp"

namespace provost::lms_world {

namespace {

using lms::Access;
using lms::ActionKind;
using lms::ErrorClass;
using lms::KeyState;
using lms::Origin;
using lms::RunState;

// One learner in one course, over the connection that nobody defined.
void add_one_place(World& world) {
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.enrol("ann", "C1");
}

// So many learners in a course that is linked by place; `from` of them active in the LMS.
void fill(World& world, const std::string& course, int from, int to) {
    for (int n = from; n < to; ++n) {
        const auto name = "p" + std::to_string(n);
        world.add_learner(name, "P" + std::to_string(n));
        world.enrol(name, course);
    }
}

}  // namespace

TEST_CASE(
    "a commit only marks; the next run finds the keys, and a full reconciliation finds nothing more [WIS-MIG-09]") {
    World world;
    add_one_place(world);
    CHECK(world.records<lms::LmsEnrolment>().empty());
    const auto first = world.provision();
    CHECK(first.count(ActionKind::link_course) == 1);
    CHECK(first.count(ActionKind::upsert_learner) == 1);
    CHECK(first.count(ActionKind::upsert_enrolment) == 1);
    CHECK(world.access("lms", "C1", "A1") == Access::active);
    CHECK(world.key("C1").state == KeyState::confirmed);
    CHECK(world.provision().actions.empty());
    const auto observed = world.observe("lms");
    CHECK(observed.differences == 0);
    CHECK(observed.drifted == 0);
}

TEST_CASE("an account is made once, by our id, with the role of a student in the group [WIS-EE-07, WIS-LNK-07]") {
    World world;
    world.connect("moodle");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.link("moodle", "77", "C1", R"("access":"by_place","group":"Red")");
    world.enrol("ann", "C1");
    const auto done = world.provision_approved("moodle");
    REQUIRE(done.enrolment("77", "A1") != nullptr);
    CHECK(done.enrolment("77", "A1")->groups == std::vector<std::string>{"Red"});
    CHECK(world.lms("moodle").accounts() == 1);
    const auto rows = world.lms("moodle").enrolments();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].groups == std::vector<std::string>{"Red"});

    world.link("moodle", "77", "C1", R"("access":"by_place","group":"Blue")");
    const auto moved = world.provision("moodle");
    REQUIRE(moved.enrolment("77", "A1") != nullptr);
    CHECK(moved.enrolment("77", "A1")->leave_groups == std::vector<std::string>{"Red"});
    CHECK(moved.count(ActionKind::upsert_learner) == 0);
    CHECK(world.lms("moodle").enrolments()[0].groups == std::vector<std::string>{"Blue"});
}

TEST_CASE(
    "an enrolment that gives no access any more is suspended, or taken away where the connection says so [WIS-EE-06]") {
    for (const bool unenrols : {false, true}) {
        World world;
        world.connect("moodle", unenrols ? R"("mode":"enforce","removal":"unenrol")" : R"("mode":"enforce")");
        world.add_course("C1");
        world.add_learner("ann", "A1");
        world.link("moodle", "77", "C1");
        world.enrol("ann", "C1");
        world.provision_approved("moodle");
        world.cancel("ann", "C1");
        const auto gone = world.provision("moodle");
        REQUIRE(gone.enrolment("77", "A1") != nullptr);
        CHECK(gone.enrolment("77", "A1")->access == (unenrols ? Access::absent : Access::suspended));
        CHECK(gone.summary.revokes == 1);
        CHECK(world.access("moodle", "77", "A1") == (unenrols ? Access::absent : Access::suspended));
        CHECK(world.provision("moodle").actions.empty());
    }
}

TEST_CASE("an account is suspended with its last active enrolment, and comes back with the next [WIS-EE-08]") {
    World world;
    world.connect("moodle", R"("mode":"enforce","disable_users":true)");
    world.add_learner("ann", "A1");
    for (const std::string course : {"C1", "C2"}) {
        world.add_course(course);
        world.link("moodle", "m" + course, course);
        world.enrol("ann", course);
    }
    world.provision_approved("moodle");
    const auto suspends = [&](const Provisioned& run) {
        return std::ranges::any_of(run.actions, [](const lms::Action& action) {
            return action.kind == ActionKind::upsert_learner && action.suspended.value_or(false);
        });
    };
    world.cancel("ann", "C1");
    CHECK_FALSE(suspends(world.provision("moodle")));
    world.cancel("ann", "C2");
    CHECK(suspends(world.provision("moodle")));
    world.wait(std::chrono::minutes{1});  // the same request at the same moment would be the same place
    world.enrol("ann", "C1");
    const auto back = world.provision("moodle");
    CHECK(back.count(ActionKind::upsert_learner) == 1);
    CHECK_FALSE(suspends(back));
}

TEST_CASE("what somebody made by hand in the LMS is reported and never touched [WIS-EE-11]") {
    World world;
    world.connect("moodle");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.add_learner("ben", "B1");
    world.link("moodle", "77", "C1");
    world.enrol("ann", "C1");
    world.provision_approved("moodle");
    lms::LmsEdit edit;
    edit.course = "77";
    edit.learner = "B1";
    edit.access = Access::active;
    world.lms("moodle").edit(edit);
    CHECK(world.observe("moodle").foreign == 1);
    CHECK(world.provision("moodle").actions.empty());
    world.enrol("ben", "C1");
    world.cancel("ben", "C1");
    CHECK(world.provision("moodle").actions.empty());
    CHECK(world.access("moodle", "77", "B1") == Access::active);
    CHECK(world.observe("moodle").foreign == 1);
}

TEST_CASE("an enrolment that was there before it was first asked for is somebody else's [WIS-EE-11]") {
    World world;
    world.connect("moodle");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.link("moodle", "77", "C1");
    lms::LmsEdit account;
    account.learner = "A1";
    account.login = "ann";
    world.lms("moodle").edit(account);
    lms::LmsEdit edit;
    edit.course = "77";
    edit.learner = "A1";
    edit.access = Access::active;
    world.lms("moodle").edit(edit);
    world.enrol("ann", "C1");
    world.provision_approved("moodle");
    CHECK(world.key("77", "moodle").origin == Origin::foreign);
    world.cancel("ann", "C1");
    CHECK(world.provision("moodle").actions.empty());
    CHECK(world.access("moodle", "77", "A1") == Access::active);
}

TEST_CASE(
    "while it only observes, plans are made and logged and nothing is sent but tests [WIS-MIG-01, WIS-MIG-03, "
    "WIS-MIG-14]") {
    World world;
    world.connect("moodle", R"("mode":"observe")");
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.add_learner("tess", "T1");
    world.must(R"("verb":"lms.mark_test","learner":"tess")");
    world.link("moodle", "77", "C1");
    world.enrol("ann", "C1");
    world.enrol("tess", "C1");
    CHECK(world.provision("moodle").actions.empty());  // a learner for tests alone is not enough
    world.must(R"("verb":"lms.mark_test","course":"C1")");
    const auto run = world.provision("moodle");
    CHECK(run.enrolment("77", "T1") != nullptr);
    CHECK(run.enrolment("77", "A1") == nullptr);
    CHECK(run.summary.held == 1);
    CHECK(world.access("moodle", "77", "A1") == Access::absent);
    const auto lines = world.records<lms::SyncItem>();
    CHECK(std::ranges::any_of(lines, [](const lms::SyncItem& line) {
        return line.error == ErrorClass::held && line.problem == "lms.held-by-mode";
    }));
    const auto again = world.records<lms::SyncItem>().size();
    world.provision("moodle");
    CHECK(world.records<lms::SyncItem>().size() == again);  // once

    world.connect("moodle");
    const auto asks = world.provision("moodle");
    CHECK_FALSE(asks.approval.empty());
    CHECK(asks.actions.empty());
    world.provision("moodle", {.approval = asks.approval});
    CHECK(world.access("moodle", "77", "A1") == Access::active);
}

TEST_CASE("many removals wait until somebody approves exactly that plan, and grants go on meanwhile") {
    World world;
    world.connect("moodle", R"("mode":"enforce","guard_rows":3,"guard_percent":10)");
    world.add_course("C1");
    world.link("moodle", "77", "C1");
    fill(world, "C1", 0, 10);
    world.provision_approved("moodle");
    for (int n = 0; n < 4; ++n) world.cancel("p" + std::to_string(n), "C1");
    fill(world, "C1", 10, 11);
    const auto held = world.provision("moodle");
    CHECK(held.summary.held == 4);
    CHECK(held.summary.revokes == 4);
    CHECK(held.enrolment("77", "P10") != nullptr);
    CHECK(world.access("moodle", "77", "P0") == Access::active);
    CHECK(world.records<lms::SyncRun>().back().anomalies == std::vector<std::string>{"lms.many-removals"});

    const auto plan = world.provision("moodle", {.dry_run = true});
    CHECK(plan.actions.empty());
    CHECK(plan.plan.size() == 4);
    CHECK(plan.approval == held.approval);
    world.cancel("p4", "C1");
    const auto moved = world.provision("moodle", {.approval = held.approval});
    CHECK(moved.actions.empty());
    CHECK(moved.approval != held.approval);
    const auto done = world.provision("moodle", {.approval = moved.approval});
    CHECK(done.summary.applied == 5);
    CHECK(world.access("moodle", "77", "P0") == Access::suspended);
}

TEST_CASE("a connection that was held five times in a row stops until somebody approves") {
    World world;
    world.connect("moodle", R"("mode":"enforce","guard_rows":1,"guard_percent":10)");
    world.add_course("C1");
    world.link("moodle", "77", "C1");
    fill(world, "C1", 0, 4);
    world.provision_approved("moodle");
    world.cancel("p0", "C1");
    world.cancel("p1", "C1");
    for (int n = 0; n < 5; ++n) CHECK(world.provision("moodle").summary.held == 2);
    fill(world, "C1", 4, 5);
    const auto stopped = world.provision("moodle");
    CHECK(stopped.actions.empty());
    CHECK(stopped.summary.stopped.name() == "lms.connection-stopped");
    CHECK(world.records<lms::SyncRun>().back().state == RunState::refused);
    const auto goes_on = world.provision("moodle", {.approval = stopped.approval});
    CHECK(goes_on.enrolment("77", "P4") != nullptr);
    CHECK(world.access("moodle", "77", "P0") == Access::suspended);
}

TEST_CASE(
    "access that begins and ends by a rule is flipped at its edges, and each edge is noted when it was [WIS-ER-12, "
    "WIS-ER-08]") {
    World world;
    world.connect("moodle");
    world.add_course("C1", R"("starts_at":"2026-03-02T09:00:00+11:00","ends_at":"2026-06-26T17:00:00+10:00")");
    world.add_learner("ann", "A1");
    const std::string rule =
        R"("verb":"lms.define_access_rule","record":{"key":"r","name":"Rule","type":"unit_enrolment",)"
        R"("start":{"direction":"before","amount":1,"unit":"weeks","anchor":"enrolment_start"},)"
        R"("end":{"direction":"on","anchor":"enrolment_end"})";
    world.must(rule + R"(,"active":false})");
    world.link("moodle", "77", "C1", R"("access":"automatic","access_rule":"r","enrols_everybody":true)");
    world.enrol("ann", "C1");
    CHECK(world.provision_approved("moodle").actions.empty());
    world.set_now("2026-02-24T00:00:00Z");
    CHECK(world.provision("moodle").actions.empty());  // the rule is not active
    const auto plan = world.ask(rule + R"(,"active":true},"plan_only":true)");
    REQUIRE(plan);
    world.must(rule + R"(,"active":true},"approval":")" + plan->approval + "\"");
    const auto on = world.provision_approved("moodle");
    REQUIRE(on.enrolment("77", "A1") != nullptr);
    CHECK(on.enrolment("77", "A1")->until.has_value());
    const auto key = world.key("77", "moodle");
    REQUIRE(key.next_change_at);
    world.set_now("2026-08-01T00:00:00Z");
    CHECK(world.provision("moodle").enrolment("77", "A1")->access == Access::suspended);
    const auto changes = world.records<lms::AccessChange>();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].enabled);
    CHECK_FALSE(changes[1].enabled);
    CHECK(changes[1].at == key.next_change_at);
    CHECK(world.provision("moodle").actions.empty());
}

TEST_CASE(
    "a window that changes is sent though access stays as it is; a date that changes is worked out at once "
    "[WIS-ER-12]") {
    World world;
    world.connect("moodle");
    world.add_course("C1", R"("starts_at":"2026-01-05T09:00:00+11:00","ends_at":"2026-06-26T17:00:00+10:00")");
    world.add_learner("ann", "A1");
    world.must(
        R"("verb":"lms.define_access_rule","record":{"key":"r","name":"Rule","type":"unit_enrolment","active":true,)"
        R"("start":{"direction":"on","anchor":"enrolment_start"},"end":{"direction":"on","anchor":"enrolment_end"}})");
    world.link("moodle", "77", "C1", R"("access":"automatic","access_rule":"r","enrols_everybody":true)");
    world.enrol("ann", "C1");
    const auto first = world.provision_approved("moodle");
    REQUIRE(first.enrolment("77", "A1") != nullptr);
    world.must(R"("verb":"catalogue.define_course","course_template":"U1","location":"L","external_id":"C1",)"
               R"("starts_at":"2026-01-05T09:00:00+11:00","ends_at":"2026-07-31T17:00:00+10:00")");
    const auto longer = world.provision("moodle");
    REQUIRE(longer.enrolment("77", "A1") != nullptr);
    CHECK(longer.summary.edits == 1);
    CHECK(longer.enrolment("77", "A1")->until > first.enrolment("77", "A1")->until);
}

}  // namespace provost::lms_world
