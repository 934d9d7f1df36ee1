// Grade rules: the shipped ones are total, bands are exact at every edge, and whatever is wrong is found when compiled.
#include "results/grade_rule.hpp"
#include "enrolment/outcome.hpp"
#include "results/compile.hpp"
#include "results/lint.hpp"

#include <doctest/doctest.h>

namespace provost::results {

namespace {

GradeBand band(const char* from, const char* to, const char* result) {
    GradeBand made;
    made.from = from;
    made.to = to;
    made.result = result;
    return made;
}

GradeBand word_band(const char* text, const char* result) {
    GradeBand made;
    made.text = text;
    made.result = result;
    return made;
}

GradeRule rule_of(std::vector<GradeBand> bands, RuleType type = RuleType::range) {
    GradeRule rule;
    rule.type = type;
    rule.bands = std::move(bands);
    rule.rows = compile(rule).rows;
    return rule;
}

// The result of the band that holds; "-" when none does.
std::string result_of(const GradeRule& rule, const char* grade, Completion completion = Completion::completed) {
    const GradeBand* found = judge_grade(rule, {completion, parse_decimal(grade), {}});
    return found == nullptr ? "-" : found->result;
}

// The eight bands of a usual scale, in no order.
GradeRule scale() {
    return rule_of({band("90", "100", "H"), band("0", "29", "A"), band("30", "39", "B"), band("40", "49.9", "C"),
                    band("50.0", "59.95", "D"), band("60", "69", "E"), band("70", "79", "F"), band("80", "89", "G")});
}

const GradeBand* shipped(Completion completion, const char* grade) {
    return judge_grade(shipped_rule(), {completion, parse_decimal(grade), {}});
}

std::string_view wrong_of(std::vector<GradeBand> bands, RuleType type = RuleType::range) {
    GradeRule rule;
    rule.type = type;
    rule.bands = std::move(bands);
    return compile(rule).wrong.name();
}

}  // namespace

TEST_CASE("PPR-RES-01 the shipped grade rules leave no gap, and their bands are exact") {
    for (const GradeRule* rule : {&shipped_rule(), &powerpro_rule()}) {
        const Compiled compiled = compile(*rule);
        CHECK(!compiled.wrong);
        CHECK(compiled.gaps.empty());
        CHECK(compiled.unused.empty());
        CHECK(lint(*rule, compiled, Day(std::chrono::days(20'000))).empty());
    }
    CHECK(shipped(Completion::passed, "50")->outcome == "20");
    CHECK(shipped(Completion::passed, "49.999999")->review);
    CHECK(shipped(Completion::completed, "50")->outcome == "20");
    CHECK(shipped(Completion::completed, "0")->review);
    CHECK(shipped(Completion::failed, "100")->outcome == "30");
    CHECK(shipped(Completion::incomplete, "100")->outcome.empty());
    CHECK(judge_grade(shipped_rule(), {Completion::failed, {}, {}})->outcome == "30");
    CHECK(judge_grade(shipped_rule(), {Completion::passed, {}, {}})->outcome == "20");
    CHECK(judge_grade(shipped_rule(), {Completion::completed, {}, {}})->review);
    CHECK(judge_grade(powerpro_rule(), {Completion::completed, {}, {}})->outcome == "20");
}

TEST_CASE("WIS-AG-06 every edge of a scale, exactly") {
    const GradeRule rule = scale();
    CHECK(compile(rule).gaps.empty() == false);  // 59.95 and 60 lie five units of the last place apart
    const std::pair<const char*, const char*> edges[] = {
        {"0", "A"},         {"29", "A"},         {"29.999999", "A"}, {"30", "B"},        {"39.5", "B"},
        {"39.999999", "B"}, {"40", "C"},         {"49.9", "C"},      {"49.95", "C"},     {"49.999999", "C"},
        {"50", "D"},        {"59.95", "D"},      {"59.950001", "-"}, {"59.999999", "-"}, {"60", "E"},
        {"69.000001", "E"}, {"69.999999", "E"},  {"70", "F"},        {"79.999999", "F"}, {"80", "G"},
        {"89", "G"},        {"89.5", "G"},       {"89.66", "G"},     {"89.999999", "G"}, {"90", "H"},
        {"100", "H"},       {"100.000001", "-"}, {"-0.000001", "-"}, {"-1", "-"},
    };
    for (const auto& edge : edges) CHECK_MESSAGE(result_of(rule, edge.first) == edge.second, edge.first);
    CHECK(!parse_decimal("100.0000001"));
    CHECK(judge_grade(rule, {Completion::completed, {}, "abc"}) == nullptr);
    CHECK(judge_grade(rule, {Completion::completed, {}, ""}) == nullptr);
    CHECK(judge_grade(rule, {Completion::completed, {}, " 89.66 "})->result == "G");
    CHECK(result_of(rule, "95", Completion::incomplete) == "-");
}

TEST_CASE("WIS-AG-06 two bands that meet leave the point to the upper one; the last is closed") {
    const GradeRule rule = rule_of({band("0", "50", "low"), band("50", "75.5", "high")});
    CHECK(result_of(rule, "49.999999") == "low");
    CHECK(result_of(rule, "50") == "high");
    CHECK(result_of(rule, "75.5") == "high");
    CHECK(result_of(rule, "75.500001") == "-");
    CHECK(result_of(rule_of({band("0", "0", "zero"), band("0.000001", "100", "rest")}), "0") == "zero");
}

TEST_CASE("WIS-AG-06 overlaps are refused, with the place of the band") {
    CHECK(wrong_of({band("0", "50", "a"), band("49.999999", "100", "b")}) == "grade-rule.overlap");
    CHECK(wrong_of({band("0", "50", "a"), band("0", "50", "b")}) == "grade-rule.overlap");
    CHECK(wrong_of({band("0", "50", "a"), band("10", "20", "b")}) == "grade-rule.overlap");
    CHECK(wrong_of({band("50", "50", "a"), band("50", "60", "b")}) == "grade-rule.overlap");
    CHECK(wrong_of({word_band("A", "a"), word_band(" A", "b")}, RuleType::value) == "grade-rule.overlap");
    GradeRule rule;
    rule.bands = {band("90", "100", "a"), band("0", "95", "b")};
    const Compiled compiled = compile(rule);
    REQUIRE(compiled.wrong);
    CHECK(compiled.parameters.back() == Parameter{"place", "/bands/0"});
}

TEST_CASE("WIS-AG-02 a band says a grade of its rule's type, and nothing that contradicts itself") {
    CHECK(wrong_of({band("0", "", "a")}) == "grade-rule.band");
    CHECK(wrong_of({band("10", "9", "a")}) == "grade-rule.band");
    CHECK(wrong_of({word_band("A", "a")}) == "grade-rule.band");
    CHECK(wrong_of({band("0", "1", "a")}, RuleType::value) == "grade-rule.band");
    CHECK(wrong_of({word_band("  ", "a")}, RuleType::value) == "grade-rule.band");
    GradeBand reviewed = band("0", "100", "a");
    reviewed.review = true;
    CHECK(wrong_of({reviewed}) == "grade-rule.band");
    GradeBand fixed = band("0", "100", "a");
    fixed.end = EndDate::fixed;
    CHECK(wrong_of({fixed}) == "grade-rule.band");
}

TEST_CASE("WIS-AG-07 values are trimmed, and folded only where the rule says so") {
    GradeRule rule = rule_of({word_band("Competent", "yes"), word_band("\tA+ ", "plus")}, RuleType::value);
    const auto of = [&](const char* text) {
        const GradeBand* found = judge_grade(rule, {Completion::passed, {}, text});
        return found == nullptr ? std::string("-") : found->result;
    };
    CHECK(of(" Competent\n") == "yes");
    CHECK(of("competent") == "-");
    CHECK(of("A+") == "plus");
    CHECK(of("A") == "-");
    rule.fold_case = true;
    rule.rows = compile(rule).rows;
    CHECK(of("COMPETENT") == "yes");
    CHECK(of("a+") == "plus");
}

TEST_CASE("WIS-AG-02 many grades as a column are judged as one by one") {
    for (const GradeRule& rule : {scale(), shipped_rule(), rule_of({band("10", "20", "x")})}) {
        for (const ChoiceRow& row : Choices<Completion>::rows) {
            const auto completion = static_cast<Completion>(row.value);
            std::vector<std::int64_t> grades;
            for (std::int64_t grade = -2'000'000; grade <= 102'000'000; grade += 49'999) grades.push_back(grade);
            for (const GradeRow& each : rule.rows) {
                for (const auto near : {-1, 0, 1}) {
                    grades.push_back(each.from->millionths + near);
                    grades.push_back(each.below->millionths + near);
                }
            }
            std::vector<std::int32_t> bands(grades.size());
            GradeColumns(rule).judge(std::vector(grades.size(), completion), grades, bands);
            bool same = true;
            for (std::size_t i = 0; i < grades.size(); ++i) {
                const GradeBand* one = judge_grade(rule, {completion, Decimal{grades[i]}, {}});
                same =
                    same && (one == nullptr ? bands[i] == -1 : &rule.bands[static_cast<std::size_t>(bands[i])] == one);
            }
            CHECK(same);
        }
    }
}

TEST_CASE("WIS-AG-09 the sets of outcome codes are kept apart") {
    for (const auto code : {"20", "51", "60", "81"})
        CHECK((enrolment::is_final(code) && enrolment::is_successful(code)));
    for (const auto code : {"30", "40", "41", "52", "61", "82"})
        CHECK((enrolment::is_final(code) && !enrolment::is_successful(code)));
    for (const auto code : {"00", "70", "85"}) CHECK((!enrolment::is_final(code) && !enrolment::is_successful(code)));
    CHECK(enrolment::find_outcome("99") == nullptr);
    using enrolment::guarded_by;
    using enum enrolment::Guarded;
    for (const auto code : {"20", "40", "51", "60", "01", "06", "09", "10", "@@", "61", "12"})
        CHECK((guarded_by("wisenet", code) == final && guarded_by("provost", code) == final));
    for (const auto code : {"41", "52", "81", "25", "53", "54", "65"})
        CHECK((guarded_by("wisenet", code) == no && guarded_by("provost", code) == final));
    for (const auto code : {"30", "82", "02", "03", "14", "35", "3", "I", "NC"})
        CHECK((guarded_by("wisenet", code) == failed && guarded_by("provost", code) == failed));
    for (const auto code : {"2", "4", "8", "9", "R", "W", "C", "CR", "A", "M", "E", "PC"})
        CHECK((guarded_by("wisenet", code) == final && guarded_by("provost", code) == final));
    for (const auto code : {"70", "85", "00"}) CHECK(guarded_by("provost", code) == no);
    CHECK(guarded_by("mine", "70") == final);
}

TEST_CASE("WIS-AG-09 a stored outcome is final and successful as its own list says, whichever list is asked") {
    for (const auto code : {"25", "53", "2", "A", "CR", "E", "M"})
        CHECK((enrolment::is_final(code) && enrolment::is_successful(code)));
    for (const auto code : {"54", "65", "3", "4", "8", "9", "R", "W", "C", "PC", "NC"})
        CHECK((enrolment::is_final(code) && !enrolment::is_successful(code)));
    for (const auto code : {"50", "66", "90", "I"})
        CHECK((!enrolment::is_final(code) && !enrolment::is_successful(code)));
    const auto& national = *enrolment::find_outcome_list("national", "8.0", Day(std::chrono::year(2026) / 1 / 1));
    CHECK(enrolment::is_final(national, "25"));
    CHECK(!enrolment::is_final(national, "70"));
    // No code is final, or a success, in one list and not in another.
    for (const auto& list : enrolment::outcome_lists()) {
        for (const auto& row : list.codes) {
            CAPTURE(row.code);
            CHECK(row.final == enrolment::is_final(row.code));
            CHECK(row.successful == enrolment::is_successful(row.code));
        }
    }
}

TEST_CASE("FIN-WDR-08 a code of a state, or of earlier years, stands for a national one") {
    using enrolment::national_code;
    CHECK(national_code("25") == "20");
    CHECK(national_code("53") == "51");
    CHECK(national_code("54") == "52");
    CHECK(national_code("65") == "61");
    CHECK(national_code("90") == "70");
    for (const auto code : {"20", "61", "00", "2", "99", ""}) CHECK(national_code(code) == code);
    CHECK((enrolment::says_left("65") && enrolment::says_left("61") && !enrolment::says_left("25")));
    CHECK((enrolment::is_recognition("53") && enrolment::is_recognition("54") && !enrolment::is_recognition("25")));
    CHECK(enrolment::taken_back("25") == "30");
    CHECK(enrolment::taken_back("53") == "52");
    CHECK(enrolment::taken_back("2") == "3");
    CHECK(enrolment::taken_back("M") == "NC");
    CHECK(enrolment::taken_back("60").empty());
}

TEST_CASE("WIS-AG-09 codes are in force on some days only") {
    using enrolment::find_outcome;
    using enrolment::find_outcome_list;
    const auto day = [](int year, unsigned month) {
        return Day(std::chrono::year(year) / static_cast<int>(month) / 1);
    };
    const auto has = [&](const char* jurisdiction, const char* code, Day on) {
        const auto* list = find_outcome_list(jurisdiction, {}, on);
        return list != nullptr && find_outcome(*list, code, on) != nullptr;
    };
    CHECK(has("national", "85", day(2018, 1)));
    CHECK(!has("national", "85", day(2017, 12)));
    CHECK(!has("national", "41", day(2017, 12)));
    CHECK(has("national", "90", day(2016, 12)));
    CHECK(!has("national", "90", day(2017, 1)));
    CHECK(!has("national", "61", day(2014, 12)));
    CHECK(has("national", "61", day(2015, 1)));
    CHECK(has("national", "53", day(2011, 6)));
    CHECK(!has("national", "53", day(2012, 1)));
    CHECK(has("vic", "25", day(2020, 1)));
    CHECK(!has("national", "25", day(2020, 1)));
    CHECK(has("qld", "65", day(2020, 1)));
    CHECK(has("nsw", "66", day(2016, 1)));
    CHECK(!has("nsw", "66", day(2020, 1)));
    CHECK(find_outcome_list("national", "7.0", day(2020, 1)) == nullptr);
    CHECK(find_outcome_list("mars", "", day(2020, 1)) == nullptr);
}

}  // namespace provost::results
