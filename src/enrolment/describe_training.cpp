// Members that need each other are told together.
#include "enrolment/describe_training.hpp"

#include "enrolment/history.hpp"
#include "enrolment/training_values.hpp"

#include <provost/describe/compare.hpp>

#include <algorithm>
#include <span>

namespace provost::enrolment {

namespace {

Code listed(std::span<const std::string_view> list, std::string_view text) {
    return std::ranges::find(list, text) != list.end() ? Code{} : "value.not-listed"_code;
}

// The national rules V9, V11 and V13: specific funding belongs to one source, contract and apprentice to each other, a
// school to VET in schools.
std::string_view contradiction(const TrainingStatements& stated) {
    if (stated.specific_funding.empty() == (stated.funding_source == "13")) return "specific_funding";
    if (stated.school_type.empty() == stated.vet_in_schools) return "school_type";
    const bool pair = stated.training_contract.empty() == stated.apprenticeship_client.empty();
    return pair ? std::string_view() : "apprenticeship_client";
}

// FIN-ORD-14: what is final changes with a reason alone, and is kept with both values.
bool amend(const DescribeTraining& request, const DescribeTrainingFacts& facts, Context& context, Decision& decision) {
    const auto& enrolment = *facts.program_enrolment.begin();
    const TrainingStatements before = facts.existing.empty() ? TrainingStatements() : (*facts.existing.begin()).stated;
    const RecordType& type = type_of<TrainingStatements>();
    if (same_content(type, &before, &request.stated)) return true;
    if (request.reason.empty()) return (decision.refuse("reason.missing"_code), false);
    ProgramChange change = change_of(enrolment.id, enrolment.learner, "amendment.applied"_code, context);
    change.reason = request.reason;
    tell_differences(change.before, change.after, type, &before, &request.stated);
    decision.put(std::move(change));
    return true;
}

}  // namespace

Code check_study_reason(std::string_view text) { return listed(study_reasons, text); }
Code check_school_type(std::string_view text) { return listed(school_types, text); }
Code check_funding_source(std::string_view text) { return listed(funding_sources, text); }

void describe_training(const DescribeTraining& request, const DescribeTrainingFacts& facts, Context& context,
                       Decision& decision) {
    if (facts.program_enrolment.empty()) return decision.refuse("program.not-enrolled"_code);
    const auto wrong = contradiction(request.stated);
    if (!wrong.empty()) return decision.refuse("details.contradict"_code, {{"member", std::string(wrong)}});
    const auto& enrolment = *facts.program_enrolment.begin();
    if (enrolment.finalised && !amend(request, facts, context, decision)) return;
    decision.put(TrainingDetails{{enrolment.id.value}, 0, enrolment.id, request.stated});
}

}  // namespace provost::enrolment
