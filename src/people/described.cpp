// Where the descriptions of this room's structs are made.
#include <provost/people/group.hpp>
#include <provost/people/learner.hpp>

PROVOST_DESCRIBED(provost::people::Group);
PROVOST_DESCRIBED(provost::people::DefineGroup);
PROVOST_DESCRIBED(provost::people::Learner);
PROVOST_DESCRIBED(provost::people::DefineLearner);
