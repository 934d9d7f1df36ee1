// people.erase_learner: a person's values go, the person's training stays.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/erasure/erasure.hpp>
#include <provost/finalise/finalise.hpp>
#include <provost/lms/elearning.hpp>
#include <provost/people/client_details.hpp>
#include <provost/rating/rating.hpp>

namespace provost::erasure {

struct EraseLearnerFacts {
    One<people::Learner> learner;
    One<people::ClientDetails> details;
    Many<enrolment::Enrolment> enrolments;
    Many<catalogue::Course> courses;
    Many<enrolment::ParticipantChange> changes;
    Many<enrolment::ProgramChange> program_changes;
    Many<lms::ElearningEnrolment> elearning;
    Many<rating::RatingComment> comments;
};

template <class Facts = EraseLearnerFacts>
inline constexpr auto erase_learner_fetch = [] {
    return fetch_plan<EraseLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(details, "learner(learner.id)"),
        PROVOST_SLOT(enrolments, "learner(learner.id)"),
        PROVOST_SLOT(courses, "id(enrolments.course)", "record.missing"_code),
        PROVOST_SLOT(changes, "enrolment(enrolments.id)"),
        PROVOST_SLOT(program_changes, "learner(learner.id)"),
        PROVOST_SLOT(elearning, "learner(learner.id)"),
        PROVOST_SLOT(comments, "learner(learner.id)"),
    }));
}();

void erase_learner(const EraseLearner& request, const EraseLearnerFacts& facts, Context& context, Decision& decision);

}  // namespace provost::erasure
