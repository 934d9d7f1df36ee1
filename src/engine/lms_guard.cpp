// The guard: what of a plan is counted, and what is held because it is too much.
#include "engine/lms_plan.hpp"

namespace provost::engine {

namespace {

using lms::LmsEnrolment;
using lms::PlanDirection;

constexpr std::int64_t most_breaches = 5;  // in a row, before a connection stops

// How far ahead an end may lie and still be a removal: an LMS that knows windows carries it out without being asked
// again.
constexpr std::chrono::days soon{7};

// PPR-SYN-02: access that goes, or that an edit of the window ends soon and not later than it did; and an enrolment
// that is unenrolled although it was only suspended, because grades may go with it.
bool takes_away(const Work& work, Instant now) {
    if (work.direction == PlanDirection::revoke) return true;
    if (work.direction != PlanDirection::edit) return false;
    const bool unenrols = work.key().agreed == lms::Access::suspended && work.wish.access == lms::Access::absent;
    const auto &until = work.wish.until, &agreed = work.key().agreed_until;
    const bool ends_soon = work.wish.access == lms::Access::active && until && *until < now + soon;
    return unenrols || (ends_soon && (!agreed || *until < *agreed));
}

bool makes_account(const Work& work) {
    const auto* account = work.facts.account;
    return work.direction == PlanDirection::grant && (account == nullptr || account->agreed_digest == 0);
}

// Both must be exceeded: few removals, or a small part of all, go out without anybody asking.
bool breaches_guard(const lms::Connection& connection, std::int64_t removals, std::int64_t active) {
    return removals > connection.guard_rows && removals * 100 > active * connection.guard_percent;
}

}  // namespace

void LmsPlanner::count(const Work& work) {
    if (work.direction == PlanDirection::none) return static_cast<void>(++counts_.settled);
    counts_.grants += work.direction == PlanDirection::grant ? 1 : 0;
    counts_.revokes += work.direction == PlanDirection::revoke ? 1 : 0;
    counts_.edits += work.direction == PlanDirection::edit ? 1 : 0;
    const bool is_new = makes_account(work) && new_accounts_.insert(work.key().learner.value).second;
    counts_.accounts += is_new ? 1 : 0;
    count_item(work, is_new);
}

// What the guard counts, and what an approval stands for.
void LmsPlanner::count_item(const Work& work, bool is_new) {
    if (work.held || work.direction == PlanDirection::look_up) return;
    ++items_;
    const std::string line = std::to_string(work.key().id.value) + '@' + std::string(word(work.key().agreed)) + '>' +
                             std::string(word(work.wish.access)) + '#' + std::to_string(work.wish.digest) + ' ';
    all_.add(line);
    if (is_new) granted_.add(line);
    if (!takes_away(work, run_.now())) return;
    removed_.add(line);
    ++removals_[work.key().course];
    counted_.push_back(work.key().id.value);
}

// A removal that came about since the plan was counted is left to the next run.
bool LmsPlanner::is_counted(const Work& work) const {
    return !takes_away(work, run_.now()) || work.held || std::ranges::binary_search(counted_, work.key().id.value);
}

// Counts those that are active as far as it has to: enough of them keep the guard, however many there are.
Result<bool> LmsPlanner::takes_too_many(const std::string& course, std::int64_t removals) {
    std::int64_t active = 0;
    Query query{
        &type_of<LmsEnrolment>(),
        find_index(type_of<LmsEnrolment>(), "agreed"),
        {{0, run_.connection().key, true}, {0, course, true}, {static_cast<int>(lms::Access::active), {}, false}},
        0,
        1000};
    while (breaches_guard(run_.connection(), removals, active)) {
        auto found = store_.find(query);
        if (!found) return found.error();
        if (found->empty()) return true;
        query.after = found->back().id();
        active += static_cast<std::int64_t>(found->size());
    }
    return false;
}

// Of the connection as a whole, and of each course.
Result<void> LmsPlanner::find_breaches() {
    std::int64_t removals = 0;
    for (const auto& [course, now] : removals_) {
        const auto gone = gone_.find(course);
        const auto count = now + (gone == gone_.end() ? 0 : gone->second);
        removals += count;
        auto held = takes_too_many(course, count);
        if (!held) return held.error();
        if (*held) courses_held_.insert(course);
    }
    total_breach_ = breaches_guard(run_.connection(), removals, run_.standing().active);
    return {};
}

// What is held, and what an approval of it must quote.
Result<void> LmsPlanner::judge_plan() {
    if (auto found = find_breaches(); !found) return found;
    const auto& connection = run_.connection();
    const bool asks_first = run_.is_declared() && connection.mode == lms::Mode::enforce && !run_.standing().approved;
    hold_accounts_ = !approved_ && run_.is_declared() && counts_.accounts > connection.most_accounts;
    stopped_ = run_.standing().breaches >= most_breaches;
    hold_all_ = items_ > 0 && (stopped_ || asks_first);
    const bool breach = breaches() || hold_accounts_;
    if (hold_all_) {
        approval_ = to_hex(all_.finish(), 16);
    } else if (breach) {
        const auto removed = breaches() ? to_hex(removed_.finish(), 16) : std::string();
        const auto granted = hold_accounts_ ? to_hex(granted_.finish(), 16) : std::string();
        approval_ = removed.empty() || granted.empty() ? removed + granted : to_hex(sha256(removed + granted), 16);
    }
    const bool approves = !approval_.empty() && run_.request().approval == approval_;
    approved_ = approved_ || approves;
    if (approves) {
        hold_all_ = hold_accounts_ = stopped_ = total_breach_ = false;
        courses_held_.clear();
        approval_.clear();
    }
    if (run_.request().dry_run) return {};
    const bool counts = breach && !breach_noted_;  // once a run
    breach_noted_ = breach_noted_ || breach;
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        if (approves) {
            writes.standing.approved = true;
            writes.standing.breaches = 0;
        } else if (counts) {
            ++writes.standing.breaches;
        } else if (!breach && !stopped_) {
            writes.standing.breaches = 0;
        }
        return {};
    });
}

