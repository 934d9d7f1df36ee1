// Verbs of results, grade rules, statutory reporting.
#include "reporting/submissions.hpp"
#include "results/by_hand.hpp"
#include "results/define_grade_rule.hpp"
#include "results/receive_grade.hpp"
#include "results/rule_uses.hpp"
#include "results/settle.hpp"
#include "results/what_if.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto results_verbs = std::to_array<Verb>({
    verb<results::define_grade_rule>("results.define_grade_rule", Right::edit_courses, define_fetch<results::GradeRule>, 1),
    verb<results::check_grade_rule>("results.check_grade_rule", Right::none, results::check_grade_rule_fetch<>, 0),
    master<results::ResultSettings, results::check_result_settings>("results.define_result_settings", Right::organise),
    verb<results::set_grade_rule>("results.set_grade_rule", Right::edit_courses, results::set_grade_rule_fetch<>, 1)
        .on({{"course", edit}}),
    verb<results::set_grade_rules>("results.set_grade_rules", Right::edit_courses, results::set_grade_rules_fetch<>, 0)
        .on({{"courses", edit}}),
    verb<results::link_lms_course>("results.link_lms_course", Right::edit_courses, results::link_lms_course_fetch<>, 1)
        .on({{"course", edit}}),
    verb<results::receive_grade>("results.receive_grade", Right::receive_results, results::receive_grade_fetch<>, 2)
        .on({{"course", change_participant_status}, {"linked_courses", change_participant_status}, {"unit_courses", change_participant_status}}),
    verb<results::enter_grade>("results.enter_grade", Right::change_participant_status, results::place_fetch<results::EnterGrade>, 1)
        .on({{"course", change_participant_status}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::grading)),
    verb<results::settle_result>("results.settle_result", Right::change_participant_status, results::settle_result_fetch<>, 2)
        .on({{"course", change_participant_status}, {"own_course", change_participant_status}, {"courses", change_participant_status}}),
    verb<results::change_outcome>("results.change_outcome", Right::change_participant_status, results::place_fetch<results::ChangeOutcome>, 1)
        .on({{"course", change_participant_status}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::corrections)),
    verb<results::change_outcomes>("results.change_outcomes", Right::change_participant_status, results::change_outcomes_fetch<>, 0)
        .on({{"courses", change_participant_status}}),
    verb<results::outcome_of>("results.outcome_of", Right::none, results::outcome_of_fetch<>, 0)
        .by_tutor("course", staffing::functions(staffing::TutorFunction::progress)),
    verb<results::what_if_grades>("results.what_if_grades", Right::report, results::what_if_grades_fetch<>, 0)
        .on({{"course", participant_administration}}),
    verb<reporting::mark_sent>("reporting.mark_sent", Right::report, reporting::mark_sent_fetch<>, 401)
        .even_inactive(),
    verb<reporting::leave_out>("reporting.leave_out", Right::report, reporting::leave_out_fetch<>, 0)
        .on({{"of_unit", edit}, {"of_program", edit}, {"course", edit}})
        .even_inactive(),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_results() { return results_verbs; }

}  // namespace provost::verbs
