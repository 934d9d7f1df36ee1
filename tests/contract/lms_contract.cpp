// The parts of the suite: what is asked of any adapter.
#include "lms_contract.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

using lms::Access;
using lms::Action;
using lms::ActionStatus;
using lms::ErrorClass;

constexpr std::size_t class_size = 12;

std::map<std::string, lms::ActionOutcome> by_op(const std::vector<lms::ActionOutcome>& outcomes) {
    std::map<std::string, lms::ActionOutcome> found;
    for (const auto& outcome : outcomes) found[outcome.op_id] = outcome;
    return found;
}

void check_class(LmsWorld& world, std::size_t learners = class_size) {
    CHECK(world.accounts() == learners);
    CHECK_FALSE(world.has_duplicates());
    for (std::size_t i = 1; i <= learners; ++i) {
        CHECK(world.access("COOK", "s" + std::to_string(i)) == Access::active);
    }
}

void check_twice(LmsWorld& world) {
    Wire wire{world};
    for (const auto& outcome : wire.carry_out(class_of("COOK", class_size))) {
        CHECK_MESSAGE(went_well(outcome), outcome.op_id, ": ", outcome.problem);
    }
    check_class(world);
    world.restart();
    for (const auto& outcome : wire.carry_out(class_of("COOK", class_size))) {
        CHECK_MESSAGE(went_well(outcome), outcome.op_id, ": ", outcome.problem);
        if (outcome.op_id.starts_with('l')) CHECK(outcome.status == ActionStatus::unchanged);
    }
    check_class(world);
}

