// The first pass writes down, the second hands out. Both work a key out in the same way.
#include "engine/lms_plan.hpp"

#include "lms/actions.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

using lms::Access;
using lms::KeyState;
using lms::LmsEnrolment;
using lms::PlanDirection;

constexpr std::size_t page_size = 500;
constexpr std::int64_t most_breaches = 5;  // in a row, before a connection stops
constexpr int most_edges = 64;             // of one key between two runs

std::int64_t month_of(Instant moment, const Zone& zone) {
    const std::chrono::year_month_day day{day_of(moment, zone)};
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

std::int64_t day_number(Instant moment) {
    return std::chrono::floor<std::chrono::days>(moment).time_since_epoch().count();
}

// Both must be exceeded: few removals, or a small part of all, go out without anybody asking.
bool breaches_guard(const lms::Connection& connection, std::int64_t removals, std::int64_t active) {
    return removals > connection.guard_rows && removals * 100 > active * connection.guard_percent;
}

}  // namespace

lms::SyncItem line_of(const Work& work, PlanDirection direction) {
    lms::SyncItem line;
    line.action = word(direction);
    line.course = work.key().course;
    line.learner = work.key().learner.value;
    line.before = work.key().agreed;
    line.after = work.wish.access;
    line.cause = work.wish.cause;
    line.status = lms::ActionStatus::unknown;
    return line;
}

Result<std::vector<Record>> LmsPlanner::page(std::int64_t& after) {
    while (true) {
        auto found = store_.find({&type_of<LmsEnrolment>(),
                                  find_index(type_of<LmsEnrolment>(), "due"),
                                  {{0, run_.connection().key, true}, {1, {}, false}},
                                  after,
                                  page_size});
        if (!found || found->empty()) return found;
        after = found->back().id();
        std::erase_if(*found, [&](const Record& key) { return lms::waits(*key.get<LmsEnrolment>(), run_.now()); });
        if (!found->empty()) return found;
    }
}

lms::DesiredAccess LmsPlanner::desired_at(const KeyFacts& facts, Instant moment) const {
    lms::AccessQuestion question;
    question.connection = &run_.connection();
    question.learner = facts.learner;
    question.places = facts.places;
    question.agreed = facts.key.agreed;
    question.now = moment;
    question.zones = &run_.core().zones();
    return lms::desired_access(question);
}

void LmsPlanner::note_change(const KeyFacts& facts, Instant at, bool on, LmsWrites& writes) const {
    const Zone utc;
    const Zone* zone = run_.core().zones().find(run_.connection().zone);
    lms::AccessChange change;
    change.id = {writes.number()};
    change.learner = facts.key.learner;
    change.connection = facts.key.connection;
    change.course = facts.key.course;
    change.enabled = on;
    change.is_test = facts.touches_test;
    change.at = at;
    change.month = month_of(at, zone == nullptr ? utc : *zone);
    writes.put(std::move(change));
}

// WIS-AL-02: also what went on and off since the key was looked at last, at the moments at which it did.
void LmsPlanner::note_changes(KeyFacts& facts, const lms::DesiredAccess& desired, LmsWrites& writes) const {
    const bool is_sent = run_.connection().mode == lms::Mode::enforce || facts.is_test;
    bool& counted = facts.key.counted;
    auto edge = facts.key.next_change_at;
    for (int i = 0; is_sent && edge && *edge <= run_.now() && i < most_edges; ++i) {
        const auto then = desired_at(facts, *edge);
        const bool on = then.access == Access::active;
        if (on != counted) note_change(facts, *edge, counted = on, writes);
        edge = then.next_change_at;
    }
    const bool on = is_sent && desired.access == Access::active;
    if (on != counted) note_change(facts, run_.now(), counted = on, writes);
}

// WIS-MIG-01, WIS-MIG-03: unless it enforces, a connection sends nothing but what is for tests on both sides.
Code LmsPlanner::own_hold(const Work& work) const {
    if (run_.connection().mode != lms::Mode::enforce && !work.facts.is_test) return "lms.held-by-mode"_code;
    if (work.direction == PlanDirection::look_up || work.wish.access != Access::active) return {};
    if (work.desired.blocked) return work.desired.blocked;
    const auto* account = work.facts.account;
    const bool refused =
        account != nullptr && account->refused_digest != 0 &&
        account->refused_digest == lms::learner_digest(*work.facts.learner, false, run_.core().options().secret);
    return refused ? "lms.account-refused"_code : Code{};
}

