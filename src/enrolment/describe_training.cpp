// Members that need each other are told together.
#include "enrolment/describe_training.hpp"

#include <algorithm>
#include <array>

namespace provost::enrolment {

namespace {

using namespace std::string_view_literals;

// 09 and 10 became 12 in 2007.
constexpr std::array study_reasons{"01"sv, "02"sv, "03"sv, "04"sv, "05"sv, "06"sv,
                                   "07"sv, "08"sv, "11"sv, "12"sv, "13"sv};
constexpr std::array school_types{"21"sv, "25"sv, "27"sv, "31"sv, "61"sv, "91"sv, "92"sv};
constexpr std::array funding_sources{"11"sv, "13"sv, "15"sv, "20"sv, "30"sv, "31"sv, "32"sv, "80"sv};

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

}  // namespace

Code check_study_reason(std::string_view text) { return listed(study_reasons, text); }
Code check_school_type(std::string_view text) { return listed(school_types, text); }
Code check_funding_source(std::string_view text) { return listed(funding_sources, text); }

void describe_training(const DescribeTraining& request, const DescribeTrainingFacts& facts, Context&,
                       Decision& decision) {
    if (facts.program_enrolment.empty()) return decision.refuse("program.not-enrolled"_code);
    const auto wrong = contradiction(request.stated);
    if (!wrong.empty()) return decision.refuse("details.contradict"_code, {{"member", std::string(wrong)}});
    const auto& enrolment = *facts.program_enrolment.begin();
    decision.put(TrainingDetails{{enrolment.id.value}, 0, enrolment.id, request.stated});
}

}  // namespace provost::enrolment
