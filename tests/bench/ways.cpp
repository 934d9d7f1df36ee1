// The check of all ways through the courses of tests/bench/courses, beside brute force over the same events where that
// comes to an end: states, time, and the ratio of both.
#include "bench.hpp"

#include "unit/learning/brute_explorer.hpp"

#include <provost/describe/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bench {

namespace {

using namespace provost::learning;

constexpr std::size_t most_by_brute_force = 40'000;

CourseLogic course_in(const std::filesystem::path& file) {
    std::ifstream in(file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    return must(provost::from_json<CourseLogic>(text));
}

void measure(const CourseLogic& course) {
    const double start = cpu_seconds();
    const Checked checked = check(course, {});
    const double ours = cpu_seconds() - start;
    const auto& summary = checked.summary;
    std::printf("%-22s %2lld components, %2lld rules, %2lld searched: %6lld states%s, %2zu findings, %8.1f ms",
                course.course.c_str(), static_cast<long long>(summary.components),
                static_cast<long long>(summary.rules), static_cast<long long>(summary.searched),
                static_cast<long long>(summary.states), summary.complete ? "" : " (bound)", checked.findings.size(),
                ours * 1e3);
    const double begun = cpu_seconds();
    brute::Explorer floor(course, most_by_brute_force);
    const bool ended = floor.run();
    const double theirs = cpu_seconds() - begun;
    if (ended) {
        std::printf("; brute force %6zu states, %8.1f ms, ratio %.1f\n", floor.states.size(), theirs * 1e3,
                    theirs / ours);
    } else {
        std::printf("; brute force: more than %zu states, %8.1f ms\n", most_by_brute_force, theirs * 1e3);
    }
    std::fflush(stdout);
}

}  // namespace

void ways() {
    std::vector<std::filesystem::path> files;
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(__FILE__).parent_path() / "courses")) {
        if (file.path().extension() == ".json") files.push_back(file.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files) measure(course_in(file));
}

}  // namespace bench
