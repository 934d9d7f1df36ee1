// Judging again: today's rules on the facts of then.
#include "audit/journal.hpp"
#include "audit/replay.hpp"
#include "unit/audit/history.hpp"

#include <provost/describe/json.hpp>

namespace {

using namespace provost::history;
using provost::Engine;
using provost::Record;
using provost::audit::JournalEntry;
using provost::audit::JournalHead;
using provost::audit::RejudgeReport;

RejudgeReport rejudged(Engine& engine) {
    const auto answer = engine.audit(R"({"audit":"rejudge"})");
    REQUIRE(answer);
    auto report = provost::from_json<RejudgeReport>(*answer);
    REQUIRE(report);
    return std::move(*report);
}

// The store as a forger would leave it who changes entries and then makes chain and state digests fit again.
template <class Change>
Kept forged(const std::vector<Record>& records, Change change) {
    std::vector<Record> result;
    provost::audit::Replay trial(provost::verbs::kinds());
    JournalEntry last;
    for (const Record& record : records) {
        const auto* entry = record.get<JournalEntry>();
        result.push_back(record);
        if (entry == nullptr) continue;
        last = *entry;
        change(last);
        provost::audit::Replay probe = trial;
        last.state = probe.apply(last).state;
        last.chain = provost::audit::chain_after(trial.chain(), last);
        REQUIRE(trial.apply(last).whole());
        result.back() = Record::of(last);
    }
    for (Record& record : result) {
        if (record.get<JournalHead>() == nullptr) continue;
        record = altered<JournalHead>(record, [&](auto& head) { head.state = last.state, head.chain = last.chain; });
    }
    return open_kept(store_of(result));
}

void replace(std::string& text, std::string_view old, std::string_view now) {
    const auto place = text.find(old);
    REQUIRE(place != text.npos);
    text.replace(place, old.size(), now);
}

const JournalEntry& entry_of(const std::vector<Record>& records, std::string_view verb) {
    const auto entries = entries_in(records);
    const auto found =
        std::ranges::find_if(entries, [&](const Record& r) { return r.get<JournalEntry>()->verb == verb; });
    REQUIRE(found != entries.end());
    return *found->get<JournalEntry>();
}

}  // namespace

TEST_CASE("today's rules decide as they did; what the journal did not keep is counted with the reason") {
    const auto kept = make_history();
    const auto report = rejudged(*kept.engine);
    CHECK(report.entries == 17);
    CHECK(report.judged == 13);
    CHECK(report.differences.empty());
    REQUIRE(report.skipped.size() == 2);
    CHECK(report.skipped[0].reason == "import");
    CHECK(report.skipped[0].entries == 1);
    CHECK(report.skipped[1].reason == "personal");
    CHECK(report.skipped[1].entries == 3);
}

TEST_CASE("the journal keeps no login and no name of a person in its requests") {
    const auto records = everything(*make_history().store);
    for (const Record& record : entries_in(records)) {
        std::string text;
        provost::write_json(text, record.type(), record.data());
        for (const std::string_view personal :
             {"zo\u00eb", "Zo\u00eb", "kim", "Kim", "ller", "Meyer", "1999", "Ada", "example"}) {
            CAPTURE(personal);
            CHECK(text.find(personal) == std::string::npos);
        }
    }
    const auto& registered = entry_of(records, "registration.register_learner");
    CHECK(registered.request.find(R"("learner":)") != std::string::npos);
    CHECK(registered.request.find(R"("ids":[)") != std::string::npos);
    CHECK(entry_of(records, "people.define_learner").request.size() == 32);
}

TEST_CASE("a fact of the past that was altered makes the decisions on it differ") {
    const auto records = everything(*make_history().store);
    auto kept = forged(records, [](JournalEntry& entry) {
        if (entry.verb != "catalogue.define_course" || entry.changes.find("\"C1\"") == entry.changes.npos) return;
        replace(entry.changes, "\"released\"", "\"locked\"");
    });
    const auto report = rejudged(*kept.engine);
    // The definition itself asks for a released course; both registrations in it are refused today.
    REQUIRE(report.differences.size() == 3);
    CHECK(report.differences[0].verb == "catalogue.define_course");
    CHECK(report.differences[0].verdict == provost::Verdict::accepted);
    for (std::size_t i = 1; i < 3; ++i) {
        CHECK(report.differences[i].verb == "registration.register_learner");
        CHECK(report.differences[i].verdict == provost::Verdict::refused);
        CHECK(report.differences[i].code.name() == "course.not-open");
        CHECK(report.differences[i].rules == "0.1");
    }
}

