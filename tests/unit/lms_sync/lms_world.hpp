// A small college, its connections, and an LMS in memory behind each of them, moved by hand through time.
#pragma once

#include "lms/memory_lms.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/plan.hpp>
#include <provost/lms/run.hpp>

#include <doctest/doctest.h>

#include <map>

namespace provost::lms_world {

/// What a session of provisioning gave.
struct Provisioned {
    ProvisioningSummary summary;
    std::vector<lms::Action> actions;
    std::vector<lms::PlanItem> plan;
    std::string approval;
    std::string error;  ///< code of the error that ended it
    bool is_finished = false;

    [[nodiscard]] std::size_t count(lms::ActionKind kind) const {
        return static_cast<std::size_t>(std::ranges::count(actions, kind, &lms::Action::kind));
    }
    [[nodiscard]] const lms::Action* enrolment(std::string_view course, std::string_view learner) const {
        for (const lms::Action& action : actions) {
            const bool is_it = action.kind == lms::ActionKind::upsert_enrolment && action.course == course &&
                               action.learner == learner;
            if (is_it) return &action;
        }
        return nullptr;
    }
};

/// How a session of provisioning is run.
struct HowToProvision {
    std::string approval{};
    std::string worker = "world";
    bool dry_run = false;
    bool reports = true;  ///< else it is killed after it has handed out its first page
    bool carries_out = true;
    bool finishes = true;     ///< else it is killed after its last report
    bool is_dropped = false;  ///< what is not finished is not killed, but its session dropped
};

class World {
public:
    explicit World(std::string_view moment = "2026-02-02T00:00:00Z") : now_(parse_moment(moment)->in(Zone{})) {
        EngineOptions options;
        options.now = now_;
        auto opened = Engine::open(make_memory_store(), make_system_zones(), options);
        REQUIRE(opened);
        engine_ = std::move(*opened);
        must(
            R"("verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"})");
        must(R"("verb":"catalogue.define_course_type","course_type":"T","name":"Classroom")");
        must(R"("verb":"catalogue.define_subject","record":{"code":"U1"})");
        must(R"("verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one")");
    }

    /// A document without braces; its answer.
    Result<Answer> ask(const std::string& body) {
        auto answer = engine_->run_document("{\"recorded\":\"" + to_text(now_) + "\"," + body + "}");
        if (!answer) return answer.error();
        return from_json<Answer>(*answer);
    }
    Answer must(const std::string& body) {
        auto answer = ask(body);
        CAPTURE(body);
        REQUIRE_MESSAGE(answer, (answer ? std::string() : std::string(answer.error().code.name())));
        REQUIRE_MESSAGE(answer->verdict != Verdict::refused, answer->sentence);
        return *answer;
    }
    void add_course(const std::string& id, const std::string& more = R"("duration":"6 M")") {
        must(R"("verb":"catalogue.define_course","course_template":"U1","location":"L","external_id":")" + id + "\"," +
             more);
    }
    void add_learner(const std::string& login, const std::string& client) {
        must(R"("verb":"people.define_learner","family_name":"Learner","birth_date":"2000-01-01","login":")" + login +
             R"(","email":")" + login + R"(@x.example","client_id":")" + client + "\"");
    }
    void enrol(const std::string& login, const std::string& course) {
        must(R"("verb":"registration.register_learner","learner":")" + login + R"(","course":")" + course + "\"");
    }
    void cancel(const std::string& login, const std::string& course) {
        must(R"("verb":"registration.cancel_place","learner":")" + login + R"(","course":")" + course + "\"");
    }
    void connect(const std::string& key, const std::string& more = R"("mode":"enforce")") {
        must(R"("verb":"lms.define_connection","record":{"key":")" + key + "\"," + more + "}");
    }
    void link(const std::string& connection, const std::string& there, const std::string& course,
              const std::string& how = R"("access":"by_place")") {
        const std::string names =
            R"("connection":")" + connection + R"(","lms_course":")" + there + R"(","course":")" + course + "\"";
        must(R"("verb":"results.link_lms_course",)" + names);
        must(R"("verb":"lms.set_link",)" + names + "," + how);
        make_course(connection, there);
    }

    void make_course(const std::string& connection, const std::string& there) {
        lms::LmsEdit edit;
        edit.course = edit.name = there;
        lms(connection).edit(edit);
    }
    lms::MemoryLms& lms(const std::string& connection, const lms::LmsSetup& setup = {}) {
        auto& held = lms_[connection];
        if (!held) held = std::make_unique<lms::MemoryLms>(setup);
        return *held;
    }
    /// Everybody is approved who asks for the first time.
    Provisioned provision_approved(const std::string& connection) {
        HowToProvision how;
        how.approval = provision(connection, {.dry_run = true}).approval;
        return provision(connection, how);
    }
    Provisioned provision(const std::string& connection = "lms", const HowToProvision& how = {});
    ObserveSummary observe(const std::string& connection, std::string listing, const std::string& approval = {});
    /// The whole listing of the LMS in memory.
    ObserveSummary observe(const std::string& connection) { return observe(connection, listing(connection)); }
    std::string listing(const std::string& connection) {
        std::string text;
        const auto rows = lms(connection).enrolments();
        for (const auto& row : rows) text += to_json(row) + "\n";
        return text + end_of(static_cast<std::int64_t>(rows.size()), true);
    }
    static std::string end_of(std::int64_t rows, bool complete) {
        lms::ListingEnd end;
        end.listing = "enrolments";
        end.complete = complete;
        end.rows = rows;
        return to_json(end) + "\n";
    }

    template <class T>
    std::vector<T> records() {
        std::vector<T> all;
        for (std::int64_t after = 0;;) {
            auto page = engine_->find(std::string(type_of<T>().name), "", {}, after, 1000);
            REQUIRE(page);
            if (page->empty()) return all;
            for (const std::string& text : *page) all.push_back(*from_json<T>(text));
            after = all.back().id.value;
        }
    }
    lms::LmsEnrolment key(const std::string& course, const std::string& connection = "lms") {
        for (auto& each : records<lms::LmsEnrolment>()) {
            if (each.course == course && each.connection == connection) return each;
        }
        FAIL("no such key");
        return {};
    }
    /// What the LMS has of an enrolment.
    lms::Access access(const std::string& connection, std::string_view course, std::string_view learner) {
        for (const auto& row : lms(connection).enrolments()) {
            if (row.course == course && row.learner == learner) return row.access;
        }
        return lms::Access::absent;
    }
    void wait(std::chrono::milliseconds time) { now_ += time; }
    void set_now(std::string_view moment) { now_ = parse_moment(moment)->in(Zone{}); }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Engine& engine() { return *engine_; }

