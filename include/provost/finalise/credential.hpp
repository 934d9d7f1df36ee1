// Credentials: qualifications and statements of attainment, each edition a record of its own, so that what was issued
// once can be looked up for good; and the settings of the organisation about them.
#pragma once

#include <provost/catalogue/packaging.hpp>
#include <provost/enrolment/enrolment.hpp>

namespace provost::finalise {

/// What a learner is given. Each kind has numbers of its own. Since 0.1. [FIN-CRD-02, FIN-CRD-04]
enum class CredentialKind : std::uint8_t { qualification, statement_of_attainment };

/// An edition of a credential. The first one stands for the issue; each later one replaces it, with a reason, and is
/// a re-issue or, with `revoked_on`, a revocation. Earlier editions stay as they are. Since 0.1. [FIN-CRD-03]
struct Credential {
    Id<Credential> id;
    std::int64_t version = 0;
    Id<enrolment::ProgramEnrolment> program_enrolment;
    Id<people::Learner> learner;
    CredentialKind kind = CredentialKind::qualification;
    std::string number;
    std::int64_t edition = 1;
    std::optional<Day> issued_on;
    std::vector<std::string> subjects;
    Id<Credential> replaces;
    std::string reason;
    std::optional<Day> revoked_on;
};

/// How far the numbers of a kind have come, where Provost gives them. Since 0.1.
struct CredentialSeries {
    Id<CredentialSeries> id;
    std::int64_t version = 0;
    CredentialKind kind = CredentialKind::qualification;
    std::int64_t last = 0;
};

/// Which survey is offered to whom. Since 0.1. [FIN-CRD-01]
struct SurveyRule {
    std::string target;
    std::string survey;
};

/// What the organisation wants of credentials; one record, key "default". Without it nothing blocks, there is no
/// survey, and numbers have no prefix. Since 0.1. [FIN-CRD-01, FIN-CRD-05]
struct CredentialRules {
    Id<CredentialRules> id;
    std::int64_t version = 0;
    std::string key;
    bool usi_blocks = false;
    bool fees_block = false;
    std::string qualification_prefix;
    std::string statement_prefix;
    std::vector<SurveyRule> surveys;
};

/// What is missing for a program? Nothing is written. Since 0.1. [FIN-CRD-02]
struct CheckPackaging {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
};

/// Issues a credential. Since 0.1. [FIN-CRD-02, FIN-CRD-04, FIN-CRD-05]
struct IssueCredential {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::optional<CredentialKind> kind;
    std::string number;
    std::optional<Day> issued_on;
};

/// Issues a credential once more, in place of the edition in force. Since 0.1. [FIN-CRD-03]
struct ReissueCredential {
    Head head;
    std::optional<CredentialKind> kind;
    std::string number;
    std::string new_number;
    std::optional<Day> issued_on;
    std::string reason;
};

/// Takes a credential back. Since 0.1. [FIN-CRD-03]
struct RevokeCredential {
    Head head;
    std::optional<CredentialKind> kind;
    std::string number;
    std::optional<Day> revoked_on;
    std::string reason;
};

/// How a learner's time in a program ends, as far as credentials ask. Since 0.1. [FIN-CRD-04]
enum class ProgramEnd : std::uint8_t { completed, left };

/// Puts on the checklist of a program enrolment what a learner is to be offered at the end, and has him told. Since
/// 0.1. [FIN-CRD-01, FIN-CRD-04]
struct OfferCredentials {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::optional<ProgramEnd> leaving;
};

}  // namespace provost::finalise

template <>
struct provost::Choices<provost::finalise::CredentialKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "qualification", "The whole program."},
        {1, "statement_of_attainment", "The units that were achieved."},
    });
};
template <>
struct provost::Choices<provost::finalise::ProgramEnd> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "completed", "The program is completed."},
        {1, "left", "The learner leaves before: withdrawn, cancelled, transitioned."},
    });
};

