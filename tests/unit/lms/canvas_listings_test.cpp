// What the adapter for Canvas lists: enrolments, courses, results.
#include "canvas_desk.hpp"

TEST_CASE("Canvas: enrolments come in pages, once each, active if any section gives access") {
    CanvasDesk desk;
    desk.site.page = 2;
    desk.site.users.push_back({"2", "c2", "Bob", "Bob", "", "bob"});
    desk.site.users.push_back({"3", "", "Visitor", "Visitor", "", "visitor"});
    desk.site.sections.push_back({"102", "10", "Evening"});
    desk.site.places = {{"1", "1", "10", "101", "inactive"},
                        {"2", "1", "10", "102", "active"},
                        {"2", "1", "10", "102", "active"},
                        {"3", "2", "10", "101", "completed"},
                        {"4", "3", "10", "101", "active"}};
    const auto found = desk.list("enrolments", "cooking");
    REQUIRE(found.enrolments.size() == 3);
    CHECK(found.ends.front().complete);
    CHECK(found.ends.front().course == "cooking");
    CHECK(found.enrolments[0].learner == "@visitor");
    CHECK(found.enrolments[1].learner == "c1");
    CHECK(found.enrolments[1].access == Access::active);
    CHECK(found.enrolments[1].groups == std::vector<std::string>{"Course 10", "Evening"});
    CHECK(found.enrolments[2].access == Access::suspended);
    CHECK(desk.list("enrolments", "unknown").ends.front().error == ErrorClass::not_found);
    CHECK(desk.list("enrolments").ends.front().error == ErrorClass::invalid);
    // a page that is refused: what was seen is not everything
    desk.site.before = [](const HttpRequest& request) -> std::optional<HttpAnswer> {
        if (request.path.find("enrollments?") == std::string::npos ||
            request.path.find("bookmark") == std::string::npos) {
            return std::nullopt;
        }
        return canvas_answer(401, "{}", "application/json");
    };
    const auto broken = desk.list("enrolments", "cooking");
    CHECK_FALSE(broken.ends.front().complete);
    CHECK(broken.enrolments.empty());
}

TEST_CASE("Canvas: pages that lead in a circle, or elsewhere, end the listing as incomplete") {
    CanvasDesk desk;
    for (const char* next : {"<https://canvas.example/api/v1/accounts/1/courses?x=1>; rel=next",
                             "<https://elsewhere.example/>; rel=\"next\""}) {
        desk.site.before = [&](const HttpRequest&) {
            auto answer = canvas_answer(200, R"([{"id":"10"}])");
            answer.headers.push_back({"Link", next});
            return std::optional(answer);
        };
        const auto found = desk.list("courses");
        CHECK_FALSE(found.ends.front().complete);
        CHECK(found.ends.front().error == ErrorClass::transient);
    }
}

TEST_CASE("Canvas: who may not see SIS ids gets no listing in which everybody is a stranger") {
    CanvasDesk desk;
    desk.site.before = [](const HttpRequest& request) -> std::optional<HttpAnswer> {
        if (request.path.find("/enrollments?") == std::string::npos) return std::nullopt;
        return canvas_answer(200,
                             R"([{"id":"1","user_id":"1","enrollment_state":"active","user":{"login_id":"ann"}}])");
    };
    CHECK(desk.list("enrolments", "cooking").ends.front().error == ErrorClass::forbidden);
}

TEST_CASE("Canvas: courses with ids, codes, dates, and those that were deleted") {
    CanvasDesk desk;
    desk.site.courses.push_back({"11", "", "Old", "OLD", "deleted", "2026-02-01T00:00:00Z"});
    const auto found = desk.list("courses");
    REQUIRE(found.courses.size() == 2);
    CHECK(found.courses[0].id_number == "cooking");
    CHECK(found.courses[0].short_name == "C10");
    CHECK(found.courses[1].deleted);
    CHECK(provost::to_text(*found.courses[1].starts_at) == "2026-02-01T00:00:00Z");
    CHECK(desk.list("check").ends.front().about == "Canvas, College, user 1");
}

