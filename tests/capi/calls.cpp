// The table of calls.
#include "calls.hpp"

#include <array>

namespace capi_test {

namespace {

constexpr size_t to_nul = SIZE_MAX;

// Functions that answer a value: what they answer is looked at elsewhere.
template <class T>
provost_status used(T) {
    return PROVOST_OK;
}

constexpr auto table = std::to_array<Call>({
    {"provost_version", Subject::nothing, false, [](const Given&, provost_error**) { return used(provost_version()); }},
    {"provost_abi_version", Subject::nothing, false,
     [](const Given&, provost_error**) { return used(provost_abi_version()); }},
    {"provost_text_new", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_text_new(g.bytes, to_nul, g.out, e); }},
    {"provost_text_data", Subject::text, false,
     [](const Given& g, provost_error**) { return used(provost_text_data(g.text)); }},
    {"provost_text_size", Subject::text, false,
     [](const Given& g, provost_error**) { return used(provost_text_size(g.text)); }},
    {"provost_text_set", Subject::text, true,
     [](const Given& g, provost_error** e) { return provost_text_set(g.text, g.bytes, to_nul, e); }},
    {"provost_text_append", Subject::text, true,
     [](const Given& g, provost_error** e) { return provost_text_append(g.text, g.bytes, to_nul, e); }},
    {"provost_text_free", Subject::text, false,
     [](const Given& g, provost_error**) { return provost_text_free(g.text), PROVOST_OK; }},
    {"provost_error_status", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_status(g.failure)); }},
    {"provost_error_code", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_code(g.failure)); }},
    {"provost_error_message", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_message(g.failure)); }},
    {"provost_error_pointer", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_pointer(g.failure)); }},
    {"provost_error_file", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_file(g.failure)); }},
    {"provost_error_line", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_line(g.failure)); }},
    {"provost_error_column", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_column(g.failure)); }},
    {"provost_error_document", Subject::error, false,
     [](const Given& g, provost_error**) { return used(provost_error_document(g.failure)); }},
    {"provost_error_free", Subject::error, false,
     [](const Given& g, provost_error**) { return provost_error_free(g.failure), PROVOST_OK; }},
    {"provost_decide", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_decide(g.bytes, to_nul, g.out, e); }},
    {"provost_open", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_open(g.bytes, to_nul, nullptr, g.engine_out, e); }},
    {"provost_open_store", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_open_store(g.store, nullptr, g.engine_out, e); }},
    {"provost_run", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_run(g.engine, g.bytes, to_nul, g.out, e); }},
    {"provost_get", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_get(g.engine, g.bytes, to_nul, 1, g.out, e); }},
    {"provost_find", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_find(g.engine, g.bytes, to_nul, g.out, e); }},
    {"provost_journal", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_journal(g.engine, g.out, e); }},
    {"provost_audit", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_audit(g.engine, g.bytes, to_nul, g.out, e); }},
    {"provost_rebuild", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_rebuild(g.engine, g.engine, e); }},
    {"provost_schema", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_schema(g.bytes, to_nul, g.out, e); }},
    {"provost_sentence", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_sentence(g.bytes, to_nul, g.out, e); }},
    {"provost_verbs", Subject::nothing, true,
     [](const Given& g, provost_error** e) { return provost_verbs(g.out, e); }},
    {"provost_session_begin", Subject::engine, true,
     [](const Given& g,
        provost_error** e) { return provost_session_begin(g.engine, g.bytes, to_nul, g.session_out, e); }},
    {"provost_session_feed", Subject::session, true,
     [](const Given& g, provost_error** e) { return provost_session_feed(g.session, g.bytes, to_nul, e); }},
    {"provost_session_take", Subject::session, true,
     [](const Given& g, provost_error** e) { return provost_session_take(g.session, g.out, g.second_out, e); }},
    {"provost_session_finish", Subject::session, true,
     [](const Given& g, provost_error** e) { return provost_session_finish(g.session, g.out, e); }},
    {"provost_session_free", Subject::session, false,
     [](const Given& g, provost_error**) { return provost_session_free(g.session), PROVOST_OK; }},
    {"provost_bulk_open", Subject::nothing, true,
     [](const Given& g,
        provost_error** e) { return provost_bulk_open(g.bytes, to_nul, g.columns, g.bulk_out, g.out, e); }},
    {"provost_bulk_judge", Subject::bulk, true,
     [](const Given& g, provost_error** e) { return provost_bulk_judge(g.bulk, g.pairs, e); }},
    {"provost_bulk_free", Subject::bulk, false,
     [](const Given& g, provost_error**) { return provost_bulk_free(g.bulk), PROVOST_OK; }},
    {"provost_lms_run", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_lms_run(g.engine, g.lms, g.bytes, to_nul, g.out, e); }},
    {"provost_close", Subject::engine, true,
     [](const Given& g, provost_error** e) { return provost_close(g.engine, e); }},
});

}  // namespace

std::span<const Call> all_calls() { return table; }

}  // namespace capi_test
