// The verb table: every behaviour of Provost, one line each: name, function (which says request and facts), right,
// fetch plan, most records it makes; and the rights it needs on records that have clearances. IMC-ACL-01
#include "access/clearance.hpp"
#include "catalogue/course_changes.hpp"
#include "catalogue/course_sets.hpp"
#include "catalogue/define.hpp"
#include "catalogue/define_references.hpp"
#include "catalogue/holds.hpp"
#include "catalogue/media.hpp"
#include "catalogue/packaging.hpp"
#include "catalogue/questions.hpp"
#include "catalogue/shelves.hpp"
#include "catalogue/syllabus.hpp"
#include "clearances/set_clearances.hpp"
#include "enrolment/describe_training.hpp"
#include "enrolment/without_course.hpp"
#include "erasure/deletion.hpp"
#include "erasure/erase_learner.hpp"
#include "finalise/amend.hpp"
#include "finalise/commitment.hpp"
#include "finalise/credential.hpp"
#include "finalise/credit.hpp"
#include "finalise/finalise_program.hpp"
#include "finalise/finalise_unit.hpp"
#include "finalise/learncycle.hpp"
#include "finalise/learner_activity.hpp"
#include "finalise/reopen.hpp"
#include "finalise/transition.hpp"
#include "learning/component_notices.hpp"
#include "learning/define_logic.hpp"
#include "learning/follow.hpp"
#include "learning/judge_anew.hpp"
#include "learning/sign.hpp"
#include "learning/update.hpp"
#include "learning/view.hpp"
#include "lms/access_of.hpp"
#include "lms/cutover.hpp"
#include "lms/define_rules.hpp"
#include "lms/elearning.hpp"
#include "lms/linking.hpp"
#include "lms/note_course.hpp"
#include "people/about_learners.hpp"
#include "people/define_group.hpp"
#include "people/define_learner.hpp"
#include "people/describe_client.hpp"
#include "plan/define_verb.hpp"
#include "prerequisites/define_prerequisites.hpp"
#include "registration/cancel.hpp"
#include "registration/catch_up.hpp"
#include "registration/change.hpp"
#include "registration/count_quotas.hpp"
#include "registration/define_process.hpp"
#include "registration/follow_dates.hpp"
#include "registration/many.hpp"
#include "registration/move.hpp"
#include "registration/prebook.hpp"
#include "registration/promote.hpp"
#include "registration/questions.hpp"
#include "registration/register_learner.hpp"
#include "registration/request_place.hpp"
#include "registration/visibility.hpp"
#include "registration/wishes.hpp"
#include "reporting/submissions.hpp"
#include "results/by_hand.hpp"
#include "results/define_grade_rule.hpp"
#include "results/receive_grade.hpp"
#include "results/rule_uses.hpp"
#include "results/settle.hpp"
#include "results/what_if.hpp"
#include "verbs/verb.hpp"

