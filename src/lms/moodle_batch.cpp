// The steps in their order, where courses are, and what is reported.
#include "lms/moodle_batch.hpp"

#include "lms/outcomes.hpp"

#include <provost/base/text.hpp>

namespace provost::lms {

std::string field_of(std::string_view list, std::size_t at, std::string_view name) {
    return std::string(list) + '[' + std::to_string(at) + "][" + std::string(name) + ']';
}

std::string username_of(std::string_view login) { return login_key(login).value_or(std::string(login)); }

MoodleBatch::MoodleBatch(MoodleDesk desk, std::vector<Action> actions) : desk_(desk) {
    jobs_.reserve(actions.size());
    for (Action& action : actions) jobs_.push_back({std::move(action), 0, 0, {}, {}, false});
    for (MoodleJob& job : jobs_) {
        if (job.action.kind != ActionKind::upsert_learner) note_course(job);
        if (job.action.kind != ActionKind::link_course) note_account(job);
    }
}

void MoodleBatch::note_course(MoodleJob& job) {
    const bool is_cohort = job.action.container == Container::cohort;
    std::string_view key = job.action.course;
    if (is_cohort && key.starts_with(cohort_prefix)) key.remove_prefix(cohort_prefix.size());
    auto& list = is_cohort ? cohorts_ : courses_;
    const auto [place, is_new] = (is_cohort ? cohort_of_ : course_of_).try_emplace(std::string(key), list.size());
    if (is_new) list.emplace_back().key = key;
    job.target = place->second;
    if (list[job.target].hint.empty()) list[job.target].hint = job.action.course_remote_id;
}

void MoodleBatch::note_account(MoodleJob& job) {
    const auto [place, is_new] = account_of_.try_emplace(job.action.learner, accounts_.size());
    if (is_new) {
        accounts_.emplace_back();
        accounts_.back().key = job.action.learner;
    }
    job.account = place->second;
    MoodleAccount& account = accounts_[job.account];
    if (account.hint.empty()) account.hint = job.action.learner_remote_id;
    if (job.action.kind == ActionKind::upsert_learner) account.wanted = &job.action;
}

const std::vector<MoodleBatch::Step>& MoodleBatch::steps() {
    static const std::vector<Step> all{&MoodleBatch::check_hints,
                                       &MoodleBatch::find_by_id_number,
                                       &MoodleBatch::settle_courses,
                                       &MoodleBatch::find_cohorts,
                                       &MoodleBatch::find_accounts,
                                       &MoodleBatch::find_logins,
                                       &MoodleBatch::create_accounts,
                                       &MoodleBatch::find_again,
                                       &MoodleBatch::explain_refusals,
                                       &MoodleBatch::update_accounts,
                                       &MoodleBatch::enrol,
                                       &MoodleBatch::unenrol,
                                       &MoodleBatch::find_groups,
                                       &MoodleBatch::create_groups,
                                       &MoodleBatch::join_groups,
                                       &MoodleBatch::leave_groups,
                                       &MoodleBatch::join_cohorts,
                                       &MoodleBatch::leave_cohorts,
                                       &MoodleBatch::read_back,
                                       &MoodleBatch::report};
    return all;
}

bool MoodleBatch::next() {
    while (step_ < steps().size()) {
        (this->*steps()[step_++])();
        if (!desk_.calls.idle()) return true;
    }
    return false;
}

// An id that was remembered counts only while what it names still answers to the key: a site that was set up anew, or
// copied, has other courses under the same ids.
void MoodleBatch::check_hints() {
    static constexpr std::size_t most_ids = 100;
    std::vector<std::string> lists;
    std::size_t ids = 0;
    for (const MoodleCourse& course : courses_) {
        if (!is_number(course.hint)) continue;
        if (ids++ % most_ids == 0) lists.emplace_back();
        lists.back() += (lists.back().empty() ? "" : ",") + course.hint;
    }
    for (const std::string& list : lists) {
        find_courses(desk_.calls, "ids", list, [this](const MoodleReply& reply) {
            for (const JsonTree& found : reply.body["courses"].items) {
                const std::string& id = found["id"].text;
                for (MoodleCourse& course : courses_) {
                    const bool same = found["idnumber"].text == course.key || id == course.key;
                    if (course.hint == id && same) course.id = id;
                }
            }
        });
    }
}

void MoodleBatch::find_by_id_number() {
    for (MoodleCourse& course : courses_) {
        if (course.id.empty()) search_course(desk_.calls, course);
    }
}

void MoodleBatch::settle_courses() {
    for (MoodleCourse& course : courses_) settle_search(course);
}

void MoodleBatch::find_cohorts() {
    for (MoodleCourse& cohort : cohorts_) search_cohort(desk_.calls, cohort);
}

namespace {

ActionOutcome failed(const Action& action, const Trouble& trouble) {
    ActionOutcome outcome = failed(action, trouble.error, shortened(trouble.problem, 500));
    outcome.retry_after = trouble.retry_after;
    return outcome;
}

// Of what rests on something that nobody knows the outcome of, nothing was sent.
ActionOutcome rests_on(const Action& action, Trouble trouble) {
    if (trouble.error == ErrorClass::unknown_outcome) trouble.error = ErrorClass::transient;
    return failed(action, trouble);
}

}  // namespace

ActionOutcome MoodleBatch::outcome_of(const MoodleJob& job) const {
    const Action& action = job.action;
    if (action.kind == ActionKind::upsert_learner) {
        const MoodleAccount& account = accounts_[job.account];
        if (account.trouble) return failed(action, account.trouble);
        return done(action, account.changed, account.id);
    }
    const MoodleCourse& target = target_of(job);
    if (target.trouble) return failed(action, target.trouble);
    return action.kind == ActionKind::link_course ? done(action, false, target.id) : place_outcome(job);
}

ActionOutcome MoodleBatch::place_outcome(const MoodleJob& job) const {
    const Action& action = job.action;
    const MoodleAccount& account = accounts_[job.account];
    const MoodleCourse& target = target_of(job);
    const bool looks = action.kind == ActionKind::look_up_enrolment;
    // Without an account there is no enrolment, and nothing to take away either.
    const bool nobody = account.trouble.error == ErrorClass::not_found;
    if (account.trouble && !(nobody && (looks || action.access == Access::absent))) {
        return rests_on(action, account.trouble);
    }
    if (job.trouble) return failed(action, job.trouble);
    if (!nobody && target.roster.trouble) {
        const Trouble& trouble = target.roster.trouble;
        return failed(action, looks ? trouble : Trouble{ErrorClass::unknown_outcome, trouble.problem, {}});
    }
    const auto* seen = nobody ? nullptr : target.roster.find(account.id);
    Trouble trouble;
    if (!looks) trouble = seen_trouble(job, seen);
    if (!trouble && !looks) trouble = group_trouble(job, seen);
    ActionOutcome outcome = trouble ? failed(action, trouble) : done(action, !looks && !nobody, {});
    outcome.observed = seen == nullptr ? Access::absent : seen->active ? Access::active : Access::suspended;
    return outcome;
}

// What Moodle has beside what it said it did.
Trouble MoodleBatch::seen_trouble(const MoodleJob& job, const Roster::Entry* seen) const {
    const Action& action = job.action;
    const bool in_cohort = action.container == Container::cohort;
    const bool shall_be_gone = action.access == Access::absent || (in_cohort && action.access != Access::active);
    if (shall_be_gone) {
        if (seen == nullptr) return {};
        return {ErrorClass::conflict, "Something else than a manual enrolment keeps the learner enrolled.", {}};
    }
    // PHP drops what is beyond max_input_vars, and Moodle answers that all went well.
    if (seen == nullptr) return {ErrorClass::transient, "Moodle said that it went well, and did not do it.", {}};
    if (action.access == Access::suspended && seen->active) {
        return {ErrorClass::conflict, "Another way of enrolment still gives access.", {}};
    }
    // Moodle judges the window by its own clock, in steps of 100 seconds, so it may well not be open yet.
    const bool has_window = action.from || action.until;
    if (action.access == Access::active && !seen->active && !has_window) {
        return {ErrorClass::conflict, "The enrolment is there and gives no access.", {}};
    }
    return {};
}

Trouble MoodleBatch::group_trouble(const MoodleJob& job, const Roster::Entry* seen) const {
    if (job.group_trouble) return job.group_trouble;
    const auto& groups = job.action.groups;
    if (groups.empty() || job.action.container == Container::cohort || seen == nullptr) return {};
    if (target_of(job).group_trouble) return target_of(job).group_trouble;
    for (const std::string& group : groups) {
        if (std::ranges::find(seen->groups, group) == seen->groups.end()) {
            return {ErrorClass::transient, "Moodle said that it went well, and the learner is not in the group.", {}};
        }
    }
    return {};
}

void MoodleBatch::report() {
    for (const MoodleJob& job : jobs_) desk_.findings.outcomes.push_back(outcome_of(job));
}

std::unique_ptr<MoodleWork> moodle_batch(MoodleDesk desk, std::vector<Action> actions) {
    return std::make_unique<MoodleBatch>(desk, std::move(actions));
}

}  // namespace provost::lms
