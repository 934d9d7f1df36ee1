// Handing out.
#include "engine/lms_sending.hpp"

#include "engine/json_lines.hpp"
#include "lms/actions.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

using lms::Action;
using lms::KeyState;
using lms::LmsEnrolment;
using lms::PlanDirection;
using lms::SyncItem;

lms::PlanItem item_of(const Work& work, const std::string& connection, Code held) {
    lms::PlanItem item;
    item.direction = work.direction;
    item.connection = connection;
    item.container = lms::container_of(work.key().course);
    item.course = lms::name_in_lms(work.key().course);
    item.learner = lms::learner_name(*work.facts.learner, work.facts.account);
    item.login = work.facts.learner->login;
    item.before = work.key().agreed;
    item.after = work.wish.access;
    item.cause = work.wish.cause;
    item.from = work.wish.from;
    item.until = work.wish.until;
    item.groups = work.wish.groups;
    item.leave_groups = work.wish.leave_groups;
    for (const lms::PlaceAccess& place : work.desired.places) item.enrolments.push_back(place.enrolment);
    item.held = held;
    return item;
}

bool is_account_alone(const Work& work) { return work.direction == PlanDirection::update_account; }
bool only_asks(const Work& work) { return work.direction == PlanDirection::look_up || work.looks_first; }

// Actions of one kind need one right.
std::string right_of(lms::ActionKind kind, lms::Access access) {
    return std::string(word(kind)) + '/' + std::string(word(access));
}

}  // namespace

void LmsSending::show(const std::vector<Work>& works, std::string& items) {
    for (const Work& work : works) {
        const Code held = planner_.hold_of(work);
        summary_.held += held ? 1 : 0;
        add_line(items, item_of(work, run_.connection().key, held));
    }
}

bool LmsSending::is_forbidden(const Work& work) const {
    return forbidden_.contains(only_asks(work) ? right_of(lms::ActionKind::look_up_enrolment, lms::Access::absent)
                                               : right_of(lms::ActionKind::upsert_enrolment, work.wish.access));
}

// What holds by itself was written down when the plan was made; what a guard holds is written and logged here, once.
void LmsSending::hold(const Work& work, Code why, LmsWrites& writes, std::vector<Step>& lines) const {
    if (work.held) return;
    LmsEnrolment key = work.key();
    key.state = KeyState::held;
    key.error = lms::ErrorClass::held;
    key.problem = why.name();
    if (same_content(type_of<LmsEnrolment>(), &work.key(), &key)) return;
    writes.put(std::move(key), work.facts.stored);
    Step step{{}, line_of(work, work.direction)};
    step.line.status = lms::ActionStatus::failed;
    step.line.error = lms::ErrorClass::held;
    step.line.problem = why.name();
    lines.push_back(std::move(step));
}

// WIS-EE-10: the key says that it was handed out, and what.
void LmsSending::send(Work& work, LmsWrites& writes) const {
    LmsEnrolment& key = work.key();
    lms::send(key, work.wish);
    writes.put(key, work.facts.stored);
    ++key.version;
}

// WIS-EE-08: nothing of the learner is active there any more, once what this page ends has ended.
bool LmsSending::is_last_to_go(const Work& work) const {
    if (!run_.connection().disable_users || work.wish.access == lms::Access::active) return false;
    return std::ranges::none_of(work.facts.siblings, [&](const LmsEnrolment& other) {
        return lms::is_active_there(other) && other.id != work.key().id && !leaving_.contains(other.id.value);
    });
}

void LmsSending::add_account(const Work& work, std::vector<Step>& steps) {
    const auto& learner = *work.facts.learner;
    const auto* known = work.facts.account;
    const bool was_suspended = known != nullptr && known->suspended;
    const bool suspended = is_account_alone(work) ? was_suspended : is_last_to_go(work);
    const auto digest = lms::learner_digest(learner, known, suspended, run_.core().options().secret);
    // What the LMS did not find may be the account: it is made again.
    const bool is_missing = work.key().error == lms::ErrorClass::not_found;
    if (known != nullptr && known->agreed_digest == digest && !is_missing) return;
    lms::LmsLearner wanted;
    if (known != nullptr) wanted = *known;
    wanted.connection = run_.connection().key;
    wanted.learner = learner.id;
    wanted.agreed_digest = digest;
    wanted.suspended = suspended;
    wanted.name = lms::learner_name(learner, known);
    if (!handed_accounts_.try_emplace(learner.id.value, wanted).second) return;
    const bool is_new = known == nullptr || known->agreed_digest == 0;
    // An account that somebody else suspended is not opened by the way.
    const bool says = suspended || was_suspended;
    Step step{lms::learner_action(learner, known, says ? std::optional(suspended) : std::nullopt),
              line_of(work, is_new ? PlanDirection::create_account : PlanDirection::update_account)};
    step.line.course.clear();
    steps.push_back(std::move(step));
}

