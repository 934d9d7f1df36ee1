// One fee per course enrolment.
#include "finalise/leaving_fee.hpp"

#include "enrolment/history.hpp"
#include "finalise/status_change.hpp"
#include "registration/cancellation_fee.hpp"

namespace provost::finalise {

namespace {

using enrolment::ParticipantChange;
using enrolment::Penalty;

// IMC-CAN-06: who leaves a course that does not take place pays nothing.
bool costs(const LeftPlace& left) {
    const bool off = left.course.planning_status() == catalogue::PlanningStatus::cancelled;
    return left.penalty != Penalty::none && !off;
}

void charge(const LeftPlace& left, ParticipantChange& change, Decision& decision) {
    const std::string& course = left.course.external_id;
    if (!left.waiver.empty()) {
        change.code = "cancellation.waived"_code;
        change.reason = left.waiver;
        return decision.note("cancellation.waived"_code, {{"course", course}});
    }
    const Instant at = start_of(left.day, left.zone);
    registration::charge(change, {left.course, left.before, at, left.zone}, left.changes, decision);
    if (change.fee) {
        add_step(decision, "fee", course, "cancellation.fee"_code, {}, to_text(*change.fee) + ' ' + change.currency);
    }
}

}  // namespace

void charge_leaving(const LeftPlace& left, Context& context, Decision& decision) {
    auto change = enrolment::change_of(left.before.id, left.before.learner, "participant.cancelled"_code, context);
    change.start_state = left.before.state;
    change.target_state = left.after.state;
    change.reason = left.reason;
    if (costs(left)) charge(left, change, decision);
    decision.put(std::move(change));
}

}  // namespace provost::finalise
