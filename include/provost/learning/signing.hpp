// Concluding a course with a digital signature.
#pragma once

#include <provost/enrolment/signature.hpp>
#include <provost/learning/progress.hpp>

namespace provost::learning {

/// Prepares what a participant is to sign: a text that names him, the course in its version, what he says of the end,
/// and the digest of all that stands about him. The host verifies his access data; then its verifier signs the text.
/// Since 0.1. [IMC-SIG-01]
struct PrepareSignature {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<bool> passed;
};

/// Concludes a course with a signature. `token` is HMAC-SHA-256 of `prepared` in lower-case hexadecimal, under the key
/// that is HMAC-SHA-256 of "provost-signature" under the engine's secret. No password ever comes here. Since 0.1.
/// [IMC-SIG-01, IMC-SIG-03]
struct Sign {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<bool> passed;
    std::string prepared;
    std::string token;
};

}  // namespace provost::learning

PROVOST_REQUEST(provost::learning::PrepareSignature, "prepare_signature", "Prepares what a participant is to sign.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(passed, "Whether the course ends with success; absent: yes."));

PROVOST_REQUEST(provost::learning::Sign, "sign", "Concludes a course with a digital signature.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(passed, "Whether the course ends with success; absent: yes."),
                PROVOST_FIELD(prepared, "The text that was prepared.").required().at_most(1000),
                PROVOST_FIELD(token, "What the host's verifier made of it.").required().at_most(64));
