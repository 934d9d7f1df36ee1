// One grade at one place: what every way in shares (LMS, by hand, settled by a person).
#pragma once

#include "plan/decision.hpp"
#include "results/grade_rule.hpp"

#include <provost/results/results.hpp>

namespace provost::results {

/// A place with what stands beside it. `activity` is null when its course trains no unit.
struct Standing {
    const enrolment::Enrolment* place = nullptr;
    const catalogue::Course* course = nullptr;
    const Zone* zone = nullptr;
    const catalogue::Seats* seats = nullptr;
    const enrolment::Activity* activity = nullptr;
    std::vector<const ResultEvent*> events{};

    [[nodiscard]] Day day(Instant moment) const { return day_of(moment, *zone); }  // WIS-AG-05: the course's zone
};

/// What was told of a grade, and how it came.
struct Incoming {
    Told told;
    Instant at;
    enrolment::Source source = enrolment::Source::lms;
    std::optional<enrolment::Provenance> provenance{};
    bool partial = false;  ///< of a part of the course that stands for no unit: evidence only [PPR-RES-06]
    bool review = false;   ///< a person looks at whatever comes this way [PPR-RES-06]
};

/// An event with what was told, as of now: what became of it is not said yet.
[[nodiscard]] ResultEvent event_of(const Told& told, Context& context);

/// The activity of a place; null when it has none.
[[nodiscard]] const enrolment::Activity* activity_of(const Many<enrolment::Activity>& activities,
                                                     const enrolment::Enrolment& place);

/// Judges the grade and fills decision and event; `rule` null: nothing counts there, the grade is only logged.
/// [WIS-AG-01, WIS-AG-19]
void grade(const Standing& standing, const GradeRule* rule, const Incoming& incoming, ResultEvent event,
           Decision& decision);

}  // namespace provost::results
