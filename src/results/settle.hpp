// results.settle_result: a person decides of a result that was held.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/results/results.hpp>

namespace provost::results {

struct SettleResultFacts {
    One<ResultEvent> result;
    One<enrolment::Enrolment> enrolment;  // as the request names it
    One<enrolment::Enrolment> place;      // as the result has it
    Many<enrolment::Enrolment> candidates;
    One<catalogue::Course> course;      // of the named one
    One<catalogue::Course> own_course;  // of that of the result
    Many<catalogue::Course> courses;    // of the candidates
    Many<LmsLink> links;                // by which it may have come
};

template <class Facts = SettleResultFacts>
inline constexpr auto settle_result_fetch = [] {
    return fetch_plan<SettleResult>(std::to_array<FetchRow>({
        PROVOST_SLOT(result, "id(request.result)", "result.unknown"_code),
        PROVOST_SLOT(enrolment, "id(request.enrolment)", "result.not-candidate"_code),
        PROVOST_SLOT(place, "id(result.enrolment)", "record.missing"_code),
        PROVOST_SLOT(candidates, "id(result.candidates)"),
        PROVOST_SLOT(course, "id(enrolment.course)", "record.missing"_code),
        PROVOST_SLOT(own_course, "id(place.course)", "record.missing"_code),
        PROVOST_SLOT(courses, "id(candidates.course)"),
        PROVOST_SLOT(links, "lms_course(result.connection, result.lms_course)"),
    }));
}();

void settle_result(const SettleResult& request, const SettleResultFacts& facts, Context& context, Decision& decision);

}  // namespace provost::results
