// A participant's whole way again, and what course sets make of it.
#include "learning/judge_anew.hpp"

#include "enrolment/seats.hpp"
#include "learning/effects.hpp"

#include <provost/describe/compare.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/registration/participants.hpp>

namespace provost::learning {

namespace {

using enrolment::Enrolment;
using enrolment::Mover;
using registration::Participant;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// The whole way again with these events. Puts each that counts otherwise now, in the end: of one moment an event may be
// taken more than once.
Way gone_again(const Study& study, const StudentFacts& student, const Participant& participant, const Progress* before,
               std::vector<LearningEvent> events, const Context& context, Decision& decision) {
    const std::vector<LearningEvent> stood = events;
    std::vector<LearningEvent*> all;
    for (LearningEvent& event : events) all.push_back(&event);
    Way way = way_again(study, student, participant.zone(), before, context.effective, all,
                        [](Way& taking, LearningEvent& event) { taking.take(event); });
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].standing != stood[i].standing) decision.put(events[i]);
    }
    return way;
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

// What has become of a course set was told late: the whole way again. Nothing: to be asked again.
std::optional<Way> in_order(const Study& study, const StudentFacts& student, const Participant& participant,
                            const Progress& before, Context& context, Decision& decision) {
    const auto known = events_of(participant.place, context);
    if (!known) {
        decision.verdict = Verdict::needs;
        return std::nullopt;
    }
    std::vector<LearningEvent> events;
    for (const LearningEvent& each : *known) {
        if (each.standing != Standing::disputed) events.push_back(each);
    }
    return gone_again(study, student, participant, &before, std::move(events), context, decision);
}

// Whether the rules alone had ended the course otherwise, so that it may end as they say now. What people said stays,
// and what was finalised. FIN-ORD-14
bool ends_otherwise(const Way& way, const Progress& before, const Participant& participant) {
    const auto from = participant.place.state;
    if (participant.place.finalised) return false;
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

// The learner's places in the courses whose sets have the course.
void follow_above(const Enrolment& member, const catalogue::Course& course, Context& context, Decision& decision) {
    const int by_learner = find_index(type_of<Enrolment>(), "learner_course");
    for (const std::int64_t id : course.in_sets) {
        const auto set = context.one<catalogue::CourseSet>(id);
        if (!set || !*set || !(*set)->course) continue;
        const auto above =
            context.find<Enrolment>(by_learner, {{member.learner.value, {}, false}, {(*set)->course.value, {}, false}});
        if (!above) continue;
        for (const Enrolment& place : *above) enrolment::follow_sets(place.id, decision);
    }
    decision.unchanged(member.id.value);
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
    const Study study = study_of(student.study, *student.course, logic);
    std::vector<LearningEvent> events;
    for (const LearningEvent& event : facts.events) {
        if (event.enrolment == participant.place.id) events.push_back(event);
    }
    Way way = gone_again(study, student, participant, before, std::move(events), context, decision);
    const bool otherwise = ends_otherwise(way, *before, participant);
    if (otherwise && !may_end_otherwise(way, participant, decision)) return;
    decision.about = participant.place.id.value;
    keep(way, before, participant.place, logic, context, decision);

    const Study former = study_of(student.study, *student.course, judging(student.study, student.logic, before));
    tell_changes(study, way_of(former, student, participant.zone(), before, context.effective), way, context.effective,
                 decision);
    tell(study, way, before, student, decision);
    if (otherwise) {
        end_otherwise(way, request.reason, participant);
    } else if (enrolment::is_ahead(participant.place.state)) {
        std::ignore = move_participant(way, study, student, participant, decision);
    }
}

// IMC-CC-09, IMC-MT-06
void follow_sets(const enrolment::FollowSets& request, const FollowSetsFacts& facts, Context& context,
                 Decision& decision) {
    if (request.above) return follow_above(*facts.enrolment, *facts.student.course, context, decision);
    const StudentFacts& student = facts.student;
    Participant participant(*student.course, student.place, context, decision);
    if (!participant.usable()) return;
    // Of an earlier attempt nothing is learned any more.
    if (participant.place.id != facts.enrolment->id) return decision.unchanged(facts.enrolment->id.value);
    using enum enrolment::State;
    const auto state = participant.place.state;
    const Progress* before = progress_of(student.progress, participant.place);
    // Once the course has ended by its own rules it is only kept since when: his way may be judged anew.
    const bool over = state != registered && state != in_progress;
    const bool by_itself = before != nullptr && before->ended_at && !participant.place.signed_at;
    if (over && !by_itself) return decision.unchanged(participant.place.id.value);
    const auto* logic = judging(student.study, student.logic, before);
    const Study study = study_of(student.study, *student.course, logic);
    const auto enrolled_at = participant.place.enrolled_at;
    const Way former = before == nullptr ? Way(study, *student.course, participant.zone(), enrolled_at)
                                         : Way(study, *student.course, participant.zone(), enrolled_at, *before);
    const Way now = way_of(study, student, participant.zone(), before, context.effective);
    if (same_content(type_of<Progress>(), &former.progress(), &now.progress())) {
        return decision.unchanged(participant.place.id.value);
    }
    const bool is_late = before != nullptr && before->latest_at && context.effective < *before->latest_at;
    const std::optional<Way> way =
        is_late ? in_order(study, student, participant, *before, context, decision) : std::optional(now);
    if (!way) return;
    keep(*way, before, participant.place, logic, context, decision);
    if (!over)
        std::ignore = follow_up(before == nullptr ? nullptr : &former, *way, study, student, participant, decision);
}

}  // namespace provost::learning
