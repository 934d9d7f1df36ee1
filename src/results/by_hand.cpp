// Outcomes by hand. What a person changes is manual from then on; what stood there before is in the place's history.
#include "results/by_hand.hpp"

#include "enrolment/held_back.hpp"
#include "enrolment/history.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/seats.hpp"
#include "enrolment/target.hpp"
#include "results/which_rule.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::results {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ParticipantChange;
using enrolment::State;
using enrolment::UnitStatus;

// WIS-AG-16: the grade that was entered last of that moment, or waits for a person, told again.
const ResultEvent* entered_before(const Standing& standing, const EnterGrade& request, Instant at) {
    const ResultEvent* last = nullptr;
    for (const ResultEvent* event : standing.events) {
        if (event->occurred_at == at && (last == nullptr || last->id < event->id)) last = event;
    }
    const auto same = std::ranges::find_if(standing.events, [&](const ResultEvent* event) {
        return event->source == enrolment::Source::manual && event->occurred_at == at &&
               event->completion == request.completion && event->grade_percent == request.grade_percent &&
               event->grade == request.grade && (event->disposition == Disposition::review || event == last);
    });
    return same == standing.events.end() ? nullptr : *same;
}

// WIS-AG-18: why a grade can not be entered; empty when it can.
std::string_view locked_by(const Enrolment& place, const GradeRule* rule) {
    if (rule == nullptr) return "no grade rule counts there";
    switch (place.unit_status) {
        case UnitStatus::completed: return "the unit enrolment is completed";
        case UnitStatus::did_not_complete: return "the unit enrolment was not completed";
        case UnitStatus::withdrawn: return "the unit enrolment was withdrawn";
        case UnitStatus::none: return "the course trains no unit";
        default: return "";
    }
}

// FIN-ORD-04: what a person says of the dates holds, as long as they fit each other.
bool set_dates(const ChangeOutcome& request, Activity& activity, Enrolment& place, Decision& decision) {
    if (request.start_on) activity.start_on = request.start_on;
    if (request.end_on) activity.end_on = request.end_on;
    if (activity.start_on && activity.end_on && *activity.end_on < *activity.start_on) {
        return (decision.refuse("date.end-before-start"_code), false);
    }
    if (enrolment::is_concluded(place.state) && request.end_on) place.ended_on = request.end_on;
    return true;
}

ReportLine line(std::string item, std::string value, std::string level = {}) {
    ReportLine made;
    made.item = std::move(item);
    made.value = std::move(value);
    made.level = std::move(level);
    return made;
}

// Who made it so, in a word, or the label of the system that did.
std::string origin(const Activity& activity) {
    const std::string label = sync_label(activity);
    return label.empty() ? std::string(word(activity.outcome_source)) : label;
}

}  // namespace

std::string sync_label(const Activity& activity) {
    const bool synced = activity.outcome_source == enrolment::Source::lms && activity.provenance;
    return synced ? "[" + activity.provenance->system + " sync]" : std::string();  // PPR-RES-02
}

void enter_grade(const EnterGrade& request, const PlaceFacts& facts, Context& context, Decision& decision) {
    const Standing standing = facts.standing(context);
    if (standing.zone == nullptr) return decision.refuse("zone.unknown"_code);
    const ResultEvent* entered = entered_before(standing, request, context.effective);
    if (entered != nullptr) return decision.unchanged(entered->id.value);
    const auto found = rule_at(*standing.place, *facts.course, nullptr, context);
    if (!found) return;
    if (found->ambiguous) return decision.refuse("grade-rule.ambiguous"_code);
    // WIS-AG-18: the same rule; a person is told at once what a sync would have had reviewed.
    const auto locked = locked_by(*standing.place, found->rule);
    if (!locked.empty()) return decision.refuse("grade.locked"_code, {{"why", std::string(locked)}});
    if (standing.place->signed_at) return decision.refuse("participant.signed"_code);
    const Incoming incoming{
        {request.completion, request.grade_percent, request.grade}, context.effective, enrolment::Source::manual};
    if (!incoming.told.says_grade()) return decision.refuse("field.missing"_code, {{"field", "grade_percent"}});
    if (judge_grade(*found->rule, incoming.told) == nullptr) return decision.refuse("grade.not-listed"_code);
    ResultEvent event = event_of(incoming.told, context);
    if (context.teaches) event.settled_by = context.asked_by;  // IMC-TUT-12: whose grade it is
    grade(standing, found->rule, incoming, std::move(event), decision);
}

std::optional<const enrolment::OutcomeCode*> outcome_for(std::string_view outcome, Day day, const Standing& standing,
                                                         const LmsLink* link, const Context& context) {
    const auto in = [&](std::string_view jurisdiction, std::string_view release) {
        const auto* list = enrolment::find_outcome_list(jurisdiction, release, day);
        return list == nullptr ? nullptr : enrolment::find_outcome(*list, outcome, day);
    };
    if (const auto* code = in("national", {})) return code;
    const auto enrolled = standing.activity->program_enrolment.value;
    const auto program = context.one<enrolment::ProgramEnrolment>(enrolled);
    const auto rule = rule_at(*standing.place, *standing.course, link, context);
    if (!program || !rule) return std::nullopt;
    const auto* target = *program ? enrolment::find_target((*program)->target) : nullptr;
    if (const auto* code = target == nullptr ? nullptr : in(target->jurisdiction, {})) return code;
    return rule->rule == nullptr ? nullptr : in(rule->rule->jurisdiction, rule->rule->release);
}

