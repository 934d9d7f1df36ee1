// Where the descriptions of this room's structs are made.
#include <provost/staffing/position.hpp>

PROVOST_DESCRIBED(provost::staffing::Tutor);
PROVOST_DESCRIBED(provost::staffing::AssignedTutor);
PROVOST_DESCRIBED(provost::staffing::TutorPosition);
PROVOST_DESCRIBED(provost::staffing::StaffingSettings);
