// Where the descriptions of this room's structs are made.
#include <provost/learning/component_notices.hpp>
#include <provost/learning/signing.hpp>
#include <provost/learning/update.hpp>

PROVOST_DESCRIBED(provost::learning::LearningEvent);
PROVOST_DESCRIBED(provost::learning::Try);
PROVOST_DESCRIBED(provost::learning::ComponentProgress);
PROVOST_DESCRIBED(provost::learning::Firing);
PROVOST_DESCRIBED(provost::learning::Progress);
PROVOST_DESCRIBED(provost::learning::ComponentView);
PROVOST_DESCRIBED(provost::learning::ProgressView);
PROVOST_DESCRIBED(provost::learning::PreviewStep);
PROVOST_DESCRIBED(provost::learning::OpenComponent);
PROVOST_DESCRIBED(provost::learning::Confirm);
PROVOST_DESCRIBED(provost::learning::ReceiveResult);
PROVOST_DESCRIBED(provost::learning::WhatIsOpen);
PROVOST_DESCRIBED(provost::learning::Overview);
PROVOST_DESCRIBED(provost::learning::JudgeAnew);
PROVOST_DESCRIBED(provost::learning::Preview);
PROVOST_DESCRIBED(provost::learning::UpdateComponents);
PROVOST_DESCRIBED(provost::learning::PrepareSignature);
PROVOST_DESCRIBED(provost::learning::Sign);
PROVOST_DESCRIBED(provost::learning::ComponentNotices);
PROVOST_DESCRIBED(provost::learning::SendComponentNotices);
