// An engine and its sessions as Python holds them: closed in the right order, refused after a fork, used by one thread
// at a time, and never waited for with the GIL held.
#pragma once

#include "module.hpp"

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <vector>

#include <sys/types.h>

namespace provost::python {

/// Since 0.1. Every function takes and leaves the GIL held, and may throw Failure.
class EngineHandle {
public:
    EngineHandle(std::unique_ptr<Engine> engine, std::shared_ptr<Raised> raised);
    EngineHandle(const EngineHandle&) = delete;
    EngineHandle& operator=(const EngineHandle&) = delete;
    ~EngineHandle();

    /// Ends all sessions, then the engine. Closing twice is allowed.
    void close();
    [[nodiscard]] bool closed() const { return closed_; }

    /// What `work` answers of the engine.
    template <class Work>
    auto with_engine(Work work) {
        return enter([&] {
            using Answer = std::invoke_result_t<Work, Engine&>;
            if (engine_ == nullptr) return Answer(closed_error());
            return work(*engine_);
        });
    }
    /// What `work` answers of a session.
    template <class Work>
    auto with_session(std::int64_t number, Work work) {
        return enter([&] {
            using Answer = std::invoke_result_t<Work, Session&>;
            const auto found = sessions_.find(number);
            if (found == sessions_.end()) return Answer(closed_error());
            return work(*found->second);
        });
    }
    [[nodiscard]] std::int64_t begin(std::string_view document);
    /// Engine::rebuild into the store of another handle; neither serves anybody else meanwhile.
    void rebuild(EngineHandle& to);
    /// Ends a session; out of a call of the engine itself, or in a forked child, as `drop` does.
    void end(std::int64_t number);
    /// Ends a session some time soon: may be called by a destructor, whoever is at work.
    void drop(std::int64_t number);

private:
    [[nodiscard]] static Error closed_error();
    void check_usable() const;
    // What ends programs (KeyboardInterrupt, SystemExit) is no failure of an adapter, whatever became of the call.
    static void go_on_unless_ended(const py::object& cause);
    [[noreturn]] static void fail(Error error, py::object cause);
    void end_dropped();

    /// MIS-05: the GIL is released before the engine is waited for and while it works; adapters.cpp takes it again
    /// round each call of a Python adapter.
    template <class Work>
    auto enter(Work work) {
        check_usable();
        auto result = [&] {
            const py::gil_scoped_release unlocked;
            const std::lock_guard one(gate_);
            const Inside inside(*this);
            end_dropped();
            return work();
        }();
        py::object cause = raised_ ? raised_->take() : py::object();
        go_on_unless_ended(cause);
        if (!result) fail(result.error(), std::move(cause));
        if constexpr (!std::is_same_v<decltype(result), Result<void>>) return std::move(*result);
    }

    // Marks the thread at work, so that an adapter that calls back into its own engine is told so instead of waiting
    // for itself.
    class Inside {
    public:
        explicit Inside(EngineHandle& handle) : handle_(handle) { handle_.worker_ = std::this_thread::get_id(); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;
        ~Inside() { handle_.worker_ = std::thread::id(); }

    private:
        EngineHandle& handle_;
    };

    std::unique_ptr<Engine> engine_;
    std::map<std::int64_t, std::unique_ptr<Session>> sessions_;
    std::shared_ptr<Raised> raised_;
    std::int64_t last_session_ = 0;
    pid_t process_;
    std::atomic<bool> closed_ = false;
    std::mutex gate_;
    std::atomic<std::thread::id> worker_{};
    std::mutex dropped_gate_;
    std::vector<std::int64_t> dropped_;
};

/// A session as Python holds it: a number of its engine, which it keeps alive.
class SessionHandle {
public:
    SessionHandle(std::shared_ptr<EngineHandle> engine, std::int64_t number)
        : engine_(std::move(engine)), number_(number) {}
    SessionHandle(const SessionHandle&) = delete;
    SessionHandle& operator=(const SessionHandle&) = delete;
    ~SessionHandle() { engine_->drop(number_); }

    void close() {
        if (const auto number = std::exchange(number_, 0)) engine_->end(number);
    }
    template <class Work>
    auto with_session(Work work) {
        return engine_->with_session(number_, work);
    }

private:
    std::shared_ptr<EngineHandle> engine_;
    std::int64_t number_;
};

}  // namespace provost::python
