// Completions: in the year in which they were, late when an earlier year left them out, never twice.
#include "reporting/completion.hpp"

#include "base/code_table.hpp"

namespace provost::reporting {

namespace {

Code scope_of(const CompletionSource& source, const Collection& collection) {
    if (source.is_test) return "report.test-record"_code;
    if (source.enrolment.not_reported) return "report.left-out"_code;
    const bool named = collection.is_national() || source.enrolment.target == collection.target->name;
    return named ? Code{} : "report.other-target"_code;
}

// FIN-REP-07: not in a later year once it was reported; at most ten years back; of an earlier year only when it is
// known that what was sent of that year did not have it.
Code omission_of(const CompletionSource& source, const Collection& collection) {
    if (const Code outside = scope_of(source, collection)) return outside;
    const Day completed = *source.enrolment.completed_on;
    if (is_completed_later(completed, collection.period())) return "report.completed-later"_code;
    if (is_completed_too_early(completed, collection.period())) return "report.completed-too-early"_code;
    if (!source.reported_in.empty()) return "report.completion-reported"_code;
    const bool late = completed < collection.first();
    return late && !source.year_was_sent ? "report.completed-earlier"_code : Code{};
}

}  // namespace

CompletionProjection project(const CompletionSource& source, const Collection& collection) {
    CompletionProjection projection{omission_of(source, collection), {}};
    if (projection.omission) return projection;
    auto& row = projection.row;
    if (source.provider != nullptr) row.organisation = source.provider->identifier;
    row.program = source.program;
    row.client = source.client;
    row.completed_on = source.enrolment.completed_on;
    row.parchment = source.parchment;
    row.commenced_on = source.enrolment.commenced_on;
    row.program_enrolment = std::to_string(source.enrolment.id.value);
    return projection;
}

}  // namespace provost::reporting
