// Coming back to a place that was left or concluded: what whoever comes back meets besides a seat.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/enrolment/participation.hpp>
#include <provost/enrolment/training.hpp>

namespace provost::registration {

/// Whether somebody who was moved has gone on elsewhere: he comes back by moving, or by registering once that is over,
/// so that his training is one. True: refused, or to be asked again. [IMC-PART-05]
[[nodiscard]] bool has_gone_on(const enrolment::Enrolment& left, const enrolment::Activity& activity,
                               const Context& context, Decision& decision);

/// Where and when somebody comes back.
struct Returning {
    const catalogue::Course& course;
    const Zone& zone;
    Day day;
};

/// Whether a place that lies ahead again, as it did not before, is still offered to its learner, and the course sets
/// that offer it leave him the choice. It stays linked to the places above that he has not left, or is to those through
/// whose sets he has it now. False: refused, or to be asked again. [IMC-CC-04, IMC-CC-10, IMC-CC-11]
[[nodiscard]] bool finds_its_way(const enrolment::Enrolment& before, enrolment::Enrolment& back,
                                 const Returning& returning, const Context& context, Decision& decision);

}  // namespace provost::registration
