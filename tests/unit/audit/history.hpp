// A small history that the audits are tried on: an organisation imported in one batch, then single requests from the
// location to the end of a unit. And ways to tamper with a store that no engine would offer.
#pragma once

#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/audit/journal.hpp>
#include <provost/engine/engine.hpp>
#include <provost/registration/registration.hpp>

#include <doctest/doctest.h>

namespace provost::history {

inline constexpr std::string_view secret = "pepper";

/// An engine, and the store below it.
struct Kept {
    Store* store = nullptr;
    std::unique_ptr<Engine> engine;
};

inline EngineOptions options_of_history() {
    EngineOptions options;
    options.secret = secret;
    options.now = parse_moment("2024-07-01T00:00:00Z")->in(Zone{});
    return options;
}

inline Kept open_kept(std::unique_ptr<Store> store) {
    Kept kept;
    kept.store = store.get();
    auto opened = Engine::open(std::move(store), make_system_zones(), options_of_history());
    REQUIRE(opened);
    kept.engine = std::move(*opened);
    return kept;
}

/// Runs a request that must be accepted; `moment` is effective and recorded.
inline void ask(Engine& engine, std::string_view verb, std::string_view moment, std::string_view members) {
    std::string document = R"({"provost":1,"actor":"owner","verb":")";
    document.append(verb).append(R"(","effective":")").append(moment);
    document.append(R"(","recorded":")").append(moment).append(R"(",)").append(members).append("}");
    const auto answer = engine.run_document(document);
    CAPTURE(document);
    REQUIRE(answer);
    CAPTURE(*answer);
    REQUIRE(answer->find(R"("verdict":"accepted")") != std::string::npos);
}

// Tutors with and without a position: their changes stand in two groups, and their names are personal.
inline constexpr std::string_view organisation = R"({"course_types":[{"id":1,"name":"Classroom","timing":"dates"}],
    "tutors":[{"login":"t1","name":"Ada","group":"g","position":"Head"},{"login":"t2","name":"Ben","group":"g"},
              {"login":"t3","name":"Cyd","group":"g","position":"Aide"}],
    "administrators":[{"login":"a1","name":"Dee","rights":["ORGANISE"]}],
    "delivery_modes":{"dates":{"identifier":"YNN","predominant":"I"},"duration":{"identifier":"NYN"},"none":{}}})";

inline void import_organisation(Engine& engine) {
    auto session = engine.begin(R"({"session":"organisation","actor":"owner","recorded":"2024-01-01T00:00:00Z"})");
    REQUIRE(session);
    REQUIRE((*session)->feed(organisation));
    const auto summary = (*session)->finish();
    REQUIRE(summary);
    REQUIRE(summary->find(R"("rejected":0)") != std::string::npos);
}

inline void define_courses(Engine& engine) {
    ask(engine, "organisation.define_location", "2024-01-02T00:00:00Z",
        R"("record":{"key":"L1","name":"Campus","zone":"Australia/Melbourne"})");
    ask(engine, "catalogue.define_subject", "2024-01-02T01:00:00Z", R"("record":{"code":"S1","title":"First"})");
    ask(engine, "catalogue.define_subject", "2024-01-02T02:00:00Z", R"("record":{"code":"S2","title":"Second"})");
    ask(engine, "catalogue.define_template", "2024-01-02T03:00:00Z",
        R"("course_type":"1","external_id":"S1","name":"First","planning_status":"released")");
    ask(engine, "catalogue.define_template", "2024-01-02T04:00:00Z",
        R"("course_type":"1","external_id":"S2","name":"Second \"unit\"","skills":[{"skill":"x","level":"1"}])");
    ask(engine, "catalogue.define_course", "2024-01-02T05:00:00Z",
        R"("course_template":"S1","external_id":"C1","location":"L1","starts_at":"2024-02-01T00:00:00Z",)"
        R"("ends_at":"2024-03-01T00:00:00Z","max_participants":2,"price":"12.5","currency":"AUD","tutors":["t1","t3"])");
    ask(engine, "catalogue.define_course", "2024-01-02T06:00:00Z",
        R"("course_template":"S2","external_id":"C2","location":"L1","starts_at":"2024-04-01T00:00:00Z",)"
        R"("ends_at":"2024-05-01T00:00:00Z")");
    ask(engine, "prerequisites.require_subject", "2024-01-02T07:00:00Z", R"("course_template":"S2","subject":"S1")");
}