// What stands in the record of the key from now on; written only when it changes.
void LmsPlanner::write_down(Work& work, LmsWrites& writes) const {
    LmsEnrolment& key = work.key();
    key.desired = work.desired.access;
    key.cause = work.desired.cause;
    key.next_change_at = work.desired.next_change_at;
    key.next_day = key.next_change_at ? day_number(*key.next_change_at) : 0;
    if (key.next_day != 0 && writes.standing.swept_day > key.next_day) writes.standing.swept_day = key.next_day;
    if (work.direction == PlanDirection::none) {
        // What will count once the connection enforces is looked at until then.
        const bool is_sent = run_.connection().mode == lms::Mode::enforce || work.facts.is_test;
        key.due = !is_sent && key.desired == Access::active;
        key.again = false;
        key.retry_at.reset();
        const bool gave_up =
            key.state == KeyState::parked || (key.state == KeyState::held && key.error == lms::ErrorClass::conflict);
        if (!gave_up && key.state != KeyState::confirmed) {
            key.state = KeyState::settled;
            key.error = lms::ErrorClass::none;
            key.problem.clear();
        }
    } else if (work.held) {
        const bool by_mode = work.held == "lms.held-by-mode"_code;
        key.state = by_mode ? KeyState::held : KeyState::blocked;
        key.error = by_mode ? lms::ErrorClass::held : lms::ErrorClass::none;
        const bool refused = work.held == "lms.account-refused"_code;
        key.problem = refused ? work.facts.account->problem : std::string(work.held.name());
    }
    const auto& before = *work.facts.stored.get<LmsEnrolment>();
    // PPR-SYN-01: what is held or blocked is logged too, once.
    if (work.held && (before.state != key.state || before.problem != key.problem)) {
        lms::SyncItem line = line_of(work, work.direction);
        line.id = {writes.number()};
        line.run = run_.id();
        line.at = run_.now();
        line.status = lms::ActionStatus::failed;
        line.error = lms::ErrorClass::held;
        line.problem = work.held.name();
        writes.put(std::move(line));
    }
    if (same_content(type_of<LmsEnrolment>(), &before, &key)) return;
    writes.put(key, work.facts.stored);
    ++key.version;
    work.facts.stored = writes.writes.back().record;
}

Work LmsPlanner::work_out(KeyFacts facts, LmsWrites* writes) {
    Work work;
    work.desired = desired_at(facts, run_.now());
    work.wish = lms::wish_of(run_.connection(), facts.key, work.desired);
    work.direction = lms::direction_of(facts.key, work.wish);
    work.facts = std::move(facts);
    if (work.direction != PlanDirection::none) work.held = own_hold(work);
    work.looks_first = run_.is_declared() && work.direction == PlanDirection::grant && lms::looks_first(work.key());
    if (writes == nullptr) return work;
    note_changes(work.facts, work.desired, *writes);
    write_down(work, *writes);
    return work;
}

Result<std::vector<Work>> LmsPlanner::worked_out(const std::vector<Record>& page, LmsWrites* writes) {
    auto facts = loader_.load(page);
    if (!facts) return facts.error();
    std::vector<Work> works;
    works.reserve(facts->size());
    for (KeyFacts& one : *facts) works.push_back(work_out(std::move(one), writes));
    return works;
}

void LmsPlanner::count(const Work& work) {
    if (work.direction == PlanDirection::none) return static_cast<void>(++counts_.settled);
    counts_.grants += work.direction == PlanDirection::grant ? 1 : 0;
    counts_.revokes += work.direction == PlanDirection::revoke ? 1 : 0;
    counts_.edits += work.direction == PlanDirection::edit ? 1 : 0;
    const bool makes_account = work.direction == PlanDirection::grant &&
                               (work.facts.account == nullptr || work.facts.account->agreed_digest == 0) &&
                               new_accounts_.insert(work.key().learner.value).second;
    counts_.accounts += makes_account ? 1 : 0;
    if (work.held || work.direction == PlanDirection::look_up) return;
    ++items_;
    const std::string line = std::to_string(work.key().id.value) + '@' + std::string(word(work.key().agreed)) + '>' +
                             std::string(word(work.wish.access)) + '#' + std::to_string(work.wish.digest) + ' ';
    all_.add(line);
    if (makes_account) granted_.add(line);
    if (work.direction != PlanDirection::revoke) return;
    removed_.add(line);
    ++removals_[work.key().course];
}

