// Where the descriptions of this room's structs are made.
#include <provost/registration/catch_up.hpp>
#include <provost/registration/participants.hpp>
#include <provost/registration/registration.hpp>
#include <provost/registration/request.hpp>
#include <provost/registration/visibility.hpp>

PROVOST_DESCRIBED(provost::registration::RegisterLearner);
PROVOST_DESCRIBED(provost::registration::Prebook);
PROVOST_DESCRIBED(provost::registration::Sees);
PROVOST_DESCRIBED(provost::registration::MayListParticipants);
PROVOST_DESCRIBED(provost::registration::CatchUp);
PROVOST_DESCRIBED(provost::registration::RequestPlace);
PROVOST_DESCRIBED(provost::registration::AnswerRequest);
PROVOST_DESCRIBED(provost::registration::Check);
PROVOST_DESCRIBED(provost::registration::Assess);
PROVOST_DESCRIBED(provost::registration::RegisterMany);
PROVOST_DESCRIBED(provost::registration::RegisterPrebooked);
PROVOST_DESCRIBED(provost::registration::Wish);
PROVOST_DESCRIBED(provost::registration::CancelPlace);
PROVOST_DESCRIBED(provost::registration::GiveUpPlace);
PROVOST_DESCRIBED(provost::registration::CancelMany);
PROVOST_DESCRIBED(provost::registration::MovePlace);
PROVOST_DESCRIBED(provost::registration::ReplaceParticipant);
PROVOST_DESCRIBED(provost::registration::ChangeRegistration);
PROVOST_DESCRIBED(provost::registration::ChangeState);
PROVOST_DESCRIBED(provost::registration::Conclude);
PROVOST_DESCRIBED(provost::registration::MayEnter);
PROVOST_DESCRIBED(provost::registration::History);
