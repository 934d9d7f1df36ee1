// Erasing a person: which values go, what stays, and that the journal holds together all the while.
#include "contract/faulty_store.hpp"
#include "unit/audit/history.hpp"

#include <provost/describe/json.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/lms/lms.hpp>
#include <provost/people/learner.hpp>

namespace {

using namespace provost::history;
using provost::Answer;
using provost::EraseSummary;
using provost::from_json;
using provost::make_memory_store;
using provost::Record;
using provost::Store;
using provost::audit::RejudgeReport;
using provost::people::Learner;

Answer erase(provost::Engine& engine, const std::string& learner, const std::string& more = {}) {
    const auto answer = engine.run_document(R"({"verb":"people.erase_learner","detail":"reason","reason":"requested",)"
                                            R"("effective":"2024-06-01T00:00:00Z","learner":)" +
                                            learner + more + "}");
    REQUIRE(answer);
    return *from_json<Answer>(*answer);
}

EraseSummary run_session(provost::Engine& engine) {
    auto session = engine.begin(R"({"session":"erase","recorded":"2024-06-02T00:00:00Z"})");
    REQUIRE(session);
    const auto summary = (*session)->finish();
    REQUIRE(summary);
    return *from_json<EraseSummary>(*summary);
}

std::string text_of(Store& store) {
    std::string text;
    for (const Record& record : everything(store)) {
        if (record.get<provost::audit::Run>() != nullptr || record.get<provost::audit::JournalHead>() != nullptr) {
            continue;  // they count sessions
        }
        text += std::string(record.type().name) + ' ';
        provost::write_json(text, record.type(), record.data());
        text += '\n';
    }
    return text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What the history tells of Kim, and of nobody else.
void check_no_kim(const std::string& text) {
    for (const std::string_view value : {"kim", "Kim", "Day", "1999-01-01"}) {
        CAPTURE(value);
        CHECK_FALSE(holds(text, value));
    }
}

std::vector<std::string> learners_called(provost::Engine& engine, const std::string& login) {
    auto found = engine.find("learner", "login", {login}, 0, 10);
    REQUIRE(found);
    return *found;
}

// The text of a session's streams, and what it ends with; its actions are reported as applied.
std::string provision(provost::Engine& engine) {
    auto session = engine.begin(R"({"session":"lms.provision","recorded":"2024-07-01T00:00:00Z"})");
    REQUIRE(session);
    std::string all;
    provost::Chunk chunk;
    for (auto taken = (*session)->take(chunk); taken && *taken; taken = (*session)->take(chunk)) {
        all += chunk.bytes;
        for (auto at = chunk.bytes.find("\"op_id\":\""); at != std::string::npos;
             at = chunk.bytes.find("\"op_id\":\"", at + 1)) {
            const auto end = chunk.bytes.find('"', at + 9);
            const auto op_id = chunk.bytes.substr(at, end - at + 1);
            REQUIRE((*session)->feed("{" + op_id + ",\"remote_id\":\"r1\",\"status\":\"applied\"}\n"));
        }
    }
    REQUIRE((*session)->finish());
    return all;
}

}  // namespace

TEST_CASE("nobody is erased who still has something ahead; the answer names the place") {
    const auto kept = make_history();
    const auto before = text_of(*kept.store);
    const auto answer = erase(*kept.engine, "\"zo\u00eb\"");
    CHECK(answer.verdict == provost::Verdict::refused);
    CHECK(answer.sentence == "The learner has a place that has not ended: C2.");
    REQUIRE(answer.nearest.size() == 1);
    CHECK(answer.nearest[0].parameters[0].value == "C2");
    CHECK(text_of(*kept.store) == before);
}

TEST_CASE("values go from the record, from beside the journal, and from nobody else") {
    const auto kept = make_history();
    const auto answer = erase(*kept.engine, "\"KIM\"");
    REQUIRE(answer.verdict == provost::Verdict::accepted);
    const auto login = "erased-" + std::to_string(answer.id);
    CHECK(learners_called(*kept.engine, "kim").empty());
    const auto found = learners_called(*kept.engine, login);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == R"({"active":[{"from":"2024-01-03T01:00:00Z","until":"2024-06-01T00:00:00Z"}],)"
                      R"("client_id":"K1","erased_at":"2024-06-01T00:00:00Z","id":)" +
                          std::to_string(answer.id) +
                          R"(,"inactive":false,"inactive_reason":"none","is_test":false,"login":")" + login +
                          R"(","login_key":")" + login + R"(","privacy":false,"version":2})");
    CHECK(holds(text_of(*kept.store), "Kim"));  // beside the journal, until the session

    const auto before = kept.engine->journal();
    const auto summary = run_session(*kept.engine);
    CHECK(summary.learners == 1);
    CHECK(summary.entries == 5);  // the organisation, three definitions of learners, the erasure
    CHECK(summary.values == 5);   // login, its key, two names, birth date
    check_no_kim(text_of(*kept.store));
    CHECK(holds(text_of(*kept.store), "Meyer"));
    CHECK(holds(text_of(*kept.store), "M\u00fcller"));
    CHECK(holds(text_of(*kept.store), "Ada"));
    CHECK(kept.engine->journal()->chain == before->chain);
    CHECK(erase(*kept.engine, std::to_string(answer.id)).verdict == provost::Verdict::unchanged);
    CHECK(run_session(*kept.engine).values == 0);
}

