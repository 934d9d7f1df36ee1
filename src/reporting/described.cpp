// Where the descriptions of this room's structs are made.
#include <provost/reporting/reporting.hpp>

PROVOST_DESCRIBED(provost::reporting::Submission);
PROVOST_DESCRIBED(provost::reporting::ReportedCompletion);
PROVOST_DESCRIBED(provost::reporting::SentActivity);
PROVOST_DESCRIBED(provost::reporting::SentCompletion);
PROVOST_DESCRIBED(provost::reporting::MarkSent);
PROVOST_DESCRIBED(provost::reporting::LeaveOut);
PROVOST_DESCRIBED(provost::reporting::ProjectedField);
PROVOST_DESCRIBED(provost::reporting::ProjectedFinding);
PROVOST_DESCRIBED(provost::reporting::SaidBefore);
PROVOST_DESCRIBED(provost::reporting::ProjectedActivity);
