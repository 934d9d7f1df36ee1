// Verbs of components and what happens to them.
#include "catalogue/media.hpp"
#include "catalogue/syllabus.hpp"
#include "learning/component_notices.hpp"
#include "learning/define_logic.hpp"
#include "learning/follow.hpp"
#include "learning/judge_anew.hpp"
#include "learning/sign.hpp"
#include "learning/update.hpp"
#include "learning/view.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto learning_verbs = std::to_array<Verb>({
    verb<learning::define_logic>("learning.define_logic", Right::edit_courses, learning::define_logic_fetch<>, 1)
        .on({{"course", edit_syllabus}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::edit_content)),
    verb<learning::open_component>("learning.open_component", Right::none, learning::student_fetch<learning::OpenComponent>, 4),
    verb<learning::confirm>("learning.confirm", Right::none, learning::student_fetch<learning::Confirm>, 4)
        .by_tutor("course", staffing::functions(staffing::TutorFunction::grading)),
    verb<learning::receive_result>("learning.receive_result", Right::receive_results, learning::student_fetch<learning::ReceiveResult>, 4)
        .on({{"course", change_participant_status}}),
    verb<learning::what_is_open>("learning.what_is_open", Right::none, learning::what_is_open_fetch<>, 0)
        .by_tutor("course", staffing::functions(staffing::TutorFunction::progress)),
    verb<learning::overview>("learning.overview", Right::none, learning::overview_fetch<>, 0)
        .by_tutor("course", staffing::functions(staffing::TutorFunction::progress, staffing::TutorFunction::reports)),
    verb<learning::preview>("learning.preview", Right::edit_courses, learning::preview_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::preview)),
    verb<learning::update_components>("learning.update_components", Right::edit_courses, learning::update_components_fetch<>, 0)
        .on({{"courses", edit_syllabus}}),
    verb<learning::prepare_signature>("learning.prepare_signature", Right::none, learning::sign_fetch<learning::PrepareSignature>, 0),
    verb<learning::sign>("learning.sign", Right::none, learning::sign_fetch<learning::Sign>, 4),
    verb<learning::send_component_notices>("learning.send_component_notices", Right::send_messages, learning::component_notices_fetch<>, 1)
        .on({{"course", notifications}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::communication)),
    verb<learning::judge_anew>("learning.judge_anew", Right::change_participant_status, learning::judge_anew_fetch<>, 4)
        .on({{"course", change_participant_status}}),
    verb<learning::follow_sets>("learning.follow_sets", Right::register_learners, learning::follow_sets_fetch<>, 4)
        .on({{"course", change_registration_status}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_learning() { return learning_verbs; }

}  // namespace provost::verbs
