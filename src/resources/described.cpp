// Where the descriptions of this room's structs are made.
#include <provost/resources/planning.hpp>
#include <provost/resources/views.hpp>

PROVOST_DESCRIBED(provost::resources::AvailabilityWindow);
PROVOST_DESCRIBED(provost::resources::ResourceCategory);
PROVOST_DESCRIBED(provost::resources::Resource);
PROVOST_DESCRIBED(provost::resources::DefineResource);
PROVOST_DESCRIBED(provost::resources::Confirmation);
PROVOST_DESCRIBED(provost::resources::Booking);
PROVOST_DESCRIBED(provost::resources::Occupancy);
PROVOST_DESCRIBED(provost::resources::AddResource);
PROVOST_DESCRIBED(provost::resources::RemoveResource);
PROVOST_DESCRIBED(provost::resources::AssignLocation);
PROVOST_DESCRIBED(provost::resources::BookResource);
PROVOST_DESCRIBED(provost::resources::Recurrence);
PROVOST_DESCRIBED(provost::resources::BookSeries);
PROVOST_DESCRIBED(provost::resources::ChangeBooking);
PROVOST_DESCRIBED(provost::resources::CancelBooking);
PROVOST_DESCRIBED(provost::resources::RemoveBooking);
PROVOST_DESCRIBED(provost::resources::TransferDates);
PROVOST_DESCRIBED(provost::resources::TransferSchedules);
PROVOST_DESCRIBED(provost::resources::FollowDates);
PROVOST_DESCRIBED(provost::resources::SendConfirmation);
PROVOST_DESCRIBED(provost::resources::BookingView);
PROVOST_DESCRIBED(provost::resources::PeriodView);
PROVOST_DESCRIBED(provost::resources::ShowAvailability);
PROVOST_DESCRIBED(provost::resources::ShowBookings);
PROVOST_DESCRIBED(provost::resources::ShowFloorPlan);
PROVOST_DESCRIBED(provost::resources::FeedbackQuestions);
