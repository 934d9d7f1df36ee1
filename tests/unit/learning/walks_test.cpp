// Random walks through random courses, as the evaluator goes them: bindings/python/tests/walks.jsonl has them, for the
// page of the Python package, which evaluates by itself. With PROVOST_WRITE_WALKS=1 the file is written anew.
#include "learning/picture.hpp"
#include "random_courses.hpp"

#include <doctest/doctest.h>
#include <provost/describe/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace provost::learning {

namespace {

std::string as_list(const std::vector<std::string>& parts, bool quoted) {
    std::string text = "[";
    for (const auto& part : parts) text += (text.size() == 1 ? "" : ",") + (quoted ? '"' + part + '"' : part);
    return text + "]";
}

std::string where_it_is(const CourseLogic& course, const Ways& ways, const Spot& spot) {
    std::vector<std::string> open, processed, fired;
    for (std::size_t i = 0; i < course.components.size(); ++i) {
        const int component = static_cast<int>(i);
        if (ways.is_for_learners(component) && ways.is_open(spot, component)) open.push_back(course.components[i].key);
        if (is_processed(ways.logic(), spot.state, component)) processed.push_back(course.components[i].key);
    }
    for (std::size_t i = 0; i < course.rules.size(); ++i) {
        if (spot.state.fired[i] != 0) fired.push_back(course.rules[i].key);
    }
    const std::array<std::string, 4> ends{"", "unregistered", "passed", "failed"};
    return R"({"ended":")" + ends[static_cast<std::size_t>(spot.state.ended)] + R"(","fired":)" + as_list(fired, true) +
           R"(,"open":)" + as_list(open, true) + R"(,"processed":)" + as_list(processed, true) + "}";
}

std::string walk(unsigned seed) {
    brute::CourseMaker maker(seed);
    const CourseLogic course = maker.course();
    const Ways ways(course);
    Trace trace;
    Spot spot = ways.begin(trace);
    std::vector<std::string> steps, states{where_it_is(course, ways, spot)}, choices;
    for (int n = 0; n < 14; ++n) {
        std::vector<Move> moves;
        for (std::size_t i = 0; i < course.components.size(); ++i) ways.moves(spot, static_cast<int>(i), moves);
        choices.push_back(std::to_string(moves.size()));
        ways.moments(spot, moves);
        if (moves.empty()) break;
        const Move move = moves[maker.roll(moves.size())];
        steps.push_back(to_json(ways.told(spot, move, course)));
        ways.take(move, spot, trace);
        states.push_back(where_it_is(course, ways, spot));
    }
    return R"({"choices":)" + as_list(choices, false) + R"(,"picture":)" + to_json(picture_of(course, {})) +
           R"(,"states":)" + as_list(states, false) + R"(,"steps":)" + as_list(steps, false) + "}\n";
}

}  // namespace

TEST_CASE("walks through courses are those that the page is held to") {
    std::string made;
    for (unsigned n = 0; n < 60; ++n) made += walk(10'000 + n);
    auto folder = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path();
    const auto file = folder / "bindings" / "python" / "tests" / "walks.jsonl";
    if (std::getenv("PROVOST_WRITE_WALKS") != nullptr) std::ofstream(file) << made;
    std::ifstream in(file);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == made);
}

}  // namespace provost::learning
