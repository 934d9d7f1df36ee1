// Workers at one store: one at a time carries out the actions of the LMS, one that lost its turn settles nothing, and
// what is settled is what was handed out.
#include "contract/sqlite_tools.hpp"

#include <provost/open.hpp>

#include <doctest/doctest.h>

namespace provost {

namespace {

constexpr std::string_view one_place[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M"})",
    R"({"verb":"people.define_learner","login":"learner1","family_name":"Learner","birth_date":"2000-01-01","client_id":"S1"})",
    R"({"verb":"registration.register_learner","course":"C1","learner":"learner1","effective":"2026-02-02T00:00:00Z"})",
};

// A worker with an engine of its own at a moment of its own.
struct Worker {
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Session> session;
    std::string name;
    Chunk chunk;

    Worker(const contract::Folder& folder, std::string called, std::string_view now) : name(std::move(called)) {
        EngineOptions options;
        options.now = parse_moment(now)->in(Zone{});
        auto opened = open(folder.file(), options);
        REQUIRE(opened);
        engine = std::move(*opened);
        begin();
    }
    void begin() {
        auto begun = engine->begin(R"({"session":"lms.provision","worker":")" + name + "\"}");
        REQUIRE(begun);
        session = std::move(*begun);
    }
    // "actions", "nothing", or the code of an error.
    std::string take() {
        const auto taken = session->take(chunk);
        return !taken ? std::string(taken.error().code.name()) : *taken ? chunk.stream : "nothing";
    }
    // The enrolment's action, or the look-up of what became of it: the last one that was taken.
    [[nodiscard]] std::string op_id() const {
        const auto action = chunk.bytes.find(R"("op_id":"e)");
        const auto at = (action == std::string::npos ? chunk.bytes.find(R"("op_id":"q)") : action) + 9;
        return chunk.bytes.substr(at, chunk.bytes.find('"', at) - at);
    }
    std::string report(const std::string& op_id) {
        const auto fed = session->feed(R"({"op_id":")" + op_id +
                                       R"(","status":"applied","remote_id":"r","observed":"active"})" + "\n");
        return fed ? "settled" : std::string(fed.error().code.name());
    }
};

bool is_due(Engine& engine) { return engine.find("lms_enrolment", "due", {"lms", "true"}, 0, 10)->size() == 1; }

}  // namespace

TEST_CASE(
    "one worker at a time provisions; it goes on after it was killed, and another one after the lease has run out") {
    const contract::Folder folder;
    Worker first(folder, "first", "2026-06-30T00:00:00Z");
    for (const auto document : one_place) REQUIRE(first.engine->run_document(document));
    CHECK(first.take() == "actions");
    const std::string op_id = first.op_id();

    Worker second(folder, "second", "2026-06-30T00:14:00Z");
    CHECK(second.take() == "lease.held");
    Worker again(folder, "first", "2026-06-30T00:14:00Z");
    CHECK(again.take() == "actions");  // looks up what became of the enrolment; nothing was reported

    Worker late(folder, "second", "2026-06-30T01:00:00Z");
    CHECK(late.take() == "actions");
    CHECK(again.report(op_id) == "lease.lost");
    CHECK(is_due(*late.engine));  // nothing of it was settled
    CHECK(late.report(late.op_id()) == "settled");
    CHECK(late.take() == "nothing");  // it was there: the LMS has agreed
    CHECK_FALSE(is_due(*late.engine));
}

TEST_CASE("a worker that finishes leaves the lease to the next one") {
    const contract::Folder folder;
    Worker first(folder, "first", "2026-06-30T00:00:00Z");
    for (const auto document : one_place) REQUIRE(first.engine->run_document(document));
    CHECK(first.take() == "actions");
    Worker second(folder, "second", "2026-06-30T00:01:00Z");
    CHECK(second.take() == "lease.held");
    REQUIRE(first.session->finish());
    second.begin();
    CHECK(second.take() == "actions");
}

TEST_CASE(
    "an account that changed after it was handed out is handed out again, and one of another session settles nothing") {
    const contract::Folder folder;
    Worker worker(folder, "first", "2026-06-30T00:00:00Z");
    for (const auto document : one_place) REQUIRE(worker.engine->run_document(document));
    CHECK(worker.take() == "actions");
    const auto account = worker.chunk.bytes.find(R"("op_id":"l)") + 9;
    const auto op_id = worker.chunk.bytes.substr(account, worker.chunk.bytes.find('"', account) - account);
    const auto holds_account = [&] { return worker.chunk.bytes.find("upsert_learner") != std::string::npos; };

    worker.begin();
    CHECK(worker.report(op_id) == "settled");
    CHECK(worker.engine->find("lms_learner", "id", {}, 0, 10)->empty());

    CHECK(worker.take() == "actions");
    CHECK(holds_account());
    REQUIRE(worker.engine->run_document(
        R"({"verb":"people.define_learner","login":"learner1","family_name":"Lerner","birth_date":"2000-01-01","client_id":"S1"})"));
    CHECK(worker.report(op_id) == "settled");
    CHECK(worker.engine->find("lms_learner", "id", {}, 0, 10)->size() == 1);
    worker.begin();
    CHECK(worker.take() == "actions");  // the place is still due
    CHECK(holds_account());
    CHECK(worker.report(op_id) == "settled");
    CHECK(worker.report(op_id) == "settled");  // told twice
    worker.begin();
    CHECK(worker.take() == "actions");
    CHECK_FALSE(holds_account());
}

}  // namespace provost
