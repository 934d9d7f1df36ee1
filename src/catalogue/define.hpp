// catalogue.define_course_type, catalogue.define_template, catalogue.define_course: made, or brought up to date, by
// their natural keys.
#pragma once

#include "catalogue/notices.hpp"
#include "catalogue/staff.hpp"
#include "catalogue/tags.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/catalogue/references.hpp>
#include <provost/catalogue/shelf.hpp>
#include <provost/catalogue/syllabus.hpp>
#include <provost/people/group.hpp>

namespace provost::catalogue {

struct DefineCourseTypeFacts {
    Many<MetaTag> tags;
    Many<NoticeDefinition> notices;
    One<CourseRoom> course_room;
    Many<ClassificationNode> classifications;
    Many<people::Group> visible_to;
    Many<people::Group> of_quotas;
    Many<people::Group> of_steps;
    Many<MetaTag> set_tags;
    One<CourseType> existing;
    One<TypeVersion> current;
};

template <class Facts = DefineCourseTypeFacts>
inline constexpr auto define_course_type_fetch = [] {
    return fetch_plan<DefineCourseType>(std::to_array<FetchRow>({
        PROVOST_SLOT(tags, "key(request.tags.tag)", "tag.unknown"_code, nullptr, is_own_tag),
        PROVOST_SLOT(notices, "key(request.notices.notice)", "notice.unknown"_code, nullptr, is_own_notice),
        PROVOST_SLOT(course_room, "key(request.course_room)", "course-room.unknown"_code),
        PROVOST_SLOT(classifications, "key(request.classifications)", "classification.unknown"_code),
        PROVOST_SLOT(visible_to, "key(request.visible_to)", "group.unknown"_code),
        PROVOST_SLOT(of_quotas, "key(request.quotas.group)", "group.unknown"_code),
        PROVOST_SLOT(of_steps, "key(request.approval_steps.group)", "group.unknown"_code),
        PROVOST_SLOT(set_tags, "key(request.tag_set)", "tag.unknown"_code, nullptr, is_own_tag),
        PROVOST_SLOT(existing, "key(request.course_type)"),
        PROVOST_SLOT(current, "number(existing.id, existing.number)"),
    }));
}();

void define_course_type(const DefineCourseType& request, const DefineCourseTypeFacts& facts, Context& context,
                        Decision& decision);

/// Whether a tutor is in a group; whether that is a group of tutors the rule asks. [IMC-TUT-01]
[[nodiscard]] inline bool has_group(const staffing::Tutor& tutor) { return !tutor.group.empty(); }

struct DefineTemplateFacts {
    One<CourseType> course_type;
    One<organisation::Location> location;
    Many<staffing::Tutor> tutors;
    One<organisation::Provider> provider;
    One<access::Administrator> administrator;
    Many<MetaTag> tags;
    Many<NoticeDefinition> notices;
    One<CourseRoom> course_room;
    Many<ClassificationNode> classifications;
    Many<people::Group> visible_to;
    Many<people::Group> of_quotas;
    Many<people::Group> of_steps;
    Many<MetaTag> set_tags;
    One<Subject> subject;    // as the request names it
    One<Subject> same_code;  // whose code is the external id
    One<TypeVersion> type_version;
    One<CourseTemplate> existing;
    One<TemplateVersion> current;
    One<CourseType> current_type;
    One<TypeVersion> pinned;  // of the type of the current version
    One<TypeVersion> newest;  // of the same type
    One<Syllabus> syllabus;   // of the current version
    Many<Shelf> shelves;      // of it
};

template <class Facts = DefineTemplateFacts>
inline constexpr auto define_template_fetch = [] {
    return fetch_plan<DefineTemplate>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_type, "key(request.course_type)", "course-type.unknown"_code, when<CourseType, is_there>),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(tutors, "login(request.tutors)", "tutor.unknown"_code, when<staffing::Tutor, has_group>),
        PROVOST_SLOT(provider, "key(request.provider)", "provider.unknown"_code),
        PROVOST_SLOT(administrator, "login(request.administrator)", "administrator.unknown"_code),
        PROVOST_SLOT(tags, "key(request.tags.tag)", "tag.unknown"_code, nullptr, is_own_tag),
        PROVOST_SLOT(notices, "key(request.notices.notice)", "notice.unknown"_code, nullptr, is_own_notice),
        PROVOST_SLOT(course_room, "key(request.course_room)", "course-room.unknown"_code),
        PROVOST_SLOT(classifications, "key(request.classifications)", "classification.unknown"_code),
        PROVOST_SLOT(visible_to, "key(request.visible_to)", "group.unknown"_code),
        PROVOST_SLOT(of_quotas, "key(request.quotas.group)", "group.unknown"_code),
        PROVOST_SLOT(of_steps, "key(request.approval_steps.group)", "group.unknown"_code),
        PROVOST_SLOT(set_tags, "key(request.tag_set)", "tag.unknown"_code, nullptr, is_own_tag),
        PROVOST_SLOT(subject, "code(request.subject)", "subject.unknown"_code),
        PROVOST_SLOT(same_code, "code(request.external_id)"),
        PROVOST_SLOT(type_version, "number(course_type.id, course_type.number)"),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
        PROVOST_SLOT(current, "number(existing.id, existing.number)"),
        PROVOST_SLOT(current_type, "id(current.course_type)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(current.course_type, current.type_number)"),
        PROVOST_SLOT(newest, "number(current_type.id, current_type.number)"),
        PROVOST_SLOT(syllabus, "owner(current.id)"),
        PROVOST_SLOT(shelves, "owner(current.id)"),
    }));
}();