TEST_CASE("training stays, and is exported without a name") {
    const auto kept = make_history();
    const auto id = erase(*kept.engine, "\"kim\"").id;
    run_session(*kept.engine);
    const auto places = kept.engine->find("enrolment", "learner", {std::to_string(id)}, 0, 10);
    REQUIRE(places->size() == 1);
    CHECK(holds(places->front(), "\"unit_status\":\"withdrawn\""));
    for (const std::string_view begin :
         {R"({"session":"enrolments"})",
          R"({"session":"statutory","collection_year":2024,"submitted_on":"2025-01-31"})"}) {
        auto session = kept.engine->begin(begin);
        REQUIRE(session);
        std::string all;
        provost::Chunk chunk;
        for (auto taken = (*session)->take(chunk); taken && *taken; taken = (*session)->take(chunk)) all += chunk.bytes;
        REQUIRE((*session)->finish());
        check_no_kim(all);
        CHECK(holds(all, begin.find("enrolments") != begin.npos ? "erased-" : "K1"));
    }
}

TEST_CASE("after an erasure the journal holds together, is rebuilt and judged again") {
    const auto kept = make_history();
    const auto id = erase(*kept.engine, "\"kim\"").id;
    run_session(*kept.engine);
    const auto report = provost::audit::verify(*kept.store, secret);
    REQUIRE(report);
    CHECK(report->clean());

    auto again = open_kept(make_memory_store());
    REQUIRE(kept.engine->rebuild(*again.engine));
    CHECK(again.engine->journal()->state == kept.engine->journal()->state);
    CHECK(provost::audit::verify(*again.store, secret)->clean());
    CHECK(text_of(*again.store) == text_of(*kept.store));
    CHECK(learners_called(*again.engine, "erased-" + std::to_string(id)).size() == 1);

    const auto rejudged = from_json<RejudgeReport>(*kept.engine->audit(R"({"audit":"rejudge"})"));
    REQUIRE(rejudged);
    CHECK(rejudged->differences.empty());
    const auto erased = std::ranges::find(rejudged->skipped, "erased", &provost::audit::Unjudged::reason);
    REQUIRE(erased != rejudged->skipped.end());
    CHECK(erased->entries == 3);  // Kim's registration, withdrawal and erasure
}

TEST_CASE("before the session the erasure itself is judged again like any other decision") {
    const auto kept = make_history();
    erase(*kept.engine, "\"kim\"");
    const auto rejudged = from_json<RejudgeReport>(*kept.engine->audit(R"({"audit":"rejudge"})"));
    REQUIRE(rejudged);
    CHECK(rejudged->differences.empty());
    CHECK(rejudged->judged == 14);
    const auto entry = entries_in(everything(*kept.store)).back();
    CHECK(holds(entry.get<provost::audit::JournalEntry>()->request, R"("reason":"requested")"));
}

TEST_CASE("a session that was killed is begun anew, and ends in the same state") {
    std::string whole;
    for (int failing = 0; failing <= 3; ++failing) {
        auto inner = make_memory_store();
        auto faulty = std::make_unique<provost::contract::FaultyStore>(*inner);
        auto* store = faulty.get();
        auto kept = make_history(std::move(faulty));
        // More entries with values than are looked at in one page, every third of them Kim's.
        for (int n = 0; n < 90; ++n) {
            const auto number = std::to_string(n);
            const auto who = n % 3 == 0 ? std::string(R"("login":"kim","client_id":"K1")")
                                        : R"("login":"other)" + number + R"(","client_id":"O)" + number + '"';
            ask(*kept.engine, "people.define_learner", "2024-05-01T00:00:00Z",
                R"("family_name":"Day)" + number + R"(","birth_date":"1999-01-01",)" + who);
        }
        erase(*kept.engine, "\"kim\"");
        if (failing > 0) {
            store->commits.assign(static_cast<std::size_t>(failing - 1), provost::contract::Fault::none);
            store->commits.push_back(provost::contract::Fault::failed);
            auto session = kept.engine->begin(R"({"session":"erase"})");
            REQUIRE(session);
            CHECK((*session)->finish().error().code.name() == "store.failed");
            CHECK(provost::audit::verify(*kept.store, secret)->clean());
        }
        store->commits = {provost::contract::Fault::stale};  // somebody else was faster once
        run_session(*kept.engine);
        CHECK(provost::audit::verify(*kept.store, secret)->clean());
        const auto text = text_of(*kept.store);
        CHECK_FALSE(holds(text, "kim"));
        CHECK_FALSE(holds(text, "Day87"));
        CHECK(holds(text, "Day88"));
        if (failing == 0) whole = text;
        CHECK(text == whole);
    }
}

