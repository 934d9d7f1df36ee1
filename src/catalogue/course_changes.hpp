// catalogue.effective_settings, catalogue.change_template, catalogue.duplicate_course, catalogue.create_template.
#pragma once

#include "catalogue/define.hpp"
#include "catalogue/syllabus.hpp"

#include <provost/catalogue/course_changes.hpp>

namespace provost::catalogue {

struct EffectiveSettingsFacts {
    One<Course> course;
    One<TemplateVersion> pinned;
};

template <class Facts = EffectiveSettingsFacts>
inline constexpr auto effective_settings_fetch = [] {
    return fetch_plan<EffectiveSettings>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
    }));
}();

void effective_settings(const EffectiveSettings& request, const EffectiveSettingsFacts& facts, Context& context,
                        Decision& decision);

struct ChangeTemplateFacts {
    One<Course> course;
    One<CourseTemplate> course_template;  // the new one
    One<TemplateVersion> version;         // its current version
    One<CourseType> type;
    One<Seats> seats;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    Many<KeptTag> kept;
    One<Syllabus> syllabus;
    One<Syllabus> new_syllabus;  // of the new version
    One<Logic> logic;
    One<Logic> new_logic;
    Many<CourseSet> sets;
    Many<Course> members;  // of these
    Many<Shelf> shelves;
    Many<Shelf> new_shelves;
};

template <class Facts = ChangeTemplateFacts>
inline constexpr auto change_template_fetch = [] {
    return fetch_plan<ChangeTemplate>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(version, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(type, "id(version.course_type)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(kept, "course(course.id)"),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(new_syllabus, "owner(version.id)"),
        PROVOST_SLOT(logic, "id(syllabus.logic)", "record.missing"_code),
        PROVOST_SLOT(new_logic, "id(new_syllabus.logic)", "record.missing"_code),
        PROVOST_SLOT(sets, "course(course.id)"),
        PROVOST_SLOT(members, "id(sets.members)", "record.missing"_code),
        PROVOST_SLOT(shelves, "owner(course.id)"),
        PROVOST_SLOT(new_shelves, "owner(version.id)"),
    }));
}();

void change_template(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Context& context,
                     Decision& decision);

struct DuplicateCourseFacts {
    One<Course> course;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<Course> existing;
    One<Syllabus> syllabus;
    Many<Shelf> shelves;
    Many<CourseSet> sets;
    Many<Course> members;  // of these
    Many<KeptTag> kept;
};

template <class Facts = DuplicateCourseFacts>
inline constexpr auto duplicate_course_fetch = [] {
    return fetch_plan<DuplicateCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(shelves, "owner(course.id)"),
        PROVOST_SLOT(sets, "course(course.id)"),
        PROVOST_SLOT(members, "id(sets.members)", "record.missing"_code),
        PROVOST_SLOT(kept, "course(course.id)"),
    }));
}();

void duplicate_course(const DuplicateCourse& request, const DuplicateCourseFacts& facts, Context& context,
                      Decision& decision);

struct CreateTemplateFacts {
    One<Course> course;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    One<TypeVersion> type_version;
    One<CourseTemplate> existing;
    One<Subject> same_code;  // whose code is the external id
    One<Syllabus> syllabus;
    One<Logic> logic;
    Many<Shelf> shelves;
    Many<CourseSet> sets;
    Many<MetaTag> tags;  // of the course
};

template <class Facts = CreateTemplateFacts>
inline constexpr auto create_template_fetch = [] {
    return fetch_plan<CreateTemplate>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        // IMC-TPL-03: nothing new is made of a type that is gone, though courses of it are there.
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "course-type.unknown"_code, when<CourseType, is_there>),
        PROVOST_SLOT(type_version, "number(pinned.course_type, pinned.type_number)", "record.missing"_code),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
        PROVOST_SLOT(same_code, "code(request.external_id)"),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(logic, "id(syllabus.logic)", "record.missing"_code),
        PROVOST_SLOT(shelves, "owner(course.id)"),
        PROVOST_SLOT(sets, "course(course.id)"),
        PROVOST_SLOT(tags, "key(course.tags.tag)", "record.missing"_code),
    }));
}();

void create_template(const CreateTemplate& request, const CreateTemplateFacts& facts, Context& context,
                     Decision& decision);

}  // namespace provost::catalogue
