// Where the descriptions of this room's structs are made.
#include <provost/erasure/deletion.hpp>
#include <provost/erasure/erasure.hpp>

PROVOST_DESCRIBED(provost::erasure::DeleteCourse);
PROVOST_DESCRIBED(provost::erasure::RestoreCourse);
PROVOST_DESCRIBED(provost::erasure::DeleteCourseSet);
PROVOST_DESCRIBED(provost::erasure::DeleteTemplate);
PROVOST_DESCRIBED(provost::erasure::DeleteCourseType);
PROVOST_DESCRIBED(provost::erasure::EraseLearner);
