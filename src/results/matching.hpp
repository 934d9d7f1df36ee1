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

/// The learner's open places that the grade may be for; those that have not ended before those that have. Refuses when
/// nothing is linked there, or when there is none. [WIS-AG-15, PPR-RES-05]
[[nodiscard]] std::vector<Candidate> candidates(const ReceiveGrade& request, const ReceiveGradeFacts& facts,
                                                Decision& decision);

/// The link that a result for a named course came by; a candidate without one when it names none.
[[nodiscard]] Candidate named(const ReceiveGrade& request, const ReceiveGradeFacts& facts);

}  // namespace provost::results
