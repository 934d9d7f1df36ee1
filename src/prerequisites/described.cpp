// Where the descriptions of this room's structs are made.
#include <provost/prerequisites/bulk.hpp>
#include <provost/prerequisites/lint.hpp>
#include <provost/prerequisites/prerequisite.hpp>

PROVOST_DESCRIBED(provost::prerequisites::BulkDocument);
PROVOST_DESCRIBED(provost::prerequisites::BulkRule);
PROVOST_DESCRIBED(provost::prerequisites::BulkSummary);
PROVOST_DESCRIBED(provost::prerequisites::BulkThing);
PROVOST_DESCRIBED(provost::prerequisites::Item);
PROVOST_DESCRIBED(provost::prerequisites::DefinePrerequisites);
PROVOST_DESCRIBED(provost::prerequisites::RequireSubject);
PROVOST_DESCRIBED(provost::prerequisites::Finding);
PROVOST_DESCRIBED(provost::prerequisites::FindingCount);
PROVOST_DESCRIBED(provost::prerequisites::LintSummary);
