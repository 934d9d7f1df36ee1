// catalogue.define_medium, catalogue.release_medium.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/medium.hpp>

namespace provost::catalogue {

struct DefineMediumFacts {
    One<Course> course;
    One<Medium> existing;
    One<Course> its_course;
    Many<Medium> parts;
};

template <class Facts = DefineMediumFacts>
inline constexpr auto define_medium_fetch = [] {
    return fetch_plan<DefineMedium>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "key(request.medium)"),
        PROVOST_SLOT(its_course, "id(existing.course)", "record.missing"_code),
        PROVOST_SLOT(parts, "key(request.parts)", "medium.unknown"_code),
    }));
}();

void define_medium(const DefineMedium& request, const DefineMediumFacts& facts, Context& context, Decision& decision);

struct ReleaseMediumFacts {
    One<Medium> medium;
    One<Course> course;
    Many<Medium> parts;
};

template <class Facts = ReleaseMediumFacts>
inline constexpr auto release_medium_fetch = [] {
    return fetch_plan<ReleaseMedium>(std::to_array<FetchRow>({
        PROVOST_SLOT(medium, "key(request.medium)", "medium.unknown"_code),
        PROVOST_SLOT(course, "id(medium.course)", "record.missing"_code),
        PROVOST_SLOT(parts, "key(medium.parts.medium)", "record.missing"_code),
    }));
}();

void release_medium(const ReleaseMedium& request, const ReleaseMediumFacts& facts, Context& context,
                    Decision& decision);

}  // namespace provost::catalogue
