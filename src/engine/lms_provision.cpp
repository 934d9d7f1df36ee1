// Provisioning in step mode. Due keys are read page by page; for each the desired access is worked out and compared
// with what the LMS agreed to. A page is handed out as actions; its reports settle it. Nothing is written when an
// action is handed out: killed in between, the same actions come again, and adapters carry them out once by their
// natural keys.
#include "engine/json_lines.hpp"
#include "engine/lease.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/reading.hpp"
#include "lms/desired.hpp"

#include <charconv>
#include <unordered_map>
#include <utility>

namespace provost::engine {

namespace {

using lms::Access;
using lms::Action;
using lms::ActionKind;
using lms::ActionOutcome;
using lms::ActionStatus;
using lms::LmsAccess;

constexpr std::size_t page_size = 500;
// Silence is never a deletion: more removals than these, both as a number and as a share, wait for an approval.
constexpr std::int64_t guard_rows = 25;
constexpr std::int64_t guard_percent = 10;

/// A due key, and what its access should be.
struct DueKey {
    LmsAccess access;
    lms::Desired desired;
};

bool is_removal(const DueKey& key) {
    return key.access.agreed == Access::active && key.desired.access != Access::active;
}

template <class T>
const T* first(const std::vector<Record>& records) {
    return records.empty() ? nullptr : records.front().get<T>();
}

// The number of an op_id: of the record it is about.
std::int64_t number_in(std::string_view op_id) {
    std::int64_t number = 0;
    if (!op_id.empty()) std::from_chars(op_id.data() + 1, op_id.data() + op_id.size(), number);
    return number;
}

class Provisioning final : public Session {
public:
    Provisioning(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), lease_("lms.provision", request_.worker) {}
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<std::vector<LmsAccess>> page(std::int64_t after);
    [[nodiscard]] Result<std::vector<DueKey>> judged(const std::vector<LmsAccess>& due);
    [[nodiscard]] Result<void> look_ahead();
    [[nodiscard]] Result<bool> next_page(std::string& actions);
    [[nodiscard]] Result<void> load_named(std::span<const DueKey> keys);
    void hand_out(const DueKey& key, std::string& actions);
    void hand_out_account(const people::Learner& learner, std::string& actions);
    [[nodiscard]] Result<void> settle(const std::vector<ActionOutcome>& outcomes);
    void settle_one(const ActionOutcome& outcome, std::vector<Write>& writes, lms::LmsTotals& totals);
    void settle_account(std::int64_t learner, const ActionOutcome& outcome, std::vector<Write>& writes);
    [[nodiscard]] Result<lms::LmsTotals> totals();
    [[nodiscard]] Instant now() const { return request_.recorded.value_or(core_.now()); }

