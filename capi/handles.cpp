// The register of living handles, and claims on engines. One lock guards both; it is held for a few instructions, and
// across a fork, so that the child finds it free.
#include "handles.hpp"

#include <pthread.h>
#include <unistd.h>

#include <mutex>
#include <unordered_map>

namespace provost::capi {

namespace {

struct Register {
    std::mutex mutex;
    std::unordered_map<const void*, Handle> living;
};

// Made at the first call, and never destroyed: hosts may free handles while the process ends.
Register& handles() {
    static Register* const made = [] {
        auto* const fresh = new Register;
        const auto lock = [] { handles().mutex.lock(); };
        const auto unlock = [] { handles().mutex.unlock(); };
        pthread_atfork(lock, unlock, unlock);
        return fresh;
    }();
    return *made;
}

}  // namespace

void enter(const void* handle, Handle kind) {
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    all.living[handle] = kind;
}

bool leave(const void* handle, Handle kind) noexcept {
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(handle);
    if (found == all.living.end() || found->second != kind) return false;
    all.living.erase(found);
    return true;
}

bool lives(const void* handle, Handle kind) noexcept {
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(handle);
    return found != all.living.end() && found->second == kind;
}

Error null_argument(std::string_view argument) {
    return {Status::invalid, "argument.null"_code, {}, {{"argument", std::string(argument)}}};
}

Error wrong_argument(std::string_view argument) {
    return {Status::invalid, "argument.invalid"_code, {}, {{"argument", std::string(argument)}}};
}

Error closed_handle() { return {Status::invalid, "handle.closed"_code}; }

// Called with the lock held and a living engine.
Result<void> Claim::take(provost_engine* engine) {
    if (engine->process != getpid()) return Error{Status::invalid, "handle.forked"_code};
    if (engine->busy) return Error{Status::busy, "handle.busy"_code};
    engine->busy = true;
    engine_ = engine;
    return {};
}

Result<void> Claim::engine(provost_engine* engine) {
    if (engine == nullptr) return null_argument("engine");
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(engine);
    if (found == all.living.end() || found->second != Handle::engine) return closed_handle();
    return take(engine);
}

Result<void> Claim::session(provost_session* session) {
    if (session == nullptr) return null_argument("session");
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(session);
    if (found == all.living.end() || found->second != Handle::session) return closed_handle();
    if (session->process != getpid()) return Error{Status::invalid, "handle.forked"_code};
    if (session->engine == nullptr) return closed_handle();
    return take(session->engine);
}

Claim::~Claim() {
    if (engine_ == nullptr) return;
    const std::lock_guard lock(handles().mutex);
    engine_->busy = false;
}

std::vector<std::unique_ptr<Session>> Claim::retire() {
    std::vector<std::unique_ptr<Session>> orphans;
    orphans.reserve(engine_->sessions.size());
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    for (provost_session* session : engine_->sessions) {
        orphans.push_back(std::move(session->session));
        session->engine = nullptr;
    }
    all.living.erase(std::exchange(engine_, nullptr));
    return orphans;
}

bool Claim::retire(provost_session* session) {
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(session);
    if (found == all.living.end() || found->second != Handle::session) return false;
    if (session->engine != nullptr && session->process == getpid()) {
        if (!take(session->engine)) return false;
        std::erase(session->engine->sessions, session);
    }
    all.living.erase(found);
    return true;
}

std::shared_ptr<const prerequisites::Bulk> held_by(const provost_bulk* bulk) noexcept {
    Register& all = handles();
    const std::lock_guard lock(all.mutex);
    const auto found = all.living.find(bulk);
    return found != all.living.end() && found->second == Handle::bulk ? bulk->held : nullptr;
}

}  // namespace provost::capi
