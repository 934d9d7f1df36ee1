// Provisioning in step mode. Marks become due keys, each is worked out and written down, the plan is counted, and what
// no guard holds is handed out page by page; its reports settle it. Killed at any point, the next run goes on: what was
// handed out and not reported is looked up before it is repeated.
#include "engine/json_lines.hpp"
#include "engine/lms_expand.hpp"
#include "engine/lms_sending.hpp"
#include "engine/lms_sessions.hpp"

#include <utility>

namespace provost::engine {

namespace {

using lms::ActionOutcome;
using lms::RunState;

class Provisioning final : public Session {
public:
    Provisioning(Core& core, const SessionRequest& request)
        : run_(core, request, lms::RunKind::provision), planner_(run_), sending_(run_, planner_, summary_) {}
    [[nodiscard]] Result<void> find_connection() { return run_.find_connection(); }
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> plan();
    [[nodiscard]] Result<bool> next_page(std::string& actions);
    [[nodiscard]] lms::SyncRun outcome() const;
    [[nodiscard]] const std::string& actor() const { return run_.request().actor; }

    LmsRun run_;
    LmsPlanner planner_;
    ProvisioningSummary summary_;
    LmsSending sending_;
    LineBuffer reports_;
    bool planned_ = false;
    bool hash_given_ = false;
    bool finished_ = false;
};

Result<void> Provisioning::plan() {
    planned_ = true;
    if (auto expanded = expand_marks(run_); !expanded) return expanded;
    if (auto ahead = planner_.look_ahead(); !ahead) return ahead;
    const PlanCounts& counts = planner_.counts();
    summary_.settled = counts.settled;
    summary_.grants = counts.grants;
    summary_.revokes = counts.revokes;
    summary_.edits = counts.edits;
    summary_.accounts = counts.accounts;
    return {};
}

// Pages until one has actions; false at the end. Keys that were looked up go on at once.
Result<bool> Provisioning::next_page(std::string& actions) {
    while (actions.empty()) {
        if (sending_.stopped_by()) return false;
        auto works = planner_.next_page(sending_.open());
        if (!works) return works.error();
        if (works->empty()) {
            if (run_.request().dry_run || !sending_.takes_up_again()) return false;
            if (auto again = planner_.restart(sending_.open()); !again) return again.error();
            continue;
        }
        if (run_.request().dry_run) {
            sending_.show(*works, actions);
        } else if (auto handed = sending_.hand_out(std::move(*works), actions); !handed) {
            return handed.error();
        }
    }
    return true;
}

Result<bool> Provisioning::take(Chunk& chunk) {
    const std::lock_guard lock(run_.core().mutex());
    if (finished_) return false;  // the lease was given back
    if (auto kept = run_.keep(); !kept) return kept.error();
    if (!planned_) {
        if (auto planned = plan(); !planned) return planned.error();
    }
    if (!planner_.approval().empty() && !std::exchange(hash_given_, true)) {
        chunk = {"approval", planner_.approval()};
        return true;
    }
    chunk = {run_.request().dry_run ? "plan" : "actions", {}};
    return next_page(chunk.bytes);
}

Result<void> Provisioning::feed(std::string_view bytes) {
    std::vector<ActionOutcome> outcomes;
    std::optional<Error> wrong;
    reports_.feed(bytes, [&](std::string_view line) {
        auto outcome = from_json<ActionOutcome>(line);
        if (outcome) {
            outcomes.push_back(std::move(*outcome));
        } else {
            wrong = outcome.error();
        }
        return !wrong;
    });
    if (wrong) return *wrong;
    if (outcomes.empty()) return {};
    const std::lock_guard lock(run_.core().mutex());
    if (auto kept = run_.keep(); !kept) return kept;
    return sending_.settle(outcomes);
}

// PPR-SYN-02: what was unusual stands in the log of the run.
lms::SyncRun Provisioning::outcome() const {
    lms::SyncRun run;
    run.rows = summary_.actions;
    run.applied = summary_.applied - summary_.unchanged;
    run.unchanged = summary_.unchanged;
    run.failed = summary_.failed;
    run.held = summary_.held;
    run.code = summary_.stopped.name();
    if (planner_.breaches()) run.anomalies.emplace_back("lms.many-removals"_code.name());
    const bool did_nothing = summary_.actions == 0 && summary_.applied == 0 && summary_.failed == 0;
    run.state = summary_.stopped ? RunState::refused : did_nothing ? RunState::empty : RunState::done;
    if (summary_.stopped && summary_.actions != 0) run.state = RunState::broken;
    return run;
}

Result<std::string> Provisioning::finish() {
    if (finished_) return Error{Status::invalid, "handle.closed"_code};
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(run_.core().mutex());
    summary_.open = static_cast<std::int64_t>(sending_.open().size());
    summary_.approval = planner_.approval();
    if (planned_) {
        auto next = next_change(run_);
        if (!next) return next.error();
        summary_.next_change_at = *next;
    }
    if (sending_.stopped_by()) {
        summary_.stopped = sending_.stopped_by();
    } else if (planner_.is_stopped()) {
        summary_.stopped = "lms.connection-stopped"_code;
    }
    finished_ = true;
    if (auto closed = run_.close(outcome()); !closed) return closed.error();
    auto recorded = run_.core().record_run({{},
                                            0,
                                            "lms.provision",
                                            actor(),
                                            run_.now(),
                                            summary_.actions,
                                            summary_.applied,
                                            0,
                                            summary_.settled,
                                            summary_.failed + summary_.held,
                                            {}});
    if (!recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_provisioning(Core& core, const SessionRequest& request) {
    auto session = std::make_unique<Provisioning>(core, request);
    const std::lock_guard lock(core.mutex());
    if (auto found = session->find_connection(); !found) return found.error();
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace provost::engine
