// What Moodle tells of grades and completion, and who it says it is.
#include "moodle_double.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

using lms::ErrorClass;

std::string grade_item(const std::string& id, const std::string& type, const std::string& raw,
                       const std::string& graded, const std::string& formatted, const std::string& more = "") {
    return R"({"id":)" + id + R"(,"itemtype":")" + type + R"(","idnumber":")" + (type == "mod" ? "A" + id : "") +
           R"(","graderaw":)" + raw + R"(,"grademin":0,"grademax":100,"gradedategraded":)" + graded +
           R"(,"gradeishidden":false,"gradeformatted":")" + formatted + "\"" + more + "}";
}

// Two learners in a course; the first has two of two grades, the second one.
struct Graded {
    explicit Graded(lms::AdapterOptions options = MoodleWorld::small()) : world(std::move(options)) {
        world.add_course("COOK", "Cooking");
        static_cast<void>(wire.carry_out(class_of("COOK", 2)));
        const int course = world.moodle.course_of("COOK");
        first = {course, world.moodle.user_of("s1")};
        second = {course, world.moodle.user_of("s2")};
        world.moodle.grades[first] = "[" + grade_item("11", "mod", "72.5", "1795000000", "<i class='x'></i>72.50") +
                                     "," + grade_item("12", "manual", "2", "1795000100", "Competent &amp; safe") + "," +
                                     grade_item("10", "course", "81.33333333", "1795009999", "81.33") + "]";
        world.moodle.grades[second] = "[" + grade_item("11", "mod", "40", "1795000200", "40.00") + "," +
                                      grade_item("12", "manual", "null", "null", "-") + "," +
                                      grade_item("10", "course", "40", "null", "40.00") + "]";
    }
    [[nodiscard]] lms::Findings results(const std::string& cursor = "") {
        return wire.list({"results", "COOK", {}, cursor});
    }

    MoodleWorld world;
    Wire wire{world};
    std::pair<int, int> first, second;
};

