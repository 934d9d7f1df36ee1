// Commitments: the identifiers are the authority's; what was cancelled stays on record.
#include "finalise/commitment.hpp"

#include "enrolment/target.hpp"
#include "finalise/day.hpp"

namespace provost::finalise {

namespace {

using enrolment::Commitment;
using enrolment::ProgramEnrolment;

// The first start of a unit that began in this program: what came along from another one keeps an earlier one.
std::optional<Day> first_start(const CommitmentFacts& facts) {
    std::optional<Day> first;
    for (const auto& activity : facts.activities) {
        const bool here = activity.start_on && (!facts.program_enrolment->commenced_on ||
                                                *activity.start_on >= *facts.program_enrolment->commenced_on);
        if (here && (!first || *activity.start_on < *first)) first = activity.start_on;
    }
    return first;
}

auto in_force(auto& commitments, const std::string& identifier) {
    return std::ranges::find_if(
        commitments, [&](const Commitment& each) { return each.identifier == identifier && !each.cancelled_on; });
}

}  // namespace

// FIN-TRN-01: what was reported under it stays reported.
void cancel_commitment(const CancelCommitment& request, const CommitmentFacts& facts, Context& context,
                       Decision& decision) {
    ProgramEnrolment program = *facts.program_enrolment;
    const auto found = in_force(program.commitments, request.identifier);
    if (found == program.commitments.end()) {
        return decision.refuse("commitment.unknown"_code, {{"identifier", request.identifier}});
    }
    if (!has_come(*request.cancelled_on, "cancelled_on", context, decision)) return;  // it is out of force at once
    found->cancelled_on = request.cancelled_on;
    if (!facts.reported.empty()) decision.note("commitment.reported"_code, {{"commitment", request.identifier}});
    decision.put(std::move(program));
}

// FIN-TRN-01: the new one is made before training in the new program begins.
void record_commitment(const RecordCommitment& request, const CommitmentFacts& facts, Context&, Decision& decision) {
    ProgramEnrolment program = *facts.program_enrolment;
    const auto has = [&](const ProgramEnrolment& each) {
        return in_force(each.commitments, request.identifier) != each.commitments.end();
    };
    if (has(program)) return decision.unchanged(program.id.value);  // FIN-TRN-02: also one that goes on for both
    if (facts.programs.first(has) != nullptr) return decision.refuse("commitment.exists"_code);
    program.commitments.push_back({request.identifier, request.from, {}});
    const auto first = first_start(facts);
    if (enrolment::target_of(program.target).has_commitments && first && *first < *request.from) {
        decision.note("commitment.after-start"_code, {{"from", to_text(*request.from)}, {"start_on", to_text(*first)}});
    }
    decision.put(std::move(program));
}

}  // namespace provost::finalise
