// Where the descriptions of this room's structs are made.
#include <provost/audit/audit.hpp>
#include <provost/audit/journal.hpp>

PROVOST_DESCRIBED(provost::JournalPosition);
PROVOST_DESCRIBED(provost::AuditRequest);
PROVOST_DESCRIBED(provost::audit::Finding);
PROVOST_DESCRIBED(provost::audit::VerifyReport);
PROVOST_DESCRIBED(provost::audit::Rejudged);
PROVOST_DESCRIBED(provost::audit::Unjudged);
PROVOST_DESCRIBED(provost::audit::RejudgeReport);
PROVOST_DESCRIBED(provost::audit::JournalEntry);
PROVOST_DESCRIBED(provost::audit::JournalPersonal);
PROVOST_DESCRIBED(provost::audit::JournalHead);
PROVOST_DESCRIBED(provost::audit::Run);
