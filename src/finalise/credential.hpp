// finalise.issue_credential, finalise.reissue_credential, finalise.revoke_credential, finalise.offer_credentials; and
// what other verbs of the room ask of credentials.
#pragma once

#include "finalise/packaging.hpp"

#include <provost/enrolment/program_status.hpp>
#include <provost/people/learner_fact.hpp>

namespace provost::finalise {

/// The edition of a kind that counts now; null when there is none.
[[nodiscard]] const Credential* in_force(const Many<Credential>& credentials, CredentialKind kind);

/// Tells which credentials are in force, to whoever changes what they were issued for. [FIN-CRD-03]
void tell_in_force(const Many<Credential>& credentials, Decision& decision);

/// Which credential is due at an ending and not issued yet: the qualification once nothing of the program is missing;
/// for whoever leaves before, a statement of attainment for at least one unit. A completed program enrolment for which
/// one is due is Completion Pending. [FIN-CRD-02, FIN-CRD-04]
[[nodiscard]] std::optional<CredentialKind> credential_due(ProgramEnd leaving, const AwardFacts& facts);

/// What a checklist calls a credential that is due: "credential:qualification".
[[nodiscard]] std::string checklist_key(CredentialKind kind);

/// Puts the survey that fits the program enrolment's target on its checklist, and has the learner told; once.
/// [FIN-CRD-01]
void offer_survey(const CredentialRules& rules, enrolment::ProgramEnrolment& program, Decision& decision);

/// Has what is due at the end of a program enrolment offered, once it has a status with which it ends or is about to be
/// completed. [FIN-CRD-01, FIN-CRD-04]
void offer_at_end(const enrolment::ProgramEnrolment& program, const enrolment::ProgramStatus& status,
                  Decision& decision);

/// What the organisation wants; nothing while it is not known yet.
[[nodiscard]] std::optional<CredentialRules> credential_rules(const Context& context);

struct IssueCredentialFacts {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    AwardFacts of;
    Many<people::LearnerFact> told;
};

template <class Facts = IssueCredentialFacts>
inline constexpr auto issue_credential_fetch = [] {
    return fetch_plan<IssueCredential>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                         PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
                     }),
                     detail::join(PROVOST_PART(of, award_rows),
                                  std::to_array<FetchRow>({PROVOST_SLOT(told, "learner(learner.id)")}))));
}();

void issue_credential(const IssueCredential& request, const IssueCredentialFacts& facts, Context& context,
                      Decision& decision);

/// The editions under a number, all of their program enrolments, and whose these are.
struct EditionFacts {
    Many<Credential> numbered;
    Many<Credential> all;
    Many<enrolment::ProgramEnrolment> enrolments;
    Many<people::Learner> learner;
};

template <class Request, class Facts = EditionFacts>
inline constexpr auto edition_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(numbered, "number(request.kind, request.number)", "credential.unknown"_code),
        PROVOST_SLOT(all, "program_enrolment(numbered.program_enrolment)"),
        PROVOST_SLOT(enrolments, "id(numbered.program_enrolment)"),
        PROVOST_SLOT(learner, "id(enrolments.learner)"),
    }));
}();

void reissue_credential(const ReissueCredential& request, const EditionFacts& facts, Context& context,
                        Decision& decision);
void revoke_credential(const RevokeCredential& request, const EditionFacts& facts, Context& context,
                       Decision& decision);

void offer_credentials(const OfferCredentials& request, const LearnerInProgram& facts, Context& context,
                       Decision& decision);

}  // namespace provost::finalise
