// Where the descriptions of this room's structs are made.
#include <provost/lms/access_rule.hpp>
#include <provost/lms/accounts.hpp>
#include <provost/lms/adapter.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/cutover.hpp>
#include <provost/lms/elearning.hpp>
#include <provost/lms/file_drop.hpp>
#include <provost/lms/linking.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/lms_course.hpp>
#include <provost/lms/memory_setup.hpp>
#include <provost/lms/plan.hpp>
#include <provost/lms/received.hpp>
#include <provost/lms/run.hpp>

PROVOST_DESCRIBED(provost::lms::Connection);
PROVOST_DESCRIBED(provost::lms::Edge);
PROVOST_DESCRIBED(provost::lms::AccessRule);
PROVOST_DESCRIBED(provost::lms::AccessOverride);
PROVOST_DESCRIBED(provost::lms::ElearningEnrolment);
PROVOST_DESCRIBED(provost::lms::AddElearning);
PROVOST_DESCRIBED(provost::lms::AddElearnings);
PROVOST_DESCRIBED(provost::lms::SetAccess);
PROVOST_DESCRIBED(provost::lms::OverrideAccess);
PROVOST_DESCRIBED(provost::lms::LiftOverride);
PROVOST_DESCRIBED(provost::lms::ProvisionEnrolment);
PROVOST_DESCRIBED(provost::lms::AccessOf);
PROVOST_DESCRIBED(provost::lms::SetLink);
PROVOST_DESCRIBED(provost::lms::Unlink);
PROVOST_DESCRIBED(provost::lms::LinkByCode);
PROVOST_DESCRIBED(provost::lms::ProvisionCourse);
PROVOST_DESCRIBED(provost::lms::MarkTest);
PROVOST_DESCRIBED(provost::lms::StepDone);
PROVOST_DESCRIBED(provost::lms::Communication);
PROVOST_DESCRIBED(provost::lms::Cutover);
PROVOST_DESCRIBED(provost::lms::DefineCutover);
PROVOST_DESCRIBED(provost::lms::TickCutover);
PROVOST_DESCRIBED(provost::lms::CutoverOf);
PROVOST_DESCRIBED(provost::lms::OldAccess);
PROVOST_DESCRIBED(provost::lms::NoteOldAccess);
PROVOST_DESCRIBED(provost::lms::RevokeOldAccess);
PROVOST_DESCRIBED(provost::lms::LmsCourse);
PROVOST_DESCRIBED(provost::lms::NoteCourse);
PROVOST_DESCRIBED(provost::lms::LmsResult);
PROVOST_DESCRIBED(provost::lms::LmsCursor);
PROVOST_DESCRIBED(provost::lms::LmsAccess);
PROVOST_DESCRIBED(provost::lms::LmsEnrolment);
PROVOST_DESCRIBED(provost::lms::AccessChange);
PROVOST_DESCRIBED(provost::lms::LmsLearner);
PROVOST_DESCRIBED(provost::lms::LmsRoster);
PROVOST_DESCRIBED(provost::lms::LmsStanding);
PROVOST_DESCRIBED(provost::lms::LmsTotals);
PROVOST_DESCRIBED(provost::lms::PlanItem);
PROVOST_DESCRIBED(provost::lms::Difference);
PROVOST_DESCRIBED(provost::lms::SyncRun);
PROVOST_DESCRIBED(provost::lms::SyncItem);
PROVOST_DESCRIBED(provost::lms::Action);
PROVOST_DESCRIBED(provost::lms::ActionOutcome);
PROVOST_DESCRIBED(provost::lms::Observed);
PROVOST_DESCRIBED(provost::lms::ObservedAccount);
PROVOST_DESCRIBED(provost::lms::AccountLine);
PROVOST_DESCRIBED(provost::lms::ObservedCourse);
PROVOST_DESCRIBED(provost::lms::ObservedResult);
PROVOST_DESCRIBED(provost::lms::ListingEnd);
PROVOST_DESCRIBED(provost::lms::HttpHeader);
PROVOST_DESCRIBED(provost::lms::HttpRequest);
PROVOST_DESCRIBED(provost::lms::HttpAnswer);
PROVOST_DESCRIBED(provost::lms::Abilities);
PROVOST_DESCRIBED(provost::lms::ListingAsk);
PROVOST_DESCRIBED(provost::lms::LmsEdit);
PROVOST_DESCRIBED(provost::lms::LmsFault);
PROVOST_DESCRIBED(provost::lms::LmsChance);
PROVOST_DESCRIBED(provost::lms::LmsSetup);
PROVOST_DESCRIBED(provost::lms::LmsTold);
PROVOST_DESCRIBED(provost::lms::LmsCall);
PROVOST_DESCRIBED(provost::lms::AdapterOptions);
PROVOST_DESCRIBED(provost::lms::AdapterLine);
PROVOST_DESCRIBED(provost::lms::DropPiece);
PROVOST_DESCRIBED(provost::lms::DropReport);
PROVOST_DESCRIBED(provost::lms::DropPackage);
PROVOST_DESCRIBED(provost::lms::LmsDrop);
PROVOST_DESCRIBED(provost::lms::DropSummary);
