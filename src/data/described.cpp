// Where the descriptions of this room's structs are made.
#include "data/organisation_document.hpp"

PROVOST_DESCRIBED(provost::data::NumberedType);
PROVOST_DESCRIBED(provost::data::NumberedTag);
PROVOST_DESCRIBED(provost::data::NumberedProvider);
PROVOST_DESCRIBED(provost::data::NumberedLocation);
PROVOST_DESCRIBED(provost::data::NamedTutor);
PROVOST_DESCRIBED(provost::data::NamedAdministrator);
PROVOST_DESCRIBED(provost::data::FundingSource);
PROVOST_DESCRIBED(provost::data::DeliveryModes);
PROVOST_DESCRIBED(provost::data::CodedSubject);
PROVOST_DESCRIBED(provost::data::CodedProgram);
PROVOST_DESCRIBED(provost::data::OrganisationDocument);
