// A unit comes back: from a pause, or because its program enrolment is opened again. [FIN-DEF-04, FIN-ORD-14]
#pragma once

#include "finalise/program_units.hpp"

namespace provost::finalise {

/// A unit as it was before it paused; only a 00 that the pause set is taken away, and dates are as given. False:
/// refused. [FIN-DEF-04]
[[nodiscard]] bool after_pause(Unit& unit, const UnitBefore& before, const UnitDetail* told, Decision& decision);

/// A unit as it was before it was finalised; what a person amended since stays, and is told. False: not known yet.
/// [FIN-ORD-14]
[[nodiscard]] bool before_ending(Unit& unit, const Finalisation& ending, const Context& context, Decision& decision);

/// Refuses, and answers false, when whoever comes back finds no seat. [FIN-DEF-04, IMC-WL-02]
[[nodiscard]] bool finds_seat(const catalogue::Course& course, const catalogue::Seats& seats,
                              const enrolment::Enrolment& was, const enrolment::Enrolment& is, Decision& decision);

/// Money and papers are the host's: what was charged for leaving stays, and is told. [FIN-WDR-10]
void tell_charge(const catalogue::Course& course, Id<enrolment::Enrolment> place,
                 const Many<enrolment::ParticipantChange>& changes, Decision& decision);

/// The unit goes on as before the pause; only a 00 that the pause set is taken away, and dates are as given. False: it
/// finds no seat, or is to be asked again. [FIN-DEF-04]
[[nodiscard]] bool resume(WorkedUnit& unit, const UnitDetail* told, Day day, ProgramUnits& units, Decision& decision);

/// The unit is as it was before it was finalised, by a correction. False: as above. [FIN-ORD-14]
[[nodiscard]] bool open_again(WorkedUnit& unit, Day day, ProgramUnits& units, const Context& context,
                              Decision& decision);

}  // namespace provost::finalise
