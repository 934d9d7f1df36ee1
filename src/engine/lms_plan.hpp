// The plan of a provisioning run: every due key worked out and written down, counted, and what of it a guard holds. Two
// passes over the due keys: nothing is handed out before the whole plan was counted.
#pragma once

#include "base/sha256.hpp"
#include "engine/lms_facts.hpp"
#include "lms/key.hpp"

#include <provost/lms/run.hpp>

#include <map>
#include <set>

namespace provost::engine {

/// A due key worked out.
struct Work {
    KeyFacts facts;
    lms::DesiredAccess desired;
    lms::Wish wish;
    lms::PlanDirection direction = lms::PlanDirection::none;
    Code held;                 ///< why it is not sent, whatever the rest of the plan is
    bool looks_first = false;  ///< the LMS is asked before access is given

    [[nodiscard]] lms::LmsEnrolment& key() { return facts.key; }
    [[nodiscard]] const lms::LmsEnrolment& key() const { return facts.key; }
};

/// What the plan comes to.
struct PlanCounts {
    std::int64_t settled = 0;
    std::int64_t grants = 0;
    std::int64_t revokes = 0;
    std::int64_t edits = 0;
    std::int64_t accounts = 0;
};

/// The line of the log about an item of the plan, as long as nobody knows what became of it.
[[nodiscard]] lms::SyncItem line_of(const Work& work, lms::PlanDirection direction);

class LmsPlanner {
public:
    explicit LmsPlanner(LmsRun& run) : run_(run), store_(run.core().store()), loader_(run) {}

    /// First pass. Everything that does not hang on the rest of the plan is written: what is desired and why, when it
    /// changes by itself, that it went on or off, that nothing is to be done, that something is missing.
    [[nodiscard]] Result<void> look_ahead();
    /// Second pass: the next page of keys with something to do; empty at the end. `skip`: keys that are out of hand.
    [[nodiscard]] Result<std::vector<Work>> next_page(const std::set<std::int64_t>& skip);
    /// Begins the second pass anew. What look-ups brought up is written down and counted before: the guard holds of it
    /// what is too much together with what has gone.
    [[nodiscard]] Result<void> restart(const std::set<std::int64_t>& skip);
    /// Why an item is held, by itself or by the guard; nothing when it may go out.
    [[nodiscard]] Code hold_of(const Work& work) const;
    /// Hash of what is held, which an approval must quote; empty when nothing is, or it was quoted.
    [[nodiscard]] const std::string& approval() const { return approval_; }
    [[nodiscard]] bool is_stopped() const { return stopped_; }
    [[nodiscard]] bool breaches() const { return total_breach_ || !courses_held_.empty(); }
    [[nodiscard]] const PlanCounts& counts() const { return counts_; }

private:
    [[nodiscard]] Result<std::vector<Record>> page(std::int64_t& after);
    [[nodiscard]] Result<std::vector<Work>> worked_out(const std::vector<Record>& page, LmsWrites* writes);
    [[nodiscard]] Work work_out(KeyFacts facts, LmsWrites* writes);
    [[nodiscard]] lms::DesiredAccess desired_at(const KeyFacts& facts, Instant moment) const;
    void note_changes(KeyFacts& facts, const lms::DesiredAccess& desired, LmsWrites& writes) const;
    void note_change(const KeyFacts& facts, Instant at, bool on, LmsWrites& writes) const;
    [[nodiscard]] bool is_sent(const KeyFacts& facts) const;
    [[nodiscard]] bool differs_in_account(const KeyFacts& facts) const;
    void write_down(Work& work, LmsWrites& writes) const;
    [[nodiscard]] Result<std::vector<Work>> write_down(std::vector<Record> page);
    [[nodiscard]] Code own_hold(const Work& work) const;
    void count(const Work& work);
    void count_item(const Work& work, bool is_new);
    [[nodiscard]] bool is_counted(const Work& work) const;
    [[nodiscard]] Result<void> find_breaches();
    [[nodiscard]] Result<void> judge_plan();
    [[nodiscard]] Result<bool> takes_too_many(const std::string& course, std::int64_t removals);

    LmsRun& run_;
    Store& store_;
    FactsLoader loader_;
    std::int64_t after_ = 0;
    bool at_end_ = false;
    std::vector<Work> only_page_;  // of the first pass, when it had one: the second need not work it out again
    bool keeps_only_page_ = false;

    PlanCounts counts_;
    std::map<std::string, std::int64_t> removals_;  // by course
    std::map<std::string, std::int64_t> gone_;      // of those, what was handed out before the plan was looked at anew
    std::vector<std::int64_t> counted_;             // keys of removals, ascending
    std::set<std::int64_t> new_accounts_;
    Sha256 all_, removed_, granted_;
    std::int64_t items_ = 0;

    bool approved_ = false;
    bool breach_noted_ = false;
    bool hold_all_ = false;
    bool hold_accounts_ = false;
    bool stopped_ = false;
    bool total_breach_ = false;
    std::set<std::string> courses_held_;
    std::string approval_;
};

}  // namespace provost::engine
