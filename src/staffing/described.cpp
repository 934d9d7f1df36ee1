// Where the descriptions of this room's structs are made.
#include <provost/staffing/tutor.hpp>

PROVOST_DESCRIBED(provost::staffing::Tutor);
