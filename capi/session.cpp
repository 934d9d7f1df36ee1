// Sessions: a claim on their engine for each call.
#include "text.hpp"

#include <unistd.h>

using namespace provost::capi;
using provost::Result;

provost_status provost_session_begin(provost_engine* engine, const char* document, size_t length, provost_session** out,
                                     provost_error** error) {
    if (out != nullptr) *out = nullptr;
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.engine(engine); !claimed) return claimed;
        if (document == nullptr) return null_argument("document");
        if (out == nullptr) return null_argument("out");
        auto begun = engine->engine->begin(bytes_of(document, length));
        if (!begun) return begun.error();
        auto handle = std::make_unique<provost_session>();
        handle->session = std::move(*begun);
        handle->engine = engine;
        handle->process = getpid();
        engine->sessions.reserve(engine->sessions.size() + 1);
        enter(handle.get(), Handle::session);
        engine->sessions.push_back(handle.get());
        *out = handle.release();
        return {};
    });
}

provost_status provost_session_feed(provost_session* session, const char* bytes, size_t length, provost_error** error) {
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.session(session); !claimed) return claimed;
        if (bytes == nullptr && length != 0) return null_argument("bytes");
        return session->session->feed(bytes_of(bytes, length));
    });
}

provost_status provost_session_take(provost_session* session, provost_text** stream, provost_text** bytes,
                                    provost_error** error) {
    if (stream != nullptr) *stream = nullptr;
    if (bytes != nullptr) *bytes = nullptr;
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.session(session); !claimed) return claimed;
        if (stream == nullptr) return null_argument("stream");
        if (bytes == nullptr) return null_argument("bytes");
        NewText name;
        NewText content;
        provost::Chunk chunk;
        auto taken = session->session->take(chunk);
        if (!taken) return taken.error();
        if (!*taken) return {};
        name.give(std::move(chunk.stream), stream);
        content.give(std::move(chunk.bytes), bytes);
        return {};
    });
}

provost_status provost_session_finish(provost_session* session, provost_text** summary, provost_error** error) {
    if (summary != nullptr) *summary = nullptr;
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.session(session); !claimed) return claimed;
        if (summary == nullptr) return null_argument("summary");
        NewText text;
        auto finished = session->session->finish();
        if (!finished) return finished.error();
        text.give(std::move(*finished), summary);
        return {};
    });
}

void provost_session_free(provost_session* session) {
    trap_value(false, [&] {
        Claim claim;
        if (!claim.retire(session)) return false;
        const std::unique_ptr<provost_session> ended(session);
        // In a child process the engine behind it is its parent's: only the handle is forgotten.
        if (session->process != getpid()) static_cast<void>(session->session.release());
        return true;
    });
}
