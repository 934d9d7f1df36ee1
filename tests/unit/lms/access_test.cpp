// What all places of a learner give together: checks, statuses, stops, persons, groups, cohorts.
#include "base/code_table.hpp"
#include "lms/groups.hpp"
#include "unit/lms/access_world.hpp"

#include <doctest/doctest.h>

namespace access_tests {

TEST_CASE("WIS-ER-06: a unit has commenced unless its outcome is in the set of the jurisdiction") {
    World world;
    world.rule.commenced_check = true;
    for (const char* code : {"NS", "@@", "100", "105", "85", "66", "00"}) {
        world.activity.outcome = code;
        CHECK(world.ask().cause == Cause::not_commenced);
    }
    for (const char* code : {"70", "20", "W", "R"}) {
        world.activity.outcome = code;
        CHECK(world.ask().access == Access::active);
    }
    world.connection.jurisdiction = "NZ";
    for (const char* code : {"W", "R"}) {
        world.activity.outcome = code;
        CHECK(world.ask().cause == Cause::not_commenced);
    }
    world.activity.outcome.clear();
    CHECK(world.ask().access == Access::active);
    world.rule.empty_is_open = true;
    CHECK(world.ask().cause == Cause::not_commenced);
    world.rule.commenced_check = false;
    CHECK(world.ask().access == Access::active);
}

TEST_CASE("WIS-ER-07: a course has commenced while its status is Current or Pending") {
    World world;
    world.rule.type = RuleType::course_enrolment;
    world.rule.commenced_check = true;
    for (const char* status : {"Current", "Pending"}) {
        world.program.status = status;
        CHECK(world.ask().access == Access::active);
    }
    for (const char* status : {"Completion Pending", "Enquiry", "On probation"}) {
        world.program.status = status;
        CHECK(world.ask().cause == Cause::not_commenced);
    }
    world.rule.commenced_check = false;
    CHECK(world.ask().access == Access::active);  // WIS-ER-13: Completion Pending alone ends nothing
}

TEST_CASE("WIS-ER-13: a final status ends access when its day is over, completed by the end rule") {
    World world;
    world.rule.end = {Direction::after, 1, Unit::weeks, Anchor::enrolment_end};
    world.place.ended_on = d("2026-03-10");
    for (const State state : {State::cancelled, State::moved, State::replaced}) {
        world.place.state = state;
        CHECK(world.is_on("2026-03-10T12:59Z"));
        CHECK(world.cause("2026-03-10T13:00Z") == Cause::ended);
    }
    world.place.state = State::passed;
    CHECK(world.is_on("2026-03-17T12:59Z"));
    CHECK(world.cause("2026-03-17T13:00Z") == Cause::after_window);
    world.rule.end = {Direction::before, 1, Unit::weeks, Anchor::enrolment_end};
    CHECK(world.is_on("2026-03-10T12:59Z"));  // what was open that day stays so until it is over
    CHECK_FALSE(world.is_on("2026-03-10T13:00Z"));
    world.place.ended_on = d("2026-03-28");
    CHECK_FALSE(world.is_on("2026-03-28T00:00Z"));  // the rule had closed it on the 24th
    world.place.state = State::cancelled;
    world.place.ended_on.reset();
    CHECK(world.cause("2026-03-10T00:00Z") == Cause::ended);
}

TEST_CASE("WIS-ER-13: a suspended status ends access from its day until the return") {
    World world;
    world.place.state = State::on_hold;
    world.place.resumes_on = d("2026-03-20");
    auto desired = world.ask("2026-03-10T00:00Z");
    CHECK(desired.cause == Cause::on_hold);
    CHECK(desired.next_change_at == at("2026-03-19T13:00Z"));
    CHECK(world.is_on("2026-03-19T13:00Z"));
    world.place.resumes_on.reset();
    CHECK(world.cause("2026-03-30T00:00Z") == Cause::on_hold);
    CHECK(world.cause("2026-03-31T13:00Z") == Cause::after_window);
    world.rule.type = RuleType::course_enrolment;
    world.place.state = State::in_progress;
    world.program.status = "Deferred";
    world.program.status_on = d("2026-03-12");
    CHECK(world.is_on("2026-03-11T12:59Z"));
    CHECK(world.cause("2026-03-11T13:00Z") == Cause::on_hold);
    world.program.status = "Withdrawn";
    CHECK(world.is_on("2026-03-12T12:59Z"));
    CHECK(world.cause("2026-03-12T13:00Z") == Cause::ended);
}

TEST_CASE("WIS-ER-09: while the rule is inactive access stays as it is") {
    World world;
    world.rule.active = false;
    CHECK(world.ask().access == Access::absent);
    world.agreed = Access::active;
    CHECK(world.ask().access == Access::active);
    CHECK(world.ask().cause == Cause::rule_inactive);
    world.agreed = Access::suspended;
    CHECK(world.ask().access == Access::suspended);
    CHECK_FALSE(world.ask().next_change_at);
}

TEST_CASE("WIS-ER-11: on if any cause says so, and all are listed, the one that decides first") {
    World world;
    Second second(world);
    second.course.ends_at = at("2026-03-08T00:00Z");
    world.agreed = Access::active;
    const auto desired = world.ask();
    CHECK(desired.access == Access::active);
    REQUIRE(desired.places.size() == 2);
    CHECK(desired.places[0].enrolment == 7);
    CHECK(desired.places[1].cause == Cause::after_window);
    CHECK(desired.places[1].access == Access::suspended);
}

TEST_CASE("WIS-ER-11, WIS-EE-05: what a person switched off beats what others switch on, until its end") {
    World world;
    Second second(world);
    world.elearning.overridden = AccessOverride{false, "boss", "fees", at("2026-03-12T00:00Z")};
    world.agreed = Access::active;
    auto desired = world.ask();
    CHECK(desired.access == Access::suspended);
    CHECK(desired.cause == Cause::overridden);
    CHECK(desired.places[1].cause == Cause::in_window);
    CHECK(desired.next_change_at == at("2026-03-12T00:00Z"));
    CHECK(world.is_on("2026-03-12T00:00Z"));
    world.elearning.overridden->until.reset();
    CHECK_FALSE(world.is_on("2026-03-25T00:00Z"));
    world.elearning.overridden->enabled = true;
    CHECK(world.cause("2026-05-01T00:00Z") == Cause::overridden);  // no rule lifts it
    CHECK(world.is_on("2026-05-01T00:00Z"));
}

TEST_CASE("WIS-ER-11: a stop of finalising beats all but a place that was taken up later") {
    World world;
    Second second(world);
    world.place.state = State::cancelled;
    world.place.access_stopped = true;
    world.place.ended_on = d("2026-03-09");
    world.agreed = Access::active;
    CHECK(world.ask().access == Access::suspended);
    CHECK(world.ask().cause == Cause::stopped);
    second.place.enrolled_on = d("2026-03-10");
    CHECK(world.ask().access == Access::active);
    CHECK(world.ask().places[1].cause == Cause::stopped);
    second.place.enrolled_on = d("2026-03-09");  // after the other one in the same course, which was free again
    CHECK(world.ask().access == Access::active);
    second.place.course = {4};
    CHECK(world.ask().cause == Cause::stopped);
}

TEST_CASE("WIS-ER-11, FIN-ACC-13: of inactive and erased learners access is off, and nothing new is made") {
    World world;
    world.learner.inactive = true;
    CHECK(world.ask().access == Access::absent);
    CHECK(world.ask().cause == Cause::inactive);
    world.agreed = Access::active;
    CHECK(world.ask().access == Access::suspended);
    world.learner.erased_at = at("2026-03-01T00:00Z");
    CHECK(world.ask().cause == Cause::erased);
    CHECK(world.ask().places[0].cause == Cause::erased);
}

TEST_CASE("WIS-EE-01: a place counts once it was added, where the link does not enrol everybody") {
    World world;
    world.link.enrols_everybody = false;
    LinkedPlace place = world.linked();
    place.elearning = nullptr;
    const auto ask = [&] {
        return desired_access({&world.connection, &world.learner, {&place, 1}, {}, world.now, &world.zones});
    };
    CHECK(ask().cause == Cause::never_entered);
    place.elearning = &world.elearning;
    CHECK(ask().cause == Cause::never_entered);  // something was said of it, no more
    world.elearning.added_at = world.now;
    CHECK(ask().access == Access::active);
    world.link.access = AccessMethod::manual;
    CHECK(ask().access == Access::absent);
    CHECK(ask().cause == Cause::by_hand);
    world.elearning.enabled = true;
    CHECK(ask().access == Access::active);
    world.place.state = State::waiting;
    CHECK(ask().cause == Cause::never_entered);
}

TEST_CASE("WIS-EE-05: by hand holds whatever the dates are, and not for who has left or pauses") {
    World world;
    world.link.access = AccessMethod::manual;
    world.elearning.enabled = true;
    world.elearning.overridden = AccessOverride{false, "boss", "of the time when a rule said it", {}};
    CHECK(world.is_on("2031-01-01T00:00Z"));
    world.place.state = State::on_hold;
    CHECK(world.cause("2026-03-10T00:00Z") == Cause::on_hold);
    world.place.state = State::passed;
    CHECK(world.is_on("2031-01-01T00:00Z"));
    world.place.state = State::cancelled;
    CHECK(world.cause("2026-03-10T00:00Z") == Cause::ended);
}

TEST_CASE("WIS-EE-09: several places are one enrolment with all their groups") {
    World world;
    Second second(world);
    world.rule.group = "{offer} {location}";
    second.link.group = "{intake}";
    CHECK(world.ask().groups == std::vector<std::string>{"2026-03", "cooking-1 MEL"});
    second.elearning.group = "{offer} evenings";  // WIS-LNK-08: its own is a text
    CHECK(world.ask().groups == std::vector<std::string>{"cooking-1 MEL", "{offer} evenings"});
    second.course.ends_at = at("2026-03-08T00:00Z");
    CHECK(world.ask().groups == std::vector<std::string>{"cooking-1 MEL"});
    CHECK(is_pattern("a {offer}{intake}"));
    CHECK_FALSE(is_pattern("{course}"));
}

TEST_CASE("PPR-PRO-04: only with the flag of the course and that of the enrolment") {
    for (const bool by_course : {false, true}) {
        for (const bool by_enrolment : {false, true}) {
            World world;
            world.link.is_cohort = true;
            world.link.access = by_course ? AccessMethod::by_place : AccessMethod::none;
            world.elearning.provision = by_enrolment;
            const bool both = by_course && by_enrolment;
            CHECK(world.ask().access == (both ? Access::active : Access::absent));
            CHECK(world.ask().cause == (both ? Cause::has_place : Cause::not_provisioned));
            world.agreed = Access::active;  // PPR-PRO-06
            CHECK(world.ask().access == (both ? Access::active : Access::suspended));
        }
    }
}

TEST_CASE("PPR-PRO-07: of two courses with one cohort the other one still gives access") {
    World world;
    world.link.is_cohort = true;
    world.link.access = AccessMethod::by_place;
    Second second(world);
    world.link.access = AccessMethod::none;
    world.agreed = Access::active;
    CHECK(world.ask().access == Access::active);
    second.link.access = AccessMethod::none;
    CHECK(world.ask().access == Access::suspended);
}

TEST_CASE("PPR-PRO-09: by place a final or suspended state gives none, and a concluded one keeps it") {
    World world;
    world.link.access = AccessMethod::by_place;
    const auto given = [&](State state) {
        world.place.state = state;
        return world.ask().access;
    };
    for (const State state : {State::registered, State::in_progress, State::passed, State::failed}) {
        CHECK(given(state) == Access::active);
    }
    for (const State state : {State::on_hold, State::cancelled, State::moved, State::replaced}) {
        world.agreed = Access::absent;
        CHECK(given(state) == Access::absent);  // it never was there
        world.agreed = Access::active;
        CHECK(given(state) == Access::suspended);
    }
    world.agreed = Access::absent;
    for (const State state : {State::requested, State::reserved, State::waiting, State::rejected}) {
        CHECK(given(state) == Access::absent);
    }
}

TEST_CASE("WIS-LNK-06: without a link that gives it, access is off where the LMS has it") {
    World world;
    world.link.access = AccessMethod::none;
    world.agreed = Access::active;
    CHECK(world.ask().access == Access::suspended);
    CHECK(world.ask().cause == Cause::unlinked);
    const auto nowhere =
        desired_access({&world.connection, &world.learner, {}, Access::active, world.now, &world.zones});
    CHECK(nowhere.access == Access::suspended);
    CHECK(nowhere.cause == Cause::unlinked);
}

TEST_CASE("WIS-MIG-11: who has no login is blocked, not guessed") {
    World world;
    CHECK_FALSE(world.ask().blocked);
    world.learner.login.clear();
    CHECK(world.ask().blocked == Code("elearning.no-login"_code));
    world.now = at("2026-05-01T00:00Z");
    CHECK_FALSE(world.ask().blocked);
}

}  // namespace access_tests
