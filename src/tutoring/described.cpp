// Where the descriptions of this room's structs are made.
#include <provost/tutoring/tutoring.hpp>

PROVOST_DESCRIBED(provost::tutoring::TutorOptions);
PROVOST_DESCRIBED(provost::tutoring::AssignTutor);
PROVOST_DESCRIBED(provost::tutoring::ChangeTutor);
PROVOST_DESCRIBED(provost::tutoring::ReplaceTutor);
PROVOST_DESCRIBED(provost::tutoring::RemoveTutor);
PROVOST_DESCRIBED(provost::tutoring::Positions);
PROVOST_DESCRIBED(provost::tutoring::MayUse);
PROVOST_DESCRIBED(provost::tutoring::MayEditNews);
PROVOST_DESCRIBED(provost::tutoring::TutorsOf);
PROVOST_DESCRIBED(provost::tutoring::Participants);
PROVOST_DESCRIBED(provost::tutoring::ParticipantView);
PROVOST_DESCRIBED(provost::tutoring::OnTheJobSessions);
PROVOST_DESCRIBED(provost::tutoring::SessionView);
PROVOST_DESCRIBED(provost::tutoring::CorrectResult);
PROVOST_DESCRIBED(provost::tutoring::HoldBack);
PROVOST_DESCRIBED(provost::tutoring::ReleaseHeld);
PROVOST_DESCRIBED(provost::tutoring::FeedbackQuestions);
PROVOST_DESCRIBED(provost::tutoring::OpenTasks);
