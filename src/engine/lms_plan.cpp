// The first pass writes down, the second hands out. Both work a key out in the same way.
#include "engine/lms_plan.hpp"

#include "engine/amounts.hpp"
#include "lms/actions.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

using lms::KeyState;
using lms::LmsEnrolment;
using lms::PlanDirection;

constexpr int most_edges = 64;  // of one key between two runs

std::int64_t month_of(Instant moment, const Zone& zone) {
    const std::chrono::year_month_day day{day_of(moment, zone)};
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
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
                                  records_per_page});
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
    change.is_test = facts.key.counted_for_tests;
    change.at = at;
    change.month = month_of(at, zone == nullptr ? utc : *zone);
    writes.put(std::move(change));
}

// WIS-AL-02: also what went on and off since the key was looked at last, at the moments at which it did.
void LmsPlanner::note_changes(KeyFacts& facts, const lms::DesiredAccess& desired, LmsWrites& writes) const {
    // WIS-AL-01: a connection that sends nothing any more shuts nobody out; who has access there counts on.
    const bool sends = is_sent(facts) || facts.key.agreed == lms::Access::active;
    bool& counted = facts.key.counted;
    // WIS-MIG-14: who is marked for tests while he has access counts as one from now on, and no more as he did.
    if (facts.key.counted_for_tests != facts.touches_test) {
        if (counted) note_change(facts, run_.now(), counted = false, writes);
        facts.key.counted_for_tests = facts.touches_test;
    }
    auto edge = facts.key.next_change_at;
    for (int i = 0; sends && edge && *edge <= run_.now() && i < most_edges; ++i) {
        const auto then = desired_at(facts, *edge);
        const bool on = then.access == lms::Access::active;
        if (on != counted) note_change(facts, *edge, counted = on, writes);
        edge = then.next_change_at;
    }
    const bool on = sends && desired.access == lms::Access::active;
    if (on != counted) note_change(facts, run_.now(), counted = on, writes);
}

// WIS-MIG-01, WIS-MIG-03: unless it enforces, a connection sends nothing but what is for tests on both sides.
bool LmsPlanner::is_sent(const KeyFacts& facts) const {
    return run_.connection().mode == lms::Mode::enforce || facts.is_test;
}

// WIS-MIG-09: name and address of who has an account are sent, whether access changes or not; of who was erased they
// are overwritten by it.
bool LmsPlanner::differs_in_account(const KeyFacts& facts) const {
    const auto* account = facts.account;
    if (!is_sent(facts) || account == nullptr || account->agreed_digest == 0) return false;
    const auto digest = lms::learner_digest(*facts.learner, account, account->suspended, run_.core().options().secret);
    return digest != account->agreed_digest && digest != account->refused_digest;
}

// Why an item is held whatever the rest of the plan is.
Code LmsPlanner::own_hold(const Work& work) const {
    if (!is_sent(work.facts)) return "lms.held-by-mode"_code;
    if (work.direction == PlanDirection::look_up || work.wish.access != lms::Access::active) return {};
    if (work.desired.blocked) return work.desired.blocked;
    const auto* account = work.facts.account;
    const bool refused = account != nullptr && account->refused_digest != 0 && !work.key().again &&
                         account->refused_digest ==
                             lms::learner_digest(*work.facts.learner, account, false, run_.core().options().secret);
    return refused ? "lms.account-refused"_code : Code{};
}

// What stands in the record of the key from now on; written only when it changes.
void LmsPlanner::write_down(Work& work, LmsWrites& writes) const {
    LmsEnrolment& key = work.key();
    key.desired = work.desired.access;
    key.cause = work.desired.cause;
    key.next_change_at = work.desired.next_change_at;
    key.next_day = key.next_change_at ? lms::day_number(*key.next_change_at) : 0;
    if (key.next_day != 0 && writes.standing.swept_day > key.next_day) writes.standing.swept_day = key.next_day;
    if (work.direction == PlanDirection::none) {
        // What will count once the connection enforces is looked at until then.
        key.due = !is_sent(work.facts) && key.desired == lms::Access::active;
        key.again = false;
        key.retry_at.reset();
        if (work.held) {  // WIS-EE-10: nothing that Provost may do about it
            key.state = KeyState::held;
            key.error = lms::ErrorClass::none;
            key.problem = work.held.name();
        } else if (!lms::gave_up(key, work.wish) && key.state != KeyState::confirmed) {
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
        const bool is_item = work.direction != PlanDirection::none;
        lms::SyncItem line = line_of(work, is_item ? work.direction : PlanDirection::grant);
        line.id = {writes.number()};
        line.run = run_.id();
        line.at = run_.now();
        line.status = lms::ActionStatus::failed;
        line.error = lms::ErrorClass::held;
        line.problem = work.held.name();
        writes.put(std::move(line));
    }
    if (same_content(type_of<LmsEnrolment>(), &before, &key)) return;
    lms::note_next_change(writes.standing, before.next_change_at, key.next_change_at, run_.now());
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
    if (work.direction != PlanDirection::none) {
        work.held = own_hold(work);
    } else if (differs_in_account(work.facts)) {
        work.direction = PlanDirection::update_account;
    } else if (lms::keeps_out(work.key(), work.wish)) {
        work.held = "lms.kept-out"_code;
    }
    work.looks_first =
        run_.is_declared() && work.direction == PlanDirection::grant && lms::looks_first(work.key(), run_.began_at());
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
        auto worked = worked_out(*found, nullptr);
        if (!worked) return worked.error();
        works = std::move(*worked);
        std::erase_if(works,
                      [&](const Work& work) { return work.direction == PlanDirection::none || !is_counted(work); });
    }
    return works;
}

}  // namespace provost::engine