TEST_CASE("Canvas: grades come once by the moment they were given, and again when they are given anew") {
    CanvasDesk desk;
    desk.site.works = {{"w1", "1", "10", "quiz", "8.3333333", "B", "2026-11-27T10:00:00Z"},
                       {"w2", "1", "10", "essay", "", "", ""},
                       {"w3", "1", "10", "lab", "10", "complete", "2026-11-27T11:00:00Z"}};
    desk.site.works[2].type = "pass_fail";
    const auto first = desk.list("results", "cooking");
    REQUIRE(first.results.size() == 2);
    CHECK(first.results[0].item == "quiz");
    CHECK(first.results[0].learner == "c1");
    CHECK(first.results[0].login == "ann");
    CHECK(provost::to_text(*first.results[0].score) == "8.33333");
    CHECK(provost::to_text(*first.results[0].most) == "10");
    CHECK(first.results[0].grade == "B");
    CHECK(first.results[1].passed == true);
    const auto cursor = first.ends.front().cursor;
    CHECK_FALSE(cursor.empty());
    // nothing new: what lies in the overlap may come again, with the same id
    CHECK(desk.list("results", "cooking", cursor).results.empty());
    desk.site.works[0].score = "9";
    desk.site.works[0].graded_at = "2026-11-27T18:50:00Z";
    const auto again = desk.list("results", "cooking", cursor);
    REQUIRE(again.results.size() == 1);
    CHECK(again.results[0].event_id != first.results[0].event_id);
    CHECK(desk.list("results", "cooking", cursor).results[0].event_id == again.results[0].event_id);
    CHECK(desk.list("results", "unknown", cursor).ends.front().error == ErrorClass::cursor_expired);
    CHECK(desk.list("results", "cooking", "canvas0 1").ends.front().error == ErrorClass::cursor_expired);
}

TEST_CASE("Canvas: grades that are stale, excused or not released do not count, and release is not missed") {
    CanvasDesk desk;
    desk.site.works = {{"w1", "1", "10", "a", "1", "1", "2026-11-27T10:00:00Z"},
                       {"w2", "1", "10", "b", "1", "1", "2026-11-27T10:00:00Z"},
                       {"w3", "1", "10", "c", "1", "1", "2026-11-20T10:00:00Z"}};
    desk.site.works[0].matches = false;
    desk.site.works[1].excused = true;
    desk.site.works[2].posted_at.clear();
    const auto found = desk.list("results", "cooking");
    CHECK(found.results.empty());
    desk.site.works[2].posted_at = "2026-11-27T19:00:00Z";
    CHECK(desk.list("results", "cooking", found.ends.front().cursor).results.size() == 1);
}

TEST_CASE("Canvas: who is excused has no result, and what was told before stays") {
    CanvasDesk desk;
    desk.site.works = {{"w1", "1", "10", "a", "8", "8", "2026-11-27T10:00:00Z"},
                       {"w2", "1", "10", "b", "9", "9", "2026-11-27T10:00:00Z"},
                       {"w3", "1", "10", "c", "", "", "2026-11-27T10:00:00Z"}};  // taken back: it says nothing
    desk.site.works[0].excused = true;
    const auto first = desk.list("results", "cooking");
    REQUIRE(first.results.size() == 1);
    CHECK(first.results[0].item == "b");
    desk.site.works[1].excused = true;
    desk.site.works[1].graded_at = "2026-11-27T18:59:00Z";
    CHECK(desk.list("results", "cooking", first.ends.front().cursor).results.empty());
    // Canvas counts what is excused in neither: the grade of the course lacks in nothing. WIS-AG-11
    desk.site.places = {{"1", "1", "10", "101", "active", "80.0", "80.0", ""}};
    const auto whole = desk.list("results", "cooking", first.ends.front().cursor);
    REQUIRE(whole.results.size() == 1);
    CHECK(whole.results[0].all_items_graded);
    // all of it excused: there are no points, and no grade
    desk.site.places = {{"1", "1", "10", "101", "active", "", "", ""}};
    CHECK(desk.list("results", "cooking").results.empty());
}

TEST_CASE("Canvas: grades of whole courses are told when any has changed, and say whether everything was graded") {
    CanvasDesk desk;
    desk.site.places = {{"1", "1", "10", "101", "active", "40.0", "80.0", ""}};
    const auto first = desk.list("results", "cooking");
    REQUIRE(first.results.size() == 1);
    CHECK(first.results[0].item.empty());
    CHECK(first.results[0].grade == "40");
    CHECK_FALSE(first.results[0].all_items_graded);
    CHECK(desk.list("results", "cooking", first.ends.front().cursor).results.empty());
    desk.site.places[0].final_score = "80.0";
    desk.site.places[0].final_grade = "B-";
    const auto again = desk.list("results", "cooking", first.ends.front().cursor);
    REQUIRE(again.results.size() == 1);
    CHECK(again.results[0].grade == "B-");
    CHECK(again.results[0].all_items_graded);
}
