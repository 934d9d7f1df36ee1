// Where the descriptions of this room's structs are made.
#include <provost/plan/answer.hpp>
#include <provost/plan/request.hpp>

PROVOST_DESCRIBED(provost::FieldChange);
PROVOST_DESCRIBED(provost::PlannedChange);
PROVOST_DESCRIBED(provost::ReportLine);
PROVOST_DESCRIBED(provost::Need);
PROVOST_DESCRIBED(provost::Answer);
PROVOST_DESCRIBED(provost::Head);
