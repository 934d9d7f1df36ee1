// Where the descriptions of this room's structs are made.
#include <provost/access/administrator.hpp>
#include <provost/access/clearance.hpp>

PROVOST_DESCRIBED(provost::access::Administrator);
PROVOST_DESCRIBED(provost::access::Grant);
PROVOST_DESCRIBED(provost::access::Clearances);
PROVOST_DESCRIBED(provost::access::DefaultClearances);
