// A participant's whole way again, and what course sets make of it.
#include "learning/judge_anew.hpp"

#include "learning/effects.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/registration/participants.hpp>

namespace provost::learning {

namespace {

using enrolment::Enrolment;
using enrolment::Mover;
using registration::Participant;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::optional<Progress> stored(const Progress* progress) {
    return progress == nullptr ? std::nullopt : std::optional(*progress);
}

void put(const Way& way, const Progress* before, const Participant& participant, Id<catalogue::Logic> logic,
         Context& context, Decision& decision) {
    Progress made = way.progress();
    made.id = before != nullptr ? before->id : context.ids.take<Progress>();
    made.version = before != nullptr ? before->version : 0;
    made.enrolment = participant.place.id;
    made.course = participant.place.course;
    made.logic = logic;
    decision.put(std::move(made));
}

// Each component that is something else now.
void tell_changes(const Study& study, const Way& before, const Way& now, Instant at, Decision& decision) {
    for (std::size_t i = 0; i < study.components.size(); ++i) {
        const int component = static_cast<int>(i);
        const auto was = before.state_of(component, at), is = now.state_of(component, at);
        if (was == is) continue;
        ReportLine line;
        line.item = study.components[i].key;
        line.group = "components";
        line.fate = Fate::changed;
        line.before = quoted(word(was));
        line.value = quoted(word(is));
        decision.report.push_back(std::move(line));
    }
}

// Whether the rules alone had ended the course otherwise, so that it may end as they say now. What people said stays.
bool ends_otherwise(const Way& way, const Progress& before, const Participant& participant) {
    const auto from = participant.place.state;
    return !enrolment::is_ahead(from) && from != state_of(way.state().ended) && before.ended_at;
}

// A state from which no way leads there is refused: then nothing changes.
bool may_end_otherwise(const Way& way, const Participant& participant, Decision& decision) {
    const auto from = participant.place.state, to = state_of(way.state().ended);
    const bool may = enrolment::may_move(from, to) || enrolment::may_move(from, to, Mover::grade_rule) ||
                     enrolment::may_move(from, to, Mover::correction);
    if (!may) decision.refuse("transition.illegal"_code, enrolment::illegal_move(from, to));
    return may;
}

void end_otherwise(const Way& way, const std::string& reason, Participant& participant) {
    participant.become(state_of(way.state().ended));
    if (enrolment::is_ahead(participant.place.state)) participant.place.ended_on.reset();
    std::ignore = participant.settle(participant.change("learning.judged-anew"_code, reason));
}

}  // namespace

// IMC-LL-20: what has fired stays fired, unless somebody has it judged anew; the plan shows what that would change.
void judge_anew(const JudgeAnew& request, const JudgeAnewFacts& facts, Context& context, Decision& decision) {
    const StudentFacts& student = facts.student;
    Participant participant(*student.course, student.place, context, decision);
    if (!participant.usable()) return;
    const Progress* before = progress_of(student.progress, participant.place);
    if (before == nullptr) return decision.unchanged(participant.place.id.value);
    if (!participant.may_be_changed()) return;

    const auto* logic = student.study.logic ? &*student.study.logic : nullptr;
    const auto& components = components_of(student.study);
    const Study study = study_of(components, rules_of(logic, student.study, *student.course), student.course->settings);
    std::vector<LearningEvent> events;
    for (const LearningEvent& event : facts.events) {
        if (event.enrolment == participant.place.id) events.push_back(event);
    }
    std::ranges::sort(events, comes_before);
    Way way = way_of(study, student, participant.zone(), std::nullopt, context.effective);
    for (LearningEvent& event : events) {
        const Standing standing = event.standing;
        way.take(event);
        if (event.standing != standing) decision.put(event);
    }
    const bool otherwise = ends_otherwise(way, *before, participant);
    if (otherwise && !may_end_otherwise(way, participant, decision)) return;
    decision.about = participant.place.id.value;
    put(way, before, participant, logic == nullptr ? Id<catalogue::Logic>{} : logic->id, context, decision);

    const auto* judged_by = judging(student.study, student.logic, before);
    const Study former =
        study_of(components, rules_of(judged_by, student.study, *student.course), student.course->settings);
    tell_changes(study, way_of(former, student, participant.zone(), stored(before), context.effective), way,
                 context.effective, decision);
    tell(study, way, before, student, decision);
    if (otherwise) {
        end_otherwise(way, request.reason, participant);
    } else if (enrolment::is_ahead(participant.place.state)) {
        std::ignore = move_participant(way, study, student, participant, decision);
    }
}

// IMC-CC-09, IMC-MT-06
void follow_sets(const enrolment::FollowSets&, const FollowSetsFacts& facts, Context& context, Decision& decision) {
    const StudentFacts& student = facts.student;
    Participant participant(*student.course, student.place, context, decision);
    if (!participant.usable()) return;
    using enum enrolment::State;
    const auto state = participant.place.state;
    if (state != registered && state != in_progress) return decision.unchanged(participant.place.id.value);
    const Progress* before = progress_of(student.progress, participant.place);
    const auto* logic = judging(student.study, student.logic, before);
    const Study study = study_of(components_of(student.study), rules_of(logic, student.study, *student.course),
                                 student.course->settings);
    const Way way = way_of(study, student, participant.zone(), stored(before), context.effective);
    if (way.state().ended == Ended::no) return decision.unchanged(participant.place.id.value);
    put(way, before, participant, logic == nullptr ? Id<catalogue::Logic>{} : logic->id, context, decision);
    std::ignore = move_participant(way, study, student, participant, decision);
}

}  // namespace provost::learning
