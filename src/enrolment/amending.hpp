// What is told of a unit that is final: a pending amendment with both values. Whoever brings a later grade, an import
// or an edit makes one here. [FIN-ORD-14]
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/amendment.hpp>

namespace provost::enrolment {

/// Whether the unit is final: finalised alone or with its program, or signed; not whoever pauses. `place` and `program`
/// may be null.
[[nodiscard]] bool is_closed(const Enrolment* place, const ProgramEnrolment* program);

/// The amendment that would make `told` of `stands`; its id is not taken yet.
[[nodiscard]] Amendment amendment_of(const Activity& stands, const Activity& told, Source source,
                                     const Context& context);

/// Whether it says anything that does not stand there.
[[nodiscard]] bool says_something(const Amendment& amendment);

/// The one that told the same before and stands so: waits, say. Null when there is none.
[[nodiscard]] const Amendment* told_before(const Many<Amendment>& amendments, const Amendment& amendment,
                                           AmendmentState state);

}  // namespace provost::enrolment
