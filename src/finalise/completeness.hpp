// Whether the fields that statutory files need are filled, as a table: a jurisdiction adds rows. [FIN-ORD-05]
#pragma once

#include <provost/enrolment/enrolment.hpp>

#include <span>

namespace provost::finalise {

/// Of whom and what a check asks; a check of single units is asked for each.
struct FieldsOf {
    const people::Learner& learner;
    const enrolment::ProgramEnrolment& program;
    const enrolment::Activity* activity = nullptr;
};

/// A field that a jurisdiction needs.
struct FieldCheck {
    std::string_view jurisdiction;  // national, or the target of the program enrolment
    std::string_view field;
    bool per_unit;
    bool (*is_filled)(const FieldsOf&);
};

[[nodiscard]] std::span<const FieldCheck> field_checks();

/// Whether a check is asked of a program enrolment: national ones of each, others of those with that target.
[[nodiscard]] bool is_asked(const FieldCheck& check, const enrolment::ProgramEnrolment& program);

/// The commitment in force; null when there is none. [FIN-TRN-01]
[[nodiscard]] const enrolment::Commitment* commitment_in_force(const enrolment::ProgramEnrolment& program);

}  // namespace provost::finalise
