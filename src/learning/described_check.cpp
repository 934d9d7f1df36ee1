// Where the descriptions of what the check and the picture say are made.
#include <provost/learning/check.hpp>
#include <provost/learning/picture.hpp>

PROVOST_DESCRIBED(provost::learning::CourseLogic);
PROVOST_DESCRIBED(provost::learning::WayStep);
PROVOST_DESCRIBED(provost::learning::LogicFinding);
PROVOST_DESCRIBED(provost::learning::LogicSummary);
PROVOST_DESCRIBED(provost::learning::PictureComponent);
PROVOST_DESCRIBED(provost::learning::PictureRule);
PROVOST_DESCRIBED(provost::learning::LogicPicture);
