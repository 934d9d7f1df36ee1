// Where the descriptions of this room's structs are made.
#include <provost/organisation/organisation.hpp>

PROVOST_DESCRIBED(provost::organisation::Provider);
PROVOST_DESCRIBED(provost::organisation::Location);
PROVOST_DESCRIBED(provost::organisation::DeliveryMode);
PROVOST_DESCRIBED(provost::organisation::ReportingDefaults);