PROVOST_DESCRIBE(provost::finalise::Credential, record, "credential", "An edition of a credential.",
                 PROVOST_INDEXES({"number_edition", true, {"kind", "number", "edition"}},
                                 {"number", false, {"kind", "number"}},
                                 {"program_enrolment", false, {"program_enrolment"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(program_enrolment, "What it is of."), PROVOST_FIELD(learner, "Whose."),
                 PROVOST_FIELD(kind, "What it is."), PROVOST_FIELD(number, "Its number, unique in its kind."),
                 PROVOST_FIELD(edition, "1 for the issue, more for what came later."),
                 PROVOST_FIELD(issued_on, "Day on which this edition was issued."),
                 PROVOST_FIELD(subjects, "Codes of the units that it names, in their order."),
                 PROVOST_FIELD(replaces, "The edition before it."),
                 PROVOST_FIELD(reason, "Why that was replaced or revoked."),
                 PROVOST_FIELD(revoked_on, "Day since which it does not count."));

PROVOST_DESCRIBE(provost::finalise::CredentialSeries, record, "credential_series", "How far numbers have come.",
                 PROVOST_INDEXES({"kind", true, {"kind"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(kind, "Of what."),
                 PROVOST_FIELD(last, "The last number that was given."));

PROVOST_DESCRIBE(
    provost::finalise::SurveyRule, document, "survey_rule", "Which survey is offered to whom.", PROVOST_NO_INDEX,
    PROVOST_FIELD(target, "Target of the program enrolment; absent: all that no other rule names.").at_most(40),
    PROVOST_FIELD(survey, "What the host calls the survey.").required().at_most(100));

PROVOST_DESCRIBE(provost::finalise::CredentialRules, record, "credential_rules",
                 "What the organisation wants of credentials.", PROVOST_INDEXES({"key", true, {"key"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "Always \"default\".").required().at_most(40),
                 PROVOST_FIELD(usi_blocks, "Whether nothing is issued without a verified USI or an exemption."),
                 PROVOST_FIELD(fees_block, "Whether nothing is issued before the fees are settled."),
                 PROVOST_FIELD(qualification_prefix, "Before the numbers of qualifications.").at_most(20),
                 PROVOST_FIELD(statement_prefix, "Before the numbers of statements of attainment.").at_most(20),
                 PROVOST_FIELD(surveys, "Which survey is offered to whom.").at_most(50));

PROVOST_REQUEST(provost::finalise::CheckPackaging, "check_packaging", "Asks what a learner lacks for a program.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required());

PROVOST_REQUEST(provost::finalise::IssueCredential, "issue_credential", "Issues a credential.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(kind, "What is issued.").required(),
                PROVOST_FIELD(number, "Its number; absent: the next one of its kind.").at_most(40),
                PROVOST_FIELD(issued_on, "Day of the issue.").required());

PROVOST_REQUEST(provost::finalise::ReissueCredential, "reissue_credential", "Issues a credential once more.",
                PROVOST_FIELD(kind, "What it is.").required(),
                PROVOST_FIELD(number, "Number of the edition in force.").required().at_most(40),
                PROVOST_FIELD(new_number, "Another number; absent: it stays.").at_most(40),
                PROVOST_FIELD(issued_on, "Day of the issue.").required(),
                PROVOST_FIELD(reason, "Why it is issued once more.").required().at_most(500));

PROVOST_REQUEST(provost::finalise::RevokeCredential, "revoke_credential", "Takes a credential back.",
                PROVOST_FIELD(kind, "What it is.").required(),
                PROVOST_FIELD(number, "Number of the edition in force.").required().at_most(40),
                PROVOST_FIELD(revoked_on, "Day since which it does not count.").required(),
                PROVOST_FIELD(reason, "Why.").required().at_most(500));

PROVOST_REQUEST(provost::finalise::OfferCredentials, "offer_credentials",
                "Puts on the checklist what a learner is to be offered at the end of a program.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(program, "Code of the program.").required(),
                PROVOST_FIELD(leaving, "How it ends.").required());
