// The LMS in memory: what a real one refuses, what it lacks, and how it misbehaves on request.
#include "lms/memory_lms.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost::lms;

Action memory_learner(const std::string& learner) {
    Action action;
    action.op_id = "learner " + learner;
    action.kind = ActionKind::upsert_learner;
    action.learner = learner;
    action.login = learner + "@example.org";
    return action;
}

Action memory_place(const std::string& course, const std::string& learner, Access access) {
    Action action;
    action.op_id = course + " " + learner;
    action.kind = ActionKind::upsert_enrolment;
    action.course = course;
    action.learner = learner;
    action.access = access;
    return action;
}

LmsFault planned(FaultKind kind, std::string operation, std::int64_t call) {
    LmsFault fault;
    fault.kind = kind;
    fault.operation = std::move(operation);
    fault.call = call;
    return fault;
}

// With the courses "a" and "b" and the accounts c1 to c3.
MemoryLms memory_with(LmsSetup setup) {
    for (const char* name : {"a", "b"}) {
        ObservedCourse course;
        course.course = name;
        setup.courses.push_back(course);
    }
    for (const char* name : {"c1", "c2", "c3"}) {
        LmsEdit account;
        account.learner = name;
        account.login = std::string(name) + "@example.org";
        setup.edits.push_back(account);
    }
    return MemoryLms(setup);
}

std::vector<ActionOutcome> outcomes_of(MemoryLms& lms, std::vector<Action> actions) {
    lms.carry_out(std::move(actions));
    return lms.take_findings().outcomes;
}

Findings listed(MemoryLms& lms, const std::string& listing, const std::string& cursor = {}) {
    lms.list({listing, {}, {}, cursor});
    return lms.take_findings();
}

}  // namespace

TEST_CASE("The LMS in memory tells of unknown accounts, unknown courses and logins that are taken") {
    auto lms = memory_with({});
    const auto outcomes = outcomes_of(
        lms, {memory_place("a", "c9", Access::active), memory_place("z", "c1", Access::active), memory_learner("c1"),
              memory_place("a", "c1", Access::active), memory_place("a", "c1", Access::active)});
    REQUIRE(outcomes.size() == 5);
    CHECK(outcomes[0].error == ErrorClass::not_found);
    CHECK(outcomes[1].error == ErrorClass::not_found);
    CHECK(outcomes[2].status == ActionStatus::unchanged);
    CHECK(outcomes[3].status == ActionStatus::applied);
    CHECK(outcomes[4].status == ActionStatus::unchanged);
    auto taken = memory_learner("c7");
    taken.login = "c1@example.org";
    CHECK(outcomes_of(lms, {taken}).front().error == ErrorClass::conflict);
}

TEST_CASE("WIS-MIG-10: an ability that an LMS lacks is told, and what needs it is refused as unsupported") {
    LmsSetup setup;
    setup.without = {"unenrols", "has_groups", "suspends_enrolments", "lists_results", "suspends_learners"};
    auto lms = memory_with(setup);
    CHECK_FALSE(lms.describe().unenrols);
    CHECK(lms.describe().writes_enrolments);
    auto grouped = memory_place("a", "c1", Access::active);
    grouped.groups = {"north"};
    auto account = memory_learner("c1");
    account.suspended = true;
    for (const auto& action :
         {memory_place("a", "c1", Access::absent), memory_place("a", "c1", Access::suspended), grouped, account}) {
        CHECK(outcomes_of(lms, {action}).front().error == ErrorClass::unsupported);
    }
    CHECK(lms.enrolments().empty());
    CHECK(listed(lms, "results").ends.front().error == ErrorClass::unsupported);
    CHECK_FALSE(listed(lms, "results").ends.front().complete);
}

TEST_CASE("Planned faults strike the call that they name") {
    LmsSetup setup;
    setup.transcript = true;
    setup.faults = {
        planned(FaultKind::fail, "upsert_enrolment", 1), planned(FaultKind::lose_before, "upsert_enrolment", 2),
        planned(FaultKind::lose_after, "upsert_enrolment", 3), planned(FaultKind::ignore, "upsert_enrolment", 4),
        planned(FaultKind::repeat, "look_up_enrolment", 1)};
    setup.faults.front().error = ErrorClass::rate_limited;
    setup.faults.front().retry_after = 1500;
    auto lms = memory_with(setup);
    const auto one = outcomes_of(lms, {memory_place("a", "c1", Access::active)}).front();
    CHECK(one.error == ErrorClass::rate_limited);
    CHECK(one.retry_after == 1500);
    CHECK(outcomes_of(lms, {memory_place("a", "c1", Access::active)}).front().status == ActionStatus::unknown);
    CHECK(lms.enrolments().empty());
    CHECK(outcomes_of(lms, {memory_place("a", "c1", Access::active)}).front().status == ActionStatus::unknown);
    CHECK(lms.enrolments().size() == 1);
    CHECK(outcomes_of(lms, {memory_place("a", "c2", Access::active)}).front().status == ActionStatus::applied);
    CHECK(lms.enrolments().size() == 1);
    auto look = memory_place("a", "c1", Access::active);
    look.kind = ActionKind::look_up_enrolment;
    const auto twice = outcomes_of(lms, {look});
    REQUIRE(twice.size() == 2);
    CHECK(twice.front().observed == Access::active);
    const auto transcript = lms.take_transcript();
    REQUIRE(transcript.size() == 5);
    CHECK(transcript[1].fault == "lose_before");
    CHECK(transcript[4].operation == "look_up_enrolment");
}

