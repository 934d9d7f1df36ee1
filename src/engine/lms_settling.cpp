// Settling: what the reports say of what was handed out, in this run or in one that broke off.
#include "engine/json_lines.hpp"
#include "engine/lms_sending.hpp"
#include "lms/actions.hpp"

#include <charconv>

namespace provost::engine {

namespace {

using lms::ActionOutcome;
using lms::ErrorClass;
using lms::KeyState;
using lms::LmsEnrolment;
using lms::LmsLearner;
using lms::SyncItem;

// Kind, id and epoch of an op_id: e17-3.
struct OpId {
    char kind = 0;
    std::int64_t id = 0;
    std::int64_t epoch = 0;

    explicit OpId(const std::string& text) {
        if (text.empty()) return;
        kind = text.front();
        const char* const end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + 1, end, id);
        if (read.ec == std::errc() && read.ptr != end) std::from_chars(read.ptr + 1, end, epoch);
    }
    [[nodiscard]] bool is_key() const { return kind == 'e' || kind == 'q'; }
};

// For good: the account stays as it is until the learner is called otherwise.
bool refuses_for_good(const ActionOutcome& outcome) {
    return outcome.status == lms::ActionStatus::failed &&
           (outcome.error == ErrorClass::invalid || outcome.error == ErrorClass::unsupported ||
            outcome.error == ErrorClass::conflict);
}

}  // namespace

void LmsSending::count(const ActionOutcome& outcome) {
    const bool well = lms::went_well(outcome) || outcome.status == lms::ActionStatus::accepted;
    ++(well ? summary_.applied : summary_.failed);
    summary_.unchanged += outcome.status == lms::ActionStatus::unchanged ? 1 : 0;
}

// What a failure says of the rest of the run.
void LmsSending::note_failure(const ActionOutcome& outcome) {
    if (outcome.status != lms::ActionStatus::failed) return;
    if (outcome.error == ErrorClass::auth) stopped_by_ = "lms.auth"_code;
    const auto line = lines_.find(outcome.op_id);
    if (outcome.error != ErrorClass::forbidden || line == lines_.end()) return;
    const auto kind =
        outcome.op_id.front() == 'q' ? lms::ActionKind::look_up_enrolment : lms::ActionKind::upsert_enrolment;
    const auto access = outcome.op_id.front() == 'e' ? line->second.after : lms::Access::absent;
    forbidden_.insert(std::string(word(kind)) + '/' + std::string(word(access)));
}

void LmsSending::close_line(const ActionOutcome& outcome, LmsWrites& writes) {
    const auto found = lines_.find(outcome.op_id);
    if (found == lines_.end()) return;
    meant_.insert(outcome.op_id);
    SyncItem line = found->second;
    line.status = outcome.status;
    line.error = outcome.status == lms::ActionStatus::failed && outcome.error == ErrorClass::none
                     ? ErrorClass::transient
                     : outcome.error;
    line.problem = outcome.problem;
    line.at = run_.now();
    writes.put(std::move(line), Record::of(found->second));
}

// Only what was handed out last, and is not settled yet: anything else was told twice, or comes too late.
bool LmsSending::settle_key(SettledKey& settled, const ActionOutcome& outcome) {
    const OpId op(outcome.op_id);
    LmsEnrolment& key = settled.key;
    if (op.kind == 'q') {
        if (key.version != op.epoch) return false;
        lms::settle_look_up(key, outcome, run_.now());
    } else {
        const bool waits = key.state == KeyState::pending || key.state == KeyState::unknown;
        if (!waits || key.sent_epoch != op.epoch) return false;
        lms::settle_enrolment(key, outcome, run_.now());
    }
    settled.changed = true;
    const bool goes_on =
        key.due && !key.retry_at && key.error != ErrorClass::auth && (op.kind == 'q' || key.state == KeyState::unknown);
    again_ = again_ || goes_on;
    return true;
}

void LmsSending::write_keys(const std::map<std::int64_t, SettledKey>& keys, LmsWrites& writes) {
    const auto active = [](lms::Access access) { return access == lms::Access::active ? 1 : 0; };
    for (const auto& [id, settled] : keys) {
        if (!settled.changed) continue;
        writes.standing.active += active(settled.key.agreed) - active(settled.stored.get<LmsEnrolment>()->agreed);
        writes.put(settled.key, settled.stored);
    }
}

