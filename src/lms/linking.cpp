// Settings of links. What of a link says who gives access is changed here alone; what of it says how results count is
// results.link_lms_course's.
#include "lms/linking.hpp"

#include "lms/concerned.hpp"
#include "lms/groups.hpp"
#include "lms/link_choice.hpp"

#include <provost/lms/elearning.hpp>

namespace provost::lms {

namespace {

using catalogue::Course;
using results::AccessMethod;
using results::LmsLink;

// WIS-ER-02: a rule about units for courses that train one, the other type for the others.
RuleType type_for(const catalogue::TemplateVersion& pinned) {
    return pinned.subject_code.empty() ? RuleType::course_enrolment : RuleType::unit_enrolment;
}

bool may_be(const SetLink& request, const SetLinkFacts& facts, const LmsLink& link, Decision& decision) {
    // WIS-LNK-05
    const bool automatic = request.access == AccessMethod::automatic;
    if (automatic != bool(facts.rule)) return (decision.refuse("link.rule-missing"_code), false);
    if (facts.rule && facts.rule->type != type_for(*facts.pinned)) {
        decision.refuse("access-rule.wrong-type"_code, {{"type", std::string(word(facts.rule->type))}});
        return false;
    }
    if (!is_pattern(request.group)) return (decision.refuse("group.pattern"_code), false);
    // WIS-LNK-03: name and dates of a course follow one course of an LMS at most.
    const auto* other = facts.links.first([&](const LmsLink& each) { return each.takes_over && each.id != link.id; });
    if (request.takes_over && other != nullptr) return (decision.refuse("link.takes-over"_code), false);
    for (const std::string& field : request.pinned) {
        if (field == "name" || field == "starts_at" || field == "ends_at") continue;
        decision.refuse("setting.unknown"_code, {{"setting", field}, {"member", "pinned"}});
        return false;
    }
    return true;
}

// WIS-LNK-06: what changes access of many is looked at first.
bool count_concerned(const LmsLink& link, Code what, const Context& context, Decision& decision) {
    const auto count = count_of(link, context);
    if (!count) return false;
    if (*count == 0) return true;
    decision.report.push_back(line_of(link, what, *count));
    decision.ask_for_approval("link.approval"_code, {{"count", std::to_string(*count)}});
    return true;
}

// Whether somebody else, or something else, says from now on who is let in over the link. That a link begins to enrol
// everybody takes nothing from anybody.
bool decides_otherwise(const SetLink& request, const std::string& rule, const LmsLink& link) {
    const bool narrows = link.enrols_everybody && !request.enrols_everybody;
    return request.access != link.access || rule != link.access_rule || narrows;
}

// Records are kept, but what was switched on by hand is off: a link that comes back begins anew. WIS-LNK-06
bool switch_off(const LmsLink& link, const Context& context, Decision& decision) {
    constexpr int by_link = 2;
    const auto added = context.find<ElearningEnrolment>(by_link, {{link.id.value, {}, false}});
    if (!added) return false;
    for (const ElearningEnrolment& each : *added) {
        if (!each.enabled) continue;
        ElearningEnrolment off = each;
        off.enabled = false;
        off.changed_at = context.recorded;
        decision.put(std::move(off));
    }
    return true;
}

}  // namespace

void set_link(const SetLink& request, const SetLinkFacts& facts, Context& context, Decision& decision) {
    const LmsLink* existing = only(links_named(facts.links, {request.connection, request.lms_course}), decision);
    if (existing == nullptr || !may_be(request, facts, *existing, decision)) return;
    const std::string rule = facts.rule ? facts.rule->key : std::string();
    const bool gave = existing->access != AccessMethod::none;
    const bool ends = gave && request.access == AccessMethod::none;
    // WIS-LNK-05, WIS-ER-10: another method or rule is to those whom the link lets in what a changed rule is.
    const bool moves = gave && !ends && decides_otherwise(request, rule, *existing);
    const Code what = ends ? "link.ended"_code : "link.evaluated"_code;
    if ((ends || moves) && !count_concerned(*existing, what, context, decision)) return;
    if (ends && !switch_off(*existing, context, decision)) return;
    LmsLink link = *existing;
    link.access = request.access;
    link.access_rule = rule;
    link.enrols_everybody = request.enrols_everybody && request.access == AccessMethod::automatic;
    link.group = request.group;
    link.takes_over = request.takes_over;
    link.pinned = request.pinned;
    decision.put(std::move(link));
    decision.access_due_for_all(facts.course->id);
}

void unlink_course(const Unlink& request, const UnlinkFacts& facts, Context& context, Decision& decision) {
    const LmsLink* existing = only(links_named(facts.links, {request.connection, request.lms_course}), decision);
    if (existing == nullptr) return;
    LmsLink link = *existing;
    link.access = AccessMethod::none;
    link.access_rule.clear();
    link.enrols_everybody = false;
    link.takes_over = false;
    link.off = true;
    decision.put(std::move(link));
    if (!count_concerned(*existing, "link.ended"_code, context, decision)) return;
    if (!switch_off(*existing, context, decision)) return;
    decision.access_due_for_all(facts.course->id);
}

// PPR-PRO-01, PPR-PRO-02: the link to the cohort is the flag of the course. A course has one cohort in an LMS.
void provision_course(const ProvisionCourse& request, const UnlinkFacts& facts, Context& context, Decision& decision) {
    auto cohorts = links_named(facts.links, {request.connection, {}});
    std::erase_if(cohorts, [](const LmsLink* link) { return !link->is_cohort; });
    const LmsLink* wanted = nullptr;
    for (const LmsLink* link : cohorts) {
        const bool is_it = request.cohort.empty() ? link->access != AccessMethod::none || wanted == nullptr
                                                  : link->lms_course == request.cohort;
        if (is_it) wanted = link;
    }
    // PPR-PRO-05: whoever is provisioned without a cohort is an account that is linked to no course.
    const bool lacks = wanted == nullptr && request.cohort.empty();
    if (lacks && request.provision) return decision.refuse("link.cohort-missing"_code);
    if (lacks) return decision.refuse("link.unknown"_code);
    LmsLink link = wanted != nullptr ? *wanted : LmsLink{};
    if (wanted == nullptr) link.id = context.ids.take<LmsLink>();
    link.connection = request.connection;
    if (wanted == nullptr) link.lms_course = request.cohort;
    link.course = facts.course->id;
    link.is_cohort = true;
    link.off = true;  // no results come from a cohort
    link.access = request.provision ? AccessMethod::by_place : AccessMethod::none;
    decision.put(std::move(link));
    for (const LmsLink* other : cohorts) {
        if (other == wanted || other->access == AccessMethod::none) continue;
        LmsLink left = *other;
        left.access = AccessMethod::none;
        decision.put(std::move(left));
    }
    decision.access_due_for_all(facts.course->id);
}

// WIS-MIG-14
void mark_test(const MarkTest& request, const MarkTestFacts& facts, Context&, Decision& decision) {
    if (!facts.learner && !facts.course) return decision.refuse("field.missing"_code, {{"field", "learner"}});
    if (facts.course && facts.course->life != catalogue::CourseLife::active) {
        return decision.refuse("course.archived"_code);
    }
    const bool by_link = !request.lms_course.empty();
    if (by_link) {
        const LmsLink* existing = only(links_named(facts.links, {request.connection, request.lms_course}), decision);
        if (existing == nullptr) return;
        LmsLink link = *existing;
        link.is_test = request.is_test;
        decision.put(std::move(link));
    } else if (facts.course) {
        Course course = *facts.course;
        course.is_test = request.is_test;
        decision.put(std::move(course));
    }
    if (facts.course) decision.access_due_for_all(facts.course->id);
    if (!facts.learner) return;
    people::Learner learner = *facts.learner;
    learner.is_test = request.is_test;
    decision.access_due_everywhere(learner.id);
    decision.put(std::move(learner));
}

}  // namespace provost::lms
