// What was sent is kept as it was said, once per submission, and is not changed afterwards. FIN-ORD-14
#include "reporting/submissions.hpp"

#include "reporting/project.hpp"

namespace provost::reporting {

namespace {

using enrolment::Activity;
using enrolment::ProgramEnrolment;
using enrolment::ReportedActivity;

Submission submission_of(const MarkSent& request, const Context& context) {
    Submission made;
    made.key = request.submission;
    made.collection_year = *request.collection_year;
    made.target = request.target;
    made.release = request.release;
    made.submitted_on = request.submitted_on;
    made.sent_at = context.recorded;
    return made;
}

bool says_the_same(const Submission& submission, const MarkSent& request) {
    return submission.collection_year == *request.collection_year && submission.target == request.target &&
           submission.release == request.release && submission.submitted_on == request.submitted_on;
}

void keep(const SentActivity& sent, const MarkSent& request, const MarkSentFacts& facts, Context& context,
          Decision& decision) {
    const auto* known = facts.said.first([&](const ReportedActivity& said) {
        return said.activity == sent.activity && said.submission == request.submission;
    });
    if (known != nullptr) return;
    const auto* activity = facts.activities.first([&](const Activity& one) { return one.id == sent.activity; });
    if (activity == nullptr) return;
    decision.put(ReportedActivity{context.ids.take<ReportedActivity>(), 0, sent.activity, activity->program_enrolment,
                                  request.submission, sent.program, sent.start_on, sent.end_on, sent.outcome});
}

void keep(const SentCompletion& sent, const MarkSent& request, const MarkSentFacts& facts, Context& context,
          Decision& decision) {
    const auto* known = facts.completed.first([&](const ReportedCompletion& said) {
        return said.program_enrolment == sent.program_enrolment && said.submission == request.submission;
    });
    if (known != nullptr) return;
    decision.put(ReportedCompletion{context.ids.take<ReportedCompletion>(), 0, sent.program_enrolment,
                                    request.submission, sent.program, sent.completed_on});
}

}  // namespace

void mark_sent(const MarkSent& request, const MarkSentFacts& facts, Context& context, Decision& decision) {
    if (enrolment::find_release(request.release) == nullptr) {
        return decision.refuse("choice.unknown"_code, {{"expected", enrolment::names_of(enrolment::releases())}});
    }
    const Collection collection{*request.collection_year, *request.submitted_on};
    if (collection.submitted_on < collection.first()) {  // nobody tells of a year before it has begun
        return decision.refuse("value.out-of-range"_code, {{"range", to_text(collection.first()) + " and later"}});
    }
    if (facts.existing && !says_the_same(*facts.existing, request)) return decision.refuse("submission.differs"_code);
    if (!facts.existing) {
        Submission made = submission_of(request, context);
        made.id = context.ids.take<Submission>();
        decision.put(std::move(made));
    }
    for (const SentActivity& sent : request.activities) keep(sent, request, facts, context, decision);
    for (const SentCompletion& sent : request.completions) keep(sent, request, facts, context, decision);
    if (decision.puts.empty()) decision.unchanged(facts.existing->id.value);
}

// FIN-REP-10: marked by a person; the projection tells of it each time.
void leave_out(const LeaveOut& request, const LeaveOutFacts& facts, Context&, Decision& decision) {
    if (!facts.activity && !facts.program_enrolment) return decision.refuse("activity.unknown"_code);
    if (facts.activity) {
        Activity activity = *facts.activity;
        activity.not_reported = !request.reported;
        decision.put(std::move(activity));
    }
    if (!facts.program_enrolment) return;
    ProgramEnrolment enrolment = *facts.program_enrolment;
    enrolment.not_reported = !request.reported;
    decision.put(std::move(enrolment));
}

}  // namespace provost::reporting
