// Where the descriptions of this room's structs are made.
#include <provost/organisation/organisation.hpp>
#include <provost/organisation/registration_process.hpp>

PROVOST_DESCRIBED(provost::organisation::Provider);
PROVOST_DESCRIBED(provost::organisation::Location);
PROVOST_DESCRIBED(provost::organisation::DeliveryMode);
PROVOST_DESCRIBED(provost::organisation::ReportingDefaults);
PROVOST_DESCRIBED(provost::organisation::ApprovalStep);
PROVOST_DESCRIBED(provost::organisation::RegistrationProcess);
