// Which unit enrolments a grade may be for, when it names no course: by links, or by the code of the unit. Ids only.
#pragma once

#include "results/receive_grade.hpp"

namespace provost::results {

/// A place that a grade may be for, with the link by which it was found; null: by the code of the unit.
struct Candidate {
    const enrolment::Enrolment* place = nullptr;
    const catalogue::Course* course = nullptr;
    const LmsLink* link = nullptr;
    bool partial = false;
};

/// The learner's places, whatever became of them, in the courses that a result may be for which names none: those to
/// which its LMS course and item lead, or those of its unit.
[[nodiscard]] Many<enrolment::Enrolment> places_meant(const ReceiveGrade& request, const ReceiveGradeFacts& facts);

/// The learner's open places that the grade may be for; those that have not ended before those that have. Refuses when
/// nothing is linked there, or when there is none. [WIS-AG-15, PPR-RES-05]
[[nodiscard]] std::vector<Candidate> candidates(const ReceiveGrade& request, const ReceiveGradeFacts& facts,
                                                Decision& decision);

/// A result for a named course, with the link that it came by; without one when nothing is known of the course of the
/// LMS, or it names none. Refuses where that course, or the item, is linked elsewhere or no longer: what is off carries
/// nothing, and a part of one course is not the whole of another. [WIS-LNK-01, PPR-RES-06]
[[nodiscard]] Candidate named(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Decision& decision);

/// What a result says of an item that has no link of its own is of a part only.
struct LinkFound {
    const LmsLink* link = nullptr;
    bool partial = false;
};
/// The link by which a result that was kept came to a course: of the same item before that of the whole.
[[nodiscard]] LinkFound link_of(const ResultEvent& event, Id<catalogue::Course> course, const Many<LmsLink>& links);

/// What a result that was kept says when it comes by a link: completion alone, or the grade as well. [WIS-LNK-01]
[[nodiscard]] Told told_by(const LmsLink* link, Told told);

}  // namespace provost::results
