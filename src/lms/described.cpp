// Where the descriptions of this room's structs are made.
#include <provost/lms/lms.hpp>

PROVOST_DESCRIBED(provost::lms::LmsAccess);
PROVOST_DESCRIBED(provost::lms::LmsLearner);
PROVOST_DESCRIBED(provost::lms::LmsCourse);
PROVOST_DESCRIBED(provost::lms::LmsTotals);
PROVOST_DESCRIBED(provost::lms::Action);
PROVOST_DESCRIBED(provost::lms::ActionOutcome);
PROVOST_DESCRIBED(provost::lms::Observed);
