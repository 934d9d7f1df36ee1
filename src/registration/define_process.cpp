// A provider's process is as sound as a course's own. Whether the type of a course allows it shows where the two meet:
// when the course is given the provider, and when somebody asks for a place.
#include "registration/define_process.hpp"

#include "catalogue/whole.hpp"

namespace provost::registration {

void define_process(const Define<organisation::RegistrationProcess>& request, const DefineProcessFacts& facts,
                    Context& context, Decision& decision) {
    const auto& told = request.record;
    if (!catalogue::has_sound_steps(told.registration_type, told.approval_steps, decision)) return;  // IMC-REG-05
    define<organisation::RegistrationProcess>(request, {facts.existing}, context, decision);
}

}  // namespace provost::registration
