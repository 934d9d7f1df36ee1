// Verifying: whatever is done to journal or records behind the engine's back is found and named.
#include "describe/columns_read.hpp"
#include "unit/audit/history.hpp"

#include <provost/describe/json.hpp>

#include <random>

namespace {

using namespace provost::history;
using provost::Engine;
using provost::Field;
using provost::JournalPosition;
using provost::Kind;
using provost::Record;
using provost::RecordType;
using provost::Store;
using provost::audit::JournalEntry;
using provost::audit::JournalHead;
using provost::audit::VerifyReport;

using Anchor = std::optional<JournalPosition>;

VerifyReport verified(Store& store, const Anchor& anchor = {}) {
    auto report = provost::audit::verify(store, secret, anchor);
    REQUIRE(report);
    return std::move(*report);
}

VerifyReport verified_copy(const std::vector<Record>& records, const Anchor& anchor = {}) {
    return verified(*store_of(records), anchor);
}

bool names(const VerifyReport& report, std::string_view kind, std::int64_t id) {
    return std::ranges::any_of(report.findings, [&](const auto& f) { return f.kind == kind && f.id == id; });
}

JournalPosition position_of(Engine& engine) {
    const auto position = engine.journal();
    REQUIRE(position);
    return *position;
}

// Another value in one member, whatever its kind.
void alter(const Field& field, void* record) {
    void* member = field.in(record);
    const auto& access = *field.access;
    const bool is_set = access.load != nullptr && access.present(member) && access.load(member) != 0;
    switch (access.kind) {
        case Kind::text: static_cast<std::string*>(member)->append("x"); break;
        case Kind::texts: static_cast<std::vector<std::string>*>(member)->push_back("x"); break;
        case Kind::numbers: static_cast<std::vector<std::int64_t>*>(member)->push_back(1); break;
        case Kind::record:
        case Kind::records: alter(access.target()->fields[0], access.add(member)); break;
        default: access.store(member, is_set ? access.load(member) - 1 : 1);
    }
}

Record altered_member(const Record& record, const Field& field) {
    const auto copy = record.type().copy(record.data());
    alter(field, copy.get());
    return {record.type(), copy};
}

// One bit of a member of an entry; false when the member has none.
bool flip(const Field& field, void* record, std::uint64_t where) {
    if (field.access->kind == Kind::text) {
        auto& text = *static_cast<std::string*>(field.in(record));
        if (text.empty()) return false;
        char& byte = text[where / 8 % text.size()];
        byte = static_cast<char>(byte ^ (1 << where % 8));
        return true;
    }
    if (!field.access->present(field.in(record))) return false;
    const auto bit = std::int64_t{1} << where % 40;
    field.access->store(field.in(record), field.access->load(field.in(record)) ^ bit);
    return true;
}

// The records with the entry of each number taken through `change`; null answers drop it.
template <class Change>
std::vector<Record> with_entries(const std::vector<Record>& records, Change change) {
    std::vector<Record> result;
    for (const Record& record : records) {
        if (const auto* entry = record.get<JournalEntry>()) {
            JournalEntry copy = *entry;
            if (change(copy)) result.push_back(Record::of(copy));
        } else {
            result.push_back(record);
        }
    }
    return result;
}

// Journal and head as they were after `entries`, with the personal values of then.
std::vector<Record> journal_cut(const std::vector<Record>& records, std::int64_t entries) {
    auto result = with_entries(records, [&](const JournalEntry& entry) { return entry.id.value <= entries; });
    const auto last = entries_in(result).back();
    for (Record& record : result) {
        if (record.get<JournalHead>() == nullptr) continue;
        record = altered<JournalHead>(record, [&](JournalHead& head) {
            head.entries = entries;
            head.state = last.get<JournalEntry>()->state;
            head.chain = last.get<JournalEntry>()->chain;
        });
    }
    return result;
}

// A list of values with another first one.
std::string first_replaced(std::string_view list, std::string_view value) {
    const auto values = provost::read_values(list);
    REQUIRE(values);
    std::string text = "[" + std::string(value);
    for (std::size_t i = 1; i < values->size(); ++i) text += ',' + (*values)[i];
    return text + "]";
}

}  // namespace

TEST_CASE("an untouched history verifies clean, with and without an anchor") {
    const auto kept = make_history();
    const auto position = position_of(*kept.engine);
    CHECK(position.entries == 17);
    const auto report = verified(*kept.store, position);
    CHECK(provost::to_json(report).find("findings") == std::string::npos);
    CHECK(report.entries == position.entries);
    CHECK(report.records == 30);
    CHECK(report.state == position.state);
    CHECK(report.chain == position.chain);
    CHECK(report.anchored);
    CHECK_FALSE(verified(*kept.store).anchored);
}

TEST_CASE("every earlier position is an anchor, and the beginning is one, too") {
    const auto kept = make_history();
    for (const Record& record : entries_in(everything(*kept.store))) {
        const auto& entry = *record.get<JournalEntry>();
        const auto report = verified(*kept.store, JournalPosition{entry.id.value, {}, entry.chain});
        CHECK(report.clean());
        CHECK(report.anchored);
    }
    CHECK(verified(*kept.store, JournalPosition{}).anchored);
}