// Counts those that are active as far as it has to: enough of them keep the guard, however many there are.
Result<bool> LmsPlanner::takes_too_many(const std::string& course, std::int64_t removals) {
    std::int64_t active = 0;
    Query query{&type_of<LmsEnrolment>(),
                find_index(type_of<LmsEnrolment>(), "agreed"),
                {{0, run_.connection().key, true}, {0, course, true}, {static_cast<int>(Access::active), {}, false}},
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
    for (const auto& [course, count] : removals_) {
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
    hold_accounts_ = run_.is_declared() && counts_.accounts > connection.most_accounts;
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
    if (approves) {
        hold_all_ = hold_accounts_ = stopped_ = total_breach_ = false;
        courses_held_.clear();
        approval_.clear();
    }
    if (run_.request().dry_run) return {};
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        if (approves) {
            writes.standing.approved = true;
            writes.standing.breaches = 0;
        } else if (breach) {
            ++writes.standing.breaches;
        } else if (!stopped_) {
            writes.standing.breaches = 0;
        }
        return {};
    });
}

// Works a page out and writes it down; as it is now, when something has moved meanwhile.
Result<std::vector<Work>> LmsPlanner::write_down(std::vector<Record> page) {
    std::vector<Work> works;
    bool again = false;
    auto written = run_.commit([&](LmsWrites& writes) -> Result<void> {
        if (std::exchange(again, true)) {
            std::vector<Key> keys;
            for (const Record& key : page) keys.push_back(id_key(type_of<LmsEnrolment>(), key.id()));
            auto loaded = store_.load(keys);
            if (!loaded) return loaded.error();
            for (std::size_t i = 0; i < keys.size(); ++i) page[i] = loaded->found[i].front();
        }
        auto worked = worked_out(page, &writes);
        if (!worked) return worked.error();
        works = std::move(*worked);
        return {};
    });
    if (!written) return written.error();
    return works;
}

Result<void> LmsPlanner::look_ahead() {
    std::int64_t after = 0;
    for (int pages = 0;; ++pages) {
        auto found = page(after);
        if (!found) return found.error();
        if (found->empty()) break;
        auto works = write_down(std::move(*found));
        if (!works) return works.error();
        for (const Work& work : *works) count(work);
        keeps_only_page_ = pages == 0;
        only_page_ = keeps_only_page_ ? std::move(*works) : std::vector<Work>();
    }
    return judge_plan();
}

// What was looked up may be as it should be: then that is written down, as in the first pass.
Result<std::vector<Work>> LmsPlanner::next_page(const std::set<std::int64_t>& skip) {
    std::vector<Work> works;
    if (std::exchange(keeps_only_page_, false)) {
        at_end_ = true;
        works = std::move(only_page_);
        std::erase_if(works, [](const Work& work) { return work.direction == PlanDirection::none; });
    }
    while (!at_end_ && works.empty()) {
        auto found = page(after_);
        if (!found) return found.error();
        at_end_ = found->empty();
        std::erase_if(*found, [&](const Record& key) { return skip.contains(key.id()); });
        if (found->empty()) continue;
        auto worked = restarted_ ? write_down(std::move(*found)) : worked_out(*found, nullptr);
        if (!worked) return worked.error();
        works = std::move(*worked);
        std::erase_if(works, [](const Work& work) { return work.direction == PlanDirection::none; });
    }
    return works;
}

Code LmsPlanner::hold_of(const Work& work) const {
    if (work.held) return work.held;
    if (work.direction == PlanDirection::look_up) return {};
    if (hold_all_) return stopped_ ? "lms.connection-stopped"_code : "lms.held-first-run"_code;
    const bool revokes = work.direction == PlanDirection::revoke;
    if (revokes && (total_breach_ || courses_held_.contains(work.key().course))) return "lms.held-by-guard"_code;
    const bool makes_account = work.direction == PlanDirection::grant &&
                               (work.facts.account == nullptr || work.facts.account->agreed_digest == 0);
    return hold_accounts_ && makes_account ? "lms.held-accounts"_code : Code{};
}

}  // namespace provost::engine
