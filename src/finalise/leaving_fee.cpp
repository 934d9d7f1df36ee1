// One fee per course enrolment.
#include "finalise/leaving_fee.hpp"

#include "enrolment/history.hpp"
#include "registration/cancellation_fee.hpp"
#include "registration/place.hpp"

namespace provost::finalise {

namespace {

using enrolment::ParticipantChange;
using enrolment::Penalty;

bool was_charged(const LeavingFee& leaving) {
    return leaving.facts.changes.first([&](const ParticipantChange& change) {
        return change.enrolment == leaving.unit.unit.place.id && change.fee_percent && *change.fee_percent > Decimal{};
    }) != nullptr;
}

// IMC-CAN-06: who leaves a course that does not take place pays nothing.
bool costs(const LeavingFee& leaving) {
    const bool off = leaving.unit.course->planning_status() == catalogue::PlanningStatus::cancelled;
    return leaving.status.penalty != Penalty::none && !off;
}

void charge(const LeavingFee& leaving, ParticipantChange& change, Decision& decision) {
    const std::string& course = leaving.unit.course->external_id;
    if (!leaving.waiver.empty()) {
        change.code = "cancellation.waived"_code;
        change.reason = leaving.waiver;
        return decision.note("cancellation.waived"_code, {{"course", course}});
    }
    if (was_charged(leaving)) return decision.note("cancellation.charged-before"_code, {{"course", course}});
    const Instant at = start_of(leaving.day, *leaving.unit.zone);
    registration::charge(change, {*leaving.unit.course, leaving.unit.before.place, at, *leaving.unit.zone}, decision);
    if (change.fee) {
        add_step(decision, "fee", course, "cancellation.fee"_code, {}, to_text(*change.fee) + ' ' + change.currency);
    }
}

}  // namespace

void charge_leaving(const LeavingFee& leaving, Context& context, Decision& decision) {
    const auto& before = leaving.unit.before.place;
    auto change = enrolment::change_of(before.id, before.learner, "participant.cancelled"_code, context);
    change.start_state = before.state;
    change.target_state = leaving.unit.unit.place.state;
    change.reason = leaving.reason;
    if (costs(leaving)) charge(leaving, change, decision);
    decision.put(std::move(change));
}

}  // namespace provost::finalise
