// Where the descriptions of this room's structs are made.
#include <provost/notices/definition.hpp>
#include <provost/notices/intent.hpp>

PROVOST_DESCRIBED(provost::notices::Intent);
PROVOST_DESCRIBED(provost::notices::Message);
PROVOST_DESCRIBED(provost::notices::MessageOutcome);
PROVOST_DESCRIBED(provost::notices::NoticeView);
PROVOST_DESCRIBED(provost::notices::NoticesOf);
PROVOST_DESCRIBED(provost::notices::SendNotice);
PROVOST_DESCRIBED(provost::notices::SendAgain);
PROVOST_DESCRIBED(provost::notices::SentByHand);
PROVOST_DESCRIBED(provost::notices::TickMark);