private:
    void take_all(Session& session, const std::string& connection, const HowToProvision& how, Provisioned& all);

    Instant now_;
    std::unique_ptr<Engine> engine_;
    std::map<std::string, std::unique_ptr<lms::MemoryLms>> lms_;
    std::vector<std::unique_ptr<Session>>
        killed_;  // a session that is destroyed gives its lease back; one killed does not
};

inline void World::take_all(Session& session, const std::string& connection, const HowToProvision& how,
                            Provisioned& all) {
    Chunk chunk;
    while (true) {
        auto more = session.take(chunk);
        if (!more) all.error = more.error().code.name();
        if (!more || !*more) return;
        if (chunk.stream == "approval") {
            all.approval = chunk.bytes;
            continue;
        }
        std::vector<lms::Action> actions;
        for (std::size_t at = 0; at < chunk.bytes.size();) {
            const auto end = chunk.bytes.find('\n', at);
            const auto line = std::string_view(chunk.bytes).substr(at, end - at);
            if (chunk.stream == "plan") all.plan.push_back(*from_json<lms::PlanItem>(line));
            if (chunk.stream == "actions") actions.push_back(*from_json<lms::Action>(line));
            at = end + 1;
        }
        all.actions.insert(all.actions.end(), actions.begin(), actions.end());
        if (actions.empty()) continue;
        if (how.carries_out) lms(connection).carry_out(actions);
        if (!how.reports) return static_cast<void>(lms(connection).take_findings());
        std::string outcomes;
        for (const auto& outcome : lms(connection).take_findings().outcomes) outcomes += to_json(outcome) + "\n";
        if (auto fed = session.feed(outcomes); !fed) {
            all.error = fed.error().code.name();
            return;
        }
    }
}

inline Provisioned World::provision(const std::string& connection, const HowToProvision& how) {
    Provisioned all;
    auto session = engine_->begin(R"({"session":"lms.provision","recorded":")" + to_text(now_) + R"(","connection":")" +
                                  connection + R"(","worker":")" + how.worker + R"(","approval":")" + how.approval +
                                  R"(","dry_run":)" + (how.dry_run ? "true" : "false") + "}");
    REQUIRE_MESSAGE(session, (session ? std::string() : std::string(session.error().code.name())));
    take_all(**session, connection, how, all);
    if (!how.reports || !how.finishes || !all.error.empty()) {
        if (!how.is_dropped) killed_.push_back(std::move(*session));
        return all;
    }
    auto summary = (*session)->finish();
    REQUIRE(summary);
    all.summary = *from_json<ProvisioningSummary>(*summary);
    all.is_finished = true;
    return all;
}

inline ObserveSummary World::observe(const std::string& connection, std::string listing, const std::string& approval) {
    auto session = engine_->begin(R"({"session":"lms.observe","recorded":")" + to_text(now_) + R"(","connection":")" +
                                  connection + R"(","approval":")" + approval + "\"}");
    REQUIRE(session);
    REQUIRE((*session)->feed(listing));
    auto summary = (*session)->finish();
    REQUIRE_MESSAGE(summary, (summary ? std::string() : std::string(summary.error().code.name())));
    return *from_json<ObserveSummary>(*summary);
}

}  // namespace provost::lms_world
