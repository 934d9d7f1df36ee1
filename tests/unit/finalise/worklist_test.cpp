// Which program enrolments the worklist holds, and what it says is missing.
#include "finalise/worklist.hpp"

#include <doctest/doctest.h>

namespace provost::finalise {

namespace {

constexpr Day list_day = std::chrono::year{2026} / 6 / 27;

WorkedUnit listed_unit(std::string_view outcome, std::optional<Day> end_on) {
    WorkedUnit unit;
    unit.unit.activity.subject = "UNIT01";
    unit.unit.activity.outcome = outcome;
    unit.unit.activity.end_on = end_on;
    return unit;
}

Listed list_of(const enrolment::ProgramEnrolment& program, const std::vector<WorkedUnit>& units) {
    const people::Learner learner;
    return judge_worklist({learner, program, units, list_day, list_day, false});
}

}  // namespace

TEST_CASE("the worklist holds what is all final, what ended, and what is final with open steps [FIN-ORD-12]") {
    enrolment::ProgramEnrolment program;
    program.status = "Current";
    CHECK(list_of(program, {}).why.empty());

    const auto going_on = list_of(program, {listed_unit("", list_day), listed_unit("20", list_day)});
    CHECK(going_on.why.empty());

    const auto final = list_of(program, {listed_unit("20", list_day), listed_unit("40", list_day)});
    REQUIRE(final.why.size() == 1);
    CHECK(final.why.front().code == "worklist.all-final"_code);
    CHECK(final.missing.empty());

    program.checklist.push_back({"credential", {}});
    const auto passed = list_of(program, {listed_unit("", list_day - std::chrono::days{1})});
    REQUIRE(passed.why.size() == 1);
    CHECK(passed.why.front().code == "worklist.end-passed"_code);
    REQUIRE(passed.missing.size() == 2);
    CHECK(passed.missing.front().code == "completion.outcome-not-final"_code);
    CHECK(passed.missing.back().code == "checklist.open"_code);

    program.finalised = true;
    const auto steps = list_of(program, {listed_unit("70", list_day)});
    REQUIRE(steps.why.size() == 1);
    CHECK(steps.why.front().code == "worklist.open-steps"_code);
    CHECK(steps.missing.size() == 2);

    program.checklist.front().done_on = list_day;
    CHECK(list_of(program, {listed_unit("20", list_day)}).why.empty());
}

}  // namespace provost::finalise
