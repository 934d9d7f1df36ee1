// Where the descriptions of this room's structs are made.
#include <provost/enrolment/enrolment.hpp>

PROVOST_DESCRIBED(provost::enrolment::Enrolment);
PROVOST_DESCRIBED(provost::enrolment::Prebooking);
PROVOST_DESCRIBED(provost::enrolment::ProgramEnrolment);
PROVOST_DESCRIBED(provost::enrolment::Activity);
PROVOST_DESCRIBED(provost::enrolment::EnrolInProgram);
PROVOST_DESCRIBED(provost::enrolment::RecordAchievement);
