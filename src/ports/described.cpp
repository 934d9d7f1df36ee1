// Where the descriptions of this room's structs are made.
#include <provost/ports/lease.hpp>

PROVOST_DESCRIBED(provost::Lease);
