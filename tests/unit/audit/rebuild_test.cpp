// Rebuilding: from the journal alone comes the same store.
#include "describe/columns_read.hpp"
#include "unit/audit/history.hpp"

#include <provost/describe/json.hpp>

namespace {

using namespace provost::history;
using provost::make_memory_store;
using provost::Record;
using provost::Store;

std::string as_text(const std::vector<Record>& records) {
    std::string text;
    for (const Record& record : records) {
        text += std::string(record.type().name) + ' ';
        provost::write_json(text, record.type(), record.data());
        text += '\n';
    }
    return text;
}

// The history without the records: only what is kept beside them.
std::unique_ptr<Store> journal_of(const std::vector<Record>& records) {
    std::vector<Record> kept;
    for (const Record& record : records) {
        if (record.type().role == provost::Role::bookkeeping) kept.push_back(record);
    }
    return store_of(kept);
}

}  // namespace

TEST_CASE("a store rebuilt from the journal alone holds the same records, journal and runs") {
    const auto records = everything(*make_history().store);
    const auto journal = journal_of(records);
    const auto made = make_memory_store();
    REQUIRE(provost::audit::rebuild(*journal, *made, secret));
    CHECK(as_text(everything(*made)) == as_text(records));
    const auto before = provost::audit::verify(*store_of(records), secret);
    const auto after = provost::audit::verify(*made, secret);
    REQUIRE(after);
    CHECK(after->clean());
    CHECK(after->state == before->state);
    CHECK(after->chain == before->chain);
}

TEST_CASE("an engine goes on where the rebuilt store ends") {
    const auto history = make_history();
    auto made = make_memory_store();
    REQUIRE(provost::audit::rebuild(*history.store, *made, secret));
    auto kept = open_kept(std::move(made));
    ask(*kept.engine, "catalogue.define_subject", "2024-06-01T00:00:00Z", R"("record":{"code":"S3","title":"Third"})");
    const auto report = provost::audit::verify(*kept.store, secret);
    REQUIRE(report);
    CHECK(report->clean());
    CHECK(report->entries == 18);
}

TEST_CASE("an engine is rebuilt into another one, which goes on with ids of its own") {
    const auto history = make_history();
    auto kept = open_kept(make_memory_store());
    // It takes ids before anything is written: records of the journal have them.
    REQUIRE(
        kept.engine->run_document(R"({"verb":"catalogue.define_subject","plan_only":true,"record":{"code":"S0"}})"));
    REQUIRE(history.engine->rebuild(*kept.engine));
    CHECK(kept.engine->journal()->chain == history.engine->journal()->chain);
    ask(*kept.engine, "catalogue.define_subject", "2024-06-01T00:00:00Z", R"("record":{"code":"S3","title":"Third"})");
    const auto report = provost::audit::verify(*kept.store, secret);
    REQUIRE(report);
    CHECK(report->clean());
    CHECK(history.engine->rebuild(*kept.engine).error().code.name() == "argument.invalid");
    CHECK(history.engine->rebuild(*history.engine).error().code.name() == "argument.invalid");
}

TEST_CASE("personal values that were erased stay absent in the rebuilt store, and everything else is there") {
    auto records = everything(*make_history().store);
    for (Record& record : records) {
        if (record.get<provost::audit::JournalPersonal>() == nullptr) continue;
        record = altered<provost::audit::JournalPersonal>(record, [](auto& beside) { beside.values.clear(); });
    }
    const auto made = make_memory_store();
    REQUIRE(provost::audit::rebuild(*store_of(records), *made, secret));
    const auto text = as_text(everything(*made));
    CHECK(text.find("Meyer") == std::string::npos);
    CHECK(text.find("kim") == std::string::npos);
    CHECK(text.find(R"("client_id":"K1")") != std::string::npos);
}

TEST_CASE("a journal that does not hold together is not rebuilt") {
    const auto records = everything(*make_history().store);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].get<provost::audit::JournalEntry>() == nullptr) continue;
        auto wrong = records;
        wrong[i] = altered<provost::audit::JournalEntry>(records[i], [](auto& entry) { entry.actor += 'x'; });
        const auto made = make_memory_store();
        const auto rebuilt = provost::audit::rebuild(*store_of(wrong), *made, secret);
        REQUIRE_FALSE(rebuilt);
        CHECK(rebuilt.error().code.name() == "audit.entry-changed");
        CHECK(rebuilt.error().parameters.front().value == std::to_string(records[i].id()));
        CHECK(everything(*made).empty());
    }
}

TEST_CASE("a store that holds something is not rebuilt into; another secret does not fit") {
    const auto history = make_history();
    const auto other = make_history();
    CHECK(provost::audit::rebuild(*history.store, *other.store, secret).error().code.name() == "argument.invalid");
    const auto made = make_memory_store();
    CHECK_FALSE(provost::audit::rebuild(*history.store, *made, "another"));
}
