// reporting.mark_sent: what a submission that was sent said. reporting.leave_out: what stays out of all of them.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/reporting/reporting.hpp>

namespace provost::reporting {

struct MarkSentFacts {
    One<Submission> existing;
    Many<enrolment::Activity> activities;
    Many<enrolment::ReportedActivity> said;
    Many<enrolment::ProgramEnrolment> program_enrolments;
    Many<ReportedCompletion> completed;
};

template <class Facts = MarkSentFacts>
inline constexpr auto mark_sent_fetch = [] {
    return fetch_plan<MarkSent>(std::to_array<FetchRow>({
        PROVOST_SLOT(existing, "key(request.submission)"),
        PROVOST_SLOT(activities, "id(request.activities.activity)", "activity.unknown"_code),
        PROVOST_SLOT(said, "activity(request.activities.activity)"),
        PROVOST_SLOT(program_enrolments, "id(request.completions.program_enrolment)", "program.not-enrolled"_code),
        PROVOST_SLOT(completed, "program_enrolment(request.completions.program_enrolment)"),
    }));
}();

void mark_sent(const MarkSent& request, const MarkSentFacts& facts, Context& context, Decision& decision);

struct LeaveOutFacts {
    One<enrolment::Activity> activity;
    One<enrolment::ProgramEnrolment> program_enrolment;
    One<enrolment::Activity> alone;  // of no course, so that it is the learner's own
    One<people::Learner> of_unit;
    One<people::Learner> of_program;
    One<enrolment::Enrolment> place;
    One<catalogue::Course> course;
};

[[nodiscard]] inline bool is_alone(const enrolment::Activity& activity) { return !activity.enrolment; }

template <class Facts = LeaveOutFacts>
inline constexpr auto leave_out_fetch = [] {
    return fetch_plan<LeaveOut>(std::to_array<FetchRow>({
        PROVOST_SLOT(activity, "id(request.activity)", "activity.unknown"_code),
        PROVOST_SLOT(program_enrolment, "id(request.program_enrolment)", "program.not-enrolled"_code),
        PROVOST_SLOT(alone, "id(request.activity)", {}, when<enrolment::Activity, is_alone>),
        PROVOST_SLOT(of_unit, "id(alone.learner)"),
        PROVOST_SLOT(of_program, "id(program_enrolment.learner)"),
        PROVOST_SLOT(place, "id(activity.enrolment)"),
        PROVOST_SLOT(course, "id(place.course)"),
    }));
}();

void leave_out(const LeaveOut& request, const LeaveOutFacts& facts, Context& context, Decision& decision);

}  // namespace provost::reporting
