// results.set_grade_rule, results.set_grade_rules, results.link_lms_course: which rule counts where, and what stands
// for what in an LMS.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/results/links.hpp>

namespace provost::results {

struct SetGradeRuleFacts {
    One<catalogue::Course> course;
    One<GradeRule> rule;
    One<GradeRule> default_rule;
    One<GradeRuleUse> existing;
};

template <class Facts = SetGradeRuleFacts>
inline constexpr auto set_grade_rule_fetch = [] {
    return fetch_plan<SetGradeRule>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(rule, "key(request.rule)", "grade-rule.unknown"_code),
        PROVOST_SLOT(default_rule, "key(request.default_rule)", "grade-rule.unknown"_code),
        PROVOST_SLOT(existing, "course(course.id)"),
    }));
}();

struct SetGradeRulesFacts {
    Many<catalogue::Course> courses;
    One<GradeRule> rule;
};

template <class Facts = SetGradeRulesFacts>
inline constexpr auto set_grade_rules_fetch = [] {
    return fetch_plan<SetGradeRules>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", {}, when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(rule, "key(request.rule)", "grade-rule.unknown"_code),
    }));
}();

struct LinkLmsCourseFacts {
    One<catalogue::Course> course;
    One<GradeRule> rule;
    Many<LmsLink> links;
};

template <class Facts = LinkLmsCourseFacts>
inline constexpr auto link_lms_course_fetch = [] {
    return fetch_plan<LinkLmsCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(rule, "key(request.rule)", "grade-rule.unknown"_code),
        PROVOST_SLOT(links, "lms_course(request.connection, request.lms_course)"),
    }));
}();

void set_grade_rule(const SetGradeRule& request, const SetGradeRuleFacts& facts, Context& context, Decision& decision);
void set_grade_rules(const SetGradeRules& request, const SetGradeRulesFacts& facts, Context& context,
                     Decision& decision);
void link_lms_course(const LinkLmsCourse& request, const LinkLmsCourseFacts& facts, Context& context,
                     Decision& decision);
[[nodiscard]] Code check_result_settings(const ResultSettings& settings, const Context& context);

}  // namespace provost::results