bool set_by_hand(const enrolment::OutcomeCode* code, Day day, bool corrects, Enrolment& place, Activity& activity,
                 Decision& decision) {
    if (code == nullptr) return (decision.refuse("outcome.unknown"_code), false);
    if (enrolment::says_left(code->code)) return (decision.refuse("outcome.by-finalising"_code), false);
    const bool over = enrolment::is_concluded(place.state);
    const State from = place.state;
    const bool says_how = code->successful || code->failed || !code->final;  // of some final codes nobody knows
    const State ended = code->successful ? State::passed : code->failed ? State::failed : State::in_progress;
    const State to = says_how ? ended : from;
    const bool moves = from != to && (code->final || over);
    const bool may = enrolment::may_move(from, to, enrolment::Mover::grade_rule) ||
                     (corrects && enrolment::may_move(from, to, enrolment::Mover::correction));
    if (moves && !may) return (decision.refuse("transition.illegal"_code, enrolment::illegal_move(from, to)), false);
    if (moves) {
        place.state = to;
        place.ended_on = code->final ? std::optional(day) : std::nullopt;
        if (place.unit_status != UnitStatus::none) place.unit_status = enrolment::default_status(to);
    }
    activity.outcome = code->code;
    activity.outcome_source = enrolment::Source::manual;  // PPR-RES-04
    activity.provenance.reset();
    return true;
}

ParticipantChange line_of_history(const Enrolment& before, const Enrolment& after, Code what, const std::string& reason,
                                  Context& context) {
    auto change = enrolment::change_of(after.id, after.learner, what, context);
    change.start_state = before.state;
    change.target_state = after.state;
    change.reason = reason;
    return change;
}

void change_outcome(const ChangeOutcome& request, const PlaceFacts& facts, Context& context, Decision& decision) {
    const Standing standing = facts.standing(context);
    if (standing.zone == nullptr) return decision.refuse("zone.unknown"_code);
    if (standing.activity == nullptr) return decision.refuse("unit.none"_code);
    const Enrolment& before = *standing.place;
    if (before.finalised) return decision.refuse("outcome.finalised"_code);  // FIN-ORD-06, FIN-ORD-14
    if (before.signed_at) return decision.refuse("participant.signed"_code);
    if (!enrolment::is_open(before.state)) {
        return decision.refuse("transition.illegal"_code, enrolment::illegal_move(before.state, before.state));
    }
    Enrolment place = before;
    Activity activity = *standing.activity;
    const Day day = request.end_on.value_or(standing.day(context.effective));
    const bool corrects = !request.reason.empty();
    const bool other = !request.outcome.empty() && request.outcome != activity.outcome;
    if (other) {
        const auto code = outcome_for(request.outcome, day, standing, nullptr, context);
        if (!code || !set_by_hand(*code, day, corrects, place, activity, decision)) return;
    }
    if (other && enrolment::is_final(request.outcome) && !request.end_on) activity.end_on = day;
    if (!set_dates(request, activity, place, decision)) return;
    activity.pinned = request.pinned.value_or(activity.pinned);  // PPR-RES-03
    auto change = line_of_history(before, place, "participant.outcome-changed"_code, request.reason, context);
    enrolment::tell_differences(change.before, change.after, type_of<Activity>(), &*standing.activity, &activity);
    if (change.before == change.after) return decision.unchanged(activity.id.value);
    decision.put(activity);
    decision.put(place);
    decision.put(std::move(change));
    enrolment::keep_seats(*facts.course, *facts.seats, &before, place, decision);
    if (place.state != before.state) decision.access_due(place);
}

// FIN-ORD-06: each row by the verb for one, after those before it; whoever is refused stops nobody.
void change_outcomes(const ChangeOutcomes& request, const ChangeOutcomesFacts&, Context&, Decision& decision) {
    for (std::size_t i = 0; i < request.rows.size(); ++i) {
        const OutcomeRow& row = request.rows[i];
        ChangeOutcome one;
        one.course = Ref<catalogue::Course>(row.course);
        one.learner = Ref<people::Learner>(row.learner);
        one.outcome = row.outcome;
        one.start_on = row.start_on;
        one.end_on = row.end_on;
        one.reason = request.reason;
        decision.then(std::move(one), "/rows/" + std::to_string(i));
    }
}

void outcome_of(const OutcomeOf&, const OutcomeOfFacts& facts, Context& context, Decision& decision) {
    const clearances::Roles roles = clearances::roles_of(facts.acting, *facts.at.learner, context);
    if (!roles.acts() && !clearances::sees_participants(facts.acting, context)) {
        return decision.refuse("registration.not-entitled"_code);
    }
    const Standing standing = facts.at.standing(context);
    if (standing.activity == nullptr) return decision.refuse("unit.none"_code);
    // IMC-TUT-16: what is held back the learner does not see himself.
    if (roles.self) {
        const auto releases = context.find<enrolment::HeldBack>(0, {{facts.at.course->id.value, {}, false}});
        if (!releases) return;
        const bool held = enrolment::is_held_back(*releases, *standing.place, {});
        if (held) return decision.refuse("result.held-back"_code);
    }
    const Activity& activity = *standing.activity;
    const auto quoted = [](std::string_view text) { return '"' + std::string(text) + '"'; };
    if (!activity.outcome.empty()) {
        decision.report.push_back(line("outcome", quoted(activity.outcome), origin(activity)));
        decision.report.back().fate = activity.pinned ? Fate::kept : Fate::value;
    }
    if (activity.end_on) decision.report.push_back(line("end_on", quoted(to_text(*activity.end_on))));
    if (activity.grade_point) {
        decision.report.push_back(line("grade_point", quoted(to_text(*activity.grade_point))));
    }
    decision.unchanged(activity.id.value);
}

}  // namespace provost::results
