// What is asked of an open engine: requests, reading, and the audits.
#include "documents.hpp"
#include "text.hpp"

#include <provost/describe/json.hpp>

namespace provost::capi {

namespace {

Result<std::string> find(Engine& engine, std::string_view document) {
    const auto query = from_json<FindQuery>(document);
    if (!query) return query.error();
    auto found = engine.find(*query);
    if (!found) return found.error();
    std::string list = "[";
    for (const std::string& record : *found) {
        if (list.size() > 1) list += ',';
        list += record;
    }
    return list + ']';
}

// The claimed engine's answer to `ask`, as the caller's text.
template <class Ask>
provost_status answer(provost_engine* engine, provost_text** out, provost_error** error, Ask ask) {
    if (out != nullptr) *out = nullptr;
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.engine(engine); !claimed) return claimed;
        if (out == nullptr) return null_argument("out");
        NewText text;
        Result<std::string> answered = ask(*engine->engine);
        if (!answered) return answered.error();
        text.give(std::move(*answered), out);
        return {};
    });
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;
using provost::Engine;
using provost::Result;

provost_status provost_run(provost_engine* engine, const char* request, size_t length, provost_text** out,
                           provost_error** error) {
    return answer(engine, out, error, [&](Engine& claimed) -> Result<std::string> {
        if (request == nullptr) return null_argument("request");
        return claimed.run_document(bytes_of(request, length));
    });
}

provost_status provost_get(provost_engine* engine, const char* kind, size_t length, int64_t id, provost_text** out,
                           provost_error** error) {
    return answer(engine, out, error, [&](Engine& claimed) -> Result<std::string> {
        if (kind == nullptr) return null_argument("kind");
        return claimed.get(bytes_of(kind, length), id);
    });
}

provost_status provost_find(provost_engine* engine, const char* query, size_t length, provost_text** out,
                            provost_error** error) {
    return answer(engine, out, error, [&](Engine& claimed) -> Result<std::string> {
        if (query == nullptr) return null_argument("query");
        return find(claimed, bytes_of(query, length));
    });
}

provost_status provost_journal(provost_engine* engine, provost_text** out, provost_error** error) {
    return answer(engine, out, error, [&](Engine& claimed) -> Result<std::string> {
        auto position = claimed.journal();
        if (!position) return position.error();
        return provost::to_json(*position);
    });
}

provost_status provost_audit(provost_engine* engine, const char* request, size_t length, provost_text** out,
                             provost_error** error) {
    return answer(engine, out, error, [&](Engine& claimed) -> Result<std::string> {
        if (request == nullptr) return null_argument("request");
        return claimed.audit(bytes_of(request, length));
    });
}

provost_status provost_rebuild(provost_engine* engine, provost_engine* to, provost_error** error) {
    return trap(error, [&]() -> Result<void> {
        Claim from;
        if (auto claimed = from.engine(engine); !claimed) return claimed;
        if (to == nullptr) return null_argument("to");
        if (to == engine) return wrong_argument("to");
        Claim made;
        if (auto claimed = made.engine(to); !claimed) return claimed;
        return engine->engine->rebuild(*to->engine);
    });
}
