// The LMS in memory: what it does when nothing goes wrong, and what is done in it by hand.
#include "lms/memory_lms.hpp"

#include "base/list_text.hpp"
#include "lms/key.hpp"
#include "lms/outcomes.hpp"

#include <provost/people/learner.hpp>

namespace provost::lms {

namespace {

constexpr char between = '\x1f';  // in keys of enrolments

std::string enrolment_key(Container container, const std::string& course, std::string_view learner) {
    std::string key = key_course(container, course);
    key += between;
    return key += learner;
}

struct Ability {
    std::string_view name;
    bool Abilities::*flag;
};

constexpr auto abilities = std::to_array<Ability>({
    {"writes_learners", &Abilities::writes_learners},
    {"suspends_learners", &Abilities::suspends_learners},
    {"writes_enrolments", &Abilities::writes_enrolments},
    {"suspends_enrolments", &Abilities::suspends_enrolments},
    {"unenrols", &Abilities::unenrols},
    {"has_windows", &Abilities::has_windows},
    {"has_groups", &Abilities::has_groups},
    {"has_cohorts", &Abilities::has_cohorts},
    {"lists_courses", &Abilities::lists_courses},
    {"lists_enrolments", &Abilities::lists_enrolments},
    {"lists_results", &Abilities::lists_results},
});

}  // namespace

std::string MemoryLms::names_of_abilities() {
    std::string names;
    for (const Ability& ability : abilities) add_to_list(names, ability.name);
    return names;
}

bool MemoryLms::is_ability(std::string_view name) {
    return std::ranges::any_of(abilities, [&](const Ability& ability) { return ability.name == name; });
}

MemoryLms::MemoryLms(const LmsSetup& setup)
    : listed_courses_only_(setup.listed_courses_only),
      tells_(setup.transcript),
      page_(static_cast<std::size_t>(setup.page)),
      plan_(setup.faults, setup.chance) {
    abilities_.name = "memory";
    for (const Ability& ability : abilities) {
        abilities_.*ability.flag = std::ranges::find(setup.without, ability.name) == setup.without.end();
    }
    for (const ObservedCourse& course : setup.courses) courses_.insert_or_assign(course.course, course);
    for (const LmsEdit& done : setup.edits) edit(done);
    for (const ObservedResult& result : setup.results) add_result(result);
}

// What the LMS lacks is refused as such: nobody shall believe that it was done. [WIS-MIG-10]
bool MemoryLms::can_express(const Action& action) const {
    const bool is_enrolment = action.kind == ActionKind::upsert_enrolment;
    if (action.kind == ActionKind::upsert_learner) {
        return abilities_.writes_learners && (!action.suspended.value_or(false) || abilities_.suspends_learners);
    }
    if (action.container == Container::cohort && !abilities_.has_cohorts) return false;
    if (!is_enrolment) return true;
    if (action.access == Access::suspended && !abilities_.suspends_enrolments) return false;
    if (action.access == Access::absent && !abilities_.unenrols) return false;
    return abilities_.writes_enrolments && (action.groups.empty() || abilities_.has_groups);
}

bool MemoryLms::has_course(const std::string& course) const {
    const auto held = courses_.find(course);
    return course.starts_with(cohort_prefix) || (held != courses_.end() && !held->second.deleted);
}

ActionOutcome MemoryLms::perform(const Action& action) {
    if (!can_express(action)) return failed(action, ErrorClass::unsupported, "the LMS can not do that");
    switch (action.kind) {
        case ActionKind::link_course: return link_course(action);
        case ActionKind::upsert_learner: return upsert_learner(action);
        case ActionKind::upsert_enrolment: return upsert_enrolment(action);
        case ActionKind::look_up_enrolment: return look_up(action);
    }
    return failed(action, ErrorClass::invalid, "unknown action");
}

// It has every course that it is asked for, unless the setup lists them: whoever runs it decides what is taught there.
ActionOutcome MemoryLms::link_course(const Action& action) {
    if (action.course.empty()) return failed(action, ErrorClass::invalid, "a course needs an external id");
    const bool is_there = has_course(action.course);
    if (!is_there && listed_courses_only_) return failed(action, ErrorClass::not_found, "there is no such course");
    if (!is_there) {
        ObservedCourse course;
        course.course = course.id_number = action.course;
        course.name = action.course_name;
        courses_.insert_or_assign(action.course, std::move(course));
    }
    return done(action, !is_there, "course-" + action.course);
}

ActionOutcome MemoryLms::upsert_learner(const Action& action) {
    if (action.learner.empty() || action.login.empty()) {
        return failed(action, ErrorClass::invalid, "an account needs an external id and a login");
    }
    const auto key = people::login_index(action.login);
    const auto owner = logins_.find(key);
    if (owner != logins_.end() && owner->second != action.learner) {
        return failed(action, ErrorClass::conflict, "another account has this login");
    }
    const auto held = accounts_.find(action.learner);
    const bool was_suspended = held != accounts_.end() && held->second.suspended;
    const Account account{action.login, action.email, action.first_name, action.family_name,
                          action.suspended.value_or(was_suspended)};
    const bool changed = held == accounts_.end() || !(held->second == account);
    if (held != accounts_.end()) logins_.erase(people::login_index(held->second.login));
    accounts_[action.learner] = account;
    logins_[key] = action.learner;
    return done(action, changed, "user-" + action.learner);
}

ActionOutcome MemoryLms::upsert_enrolment(const Action& action) {
    if (!accounts_.contains(action.learner)) return failed(action, ErrorClass::not_found, "there is no such account");
    if (action.container == Container::course && !has_course(action.course)) {
        return failed(action, ErrorClass::not_found, "there is no such course");
    }
    const auto key = enrolment_key(action.container, action.course, action.learner);
    const auto held = enrolments_.find(key);
    if (action.access == Access::absent) {
        if (held == enrolments_.end()) return done(action, false, {});
        enrolments_.erase(held);
        return done(action, true, {});
    }
    Enrolment enrolment{
        action.container, key_course(action.container, action.course), action.learner, action.access, {}, {}, {}};
    if (held != enrolments_.end()) enrolment.groups = held->second.groups;
    if (abilities_.has_windows) {
        enrolment.from = action.from;
        enrolment.until = action.until;
    }
    enrolment.groups.insert(action.groups.begin(), action.groups.end());
    for (const std::string& group : action.leave_groups) {
        if (std::ranges::find(action.groups, group) == action.groups.end()) enrolment.groups.erase(group);
    }
    if (held != enrolments_.end() && held->second == enrolment) return done(action, false, {});
    enrolments_.insert_or_assign(key, std::move(enrolment));
    return done(action, true, {});
}

ActionOutcome MemoryLms::look_up(const Action& action) const {
    const auto held = enrolments_.find(enrolment_key(action.container, action.course, action.learner));
    ActionOutcome outcome = done(action, false, {});
    outcome.observed = held == enrolments_.end() ? Access::absent : held->second.access;
    return outcome;
}

void MemoryLms::edit(const LmsEdit& edit) {
    if (edit.learner.empty() || edit.course.empty()) return rename(edit);
    const auto key = enrolment_key(edit.container, edit.course, edit.learner);
    if (edit.deleted || edit.access == Access::absent) {
        enrolments_.erase(key);
        return;
    }
    Enrolment& enrolment = enrolments_[key];
    enrolment.container = edit.container;
    enrolment.course = key_course(edit.container, edit.course);
    enrolment.learner = edit.learner;
    enrolment.access = edit.access.value_or(enrolment.access == Access::absent ? Access::active : enrolment.access);
    enrolment.groups.insert(edit.groups.begin(), edit.groups.end());
}

// Accounts and courses: what is given is set, and what is not there yet is made.
void MemoryLms::rename(const LmsEdit& edit) {
    if (edit.deleted) {
        std::erase_if(enrolments_, [&](const auto& held) {
            return edit.learner.empty() ? held.second.course == edit.course : held.second.learner == edit.learner;
        });
    }
    if (edit.learner.empty()) {
        ObservedCourse& course = courses_[edit.course];
        course.course = edit.course;
        course.deleted = edit.deleted;
        if (!edit.name.empty()) course.name = edit.name;
        return;
    }
    Account& account = accounts_[edit.learner];
    logins_.erase(people::login_index(account.login));
    if (edit.deleted) {
        accounts_.erase(edit.learner);
        return;
    }
    if (!edit.login.empty()) account.login = edit.login;
    if (!edit.email.empty()) account.email = edit.email;
    if (!edit.first_name.empty()) account.first_name = edit.first_name;
    if (!edit.family_name.empty()) account.family_name = edit.family_name;
    if (!account.login.empty()) logins_[people::login_index(account.login)] = edit.learner;
}

// A teacher suspends or lets in somebody who is enrolled, or corrects a name.
void MemoryLms::random_edit() {
    const auto all = enrolments();
    if (all.empty()) return;
    const Observed& one = all[static_cast<std::size_t>(plan_.roll(static_cast<std::int64_t>(all.size())))];
    LmsEdit done;
    done.learner = one.learner;
    if (plan_.roll(3) == 0) {
        done.first_name = "Edited-" + std::to_string(plan_.roll(1000));
    } else {
        done.course = one.course;
        done.container = one.container;
        done.access = one.access == Access::active ? Access::suspended : Access::active;
    }
    edit(done);
}

void MemoryLms::add_result(ObservedResult result) {
    if (result.event_id.empty()) result.event_id = "result-" + std::to_string(results_.size() + 1);
    results_.push_back(std::move(result));
}

LmsEdit MemoryLms::account(const std::string& learner) const {
    LmsEdit told;
    const auto held = accounts_.find(learner);
    if (held == accounts_.end()) return told;
    told.learner = learner;
    told.login = held->second.login;
    told.email = held->second.email;
    told.first_name = held->second.first_name;
    told.family_name = held->second.family_name;
    return told;
}

std::vector<Observed> MemoryLms::enrolments() const {
    std::vector<const std::pair<const std::string, Enrolment>*> all;
    all.reserve(enrolments_.size());
    for (const auto& held : enrolments_) all.push_back(&held);
    std::ranges::sort(all, {}, [](const auto* held) -> const std::string& { return held->first; });
    std::vector<Observed> rows;
    rows.reserve(all.size());
    for (const auto* held : all) {
        const Enrolment& enrolment = held->second;
        Observed row;
        row.course = enrolment.course;
        row.learner = enrolment.learner;
        row.access = enrolment.access;
        row.container = enrolment.container;
        row.groups.assign(enrolment.groups.begin(), enrolment.groups.end());
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace provost::lms
