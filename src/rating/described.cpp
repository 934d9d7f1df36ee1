// Where the descriptions of this room's structs are made.
#include <provost/rating/rating.hpp>

PROVOST_DESCRIBED(provost::rating::Score);
PROVOST_DESCRIBED(provost::rating::RatingComment);
PROVOST_DESCRIBED(provost::rating::Rating);
PROVOST_DESCRIBED(provost::rating::RatingMean);
PROVOST_DESCRIBED(provost::rating::RatingView);
PROVOST_DESCRIBED(provost::rating::Rate);
PROVOST_DESCRIBED(provost::rating::RemoveComment);
PROVOST_DESCRIBED(provost::rating::RatingOfCourse);
PROVOST_DESCRIBED(provost::rating::ListRatings);
