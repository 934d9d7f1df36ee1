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

/// What a host's verifier hands over: the text that was prepared, and HMAC-SHA-256 of it under the key that verifier and
/// engine share, in lower-case hexadecimal. No password ever comes here. Since 0.1. [IMC-SIG-01]
struct SignatureToken {
    std::string prepared;
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

PROVOST_DESCRIBE(provost::enrolment::SignatureToken, document, "signature_token", "What a verifier hands over.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(prepared, "The text that was prepared.").at_most(500),
                 PROVOST_FIELD(token, "HMAC-SHA-256 of it, in lower-case hexadecimal.").at_most(64));
