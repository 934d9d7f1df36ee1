// Where the descriptions of this room's structs are made.
#include <provost/finalise/finalise.hpp>

PROVOST_DESCRIBED(provost::finalise::Finalisation);
PROVOST_DESCRIBED(provost::finalise::FinaliseUnit);
