// Where the descriptions of this room's structs are made.
#include <provost/results/results.hpp>

PROVOST_DESCRIBED(provost::results::ResultEvent);
PROVOST_DESCRIBED(provost::results::ReceiveGrade);