TEST_CASE("of an imported batch only the erased person's values go") {
    const auto kept = make_history();
    auto import = kept.engine->begin(R"({"session":"import","preset":"learners","zone":"UTC"})");
    REQUIRE(import);
    REQUIRE(
        (*import)->feed("Login,First name,Family name,Birth date,Client ID\nlea,Lea,One,2001-01-01,L1\n"
                        "moe,Moe,Two,2002-02-02,M1\nnia,Nia,Three,2003-03-03,N1\n"));
    const auto imported = (*import)->finish();
    REQUIRE(imported);
    CAPTURE(*imported);
    REQUIRE(holds(*imported, R"("created":3)"));
    erase(*kept.engine, "\"moe\"");
    CHECK(run_session(*kept.engine).values == 5);
    const auto text = text_of(*kept.store);
    for (const std::string_view gone : {"moe", "Moe", "Two", "2002-02-02"}) CHECK_FALSE(holds(text, gone));
    for (const std::string_view stays : {"lea", "Lea", "Three", "2003-03-03"}) CHECK(holds(text, stays));
    CHECK(provost::audit::verify(*kept.store, secret)->clean());
}

TEST_CASE("the erased can begin nothing, and the same login is somebody new") {
    const auto kept = make_history();
    const auto id = erase(*kept.engine, "\"kim\"").id;
    run_session(*kept.engine);
    for (const std::string& name :
         {std::string("\"kim\""), "\"erased-" + std::to_string(id) + '"', std::to_string(id)}) {
        const auto answer = kept.engine->run_document(
            R"({"verb":"registration.register_learner","course":"C1","learner":)" + name + "}");
        REQUIRE(answer);
        CHECK(holds(*answer, R"("code":"learner.unknown")"));
    }
    const std::string kim = R"({"verb":"people.define_learner","login":"kim","family_name":"Day",)"
                            R"("birth_date":"1999-01-01","client_id":)";
    CHECK(holds(*kept.engine->run_document(kim + R"("K1"})"), R"("code":"client-id.taken")"));
    const auto defined = from_json<Answer>(*kept.engine->run_document(kim + R"("K2"})"));
    CHECK(defined->verdict == provost::Verdict::accepted);
    CHECK(defined->id != id);
    run_session(*kept.engine);
    CHECK(learners_called(*kept.engine, "kim").size() == 1);
    CHECK(provost::audit::verify(*kept.store, secret)->clean());
}

TEST_CASE("no login is written like that of an erased learner") {
    for (const std::string_view reserved : {"erased-1", "ERASED-007"}) {
        CHECK(provost::people::check_login(reserved).name() == "login.reserved");
    }
    for (const std::string_view free : {"erased-", "erased-x", "erased-1x", "eraser-1", "kim"}) {
        CHECK_FALSE(provost::people::check_login(free));
    }
}

