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

TEST_CASE("a plan whose ids somebody else took in between has moved, and it is carried out once") {
    const auto engine = open_empty();
    const std::string subject = R"("verb":"catalogue.define_subject","record":{"code":"S1","title":"T"}})";
    const auto planned = [&] {
        const auto plan = from_json<Answer>(*engine->run_document(R"({"provost":1,"plan_only":true,)" + subject));
        REQUIRE(plan);
        REQUIRE(plan->plan.size() == 1);
        return *plan;
    };
    const auto approve = [&](const Answer& plan) {
        return engine->run_document(R"({"provost":1,"approval":")" + plan.approval + "\"," + subject);
    };
    const auto first = planned();
    REQUIRE(define_location(*engine, "L1", std::to_string(first.plan.front().id)));
    const auto late = approve(first);
    REQUIRE(!late);
    CHECK(late.error().code == "plan.moved"_code);
    const auto again = planned();
    REQUIRE(approve(again));
    CHECK(!approve(again));
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

TEST_CASE("a template with all that it can have, and its clearances, has ids wherever a block ends [IMC-ACL-02]") {
    const auto engine = open_empty();
    const auto run = [&](const std::string& request) {
        const auto answer = engine->run_document(R"({"provost":1,"verb":)" + request + '}');
        CAPTURE(request);
        REQUIRE(answer);
        CAPTURE(*answer);
        REQUIRE(answer->find(R"("verdict":"accepted")") != std::string::npos);
    };
    run(R"("access.define_default_clearances","record":{"creator":"*","grants":[{"holder":"everyone","rights":["VIEW"]}]})");
    run(R"("organisation.define_location","record":{"key":"L","name":"L","zone":"UTC"})");
    run(R"("catalogue.define_course_type","course_type":"unit","name":"Unit")");
    run(R"("catalogue.define_template","course_type":"unit","external_id":"T","name":"T","location":"L","duration":"1 M")");
    run(R"("catalogue.define_course","course_template":"T","external_id":"C")");
    run(R"("catalogue.define_syllabus","course":"C","components":[{"key":"a","name":"A"},{"key":"b","name":"B"}])");
    run(R"("learning.define_logic","course":"C","rules":[{"key":"r","component":"a","conditions":)"
        R"([{"kind":"confirmed_by_participant"}],"not_before":"2026-02-20T00:00:00Z",)"
        R"("actions":[{"kind":"continue_with","components":["b"]}]}])");
    run(R"("catalogue.define_shelf","course":"C","tab":"library","items":[{"key":"i","name":"I","kind":"link"}])");
    run(R"("catalogue.define_shelf","course":"C","tab":"social_media","items":[{"key":"i","name":"I"}])");
    for (int shift = 0; shift < 7; ++shift) {
        REQUIRE(define_subject(*engine, "S" + std::to_string(shift), ""));
        for (int i = 0; i < 40; ++i) {
            run(R"("catalogue.create_template","course":"C","external_id":"T)" + std::to_string(shift) + '-' +
                std::to_string(i) + '"');
        }
    }
}

TEST_CASE("no request takes the last ids of a store") {
    const auto engine = open_empty();
    is_refused(define_subject(*engine, "S1", "4503599627370496"));
    REQUIRE(define_subject(*engine, "S1", "4503599627370495"));
    for (int i = 0; i < 600; ++i) REQUIRE(define_subject(*engine, "T" + std::to_string(i), ""));
}

}  // namespace provost
