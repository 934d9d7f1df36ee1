// Where the descriptions of this room's structs are made.
#include <provost/erasure/erasure.hpp>

PROVOST_DESCRIBED(provost::erasure::EraseLearner);
