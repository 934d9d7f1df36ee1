// What a provisioning run has handed out: actions with what must come before them, written down before they leave, and
// what the reports of them say.
#pragma once

#include "engine/lms_plan.hpp"

#include <provost/lms/run.hpp>

#include <unordered_map>

namespace provost::engine {

class LmsSending {
public:
    LmsSending(LmsRun& run, LmsPlanner& planner, ProvisioningSummary& summary)
        : run_(run), planner_(planner), summary_(summary) {}

    /// Appends the actions of a page, links and accounts before the enrolments that need them. What is handed out is
    /// written before: killed from here on, it is looked up before it is repeated.
    [[nodiscard]] Result<void> hand_out(std::vector<Work> works, std::string& actions);
    /// Appends the items of a page for a person; nothing is written.
    void show(const std::vector<Work>& works, std::string& items);
    /// Writes what the outcomes say, all in one commit.
    [[nodiscard]] Result<void> settle(const std::vector<lms::ActionOutcome>& outcomes);

    /// Keys that were handed out in this run and not reported.
    [[nodiscard]] const std::set<std::int64_t>& open() const { return open_; }
    /// Whether keys were looked up, or became unknown, so that they can go on in this run.
    [[nodiscard]] bool takes_up_again() { return std::exchange(again_, false); }
    /// Why nothing more is handed out in this run; empty while it goes on.
    [[nodiscard]] Code stopped_by() const { return stopped_by_; }

private:
    // A key as the outcomes of one report leave it.
    struct SettledKey {
        lms::LmsEnrolment key;
        Record stored;
        bool changed = false;
    };
    // An action of the page at hand, and the line of the log about it.
    struct Step {
        lms::Action action;
        lms::SyncItem line;
    };
    void add_steps(Work& work, std::vector<Step>& steps);
    void add_account(const Work& work, std::vector<Step>& steps);
    [[nodiscard]] bool is_last_to_go(const Work& work) const;
    void hold(const Work& work, Code why, LmsWrites& writes, std::vector<Step>& lines) const;
    void send(Work& work, LmsWrites& writes) const;
    [[nodiscard]] bool is_forbidden(const Work& work) const;
    [[nodiscard]] Result<void> drop_moved(std::vector<Work>& works);
    void write_lines(std::vector<Step>& steps, LmsWrites& writes);

    void count(const lms::ActionOutcome& outcome);
    [[nodiscard]] Result<void> settle(const std::vector<lms::ActionOutcome>& outcomes, LmsWrites& writes);
    [[nodiscard]] bool settle_key(SettledKey& settled, const lms::ActionOutcome& outcome);
    static void write_keys(const std::map<std::int64_t, SettledKey>& keys, LmsWrites& writes);
    void settle_link(std::int64_t course, const lms::ActionOutcome& outcome, LmsWrites& writes);
    void settle_account(std::int64_t learner, const lms::ActionOutcome& outcome, const lms::LmsLearner* known,
                        LmsWrites& writes);
    void close_line(const lms::ActionOutcome& outcome, LmsWrites& writes);
    void note_failure(const lms::ActionOutcome& outcome);

    LmsRun& run_;
    LmsPlanner& planner_;
    ProvisioningSummary& summary_;
    std::set<std::int64_t> open_;
    std::set<std::int64_t> held_;
    std::set<std::int64_t> leaving_;                       // keys of the page that end access
    std::unordered_map<std::int64_t, bool> handed_links_;  // by course: whether it was settled
    std::unordered_map<std::int64_t, lms::LmsLearner>
        handed_accounts_;                                   // by learner, as they are once the LMS has them
    std::unordered_map<std::string, lms::SyncItem> lines_;  // by op_id, as they stand in the store
    std::set<std::string> forbidden_;                       // what no right is there for
    std::set<std::string> meant_;                           // outcomes of the report at hand that say something new
    bool again_ = false;
    Code stopped_by_;
};

}  // namespace provost::engine