    Core& core_;
    SessionRequest request_;
    LeaseKeeper lease_;
    LineBuffer reports_;
    std::int64_t after_ = 0;
    bool looked_ahead_ = false;
    bool hold_removals_ = false;
    std::string plan_hash_;
    bool hash_given_ = false;
    // What the actions of the page at hand are about, and what the LMS knows of it.
    Cache<catalogue::Course> courses_;
    Cache<lms::LmsCourse> linked_;
    Cache<people::Learner> learners_;
    Cache<lms::LmsLearner> accounts_;
    std::unordered_map<std::string, DueKey> open_;         // handed out, by op_id of the enrolment's action
    std::unordered_map<std::int64_t, bool> handed_links_;  // by course: whether it was settled
    std::unordered_map<std::int64_t, lms::LmsLearner> handed_accounts_;  // as they are once the LMS has them
    std::vector<DueKey> settled_;                                        // keys of the page that need no action
    lms::LmsTotals totals_;
    ProvisioningSummary summary_;
};

// The due keys above an id.
Result<std::vector<LmsAccess>> Provisioning::page(std::int64_t after) {
    auto found = core_.store().find({&type_of<LmsAccess>(), 1, {{1, {}, false}}, after, page_size});
    if (!found) return found.error();
    std::vector<LmsAccess> due;
    for (const Record& record : *found) due.push_back(*record.get<LmsAccess>());
    return due;
}

lms::Desired desired_of(const people::Learner* learner, std::span<const enrolment::Enrolment* const> places,
                        lms::Access agreed) {
    if (learner != nullptr && learner->erased_at) return lms::access_of_erased(places, agreed);
    if (learner != nullptr && learner->inactive) return lms::access_of_inactive(places, agreed);
    return lms::desired_access(places);
}

// What their access should be, from the learner's places in the course.
Result<std::vector<DueKey>> Provisioning::judged(const std::vector<LmsAccess>& due) {
    std::vector<Key> keys;
    for (const LmsAccess& access : due) {
        keys.push_back({&type_of<enrolment::Enrolment>(),
                        0,
                        {{access.learner.value, {}, false}, {access.course.value, {}, false}}});
        keys.push_back(id_key(type_of<people::Learner>(), access.learner.value));
    }
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    std::vector<DueKey> judged;
    for (std::size_t i = 0; i < due.size(); ++i) {
        std::vector<const enrolment::Enrolment*> places;
        for (const Record& place : loaded->found[2 * i]) places.push_back(place.get<enrolment::Enrolment>());
        const auto* learner = first<people::Learner>(loaded->found[2 * i + 1]);
        judged.push_back({due[i], desired_of(learner, places, due[i].agreed)});
    }
    return judged;
}

Result<lms::LmsTotals> Provisioning::totals() {
    const Key key = id_key(type_of<lms::LmsTotals>(), 1);
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto* found = first<lms::LmsTotals>(loaded->found.front());
    return found == nullptr ? lms::LmsTotals{{1}, 0, 0, 0} : *found;
}

// Counts the removals of the whole plan and takes their hash, before anything is handed out. Additions that go on
// meanwhile leave the hash as it was shown.
Result<void> Provisioning::look_ahead() {
    looked_ahead_ = true;
    auto known = totals();
    if (!known) return known.error();
    std::int64_t removals = 0;
    Sha256 hash;
    for (std::int64_t after = 0; known->active > 0;) {
        auto due = page(after);
        if (!due) return due.error();
        if (due->empty()) break;
        after = due->back().id.value;
        std::erase_if(*due, [](const LmsAccess& access) { return access.agreed != Access::active; });
        auto keys = judged(*due);
        if (!keys) return keys.error();
        for (const DueKey& key : *keys) {
            if (!is_removal(key)) continue;
            ++removals;
            hash.add(std::to_string(key.access.id.value)).add("@").add(std::to_string(key.access.version));
            hash.add(word(key.desired.access)).add(" ");
        }
    }
    plan_hash_ = to_hex(hash.finish(), 16);
    const bool many = removals > guard_rows && removals * 100 > known->active * guard_percent;
    hold_removals_ = many && request_.approval != plan_hash_;
    return {};
}

// A course keeps what it is called; learners may change between one page and the next.
Result<void> Provisioning::load_named(std::span<const DueKey> keys) {
    courses_.trim();
    linked_.trim();
    learners_.clear();
    accounts_.clear();
    for (const DueKey& key : keys) {
        courses_.want(key.access.course);
        learners_.want(key.access.learner);
        if (!handed_links_.contains(key.access.course.value)) linked_.want(key.access.course);
        if (!handed_accounts_.contains(key.access.learner.value)) accounts_.want(key.access.learner);
    }
    auto loaded = courses_.load(core_.store());
    if (loaded) loaded = learners_.load(core_.store());
    if (loaded) loaded = linked_.load(core_.store(), true);
    if (loaded) loaded = accounts_.load(core_.store(), true);
    return loaded;
}

void Provisioning::hand_out_account(const people::Learner& learner, std::string& actions) {
    const auto* known = accounts_.at(learner.id);
    const auto digest = lms::learner_digest(learner, core_.options().secret);
    if (known != nullptr && known->agreed_digest == digest) return;
    const lms::LmsLearner wanted{{learner.id.value}, known == nullptr ? 1 : known->version + 1, digest, {}};
    if (!handed_accounts_.try_emplace(learner.id.value, wanted).second) return;
    add_line(actions, lms::learner_action(learner));
    ++summary_.actions;
}

void Provisioning::hand_out(const DueKey& key, std::string& actions) {
    const auto& course = *courses_.at(key.access.course);
    const auto& learner = *learners_.at(key.access.learner);
    if (linked_.at(course.id) == nullptr && handed_links_.try_emplace(course.id.value, false).second) {
        add_line(actions, lms::link_action(course));
        ++summary_.actions;
    }
    hand_out_account(learner, actions);
    const Action action = lms::enrolment_action(key.access, course, learner, key.desired);
    add_line(actions, action);
    ++summary_.actions;
    open_.emplace(action.op_id, key);
}

// Pages until one has actions; false at the end.
Result<bool> Provisioning::next_page(std::string& actions) {
    while (actions.empty()) {
        auto due = page(after_);
        if (!due) return due.error();
        if (due->empty()) return false;
        after_ = due->back().id.value;
        auto keys = judged(*due);
        if (!keys) return keys.error();
        std::vector<DueKey> wanted;
        for (DueKey& key : *keys) {
            if (lms::is_settled(key.access, key.desired)) {
                settled_.push_back(std::move(key));
            } else if (is_removal(key) && hold_removals_) {
                ++summary_.held;
            } else {
                wanted.push_back(std::move(key));
            }
        }
        if (auto loaded = load_named(wanted); !loaded) return loaded.error();
        for (const DueKey& key : wanted) hand_out(key, actions);
        if (auto settled = settle({}); !settled) return settled.error();
    }
    return true;
}

Result<bool> Provisioning::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    if (auto kept = lease_.keep(core_, now()); !kept) return kept.error();
    if (!looked_ahead_) {
        if (auto ahead = look_ahead(); !ahead) return ahead.error();
    }
    if (hold_removals_ && !hash_given_) {
        hash_given_ = true;
        chunk = {"approval", plan_hash_};
        return true;
    }
    chunk = {"actions", {}};
    return next_page(chunk.bytes);
}

void Provisioning::settle_one(const ActionOutcome& outcome, std::vector<Write>& writes, lms::LmsTotals& totals) {
    const bool went_well = outcome.status == ActionStatus::applied || outcome.status == ActionStatus::unchanged;
    ++(went_well ? summary_.applied : summary_.failed);
    const auto place = open_.find(outcome.op_id);
    if (place == open_.end()) return;
    const DueKey& key = place->second;
    LmsAccess access = key.access;
    ++access.version;
    if (went_well) {
        totals.active += (key.desired.access == Access::active ? 1 : 0) - (access.agreed == Access::active ? 1 : 0);
        access.agreed = key.desired.access;
        access.agreed_epoch = key.access.version;
        access.due = false;
        access.tries = 0;
        access.problem.clear();
    } else {
        ++access.tries;
        access.problem = outcome.problem;
    }
    writes.push_back({Record::of(access), key.access.version, Record::of(key.access)});
    open_.erase(place);
}

// The LMS has what was handed out, whatever the learner is called by now. An account that another run handed out is
// compared once more.
void Provisioning::settle_account(std::int64_t learner, const ActionOutcome& outcome, std::vector<Write>& writes) {
    const auto handed = handed_accounts_.find(learner);
    if (handed == handed_accounts_.end()) return;
    lms::LmsLearner& account = handed->second;
    account.remote_id = outcome.remote_id;
    writes.push_back({Record::of(account), account.version - 1});
    handed_accounts_.erase(handed);
}

// Writes what the outcomes of accounts and links say, and what needs no action at all.
Result<void> Provisioning::settle(const std::vector<ActionOutcome>& outcomes) {
    auto known = totals();
    if (!known) return known.error();
    lms::LmsTotals totals = *known;
    std::vector<Write> writes;
    for (const DueKey& key : settled_) {
        LmsAccess access = key.access;
        ++access.version;
        access.due = false;
        writes.push_back({Record::of(access), key.access.version, Record::of(key.access)});
        ++summary_.settled;
    }
    settled_.clear();
    for (const ActionOutcome& outcome : outcomes) {
        const bool went_well = outcome.status == ActionStatus::applied || outcome.status == ActionStatus::unchanged;
        const auto id = number_in(outcome.op_id);
        if (outcome.op_id.starts_with('e') || !went_well) {
            settle_one(outcome, writes, totals);
            continue;
        }
        ++summary_.applied;
        if (outcome.op_id.starts_with('c')) {
            const auto handed = handed_links_.find(id);
            if (handed == handed_links_.end() || std::exchange(handed->second, true)) continue;
            writes.push_back({Record::of(lms::LmsCourse{{id}, 1, outcome.remote_id}), 0});
        } else {
            settle_account(id, outcome, writes);
        }
    }
    if (totals.active != known->active) {
        ++totals.version;
        writes.push_back({Record::of(totals), known->version});
    }
    if (writes.empty()) return {};
    if (auto kept = lease_.keep(core_, now()); !kept) return kept;
    auto committed = core_.commit_bookkeeping(std::move(writes), {lease_.held()});
    if (!committed) return committed.error();
    if (*committed) return {};
    auto lost = lease_.is_lost(core_);
    if (!lost) return lost.error();
    // Somebody else marked a key again in between: what was reported stays due and is compared once more.
    return Error{Status::conflict, *lost ? "lease.lost"_code : "plan.moved"_code, {}, {}};
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
    const std::lock_guard lock(core_.mutex());
    return settle(outcomes);
}

Result<std::string> Provisioning::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(core_.mutex());
    if (auto given = lease_.give_back(core_, now()); !given) return given.error();
    summary_.open = static_cast<std::int64_t>(open_.size());
    summary_.approval = hold_removals_ ? plan_hash_ : "";
    auto recorded = core_.record_run({{},
                                      0,
                                      "lms.provision",
                                      request_.actor,
                                      now(),
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
    return std::unique_ptr<Session>(std::make_unique<Provisioning>(core, request));
}

}  // namespace provost::engine