namespace provost::verbs {

namespace {

using access::Administrator;
using access::DefaultClearances;
using access::Right;
using enum access::ObjectRight;
using namespace catalogue;
using organisation::Location;
using organisation::Provider;
using organisation::ReportingDefaults;
using staffing::Tutor;

Code zone_exists(const Location& location, const Context& context) {
    return context.zones.find(location.zone) == nullptr ? "zone.unknown"_code : Code{};
}

// A plain master record: made, or brought up to date, by its natural key.
template <class T, RecordCheck<T> check = unchecked<T>>
constexpr Verb master(std::string_view name, Right right) {
    return verb<define<T, check>>(name, right, define_fetch<T>, 1);
}

// clang-format off
constexpr auto table = std::to_array<Verb>({
    master<Provider>("organisation.define_provider", Right::organise),
    master<Location, zone_exists>("organisation.define_location", Right::organise),
    master<ReportingDefaults>("organisation.define_reporting", Right::organise),
    verb<registration::define_process>("organisation.define_registration_process", Right::organise, define_fetch<organisation::RegistrationProcess>, 1),
    master<finalise::CredentialRules>("organisation.define_credentials", Right::organise),
    master<Administrator, access::check_administrator>("access.define_administrator", Right::organise),
    verb<clearances::set_clearances>("access.set_clearances", Right::organise, clearances::set_clearances_fetch, 1),
    master<DefaultClearances, access::check_default>("access.define_default_clearances", Right::organise),
    master<Tutor>("staffing.define_tutor", Right::organise),
    verb<people::define_learner>("people.define_learner", Right::register_learners, people::define_learner_fetch, 1),
    verb<people::describe_client>("people.describe_client", Right::register_learners, people::describe_client_fetch, 0),
    verb<erasure::erase_learner>("people.erase_learner", Right::erase, erasure::erase_learner_fetch, 0)
        .even_inactive(),
    verb<people::mark_learner>("people.mark_learner", Right::register_learners, people::mark_learner_fetch, 0),
    verb<finalise::inactivate_learner>("people.inactivate_learner", Right::register_learners, finalise::inactivate_learner_fetch, 0)
        .even_inactive(),
    verb<finalise::reactivate_learner>("people.reactivate_learner", Right::register_learners, finalise::reactivate_learner_fetch, 0)
        .even_inactive(),
    verb<people::define_group>("people.define_group", Right::register_learners, people::define_group_fetch, 1),
    verb<people::state_fact>("people.state_fact", Right::register_learners, people::state_fact_fetch, 1),
    verb<people::define_supervision>("people.define_supervision", Right::register_learners, people::define_supervision_fetch, 1),
    verb<define_course_type>("catalogue.define_course_type", Right::edit_courses, define_course_type_fetch, 3)
        .on({{"existing", edit}}),
    verb<define_meta_tag>("catalogue.define_meta_tag", Right::edit_courses, define_fetch<MetaTag>, 1),
    master<CourseRoom>("catalogue.define_course_room", Right::edit_courses),
    verb<define_classification>("catalogue.define_classification", Right::edit_courses, define_classification_fetch, 1),
    master<Subject>("catalogue.define_subject", Right::edit_courses),
    master<Program>("catalogue.define_program", Right::edit_courses),
    verb<define_packaging>("catalogue.define_packaging", Right::edit_courses, define_packaging_fetch, 1),
    verb<define_template>("catalogue.define_template", Right::edit_courses, define_template_fetch, 6)
        .on({{"existing", edit}, {"course_type", create}, {"location", assign}, {"tutors", assign}, {"provider", assign}}),
    verb<define_course>("catalogue.define_course", Right::edit_courses, define_course_fetch, 6)
        .on({{"existing", edit}, {"course_template", create}, {"location", assign}, {"tutors", assign}, {"provider", assign}}),
    verb<effective_settings>("catalogue.effective_settings", Right::none, effective_settings_fetch, 0)
        .on({{"course", view}}),
    verb<change_template>("catalogue.change_template", Right::edit_courses, change_template_fetch, 204)
        .on({{"course", versioning}, {"course_template", create}}),
    verb<create_template>("catalogue.create_template", Right::edit_courses, create_template_fetch, 6)
        .on({{"course", copy}, {"its_type", create}}),
    verb<duplicate_course>("catalogue.duplicate_course", Right::edit_courses, duplicate_course_fetch, 206)
        .on({{"course", copy}, {"its_template", create}, {"members", assign}}),
    verb<define_syllabus>("catalogue.define_syllabus", Right::edit_courses, define_syllabus_fetch, 2)
        .on({{"course", edit_syllabus}}),
    verb<import_components>("catalogue.import_components", Right::edit_courses, import_components_fetch, 2)
        .on({{"course", edit_syllabus}, {"from_course", copy}, {"from_template", copy}}),
    verb<define_shelf>("catalogue.define_shelf", Right::edit_courses, define_shelf_fetch, 1)
        .on({{"course", edit_syllabus}}),
    verb<tabs>("catalogue.tabs", Right::none, tabs_fetch, 0)
        .on({{"course", view}}),
    verb<learning::define_logic>("learning.define_logic", Right::edit_courses, learning::define_logic_fetch, 1)
        .on({{"course", edit_syllabus}}),
    verb<hold_course>("catalogue.hold_course", Right::edit_courses, hold_course_fetch, 1)
        .on({{"course", edit}}),
    verb<erasure::delete_course>("catalogue.delete_course", Right::edit_courses, erasure::delete_course_fetch, 0)
        .on({{"course", remove}}),
    verb<erasure::restore_course>("catalogue.restore_course", Right::edit_courses, erasure::restore_course_fetch, 0)
        .on({{"course", remove}}),
    verb<erasure::delete_template>("catalogue.delete_template", Right::edit_courses, erasure::delete_template_fetch, 0)
        .on({{"course_template", remove}}),
    verb<erasure::delete_course_type>("catalogue.delete_course_type", Right::edit_courses, erasure::delete_course_type_fetch, 0)
        .on({{"course_type", remove}}),
    verb<define_medium>("catalogue.define_medium", Right::edit_courses, define_medium_fetch, 1)
        .on({{"course", edit}, {"its_course", edit}}),
    verb<release_medium>("catalogue.release_medium", Right::edit_courses, release_medium_fetch, 0)
        .on({{"course", release}}),
    verb<courses_to_check>("catalogue.courses_to_check", Right::none, courses_to_check_fetch, 0)
        .on({{"course_template", view}}),
    verb<define_course_set>("catalogue.define_course_set", Right::edit_courses, define_course_set_fetch, 1)
        .on({{"course", edit}, {"members", assign}}),
    verb<define_course_group>("catalogue.define_course_group", Right::edit_courses, define_course_group_fetch, 1)
        .on({{"courses", assign}}),
    verb<define_path>("catalogue.define_path", Right::edit_courses, define_path_fetch, 1)
        .on({{"existing", edit}, {"courses", assign}}),
    verb<visible_tags>("catalogue.visible_tags", Right::none, visible_tags_fetch, 0)
        .on({{"course", view}}),
    verb<texts>("catalogue.texts", Right::none, texts_fetch, 0)
        .on({{"course", view}, {"course_template", view}}),
    verb<prerequisites::define_prerequisites>("prerequisites.define_prerequisites", Right::edit_courses, prerequisites::define_prerequisites_fetch, 1)
        .on({{"course", edit}, {"course_template", edit}}),
    verb<prerequisites::require_subject>("prerequisites.require_subject", Right::edit_courses, prerequisites::require_subject_fetch, 1)
        .on({{"course_template", edit}}),
    verb<enrolment::enrol_in_program>("enrolment.enrol_in_program", Right::register_learners, enrolment::enrol_in_program_fetch, 1),
    verb<enrolment::describe_training>("enrolment.describe_training", Right::register_learners, enrolment::describe_training_fetch, 0),
    verb<enrolment::record_achievement>("enrolment.record_achievement", Right::register_learners, enrolment::record_achievement_fetch, 1),
    verb<registration::register_learner>("registration.register_learner", Right::register_learners, registration::register_learner_fetch, 4)
        .on({{"course", participant_administration}}),
    verb<registration::promote>("registration.promote", Right::register_learners, registration::promote_fetch, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::count_quotas>("registration.count_quotas", Right::register_learners, registration::count_quotas_fetch, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::follow_dates>("registration.follow_dates", Right::register_learners, registration::follow_dates_fetch, 0)
        .on({{"course", participant_administration}}),
    verb<registration::prebook>("registration.prebook", Right::register_learners, registration::prebook_fetch, 1)
        .on({{"course_template", participant_administration}}),
    verb<registration::wish>("registration.wish", Right::none, registration::wish_fetch, 1),
    verb<registration::register_prebooked>("registration.register_prebooked", Right::register_learners, registration::register_prebooked_fetch, 4)
        .on({{"course", participant_administration}}),
    verb<registration::register_many>("registration.register_many", Right::register_learners, registration::many_fetch<registration::RegisterMany>, 0)
        .on({{"course", participant_administration}}),
    verb<registration::check>("registration.check", Right::none, registration::check_fetch, 0),
    verb<registration::assess>("registration.assess", Right::register_learners, registration::assess_fetch, 0)
        .on({{"course", participant_administration}}),
    verb<registration::request_place>("registration.request_place", Right::none, registration::request_place_fetch, 4),
    verb<registration::answer_request>("registration.answer_request", Right::none, registration::answer_request_fetch, 4),
    verb<registration::cancel_place>("registration.cancel_place", Right::register_learners, registration::cancel_place_fetch, 1)
        .on({{"course", change_registration_status}}),
    verb<registration::give_up_place>("registration.give_up_place", Right::none, registration::give_up_place_fetch, 1),
    verb<registration::cancel_many>("registration.cancel_many", Right::register_learners, registration::many_fetch<registration::CancelMany>, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::move_place>("registration.move_place", Right::register_learners, registration::move_place_fetch, 4)
        .on({{"from", move_participants}, {"course", participant_administration}}),
    verb<registration::replace_participant>("registration.replace_participant", Right::register_learners, registration::replace_participant_fetch, 4)
        .on({{"course", replace_participants}}),
    verb<registration::change_registration>("registration.change_registration", Right::register_learners, registration::change_fetch<registration::ChangeRegistration>, 1)
        .on({{"course", participant_administration}}),
    verb<registration::change_state>("registration.change_state", Right::change_participant_status, registration::change_fetch<registration::ChangeState>, 1)
        .on({{"course", change_participant_status}}),
    verb<registration::conclude>("registration.conclude", Right::none, registration::change_fetch<registration::Conclude>, 1),
    verb<registration::may_enter>("registration.may_enter", Right::none, registration::may_enter_fetch, 0),
    verb<registration::history>("registration.history", Right::register_learners, registration::history_fetch, 0)
        .on({{"course", audit_log}}),
    verb<registration::catch_up>("registration.catch_up", Right::register_learners, registration::catch_up_fetch, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::sees>("registration.sees", Right::none, registration::visibility_fetch<registration::Sees>, 0),
    verb<registration::may_list_participants>("registration.may_list_participants", Right::none, registration::visibility_fetch<registration::MayListParticipants>, 0),
    verb<learning::open_component>("learning.open_component", Right::none, learning::student_fetch<learning::OpenComponent>, 4),
    verb<learning::confirm>("learning.confirm", Right::none, learning::student_fetch<learning::Confirm>, 4),
    verb<learning::receive_result>("learning.receive_result", Right::receive_results, learning::student_fetch<learning::ReceiveResult>, 4)
        .on({{"course", change_participant_status}}),
    verb<learning::what_is_open>("learning.what_is_open", Right::none, learning::what_is_open_fetch, 0),
    verb<learning::overview>("learning.overview", Right::none, learning::overview_fetch, 0),
    verb<learning::preview>("learning.preview", Right::edit_courses, learning::preview_fetch, 0)
        .on({{"course", view}}),
    verb<learning::update_components>("learning.update_components", Right::edit_courses, learning::update_components_fetch, 0)
        .on({{"courses", edit_syllabus}}),
    verb<learning::prepare_signature>("learning.prepare_signature", Right::none, learning::sign_fetch<learning::PrepareSignature>, 0),
    verb<learning::sign>("learning.sign", Right::none, learning::sign_fetch<learning::Sign>, 4),
    verb<learning::send_component_notices>("learning.send_component_notices", Right::send_messages, learning::component_notices_fetch, 1)
        .on({{"course", notifications}}),
    verb<learning::judge_anew>("learning.judge_anew", Right::change_participant_status, learning::judge_anew_fetch, 4)
        .on({{"course", change_participant_status}}),
    verb<learning::follow_sets>("learning.follow_sets", Right::register_learners, learning::follow_sets_fetch, 4)
        .on({{"course", change_registration_status}}),
    verb<results::define_grade_rule>("results.define_grade_rule", Right::edit_courses, define_fetch<results::GradeRule>, 1),
    verb<results::check_grade_rule>("results.check_grade_rule", Right::none, results::check_grade_rule_fetch, 0),
    master<results::ResultSettings, results::check_result_settings>("results.define_result_settings", Right::organise),
    verb<results::set_grade_rule>("results.set_grade_rule", Right::edit_courses, results::set_grade_rule_fetch, 1)
        .on({{"course", edit}}),
    verb<results::set_grade_rules>("results.set_grade_rules", Right::edit_courses, results::set_grade_rules_fetch, 0)
        .on({{"courses", edit}}),
    verb<results::link_lms_course>("results.link_lms_course", Right::edit_courses, results::link_lms_course_fetch, 1)
        .on({{"course", edit}}),
    verb<results::receive_grade>("results.receive_grade", Right::receive_results, results::receive_grade_fetch, 2)
        .on({{"course", change_participant_status}, {"linked_courses", change_participant_status}, {"unit_courses", change_participant_status}}),
    verb<results::enter_grade>("results.enter_grade", Right::change_participant_status, results::place_fetch<results::EnterGrade>, 1)
        .on({{"course", change_participant_status}}),
    verb<results::settle_result>("results.settle_result", Right::change_participant_status, results::settle_result_fetch, 2)
        .on({{"course", change_participant_status}, {"own_course", change_participant_status}, {"courses", change_participant_status}}),
    verb<results::change_outcome>("results.change_outcome", Right::change_participant_status, results::place_fetch<results::ChangeOutcome>, 1)
        .on({{"course", change_participant_status}}),
    verb<results::change_outcomes>("results.change_outcomes", Right::change_participant_status, results::change_outcomes_fetch, 0)
        .on({{"courses", change_participant_status}}),
    verb<results::outcome_of>("results.outcome_of", Right::none, results::place_fetch<results::OutcomeOf>, 0)
        .on({{"course", participant_administration}}),
    verb<results::what_if_grades>("results.what_if_grades", Right::report, results::what_if_grades_fetch, 0)
        .on({{"course", participant_administration}}),
    verb<finalise::finalise_unit>("finalise.finalise_unit", Right::finalise, finalise::finalise_unit_fetch, 2)
        .on({{"course", change_participant_status}}),
    verb<reporting::mark_sent>("reporting.mark_sent", Right::report, reporting::mark_sent_fetch, 401)
        .even_inactive(),
    verb<reporting::leave_out>("reporting.leave_out", Right::report, reporting::leave_out_fetch, 0)
        .even_inactive(),
    master<enrolment::ProgramStatus, finalise::check_status>("finalise.define_status", Right::organise),
    verb<finalise::finalise_program>("finalise.finalise_program", Right::finalise, finalise::finalise_program_fetch, finalise::most_program_ids),
    verb<finalise::complete_item>("finalise.complete_item", Right::finalise, finalise::program_item_fetch<finalise::CompleteItem>, 0),
    verb<finalise::reopen>("finalise.reopen", Right::reopen, finalise::reopen_fetch, finalise::most_program_ids),
    verb<finalise::amend>("finalise.amend", Right::finalise, finalise::amend_fetch, 2)
        .even_inactive(),
    master<finalise::Transition, finalise::check_transition>("finalise.define_transition", Right::edit_courses),
    verb<finalise::transition_program>("finalise.transition_program", Right::finalise, finalise::transition_program_fetch, finalise::most_program_ids),
    verb<finalise::cancel_commitment>("finalise.cancel_commitment", Right::finalise, finalise::commitment_fetch<finalise::CancelCommitment>, 0),
    verb<finalise::record_commitment>("finalise.record_commitment", Right::finalise, finalise::commitment_fetch<finalise::RecordCommitment>, 0),
    verb<finalise::credit_unit>("finalise.credit_unit", Right::finalise, finalise::credit_unit_fetch, 1),
    verb<finalise::check_packaging>("finalise.check_packaging", Right::none, finalise::award_fetch<finalise::CheckPackaging>, 0),
    verb<finalise::offer_credentials>("finalise.offer_credentials", Right::finalise, finalise::award_fetch<finalise::OfferCredentials>, 0),
    master<finalise::Learncycle, finalise::check_learncycle>("finalise.define_learncycle", Right::organise),
    verb<finalise::fire_learncycle>("finalise.fire_learncycle", Right::finalise, finalise::fire_learncycle_fetch, 2),
    verb<finalise::issue_credential>("finalise.issue_credential", Right::finalise, finalise::issue_credential_fetch, 2),
    verb<finalise::reissue_credential>("finalise.reissue_credential", Right::finalise, finalise::edition_fetch<finalise::ReissueCredential>, 1),
    verb<finalise::revoke_credential>("finalise.revoke_credential", Right::finalise, finalise::edition_fetch<finalise::RevokeCredential>, 1),
    master<lms::Connection, lms::check_connection>("lms.define_connection", Right::operate_lms),
    verb<lms::define_access_rule>("lms.define_access_rule", Right::edit_courses, define_fetch<lms::AccessRule>, 1),
    verb<lms::set_link>("lms.set_link", Right::edit_courses, lms::set_link_fetch, 0)
        .on({{"course", edit}}),
    verb<lms::unlink_course>("lms.unlink", Right::edit_courses, lms::course_links_fetch<lms::Unlink>, 0)
        .on({{"course", edit}})
        .even_inactive(),
    verb<lms::link_by_code>("lms.link_by_code", Right::edit_courses, lms::link_by_code_fetch, lms::most_links_by_code),
    verb<lms::provision_course>("lms.provision_course", Right::edit_courses, lms::course_links_fetch<lms::ProvisionCourse>, 1)
        .on({{"course", edit}}),
    verb<lms::mark_test>("lms.mark_test", Right::operate_lms, lms::mark_test_fetch, 0),
    verb<lms::add_elearning>("lms.add_elearning", Right::register_learners, lms::elearning_fetch<lms::AddElearning>, 1)
        .on({{"course", participant_administration}}),
    verb<lms::add_elearnings>("lms.add_elearnings", Right::register_learners, lms::add_elearnings_fetch, 0)
        .on({{"courses", participant_administration}}),
    verb<lms::set_access>("lms.set_access", Right::register_learners, lms::elearning_fetch<lms::SetAccess>, 0)
        .on({{"course", participant_administration}}),
    verb<lms::override_access>("lms.override_access", Right::register_learners, lms::elearning_fetch<lms::OverrideAccess>, 1)
        .on({{"course", participant_administration}}),
    verb<lms::lift_override>("lms.lift_override", Right::register_learners, lms::elearning_fetch<lms::LiftOverride>, 0)
        .on({{"course", participant_administration}}),
    verb<lms::provision_enrolment>("lms.provision_enrolment", Right::register_learners, lms::elearning_fetch<lms::ProvisionEnrolment>, 50)
        .on({{"course", participant_administration}}),
    verb<lms::access_of>("lms.access_of", Right::none, lms::access_of_fetch, 0)
        .on({{"course", participant_administration}}),
    verb<lms::define_cutover>("lms.define_cutover", Right::operate_lms, lms::cutover_fetch<lms::DefineCutover>, 1),
    verb<lms::tick_cutover>("lms.tick_cutover", Right::operate_lms, lms::cutover_fetch<lms::TickCutover>, 0),
    verb<lms::cutover_of>("lms.cutover_of", Right::operate_lms, lms::cutover_fetch<lms::CutoverOf>, 0),
    verb<lms::note_old_access>("lms.note_old_access", Right::operate_lms, lms::note_old_access_fetch, 1),
    verb<lms::revoke_old_access>("lms.revoke_old_access", Right::operate_lms, lms::revoke_old_access_fetch, 0)
        .even_inactive(),
    verb<lms::note_course>("lms.note_course", Right::operate_lms, lms::note_course_fetch, 1),
});
// clang-format on

}  // namespace

std::span<const Verb> all() { return table; }

const Verb* find(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Verb::name);
    return found == table.end() ? nullptr : &*found;
}

const Verb* find(const RecordType& request) {
    const auto found = std::ranges::find(table, &request, &Verb::request);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace provost::verbs
