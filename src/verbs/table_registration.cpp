// Verbs of program enrolments, entering and leaving courses.
#include "enrolment/describe_training.hpp"
#include "enrolment/without_course.hpp"
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
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto registration_verbs = std::to_array<Verb>({
    verb<enrolment::enrol_in_program>("enrolment.enrol_in_program", Right::register_learners, enrolment::enrol_in_program_fetch<>, 1)
        .on({{"learner", edit}, {"location", assign}}),
    verb<enrolment::describe_training>("enrolment.describe_training", Right::register_learners, enrolment::describe_training_fetch<>, 1)
        .on({{"learner", edit}}),
    verb<enrolment::record_achievement>("enrolment.record_achievement", Right::register_learners, enrolment::record_achievement_fetch<>, 1)
        .on({{"learner", edit}}),
    verb<registration::register_learner>("registration.register_learner", Right::register_learners, registration::register_learner_fetch<>, 4)
        .on({{"course", participant_administration}}),
    verb<registration::promote>("registration.promote", Right::register_learners, registration::promote_fetch<>, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::count_quotas>("registration.count_quotas", Right::register_learners, registration::count_quotas_fetch<>, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::follow_dates>("registration.follow_dates", Right::register_learners, registration::follow_dates_fetch<>, 0)
        .on({{"course", participant_administration}}),
    verb<registration::prebook>("registration.prebook", Right::register_learners, registration::prebook_fetch<>, 1)
        .on({{"course_template", participant_administration}}),
    verb<registration::wish>("registration.wish", Right::none, registration::wish_fetch<>, 1),
    verb<registration::register_prebooked>("registration.register_prebooked", Right::register_learners, registration::register_prebooked_fetch<>, 4)
        .on({{"course", participant_administration}}),
    verb<registration::register_many>("registration.register_many", Right::register_learners, registration::many_fetch<registration::RegisterMany>, 0)
        .on({{"course", participant_administration}}),
    verb<registration::check>("registration.check", Right::none, registration::check_fetch<>, 0),
    verb<registration::assess>("registration.assess", Right::register_learners, registration::assess_fetch<>, 0)
        .on({{"course", participant_administration}}),
    verb<registration::request_place>("registration.request_place", Right::none, registration::request_place_fetch<>, 4),
    verb<registration::answer_request>("registration.answer_request", Right::none, registration::answer_request_fetch<>, 4),
    verb<registration::cancel_place>("registration.cancel_place", Right::register_learners, registration::cancel_place_fetch<>, 1)
        .on({{"course", change_registration_status}}),
    verb<registration::give_up_place>("registration.give_up_place", Right::none, registration::give_up_place_fetch<>, 1),
    verb<registration::cancel_many>("registration.cancel_many", Right::register_learners, registration::many_fetch<registration::CancelMany>, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::move_place>("registration.move_place", Right::register_learners, registration::move_place_fetch<>, 4)
        .on({{"from", move_participants}, {"course", participant_administration}}),
    verb<registration::replace_participant>("registration.replace_participant", Right::register_learners, registration::replace_participant_fetch<>, 4)
        .on({{"course", replace_participants}}),
    verb<registration::change_registration>("registration.change_registration", Right::register_learners, registration::change_fetch<registration::ChangeRegistration>, 1)
        .on({{"course", participant_administration}}),
    verb<registration::change_state>("registration.change_state", Right::change_participant_status, registration::change_fetch<registration::ChangeState>, 1)
        .on({{"course", change_participant_status}}),
    verb<registration::conclude>("registration.conclude", Right::none, registration::change_fetch<registration::Conclude>, 1)
        .by_tutor("course", staffing::functions(staffing::TutorFunction::grading)),
    verb<registration::may_enter>("registration.may_enter", Right::none, registration::may_enter_fetch<>, 0)
        .by_tutor("course", staffing::all_functions),
    verb<registration::history>("registration.history", Right::register_learners, registration::history_fetch<>, 0)
        .on({{"course", audit_log}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::audit_log)),
    verb<registration::catch_up>("registration.catch_up", Right::register_learners, registration::catch_up_fetch<>, 0)
        .on({{"course", change_registration_status}}),
    verb<registration::sees>("registration.sees", Right::none, registration::visibility_fetch<registration::Sees>, 0)
        .by_tutor("course", clearances::of_standing),
    verb<registration::may_list_participants>("registration.may_list_participants", Right::none, registration::visibility_fetch<registration::MayListParticipants>, 0)
        .by_tutor("course", clearances::of_standing),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_registration() { return registration_verbs; }

}  // namespace provost::verbs
