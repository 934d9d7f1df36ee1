// Where the descriptions of this room's structs are made.
#include <provost/enrolment/amendment.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/enrolment/follow_sets.hpp>
#include <provost/enrolment/held_back.hpp>
#include <provost/enrolment/participation.hpp>
#include <provost/enrolment/program_change.hpp>
#include <provost/enrolment/program_status.hpp>
#include <provost/enrolment/signature.hpp>
#include <provost/enrolment/training_details.hpp>

PROVOST_DESCRIBED(provost::enrolment::Enrolment);
PROVOST_DESCRIBED(provost::enrolment::Prebooking);
PROVOST_DESCRIBED(provost::enrolment::HeldBack);
PROVOST_DESCRIBED(provost::enrolment::Commitment);
PROVOST_DESCRIBED(provost::enrolment::ChecklistItem);
PROVOST_DESCRIBED(provost::enrolment::Provenance);
PROVOST_DESCRIBED(provost::enrolment::ReportedActivity);
PROVOST_DESCRIBED(provost::enrolment::ProgramEnrolment);
PROVOST_DESCRIBED(provost::enrolment::ProgramChange);
PROVOST_DESCRIBED(provost::enrolment::Activity);
PROVOST_DESCRIBED(provost::enrolment::TrainingStatements);
PROVOST_DESCRIBED(provost::enrolment::TrainingDetails);
PROVOST_DESCRIBED(provost::enrolment::DescribeTraining);
PROVOST_DESCRIBED(provost::enrolment::EnrolInProgram);
PROVOST_DESCRIBED(provost::enrolment::RecordAchievement);
PROVOST_DESCRIBED(provost::enrolment::PassedOver);
PROVOST_DESCRIBED(provost::enrolment::WaitingList);
PROVOST_DESCRIBED(provost::enrolment::StepOfApproval);
PROVOST_DESCRIBED(provost::enrolment::Approval);
PROVOST_DESCRIBED(provost::enrolment::ParticipantChange);
PROVOST_DESCRIBED(provost::enrolment::FollowSets);
PROVOST_DESCRIBED(provost::enrolment::Signature);
PROVOST_DESCRIBED(provost::enrolment::StatusReason);
PROVOST_DESCRIBED(provost::enrolment::ProgramStatus);
PROVOST_DESCRIBED(provost::enrolment::Amendment);
