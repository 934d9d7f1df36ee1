// The door for a host that keeps the records itself; the names and schemas of documents, and the sentences of reasons.
#include "documents.hpp"
#include "engine/pure_decide.hpp"
#include "engine/request_document.hpp"
#include "text.hpp"
#include "verbs/verb.hpp"

#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/prerequisites/bulk.hpp>

namespace provost::capi {

namespace {

// The zones of this machine, found at the first call and kept to the very end of the process.
const ZoneFinder& zones() {
    static const ZoneFinder& found = *make_system_zones().release();
    return found;
}

Instant now() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

constexpr auto documents = std::to_array<const RecordType*>({
    &type_of<Answer>(),
    &type_of<ErrorDocument>(),
    &type_of<SessionRequest>(),
    &type_of<ImportSummary>(),
    &type_of<JournalPosition>(),
    &type_of<AuditRequest>(),
    &type_of<audit::VerifyReport>(),
    &type_of<audit::RejudgeReport>(),
    &type_of<engine::DecideDocument>(),
    &type_of<prerequisites::BulkDocument>(),
    &type_of<prerequisites::BulkSummary>(),
    &type_of<FindQuery>(),
    &type_of<QueryDocument>(),
    &type_of<KeysDocument>(),
    &type_of<FoundDocument>(),
    &type_of<RecordsDocument>(),
    &type_of<UnitsDocument>(),
    &type_of<OutcomesDocument>(),
    &type_of<TraitsDocument>(),
});

const RecordType* find_document(std::string_view name) {
    if (const verbs::Verb* verb = verbs::find(name)) return verb->request;
    if (const RecordType* kind = verbs::find_kind(name)) return kind;
    const auto found = std::ranges::find(documents, name, &RecordType::name);
    return found == documents.end() ? nullptr : *found;
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;

provost_status provost_decide(const char* document, size_t length, provost_text** answer, provost_error** error) {
    if (answer != nullptr) *answer = nullptr;
    return trap(error, [&]() -> provost::Result<void> {
        if (document == nullptr) return null_argument("document");
        if (answer == nullptr) return null_argument("answer");
        NewText text;
        auto decided = provost::engine::decide_document(bytes_of(document, length), zones(), now());
        if (!decided) return decided.error();
        text.give(std::move(*decided), answer);
        return {};
    });
}

provost_status provost_schema(const char* name, size_t length, provost_text** schema, provost_error** error) {
    if (schema != nullptr) *schema = nullptr;
    return trap(error, [&]() -> provost::Result<void> {
        if (name == nullptr) return null_argument("name");
        if (schema == nullptr) return null_argument("schema");
        const provost::RecordType* type = find_document(bytes_of(name, length));
        if (type == nullptr) return provost::engine::no_kind(bytes_of(name, length), {});
        NewText text;
        text.give(provost::json_schema(*type), schema);
        return {};
    });
}

provost_status provost_sentence(const char* reason, size_t length, provost_text** sentence, provost_error** error) {
    if (sentence != nullptr) *sentence = nullptr;
    return trap(error, [&]() -> provost::Result<void> {
        if (reason == nullptr) return null_argument("reason");
        if (sentence == nullptr) return null_argument("sentence");
        const auto read = provost::from_json<provost::Reason>(bytes_of(reason, length));
        if (!read) return read.error();
        NewText text;
        text.give(read->code ? provost::sentence(read->code, read->parameters) : std::string(), sentence);
        return {};
    });
}

provost_status provost_verbs(provost_text** names, provost_error** error) {
    if (names != nullptr) *names = nullptr;
    return trap(error, [&]() -> provost::Result<void> {
        if (names == nullptr) return null_argument("names");
        NewText text;
        std::string list;
        for (const provost::verbs::Verb& verb : provost::verbs::all()) {
            list += list.empty() ? '[' : ',';
            provost::write_json_text(list, verb.name);
        }
        text.give(list + ']', names);
        return {};
    });
}
