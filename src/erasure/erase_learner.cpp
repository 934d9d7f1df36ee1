// people.erase_learner, step by step.
#include "erasure/erase_learner.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::erasure {

namespace {

Reason open_place(const enrolment::Enrolment& place, const EraseLearnerFacts& facts) {
    Reason reason{"learner.has-place"_code, Mark::not_met, {}, {}, {}};
    for (const auto& course : facts.courses) {
        if (course.id != place.course) continue;
        reason.parameters = {{"course", course.external_id}};
        break;
    }
    reason.evidence.push_back({"enrolment", place.id.value, std::string(word(place.state)), {}});
    return reason;
}

// What was written about why something was done to his places, program enrolments and access, and what he wrote of
// courses.
void clear_reasons(const EraseLearnerFacts& facts, Decision& decision) {
    for (enrolment::ParticipantChange change : facts.changes) {
        change.reason.clear();
        decision.put(std::move(change));
    }
    for (enrolment::ProgramChange change : facts.program_changes) {
        change.reason.clear();
        decision.put(std::move(change));
    }
    for (lms::ElearningEnrolment said : facts.elearning) {
        if (!said.overridden) continue;
        said.overridden->reason.clear();
        decision.put(std::move(said));
    }
    for (rating::RatingComment comment : facts.comments) {
        comment.text.clear();
        decision.put(std::move(comment));
    }
}

}  // namespace

void erase_learner(const EraseLearner&, const EraseLearnerFacts& facts, Context& context, Decision& decision) {
    const people::Learner& learner = *facts.learner;
    if (learner.erased_at) {
        decision.about = learner.id.value;
        return clear_reasons(facts, decision);
    }

    // 1 Nobody is erased who still has something ahead: results, messages and access would find nobody.
    for (const auto& place : facts.enrolments) {
        if (enrolment::is_ahead(place.state)) decision.nearest.push_back(open_place(place, facts));
    }
    if (!decision.nearest.empty()) {
        decision.refuse("learner.has-place"_code, decision.nearest.front().parameters);
        if (context.explains()) decision.reason.parts = decision.nearest;
        return;
    }

    // 2 What is left: the identity of the record, and the name under which statutory files know it.
    people::Learner erased;
    erased.id = learner.id;
    erased.login = people::erased_login(learner.id);
    erased.login_key = people::login_index(erased.login);
    erased.client_id = learner.client_id;
    erased.erased_at = context.effective;
    erased.is_test = learner.is_test;
    erased.inactive = learner.inactive;
    erased.inactive_reason = learner.inactive_reason;
    erased.active = learner.active;  // months that were counted stay counted
    if (!erased.active.empty() && !erased.active.back().until) erased.active.back().until = context.effective;
    decision.put(std::move(erased));
    if (facts.details) decision.put(people::ClientDetails{facts.details->id, 0, learner.id, {}});

    clear_reasons(facts, decision);

    // 3 Access in the LMS goes off, and the account there is told to forget the values, too.
    for (const auto& place : facts.enrolments) decision.access_due(place);
}

}  // namespace provost::erasure
