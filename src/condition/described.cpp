// Where the descriptions of this room's structs are made.
#include <provost/condition/reason.hpp>

PROVOST_DESCRIBED(provost::Evidence);
PROVOST_DESCRIBED(provost::Parameter);
PROVOST_DESCRIBED(provost::Reason);
