// Tutors by login, and what follows from a change of them.
#include "catalogue/staff.hpp"

#include "access/clearance.hpp"
#include "catalogue/added_resources.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/rule_fit.hpp"
#include "staffing/positions.hpp"

#include <provost/catalogue/follow_staff.hpp>

namespace provost::catalogue {

namespace {

// IMC-TUT-02: nobody is assigned without a position. Empty: refused, or to be asked again.
std::string usual_position(const staffing::Tutor& tutor, const Context& context, Decision& decision) {
    const auto settings = staffing::settings_in(context);
    const auto record = staffing::position_in(tutor.position, context);
    if (!settings || !record) return {};
    std::string position = staffing::usual_position(tutor, *record, *settings);
    if (position.empty()) decision.refuse("position.missing"_code, {{"name", tutor.login}});
    return position;
}

template <class Request>
void follow(Request next, Id<Course> course, Decision& decision) {
    if (next.added.empty() && next.removed.empty() && next.changed.empty()) return;
    next.course = Ref<Course>(course);
    decision.then(std::move(next));
}

FollowTutors changes_of(const std::vector<AssignedTutor>& before, const std::vector<AssignedTutor>& now) {
    FollowTutors next;
    for (const AssignedTutor& each : now) {
        const auto* former = staffing::find_tutor(before, each.tutor);
        if (former == nullptr) next.added.push_back(each.tutor.value);
        if (former != nullptr && former->feedback_form != each.feedback_form) next.changed.push_back(each.tutor.value);
    }
    for (const AssignedTutor& each : before) {
        if (staffing::find_tutor(now, each.tutor) == nullptr) next.removed.push_back(each.tutor.value);
    }
    return next;
}

FollowResources changes_of(const std::vector<AddedResource>& before, const std::vector<AddedResource>& now) {
    FollowResources next;
    for (const AddedResource& each : now) {
        const auto* former = find_added(before, each.resource);
        if (former == nullptr) next.added.push_back(each.resource);
        if (former != nullptr && find_added(now, each.resource)->feedback_question != former->feedback_question) {
            next.changed.push_back(each.resource);
        }
    }
    for (const AddedResource& each : before) {
        if (find_added(now, each.resource) == nullptr) next.removed.push_back(each.resource);
    }
    return next;
}

}  // namespace

bool may_be_tutor(const staffing::Tutor& tutor, const Context& context, Decision& decision) {
    const auto settings = staffing::settings_in(context);
    if (!settings) return false;
    const bool may = staffing::is_tutor(tutor, *settings);
    if (!may) decision.refuse("tutor.unknown"_code, {{"name", tutor.login}});  // IMC-TUT-01, IMC-CSV-16
    return may;
}

Id<access::Administrator> administrator_of(std::string_view login, const Context& context, Decision& decision) {
    using access::Administrator;
    const auto found = context.find<Administrator>(find_index(type_of<Administrator>(), "login"),
                                                   {{0, people::login_index(login), true}});
    if (!found) return {};
    if (found->empty())
        return (decision.refuse("administrator.unknown"_code, {{"name", std::string(login)}}), Id<Administrator>{});
    return (*found->begin()).id;
}

std::optional<std::vector<AssignedTutor>> assigned_tutors(const Many<staffing::Tutor>& named,
                                                          const std::vector<AssignedTutor>& former,
                                                          const Context& context, Decision& decision) {
    std::vector<AssignedTutor> tutors;
    bool known = true;
    for (const staffing::Tutor& tutor : named) {
        if (staffing::find_tutor(tutors, tutor.id) != nullptr) continue;
        if (const auto* before = staffing::find_tutor(former, tutor.id)) {
            tutors.push_back(*before);
            continue;
        }
        AssignedTutor made;
        made.tutor = tutor.id;
        if (may_be_tutor(tutor, context, decision)) made.position = usual_position(tutor, context, decision);
        if (decision.refused()) return std::nullopt;
        known = known && !made.position.empty();
        tutors.push_back(std::move(made));
    }
    // IMC-CSV-27, IMC-CSV-28: the same people in another order are the same list.
    const bool same = std::ranges::is_permutation(tutors, former, {}, &AssignedTutor::tutor, &AssignedTutor::tutor);
    if (same) tutors = former;
    return known ? std::optional(std::move(tutors)) : std::nullopt;
}

void follow_staff(const Course* before, const Course& now, Decision& decision) {
    static const Course nothing;
    const Following& following = decision.following;
    const ToldLists told = following.told.course == now.id.value ? following.told : ToldLists{};
    const bool anew = before == nullptr || told.given_back;
    const Assignments& former = anew ? nothing.assignments : before->assignments;
    FollowTutors tutors = changes_of(former.tutors, now.assignments.tutors);
    FollowResources resources = changes_of(former.resources, now.assignments.resources);
    resources.tutors_stay = told.tutors && !told.given_back;
    if (told.resources) tutors.removed.clear();
    if (told.resources && !told.tutors) tutors.added.clear();
    if (told.tutors && (told.resources || !resources.removed.empty())) {
        resources.removed.clear();
        tutors.added.clear();
        for (const AssignedTutor& each : now.assignments.tutors) tutors.added.push_back(each.tutor.value);
    }
    // IMC-CT-09: whether anybody grades is judged once the resources have brought theirs.
    if (!resources.added.empty()) {
        std::erase_if(decision.notes, [](const Reason& each) { return each.code == "logic.nobody-grades"_code; });
    }
    tutors.by_template = following.by_template;
    follow(std::move(tutors), now.id, decision);
    follow(std::move(resources), now.id, decision);
}

void forget_marks(std::vector<AssignedTutor>& tutors) {
    for (AssignedTutor& each : tutors) each.unlinked = false;
}

void keep_marks(const std::vector<AssignedTutor>& former, std::vector<AssignedTutor>& tutors) {
    for (AssignedTutor& each : tutors) {
        const auto* before = staffing::find_tutor(former, each.tutor);
        each.unlinked = each.unlinked || (before != nullptr && before->unlinked);
    }
}

bool asks_tutors(std::span<const Rule> rules) {
    return std::ranges::any_of(rules, [](const Rule& rule) {
        return std::ranges::find(rule.conditions, ConditionKind::confirmed_by_tutor, [](const RuleCondition& each) {
                   return each.kind.value_or(ConditionKind::status);
               }) != rule.conditions.end();
    });
}

// IMC-CT-09: no rule requires a tutor but one that asks for his confirmation.
void tell_if_nobody_grades(const std::vector<Rule>& rules, const std::vector<AssignedTutor>& tutors,
                           const Context& context, Decision& decision) {
    if (!asks_tutors(rules)) return;
    const auto anybody = staffing::anybody_may(staffing::TutorFunction::grading, tutors, context);
    if (anybody && !*anybody) decision.note("logic.nobody-grades"_code);
}

void tell_if_nobody_grades(std::int64_t owner, const Course& course, const TemplateVersion& pinned,
                           const Context& context, Decision& decision) {
    if (Complexity(pinned, {}, {}, &course).hides_rules()) return;
    const auto rules = rules_of(owner, context);
    if (rules) tell_if_nobody_grades(*rules, course.assignments.tutors, context, decision);
}

std::optional<bool> is_seen(const Course& course, const Context& context) {
    const auto cleared = access::may(context, &course, is_there, access::ObjectRight::view);
    if (!cleared || *cleared) return cleared;
    const auto found = context.find<staffing::Tutor>(0, {{0, people::login_index(context.head.actor), true}});
    if (!found) return std::nullopt;
    const auto* entry =
        found->empty() ? nullptr : staffing::find_tutor(course.assignments.tutors, (*found->begin()).id);
    if (entry == nullptr) return false;
    const auto open = staffing::open_to(*entry, context);
    return open ? std::optional(*open != 0) : std::nullopt;
}

}  // namespace provost::catalogue
