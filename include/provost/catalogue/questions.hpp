// Questions about a course or template: they change nothing and answer with a report.
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/meta_tag.hpp>

namespace provost::catalogue {

/// Which settings and meta tags of a course somebody reads. Since 0.1. [IMC-MT-02]
struct VisibleTags {
    Head head;
    Ref<Course> course;
    Audience audience = Audience::admin;
};

/// Name and description of a course or a template in a language. Since 0.1. [IMC-MISC-01]
struct Texts {
    Head head;
    Ref<Course> course;
    Ref<CourseTemplate> course_template;
    std::string language;
};

/// Which courses of a template lack what it makes mandatory. Since 0.1. [IMC-CHT-09]
struct CoursesToCheck {
    Head head;
    Ref<CourseTemplate> course_template;
};

}  // namespace provost::catalogue

PROVOST_REQUEST(provost::catalogue::VisibleTags, "visible_tags", "Which settings of a course somebody reads.",
                PROVOST_FIELD(course, "External id of the course.").required(), PROVOST_FIELD(audience, "Who reads."));

PROVOST_REQUEST(
    provost::catalogue::Texts, "texts", "Name and description in a language, or what stands for them.",
    PROVOST_FIELD(course, "External id of the course."),
    PROVOST_FIELD(course_template, "External id of the template, when no course is named."),
    PROVOST_FIELD(language, "Wished language, a BCP 47 tag.").required().checked(&provost::catalogue::check_language));

PROVOST_REQUEST(provost::catalogue::CoursesToCheck, "courses_to_check",
                "Which courses of a template lack what it makes mandatory, and what.",
                PROVOST_FIELD(course_template, "External id of the template.").required());
