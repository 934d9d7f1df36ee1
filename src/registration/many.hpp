// registration.register_many, registration.cancel_many: one request for many people, a result for each. [IMC-PART-08]
#pragma once

#include "plan/decision.hpp"

#include <provost/registration/participants.hpp>
#include <provost/registration/request.hpp>

namespace provost::registration {

struct ManyFacts {
    One<catalogue::Course> course;
};

template <class Request, class Facts = ManyFacts>
inline constexpr auto many_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
    }));
}();

void register_many(const RegisterMany& request, const ManyFacts& facts, Context& context, Decision& decision);
void cancel_many(const CancelMany& request, const ManyFacts& facts, Context& context, Decision& decision);

}  // namespace provost::registration
