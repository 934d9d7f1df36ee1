// One id is one record's, whoever gives it: clearances, syllabuses and shelves are found by it alone.
#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/open.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

namespace provost {

namespace {

Result<Answer> define_subject(Engine& engine, const std::string& code, const std::string& ids) {
    const auto answer = engine.run_document(R"({"provost":1,"verb":"catalogue.define_subject","ids":[)" + ids +
                                            R"(],"record":{"code":")" + code + R"(","title":"T"}})");
    return answer ? from_json<Answer>(*answer) : answer.error();
}

Result<Answer> define_location(Engine& engine, const std::string& key, const std::string& ids) {
    const auto answer = engine.run_document(R"({"provost":1,"verb":"organisation.define_location","ids":[)" + ids +
                                            R"(],"record":{"key":")" + key + R"(","name":"L","zone":"UTC"}})");
    return answer ? from_json<Answer>(*answer) : answer.error();
}

std::unique_ptr<Engine> open_empty() {
    auto opened = Engine::open(make_memory_store(), make_system_zones(), {});
    REQUIRE(opened);
    return std::move(*opened);
}

void is_refused(const Result<Answer>& answer) {
    REQUIRE(!answer);
    CHECK(answer.error().code == "argument.invalid"_code);
    CHECK(answer.error().place.pointer == "/ids");
}

}  // namespace

TEST_CASE("an id that a request brings is no record's, of whatever kind") {
    const auto engine = open_empty();
    const auto subject = define_subject(*engine, "S1", "");
    REQUIRE(subject);
    const auto taken = std::to_string(subject->id);
    const auto before = engine->journal();
    is_refused(define_location(*engine, "L1", taken));
    is_refused(define_subject(*engine, "S2", taken));
    CHECK(engine->journal()->chain == before->chain);
    // What makes no record takes no id.
    CHECK(define_subject(*engine, "S1", taken)->verdict == Verdict::unchanged);
}

TEST_CASE("a plan whose ids somebody else took in between is carried out under others") {
    const auto engine = open_empty();
    const auto ask = [&](const std::string& more) {
        const auto answer = engine->run_document(R"({"provost":1,"verb":"catalogue.define_template",)"
                                                 R"("course_type":"unit","external_id":"T","name":"Talks")" +
                                                 more + '}');
        return answer ? from_json<Answer>(*answer) : Result<Answer>(answer.error());
    };
    REQUIRE(engine->run_document(
        R"({"provost":1,"verb":"catalogue.define_course_type","course_type":"unit","name":"Unit"})"));
    const auto plan = ask(R"(,"plan_only":true)");
    REQUIRE(plan);
    REQUIRE(plan->plan.size() == 2);  // the template, and its version that names it
    const auto taken = plan->plan.front().id;
    REQUIRE(define_location(*engine, "L1", std::to_string(taken)));
    const std::string approval = R"(,"approval":")" + plan->approval + '"';
    const auto other = ask(R"(,"description":"Another")" + approval);
    REQUIRE(!other);
    CHECK(other.error().code == "plan.moved"_code);
    const auto done = ask(approval);
    REQUIRE(done);
    CHECK(done->verdict == Verdict::accepted);
    CHECK(done->id > taken);
    const auto version = engine->find("course_template_version", "", {}, 0, 10);
    REQUIRE(version);
    CHECK(version->front().find("\"course_template\":" + std::to_string(done->id)) != std::string::npos);
}

TEST_CASE("a plan takes no ids away") {
    const auto engine = open_empty();
    REQUIRE(engine->run_document(R"({"provost":1,"plan_only":true,"ids":[4503599627370495],)"
                                 R"("verb":"catalogue.define_subject","record":{"code":"S1","title":"T"}})"));
    CHECK(define_subject(*engine, "S1", "")->id < 1'000);
}

TEST_CASE("the engine hands out none of the ids that requests brought") {
    const auto engine = open_empty();
    for (const std::int64_t given : {5, 1'000, 5'000'000}) {
        std::set<std::int64_t> ids;
        const auto brought = define_location(*engine, "L" + std::to_string(given), std::to_string(given));
        REQUIRE(brought);
        CHECK(brought->id == given);
        for (int i = 0; i < 600; ++i) {
            const auto made = define_subject(*engine, "S" + std::to_string(given) + '-' + std::to_string(i), "");
            REQUIRE(made);
            CHECK(made->id > given);
            CHECK(ids.insert(made->id).second);
        }
        const auto next = std::to_string(*ids.rbegin() + 1);
        if (given == 5) CHECK(define_location(*engine, "next", next));
    }
}

TEST_CASE("engines that share a file give no id twice, whatever they look at in between") {
    const auto path = std::filesystem::temp_directory_path() / "provost_given_ids_test.db";
    std::filesystem::remove(path);
    {
        const auto one = open(path.string()), other = open(path.string());
        REQUIRE(one);
        REQUIRE(other);
        std::set<std::int64_t> ids;
        for (const std::string key : {"A", "B", "C"}) {
            const auto subject = define_subject(**one, key, "");
            REQUIRE((*other)->journal());
            const auto location = define_location(**other, key, "");
            REQUIRE((*one)->journal());
            REQUIRE(subject);
            REQUIRE(location);
            CHECK(ids.insert(subject->id).second);
            CHECK(ids.insert(location->id).second);
        }
    }
    std::filesystem::remove(path);
}

TEST_CASE("no request takes the last ids of a store") {
    const auto engine = open_empty();
    is_refused(define_subject(*engine, "S1", "4503599627370496"));
    REQUIRE(define_subject(*engine, "S1", "4503599627370495"));
    for (int i = 0; i < 600; ++i) REQUIRE(define_subject(*engine, "T" + std::to_string(i), ""));
}

}  // namespace provost
