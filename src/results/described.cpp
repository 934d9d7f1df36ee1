// Where the descriptions of this room's structs are made.
#include <provost/results/results.hpp>

PROVOST_DESCRIBED(provost::results::GradeBand);
PROVOST_DESCRIBED(provost::results::GradeRow);
PROVOST_DESCRIBED(provost::results::GradeRule);
PROVOST_DESCRIBED(provost::results::CheckGradeRule);
PROVOST_DESCRIBED(provost::results::GradeRuleUse);
PROVOST_DESCRIBED(provost::results::ResultSettings);
PROVOST_DESCRIBED(provost::results::LmsLink);
PROVOST_DESCRIBED(provost::results::SetGradeRule);
PROVOST_DESCRIBED(provost::results::SetGradeRules);
PROVOST_DESCRIBED(provost::results::LinkLmsCourse);
PROVOST_DESCRIBED(provost::results::ChangeOutcome);
PROVOST_DESCRIBED(provost::results::OutcomeRow);
PROVOST_DESCRIBED(provost::results::ChangeOutcomes);
PROVOST_DESCRIBED(provost::results::OutcomeOf);
PROVOST_DESCRIBED(provost::results::ResultEvent);
PROVOST_DESCRIBED(provost::results::ReceiveGrade);
PROVOST_DESCRIBED(provost::results::EnterGrade);
PROVOST_DESCRIBED(provost::results::SettleResult);
PROVOST_DESCRIBED(provost::results::WhatIfGrades);