TEST_CASE("an empty store verifies clean") {
    const auto store = provost::make_memory_store();
    CHECK(verified(*store).clean());
    CHECK_FALSE(verified(*store, JournalPosition{1, {}, "00"}).clean());
}

TEST_CASE("T47 each of 10,000 flipped bits of the journal is found") {
    const auto kept = make_history();
    auto entries = entries_in(everything(*kept.store));
    std::mt19937_64 random(47);
    const RecordType& type = provost::type_of<JournalEntry>();
    int flips = 0;
    while (flips < 10'000) {
        const Record& entry = entries[random() % entries.size()];
        const Field& field = type.fields[2 + random() % (type.fields.size() - 2)];
        const auto copy = type.copy(entry.data());
        if (!flip(field, copy.get(), random() >> 1U)) continue;
        ++flips;
        overwrite(*kept.store, {type, copy}, entry);
        const auto report = verified(*kept.store);
        if (!names(report, "journal_entry", entry.id())) FAIL(field.name);
        overwrite(*kept.store, entry, entry);
    }
    CHECK(verified(*kept.store).clean());
}

TEST_CASE("a flipped bit in the head is found") {
    const auto kept = make_history();
    const RecordType& type = provost::type_of<JournalHead>();
    const auto head = everything(*kept.store);
    const auto found = std::ranges::find_if(head, [](const Record& r) { return r.get<JournalHead>() != nullptr; });
    for (const std::string_view member : {"entries", "state", "chain"}) {
        for (std::uint64_t bit = 0; bit < 40; ++bit) {
            const auto copy = type.copy(found->data());
            REQUIRE(flip(*type.find(member), copy.get(), bit));
            overwrite(*kept.store, {type, copy}, *found);
            CHECK_FALSE(verified(*kept.store).clean());
            overwrite(*kept.store, *found, *found);
        }
    }
}

TEST_CASE("T47 a removed entry is found, whichever it is") {
    const auto records = everything(*make_history().store);
    for (std::int64_t gone = 1; gone <= 17; ++gone) {
        CAPTURE(gone);
        const auto left = with_entries(records, [&](const JournalEntry& entry) { return entry.id.value != gone; });
        CHECK(names(verified_copy(left), "journal_entry", gone));
    }
}

TEST_CASE("T47 an entry that was removed with those after it moved up is found") {
    const auto records = everything(*make_history().store);
    for (std::int64_t gone = 1; gone < 17; ++gone) {
        auto left = with_entries(records, [&](JournalEntry& entry) {
            if (entry.id.value == gone) return false;
            if (entry.id.value > gone) --entry.id.value;
            return true;
        });
        CHECK(names(verified_copy(left), "journal_entry", gone));
    }
}

TEST_CASE("T47 two swapped entries are found, whichever they are") {
    const auto records = everything(*make_history().store);
    for (std::int64_t a = 1; a <= 17; ++a) {
        for (std::int64_t b = a + 1; b <= 17; ++b) {
            const auto swapped = with_entries(records, [&](JournalEntry& entry) {
                entry.id.value = entry.id.value == a ? b : entry.id.value == b ? a : entry.id.value;
                return true;
            });
            const auto report = verified_copy(swapped);
            CHECK(names(report, "journal_entry", a));
            CHECK(names(report, "journal_entry", b));
        }
    }
}

TEST_CASE("T47 an inserted entry is found, wherever it is put") {
    const auto records = everything(*make_history().store);
    for (std::int64_t place = 1; place <= 18; ++place) {
        auto more = with_entries(records, [&](JournalEntry& entry) {
            if (entry.id.value >= place) ++entry.id.value;
            return true;
        });
        JournalEntry made;
        made.id = {place};
        made.version = 1;
        made.verb = "catalogue.define_subject";
        made.changes = "[]";
        more.push_back(Record::of(made));
        CHECK(names(verified_copy(more), "journal_entry", place));
    }
}

TEST_CASE("T47 a tail that was cut off is found by the head, and with head and records in step by an anchor") {
    const auto records = everything(*make_history().store);
    const auto last = entries_in(records).back();
    const JournalPosition anchor{17, {}, last.get<JournalEntry>()->chain};
    for (std::int64_t left = 1; left < 17; ++left) {
        CAPTURE(left);
        const auto cut = with_entries(records, [&](const JournalEntry& entry) { return entry.id.value <= left; });
        CHECK(names(verified_copy(cut), "journal_entry", left + 1));
        const auto report = verified_copy(journal_cut(records, left), anchor);
        CHECK(names(report, "journal_entry", 17));
        CHECK_FALSE(report.anchored);
    }
}

TEST_CASE("T47 a store that was taken back to an earlier moment is found with an anchor, and only so") {
    auto kept = open_kept(provost::make_memory_store());
    import_organisation(*kept.engine);
    define_courses(*kept.engine);
    const auto earlier = everything(*kept.store);
    teach(*kept.engine);
    const auto anchor = position_of(*kept.engine);
    CHECK(verified_copy(earlier).clean());
    const auto report = verified_copy(earlier, anchor);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().code.name() == "audit.anchor-missing");
}

