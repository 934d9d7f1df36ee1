// Every function of provost.h and provost_lms.h as a row of one table, so that each can be called with the same bad
// arguments.
#pragma once

#include "provost_lms.h"

#include <span>

namespace capi_test {

/// What a row may use as arguments; null where a test wants NULL.
struct Given {
    provost_engine* engine = nullptr;
    provost_session* session = nullptr;
    provost_bulk* bulk = nullptr;
    provost_text* text = nullptr;
    provost_error* failure = nullptr;
    const char* bytes = nullptr;  // NUL-terminated
    provost_text** out = nullptr;
    provost_text** second_out = nullptr;
    provost_engine** engine_out = nullptr;
    provost_session** session_out = nullptr;
    provost_bulk** bulk_out = nullptr;
    const provost_columns* columns = nullptr;
    const provost_pairs* pairs = nullptr;
    const provost_store* store = nullptr;
    const provost_lms* lms = nullptr;
};

/// What a function works on: it must find out when that is closed, busy or forked.
enum class Subject { nothing, text, error, engine, session, bulk };

struct Call {
    const char* name;
    Subject subject;
    bool fallible;  // returns a status of its own
    provost_status (*call)(const Given&, provost_error**);
};

/// In the order of the header.
std::span<const Call> all_calls();

}  // namespace capi_test
