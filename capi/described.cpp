// Where the descriptions of this room's structs are made.
#include "documents.hpp"

PROVOST_DESCRIBED(provost::capi::ErrorDocument);
PROVOST_DESCRIBED(provost::capi::QueryDocument);
PROVOST_DESCRIBED(provost::capi::KeysDocument);
PROVOST_DESCRIBED(provost::capi::RecordsDocument);
PROVOST_DESCRIBED(provost::capi::FoundDocument);
PROVOST_DESCRIBED(provost::capi::ReadVersion);
PROVOST_DESCRIBED(provost::capi::WrittenKey);
PROVOST_DESCRIBED(provost::capi::WrittenRecord);
PROVOST_DESCRIBED(provost::capi::UnitDocument);
PROVOST_DESCRIBED(provost::capi::UnitsDocument);
PROVOST_DESCRIBED(provost::capi::OutcomeDocument);
PROVOST_DESCRIBED(provost::capi::OutcomesDocument);
PROVOST_DESCRIBED(provost::capi::TraitsDocument);