const lms::ObservedResult* find_result(const lms::Findings& found, std::string_view learner, std::string_view item) {
    for (const auto& result : found.results) {
        if (result.learner == learner && result.item == item) return &result;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("grades are taken raw, with the word of their scale beside it") {
    Graded graded;
    const auto found = graded.results();
    CHECK(found.results.size() == 5);
    const auto* item = find_result(found, "s1", "A11");
    REQUIRE(item != nullptr);
    CHECK(item->score->millionths == 72'500'000);
    CHECK(item->most->millionths == 100'000'000);
    CHECK(item->grade == "72.50");
    CHECK(item->login == "login-s1");
    CHECK(item->course == "COOK");
    CHECK(item->at == Instant{std::chrono::seconds(1'795'000'000)});
    const auto* scale = find_result(found, "s1", "12");
    REQUIRE(scale != nullptr);
    CHECK(scale->grade == "Competent & safe");
    const auto* total = find_result(found, "s1", "");
    REQUIRE(total != nullptr);
    CHECK(total->score->millionths == 81'333'330);
    CHECK(total->at == Instant{std::chrono::seconds(1'795'000'100)});
    CHECK(total->all_items_graded);
    CHECK_FALSE(find_result(found, "s2", "")->all_items_graded);
    CHECK(find_result(found, "s2", "12") == nullptr);
    REQUIRE(found.ends.size() == 1);
    CHECK(found.ends.front().complete);
    CHECK(found.ends.front().rows == 5);
    CHECK(found.ends.front().cursor == "1795000200");
}

TEST_CASE("a listing of results goes on where the last one ended, with what was graded meanwhile and a little before") {
    Graded graded;
    const auto all = graded.results();
    const auto again = graded.results("1795000600");
    CHECK(again.results.empty());
    CHECK(again.ends.front().cursor == "1795000600");
    graded.world.moodle.grades[graded.second] = "[" + grade_item("11", "mod", "60", "1795009000", "60.00") + "," +
                                                grade_item("10", "course", "60", "null", "60.00") + "]";
    const auto news = graded.results("1795000600");
    CHECK(news.results.size() == 2);
    CHECK(news.ends.front().cursor == "1795009000");
    // The same event has the same id, another grade another one.
    CHECK(graded.results().results.front().event_id == all.results.front().event_id);
    CHECK(find_result(news, "s2", "A11")->event_id != find_result(all, "s2", "A11")->event_id);
}

TEST_CASE("a grade that is hidden is not given yet") {
    Graded graded;
    std::string& grades = graded.world.moodle.grades[graded.first];
    grades.replace(grades.find("\"gradeishidden\":false"), 21, "\"gradeishidden\":true ");
    const auto found = graded.results();
    CHECK(find_result(found, "s1", "A11") == nullptr);
    CHECK_FALSE(find_result(found, "s1", "")->all_items_graded);
}

TEST_CASE("a grade that was hidden is told when it is shown, though later ones were told before") {
    Graded graded;
    std::string& grades = graded.world.moodle.grades[graded.first];
    const auto at = grades.find("\"gradeishidden\":false");
    grades.replace(at, 21, "\"gradeishidden\":true ");
    std::string& others = graded.world.moodle.grades[graded.second];
    others.replace(others.find("1795000"), 10, "1795900000");
    const auto cursor = graded.results().ends.front().cursor;
    CHECK(cursor == "1795000000");
    grades.replace(at, 21, "\"gradeishidden\":false");
    const auto shown = graded.results(cursor);
    CHECK(find_result(shown, "s1", "A11") != nullptr);
    CHECK(find_result(shown, "s1", "")->all_items_graded);
    CHECK(shown.ends.front().cursor == "1795900000");
}

TEST_CASE("completion takes a call for each learner, and is told only when it was asked for") {
    Graded plain;
    plain.world.moodle.completed[plain.first] = 1'795'001'000;
    CHECK(plain.results().results.size() == 5);
    auto options = MoodleWorld::small();
    options.completion = true;
    Graded graded(options);
    const auto called = [&] {
        return std::ranges::count(graded.world.moodle.calls, "core_completion_get_course_completion_status");
    };
    CHECK(graded.results().results.size() == 5);
    CHECK(called() == 0);  // the course counts none: the calls that failed are not remembered by the double
    graded.world.moodle.completed[graded.first] = 1'795'001'000;
    const auto found = graded.results();
    CHECK(called() == 2);
    REQUIRE(found.results.size() == 6);
    CHECK(found.results.back().completed == true);
    CHECK(found.results.back().learner == "s1");
    CHECK(found.results.back().at == Instant{std::chrono::seconds(1'795'001'000)});
    // Of a learner who is suspended Moodle tells nothing: no trouble, and no result.
    static_cast<void>(graded.wire.carry_out({place_of("COOK", "s2", lms::Access::suspended)}));
    CHECK(graded.results().ends.front().complete);
}

TEST_CASE("a check says who answers and what the service lacks") {
    MoodleWorld world;
    Wire wire{world};
    const auto good = wire.list({"check", {}, {}, {}}).ends.front();
    CHECK(good.complete);
    CHECK(good.about == "Moodle 4.5, https://moodle.example, account provost");
    CHECK(good.problem.empty());
    world.moodle.token = "another";
    const auto bad = wire.list({"check", {}, {}, {}}).ends.front();
    CHECK(bad.error == ErrorClass::auth);
    CHECK(bad.problem.starts_with("invalidtoken"));
    CHECK(wire.list({"enrolments", {}, {}, {}}).ends.front().error == ErrorClass::invalid);
    CHECK(wire.list({"weather", "COOK", {}, {}}).ends.front().error == ErrorClass::unsupported);
}

TEST_CASE("courses are listed with their names as they are, and those that are gone are told") {
    MoodleWorld world;
    world.add_course("COOK", "Cooking & more");
    Wire wire{world};
    const auto all = wire.list({"courses", {}, {}, {}});
    REQUIRE(all.courses.size() == 1);
    CHECK(all.courses.front().name == "Cooking & more");
    CHECK(all.courses.front().id_number == "COOK");
    CHECK(all.courses.front().starts_at == Instant{std::chrono::seconds(1'767'225'600)});
    CHECK_FALSE(all.courses.front().ends_at);
    const auto some = wire.list({"courses", {}, {"COOK", "77"}, {}});
    REQUIRE(some.courses.size() == 2);
    CHECK(some.courses.back().deleted);
    CHECK(some.ends.size() == 2);
}

}  // namespace provost::contract
