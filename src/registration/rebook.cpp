// Training that goes on in another course.
#include "registration/rebook.hpp"

#include "enrolment/outcome.hpp"

#include <provost/registration/participants.hpp>

namespace provost::registration {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;

// The open training of a place, if it has any.
std::optional<Activity> training_of(const Enrolment& place, const Context& context) {
    const auto all =
        context.find<Activity>(find_index(type_of<Activity>(), "enrolment"), {{place.id.value, {}, false}});
    const auto* open = all ? all->first([](const Activity& each) { return each.outcome.empty(); }) : nullptr;
    return open == nullptr ? std::nullopt : std::optional(*open);
}

// What was planned for the new place changes sides with the training that goes on there: it never began.
void leave_behind(Activity planned, const Enrolment& earlier, Decision& decision) {
    planned.enrolment = earlier.id;
    planned.outcome = enrolment::not_yet_commenced;
    planned.outcome_source = enrolment::Source::finalise;
    planned.start_on.reset();
    planned.end_on.reset();
    planned.hours_attended = 0;
    planned.not_reported = true;
    decision.put(std::move(planned));
}

}  // namespace

bool goes_along(const Activity& activity, const Entering& entering) {
    return activity.id && activity.outcome.empty() && activity.subject == entering.facts.pinned->subject_code;
}

Activity taken_along(Activity activity, const Enrolment& from, const Enrolment& made, const Entering& entering) {
    const bool begun = has_begun(activity, from, made.enrolled_on);
    const Activity planned = activity_of(made, entering, activity.id);
    activity.enrolment = made.id;
    activity.end_on = planned.end_on;
    if (!begun || !activity.start_on) activity.start_on = planned.start_on;
    if (!entering.course.has_dates()) plan_training(activity, made, entering.course, entering.zone);
    return activity;
}

std::optional<Activity> leave_rebooked(const Entering& entering, Enrolment& place, const Context& context,
                                       Decision& decision, std::optional<Activity> along) {
    for (const Enrolment* earlier : taken_over(entering)) {
        if (!place.came_from) place.came_from = earlier->id;
        const auto training = along ? std::nullopt : training_of(*earlier, context);
        if (training && goes_along(*training, entering)) {
            if (auto planned = training_of(place, context)) leave_behind(std::move(*planned), *earlier, decision);
            along = taken_along(*training, *earlier, place, entering);
        }
        CancelPlace next;
        next.course = Ref<catalogue::Course>(earlier->course);
        next.learner = Ref<people::Learner>(earlier->learner);
        next.because = Because::rebooked;
        decision.then(std::move(next)).wanted = {{"enrolment", std::to_string(earlier->id.value)}};
    }
    return along;
}

void put_training(std::optional<Activity> along, const Enrolment& place, const Entering& entering, Context& context,
                  Decision& decision) {
    if (!along && !entering.facts.pinned->subject) return;
    decision.put(along ? std::move(*along) : activity_of(place, entering, context.ids.take<Activity>()));
}

}  // namespace provost::registration
