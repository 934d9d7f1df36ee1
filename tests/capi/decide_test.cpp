// The pure door: asks for what it needs, wave by wave, and decides as the engine does. [MIS-04]
#include "documents.hpp"
#include "engine/pure_decide.hpp"
#include "provost.h"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

#include <fstream>

namespace {

using namespace provost;
using engine::DecideDocument;

std::string taken(provost_text* text) {
    std::string copy = provost_text_data(text);
    provost_text_free(text);
    return copy;
}

// An engine with the story of story.jsonl, which plays the host's database.
struct Host {
    provost_engine* database = nullptr;

    Host() {
        REQUIRE(provost_open(":memory:", SIZE_MAX, nullptr, &database, nullptr) == PROVOST_OK);
        std::ifstream story(PROVOST_STORY);
        for (std::string line; std::getline(story, line);) static_cast<void>(run(line));
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    ~Host() { provost_close(database, nullptr); }

    [[nodiscard]] std::string run(const std::string& request) const {
        provost_text* answer = nullptr;
        REQUIRE(provost_run(database, request.data(), request.size(), &answer, nullptr) == PROVOST_OK);
        return taken(answer);
    }

    // Fetches what is needed; records that were fetched before are not given twice.
    void fetch(const Need& need, DecideDocument& document) const {
        document.asked.push_back(need);
        const capi::QueryDocument query{need.kind, need.index, need.values, 0, 1000};
        if (need.index == "id") return fetch_one(need, document);
        provost_text* found = nullptr;
        REQUIRE(provost_find(database, to_json(query).c_str(), SIZE_MAX, &found, nullptr) == PROVOST_OK);
        std::string list = taken(found);
        for (std::size_t at = 0; (at = list.find("\"id\":", at)) != list.npos; ++at) {
            const bool own = list[at - 1] == '{' || list[at - 1] == ',';
            if (own) fetch_one({need.kind, "id", {std::to_string(std::stoll(list.substr(at + 5)))}}, document);
        }
    }
    void fetch_one(const Need& need, DecideDocument& document) const {
        provost_text* found = nullptr;
        const auto id = std::stoll(need.values.front());
        if (provost_get(database, need.kind.c_str(), SIZE_MAX, id, &found, nullptr) != PROVOST_OK) return;
        engine::GivenRecord record{need.kind, taken(found)};
        const auto same = [&](const auto& given) { return given.document == record.document; };
        if (std::ranges::none_of(document.records, same)) document.records.push_back(std::move(record));
    }
};

Answer decide(const DecideDocument& document) {
    provost_text* text = nullptr;
    provost_error* error = nullptr;
    const auto status = provost_decide(to_json(document).c_str(), SIZE_MAX, &text, &error);
    INFO(std::string(provost_error_document(error)));
    provost_error_free(error);
    REQUIRE(status == PROVOST_OK);
    auto answer = from_json<Answer>(taken(text));
    REQUIRE(answer);
    return *answer;
}

Answer ask_until_decided(const Host& host, DecideDocument& document, int& rounds) {
    for (rounds = 1; rounds < 10; ++rounds) {
        Answer answer = decide(document);
        if (answer.verdict != Verdict::needs) return answer;
        CHECK(!answer.needs.empty());
        for (const Need& need : answer.needs) host.fetch(need, document);
    }
    FAIL("asked for ever");
    return {};
}

std::string code_of(const std::string& document) {
    provost_text* text = nullptr;
    provost_error* error = nullptr;
    CHECK(provost_decide(document.c_str(), SIZE_MAX, &text, &error) != PROVOST_OK);
    std::string code = std::string(provost_error_code(error)) + " " + provost_error_pointer(error);
    provost_error_free(error);
    return code;
}

const std::string registration =
    R"({"provost":1,"verb":"registration.register_learner","learner":"BOB","course":"FIRST-AID-1",)"
    R"("effective":"2026-03-03T09:00:00Z","recorded":"2026-03-03T10:00:00Z")";

TEST_CASE("the host is asked for facts, and the answer is the engine's") {
    const Host host;
    const std::string verbs[] = {
        registration + "}",
        registration + R"(,"detail":"full"})",
        registration + R"(,"actor":"owner","state":"passed","end_at":"2026-03-01T00:00:00Z","detail":"full"})",
        R"({"verb":"people.define_learner","login":"dora","family_name":"Li","birth_date":"2003-01-01",)"
        R"("client_id":"D4","recorded":"2026-03-03T10:00:00Z","detail":"full","ids":[900]})",
        R"({"verb":"registration.register_learner","learner":"bob","course":"NONE","detail":"reason"})",
    };
    for (const std::string& request : verbs) {
        CAPTURE(request);
        DecideDocument document;
        document.request = request;
        if (request.find("passed") != request.npos) document.request.insert(1, R"("ids":[901,902],)");
        int rounds = 0;
        Answer answer = ask_until_decided(host, document, rounds);
        CHECK(rounds <= 5);  // four waves, and the decision
        std::string planned = document.request;
        auto engine_answer = from_json<Answer>(host.run(planned.insert(1, R"("plan_only":true,)")));
        REQUIRE(engine_answer);
        engine_answer->approval.clear();
        if (request.find("full") == request.npos) answer.plan.clear();
        CHECK(to_json(answer) == to_json(*engine_answer));
    }
}

TEST_CASE("an accepted answer carries its plan, whatever the detail") {
    const Host host;
    DecideDocument document;
    document.request = registration + R"(,"state":"passed","end_at":"2026-03-01T00:00:00Z","ids":[901,902]})";
    int rounds = 0;
    const Answer answer = ask_until_decided(host, document, rounds);
    CHECK(answer.verdict == Verdict::accepted);
    CHECK(answer.id == 901);
    REQUIRE(!answer.plan.empty());
    CHECK(answer.plan.front().created);
    // The same facts give the same answer, byte for byte; without ids it says how many it may take.
    CHECK(to_json(decide(document)) == to_json(answer));
    document.request = registration + R"(,"state":"passed","end_at":"2026-03-01T00:00:00Z"})";
    CHECK(code_of(to_json(document)) == "argument.invalid /request/ids");
}

TEST_CASE("an actor's right is a fact like any other, and is asked for at once") {
    DecideDocument document;
    document.request = registration + R"(,"actor":"eve"})";
    const Answer first = decide(document);
    REQUIRE(first.verdict == Verdict::needs);
    CHECK(std::ranges::count(first.needs, "administrator", &Need::kind) == 1);
    document.owner = "eve";
    CHECK(std::ranges::count(decide(document).needs, "administrator", &Need::kind) == 0);
    document.owner = "owner";
    document.asked = first.needs;
    const Answer second = decide(document);
    CHECK(second.verdict == Verdict::refused);
}

TEST_CASE("what is wrong is named with its place") {
    CHECK(code_of("{}") == "field.missing /request");
    CHECK(code_of(R"({"request":"{"})") == "document.malformed /request");
    CHECK(code_of(R"({"request":"{\"verb\":\"x\"}"})") == "verb.unknown /request/verb");
    DecideDocument document;
    document.request = registration + "}";
    document.asked = {{"nothing", "id", {"1"}}};
    CHECK(code_of(to_json(document)) == "kind.unknown /asked/0/kind");
    document.asked = {{"learner", "nothing", {"1"}}};
    CHECK(code_of(to_json(document)) == "argument.invalid /asked/0/index");
    document.asked = {{"learner", "id", {"x"}}};
    CHECK(code_of(to_json(document)) == "value.wrong-type /asked/0/values/0");
    document.asked.clear();
    document.records = {{"nothing", "{}"}};
    CHECK(code_of(to_json(document)) == "kind.unknown /records/0/kind");
    document.records = {{"location", R"({"id":1,"key":"c","name":"C","zone":"UTC"})"}, {"location", "{\"id\":true}"}};
    CHECK(code_of(to_json(document)) == "value.wrong-type /records/1/document/id");
    document.records[1] = document.records[0];
    CHECK(code_of(to_json(document)) == "argument.invalid /records/1/document/id");
}

}  // namespace
