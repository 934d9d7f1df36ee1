// The check of all ways beside brute force, on random courses of 3 to 8 components of which two in five have a planted
// defect: what is found, and how long the shortest way is. Each way is played through the evaluator.
#include "brute_explorer.hpp"
#include "effort.hpp"
#include "learning/compile.hpp"
#include "random_courses.hpp"

#include <doctest/doctest.h>

namespace provost::learning::brute {

namespace {

std::string name_of(const LogicFinding& finding) {
    std::string name = finding.rule.empty() ? finding.component : finding.rule;
    if (finding.code.name() == "check.dangling") return finding.rule + " " + finding.component;
    for (const auto& each : finding.components) name += each + " ";
    return name;
}

// A moment that passes goes by its line and place there; brute force calls it so.
std::string moment_of(const CourseLogic& course, const LogicFinding& finding) {
    const Course world(course);
    const WayStep& last = finding.steps.back();
    const auto& lines = world.lines;
    if (last.at) return "fixed" + std::to_string(last.at->time_since_epoch().count());
    const auto& component = course.components[static_cast<std::size_t>(world.of(last.component))];
    const auto [line, at] = world.moment(last.closes ? component.closes : component.opens);
    return lines.contains(line) ? line + std::to_string(at) : "?";
}

std::set<Line> lines_of(const CourseLogic& course, const Checked& checked) {
    std::set<Line> lines;
    for (const LogicFinding& finding : checked.findings) {
        const std::string code(finding.code.name());
        lines.insert(
            {code, code == "check.date-missed" ? moment_of(course, finding) : name_of(finding), finding.steps.size()});
        if (finding.longer) lines.insert({code, "longer", 0});
    }
    return lines;
}

std::string text_of(const std::set<Line>& lines) {
    std::string text;
    for (const auto& [code, name, steps] : lines) text += code + " " + name + " " + std::to_string(steps) + "; ";
    return text;
}

Happening happening_of(const Logic& logic, const Positions& positions, const WayStep& step) {
    Happening made;
    made.component = positions.of(step.component);
    made.says = step.status == StepStatus::passed      ? Says::passed
                : step.status == StepStatus::failed    ? Says::failed
                : step.status == StepStatus::completed ? Says::completed
                                                       : Says::scored;
    switch (step.happening) {
        case StepKind::confirmed: made.kind = Happening::Kind::confirmed; break;
        case StepKind::tutor_confirmed: made.kind = Happening::Kind::tutor_confirmed; break;
        case StepKind::settled: made.kind = Happening::Kind::settled; break;
        case StepKind::ended: made.kind = Happening::Kind::ended; break;
        default: break;
    }
    if (step.percent)
        made.reached = ranges_of(logic.components[static_cast<std::size_t>(made.component)], *step.percent);
    return made;
}

// Plays the steps through the evaluator: what the last one brings about is what the finding says.
void replay(const CourseLogic& course, const LogicFinding& finding) {
    const Logic logic = compile(course.components, course.rules, course.conclude_by, course.always_passed);
    const Positions positions(course.components);
    Trace trace;
    State state = begin(logic, trace);
    for (const WayStep& step : finding.steps) {
        REQUIRE(state.ended == Ended::no);
        trace = {};
        if (step.happening == StepKind::date) continue;
        const bool ends = step.happening == StepKind::ended;
        REQUIRE((!ends || has_tries(logic, state, positions.of(step.component))));
        apply(logic, happening_of(logic, positions, step), state, trace);
    }
    const auto code = finding.code.name();
    if (code == "check.lock-conflict") {
        REQUIRE(std::ranges::find(trace.conflicts, positions.of(finding.component)) != trace.conflicts.end());
    } else if (code == "check.end-conflict") {
        REQUIRE(trace.ends_conflict);
    } else {
        REQUIRE(state.ended == Ended::no);
        if (code == "check.last-try") REQUIRE(!has_tries(logic, state, positions.of(finding.component)));
    }
}

struct Tally {
    std::map<std::string, int> planted, found;
    int compared = 0, too_large = 0, with_steps = 0, steps = 0;
};

void compare(int n, Tally& tally) {
    CourseMaker maker(static_cast<unsigned>(n));
    std::optional<Defect> defect;
    if (n % 5 < 2) defect = static_cast<Defect>(static_cast<std::size_t>(n / 5) % defect_codes.size());
    const CourseLogic course = defect ? maker.with(*defect) : maker.course();
    CAPTURE(n);
    Explorer brute(course, 1500);
    if (!brute.run()) {
        ++tally.too_large;
        return;
    }
    ++tally.compared;
    if (defect) ++tally.planted[std::string(defect_codes[static_cast<std::size_t>(*defect)])];
    const Checked checked = check(course, {});
    const auto lines = lines_of(course, checked);
    CAPTURE(text_of(lines));
    CAPTURE(text_of(brute.lines));
    REQUIRE(lines == brute.lines);
    REQUIRE(checked.summary.complete);
    bool is_there = !defect;
    for (const LogicFinding& finding : checked.findings) {
        const std::string code(finding.code.name());
        ++tally.found[code];
        tally.with_steps += finding.steps.empty() ? 0 : 1;
        tally.steps += static_cast<int>(finding.steps.size());
        is_there = is_there || code == defect_codes[static_cast<std::size_t>(*defect)];
        if (!finding.steps.empty()) replay(course, finding);
    }
    REQUIRE(is_there);
}

}  // namespace

TEST_CASE("IMC-LL-24 IMC-LL-25 the check of all ways finds what brute force finds, with ways as short") {
    Tally tally;
    const int count = effort("course-checks");
    for (int n = 0; tally.compared < count; ++n) compare(n, tally);
    std::string counts = std::to_string(tally.compared) + " courses, " + std::to_string(tally.too_large) +
                         " more were too large for brute force";
    counts += "; " + std::to_string(tally.with_steps) + " ways with " + std::to_string(tally.steps) + " steps";
    int planted = 0;
    for (const auto code : defect_codes) {
        const std::string name(code);
        counts +=
            "; " + name + " " + std::to_string(tally.found[name]) + ", planted " + std::to_string(tally.planted[name]);
        planted += tally.planted[name];
        CHECK(tally.found[name] > 0);
    }
    MESSAGE(counts);
    CHECK(planted * 10 >= tally.compared * 3);
}

}  // namespace provost::learning::brute
