// Amendments: what makes them, and whether they were told before.
#include "enrolment/amending.hpp"

namespace provost::enrolment {

bool is_closed(const Enrolment* place, const ProgramEnrolment* program) {
    const bool ended = place != nullptr && place->finalised && place->state != State::on_hold;
    return ended || (place != nullptr && place->signed_at) || (program != nullptr && program->finalised);
}

Amendment amendment_of(const Activity& stands, const Activity& told, Source source, const Context& context) {
    Amendment made;
    made.activity = stands.id;
    made.learner = stands.learner;
    made.source = source;
    made.actor = context.asked_by;
    made.effective = context.effective;
    made.recorded = context.recorded;
    made.outcome_before = stands.outcome;
    made.outcome = told.outcome;
    made.start_before = stands.start_on;
    made.start_on = told.start_on;
    made.end_before = stands.end_on;
    made.end_on = told.end_on;
    made.hours_before = stands.hours_attended;
    made.hours_attended = told.hours_attended;
    return made;
}

bool says_something(const Amendment& amendment) {
    return amendment.outcome != amendment.outcome_before || amendment.start_on != amendment.start_before ||
           amendment.end_on != amendment.end_before || amendment.hours_attended != amendment.hours_before;
}

const Amendment* told_before(const Many<Amendment>& amendments, const Amendment& amendment, AmendmentState state) {
    return amendments.first([&](const Amendment& each) {
        return each.activity == amendment.activity && each.state == state && each.outcome == amendment.outcome &&
               each.start_on == amendment.start_on && each.end_on == amendment.end_on &&
               each.hours_attended == amendment.hours_attended;
    });
}

}  // namespace provost::enrolment
