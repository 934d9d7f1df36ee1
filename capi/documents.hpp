// The documents of the C door that are no records, requests or answers: errors, queries, and what passes between the
// library and a host's store. provost.h says what they mean.
#pragma once

#include <provost/engine/engine.hpp>

namespace provost::capi {

/// An error, with everything that is known of it.
struct ErrorDocument {
    Status status = Status::ok;
    std::string code;
    std::string message;
    std::string pointer;
    std::string file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::vector<Parameter> parameters;
};

/// What a host's store is asked for; a query of the engine can say more (FindQuery).
struct QueryDocument {
    std::string kind;
    std::string index;
    std::vector<std::string> values;
    std::int64_t after = 0;
    std::int64_t limit = 1000;
};

struct KeysDocument {
    std::vector<Need> keys;
};

struct RecordsDocument {
    std::vector<std::string> documents;
};

struct FoundDocument {
    std::int64_t revision = 0;
    std::vector<RecordsDocument> found;
};

struct ReadVersion {
    std::string kind;
    std::int64_t id = 0;
    std::int64_t version = 0;
};

struct WrittenKey {
    std::string index;
    bool unique = false;
    std::vector<std::string> values;
};

struct WrittenRecord {
    std::string kind;
    std::int64_t id = 0;
    std::int64_t expected = 0;
    std::int64_t version = 0;
    bool takes_id = false;
    std::string document;
    std::vector<WrittenKey> keys;
};

struct UnitDocument {
    std::int64_t as_of = 0;
    std::vector<ReadVersion> reads;
    std::vector<WrittenRecord> writes;
};

struct UnitsDocument {
    std::vector<UnitDocument> units;
};

struct OutcomeDocument {
    Outcome::State state = Outcome::State::applied;
    std::int64_t revision = 0;
};

struct OutcomesDocument {
    std::vector<OutcomeDocument> outcomes;
};

struct TraitsDocument {
    std::string name;
    std::int64_t units_per_transaction = 1;
    std::int64_t bytes_per_transaction = 0;
    bool serializable = true;
};

/// A function of the host failed, or answered something that is no answer.
[[nodiscard]] Error callback_failed(std::string_view function, std::string detail);
/// Records of a kind, as the host's `function` gave them.
[[nodiscard]] Result<std::vector<Record>> records_in(const RecordsDocument& found, const RecordType& type,
                                                     std::string_view function);
[[nodiscard]] UnitDocument unit_document(const Unit& unit);

}  // namespace provost::capi

template <>
struct provost::Choices<provost::Status> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "ok", "No error."},
        {1, "invalid", "The caller sent something malformed."},
        {2, "not_found", "A named thing does not exist."},
        {3, "conflict", "The state moved, or the thing exists already."},
        {4, "limit", "An input is larger than its ceiling."},
        {5, "busy", "Try again later."},
        {6, "storage", "The store failed."},
        {7, "unsupported", "Not available in this build, format or version."},
        {8, "callback", "A function of the host failed."},
        {9, "internal", "A defect of this library."},
    });
};

template <>
struct provost::Choices<provost::Outcome::State> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "applied", "Written, wholly."},
        {1, "stale", "Something it rests on has moved; nothing of it was written."},
        {2, "failed", "Nothing of it was written, for another reason."},
    });
};

PROVOST_DESCRIBE(provost::capi::ErrorDocument, document, "error", "Why a call failed.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(status, "Who must act."), PROVOST_FIELD(code, "What happened, by name."),
                 PROVOST_FIELD(message, "The same in English."),
                 PROVOST_FIELD(pointer, "Where in the document, as JSON Pointer."),
                 PROVOST_FIELD(file, "Where in a file: its name."), PROVOST_FIELD(line, "Line from 1; 0 = not known."),
                 PROVOST_FIELD(column, "Column from 1; 0 = not known."),
                 PROVOST_FIELD(parameters, "Values that the message quotes, and more."));

PROVOST_DESCRIBE(provost::capi::QueryDocument, document, "query", "Records by the first values of an index.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "Kind of the records.").required(),
                 PROVOST_FIELD(index, "Name of the index; absent: id."),
                 PROVOST_FIELD(values, "Values of the first members; absent: all records of the kind.").at_most(3),
                 PROVOST_FIELD(after, "Only ids above.").between(0, provost::id_limit, ""),
                 PROVOST_FIELD(limit, "At most so many.").between(1, 1'000'000, ""));

PROVOST_DESCRIBE(provost::capi::KeysDocument, document, "keys", "Keys to look up.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(keys, "In this order."));

PROVOST_DESCRIBE(provost::capi::RecordsDocument, document, "documents", "Records as the store has them.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(documents, "Their JSON texts, in ascending order of id."));

PROVOST_DESCRIBE(
    provost::capi::FoundDocument, document, "found", "What stands under each key.", PROVOST_NO_INDEX,
    PROVOST_FIELD(revision, "The store's count of commits when it was read.").between(0, provost::id_limit, ""),
    PROVOST_FIELD(found, "One item per key, in order."));

PROVOST_DESCRIBE(provost::capi::ReadVersion, document, "read_version", "A record that a decision rests on.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "Kind of the record."), PROVOST_FIELD(id, "Its id."),
                 PROVOST_FIELD(version, "The version it must have; 0 = not there."));

PROVOST_DESCRIBE(provost::capi::WrittenKey, document, "written_key", "A key under which a record stands.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(index, "Name of the index."),
                 PROVOST_FIELD(unique, "No other record may have this as a unique key."),
                 PROVOST_FIELD(values, "Values of its members, as canonical text."));

PROVOST_DESCRIBE(provost::capi::WrittenRecord, document, "written_record", "A record as it shall be.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(kind, "Kind of the record."), PROVOST_FIELD(id, "Its id."),
                 PROVOST_FIELD(expected, "The version it must have now; 0 = not there."),
                 PROVOST_FIELD(version, "The version it shall have."),
                 PROVOST_FIELD(takes_id, "Its id is used up; false for records that number themselves."),
                 PROVOST_FIELD(document, "Its JSON text."),
                 PROVOST_FIELD(keys, "All its keys; the ones before are void."));

PROVOST_DESCRIBE(provost::capi::UnitDocument, document, "unit", "What is written wholly or not at all.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(as_of, "Revision at which everything was read; 0 = not known."),
                 PROVOST_FIELD(reads, "What it rests on."), PROVOST_FIELD(writes, "What it changes."));

PROVOST_DESCRIBE(provost::capi::UnitsDocument, document, "units", "Units to commit.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(units, "In this order."));

PROVOST_DESCRIBE(provost::capi::OutcomeDocument, document, "outcome", "What became of a unit.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(state, "Whether it was written."),
                 PROVOST_FIELD(revision, "The store's count of commits after it.").between(0, provost::id_limit, ""));

PROVOST_DESCRIBE(provost::capi::OutcomesDocument, document, "outcomes", "What became of each unit.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(outcomes, "One per unit, in order."));

PROVOST_DESCRIBE(provost::capi::TraitsDocument, document, "traits", "What a store can do.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Its name."),
                 PROVOST_FIELD(units_per_transaction, "Units that it commits together.").between(1, 1 << 20, ""),
                 PROVOST_FIELD(bytes_per_transaction, "0 = no limit.").between(0, provost::id_limit, ""),
                 PROVOST_FIELD(serializable, "Whether its transactions are serialisable."));
