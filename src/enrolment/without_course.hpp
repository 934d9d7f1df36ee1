// enrolment.enrol_in_program and enrolment.record_achievement: what a learner has without any course.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

struct EnrolInProgramFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    One<organisation::Location> location;
    One<ProgramEnrolment> existing;
};

template <class Facts = EnrolInProgramFacts>
inline constexpr auto enrol_in_program_fetch = [] {
    return fetch_plan<EnrolInProgram>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(existing, "learner_program(learner.id, program.id)"),
    }));
}();

void enrol_in_program(const EnrolInProgram& request, const EnrolInProgramFacts& facts, Context& context,
                      Decision& decision);

struct RecordAchievementFacts {
    One<people::Learner> learner;
    One<catalogue::Subject> subject;
    Many<Activity> existing;
};

template <class Facts = RecordAchievementFacts>
inline constexpr auto record_achievement_fetch = [] {
    return fetch_plan<RecordAchievement>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(existing, "learner_subject(learner.id, subject.code)"),
    }));
}();

void record_achievement(const RecordAchievement& request, const RecordAchievementFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::enrolment
