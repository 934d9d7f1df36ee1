// What sessions that do something by themselves say of it: the tick, updates of components, erasing.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost {

/// Something that became due and was done, or would be. Since 0.1. [IMC-AC-06]
struct TickLine {
    std::string course;
    Id<enrolment::Enrolment> enrolment;
    Id<people::Learner> learner;
    enrolment::State start_state = enrolment::State::none;
    enrolment::State target_state = enrolment::State::none;
    std::int64_t reminders = 0;
    std::int64_t notices = 0;
    Code code;
    std::vector<Parameter> parameters;
    std::string learncycle;
    Id<enrolment::ProgramEnrolment> program_enrolment;
};

/// What a finished tick says. Since 0.1.
struct TickSummary {
    std::int64_t courses = 0;
    std::int64_t changed = 0;
    std::int64_t reminders = 0;
    std::int64_t notices = 0;
    std::int64_t held = 0;
    std::int64_t learncycles = 0;
    std::optional<Instant> next_due_at;
};

/// A component of a course that was updated, or what stopped it. Since 0.1. [IMC-UPD-15]
struct UpdateLine {
    std::string course;
    std::string component;
    Code code;
    std::int64_t before = 0;
    std::int64_t after = 0;
};

/// What a finished update of components says. Since 0.1. [IMC-UPD-15]
struct UpdateSummary {
    std::int64_t courses = 0;
    std::int64_t updated = 0;
    std::int64_t stopped = 0;
    std::int64_t current = 0;
};

/// What a finished erasure says; in its progress as far as it came. Since 0.1.
struct EraseSummary {
    std::int64_t learners = 0;
    std::int64_t entries = 0;
    std::int64_t values = 0;
};

}  // namespace provost

PROVOST_DESCRIBE(
    provost::TickLine, document, "tick_line", "Something that became due.", PROVOST_NO_INDEX,
    PROVOST_FIELD(course, "External id of the course."), PROVOST_FIELD(enrolment, "The place that changed."),
    PROVOST_FIELD(learner, "Id of the learner."), PROVOST_FIELD(start_state, "State before."),
    PROVOST_FIELD(target_state, "State after."),
    PROVOST_FIELD(reminders, "Reminders that were made, when the line is about the course."),
    PROVOST_FIELD(notices, "Notices of components that were made, when the line is about the course."),
    PROVOST_FIELD(code, "Why the course was held, or could not be looked after, or the learncycle did not fire."),
    PROVOST_FIELD(parameters, "Values of the code's sentence."),
    PROVOST_FIELD(learncycle, "Key of the learncycle, when the line is about one."),
    PROVOST_FIELD(program_enrolment, "The program enrolment for which it fired."));
PROVOST_DESCRIBE(provost::TickSummary, document, "tick_summary", "What a finished tick says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(courses, "Courses in which something becomes due some time."),
                 PROVOST_FIELD(changed, "Places that changed."), PROVOST_FIELD(reminders, "Reminders that were made."),
                 PROVOST_FIELD(notices, "Notices of components that were made."),
                 PROVOST_FIELD(held, "What a person must look at first: courses, and learncycles that did not fire."),
                 PROVOST_FIELD(learncycles, "How often a learncycle fired."),
                 PROVOST_FIELD(next_due_at, "The next moment at which something becomes due; absent: nothing does."));
PROVOST_DESCRIBE(provost::UpdateLine, document, "update_line", "A component that was updated, or not.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(course, "External id of the course."),
                 PROVOST_FIELD(component, "Key of the component."),
                 PROVOST_FIELD(code, "What became of it: update.done, or what stopped it."),
                 PROVOST_FIELD(before, "The version of its medium that it showed."),
                 PROVOST_FIELD(after, "The version that it shows."));
PROVOST_DESCRIBE(provost::UpdateSummary, document, "update_summary", "What a finished update of components says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(courses, "Courses with a component that shows a medium."),
                 PROVOST_FIELD(updated, "Components that show a newer version now."),
                 PROVOST_FIELD(stopped, "Components that something stopped."),
                 PROVOST_FIELD(current, "Components that showed the newest version already."));
PROVOST_DESCRIBE(provost::EraseSummary, document, "erase_summary", "What a finished erasure says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(learners, "Learners who were erased, now or earlier."),
                 PROVOST_FIELD(entries, "Journal entries with personal values that were looked at."),
                 PROVOST_FIELD(values, "Personal values that were taken away."));
