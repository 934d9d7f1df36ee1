// Where the descriptions of this room's structs are made.
#include <provost/finalise/credential.hpp>
#include <provost/finalise/finalise.hpp>
#include <provost/finalise/learncycle.hpp>
#include <provost/finalise/learner_activity.hpp>
#include <provost/finalise/program.hpp>
#include <provost/finalise/worklist.hpp>

PROVOST_DESCRIBED(provost::finalise::UnitBefore);
PROVOST_DESCRIBED(provost::finalise::Finalisation);
PROVOST_DESCRIBED(provost::finalise::FinaliseUnit);
PROVOST_DESCRIBED(provost::finalise::UnitDetail);
PROVOST_DESCRIBED(provost::finalise::FinaliseProgram);
PROVOST_DESCRIBED(provost::finalise::CompleteItem);
PROVOST_DESCRIBED(provost::finalise::Reopen);
PROVOST_DESCRIBED(provost::finalise::ReopenUnit);
PROVOST_DESCRIBED(provost::finalise::Amend);
PROVOST_DESCRIBED(provost::finalise::UnitTransition);
PROVOST_DESCRIBED(provost::finalise::Transition);
PROVOST_DESCRIBED(provost::finalise::TransitionProgram);
PROVOST_DESCRIBED(provost::finalise::CancelCommitment);
PROVOST_DESCRIBED(provost::finalise::RecordCommitment);
PROVOST_DESCRIBED(provost::finalise::CreditUnit);
PROVOST_DESCRIBED(provost::finalise::WorklistLine);
PROVOST_DESCRIBED(provost::finalise::WorklistSummary);
PROVOST_DESCRIBED(provost::finalise::Credential);
PROVOST_DESCRIBED(provost::finalise::CredentialSeries);
PROVOST_DESCRIBED(provost::finalise::SurveyRule);
PROVOST_DESCRIBED(provost::finalise::CredentialRules);
PROVOST_DESCRIBED(provost::finalise::CheckPackaging);
PROVOST_DESCRIBED(provost::finalise::IssueCredential);
PROVOST_DESCRIBED(provost::finalise::ReissueCredential);
PROVOST_DESCRIBED(provost::finalise::RevokeCredential);
PROVOST_DESCRIBED(provost::finalise::OfferCredentials);
PROVOST_DESCRIBED(provost::finalise::InactivateLearner);
PROVOST_DESCRIBED(provost::finalise::ReactivateLearner);
PROVOST_DESCRIBED(provost::finalise::CycleAction);
PROVOST_DESCRIBED(provost::finalise::Learncycle);
PROVOST_DESCRIBED(provost::finalise::LearncycleFiring);
PROVOST_DESCRIBED(provost::finalise::FireLearncycle);