inline void teach(Engine& engine) {
    ask(engine, "people.define_learner", "2024-01-03T00:00:00Z",
        R"("login":"Zoë","family_name":"Müller","birth_date":"2000-02-29","client_id":"Z1")");
    ask(engine, "people.define_learner", "2024-01-03T01:00:00Z",
        R"("login":"kim","first_name":"Kim","family_name":"Day","birth_date":"1999-01-01","client_id":"K1")");
    ask(engine, "registration.register_learner", "2024-01-10T00:00:00Z", R"("course":"C1","learner":"zoë")");
    ask(engine, "registration.register_learner", "2024-01-11T00:00:00Z", R"("course":"C1","learner":"kim")");
    ask(engine, "results.receive_grade", "2024-02-20T00:00:00Z",
        R"("course":"C1","learner":"zoë","grade_percent":"81.5","completion":"passed")");
    ask(engine, "registration.register_learner", "2024-03-10T00:00:00Z", R"("course":"C2","learner":"zoë")");
    ask(engine, "people.define_learner", "2024-03-11T00:00:00Z",
        R"("login":"Zoë","family_name":"Meyer","birth_date":"2000-02-29","client_id":"Z1","email":"z@example.org")");
    ask(engine, "finalise.finalise_unit", "2024-02-25T00:00:00Z",
        R"("course":"C1","learner":"kim","ending":"withdrawn","effective_on":"2024-02-25")");
}

/// The whole history over a store.
inline Kept make_history(std::unique_ptr<Store> store = make_memory_store()) {
    Kept kept = open_kept(std::move(store));
    import_organisation(*kept.engine);
    define_courses(*kept.engine);
    teach(*kept.engine);
    return kept;
}

/// Everything that a store holds, kind by kind.
inline std::vector<Record> everything(Store& store) {
    std::vector<Record> all;
    for (const RecordType* type : verbs::kinds()) {
        auto found = store.find({type, Key::by_id, {}, 0, 100'000});
        REQUIRE(found);
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

/// A store in memory that holds these records.
inline std::unique_ptr<Store> store_of(const std::vector<Record>& records) {
    auto store = make_memory_store();
    for (const Record& record : records) {
        Unit unit;
        unit.writes.push_back({record, 0});
        auto outcomes = store->commit(std::span(&unit, 1));
        REQUIRE(outcomes);
        REQUIRE(outcomes->front().state == Outcome::State::applied);
    }
    return store;
}

/// Writes a record over another of its id, or beside all others, as another tool would.
inline void overwrite(Store& store, const Record& record, const Record& before = {}) {
    Unit unit;
    unit.writes.push_back({record, before ? before.version() : 0});
    auto outcomes = store.commit(std::span(&unit, 1));
    REQUIRE(outcomes);
    REQUIRE(outcomes->front().state == Outcome::State::applied);
}

/// A copy of a record after `change` of its struct.
template <class T, class Change>
Record altered(const Record& record, Change change) {
    T copy = *record.get<T>();
    change(copy);
    return Record::of(std::move(copy));
}

/// The journal entries among records, in order.
inline std::vector<Record> entries_in(const std::vector<Record>& records) {
    std::vector<Record> entries;
    for (const Record& record : records) {
        if (record.get<audit::JournalEntry>() != nullptr) entries.push_back(record);
    }
    return entries;
}

}  // namespace provost::history
