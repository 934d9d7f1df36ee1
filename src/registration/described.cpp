// Where the descriptions of this room's structs are made.
#include <provost/registration/registration.hpp>
#include <provost/registration/visibility.hpp>

PROVOST_DESCRIBED(provost::registration::RegisterLearner);
PROVOST_DESCRIBED(provost::registration::Prebook);
PROVOST_DESCRIBED(provost::registration::Sees);
PROVOST_DESCRIBED(provost::registration::MayListParticipants);
