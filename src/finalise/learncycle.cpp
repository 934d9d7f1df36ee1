// FIN-ACC-04: trigger, conditions, audience, actions. What a learncycle does is done by the verbs that people use, so
// that their rules hold for it.
#include "finalise/learncycle.hpp"

#include "condition/condition.hpp"

#include <provost/finalise/learner_activity.hpp>
#include <provost/finalise/program.hpp>
#include <provost/notices/intent.hpp>

namespace provost::finalise {

namespace {

using enrolment::Enrolment;
using enrolment::ProgramEnrolment;

std::optional<Day> date_of(const ProgramEnrolment& program, CycleDate date) {
    switch (date) {
        case CycleDate::commenced_on: return program.commenced_on;
        case CycleDate::status_on: return program.status_on;
        case CycleDate::completed_on: return program.completed_on;
        default: return std::nullopt;
    }
}

std::optional<Day> date_of(const Enrolment& place, CycleDate date) {
    switch (date) {
        case CycleDate::enrolled_on: return place.enrolled_on;
        case CycleDate::started_on: return place.started_on;
        case CycleDate::ended_on: return place.ended_on;
        default: return std::nullopt;
    }
}

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Day business_days_from(Day day, std::int64_t count, std::chrono::days step) {
    while (count > 0) {
        day += step;
        if (!is_weekend(day)) --count;
    }
    return day;
}

Day due_on(const Learncycle& cycle, Day from) {
    const bool before = cycle.timing == CycleTiming::before;
    const auto count = static_cast<int>(before ? -cycle.count : cycle.count);
    switch (cycle.unit) {
        case CycleUnit::business_days: return business_days_from(from, cycle.count, std::chrono::days{before ? -1 : 1});
        case CycleUnit::weeks: return from + std::chrono::weeks{count};
        case CycleUnit::months: return add_months(from, count);
        default: return from + std::chrono::days{count};
    }
}

// Of what was made before the learncycle nothing is made anew: ids grow.
template <class Watched>
std::optional<std::int64_t> occasion(const Learncycle& cycle, const Watched& watched, Day today) {
    if (cycle.disabled) return std::nullopt;
    if (cycle.timing == CycleTiming::on_creation) {
        return watched.id.value > cycle.id.value ? std::optional<std::int64_t>(0) : std::nullopt;
    }
    if (cycle.timing == CycleTiming::on_update) {
        return watched.version > 1 ? std::optional(watched.version) : std::nullopt;
    }
    const auto date = date_of(watched, cycle.date);
    if (!date) return std::nullopt;
    const Day day = due_on(cycle, *date);
    if (day > today || (cycle.since && day < *cycle.since)) return std::nullopt;
    return day.time_since_epoch().count();
}

bool fits(CycleEntity entity, CycleDate date) {
    return entity == CycleEntity::program_enrolment ? date < CycleDate::enrolled_on : date >= CycleDate::enrolled_on;
}

bool is_complete(const Learncycle& cycle, const CycleAction& action) {
    const bool inactivates = action.kind == CycleActionKind::inactivate_learner;
    const bool changes = action.kind == CycleActionKind::change_status;
    const bool of_program = cycle.entity == CycleEntity::program_enrolment;
    return inactivates == (action.reason != people::InactiveReason::none) && changes == !action.status.empty() &&
           (!changes || of_program) && (action.kind == CycleActionKind::message) == !action.matter.empty();
}

// The record at hand, whichever it is.
struct Watched {
    const people::Learner* learner = nullptr;
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::string_view status{};
    std::string_view reason{};
    const Many<enrolment::Activity>* activities = nullptr;
    std::optional<std::int64_t> occasion{};
};

Day today_in(const One<organisation::Location>& location, const Context& context) {
    const Zone* zone = location ? context.zones.find(location->zone) : nullptr;
    return zone != nullptr ? day_of(context.effective, *zone)
                           : std::chrono::floor<std::chrono::days>(context.effective);
}

Watched watched_by(const FireLearncycleFacts& facts, const Context& context) {
    Watched found;
    const bool of_program = facts.cycle->entity == CycleEntity::program_enrolment;
    if (of_program && facts.program) {
        const ProgramEnrolment& program = *facts.program;
        found = {&*facts.of_program,
                 program.id.value,
                 program.version,
                 program.status,
                 program.status_reason,
                 &facts.in_program,
                 occasion_of(*facts.cycle, program, today_in(facts.location, context))};
    } else if (!of_program && facts.place) {
        const Enrolment& place = *facts.place;
        found = {&*facts.of_place,
                 place.id.value,
                 place.version,
                 word(place.state),
                 {},
                 &facts.of_unit,
                 occasion_of(*facts.cycle, place, today_in(facts.of_course, context))};
    }
    return found;
}

bool is_named(const std::vector<std::string>& names, std::string_view value) {
    return names.empty() || std::ranges::find(names, value) != names.end();
}

// What the rule asks, each as a leaf that holds or not.
std::vector<Mark> conditions_of(const FireLearncycleFacts& facts, const Watched& watched) {
    const Learncycle& cycle = *facts.cycle;
    const auto some = [&](const std::vector<std::string>& names, std::string enrolment::Activity::*member) {
        return names.empty() || watched.activities->first([&](const enrolment::Activity& activity) {
            return is_named(names, activity.*member);
        }) != nullptr;
    };
    const bool meant = cycle.groups.empty() || facts.groups.first([&](const people::Group& group) {
        return std::ranges::find(group.members, watched.learner->id.value) != group.members.end();
    }) != nullptr;
    std::vector<Mark> marks;
    for (const bool holds : {is_named(cycle.statuses, watched.status), is_named(cycle.reasons, watched.reason),
                             some(cycle.outcomes, &enrolment::Activity::outcome),
                             some(cycle.results, &enrolment::Activity::result), meant}) {
        marks.push_back(holds ? Mark::met : Mark::not_met);
    }
    return marks;
}

bool holds(const std::vector<Mark>& marks) {
    std::vector<Condition> leaves;
    for (std::size_t i = 0; i < marks.size(); ++i) leaves.push_back(Condition::of(i));
    return evaluate(Condition::all(leaves), marks) == Mark::met;
}

// Nothing while it is not known yet.
std::optional<bool> has_fired(const Learncycle& cycle, const Watched& watched, const Context& context) {
    const auto found = context.find<LearncycleFiring>(
        0, {{cycle.id.value, {}, false}, {watched.id, {}, false}, {*watched.occasion, {}, false}});
    return found ? std::optional(!found->empty()) : std::nullopt;
}

void tell(const CycleAction& action, const FireLearncycleFacts& facts, const Watched& watched, Decision& decision) {
    notices::Intent message;
    message.event = "learncycle.message";
    message.learner = watched.learner->id;
    if (facts.cycle->entity == CycleEntity::program_enrolment) {
        message.program_enrolment = facts.program->id;
    } else {
        message.enrolment = facts.place->id;
        message.start_state = message.target_state = facts.place->state;
    }
    message.rule = facts.cycle->key;
    message.matter = action.matter;
    message.told = action.told;
    if (!action.told.empty()) message.recipient = notices::Recipient::host;
    decision.intend(std::move(message));
}

void fire_status(const CycleAction& action, const FireLearncycleFacts& facts, const Context& context,
                 Decision& decision) {
    FinaliseProgram next;
    next.learner = Ref<people::Learner>(facts.program->learner);
    next.program = Ref<catalogue::Program>(facts.program->program);
    next.status = action.status;
    next.status_reason = action.status_reason;
    next.effective_on = today_in(facts.location, context);
    decision.then(std::move(next), "change_status");
}

// FIN-ACC-06: of an inactive learner only what tells is done, and what makes him active.
void act(const CycleAction& action, const FireLearncycleFacts& facts, const Watched& watched, const Context& context,
         Decision& decision) {
    const Ref<people::Learner> learner(watched.learner->id);
    switch (action.kind) {
        case CycleActionKind::message: return tell(action, facts, watched, decision);
        case CycleActionKind::activate_learner: {
            ReactivateLearner next;
            next.learner = learner;
            decision.then(std::move(next), "activate_learner");
            return;
        }
        case CycleActionKind::inactivate_learner: {
            if (watched.learner->inactive) return;
            InactivateLearner next;
            next.learner = learner;
            next.reason = action.reason;
            decision.then(std::move(next), "inactivate_learner");
            return;
        }
        case CycleActionKind::change_status:
            if (!watched.learner->inactive) fire_status(action, facts, context, decision);
    }
}

}  // namespace

Code check_learncycle(const Learncycle& cycle, const Context&) {
    const bool counted = cycle.timing == CycleTiming::before || cycle.timing == CycleTiming::after;
    const bool timed = counted ? cycle.date != CycleDate::none && fits(cycle.entity, cycle.date)
                               : cycle.date == CycleDate::none && cycle.count == 0;
    if (!timed) return "learncycle.timing"_code;
    const bool complete =
        std::ranges::all_of(cycle.actions, [&](const auto& each) { return is_complete(cycle, each); });
    return complete ? Code{} : "learncycle.action"_code;
}

std::optional<std::int64_t> occasion_of(const Learncycle& cycle, const ProgramEnrolment& program, Day today) {
    return occasion(cycle, program, today);
}

std::optional<std::int64_t> occasion_of(const Learncycle& cycle, const Enrolment& place, Day today) {
    return occasion(cycle, place, today);
}

void fire_learncycle(const FireLearncycle&, const FireLearncycleFacts& facts, Context& context, Decision& decision) {
    // 1 Is it due, and was it not done before?
    const Learncycle& cycle = *facts.cycle;
    const Watched watched = watched_by(facts, context);
    if (!watched.occasion) return decision.refuse("learncycle.not-due"_code);
    const auto fired = has_fired(cycle, watched, context);
    if (!fired) return;
    if (*fired) return decision.unchanged(watched.id);
    if (!holds(conditions_of(facts, watched))) return decision.refuse("learncycle.not-due"_code);

    // 2 Once. What a rule changes itself is no occasion for it.
    LearncycleFiring firing{
        context.ids.take<LearncycleFiring>(), 0, cycle.id, watched.id, *watched.occasion, context.effective};
    decision.put(firing);
    decision.about = watched.id;
    for (const CycleAction& action : cycle.actions) act(action, facts, watched, context, decision);
    const bool changes = !watched.learner->inactive && std::ranges::find(cycle.actions, CycleActionKind::change_status,
                                                                         &CycleAction::kind) != cycle.actions.end();
    if (!changes || cycle.timing != CycleTiming::on_update) return;
    firing.id = context.ids.take<LearncycleFiring>();
    firing.occasion = watched.version + 1;
    decision.put(std::move(firing));
}

}  // namespace provost::finalise