void define_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                     Decision& decision);

/// Courses of this version train the subject. [IMC-TPL-01]
inline void train(const Subject& subject, TemplateVersion& made) {
    made.subject = subject.id;
    made.subject_code = subject.code;
}

/// What the record of a template repeats of its current version.
inline void say_of(const TemplateVersion& current, CourseTemplate& head) {
    head.name = current.settings.name;
    head.subject = current.subject;
    head.subject_code = current.subject_code;
}

struct DefineCourseFacts {
    One<CourseTemplate> course_template;
    One<organisation::Location> location;
    Many<staffing::Tutor> tutors;
    One<organisation::Provider> provider;
    One<access::Administrator> administrator;
    Many<MetaTag> tags;
    Many<NoticeDefinition> notices;
    One<CourseRoom> course_room;
    Many<ClassificationNode> classifications;
    Many<people::Group> visible_to;
    Many<people::Group> of_quotas;
    Many<people::Group> of_steps;
    One<TemplateVersion> template_version;  // the current one of the named template
    One<CourseType> course_type;
    One<Course> existing;
    One<Seats> seats;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;  // of an existing course
    One<CourseType> its_type;
    Many<CourseSet> sets;
    One<Syllabus> syllabus;  // of the named template
    Many<Shelf> shelves;     // of it
};

template <class Facts = DefineCourseFacts>
inline constexpr auto define_course_fetch = [] {
    return fetch_plan<DefineCourse>(std::to_array<FetchRow>({
        PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(location, "key(request.location)", "location.unknown"_code),
        PROVOST_SLOT(tutors, "login(request.tutors)", "tutor.unknown"_code, when<staffing::Tutor, has_group>),
        // IMC-CSV-17, IMC-CSV-18: none named is the template's, or the former one.
        PROVOST_SLOT(provider, "key(request.provider)", "provider.unknown"_code),
        PROVOST_SLOT(administrator, "login(request.administrator)", "administrator.unknown"_code),
        PROVOST_SLOT(tags, "key(request.tags.tag)", "tag.unknown"_code, nullptr, is_own_tag),
        PROVOST_SLOT(notices, "key(request.notices.notice)", "notice.unknown"_code, nullptr, is_own_notice),
        PROVOST_SLOT(course_room, "key(request.course_room)", "course-room.unknown"_code),
        PROVOST_SLOT(classifications, "key(request.classifications)", "classification.unknown"_code),
        PROVOST_SLOT(visible_to, "key(request.visible_to)", "group.unknown"_code),
        PROVOST_SLOT(of_quotas, "key(request.quotas.group)", "group.unknown"_code),
        PROVOST_SLOT(of_steps, "key(request.approval_steps.group)", "group.unknown"_code),
        PROVOST_SLOT(template_version, "number(course_template.id, course_template.number)", "record.missing"_code),
        PROVOST_SLOT(course_type, "id(template_version.course_type)", "record.missing"_code),
        PROVOST_SLOT(existing, "external_id(request.external_id)"),
        PROVOST_SLOT(seats, "course(existing.id)", "record.missing"_code),
        PROVOST_SLOT(its_template, "id(existing.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(existing.course_template, existing.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(sets, "course(existing.id)"),
        PROVOST_SLOT(syllabus, "owner(template_version.id)"),
        PROVOST_SLOT(shelves, "owner(template_version.id)"),
    }));
}();

void define_course(const DefineCourse& request, const DefineCourseFacts& facts, Context& context, Decision& decision);

/// Zone in which values of meta tags lie that name none: of the location that the request names, else of the one that
/// is there; null when there is none. Nothing while that is not known yet: decide nothing then. [IMC-MT-04]
template <class Facts>
[[nodiscard]] std::optional<const Zone*> zone_of_tags(const Facts& facts, Id<organisation::Location> former,
                                                      const Settings& told, const Context& context) {
    if (facts.location) return context.zones.find(facts.location->zone);
    if (told.tags.empty() || !former) return nullptr;
    const auto location = context.one<organisation::Location>(former.value);
    if (!location) return std::nullopt;
    return *location ? context.zones.find((*location)->zone) : nullptr;
}

/// What a request names, as a record holds it. `former`: the tutors who were there before. Nothing when it refuses, or
/// while facts are missing.
template <class Facts>
[[nodiscard]] std::optional<Assignments> assigned(const NamedAssignments& told, const Facts& facts,
                                                  const std::vector<AssignedTutor>& former, const Context& context,
                                                  Decision& decision) {
    Assignments found;
    if (facts.location) found.location = facts.location->id;
    auto tutors = assigned_tutors(facts.tutors, former, context, decision);
    if (!tutors) return std::nullopt;
    found.tutors = std::move(*tutors);
    if (facts.provider) found.provider = facts.provider->id;
    if (facts.administrator) {
        found.administrator = facts.administrator->id;
    } else if (told.administrator.given()) {
        found.administrator = administrator_of(told.administrator.name, context, decision);
        if (!found.administrator) return std::nullopt;
    }
    return found;
}

}  // namespace provost::catalogue
