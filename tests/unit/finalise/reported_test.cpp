// Transitions of program enrolments that were reported: a submission that was sent is a record which no verb makes.
#include "contract/faulty_store.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/enrolment/training.hpp>

#include <doctest/doctest.h>

namespace provost {

namespace {

using enrolment::ProgramEnrolment;

constexpr std::string_view smart_and_skilled_learner[] = {
    R"({"verb":"catalogue.define_program","record":{"code":"OLD"}})",
    R"({"verb":"catalogue.define_program","record":{"code":"NEW"}})",
    R"({"verb":"finalise.define_transition","record":{"from":"OLD","to":"NEW"}})",
    R"({"verb":"people.define_learner","login":"ann","family_name":"Ashby","birth_date":"2001-02-03","client_id":"A1"})",
    R"({"verb":"enrolment.enrol_in_program","learner":"ann","program":"OLD","target":"nsw-smart-and-skilled"})",
    R"({"verb":"finalise.record_commitment","learner":"ann","program":"OLD","identifier":"C1","from":"2026-01-30"})",
};

constexpr std::string_view transition =
    R"({"verb":"finalise.transition_program","learner":"ann","from":"OLD","to":"NEW","effective_on":"2026-06-01"})";

struct ReportedWorld {
    std::unique_ptr<Store> store = make_memory_store();
    std::unique_ptr<Engine> engine;

    ReportedWorld() {
        EngineOptions options;
        options.now = parse_moment("2026-06-01T00:00:00Z")->in(Zone{});
        auto opened = Engine::open(std::make_unique<contract::FaultyStore>(*store), make_system_zones(), options);
        REQUIRE(opened);
        engine = std::move(*opened);
        for (const auto document : smart_and_skilled_learner) REQUIRE(ask(document).verdict == Verdict::accepted);
    }
    Answer ask(std::string_view document) {
        const auto text = engine->run_document(document);
        CAPTURE(document);
        REQUIRE(text);
        return *from_json<Answer>(*text);
    }
    std::vector<ProgramEnrolment> programs() {
        std::vector<ProgramEnrolment> list;
        const auto found = engine->find("program_enrolment", "", {}, 0, 10);
        for (const std::string& document : *found) {
            list.push_back(*from_json<ProgramEnrolment>(document));
        }
        return list;
    }
    // As if a submission that holds a row of the program enrolment had been sent.
    void report(const ProgramEnrolment& program) {
        enrolment::ReportedActivity row;
        row.id = {*store->reserve(1)};
        row.version = 1;
        row.program_enrolment = program.id;
        row.program = "OLD";
        row.outcome = "70";
        Unit unit;
        unit.writes.push_back({Record::of(row), 0});
        REQUIRE(store->commit(std::span(&unit, 1))->front().state == Outcome::State::applied);
    }
};

bool notes(const Answer& answer, std::string_view code) {
    return std::ranges::any_of(answer.notes, [&](const Reason& note) { return note.code.name() == code; });
}

}  // namespace

TEST_CASE(
    "once the old program was reported its commitment goes on for both, else a new one is due [FIN-TRN-01, "
    "FIN-TRN-02]") {
    ReportedWorld not_reported;
    CHECK(notes(not_reported.ask(transition), "commitment.renew"));
    CHECK(not_reported.programs().back().commitments.empty());

    ReportedWorld reported;
    reported.report(reported.programs().front());
    const Answer answer = reported.ask(transition);
    CHECK(notes(answer, "commitment.kept"));
    CHECK_FALSE(notes(answer, "commitment.renew"));
    REQUIRE(reported.programs().back().commitments.size() == 1);
    CHECK(reported.programs().back().commitments.front().identifier == "C1");

    // It is there already: whoever records it once more changes nothing.
    const Answer again = reported.ask(
        R"({"verb":"finalise.record_commitment","learner":"ann","program":"NEW","identifier":"C1","from":"2026-01-30"})");
    CHECK(again.verdict == Verdict::unchanged);
}

TEST_CASE("a commitment under which something was reported is cancelled with a finding [FIN-TRN-01]") {
    constexpr std::string_view cancel =
        R"({"verb":"finalise.cancel_commitment","learner":"ann","program":"OLD","identifier":"C1","cancelled_on":"2026-06-01"})";
    ReportedWorld world;
    world.report(world.programs().front());
    CHECK(notes(world.ask(cancel), "commitment.reported"));
}

}  // namespace provost