TEST_CASE("A batch breaks off, arrives in another order, twice, or late") {
    LmsSetup setup;
    setup.faults = {planned(FaultKind::partial, "upsert_enrolment", 2),
                    planned(FaultKind::reorder, "upsert_enrolment", 4), planned(FaultKind::late, "upsert_enrolment", 6),
                    planned(FaultKind::duplicate, "upsert_enrolment", 7)};
    auto lms = memory_with(setup);
    const auto broken =
        outcomes_of(lms, {memory_place("a", "c1", Access::active), memory_place("a", "c2", Access::active),
                          memory_place("a", "c3", Access::active)});
    REQUIRE(broken.size() == 3);
    CHECK(broken[0].status == ActionStatus::applied);
    CHECK(broken[2].error == ErrorClass::transient);
    CHECK(lms.enrolments().size() == 1);
    // the first is carried out after the second, so that the learner ends up active
    const auto turned =
        outcomes_of(lms, {memory_place("a", "c2", Access::active), memory_place("a", "c2", Access::suspended)});
    CHECK(turned.front().op_id == turned.back().op_id);
    CHECK(lms.enrolments().back().access == Access::active);
    // the sixth comes after its answer was lost, before the seventh, which comes twice
    CHECK(outcomes_of(lms, {memory_place("b", "c3", Access::active)}).front().status == ActionStatus::unknown);
    CHECK(lms.enrolments().size() == 2);
    CHECK(outcomes_of(lms, {memory_place("b", "c3", Access::suspended)}).front().status == ActionStatus::unchanged);
    CHECK(lms.enrolments().back().access == Access::suspended);
}

TEST_CASE("Listings come in pages, break off, or end too early without a word") {
    LmsSetup setup;
    setup.page = 2;
    setup.faults = {planned(FaultKind::truncate, "courses", 3), planned(FaultKind::truncate_silently, "courses", 4)};
    setup.faults[1].rows = 1;
    ObservedResult result;
    result.course = "a";
    result.item = "quiz";
    result.learner = "c1";
    result.grade = "80";
    setup.results = {result};
    auto lms = memory_with(setup);
    LmsEdit third;
    third.course = "c";
    lms.edit(third);
    const auto first = listed(lms, "courses");
    CHECK(first.courses.size() == 2);
    CHECK_FALSE(first.ends.front().complete);
    const auto rest = listed(lms, "courses", first.ends.front().cursor);
    CHECK(rest.courses.front().course == "c");
    CHECK(rest.ends.front().complete);
    const auto broken = listed(lms, "courses");
    CHECK(broken.courses.empty());
    CHECK(broken.ends.front().error == ErrorClass::transient);
    const auto silent = listed(lms, "courses", "1");
    CHECK(silent.courses.size() == 1);
    CHECK(silent.ends.front().complete);
    const auto results = listed(lms, "results");
    CHECK(results.results.front().grade == "80");
    CHECK(listed(lms, "results", results.ends.front().cursor).results.empty());
    CHECK(listed(lms, "results", "99").ends.front().error == ErrorClass::cursor_expired);
}

TEST_CASE("Somebody enrols, suspends and renames by hand") {
    LmsSetup setup;
    auto by_hand = planned(FaultKind::edit, "upsert_learner", 1);
    by_hand.edit = LmsEdit{};
    by_hand.edit->course = "a";
    by_hand.edit->learner = "c1";
    by_hand.edit->access = Access::suspended;
    by_hand.edit->groups = {"hers"};
    setup.faults = {by_hand};
    auto lms = memory_with(setup);
    CHECK(outcomes_of(lms, {memory_learner("c1")}).front().status == ActionStatus::unchanged);
    auto mine = memory_place("a", "c1", Access::active);
    mine.groups = {"new"};
    mine.leave_groups = {"old"};
    (void)outcomes_of(lms, {mine});
    REQUIRE(lms.enrolments().size() == 1);
    CHECK(lms.enrolments().front().groups == std::vector<std::string>{"hers", "new"});
    LmsEdit gone;
    gone.learner = "c1";
    gone.deleted = true;
    lms.edit(gone);
    CHECK(lms.enrolments().empty());
    CHECK(outcomes_of(lms, {memory_place("a", "c1", Access::active)}).front().error == ErrorClass::not_found);
}

TEST_CASE("Faults by chance are the same for the same seed, and end when they are stopped") {
    LmsSetup setup;
    setup.chance.seed = 7;
    setup.chance.fail = 30;
    setup.chance.lose = 10;
    setup.chance.edit = 10;
    const auto play = [&](std::int64_t seed) {
        setup.chance.seed = seed;
        auto lms = memory_with(setup);
        std::string told;
        for (int i = 0; i < 200; ++i) {
            const auto access = i % 3 == 0 ? Access::suspended : Access::active;
            const auto outcome = outcomes_of(lms, {memory_place(i % 2 == 0 ? "a" : "b", "c1", access)}).front();
            told += static_cast<char>('0' + static_cast<int>(outcome.status));
        }
        lms.stop_faults();
        for (int i = 0; i < 50; ++i) {
            CHECK(outcomes_of(lms, {memory_place("a", "c1", Access::active)}).front().error == ErrorClass::none);
        }
        return told;
    };
    const auto seven = play(7);
    CHECK(seven == play(7));
    CHECK(seven != play(8));
    CHECK(std::ranges::count(seven, '2') > 20);
    CHECK(std::ranges::count(seven, '3') > 2);
}
