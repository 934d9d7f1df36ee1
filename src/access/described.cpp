// Where the descriptions of this room's structs are made.
#include <provost/access/administrator.hpp>

PROVOST_DESCRIBED(provost::access::Administrator);
