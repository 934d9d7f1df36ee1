// The structs behind the names of provost.h, the register of those that live, and trap(): the one way into every entry
// point. A handle is looked up in the register before it is touched, so that closed, freed and foreign pointers are
// found without reading their memory; engines are claimed there for the time of a call.
#pragma once

#include "provost.h"

#include "base/code_table.hpp"

#include <provost/engine/engine.hpp>
#include <provost/prerequisites/bulk.hpp>

#include <sys/types.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace provost::capi {

enum class Handle : std::uint8_t { none, text, error, engine, session, bulk };

/// Puts a handle into the register, or takes it out (false: it was not there).
void enter(const void* handle, Handle kind);
bool leave(const void* handle, Handle kind) noexcept;
[[nodiscard]] bool lives(const void* handle, Handle kind) noexcept;

/// A handle's place in the register, given up again unless it is kept.
class Entry {
public:
    Entry(const void* handle, Handle kind) : handle_(handle), kind_(kind) { enter(handle, kind); }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    ~Entry() {
        if (handle_ != nullptr) leave(handle_, kind_);
    }
    void keep() { handle_ = nullptr; }

private:
    const void* handle_;
    Handle kind_;
};

[[nodiscard]] Error null_argument(std::string_view argument);
[[nodiscard]] Error wrong_argument(std::string_view argument);
[[nodiscard]] Error closed_handle();

/// Makes the caller's error object, and answers its status.
provost_status fail(provost_error** out, const Error& error) noexcept;
provost_status fail_out_of_memory(provost_error** out) noexcept;
provost_status fail_by_defect(provost_error** out) noexcept;

/// Bytes given as pointer and length; SIZE_MAX: ends with a NUL.
[[nodiscard]] inline std::string_view bytes_of(const char* bytes, size_t length) {
    if (bytes == nullptr) return {};
    return {bytes, length == SIZE_MAX ? std::strlen(bytes) : length};
}

/// A struct of the caller, as long as the caller's version of it; what it lacks is zero.
template <class T>
[[nodiscard]] Result<T> sized(const T* given, std::string_view name) {
    static constexpr std::size_t longest = 4096;
    std::size_t size = 0;
    std::memcpy(&size, given, sizeof size);
    if (size < sizeof size || size > longest) return wrong_argument(name);
    T ours{};
    std::memcpy(&ours, given, std::min(size, sizeof ours));
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    const bool understood = size <= sizeof ours || std::all_of(bytes + sizeof ours, bytes + size,
                                                               [](unsigned char byte) { return byte == 0; });
    if (understood) return ours;
    Error error = wrong_argument(name);
    error.status = Status::unsupported;
    return error;
}

/// The test build throws from here in any entry point.
#ifdef PROVOST_FAULTS
extern void (*test_fault)();
inline void fault() {
    if (test_fault != nullptr) test_fault();
}
#else
inline void fault() {}
#endif

/// Carries out the work of an entry point that can fail: nothing is thrown out of it.
template <class Work>
provost_status trap(provost_error** error, Work&& work) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        fault();
        const Result<void> done = work();
        return done ? PROVOST_OK : fail(error, done.error());
    } catch (const std::bad_alloc&) {
        return fail_out_of_memory(error);
    } catch (...) {
        return fail_by_defect(error);
    }
}

/// The same for one that answers a value by itself: `otherwise` when something is thrown.
template <class T, class Work>
T trap_value(T otherwise, Work&& work) noexcept {
    try {
        fault();
        return work();
    } catch (...) {
        return otherwise;
    }
}

/// An engine that is in use by one call, through its own handle or one of its sessions'.
class Claim {
public:
    [[nodiscard]] Result<void> engine(provost_engine* engine);
    [[nodiscard]] Result<void> session(provost_session* session);
    Claim() = default;
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    ~Claim();
    /// Takes the claimed engine out of the register; its sessions have none from then on, and are handed over.
    [[nodiscard]] std::vector<std::unique_ptr<Session>> retire();
    /// Claims the engine of a session, and takes the session out of the register and away from it; false when it is
    /// none, or its engine is in use. What ends with the session may write to the store.
    [[nodiscard]] bool retire(provost_session* session);

private:
    [[nodiscard]] Result<void> take(provost_engine* engine);
    provost_engine* engine_ = nullptr;
};

/// What a bulk holds, kept as long as the caller needs it, whoever frees the handle meanwhile; null when it is none.
[[nodiscard]] std::shared_ptr<const prerequisites::Bulk> held_by(const provost_bulk* bulk) noexcept;

}  // namespace provost::capi

struct provost_bulk {
    std::shared_ptr<const provost::prerequisites::Bulk> held;
};

struct provost_engine {
    std::unique_ptr<provost::Engine> engine;
    std::vector<provost_session*> sessions;
    pid_t process = 0;
    bool busy = false;
};

struct provost_session {
    std::unique_ptr<provost::Session> session;  // empty once the engine is closed
    provost_engine* engine = nullptr;           // null once the engine is closed
    pid_t process = 0;
};