TEST_CASE("a journal that was written anew to its end is found with an anchor") {
    const auto first = make_history();
    const auto anchor = position_of(*first.engine);
    auto other = open_kept(provost::make_memory_store());
    import_organisation(*other.engine);
    define_courses(*other.engine);
    ask(*other.engine, "catalogue.define_subject", "2024-01-02T08:00:00Z", R"("record":{"code":"S3","title":"Third"})");
    teach(*other.engine);
    CHECK(verified(*other.store).clean());
    CHECK_FALSE(verified(*other.store, anchor).anchored);
}

TEST_CASE("a changed record is found, whichever its kind and member") {
    const auto kept = make_history();
    int tried = 0;
    for (const Record& record : everything(*kept.store)) {
        if (record.type().role != provost::Role::record) continue;
        for (std::size_t i = 1; i < record.type().fields.size(); ++i) {
            const Record changed = altered_member(record, record.type().fields[i]);
            CAPTURE(record.type().name);
            CAPTURE(record.type().fields[i].name);
            overwrite(*kept.store, changed, record);
            const auto report = verified(*kept.store);
            REQUIRE(report.findings.size() == 1);
            CHECK(report.findings.front().code.name() == "audit.record-differs");
            CHECK(names(report, record.type().name, record.id()));
            CHECK(report.findings.front().entry > 0);
            overwrite(*kept.store, record, changed);
            ++tried;
        }
    }
    CHECK(tried > 150);
    CHECK(verified(*kept.store).clean());
}

TEST_CASE("a removed record and one that another tool added are found") {
    const auto records = everything(*make_history().store);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].type().role != provost::Role::record) continue;
        auto left = records;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        const auto report = verified_copy(left);
        REQUIRE(report.findings.size() == 1);
        CHECK(names(report, records[i].type().name, records[i].id()));
    }
    auto more = records;
    more.push_back(Record::of(provost::catalogue::Subject{{900}, 1, "S9", {}, {}, {}, true}));
    const auto report = verified_copy(more);
    REQUIRE(report.findings.size() == 1);
    CHECK(names(report, "subject", 900));
    CHECK(report.findings.front().entry == 0);
}

TEST_CASE("personal values beside the journal are checked against its digests; erased ones are right") {
    const auto kept = make_history();
    for (const Record& record : everything(*kept.store)) {
        if (record.get<provost::audit::JournalPersonal>() == nullptr) continue;
        const auto with = [&](const std::string& values) {
            const Record changed =
                altered<provost::audit::JournalPersonal>(record, [&](auto& p) { p.values = values; });
            overwrite(*kept.store, changed, record);
            auto report = verified(*kept.store);
            overwrite(*kept.store, record, changed);
            return report;
        };
        const auto& values = record.get<provost::audit::JournalPersonal>()->values;
        CHECK(with("").clean());
        CHECK(with(first_replaced(values, "null")).clean());
        CHECK(names(with(first_replaced(values, "\"x\"")), "journal_personal", record.id()));
        CHECK(names(with(first_replaced(values, "1,2")), "journal_personal", record.id()));
        CHECK(names(with("x"), "journal_personal", record.id()));
    }
}

TEST_CASE("findings are answered as a document, which holds no value") {
    const auto kept = make_history();
    const auto records = everything(*kept.store);
    for (const Record& record : records) {
        if (record.type().name != "learner") continue;
        overwrite(*kept.store, altered<provost::people::Learner>(record, [](auto& l) { l.family_name = "Secret"; }),
                  record);
    }
    const auto answer = kept.engine->audit(R"({"audit":"verify"})");
    REQUIRE(answer);
    CHECK(answer->find(R"({"code":"audit.record-differs","entry":)") != std::string::npos);
    CHECK(answer->find("Secret") == std::string::npos);
    CHECK(answer->find("Meyer") == std::string::npos);
    const auto position = position_of(*kept.engine);
    const auto head = kept.engine->audit(R"({"audit":"head"})");
    REQUIRE(head);
    CHECK(*head == provost::to_json(position));
    CHECK(kept.engine->audit(R"({"audit":"verify","anchor":)" + *head + "}")->find(R"("anchored":true)") !=
          std::string::npos);
    CHECK(kept.engine->audit(R"({"audit":"x"})").error().code.name() == "choice.unknown");
    CHECK(kept.engine->audit(R"({"audit":"verify","anchor":{"entries":-1}})").error().code.name() ==
          "value.out-of-range");
}

TEST_CASE("a report lists a thousand findings and counts the rest") {
    const auto kept = make_history();
    auto records = everything(*kept.store);
    for (std::int64_t i = 0; i < 1100; ++i) {
        records.push_back(
            Record::of(provost::catalogue::Subject{{1000 + i}, 1, "X" + std::to_string(i), {}, {}, {}, true}));
    }
    const auto report = verified_copy(records);
    CHECK(report.findings.size() == 1000);
    CHECK(report.unlisted == 100);
}
