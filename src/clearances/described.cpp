// Where the descriptions of this room's structs are made.
#include <provost/clearances/clearances.hpp>

PROVOST_DESCRIBED(provost::clearances::SetClearances);
