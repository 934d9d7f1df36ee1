// The engine over a store that misbehaves: nothing is lost, nothing is done twice, nothing is half done. And how often
// it asks the store.
#include "effort.hpp"
#include "faulty_world.hpp"
#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/open.hpp>
#include <provost/registration/registration.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <thread>

namespace provost {

namespace {

using contract::Fault;

constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M","max_participants":2,"waiting_list":false})",
};

std::string learner_document(int n) {
    const auto number = std::to_string(n);
    return R"({"verb":"people.define_learner","login":"learner)" + number +
           R"(","family_name":"Learner","birth_date":"2000-01-01","client_id":"S)" + number + R"("})";
}

std::string registration_document(int n, const std::string& more = {}) {
    return R"({"verb":"registration.register_learner","course":"C1","learner":"learner)" + std::to_string(n) +
           R"(","effective":"2026-02-02T00:00:00Z")" + more + "}";
}

void prepare(Engine& engine, int learners) {
    for (const auto document : set_up) REQUIRE(engine.run_document(document));
    for (int n = 0; n < learners; ++n) REQUIRE(engine.run_document(learner_document(n)));
}

struct Faulty : FaultyWorld {
    Faulty() { prepare(*engine, 4); }
    [[nodiscard]] std::size_t enrolments() { return count("enrolment"); }
};

bool says(const Result<std::string>& answer, std::string_view text) {
    return answer && answer->find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a stale commit is decided again") {
    Faulty world;
    world.store->commits = {Fault::stale, Fault::stale};
    CHECK(says(world.engine->run_document(registration_document(0)), R"("verdict":"accepted")"));
    CHECK(world.enrolments() == 1);
}

TEST_CASE("a failed commit changes nothing and is told") {
    Faulty world;
    world.store->commits = {Fault::failed};
    const auto failed = world.engine->run_document(registration_document(0));
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code.name() == "store.failed");
    CHECK(world.enrolments() == 0);
    CHECK(says(world.engine->run_document(registration_document(0)), R"("verdict":"accepted")"));
    CHECK(world.enrolments() == 1);
}

TEST_CASE("IMC-REG-11 after a lost answer the same key is carried out once") {
    Faulty world;
    const std::string key = R"(,"key":"k1")";
    world.store->commits = {Fault::lost_answer};
    const auto lost = world.engine->run_document(registration_document(0, key));
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code.name() == "store.unknown-outcome");
    CHECK(says(world.engine->run_document(registration_document(0, key)), R"("verdict":"unchanged")"));
    CHECK(world.enrolments() == 1);
    const auto reused =
        world.engine->run_document(R"({"verb":"catalogue.define_subject","record":{"code":"U9"},"key":"k1"})");
    REQUIRE_FALSE(reused);
    CHECK(reused.error().code.name() == "key.reused");
}

TEST_CASE("no verb needs more than four load waves") {
    for (const auto& verb : verbs::all()) {
        CAPTURE(verb.name);
        const bool looks_up_alone = verb.name == "lms.revoke_old_access";  // all that are on, whosever they are
        CHECK(waves(verb.fetch) >= (looks_up_alone ? 0 : 1));
        CHECK(waves(verb.fetch) <= 4);
    }
}

TEST_CASE("an import asks the store as often for one row as for hundreds") {
    std::size_t calls[2]{};
    for (const int rows : {1, 300}) {
        Faulty world;
        for (int n = 4; n < rows; ++n) REQUIRE(world.engine->run_document(learner_document(n)));
        auto session =
            world.engine->begin(R"({"session":"import","preset":"enrolments","zone":"Australia/Melbourne"})");
        REQUIRE(session);
        std::string file = "External Course ID;Login;Enrolment date\n";
        for (int n = 0; n < rows; ++n) file += "C1;learner" + std::to_string(n) + ";2026-02-02T00:00Z\n";
        world.store->load_calls = 0;
        REQUIRE((*session)->feed(file));
        REQUIRE((*session)->finish());
        calls[rows == 1 ? 0 : 1] = world.store->load_calls;
        CHECK(world.enrolments() == std::min<std::size_t>(static_cast<std::size_t>(rows), 2));
    }
    CHECK(calls[0] == calls[1]);
}

TEST_CASE("what follows from one decision asks the store as often for three as for many") {
    std::size_t calls[2]{};
    for (const int many : {3, 60}) {
        Faulty world;
        std::string learners;
        for (int n = 0; n < many; ++n) {
            if (n >= 4) REQUIRE(world.engine->run_document(learner_document(n)));
            learners += (n == 0 ? "\"learner" : ",\"learner") + std::to_string(n) + '"';
        }
        world.store->load_calls = 0;
        const auto answer = world.engine->run_document(
            R"({"verb":"registration.register_many","course":"C1","learners":[)" + learners + "]}");
        CHECK(says(answer, R"("verdict":"accepted")"));
        calls[many == 3 ? 0 : 1] = world.store->load_calls;
        CHECK(world.enrolments() == 2);  // as many as have a seat
    }
    CHECK(calls[0] == calls[1]);
}

TEST_CASE("IMC-WL-01 seats are never oversold by engines that share a file") {
    const auto path = std::filesystem::temp_directory_path() / "provost_seats_test.db";
    for (int race = effort("seat-races"); race > 0; --race) {
        std::filesystem::remove(path);
        {
            auto engine = open(path.string());
            REQUIRE(engine);
            prepare(**engine, 4);
        }
        std::atomic<int> accepted = 0;
        std::vector<std::thread> threads;
        for (int n = 0; n < 4; ++n) {
            threads.emplace_back([&, n] {
                auto engine = open(path.string());
                if (engine && says((*engine)->run_document(registration_document(n)), R"("verdict":"accepted")"))
                    ++accepted;
            });
        }
        for (auto& thread : threads) thread.join();
        auto engine = open(path.string());
        REQUIRE(engine);
        REQUIRE(accepted == 2);
        REQUIRE((*engine)->find("enrolment", "", {}, 0, 100)->size() == 2);
        REQUIRE((*engine)->find("seats", "", {}, 0, 10)->front().find(R"("taken":2)") != std::string::npos);
    }
    std::filesystem::remove(path);
}

TEST_CASE("an approval carries out exactly the plan that was shown") {
    Faulty world;
    const auto planned = world.engine->run_document(registration_document(0, R"(,"plan_only":true)"));
    REQUIRE(planned);
    CHECK(world.enrolments() == 0);
    const auto answer = from_json<Answer>(*planned);
    REQUIRE(answer);
    REQUIRE_FALSE(answer->approval.empty());
    CHECK_FALSE(answer->plan.empty());
    const std::string approved = R"(,"approval":")" + answer->approval + '"';

    SUBCASE("as long as the state has not moved") {
        CHECK(says(world.engine->run_document(registration_document(0, approved)), R"("verdict":"accepted")"));
        CHECK(world.enrolments() == 1);
    }
    SUBCASE("and nothing once it has") {
        REQUIRE(world.engine->run_document(registration_document(1)));
        const auto moved = world.engine->run_document(registration_document(0, approved));
        REQUIRE_FALSE(moved);
        CHECK(moved.error().code.name() == "plan.moved");
        CHECK(world.enrolments() == 1);
    }
}

}  // namespace provost