void LmsSending::settle_link(std::int64_t course, const ActionOutcome& outcome, LmsWrites& writes) {
    const auto handed = handed_links_.find(course);
    if (handed == handed_links_.end() || handed->second || !lms::went_well(outcome)) return;
    lms::LmsRoster roster;
    roster.id = {writes.number()};
    roster.connection = run_.connection().key;
    roster.course = {course};
    roster.remote_id = outcome.remote_id;
    writes.put(std::move(roster));
}

// The LMS has what was handed out, whatever the learner is called by now. An account that another run handed out is
// compared once more.
void LmsSending::settle_account(std::int64_t learner, const ActionOutcome& outcome, const LmsLearner* known,
                                LmsWrites& writes) {
    const auto handed = handed_accounts_.find(learner);
    if (handed == handed_accounts_.end()) return;
    LmsLearner account = handed->second;
    account.id = known == nullptr ? Id<LmsLearner>{writes.number()} : known->id;
    account.version = known == nullptr ? 0 : known->version;
    const bool well = lms::went_well(outcome) || outcome.status == lms::ActionStatus::accepted;
    if (well) {
        if (!outcome.remote_id.empty()) account.remote_id = outcome.remote_id;
        account.refused_digest = 0;
        account.problem.clear();
    } else if (refuses_for_good(outcome)) {
        account.refused_digest = account.agreed_digest;
        account.agreed_digest = known == nullptr ? 0 : known->agreed_digest;
        account.suspended = known != nullptr && known->suspended;
        account.problem = outcome.problem;
    } else {
        return;
    }
    writes.put(std::move(account));
}

Result<void> LmsSending::settle(const std::vector<ActionOutcome>& outcomes, LmsWrites& writes) {
    std::vector<Key> keys;
    for (const ActionOutcome& outcome : outcomes) {
        const OpId op(outcome.op_id);
        keys.push_back(op.is_key()
                           ? id_key(type_of<LmsEnrolment>(), op.id)
                           : Key{&type_of<LmsLearner>(), 0, {{0, run_.connection().key, true}, {op.id, {}, false}}});
    }
    auto loaded = run_.core().store().load(keys);
    if (!loaded) return loaded.error();
    std::set<std::string> seen;
    std::map<std::int64_t, SettledKey> settled;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const ActionOutcome& outcome = outcomes[i];
        if (!seen.insert(outcome.op_id).second) continue;
        close_line(outcome, writes);
        const OpId op(outcome.op_id);
        const auto& found = loaded->found[i];
        if (op.is_key()) {
            const bool ours = !found.empty() && found.front().get<LmsEnrolment>()->connection == run_.connection().key;
            if (!ours) continue;
            const SettledKey key{*found.front().get<LmsEnrolment>(), found.front()};
            if (settle_key(settled.try_emplace(op.id, key).first->second, outcome)) meant_.insert(outcome.op_id);
        } else if (op.kind == 'c') {
            settle_link(op.id, outcome, writes);
        } else if (op.kind == 'l') {
            settle_account(op.id, outcome, found.empty() ? nullptr : found.front().get<LmsLearner>(), writes);
        }
    }
    write_keys(settled, writes);
    return {};
}

Result<void> LmsSending::settle(const std::vector<ActionOutcome>& outcomes) {
    meant_.clear();
    auto written = run_.commit([&](LmsWrites& writes) { return settle(outcomes, writes); });
    if (!written) return written;
    for (const ActionOutcome& outcome : outcomes) {
        if (meant_.erase(outcome.op_id) == 0) continue;  // PPR-SYN-01: told twice, or never asked for
        count(outcome);
        note_failure(outcome);
        const OpId op(outcome.op_id);
        if (op.is_key()) open_.erase(op.id);
        if (op.kind == 'c' && lms::went_well(outcome) && handed_links_.contains(op.id)) handed_links_[op.id] = true;
        if (op.kind == 'c' && !lms::went_well(outcome)) handed_links_.erase(op.id);
        if (op.kind == 'l') handed_accounts_.erase(op.id);
        lines_.erase(outcome.op_id);
    }
    return {};
}

}  // namespace provost::engine
