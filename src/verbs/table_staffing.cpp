// Verbs of tutors: positions, assignments, course supervision, open tasks.
#include "access/clearance.hpp"
#include "staffing/positions.hpp"
#include "tutoring/assign.hpp"
#include "tutoring/follow.hpp"
#include "tutoring/open_tasks.hpp"
#include "tutoring/questions.hpp"
#include "tutoring/supervision.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;
using staffing::all_functions;
using staffing::functions;
using staffing::TutorFunction;

// clang-format off
constexpr auto staffing_verbs = std::to_array<Verb>({
    master<staffing::TutorPosition, staffing::check_position>("staffing.define_position", Right::organise),
    master<staffing::StaffingSettings, staffing::check_settings>("staffing.define_settings", Right::organise),
    verb<tutoring::positions>("staffing.positions", Right::none, tutoring::positions_fetch<>, 0),
    verb<tutoring::assign_tutor>("staffing.assign_tutor", Right::edit_courses, tutoring::staff_fetch<tutoring::AssignTutor>, 4)
        .on({{"course", edit}, {"course_template", edit}, {"tutor", assign}}),
    verb<tutoring::change_tutor>("staffing.change_tutor", Right::edit_courses, tutoring::staff_fetch<tutoring::ChangeTutor>, 4)
        .on({{"course", edit}, {"course_template", edit}}),
    verb<tutoring::replace_tutor>("staffing.replace_tutor", Right::edit_courses, tutoring::replace_tutor_fetch<>, 4)
        .on({{"course", edit}, {"course_template", edit}, {"by", assign}}),
    verb<tutoring::remove_tutor>("staffing.remove_tutor", Right::edit_courses, tutoring::staff_fetch<tutoring::RemoveTutor>, 4)
        .on({{"course", edit}, {"course_template", edit}}),
    verb<tutoring::follow_tutors>("staffing.follow_tutors", Right::edit_courses, tutoring::follow_tutors_fetch<>, 0)
        .on({{"course", edit}}),
    verb<tutoring::follow_resources>("staffing.follow_resources", Right::edit_courses, tutoring::follow_resources_fetch<>, 0)
        .on({{"course", edit}, {"people", assign}}),
    verb<tutoring::may_use>("staffing.may_use", Right::none, tutoring::of_course_fetch<tutoring::MayUse>, 0)
        .by_tutor("course", all_functions),
    verb<tutoring::may_edit_news>("staffing.may_edit_news", Right::edit_courses, tutoring::of_course_fetch<tutoring::MayEditNews>, 0)
        .on({{"course", edit}})
        .by_tutor("course", functions(TutorFunction::news)),
    verb<tutoring::tutors_of>("staffing.tutors_of", Right::none, tutoring::of_course_fetch<tutoring::TutorsOf>, 0)
        .on({{"course", view}})
        .by_tutor("course", all_functions),
    verb<tutoring::feedback_questions>("staffing.tutor_questions", Right::none, tutoring::of_course_fetch<tutoring::FeedbackQuestions>, 0)
        .on({{"course", view}})
        .by_tutor("course", all_functions),
    verb<tutoring::participants>("staffing.participants", Right::register_learners, tutoring::participants_fetch<>, 0)
        .on({{"course", participant_administration}})
        .by_tutor("course", functions(TutorFunction::members)),
    verb<tutoring::on_the_job_sessions>("staffing.on_the_job_sessions", Right::change_participant_status, tutoring::on_the_job_fetch<>, 0)
        .on({{"course", participant_administration}})
        .by_tutor("course", functions(TutorFunction::on_the_job)),
    verb<tutoring::correct_result>("staffing.correct_result", Right::change_participant_status, tutoring::correct_result_fetch<>, 2)
        .on({{"course", change_participant_status}})
        .by_tutor("course", functions(TutorFunction::corrections)),
    verb<tutoring::hold_back>("staffing.hold_back", Right::change_participant_status, tutoring::release_fetch<tutoring::HoldBack>, 1)
        .on({{"course", change_participant_status}})
        .by_tutor("course", functions(TutorFunction::releases)),
    verb<tutoring::release>("staffing.release", Right::change_participant_status, tutoring::release_fetch<tutoring::ReleaseHeld>, 1)
        .on({{"course", change_participant_status}})
        .by_tutor("course", functions(TutorFunction::releases)),
    verb<tutoring::open_tasks>("staffing.open_tasks", Right::edit_courses, tutoring::open_tasks_fetch<>, 0)
        .on({{"courses", view}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_staffing() { return staffing_verbs; }

}  // namespace provost::verbs
