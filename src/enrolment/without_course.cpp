// What a learner has without any course: a program (FIN-ORD-16), and achievements of before or elsewhere (FIN-ORD-17).
#include "enrolment/without_course.hpp"

#include "enrolment/begun_day.hpp"
#include "enrolment/outcome.hpp"
#include "enrolment/program_status.hpp"

namespace provost::enrolment {

void enrol_in_program(const EnrolInProgram& request, const EnrolInProgramFacts& facts, Context& context,
                      Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    // FIN-ORD-16: a record of its own that refers to no course; it stays when courses come and go.
    ProgramEnrolment made = facts.existing ? *facts.existing : ProgramEnrolment{};
    if (!facts.existing) {
        made.id = context.ids.take<ProgramEnrolment>();
        made.learner = facts.learner->id;
        made.program = facts.program->id;
        made.status = current_status;
    }
    if (facts.location) made.location = facts.location->id;
    if (request.commenced_on) made.commenced_on = request.commenced_on;
    if (!request.target.empty()) made.target = request.target;  // FIN-ORD-11
    // FIN-ORD-14: what is final is opened again first.
    const auto differs = [&](const ProgramEnrolment& before) {
        return made.location != before.location || made.commenced_on != before.commenced_on ||
               made.target != before.target;
    };
    if (facts.existing && facts.existing->finalised && differs(*facts.existing)) {
        return decision.refuse("finalise.program-ended"_code, {{"status", made.status}});
    }
    decision.put(std::move(made));
}

Code check_prior_outcome(std::string_view text) {
    return find_outcome(text) == nullptr ? "outcome.unknown"_code : Code{};
}

void record_achievement(const RecordAchievement& request, const RecordAchievementFacts& facts, Context& context,
                        Decision& decision) {
    for (const Activity& activity : facts.existing) {
        const bool same = activity.outcome_source == Source::prior && activity.outcome == request.outcome &&
                          activity.end_on == request.achieved_on;
        if (!same) continue;
        if (context.repeated(activity.id)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(activity.id.value);
    }
    // FIN-ORD-17: an activity that stands without any enrolment.
    Activity activity;
    activity.id = context.ids.take<Activity>();
    activity.learner = facts.learner->id;
    activity.subject = facts.subject->code;
    activity.start_on = activity.end_on = request.achieved_on;
    activity.outcome = request.outcome;
    activity.outcome_source = Source::prior;
    decision.put(std::move(activity));

    // It counts from that day on.
    if (request.achieved_on && *request.achieved_on > latest_begun_day(context.recorded)) {
        decision.note("date.ahead"_code, {{"day", to_text(*request.achieved_on)}});
    }
}

}  // namespace provost::enrolment
