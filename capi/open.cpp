// Opening engines and closing them.
#include "adapters.hpp"
#include "handles.hpp"

#include <provost/adapters/system_zones.hpp>
#include <provost/base/text.hpp>
#include <provost/open.hpp>

#include <unistd.h>

namespace provost::capi {

namespace {

// A given text must not be empty, so that a forgotten length does not go unnoticed.
Result<void> read_option(const char* given, size_t length, std::string& option) {
    if (given == nullptr) return {};
    option = bytes_of(given, length);
    return option.empty() ? Result<void>(wrong_argument("options")) : Result<void>();
}

Result<EngineOptions> read_options(const provost_options* given) {
    EngineOptions options;
    if (given == nullptr) return options;
    auto ours = sized(given, "options");
    if (!ours) return ours.error();
    if (auto owner = read_option(ours->owner, ours->owner_length, options.owner); !owner) return owner.error();
    if (auto secret = read_option(ours->secret, ours->secret_length, options.secret); !secret) return secret.error();
    static constexpr std::size_t largest_batch = 1'000'000;
    if (!valid_utf8(options.owner) || ours->batch > largest_batch) return wrong_argument("options");
    if (ours->now_ms != 0) options.now = Instant{std::chrono::milliseconds{ours->now_ms}};
    if (ours->batch != 0) options.batch = ours->batch;
    return options;
}

// The handle is made and registered first, so that nothing can fail once `open` has filled it.
template <class Open>
provost_status open_engine(const provost_options* options, provost_engine** out, provost_error** error, Open open) {
    if (out != nullptr) *out = nullptr;
    return trap(error, [&]() -> Result<void> {
        if (out == nullptr) return null_argument("out");
        auto given = read_options(options);
        if (!given) return given.error();
        auto handle = std::make_unique<provost_engine>();
        handle->process = getpid();
        Entry entry(handle.get(), Handle::engine);
        if (auto opened = open(std::move(*given), handle->engine); !opened) return opened;
        entry.keep();
        *out = handle.release();
        return {};
    });
}

Result<void> open_host_store(const provost_store* table, EngineOptions options, std::unique_ptr<Engine>& out) {
    auto store = make_host_store(table);
    if (!store) return store.error();
    HostStore& kept = **store;
    auto engine = Engine::open(std::move(*store), make_system_zones(), std::move(options));
    if (!engine) return engine.error();
    kept.take_over();
    out = std::move(*engine);
    return {};
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;
using provost::Engine;
using provost::Result;

provost_status provost_open(const char* path, size_t length, const provost_options* options, provost_engine** out,
                            provost_error** error) {
    return open_engine(options, out, error, [&](provost::EngineOptions given, std::unique_ptr<Engine>& engine) {
        if (path == nullptr) return Result<void>(null_argument("path"));
        const std::string name(bytes_of(path, length));
        if (name.empty() || name.find('\0') != name.npos) return Result<void>(wrong_argument("path"));
        auto opened = provost::open(name, std::move(given));
        if (!opened) return Result<void>(opened.error());
        engine = std::move(*opened);
        return Result<void>();
    });
}

provost_status provost_open_store(const provost_store* store, const provost_options* options, provost_engine** out,
                                  provost_error** error) {
    return open_engine(options, out, error, [&](provost::EngineOptions given, std::unique_ptr<Engine>& engine) {
        return open_host_store(store, std::move(given), engine);
    });
}

provost_status provost_close(provost_engine* engine, provost_error** error) {
    return trap(error, [&]() -> Result<void> {
        if (engine == nullptr) return {};
        Claim claim;
        auto claimed = claim.engine(engine);
        // In a child process the store is its parent's: only the handle is forgotten.
        if (!claimed && claimed.error().code == provost::find_code("handle.forked")) {
            leave(engine, Handle::engine);
            return {};
        }
        if (!claimed) return claimed;
        auto sessions = claim.retire();
        sessions.clear();
        delete engine;
        return {};
    });
}
