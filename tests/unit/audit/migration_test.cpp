// Files of older formats are brought to today's, and their journal holds as before.
#include "contract/sqlite_tools.hpp"

#include <provost/open.hpp>
#include <provost/staffing/tutor.hpp>

#include <doctest/doctest.h>

namespace {

using provost::contract::Folder;

constexpr const char* format_1 =
#include "unit/audit/format_1.inc"
    ;
constexpr const char* format_2 =
#include "unit/audit/format_2.inc"
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

// Verifying finds nothing, and rebuilding makes the same records.
void check_journal(provost::Engine& engine) {
    const auto verified = engine.audit(R"({"audit":"verify"})");
    REQUIRE(verified);
    CAPTURE(*verified);
    CHECK(verified->find("findings") == std::string::npos);
    const Folder rebuilt;
    CHECK(engine.rebuild(*open_migrated(rebuilt)));
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
    CHECK(folder.number("PRAGMA user_version") == 3);
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

TEST_CASE("subjects of templates stand in their versions, and courses go on to train them [IMC-TFC-01]") {
    const Folder folder;
    folder.run(format_2);
    const auto engine = open_migrated(folder);
    const auto versions = records_of(*engine, "course_template_version");
    REQUIRE(versions.size() == 3);
    CHECK(has(versions[0], R"("subject":2,"subject_code":"BSBTEC202")"));
    CHECK(has(versions[1], R"("subject":2,"subject_code":"BSBTEC202")"));
    CHECK_FALSE(has(versions[2], "subject"));
    for (
        const char* request :
        {R"({"provost":1,"verb":"people.define_learner","login":"ann","family_name":"A","birth_date":"2000-01-01","client_id":"ANN"})",
         R"({"provost":1,"recorded":"2026-03-01T10:00:00Z",)"
         R"("verb":"registration.register_learner","course":"C1","learner":"ann"})"}) {
        const auto answer = engine->run_document(request);
        CAPTURE((answer ? *answer : std::string(answer.error().code.name())));
        REQUIRE(answer);
        CHECK(has(*answer, "accepted"));
    }
    CHECK(has(records_of(*engine, "activity").at(0), R"("subject":"BSBTEC202")"));
    check_journal(*engine);
}

TEST_CASE("a member that is no more goes, one that is never absent comes, and the journal tells of both") {
    const Folder folder;
    folder.run(format_2);
    const auto engine = open_migrated(folder);
    const auto resources = records_of(*engine, "resource");
    REQUIRE(resources.size() == 2);
    for (const auto& resource : resources) {
        CHECK_FALSE(has(resource, "clearances"));
        CHECK(has(resource, R"("may_grade":true)"));
        CHECK(has(resource, R"("visible":true)"));
    }
    CHECK(folder.number("SELECT count(*) FROM journal_entry WHERE verb='store.migrate'") == 1);
    check_journal(*engine);
}

TEST_CASE("what was asked of an LMS when the file was last written is Provost's own [WIS-EE-11]") {
    const Folder folder;
    folder.run(format_2);
    folder.run(R"(CREATE TABLE lms_enrolment(id INTEGER PRIMARY KEY,version INTEGER NOT NULL DEFAULT 0,
        sent INTEGER NOT NULL DEFAULT 0,origin INTEGER NOT NULL DEFAULT 0,state INTEGER NOT NULL DEFAULT 0) STRICT;
        INSERT INTO lms_enrolment(id,sent,origin,state) VALUES(1,1,0,1),(2,1,0,0),(3,0,0,1),(4,1,3,7),(5,1,0,7))");
    open_migrated(folder).reset();
    CHECK(folder.number("SELECT group_concat(id,'') FROM lms_enrolment WHERE origin=1") == 15);
}
