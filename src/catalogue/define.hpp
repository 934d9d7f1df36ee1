// catalogue.define_template and catalogue.define_course.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

struct DefineTemplateFacts {
    One<CourseType> course_type;
    One<Subject> subject;    // as the request names it
    One<Subject> same_code;  // whose code is the external id
    One<CourseTemplate> existing;
};

inline constexpr auto define_template_fetch = [] {
    using Facts = DefineTemplateFacts;
    return fetch_plan<DefineTemplate>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_type, "key(request.course_type)", "course-type.unknown"_code),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(same_code, "code(request.external_id)"),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
    }));
}();

void define_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                     Decision& decision);

[[nodiscard]] inline bool teaches(const staffing::Tutor& tutor) { return !tutor.group.empty(); }

struct DefineCourseFacts {
    One<CourseTemplate> course_template;
    One<organisation::Location> location;
    Many<staffing::Tutor> tutors;
    One<organisation::Provider> provider;
    One<access::Administrator> administrator;
    One<Course> existing;
};

inline constexpr auto define_course_fetch = [] {
    using Facts = DefineCourseFacts;
    return fetch_plan<DefineCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(tutors, "login(request.tutors)", "tutor.unknown"_code, when<staffing::Tutor, teaches>),
        PROVOST_SLOT(provider, "key(request.provider)", "provider.unknown"_code),
        PROVOST_SLOT(administrator, "login(request.administrator)", "administrator.unknown"_code),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
    }));
}();

void define_course(const DefineCourse& request, const DefineCourseFacts& facts, Context& context, Decision& decision);

}  // namespace provost::catalogue