// PPR-SYN-02: what look-ups brought up was not counted. What went out stays counted; what was approved does not.
Result<void> LmsPlanner::restart(const std::set<std::int64_t>& skip) {
    const bool held = total_breach_ || hold_all_ || approved_;
    for (const auto& [course, count] : removals_) {
        if (!held && !courses_held_.contains(course)) gone_[course] += count;
    }
    removals_.clear();
    counted_.clear();
    courses_held_.clear();
    new_accounts_.clear();
    items_ = 0;
    all_ = removed_ = granted_ = Sha256();
    for (std::int64_t after = 0;;) {
        auto found = page(after);
        if (!found) return found.error();
        if (found->empty()) break;
        std::erase_if(*found, [&](const Record& key) { return skip.contains(key.id()); });
        auto works = write_down(std::move(*found));
        if (!works) return works.error();
        for (const Work& work : *works) {
            count_item(work, makes_account(work) && new_accounts_.insert(work.key().learner.value).second);
        }
    }
    after_ = 0;
    at_end_ = false;
    return judge_plan();
}

Code LmsPlanner::hold_of(const Work& work) const {
    if (work.held) return work.held;
    if (work.direction == PlanDirection::look_up) return {};
    if (hold_all_) return stopped_ ? "lms.connection-stopped"_code : "lms.held-first-run"_code;
    const bool revokes = takes_away(work, run_.now());
    if (revokes && (total_breach_ || courses_held_.contains(work.key().course))) return "lms.held-by-guard"_code;
    return hold_accounts_ && makes_account(work) ? "lms.held-accounts"_code : Code{};
}

}  // namespace provost::engine
