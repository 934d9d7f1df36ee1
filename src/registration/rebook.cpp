// Training that goes on in another course.
#include "registration/rebook.hpp"

#include "enrolment/outcome.hpp"

#include <provost/enrolment/participant.hpp>
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

// The day of a moment where a place is; nothing while that is not known yet.
std::optional<Day> day_there(const Enrolment& place, Instant at, const Context& context) {
    const auto course = context.one<catalogue::Course>(place.course.value);
    if (!course || !*course) return std::nullopt;
    const auto location = context.one<organisation::Location>((*course)->assignments.location.value);
    const Zone* zone = location && *location ? context.zones.find((*location)->zone) : nullptr;
    return zone == nullptr ? std::nullopt : std::optional(day_of(at, *zone));
}

// A booking that is left, and what of it may go on.
struct Left {
    const Enrolment* place = nullptr;
    std::optional<Activity> training{};
    bool begun = false;

    // What has begun comes first, then what is a place and no wish for one; of equals what was booked first.
    [[nodiscard]] auto order() const {
        return std::tuple(!begun, !enrolment::may_move(place->state, enrolment::State::moved), place->id);
    }
};

std::vector<Left> left_by(const Entering& entering, const Context& context) {
    std::vector<Left> all;
    for (const Enrolment* place : taken_over(entering)) {
        auto training = training_of(*place, context);
        const bool begun =
            !enrolment::is_prospective(place->state) && (place->started_on || (training && training->evidence_on));
        if (training && !goes_along(*training, entering)) training.reset();
        all.push_back({place, std::move(training), begun});
    }
    std::ranges::sort(all, {}, &Left::order);
    return all;
}

}  // namespace

bool goes_along(const Activity& activity, const Entering& entering) {
    return activity.id && activity.outcome.empty() && activity.subject == entering.facts.pinned->subject_code;
}

bool went_along(const Activity& activity) {
    return !activity.id || (activity.not_reported && activity.outcome == enrolment::not_yet_commenced);
}

Activity taken_along(Activity activity, const Enrolment& from, const Enrolment& made, const Entering& entering,
                     Day left_on) {
    const bool begun = has_begun(activity, from, left_on);
    const Activity planned = activity_of(made, entering, activity.id);
    activity.enrolment = made.id;
    activity.end_on = planned.end_on;
    if (!begun || !activity.start_on) activity.start_on = planned.start_on;
    if (!entering.course.has_dates()) plan_training(activity, made, entering.course, entering.zone);
    return activity;
}

std::optional<Activity> leave_rebooked(const Entering& entering, Enrolment& place, Instant at, const Context& context,
                                       Decision& decision, std::optional<Activity> along) {
    for (const Left& each : left_by(entering, context)) {
        if (!place.came_from) place.came_from = each.place->id;
        if (!along && each.training) {
            if (auto planned = training_of(place, context)) leave_behind(std::move(*planned), *each.place, decision);
            const auto left_on = day_there(*each.place, at, context);
            along = taken_along(*each.training, *each.place, place, entering, left_on.value_or(entering.day));
        }
        CancelPlace next;
        next.head.effective = at;
        next.course = Ref<catalogue::Course>(each.place->course);
        next.learner = Ref<people::Learner>(each.place->learner);
        next.because = Because::rebooked;
        FollowUp& follower = decision.then(std::move(next));
        follower.wanted = {{"enrolment", std::to_string(each.place->id.value)}};
        follower.together = true;  // nobody is let in to what is left next
    }
    return along;
}

void put_training(std::optional<Activity> along, const Enrolment& place, const Entering& entering, Context& context,
                  Decision& decision) {
    if (!along && !entering.facts.pinned->subject) return;
    decision.put(along ? std::move(*along) : activity_of(place, entering, context.ids.take<Activity>()));
}

}  // namespace provost::registration
