// Where the descriptions of this room's structs are made.
#include <provost/finalise/program.hpp>
#include <provost/finalise/worklist.hpp>

PROVOST_DESCRIBED(provost::finalise::UnitBefore);
PROVOST_DESCRIBED(provost::finalise::Finalisation);
PROVOST_DESCRIBED(provost::finalise::FinaliseUnit);
PROVOST_DESCRIBED(provost::finalise::ProgramChange);
PROVOST_DESCRIBED(provost::finalise::UnitDetail);
PROVOST_DESCRIBED(provost::finalise::FinaliseProgram);
PROVOST_DESCRIBED(provost::finalise::CompleteItem);
PROVOST_DESCRIBED(provost::finalise::Reopen);
PROVOST_DESCRIBED(provost::finalise::Amend);
PROVOST_DESCRIBED(provost::finalise::UnitTransition);
PROVOST_DESCRIBED(provost::finalise::Transition);
PROVOST_DESCRIBED(provost::finalise::TransitionProgram);
PROVOST_DESCRIBED(provost::finalise::CancelCommitment);
PROVOST_DESCRIBED(provost::finalise::RecordCommitment);
PROVOST_DESCRIBED(provost::finalise::CreditUnit);
PROVOST_DESCRIBED(provost::finalise::WorklistLine);
PROVOST_DESCRIBED(provost::finalise::WorklistSummary);
