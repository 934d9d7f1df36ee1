// The courses of tests/bench/courses: each is solved, with the findings that it has, or stopped at a bound, and that is
// said.
#include "small_course.hpp"

#include <doctest/doctest.h>
#include <provost/describe/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace provost::learning {

namespace {

CourseLogic bench_course(const std::string& name) {
    const auto tests = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
    std::ifstream in(tests / "bench" / "courses" / (name + ".json"));
    const std::string text(std::istreambuf_iterator<char>(in), {});
    auto course = from_json<CourseLogic>(text);
    REQUIRE(course);
    return std::move(*course);
}

struct BenchCourse {
    std::string name;
    std::int64_t most;  // states
    bool complete;
    std::vector<std::string> found;
};

}  // namespace

TEST_CASE(
    "IMC-LL-24 IMC-LL-25 thirteen courses of up to 60 components and 80 rules are solved, or stopped at a bound that "
    "is told") {
    const std::vector<BenchCourse> courses{
        {"campus", 6000, true, {}},
        {"chain", 10, true, {}},
        {"chain_by_progress", 200, true, {}},
        {"dates", 100, true, {"check.date-missed week2"}},
        {"grid", 15'000, true, {}},
        {"ladder", 300, true, {}},
        {"ladder_broken", 300, true, {"check.last-try test19"}},
        {"mutual_locks", 500, true, {}},
        {"mutual_locks_trap", 6000, true, {"check.cannot-conclude right0: right0 confirmed"}},
        {"retries_side_by_side", 500, true, {}},
        {"satisfiability", 1500, false, {"check.bound"}},
        {"scores", 100, true, {}},
        {"year", 200, true, {}},
    };
    for (const BenchCourse& each : courses) {
        CAPTURE(each.name);
        const Checked checked = check(bench_course(each.name), {static_cast<std::size_t>(each.most), 500});
        CAPTURE(checked.summary.states);
        CHECK(checked.summary.complete == each.complete);
        CHECK(checked.summary.states <= each.most);
        std::vector<std::string> found;
        std::string all;
        for (const LogicFinding& finding : checked.findings) {
            std::string text(finding.code.name());
            if (!finding.component.empty()) text += " " + finding.component;
            if (finding.steps.size() == 1) text += ": " + short_steps(finding);
            found.push_back(text);
            all += text + " (" + short_steps(finding) + "); ";
        }
        CAPTURE(all);
        CHECK(found == each.found);
    }
}

}  // namespace provost::learning
