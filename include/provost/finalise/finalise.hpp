// Finalising: how an enrolment ends, and what that does to its activity.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// How a unit enrolment is ended. Since 0.1. [FIN-WDR-01]
enum class Ending : std::uint8_t {
    completed,
    withdrawn,
    deferred,
    cancelled,  ///< without penalty
};

/// That a unit enrolment was finalised; one per enrolment. Since 0.1. [FIN-ORD-14]
struct Finalisation {
    Id<Finalisation> id;
    std::int64_t version = 0;
    Id<enrolment::Enrolment> enrolment;
    Ending ending = Ending::completed;
    std::optional<Day> effective_on;
    std::optional<Day> resumes_on;
};

/// Ends a unit enrolment on a day. Since 0.1.
struct FinaliseUnit {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    Ending ending = Ending::completed;
    std::optional<Day> effective_on;
    std::optional<Day> resumes_on;
};

}  // namespace provost::finalise

template <>
struct provost::Choices<provost::finalise::Ending> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "completed", "Completed; needs a final outcome."},
        {1, "withdrawn", "Withdrawn."},
        {2, "deferred", "Pauses until a day of return."},
        {3, "cancelled", "Cancelled without penalty."},
    });
};

PROVOST_DESCRIBE(provost::finalise::Finalisation, record, "finalisation", "That a unit enrolment was finalised.",
                 PROVOST_INDEXES({"enrolment", true, {"enrolment"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(enrolment, "The enrolment."),
                 PROVOST_FIELD(ending, "How it was ended."), PROVOST_FIELD(effective_on, "From which day on."),
                 PROVOST_FIELD(resumes_on, "Day of return of a deferral."));

PROVOST_REQUEST(provost::finalise::FinaliseUnit, "finalise_unit", "Ends a unit enrolment on a day.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(ending, "How it ends.").or_else("status.unknown"),
                PROVOST_FIELD(effective_on, "From which day on.").required(),
                PROVOST_FIELD(resumes_on, "Day of return, for a deferral."));
