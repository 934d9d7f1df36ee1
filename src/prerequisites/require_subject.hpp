// prerequisites.require_subject: a template asks for a subject.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/prerequisites/prerequisite.hpp>

namespace provost::prerequisites {

struct RequireSubjectFacts {
    One<catalogue::CourseTemplate> course_template;
    One<Prerequisite> existing;
    One<catalogue::TemplateVersion> current;
    One<catalogue::CourseType> course_type;
};

inline constexpr auto require_subject_fetch = [] {
    using Facts = RequireSubjectFacts;
    return fetch_plan<RequireSubject>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<catalogue::CourseTemplate, catalogue::is_there>),
        PROVOST_SLOT(existing, "template_subject(course_template.id, request.subject)"),
        PROVOST_SLOT(current, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(course_type, "id(current.course_type)", "record.missing"_code),
    }));
}();

void require_subject(const RequireSubject& request, const RequireSubjectFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::prerequisites
