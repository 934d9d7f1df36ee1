// Provisioning in step mode. Due keys are read page by page; for each the desired access is worked out and compared
// with what the LMS agreed to. A page is handed out as actions; its reports settle it. Nothing is written when an
// action is handed out: killed in between, the same actions come again, and adapters carry them out once by their
// natural keys.
#include "engine/json_lines.hpp"
#include "engine/lease.hpp"
#include "engine/lms_sessions.hpp"
#include "lms/desired.hpp"

#include <charconv>
#include <map>
#include <unordered_set>

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

/// What the actions of a page are about: courses and learners, each loaded once, with what the LMS knows of them.
class Named {
public:
    [[nodiscard]] Result<void> load(Store& store, std::span<const DueKey> keys);
    [[nodiscard]] const catalogue::Course& course(std::int64_t id) const { return *courses_.at(id).thing; }
    [[nodiscard]] const people::Learner& learner(std::int64_t id) const { return *learners_.at(id).thing; }
    [[nodiscard]] bool knows_course(std::int64_t id) const { return courses_.at(id).remote != nullptr; }
    [[nodiscard]] bool knows_learner(std::int64_t id, std::string_view secret) const {
        const auto& found = learners_.at(id);
        return found.remote != nullptr && found.remote->agreed_digest == lms::learner_digest(*found.thing, secret);
    }

private:
    template <class Thing, class Remote>
    struct Pair {
        const Thing* thing = nullptr;
        const Remote* remote = nullptr;
    };
    Loaded loaded_;  // owns what the pairs point to
    std::map<std::int64_t, Pair<catalogue::Course, lms::LmsCourse>> courses_;
    std::map<std::int64_t, Pair<people::Learner, lms::LmsLearner>> learners_;
};

bool is_removal(const DueKey& key) {
    return key.access.agreed == Access::active && key.desired.access != Access::active;
}

template <class T>
const T* first(const std::vector<Record>& records) {
    return records.empty() ? nullptr : records.front().get<T>();
}

Result<void> Named::load(Store& store, std::span<const DueKey> keys) {
    for (const DueKey& key : keys) {
        courses_[key.access.course.value];
        learners_[key.access.learner.value];
    }
    std::vector<Key> wanted;
    for (const auto& [id, pair] : courses_) {
        wanted.push_back(id_key(type_of<catalogue::Course>(), id));
        wanted.push_back(id_key(type_of<lms::LmsCourse>(), id));
    }
    for (const auto& [id, pair] : learners_) {
        wanted.push_back(id_key(type_of<people::Learner>(), id));
        wanted.push_back(id_key(type_of<lms::LmsLearner>(), id));
    }
    auto loaded = store.load(wanted);
    if (!loaded) return loaded.error();
    loaded_ = std::move(*loaded);
    auto next = loaded_.found.begin();
    const auto take = [&](auto& pairs) {
        for (auto& [id, pair] : pairs) {
            pair = {first<std::remove_cvref_t<decltype(*pair.thing)>>(*next),
                    first<std::remove_cvref_t<decltype(*pair.remote)>>(*std::next(next))};
            if (pair.thing == nullptr) return false;
            std::advance(next, 2);
        }
        return true;
    };
    if (take(courses_) && take(learners_)) return {};
    return Error{Status::storage, "record.missing"_code, {}, {{"kind", "course or learner"}}};
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
    void hand_out(const DueKey& key, const Named& named, std::string& actions);
    [[nodiscard]] Result<void> settle(const std::vector<ActionOutcome>& outcomes);
    void settle_one(const ActionOutcome& outcome, std::vector<Write>& writes, lms::LmsTotals& totals);
    [[nodiscard]] Result<void> settle_account(std::int64_t learner, const ActionOutcome& outcome,
                                              std::vector<Write>& writes);
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
    std::map<std::string, DueKey> open_;                   // handed out, by op_id of the enrolment's action
    std::unordered_set<std::int64_t> courses_, learners_;  // handed out in this session
    std::vector<DueKey> settled_;                          // keys of the page that need no action
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
        const bool erased = learner != nullptr && learner->erased_at;
        judged.push_back({due[i], erased ? lms::access_of_erased(places, due[i].agreed) : lms::desired_access(places)});
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
    for (std::int64_t after = 0;;) {
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

void Provisioning::hand_out(const DueKey& key, const Named& named, std::string& actions) {
    const std::int64_t course = key.access.course.value;
    const std::int64_t learner = key.access.learner.value;
    if (!named.knows_course(course) && courses_.insert(course).second) {
        add_line(actions, lms::link_action(named.course(course)));
        ++summary_.actions;
    }
    if (!named.knows_learner(learner, core_.options().secret) && learners_.insert(learner).second) {
        add_line(actions, lms::learner_action(named.learner(learner)));
        ++summary_.actions;
    }
    const Action action = lms::enrolment_action(key.access, named.course(course), named.learner(learner), key.desired);
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
        Named named;
        if (auto loaded = named.load(core_.store(), wanted); !loaded) return loaded.error();
        for (const DueKey& key : wanted) hand_out(key, named, actions);
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

Result<void> Provisioning::settle_account(std::int64_t learner, const ActionOutcome& outcome,
                                          std::vector<Write>& writes) {
    const std::array<Key, 2> keys{id_key(type_of<people::Learner>(), learner),
                                  id_key(type_of<lms::LmsLearner>(), learner)};
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    const auto* person = first<people::Learner>(loaded->found[0]);
    const auto* old = first<lms::LmsLearner>(loaded->found[1]);
    if (person == nullptr) return {};
    const auto version = old == nullptr ? 0 : old->version;
    const lms::LmsLearner account{
        {learner}, version + 1, lms::learner_digest(*person, core_.options().secret), outcome.remote_id};
    writes.push_back({Record::of(account), version});
    return {};
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
            writes.push_back({Record::of(lms::LmsCourse{{id}, 1, outcome.remote_id}), 0});
        } else if (auto settled = settle_account(id, outcome, writes); !settled) {
            return settled;
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
