// Amendments that grades propose.
#include "results/keep_for_later.hpp"

#include "enrolment/amending.hpp"
#include "enrolment/outcome.hpp"

namespace provost::results {

// FIN-ORD-14: what is final stays; a grade that says otherwise waits as an amendment.
void keep_for_later(const Standing& standing, const GradeRule& rule, const Incoming& incoming, Context& context,
                    Decision& decision) {
    if (standing.activity == nullptr || incoming.partial || !enrolment::is_closed(standing.place, nullptr)) return;
    const GradeBand* band = judge_grade(rule, incoming.told);
    if (band == nullptr || band->review || band->outcome.empty()) return;
    const enrolment::Activity& stands = *standing.activity;
    const bool passed = standing.place->state == enrolment::State::passed;
    const auto signed_outcome = passed ? enrolment::outcome::competent : enrolment::outcome::not_competent;
    if (band->outcome == (stands.outcome.empty() ? signed_outcome : std::string_view(stands.outcome))) return;
    enrolment::Activity told = stands;
    told.outcome = band->outcome;
    told.end_on = standing.day(incoming.at);
    auto amendment = enrolment::amendment_of(stands, told, enrolment::Source::lms, context);
    const auto waiting = context.find<enrolment::Amendment>(find_index(type_of<enrolment::Amendment>(), "activity"),
                                                            {{stands.id.value, {}, false}});
    if (!waiting || enrolment::told_before(*waiting, amendment, enrolment::AmendmentState::pending)) return;
    amendment.id = context.ids.take<enrolment::Amendment>();
    decision.note("amendment.pending"_code);
    decision.put(std::move(amendment));
}

}  // namespace provost::results
