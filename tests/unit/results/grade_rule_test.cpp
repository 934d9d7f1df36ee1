// The grade table: total, exact at its bounds; and the checker finds every planted gap and overlap.
#include "results/grade_rule.hpp"
#include "enrolment/outcome.hpp"

#include <doctest/doctest.h>

namespace provost::results {

namespace {

const GradeRow& row_for(Completion completion, std::string_view grade) {
    return *judge_grade(default_grade_rule(), completion, parse_decimal(grade));
}

}  // namespace

TEST_CASE("the shipped grade table has neither gaps nor overlaps") {
    CHECK(check_grade_rule(default_grade_rule()).empty());
}

TEST_CASE("PPR-RES-01 bands of the shipped table are exact") {
    CHECK(row_for(Completion::passed, "50").outcome == "20");
    CHECK(row_for(Completion::passed, "49.999999").says == Says::review);
    CHECK(row_for(Completion::completed, "50").outcome == "20");
    CHECK(row_for(Completion::completed, "0").says == Says::review);
    CHECK(row_for(Completion::failed, "100").outcome == "30");
    CHECK(row_for(Completion::incomplete, "100").says == Says::nothing);
    CHECK(judge_grade(default_grade_rule(), Completion::failed, std::nullopt)->outcome == "30");
}

TEST_CASE("gaps and overlaps of a grade table are found") {
    const auto shipped = default_grade_rule();
    for (std::size_t i = 0; i < shipped.size(); ++i) {
        std::vector<GradeRow> rule(shipped.begin(), shipped.end());
        rule[i].below = Decimal{rule[i].below.millionths - 1};
        REQUIRE(check_grade_rule(rule).size() == 1);
        CHECK(check_grade_rule(rule).front().code.name() == "grade-rule.gap");
        rule[i].below = shipped[i].below;
        rule.push_back(rule[i]);
        REQUIRE(check_grade_rule(rule).size() == 1);
        CHECK(check_grade_rule(rule).front().code.name() == "grade-rule.overlap");
    }
}

TEST_CASE("WIS-AG-09 the sets of outcome codes are kept apart") {
    for (const auto code : {"20", "51", "60", "81"})
        CHECK((enrolment::is_final(code) && enrolment::is_successful(code)));
    for (const auto code : {"30", "40", "41", "52", "61", "82"})
        CHECK((enrolment::is_final(code) && !enrolment::is_successful(code)));
    for (const auto code : {"00", "70", "85"}) CHECK((!enrolment::is_final(code) && !enrolment::is_successful(code)));
    CHECK(enrolment::find_outcome("99") == nullptr);
}

}  // namespace provost::results