TEST_CASE("a request that asks for something else than was done is found") {
    const auto records = everything(*make_history().store);
    auto kept = forged(records, [](JournalEntry& entry) {
        if (entry.verb == "results.receive_grade") replace(entry.request, "\"81.5\"", "\"20\"");
    });
    const auto report = rejudged(*kept.engine);
    REQUIRE(report.differences.size() == 1);
    CHECK(report.differences[0].verb == "results.receive_grade");
}

TEST_CASE("a verb that is gone, and a request that can not be read any more, are differences") {
    const auto records = everything(*make_history().store);
    auto kept = forged(records, [](JournalEntry& entry) {
        if (entry.verb == "results.receive_grade") entry.verb = "results.gone";
        if (entry.verb == "finalise.finalise_unit") replace(entry.request, "\"ending\"", "\"ended\"");
    });
    const auto report = rejudged(*kept.engine);
    REQUIRE(report.differences.size() == 2);
    CHECK(report.differences[0].code.name() == "verb.unknown");
    CHECK(report.differences[1].code.name() == "key.unknown");
}

TEST_CASE("what rests on erased values is not judged again") {
    auto records = everything(*make_history().store);
    for (Record& record : records) {
        if (record.get<provost::audit::JournalPersonal>() == nullptr) continue;
        record = altered<provost::audit::JournalPersonal>(record, [](auto& beside) { beside.values.clear(); });
    }
    auto kept = open_kept(store_of(records));
    const auto report = rejudged(*kept.engine);
    CHECK(report.differences.empty());
    const auto erased = std::ranges::find(report.skipped, "erased", &provost::audit::Unjudged::reason);
    REQUIRE(erased != report.skipped.end());
    CHECK(erased->entries >= 5);
}

TEST_CASE("a journal that does not hold together is not judged again") {
    auto records = everything(*make_history().store);
    for (Record& record : records) {
        if (record.get<JournalEntry>() != nullptr && record.id() == 5) {
            record = altered<JournalEntry>(record, [](auto& entry) { entry.actor = "x"; });
        }
    }
    auto kept = open_kept(store_of(records));
    CHECK(kept.engine->audit(R"({"audit":"rejudge"})").error().code.name() == "audit.entry-changed");
}

TEST_CASE("an approved plan and a request with ids of its own are judged again on the same ids") {
    auto kept = make_history();
    const std::string request = R"("record":{"code":"S7","title":"Seventh"}})";
    const std::string head = R"({"verb":"catalogue.define_subject","recorded":"2024-06-01T00:00:00Z",)";
    const auto planned = kept.engine->run_document(head + R"("plan_only":true,)" + request);
    REQUIRE(planned);
    const auto answer = provost::from_json<provost::Answer>(*planned);
    REQUIRE(answer);
    REQUIRE(kept.engine->run_document(head + R"("approval":")" + answer->approval + "\"," + request));
    REQUIRE(kept.engine->run_document(R"({"verb":"catalogue.define_subject","recorded":"2024-06-02T00:00:00Z",)"
                                      R"("ids":[5000],"record":{"code":"S8","title":"Eighth"}})"));
    const auto report = rejudged(*kept.engine);
    CHECK(report.entries == 19);
    CHECK(report.judged == 15);
    CHECK(report.differences.empty());
}

TEST_CASE("what follows from a decision, and looks up more while it is decided, is judged again on the same ids") {
    auto kept = make_history();
    ask(*kept.engine, "catalogue.define_course", "2024-04-01T00:00:00Z",
        R"("course_template":"S1","external_id":"C3","location":"L1","starts_at":"2024-06-01T00:00:00Z",)"
        R"("ends_at":"2024-07-01T00:00:00Z","max_participants":0,"prerequisites_due":"2024-05-01T00:00:00Z",)"
        R"("cancel_unprepared":true)");
    ask(*kept.engine, "prerequisites.define_prerequisites", "2024-04-01T01:00:00Z",
        R"("course":"C3","bundles":[{"items":[{"course":"C2","minimum":"enrolled"}]}])");
    ask(*kept.engine, "registration.register_learner", "2024-04-02T00:00:00Z", R"("course":"C3","learner":"zoë")");
    ask(*kept.engine, "registration.catch_up", "2024-05-02T00:00:00Z", R"("course":"C3")");
    const auto report = rejudged(*kept.engine);
    CHECK(report.entries == 21);
    CHECK(report.judged == 17);  // names inside items are no personal values
    CHECK(report.differences.empty());
}
