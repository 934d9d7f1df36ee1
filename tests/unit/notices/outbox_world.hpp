// A small college over a store in memory, whose engines and workers come and go as programs do.
#pragma once

#include "contract/faulty_store.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/notices/intent.hpp>

#include <doctest/doctest.h>

namespace provost::outbox_world {

using contract::Fault;
using notices::Intent;
using notices::IntentState;
using notices::Message;

inline constexpr std::string_view start = "2026-06-30T00:00:00Z";

inline Instant moment(std::string_view text) { return parse_moment(text)->in(Zone{}); }

/// An engine over a store that others use besides.
struct Host {
    contract::FaultyStore* store = nullptr;
    std::unique_ptr<Engine> engine;

    explicit Host(Store& inner, std::string_view now = start) {
        auto faulty = std::make_unique<contract::FaultyStore>(inner);
        store = faulty.get();
        EngineOptions options;
        options.now = moment(now);
        options.secret = "pepper";
        auto opened = Engine::open(std::move(faulty), make_system_zones(), options);
        REQUIRE(opened);
        engine = std::move(*opened);
    }
    Answer ask(std::string_view document) {
        const auto text = engine->run_document(document);
        CAPTURE(document);
        REQUIRE(text);
        const auto answer = from_json<Answer>(*text);
        REQUIRE(answer);
        return *answer;
    }
    std::string error_of(std::string_view document) {
        const auto answer = engine->run_document(document);
        return answer ? std::string("none") : std::string(answer.error().code.name());
    }
    /// All intents, or those of a state.
    std::vector<Intent> intents(std::string_view state = {}) {
        const auto found = state.empty() ? engine->find("intent", "", {}, 0, 1000)
                                         : engine->find("intent", "state", {std::string(state)}, 0, 1000);
        REQUIRE(found);
        std::vector<Intent> list;
        for (const std::string& document : *found) {
            const auto intent = from_json<Intent>(document);
            REQUIRE(intent);
            list.push_back(*intent);
        }
        return list;
    }
};

inline constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","name":"Unit one in Melbourne","location":"L","duration":"6 M","max_participants":50})",
};

inline std::string registration(int n, const std::string& more = {}) {
    return R"({"verb":"registration.register_learner","course":"C1","learner":"learner)" + std::to_string(n) +
           R"(","effective":"2026-02-02T00:00:00Z")" + more + "}";
}

inline std::string withdrawal(int n, const std::string& more = {}) {
    return R"({"verb":"finalise.finalise_unit","course":"C1","learner":"learner)" + std::to_string(n) +
           R"(","ending":"withdrawn","effective_on":"2026-03-02")" + more + "}";
}

inline std::string result(int n, std::string_view members) {
    return R"({"verb":"results.receive_grade","course":"C1","learner":"learner)" + std::to_string(n) +
           R"(","effective":"2026-02-20T00:00:00Z",)" + std::string(members) + "}";
}

inline void prepare(Host& host, int learners = 3) {
    for (const auto document : set_up) host.ask(document);
    for (int n = 0; n < learners; ++n) {
        const auto number = std::to_string(n);
        host.ask(R"({"verb":"people.define_learner","login":"learner)" + number +
                 R"(","family_name":"Learner","birth_date":"2000-01-01","email":"l)" + number +
                 R"(@example.org","client_id":"S)" + number + R"("})");
    }
}

/// A session of the outbox, as a program that sends messages uses it.
struct Sender {
    std::unique_ptr<Session> session;
    std::string problem;  // code of the last error

    explicit Sender(Host& host, std::string_view worker = "w", std::string_view more = {}) {
        auto begun = host.engine->begin(R"({"session":"outbox","worker":")" + std::string(worker) + '"' +
                                        std::string(more) + "}");
        REQUIRE(begun);
        session = std::move(*begun);
    }
    /// The messages of a stream's next pieces, up to a piece of another stream or to the end; nothing after an error.
    std::vector<Message> take(std::string_view stream) {
        std::vector<Message> messages;
        Chunk chunk;
        problem.clear();
        while (true) {
            const auto taken = session->take(chunk);
            if (!taken) return (problem = taken.error().code.name(), std::vector<Message>());
            if (!*taken) return messages;
            CHECK(chunk.stream == stream);
            for (std::size_t from = 0; from < chunk.bytes.size();) {
                const auto end = chunk.bytes.find('\n', from);
                const auto message = from_json<Message>(std::string_view(chunk.bytes).substr(from, end - from));
                REQUIRE(message);
                messages.push_back(*message);
                from = end + 1;
            }
            if (stream == "unconfirmed") return messages;
        }
    }
    std::vector<Message> messages() { return take("messages"); }
    /// Reports one outcome: "settled", or the code of the error.
    std::string report(Id<Intent> id, std::string_view status, std::string_view more = {}) {
        const auto fed = session->feed(R"({"id":)" + std::to_string(id.value) + R"(,"status":")" + std::string(status) +
                                       '"' + std::string(more) + "}\n");
        return fed ? "settled" : std::string(fed.error().code.name());
    }
    OutboxSummary finish() {
        const auto text = session->finish();
        REQUIRE(text);
        const auto summary = from_json<OutboxSummary>(*text);
        REQUIRE(summary);
        return *summary;
    }
};

/// The college with some learners registered, so that a message is due for each.
struct College {
    std::unique_ptr<Store> store = make_memory_store();
    Host host{*store};

    explicit College(int registered = 0) {
        prepare(host);
        for (int n = 0; n < registered; ++n) host.ask(registration(n));
    }
};

}  // namespace provost::outbox_world
