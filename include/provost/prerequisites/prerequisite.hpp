// What is required of whoever enters a course.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::prerequisites {

/// Whoever enters a course of the template must have achieved the subject. All rows of a template must hold. Since 0.1.
struct Prerequisite {
    Id<Prerequisite> id;
    std::int64_t version = 0;
    Id<catalogue::CourseTemplate> course_template;
    std::string subject;
};

/// Adds a prerequisite to a template. Since 0.1. [IMC-PRE-03]
struct RequireSubject {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    std::string subject;
};

}  // namespace provost::prerequisites

PROVOST_DESCRIBE(provost::prerequisites::Prerequisite, record, "prerequisite", "A subject that a template requires.",
                 PROVOST_INDEXES({"course_template", false, {"course_template"}},
                                 {"template_subject", true, {"course_template", "subject"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course_template, "The template that requires it."),
                 PROVOST_FIELD(subject, "Code of the required subject."));

PROVOST_REQUEST(provost::prerequisites::RequireSubject, "require_subject", "Adds a prerequisite to a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(subject, "Code of the required subject.").required().at_most(40));
