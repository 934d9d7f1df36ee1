// learning.prepare_signature, learning.sign.
#pragma once

#include "learning/student.hpp"

#include <provost/learning/signing.hpp>
#include <provost/results/results.hpp>

namespace provost::learning {

struct SignFacts {
    StudentFacts student;
    Many<results::ResultEvent> results;
    Many<LearningEvent> events;
};

template <class Facts = SignFacts>
inline constexpr auto sign_rows = [] {
    return detail::join(PROVOST_PART(student, student_rows), std::to_array<FetchRow>({
                                                                 PROVOST_SLOT(results, "enrolment(enrolments.id)"),
                                                                 PROVOST_SLOT(events, "enrolment(enrolments.id)"),
                                                             }));
}();

template <class Request, class Facts = SignFacts>
inline constexpr auto sign_fetch = fetch_plan<Request>(sign_rows<Facts>);

void prepare_signature(const PrepareSignature& request, const SignFacts& facts, Context& context, Decision& decision);
void sign(const Sign& request, const SignFacts& facts, Context& context, Decision& decision);

}  // namespace provost::learning
