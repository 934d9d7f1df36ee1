// results.enter_grade, results.change_outcome, results.change_outcomes, results.outcome_of: what people do to the
// outcome of a unit, and what they see of it.
#pragma once

#include "clearances/acting.hpp"
#include "enrolment/outcome.hpp"
#include "results/place_facts.hpp"

#include <provost/enrolment/participation.hpp>

namespace provost::results {

void enter_grade(const EnterGrade& request, const PlaceFacts& facts, Context& context, Decision& decision);
void change_outcome(const ChangeOutcome& request, const PlaceFacts& facts, Context& context, Decision& decision);

struct OutcomeOfFacts {
    PlaceFacts at;
    clearances::ActingFacts acting;
};

template <class Facts = OutcomeOfFacts>
inline constexpr auto outcome_of_fetch = [] {
    return fetch_plan<OutcomeOf>(
        detail::join(PROVOST_PART(at, place_rows), PROVOST_PART(acting, clearances::acting_in_course_rows)));
}();

void outcome_of(const OutcomeOf& request, const OutcomeOfFacts& facts, Context& context, Decision& decision);

struct ChangeOutcomesFacts {
    Many<catalogue::Course> courses;
};

template <class Facts = ChangeOutcomesFacts>
inline constexpr auto change_outcomes_fetch = [] {
    return fetch_plan<ChangeOutcomes>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.rows.course)", {}, when<catalogue::Course, catalogue::is_there>),
    }));
}();

void change_outcomes(const ChangeOutcomes& request, const ChangeOutcomesFacts& facts, Context& context,
                     Decision& decision);

/// The row of an outcome that a person may give at a place on a day: of the national list, of the list of the state to
/// which its program enrolment is reported, or of the jurisdiction of the grade rule that counts there (that of `link`,
/// which may be null, first). Null: none of them has it; nothing: it is not known yet.
[[nodiscard]] std::optional<const enrolment::OutcomeCode*> outcome_for(std::string_view outcome, Day day,
                                                                       const Standing& standing, const LmsLink* link,
                                                                       const Context& context);

/// Sets an outcome as a person says: source manual, no label. Refuses codes that nobody sets here (`code` null: an
/// unknown one) and moves that the table has no way for. [PPR-RES-03, PPR-RES-04]
[[nodiscard]] bool set_by_hand(const enrolment::OutcomeCode* code, Day day, bool corrects, enrolment::Enrolment& place,
                               enrolment::Activity& activity, Decision& decision);

/// A line of the history of a place. [PPR-RES-04]
[[nodiscard]] enrolment::ParticipantChange line_of_history(const enrolment::Enrolment& before,
                                                           const enrolment::Enrolment& after, Code what,
                                                           const std::string& reason, Context& context);

}  // namespace provost::results
