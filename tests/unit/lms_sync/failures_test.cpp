// What follows from each kind of failure, and that nothing is repeated before it was looked up.
#include "unit/lms_sync/lms_world.hpp"

namespace provost::lms_world {

namespace {

using lms::Access;
using lms::ActionKind;
using lms::ErrorClass;
using lms::FaultKind;
using lms::KeyState;
using lms::LmsFault;
using lms::LmsSetup;
using lms::Origin;

LmsSetup with_fault(FaultKind kind, ErrorClass error = ErrorClass::none, std::int64_t call = 1,
                    const std::string& operation = "upsert_enrolment") {
    LmsSetup setup;
    LmsFault fault;
    fault.kind = kind;
    fault.error = error;
    fault.operation = operation;
    fault.call = call;
    setup.faults.push_back(fault);
    return setup;
}

// One learner in one course, over the connection that nobody defined.
void add_place_of_ann(World& world) {
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.enrol("ann", "C1");
}

}  // namespace

TEST_CASE("an enrolment says whether it is pending, confirmed or failed, how often and why [WIS-EE-10]") {
    World world;
    world.lms("lms", with_fault(FaultKind::fail, ErrorClass::transient));
    add_place_of_ann(world);
    world.provision("lms", {.reports = false, .carries_out = false});
    CHECK(world.key("C1").state == KeyState::pending);
    world.provision();  // looks up, then sends, and that fails
    const auto failed = world.key("C1");
    CHECK(failed.state == KeyState::failed);
    CHECK(failed.tries == 1);
    CHECK(failed.error == ErrorClass::transient);
    CHECK_FALSE(failed.problem.empty());
    CHECK(world.provision().actions.empty());  // not before its time
    world.wait(std::chrono::minutes{2});
    world.provision();
    CHECK(world.key("C1").state == KeyState::confirmed);
    CHECK(world.key("C1").tries == 0);
}

TEST_CASE("an answer that was lost is looked up before anything is repeated") {
    World world;
    world.lms("lms", with_fault(FaultKind::lose_after));
    add_place_of_ann(world);
    const auto run = world.provision();
    CHECK(run.count(ActionKind::upsert_enrolment) == 1);
    CHECK(run.count(ActionKind::look_up_enrolment) == 1);
    CHECK(world.key("C1").agreed == Access::active);
    CHECK(world.key("C1").origin == Origin::ours);
}

TEST_CASE("what can never succeed waits until something else is desired [WIS-RS-01]") {
    World world;
    world.lms("lms", with_fault(FaultKind::fail, ErrorClass::invalid));
    add_place_of_ann(world);
    world.provision();
    CHECK(world.key("C1").state == KeyState::parked);
    world.wait(std::chrono::hours{48});
    CHECK(world.provision().actions.empty());
    // What is looked at again for another reason is the same wish still.
    const auto renamed = world.engine().run_document(
        R"({"provost":1,"verb":"people.define_learner","login":"ann","client_id":"A1","family_name":"Other",)"
        R"("birth_date":"2000-01-01","email":"ann@x.example"})");
    REQUIRE(renamed);
    CHECK(renamed->find("accepted") != std::string::npos);
    CHECK(world.provision().enrolment("C1", "A1") == nullptr);
    CHECK(world.key("C1").state == KeyState::parked);
    world.cancel("ann", "C1");
    CHECK(world.provision().actions.empty());
    CHECK(world.key("C1").state == KeyState::settled);
    world.wait(std::chrono::hours{1});
    world.enrol("ann", "C1");
    CHECK(world.provision().enrolment("C1", "A1") != nullptr);
}

TEST_CASE("credentials that are refused stop the run, a right that is missing stops that kind of action") {
    for (const ErrorClass error : {ErrorClass::auth, ErrorClass::forbidden}) {
        World world;
        world.lms("lms", with_fault(FaultKind::fail, error));
        add_place_of_ann(world);
        const auto run = world.provision();
        CHECK(run.summary.stopped.name() == (error == ErrorClass::auth ? "lms.auth" : "none"));
        CHECK(world.key("C1").state == KeyState::failed);
        CHECK(world.key("C1").tries == 0);
        world.provision();
        CHECK(world.key("C1").state == KeyState::confirmed);
    }
}

TEST_CASE("the LMS says how long to wait, and such a try does not count") {
    World world;
    auto setup = with_fault(FaultKind::fail, ErrorClass::rate_limited);
    setup.faults[0].retry_after = 600'000;
    world.lms("lms", setup);
    add_place_of_ann(world);
    world.provision();
    CHECK(world.key("C1").tries == 0);
    world.wait(std::chrono::minutes{9});
    CHECK(world.provision().actions.empty());
    world.wait(std::chrono::minutes{2});
    CHECK(world.provision().actions.size() == 1);
}

TEST_CASE("a contradiction is looked up once, then held for a person") {
    World world;
    auto setup = with_fault(FaultKind::fail, ErrorClass::conflict, 0);
    world.lms("lms", setup);
    add_place_of_ann(world);
    const auto run = world.provision();
    CHECK(run.count(ActionKind::look_up_enrolment) == 1);
    CHECK(run.count(ActionKind::upsert_enrolment) == 2);
    CHECK(world.key("C1").state == KeyState::held);
    world.wait(std::chrono::hours{48});
    CHECK(world.provision().actions.empty());
}

TEST_CASE(
    "a cohort that the LMS does not know blocks its learners, with that reason, until it is there [PPR-PRO-05, "
    "PPR-PRO-06]") {
    World world;
    world.connect("moodle");
    auto setup = with_fault(FaultKind::fail, ErrorClass::not_found);
    world.lms("moodle", setup);
    world.add_course("C1");
    world.add_learner("ann", "A1");
    world.must(
        R"("verb":"lms.provision_course","course":"C1","connection":"moodle","cohort":"year-1","provision":true)");
    world.enrol("ann", "C1");
    world.provision_approved("moodle");
    const auto blocked = world.key("cohort:year-1", "moodle");
    CHECK(blocked.state == KeyState::blocked);
    CHECK(blocked.error == ErrorClass::not_found);
    CHECK(world.lms("moodle").accounts() == 1);  // the student is there, in no course
    world.wait(std::chrono::minutes{5});
    world.provision("moodle");
    CHECK(world.key("cohort:year-1", "moodle").state == KeyState::confirmed);
    world.cancel("ann", "C1");
    CHECK(world.provision("moodle").actions.empty());  // stays in the cohort: it may hold grades
    CHECK(world.access("moodle", "cohort:year-1", "A1") == Access::active);

    world.connect("moodle", R"("mode":"enforce","leave_cohorts":true)");
    world.must(
        R"("verb":"lms.provision_course","course":"C1","connection":"moodle","cohort":"year-1","provision":false)");
    world.provision("moodle");
    CHECK(world.access("moodle", "cohort:year-1", "A1") == Access::absent);
}

}  // namespace provost::lms_world