void check_access(LmsWorld& world) {
    Wire wire{world};
    static_cast<void>(wire.carry_out(class_of("COOK", 2)));
    for (const auto access : {Access::suspended, Access::active, Access::suspended}) {
        const auto done = wire.carry_out({place_of("COOK", "s1", access)});
        CHECK(went_well(done.front()));
        CHECK(world.access("COOK", "s1") == access);
        CHECK(world.access("COOK", "s2") == Access::active);
        auto look = place_of("COOK", "s1", access);
        look.kind = lms::ActionKind::look_up_enrolment;
        const auto seen = wire.carry_out({look}).front();
        CHECK(seen.observed == access);
    }
    // The whole state is told each time: a later window does not lift the suspension.
    auto action = place_of("COOK", "s1", Access::suspended);
    action.until = Instant{std::chrono::seconds(4'000'000'000)};
    CHECK(went_well(wire.carry_out({action}).front()));
    CHECK(world.access("COOK", "s1") == Access::suspended);
}

void check_unknown_things(LmsWorld& world) {
    Wire wire{world};
    auto actions = class_of("COOK", 3);
    actions.push_back(place_of("NOWHERE", "s1", Access::active));
    actions.push_back(place_of("COOK", "nobody", Access::active));
    const auto outcomes = by_op(wire.carry_out(actions));
    check_class(world, 3);
    CHECK(outcomes.at("e-NOWHERE-s1").error == ErrorClass::not_found);
    CHECK(outcomes.at("e-COOK-nobody").error == ErrorClass::not_found);
    auto look = place_of("COOK", "nobody", Access::active);
    look.kind = lms::ActionKind::look_up_enrolment;
    CHECK(wire.carry_out({look}).front().observed == Access::absent);
}

// One that can not be done does not take the others of its batch with it, nor is it said to be done.
void check_culprit(LmsWorld& world) {
    Wire wire{world};
    world.add_account("other", "login-s7", "other@example.invalid");
    auto actions = class_of("COOK", class_size);
    const auto outcomes = by_op(wire.carry_out(actions));
    for (std::size_t i = 1; i <= class_size; ++i) {
        const auto learner = "s" + std::to_string(i);
        CHECK(went_well(outcomes.at("l-" + learner)) == (i != 7));
        CHECK(world.access("COOK", learner) == (i == 7 ? Access::absent : Access::active));
    }
    CHECK(outcomes.at("l-s7").error == ErrorClass::conflict);
    CHECK_FALSE(went_well(outcomes.at("e-COOK-s7")));
}

// Whatever happens to any one request: in a few rounds all is as it shall be, nobody is there twice, and nothing was
// said to be done that is not.
void check_one_fault(const MakeWorld& make, WireFault fault, std::size_t request) {
    const auto world = make();
    world->add_course("COOK", "Cooking");
    Wire wire{*world, {{request, fault}}};
    const auto actions = class_of("COOK", class_size);
    for (const auto& outcome : wire.carry_out(actions)) {
        const bool is_place = outcome.op_id.starts_with("e-COOK-");
        const auto learner = is_place ? outcome.op_id.substr(7) : std::string();
        if (is_place && went_well(outcome)) CHECK(world->access("COOK", learner) == Access::active);
    }
    std::size_t rounds = 0;
    world->restart();
    const auto standing = settle(wire, actions, rounds);
    for (const auto& each : standing) {
        CHECK_MESSAGE(went_well(each.second), each.first, ": ", each.second.problem);
    }
    CHECK(rounds <= 3);
    check_class(*world);
}

void check_faults(const MakeWorld& make) {
    const auto world = make();
    world->add_course("COOK", "Cooking");
    Wire counting{*world};
    static_cast<void>(counting.carry_out(class_of("COOK", class_size)));
    for (std::size_t request = 0; request < counting.sent; ++request) {
        CAPTURE(request);
        for (const auto fault : {WireFault::not_sent, WireFault::lost_before, WireFault::lost_after, WireFault::late,
                                 WireFault::server_error, WireFault::after_error, WireFault::throttled,
                                 WireFault::garbage, WireFault::torn, WireFault::twice}) {
            CAPTURE(static_cast<int>(fault));
            check_one_fault(make, fault, request);
        }
    }
}

void check_storm(LmsWorld& world, WireFault fault, ErrorClass expected) {
    if (!world.has_wire()) return;
    Wire wire{world};
    wire.always = fault;
    for (const auto& outcome : wire.carry_out(class_of("COOK", class_size))) {
        CHECK_FALSE(went_well(outcome));
        const bool right = outcome.error == expected || outcome.error == ErrorClass::unknown_outcome;
        CHECK_MESSAGE(right, outcome.op_id, " is ", static_cast<int>(outcome.error));
        if (expected == ErrorClass::rate_limited) CHECK(outcome.retry_after.value_or(0) > 0);
    }
    CHECK(world.accounts() == 0);
    wire.always = WireFault::none;
    std::size_t rounds = 0;
    static_cast<void>(settle(wire, class_of("COOK", class_size), rounds));
    check_class(world);
}

void check_order(LmsWorld& world) {
    Wire wire{world};
    wire.backwards = true;
    std::size_t rounds = 0;
    static_cast<void>(settle(wire, class_of("COOK", class_size), rounds));
    check_class(world);
    lms::HttpAnswer stray;
    stray.id = "never-asked";
    world.adapter().answer(stray);
    CHECK(world.adapter().take_requests().empty());
}

void check_groups(LmsWorld& world) {
    if (!world.adapter().describe().has_groups) return;
    Wire wire{world};
    auto actions = class_of("COOK", 3);
    for (auto& action : actions) {
        if (action.kind == lms::ActionKind::upsert_enrolment) action.groups = {"Perth & Hills"};
    }
    for (const auto& outcome : wire.carry_out(actions)) CHECK_MESSAGE(went_well(outcome), outcome.problem);
    CHECK(world.groups("COOK", "s1") == std::set<std::string>{"Perth & Hills"});
    auto move = place_of("COOK", "s1", Access::active);
    move.groups = {"Albany"};
    move.leave_groups = {"Perth & Hills"};
    CHECK(went_well(wire.carry_out({move}).front()));
    CHECK(world.groups("COOK", "s1") == std::set<std::string>{"Albany"});
    CHECK(world.groups("COOK", "s2") == std::set<std::string>{"Perth & Hills"});
    CHECK_FALSE(world.was_without_group());
    CHECK(went_well(wire.carry_out({move}).front()));
    CHECK(world.groups("COOK", "s1") == std::set<std::string>{"Albany"});
}

void check_words(LmsWorld& world) {
    const std::vector<std::string> names{"O'Brien & Söhne",  "علي",     "Zoe\u0308",
                                         "👩‍🍳 Cook", "<b>bold", "a=b&c=d+e%20"};
    Wire wire{world};
    std::vector<Action> actions;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto action = account_of("id/" + std::to_string(i) + "%2F ?#");
        action.login = "n" + std::to_string(i);
        action.email = action.login + "@example.invalid";
        action.family_name = names[i];
        actions.push_back(action);
    }
    const auto outcomes = by_op(wire.carry_out(actions));
    for (std::size_t i = 0; i < names.size(); ++i) {
        // An LMS may refuse markup; what it takes it takes unchanged.
        if (went_well(outcomes.at(actions[i].op_id))) CHECK(world.family_name(actions[i].learner) == names[i]);
    }
    CHECK(went_well(outcomes.at(actions[0].op_id)));
    CHECK(went_well(outcomes.at(actions[3].op_id)));
}

void check_listing(LmsWorld& world) {
    const auto abilities = world.adapter().describe();
    Wire wire{world};
    static_cast<void>(wire.carry_out(class_of("COOK", class_size)));
    static_cast<void>(wire.carry_out({place_of("COOK", "s2", Access::suspended)}));
    world.add_account("by-hand", "teacher", "teacher@example.invalid");
    world.enrol_by_hand("COOK", "by-hand");
    if (abilities.lists_courses) {
        const auto courses = wire.list({"courses", {}, {}, {}});
        REQUIRE(courses.ends.size() == 1);
        CHECK(courses.ends.front().complete);
        CHECK(courses.courses.size() == 2);
    }
    if (!abilities.lists_enrolments) return;
    const auto found = wire.list({"enrolments", "COOK", {}, {}});
    REQUIRE(found.ends.size() == 1);
    CHECK(found.ends.front().complete);
    CHECK(found.ends.front().course == "COOK");
    std::map<std::string, Access> seen;
    for (const auto& row : found.enrolments) seen[row.learner] = row.access;
    CHECK(seen.size() == class_size + 1);
    CHECK(seen["s1"] == Access::active);
    CHECK(seen["s2"] == Access::suspended);
    CHECK(seen["by-hand"] == Access::active);
    const auto nowhere = wire.list({"enrolments", "NOWHERE", {}, {}});
    REQUIRE(nowhere.ends.size() == 1);
    CHECK_FALSE(nowhere.ends.front().complete);
    CHECK(nowhere.ends.front().error == ErrorClass::not_found);
}

// A listing that did not come to its end says so: silence is never a deletion.
void check_broken_listing(LmsWorld& world) {
    if (!world.adapter().describe().lists_enrolments) return;
    Wire first{world};
    static_cast<void>(first.carry_out(class_of("COOK", class_size)));
    Wire counting{world};
    static_cast<void>(counting.list({"enrolments", "COOK", {}, {}}));
    for (std::size_t request = 0; request < counting.sent; ++request) {
        for (const auto fault : {WireFault::not_sent, WireFault::lost_after, WireFault::server_error,
                                 WireFault::throttled, WireFault::garbage, WireFault::torn}) {
            Wire wire{world, {{request, fault}}};
            const auto found = wire.list({"enrolments", "COOK", {}, {}});
            REQUIRE(found.ends.size() == 1);
            CHECK_FALSE(found.ends.front().complete);
            CHECK(found.ends.front().error != ErrorClass::none);
        }
    }
}

void check_secret(LmsWorld& world) {
    Wire wire{world};
    static_cast<void>(wire.carry_out(class_of("COOK", 2)));
    if (!world.quirk(LmsQuirk::expired_token)) return;
    for (const auto& outcome : wire.carry_out(class_of("COOK", class_size))) {
        const bool right = outcome.error == ErrorClass::auth || outcome.error == ErrorClass::forbidden;
        CHECK_MESSAGE(right, outcome.op_id);
    }
    const auto end = wire.list({"check", {}, {}, {}}).ends.front();
    CHECK(end.error == ErrorClass::auth);
    CHECK(world.accounts() == 2);
}

void check_right(LmsWorld& world) {
    if (!world.quirk(LmsQuirk::missing_right)) return;
    Wire wire{world};
    for (const auto& outcome : wire.carry_out(class_of("COOK", 3))) {
        if (outcome.op_id.starts_with('e')) CHECK(outcome.error == ErrorClass::forbidden);
    }
}

void check_silent_cut(LmsWorld& world) {
    if (!world.quirk(LmsQuirk::cuts_silently)) return;
    Wire wire{world};
    const auto actions = class_of("COOK", class_size);
    for (const auto& outcome : wire.carry_out(actions)) {
        if (outcome.op_id.starts_with('c')) continue;
        const bool place = outcome.op_id.starts_with('e');
        const bool there = place ? world.access("COOK", outcome.op_id.substr(7)) == Access::active
                                 : !world.family_name(outcome.op_id.substr(2)).empty();
        CHECK_MESSAGE(went_well(outcome) == there, outcome.op_id);
    }
    std::size_t rounds = 0;
    static_cast<void>(settle(wire, actions, rounds));
    check_class(world);
}

void check_clock(LmsWorld& world) {
    if (!world.quirk(LmsQuirk::clock_behind)) return;
    Wire wire{world};
    static_cast<void>(wire.carry_out(class_of("COOK", 1)));
    auto action = place_of("COOK", "s1", Access::active);
    action.from = Instant{std::chrono::seconds(1'800'000'000)};
    action.until = action.from;  // a window that is never open
    const auto outcome = wire.carry_out({action}).front();
    CHECK_MESSAGE(went_well(outcome), outcome.problem);
}

// The ids that were remembered belong to others now: nobody gets the access of somebody else.
void check_copied_site(LmsWorld& world) {
    Wire wire{world};
    const auto actions = class_of("COOK", 3);
    const auto before = by_op(wire.carry_out(actions));
    if (!world.quirk(LmsQuirk::copied_site)) return;
    auto again = place_of("COOK", "s1", Access::suspended);
    again.learner_remote_id = before.at("l-s1").remote_id;
    again.course_remote_id = before.at("c-COOK").remote_id;
    static_cast<void>(wire.carry_out({again}));
    CHECK(world.access("COOK", "s1") == Access::suspended);
    CHECK(world.access("BAKE", "s1") == Access::absent);
    CHECK(world.access("COOK", "s2") == Access::active);
    CHECK(world.access("COOK", "s3") == Access::active);
}

}  // namespace

void check_lms(const MakeWorld& make) {
    const auto world = make();
    world->add_course("COOK", "Cooking & more");
    world->add_course("BAKE", "Baking");
    SUBCASE("the same actions twice change nothing more") { check_twice(*world); }
    SUBCASE("access is suspended and given again") { check_access(*world); }
    SUBCASE("what is not there is not found") { check_unknown_things(*world); }
    SUBCASE("a culprit is found, the others are done") { check_culprit(*world); }
    SUBCASE("any one fault of the way") { check_faults(make); }
    SUBCASE("a storm of errors") { check_storm(*world, WireFault::server_error, ErrorClass::transient); }
    SUBCASE("nobody there") { check_storm(*world, WireFault::not_sent, ErrorClass::transient); }
    SUBCASE("throttled") { check_storm(*world, WireFault::throttled, ErrorClass::rate_limited); }
    SUBCASE("answers in another order") { check_order(*world); }
    SUBCASE("groups") { check_groups(*world); }
    SUBCASE("names of all kinds") { check_words(*world); }
    SUBCASE("listings") { check_listing(*world); }
    SUBCASE("a listing that breaks off") { check_broken_listing(*world); }
    SUBCASE("the secret has expired") { check_secret(*world); }
    SUBCASE("a right is missing") { check_right(*world); }
    SUBCASE("a list that is cut silently") { check_silent_cut(*world); }
    SUBCASE("the clock of the LMS is late") { check_clock(*world); }
    SUBCASE("a copied site") { check_copied_site(*world); }
}

}  // namespace provost::contract
