// Where the descriptions of this room's structs are made.
#include <provost/people/client_details.hpp>
#include <provost/people/group.hpp>
#include <provost/people/learner.hpp>
#include <provost/people/learner_fact.hpp>
#include <provost/people/supervision.hpp>

PROVOST_DESCRIBED(provost::people::Group);
PROVOST_DESCRIBED(provost::people::DefineGroup);
PROVOST_DESCRIBED(provost::people::ActivePeriod);
PROVOST_DESCRIBED(provost::people::Learner);
PROVOST_DESCRIBED(provost::people::DefineLearner);
PROVOST_DESCRIBED(provost::people::Residence);
PROVOST_DESCRIBED(provost::people::PostalAddress);
PROVOST_DESCRIBED(provost::people::ClientStatements);
PROVOST_DESCRIBED(provost::people::ClientDetails);
PROVOST_DESCRIBED(provost::people::DescribeClient);
PROVOST_DESCRIBED(provost::people::MarkLearner);
PROVOST_DESCRIBED(provost::people::Supervision);
PROVOST_DESCRIBED(provost::people::DefineSupervision);
PROVOST_DESCRIBED(provost::people::LearnerFact);
PROVOST_DESCRIBED(provost::people::StateFact);
