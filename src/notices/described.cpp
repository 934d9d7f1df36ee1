// Where the descriptions of this room's structs are made.
#include <provost/notices/intent.hpp>

PROVOST_DESCRIBED(provost::notices::Intent);
PROVOST_DESCRIBED(provost::notices::Message);
PROVOST_DESCRIBED(provost::notices::MessageOutcome);