// WIS-EE-07: links and accounts first; also before a look-up, if nobody said what became of them.
void LmsSending::add_steps(Work& work, std::vector<Step>& steps) {
    if (is_account_alone(work)) return add_account(work, steps);
    const auto* course = work.facts.course;
    if (course != nullptr && work.facts.roster == nullptr &&
        handed_links_.try_emplace(course->id.value, false).second) {
        Step step{lms::link_action(*course), line_of(work, PlanDirection::link)};
        step.line.learner = 0;
        steps.push_back(std::move(step));
    }
    add_account(work, steps);
    const bool asks = only_asks(work);
    const auto learner = lms::learner_name(*work.facts.learner, work.facts.account);
    steps.push_back({asks ? lms::look_up_action(work.key(), learner)
                          : lms::enrolment_action(work.key(), learner, work.desired, work.wish),
                     line_of(work, asks ? PlanDirection::look_up : work.direction)});
    Action& action = steps.back().action;
    if (work.facts.roster != nullptr) action.course_remote_id = work.facts.roster->remote_id;
    if (course == nullptr) action.course_remote_id = action.course;
    if (work.facts.account != nullptr) action.learner_remote_id = work.facts.account->remote_id;
}

// What somebody else wrote since the page was worked out is left to the next one.
Result<void> LmsSending::drop_moved(std::vector<Work>& works) {
    std::vector<Key> keys;
    for (const Work& work : works) keys.push_back(id_key(type_of<LmsEnrolment>(), work.key().id.value));
    auto loaded = run_.core().store().load(keys);
    if (!loaded) return loaded.error();
    std::size_t at = 0;
    std::erase_if(
        works, [&](const Work& work) { return loaded->found[at++].front().version() != work.facts.stored.version(); });
    return {};
}

void LmsSending::write_lines(std::vector<Step>& steps, LmsWrites& writes) {
    for (Step& step : steps) {
        step.line.id = {writes.number()};
        step.line.run = run_.id();
        step.line.at = run_.now();
        writes.put(step.line);
        ++step.line.version;
    }
}

Result<void> LmsSending::hand_out(std::vector<Work> works, std::string& actions) {
    leaving_.clear();
    std::vector<Step> steps;
    bool again = false;
    const auto links = handed_links_;
    const auto accounts = handed_accounts_;
    auto written = run_.commit([&](LmsWrites& writes) -> Result<void> {
        if (std::exchange(again, true)) {
            if (auto dropped = drop_moved(works); !dropped) return dropped;
        }
        steps.clear();
        std::vector<Step> lines;
        handed_links_ = links;
        handed_accounts_ = accounts;
        for (const Work& work : works) {
            if (work.wish.access != lms::Access::active && !planner_.hold_of(work))
                leaving_.insert(work.key().id.value);
        }
        for (const Work& one : works) {
            Work work = one;
            if (is_forbidden(work)) continue;
            if (const Code why = planner_.hold_of(work)) {
                held_.insert(work.key().id.value);
                hold(work, why, writes, lines);
                continue;
            }
            if (!only_asks(work) && !is_account_alone(work)) send(work, writes);
            add_steps(work, steps);
        }
        write_lines(lines, writes);
        write_lines(steps, writes);
        return {};
    });
    if (!written) return written;
    summary_.held = static_cast<std::int64_t>(held_.size());
    for (Step& step : steps) {
        step.action.connection = run_.connection().key;
        add_line(actions, step.action);
        ++summary_.actions;
        const bool is_key = step.action.kind == lms::ActionKind::upsert_enrolment ||
                            step.action.kind == lms::ActionKind::look_up_enrolment;
        if (is_key) open_.insert(std::atoll(step.action.op_id.c_str() + 1));
        lines_[step.action.op_id] = std::move(step.line);
    }
    return {};
}

}  // namespace provost::engine
