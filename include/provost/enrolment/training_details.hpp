// What statutory files say of all activities of a program enrolment: why somebody studies, who pays, which contract.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// A member that is absent was not stated, or is the organisation's default. Since 0.1. [FIN-REP-01]
struct TrainingStatements {
    std::string study_reason;
    bool vet_in_schools = false;
    std::string school_type;
    std::string funding_source;
    std::string specific_funding;
    std::string state_funding;
    std::string fee_exemption;
    std::optional<std::int64_t> tuition_fee;
    std::string training_contract;
    std::string apprenticeship_client;
    std::string contract_schedule;
};

/// The record: its id is the program enrolment's. Since 0.1.
struct TrainingDetails {
    Id<TrainingDetails> id;
    std::int64_t version = 0;
    Id<ProgramEnrolment> program_enrolment;
    TrainingStatements stated;
};

/// Tells what statutory files say of a program enrolment's activities; what is left out is the default again. Of one
/// that is final it is an amendment and needs a reason. Since 0.1. [FIN-REP-01, FIN-ORD-14]
struct DescribeTraining {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Program> program;
    std::string reason;
    TrainingStatements stated;
};

/// Checks of codes against the lists in src/enrolment/describe_training.cpp, for descriptions only. Since 0.1.
[[nodiscard]] Code check_study_reason(std::string_view text);
[[nodiscard]] Code check_school_type(std::string_view text);
[[nodiscard]] Code check_funding_source(std::string_view text);

}  // namespace provost::enrolment

PROVOST_DESCRIBE(
    provost::enrolment::TrainingStatements, document, "training_statements",
    "What statutory files say of the activities of a program enrolment.", PROVOST_NO_INDEX,
    PROVOST_FIELD(study_reason, "Why the learner studies: 01 to 08, 11, 12 or 13.")
        .checked(&provost::enrolment::check_study_reason),
    PROVOST_FIELD(vet_in_schools, "Whether it is part of a program of VET in schools."),
    PROVOST_FIELD(school_type, "Type of the school, with VET in schools: 21, 25, 27, 31, 61, 91 or 92.")
        .checked(&provost::enrolment::check_school_type),
    PROVOST_FIELD(funding_source, "Funding source - national; absent: the organisation's.")
        .checked(&provost::enrolment::check_funding_source),
    PROVOST_FIELD(specific_funding, "Specific funding identifier, with funding source 13 and no other.").at_most(10),
    PROVOST_FIELD(state_funding, "Funding source - state training authority.").at_most(3),
    PROVOST_FIELD(fee_exemption, "Fee exemption or concession type.").at_most(2),
    PROVOST_FIELD(tuition_fee, "Tuition fee of each subject in whole dollars.")
        .between(0, 99'999, "value.out-of-range"),
    PROVOST_FIELD(training_contract, "Training contract of an apprentice or trainee.").at_most(10),
    PROVOST_FIELD(apprenticeship_client, "What the state calls the apprentice or trainee.").at_most(10),
    PROVOST_FIELD(contract_schedule, "Purchasing contract schedule identifier.").at_most(3));

PROVOST_DESCRIBE_PARTS(provost::enrolment::TrainingDetails, record, "training_details",
                       "What statutory files say of the activities of a program enrolment.",
                       PROVOST_INDEXES({"program_enrolment", true, {"program_enrolment"}}),
                       PROVOST_FIELDS(PROVOST_FIELD(id, "The program enrolment's id."),
                                      PROVOST_FIELD(version, "Counts the changes."),
                                      PROVOST_FIELD(program_enrolment, "Of which program enrolment.")),
                       PROVOST_MEMBERS(stated));

PROVOST_REQUEST_PARTS(
    provost::enrolment::DescribeTraining, "describe_training",
    "Tells what statutory files say of the activities of a program enrolment.",
    PROVOST_FIELDS(PROVOST_FIELD(learner, "Login of the learner.").required(),
                   PROVOST_FIELD(program, "Code of the program.").required(),
                   PROVOST_FIELD(reason, "Why; needed once the program enrolment is final.").at_most(1000).personal()),
    PROVOST_MEMBERS(stated));
