// Files that list tutors by id are brought to assignments, and their journal holds as before.
#include "contract/sqlite_tools.hpp"

#include <provost/open.hpp>
#include <provost/staffing/tutor.hpp>

#include <doctest/doctest.h>

namespace {

using provost::contract::Folder;

constexpr const char* format_1 =
#include "unit/staffing/format_1.inc"
    ;

std::unique_ptr<provost::Engine> open_migrated(const Folder& folder) {
    provost::EngineOptions options;
    options.secret = "pepper";
    auto engine = provost::open(folder.file(), options);
    REQUIRE(engine);
    return std::move(*engine);
}

std::vector<std::string> records_of(provost::Engine& engine, const char* kind) {
    provost::FindQuery query;
    query.kind = kind;
    query.limit = 100;
    const auto found = engine.find(query);
    REQUIRE(found);
    return *found;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a file with ids of tutors gets assignments in the usual position [IMC-TUT-02]") {
    const Folder folder;
    folder.run(format_1);
    const auto engine = open_migrated(folder);
    const auto courses = records_of(*engine, "course");
    REQUIRE(courses.size() == 3);
    const std::string entry =
        R"({"appointments":false,"feedback_form":false,"may_grade":true,"notified":true,"on_the_job":false,)"
        R"("position":"tutor","tutor":3,"unlinked":false,"visible":true})";
    CHECK(has(courses[0], R"("position":"tutor","tutor":2)"));
    CHECK(has(courses[0], entry));
    CHECK(has(courses[1], R"("tutors":[)" + entry + "]"));
    CHECK_FALSE(has(courses[2], "tutors\":["));
    CHECK(has(records_of(*engine, "course_template_version")[0], R"("tutors":[)" + entry + "]"));
    CHECK(folder.number("PRAGMA user_version") == 2);
}

TEST_CASE("the journal of such a file tells of it, and verifies") {
    const Folder folder;
    folder.run(format_1);
    const auto entries = folder.number("SELECT count(*) FROM journal_entry");
    const auto engine = open_migrated(folder);
    const auto verified = engine->audit(R"({"audit":"verify"})");
    REQUIRE(verified);
    CAPTURE(*verified);
    CHECK_FALSE(has(*verified, "findings"));
    CHECK(folder.number("SELECT count(*) FROM journal_entry") == entries + 1);
    CHECK(folder.number("SELECT count(*) FROM journal_entry WHERE verb='store.migrate'") == 1);
}

TEST_CASE("what was decided since is judged again, what came before is skipped with its reason") {
    const Folder folder;
    folder.run(format_1);
    const auto engine = open_migrated(folder);
    REQUIRE(engine->run_document(
        R"({"provost":1,"verb":"staffing.change_tutor","course":"C1","tutor":"t1","visible":false})"));
    const auto judged = engine->audit(R"({"audit":"rejudge"})");
    REQUIRE(judged);
    CAPTURE(*judged);
    CHECK(has(*judged, R"("judged":1)"));
    CHECK(has(*judged, R"("reason":"older-format")"));
    CHECK(has(*judged, R"({"entries":1,"reason":"migration"})"));
    CHECK_FALSE(has(*judged, "differences"));
}

TEST_CASE("it is done once") {
    const Folder folder;
    folder.run(format_1);
    open_migrated(folder).reset();
    const auto text = folder.content();
    const auto engine = open_migrated(folder);
    CHECK(folder.number("SELECT count(*) FROM journal_entry WHERE verb='store.migrate'") == 1);
    const auto answer = engine->run_document(
        R"({"provost":1,"verb":"staffing.change_tutor","course":"C1","tutor":"t1","visible":false})");
    REQUIRE(answer);
    CHECK(has(*answer, "accepted"));
    const auto verified = engine->audit(R"({"audit":"verify"})");
    REQUIRE(verified);
    CHECK_FALSE(has(*verified, "findings"));
}
