// Digital signatures: who has signed the conclusion of a course, and what exactly.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// That a participant has signed. What was signed is kept as it stood; its digest is in the text that was signed.
/// Since 0.1. [IMC-SIG-01, IMC-SIG-03]
struct Signature {
    Id<Signature> id;
    std::int64_t version = 0;
    Id<Enrolment> enrolment;
    Id<catalogue::Course> course;
    std::int64_t course_version = 0;
    std::string results_digest;
    std::optional<Instant> prepared_at;
    std::optional<Instant> signed_at;
    std::string token;
};

}  // namespace provost::enrolment

PROVOST_DESCRIBE(provost::enrolment::Signature, record, "signature", "That a participant has signed.",
                 PROVOST_INDEXES({"enrolment", true, {"enrolment"}}, {"token", true, {"token"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Always 1: it never changes."),
                 PROVOST_FIELD(enrolment, "Whose place."), PROVOST_FIELD(course, "Of which course."),
                 PROVOST_FIELD(course_version, "Version of the course's record that was signed."),
                 PROVOST_FIELD(results_digest, "SHA-256 of registration, results and progress that were signed."),
                 PROVOST_FIELD(prepared_at, "When the text was prepared."),
                 PROVOST_FIELD(signed_at, "When it was signed."),
                 PROVOST_FIELD(token, "SHA-256 of what the verifier handed over: no token counts twice."));