TEST_CASE("access in the LMS goes off and the account is told to forget; what it never had it is not told of") {
    const auto kept = open_kept(make_memory_store());
    import_organisation(*kept.engine);
    define_courses(*kept.engine);
    ask(*kept.engine, "people.define_learner", "2024-01-03T01:00:00Z",
        R"("login":"kim","first_name":"Kim","family_name":"Day","birth_date":"1999-01-01","client_id":"K1")");
    ask(*kept.engine, "registration.register_learner", "2024-01-11T00:00:00Z",
        R"("course":"C1","learner":"kim","state":"passed")");
    CHECK(holds(provision(*kept.engine), R"("access":"active")"));
    // A place that the LMS does not know yet.
    ask(*kept.engine, "registration.register_learner", "2024-01-12T00:00:00Z",
        R"("course":"C2","learner":"kim","state":"passed")");
    const auto id = erase(*kept.engine, "\"kim\"").id;
    run_session(*kept.engine);
    const auto actions = provision(*kept.engine);
    check_no_kim(actions);
    CHECK(holds(actions, R"("kind":"upsert_learner","learner":"K1","login":"erased-)" + std::to_string(id)));
    CHECK(holds(actions,
                R"({"access":"suspended","cause":"erased","connection":"lms","container":"course","course":"C1")"));
    CHECK_FALSE(holds(actions, R"("course":"C2")"));
    CHECK(provision(*kept.engine).empty());
}

TEST_CASE("an account is told to forget even when its access was off already, and the LMS's own words go") {
    const auto kept = open_kept(make_memory_store());
    import_organisation(*kept.engine);
    define_courses(*kept.engine);
    ask(*kept.engine, "people.define_learner", "2024-01-03T01:00:00Z",
        R"("login":"kim","first_name":"Kim","family_name":"Day","birth_date":"1999-01-01","client_id":"K1")");
    ask(*kept.engine, "registration.register_learner", "2024-01-11T00:00:00Z", R"("course":"C1","learner":"kim")");
    CHECK(holds(provision(*kept.engine), R"("access":"active")"));
    ask(*kept.engine, "registration.cancel_place", "2024-02-01T00:00:00Z", R"("course":"C1","learner":"kim")");
    CHECK(holds(provision(*kept.engine), R"({"access":"suspended","cause":"ended")"));
    const auto accesses =
        kept.store->find({&provost::type_of<provost::lms::LmsEnrolment>(), provost::Key::by_id, {}, 0, 9});
    for (const Record& record : *accesses) {
        const auto words = altered<provost::lms::LmsEnrolment>(record, [](auto& key) {
            ++key.version;
            key.problem = "no account for Kim Day";
        });
        overwrite(*kept.store, words, record);
    }
    erase(*kept.engine, "\"kim\"");
    run_session(*kept.engine);
    const auto left = kept.engine->find("lms_enrolment", "", {}, 0, 9);
    CHECK(std::ranges::count_if(*left, [](const auto& one) { return holds(one, "no account for Kim"); }) ==
          static_cast<std::ptrdiff_t>(accesses->size()) - 1);
    const auto actions = provision(*kept.engine);
    CHECK(holds(actions, R"("login":"erased-)"));
    CHECK_FALSE(holds(actions, "upsert_enrolment"));  // it is suspended already
}

TEST_CASE("a session needs its right, and reads nothing") {
    const auto kept = make_history();
    CHECK(kept.engine->begin(R"({"session":"erase","actor":"a1"})").error().code.name() == "right.missing");
    auto session = kept.engine->begin(R"({"session":"erase"})");
    REQUIRE(session);
    CHECK((*session)->feed("x").error().code.name() == "argument.invalid");
    provost::Chunk chunk;
    REQUIRE(*(*session)->take(chunk));
    CHECK(chunk.stream == "progress");
    REQUIRE((*session)->finish());
    CHECK((*session)->finish().error().code.name() == "handle.closed");
}

TEST_CASE("values that do not belong to their entry are not touched") {
    const auto kept = make_history();
    erase(*kept.engine, "\"kim\"");
    for (const Record& record : everything(*kept.store)) {
        const auto* beside = record.get<provost::audit::JournalPersonal>();
        if (beside == nullptr || !holds(beside->values, "Kim")) continue;
        overwrite(*kept.store,
                  altered<provost::audit::JournalPersonal>(record,
                                                           [](auto& one) {
                                                               ++one.version;
                                                               one.values = R"(["Kim"])";
                                                           }),
                  record);
    }
    auto session = kept.engine->begin(R"({"session":"erase"})");
    REQUIRE(session);
    CHECK((*session)->finish().error().code.name() == "audit.entry-changed");
}

TEST_CASE("which kinds hold personal values: whoever adds one says here, and in the erasure, whose they are") {
    std::string kinds;
    for (const provost::RecordType* type : provost::verbs::kinds()) {
        if (std::ranges::any_of(type->fields, &provost::Field::is_personal)) kinds += std::string(type->name) + ' ';
    }
    // Of administrators, tutors, resources and the provider's contact the names are those of staff: define them anew.
    CHECK(kinds ==
          "provider administrator tutor learner client_details participant_change rating_comment resource "
          "program_change journal_personal ");
}

TEST_CASE("FIN-REP-01 what a learner stated goes with the learner's values, also what was told later") {
    const auto kept = make_history();
    ask(*kept.engine, "people.describe_client", "2024-03-12T00:00:00Z",
        R"("learner":"kim","title":"Dr","residence":{"street_name":"Wattle Lane"},"language":"2401")");
    ask(*kept.engine, "people.describe_client", "2024-03-13T00:00:00Z",
        R"("learner":"kim","title":"Dame","residence":{"street_name":"Wattle Lane"},"language":"2401")");
    REQUIRE(holds(text_of(*kept.store), "Wattle Lane"));
    REQUIRE(erase(*kept.engine, "\"kim\"").verdict == provost::Verdict::accepted);
    run_session(*kept.engine);
    for (const std::string_view value : {"Wattle", "Dame", "\"Dr\"", "2401"}) {
        CAPTURE(value);
        CHECK_FALSE(holds(text_of(*kept.store), value));
    }
}
