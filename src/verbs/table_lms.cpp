// Verbs of access in an LMS.
#include "lms/access_of.hpp"
#include "lms/cutover.hpp"
#include "lms/define_rules.hpp"
#include "lms/elearning.hpp"
#include "lms/linking.hpp"
#include "lms/note_course.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto lms_verbs = std::to_array<Verb>({
    master<lms::Connection, lms::check_connection>("lms.define_connection", Right::operate_lms),
    verb<lms::define_access_rule>("lms.define_access_rule", Right::edit_courses, define_fetch<lms::AccessRule>, 1),
    verb<lms::set_link>("lms.set_link", Right::edit_courses, lms::set_link_fetch<>, 0)
        .on({{"course", edit}}),
    verb<lms::unlink_course>("lms.unlink", Right::edit_courses, lms::course_links_fetch<lms::Unlink>, 0)
        .on({{"course", edit}})
        .even_inactive(),
    verb<lms::link_by_code>("lms.link_by_code", Right::edit_courses, lms::link_by_code_fetch<>, lms::most_links_by_code)
        .finding_objects(),
    verb<lms::provision_course>("lms.provision_course", Right::edit_courses, lms::course_links_fetch<lms::ProvisionCourse>, 1)
        .on({{"course", edit}}),
    verb<lms::mark_test>("lms.mark_test", Right::operate_lms, lms::mark_test_fetch<>, 0)
        .on({{"learner", edit}, {"course", edit}}),
    verb<lms::add_elearning>("lms.add_elearning", Right::register_learners, lms::elearning_fetch<lms::AddElearning>, 1)
        .on({{"course", participant_administration}}),
    verb<lms::add_elearnings>("lms.add_elearnings", Right::register_learners, lms::add_elearnings_fetch<>, 0)
        .on({{"courses", participant_administration}}),
    verb<lms::set_access>("lms.set_access", Right::register_learners, lms::elearning_fetch<lms::SetAccess>, 0)
        .on({{"course", participant_administration}}),
    verb<lms::override_access>("lms.override_access", Right::register_learners, lms::elearning_fetch<lms::OverrideAccess>, 1)
        .on({{"course", participant_administration}}),
    verb<lms::lift_override>("lms.lift_override", Right::register_learners, lms::elearning_fetch<lms::LiftOverride>, 0)
        .on({{"course", participant_administration}}),
    verb<lms::provision_enrolment>("lms.provision_enrolment", Right::register_learners, lms::elearning_fetch<lms::ProvisionEnrolment>, 50)
        .on({{"course", participant_administration}}),
    verb<lms::access_of>("lms.access_of", Right::operate_lms, lms::access_of_fetch<>, 0)
        .on({{"course", participant_administration}}),
    verb<lms::define_cutover>("lms.define_cutover", Right::operate_lms, lms::cutover_fetch<lms::DefineCutover>, 1),
    verb<lms::tick_cutover>("lms.tick_cutover", Right::operate_lms, lms::cutover_fetch<lms::TickCutover>, 0),
    verb<lms::cutover_of>("lms.cutover_of", Right::operate_lms, lms::cutover_fetch<lms::CutoverOf>, 0),
    verb<lms::note_old_access>("lms.note_old_access", Right::operate_lms, lms::note_old_access_fetch<>, 1)
        .on({{"learner", edit}}),
    verb<lms::revoke_old_access>("lms.revoke_old_access", Right::operate_lms, lms::revoke_old_access_fetch, 0)
        .finding_objects()
        .even_inactive(),
    verb<lms::note_course>("lms.note_course", Right::operate_lms, lms::note_course_fetch<>, 1)
        .on({{"courses", edit}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_lms() { return lms_verbs; }

}  // namespace provost::verbs
