// The fields, by jurisdiction.
#include "finalise/completeness.hpp"

#include <array>

namespace provost::finalise {

namespace {

// FIN-ORD-05: what the files can not be made without, besides what the organisation says once for all.
constexpr auto table = std::to_array<FieldCheck>({
    {"national", "usi", false, [](const FieldsOf& of) { return !of.learner.usi.empty(); }},
    {"national", "commenced_on", false, [](const FieldsOf& of) { return of.program.commenced_on.has_value(); }},
    {"national", "start_on", true, [](const FieldsOf& of) { return of.activity->start_on.has_value(); }},
    {"national", "end_on", true, [](const FieldsOf& of) { return of.activity->end_on.has_value(); }},
    {"nsw-smart-and-skilled", "commitment", false,
     [](const FieldsOf& of) { return commitment_in_force(of.program) != nullptr; }},
});

}  // namespace

std::span<const FieldCheck> field_checks() { return table; }

bool is_asked(const FieldCheck& check, const enrolment::ProgramEnrolment& program) {
    return check.jurisdiction == "national" || check.jurisdiction == program.target;
}

const enrolment::Commitment* commitment_in_force(const enrolment::ProgramEnrolment& program) {
    const enrolment::Commitment* found = nullptr;
    for (const enrolment::Commitment& each : program.commitments) {
        if (!each.cancelled_on) found = &each;
    }
    return found;
}

}  // namespace provost::finalise
