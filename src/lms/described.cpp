// Where the descriptions of this room's structs are made.
#include <provost/lms/access_rule.hpp>
#include <provost/lms/adapter.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/elearning.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/run.hpp>

PROVOST_DESCRIBED(provost::lms::Connection);
PROVOST_DESCRIBED(provost::lms::Edge);
PROVOST_DESCRIBED(provost::lms::AccessRule);
PROVOST_DESCRIBED(provost::lms::AccessOverride);
PROVOST_DESCRIBED(provost::lms::ElearningEnrolment);
PROVOST_DESCRIBED(provost::lms::LmsAccess);
PROVOST_DESCRIBED(provost::lms::LmsEnrolment);
PROVOST_DESCRIBED(provost::lms::AccessChange);
PROVOST_DESCRIBED(provost::lms::LmsLearner);
PROVOST_DESCRIBED(provost::lms::LmsCourse);
PROVOST_DESCRIBED(provost::lms::LmsTotals);
PROVOST_DESCRIBED(provost::lms::SyncRun);
PROVOST_DESCRIBED(provost::lms::SyncItem);
PROVOST_DESCRIBED(provost::lms::Action);
PROVOST_DESCRIBED(provost::lms::ActionOutcome);
PROVOST_DESCRIBED(provost::lms::Observed);
PROVOST_DESCRIBED(provost::lms::ObservedCourse);
PROVOST_DESCRIBED(provost::lms::ObservedResult);
PROVOST_DESCRIBED(provost::lms::ListingEnd);
PROVOST_DESCRIBED(provost::lms::HttpHeader);
PROVOST_DESCRIBED(provost::lms::HttpRequest);
PROVOST_DESCRIBED(provost::lms::HttpAnswer);
PROVOST_DESCRIBED(provost::lms::Abilities);
PROVOST_DESCRIBED(provost::lms::ListingAsk);
