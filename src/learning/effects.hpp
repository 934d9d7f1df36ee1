// What a step of a participant's way does outside the way: the course ends for him, and people are told.
#pragma once

#include "learning/student.hpp"

namespace provost::learning {

/// The state of a participant that goes with the end that the rules say; of a way that has not ended, that of somebody
/// under way.
[[nodiscard]] enrolment::State state_of(Ended ended);

/// Messages of the actions of rules that had not fired before; `before` null: none had. [IMC-LL-17]
void tell(const Study& study, const Way& way, const Progress* before, const StudentFacts& facts, Decision& decision);

/// What somebody should know of how rules met. [IMC-LL-21]
void note_conflicts(const Study& study, const Trace& trace, Decision& decision);

/// The participant begins, and the course ends for him as his way says. False: refused, or to be asked again.
[[nodiscard]] bool move_participant(const Way& way, const Study& study, const StudentFacts& facts,
                                    registration::Participant& participant, Decision& decision);

/// Keeps how far a participant has come, and by which rules he is judged; null: there are none.
void keep(const Way& way, const Progress* before, const enrolment::Enrolment& place, const catalogue::Logic* logic,
          Context& context, Decision& decision);

/// All that a way does outside, seen from where it stood; null: at its beginning. False: refused, or to be asked again.
[[nodiscard]] bool follow_up(const Way* former, const Way& way, const Study& study, const StudentFacts& facts,
                             registration::Participant& participant, Decision& decision);

/// Calendar entries for the components of a participant whose moments have changed or become known. [IMC-SCH-06]
void keep_calendar(const Way* before, const Way& now, const Study& study, const enrolment::Enrolment& place,
                   Decision& decision);

}  // namespace provost::learning
