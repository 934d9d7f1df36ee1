// resources.add, resources.remove, resources.assign_location: what a course, or a template, needs of resources.
#pragma once

#include "resources/planned.hpp"

#include <provost/catalogue/shelf.hpp>
#include <provost/resources/planning.hpp>

namespace provost::resources {

struct AddFacts {
    One<catalogue::Course> course;
    One<catalogue::CourseTemplate> course_template;
    One<Resource> resource;
    One<staffing::Tutor> person;  // whom it stands for
    PlannedFacts planned;
    One<Occupancy> occupancy;  // nothing is booked while it is taken away
    Many<Booking> bookings;    // of the course
    One<catalogue::TemplateVersion> current;  // of the template
    One<catalogue::CourseType> current_type;
    One<catalogue::Syllabus> current_syllabus;
    Many<catalogue::Shelf> shelves;
};

template <class Request, class Facts = AddFacts>
inline constexpr auto add_fetch = [] {
    return fetch_plan<Request>(detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                         when<catalogue::Course, catalogue::is_there>),
            PROVOST_SLOT(course_template, "external_id(request.course_template)", "template.unknown"_code,
                         when<catalogue::CourseTemplate, catalogue::is_there>),
            PROVOST_SLOT(resource, "key(request.resource)", "resource.unknown"_code),
            PROVOST_SLOT(person, "id(resource.tutor)", "record.missing"_code),
        }),
        PROVOST_PART(planned, planned_rows),
        std::to_array<FetchRow>({
            PROVOST_SLOT(occupancy, "resource(resource.id)", "record.missing"_code),
            PROVOST_SLOT(bookings, "course(course.id)"),
            PROVOST_SLOT(current, "number(course_template.id, course_template.number)"),
            PROVOST_SLOT(current_type, "id(current.course_type)", "record.missing"_code),
            PROVOST_SLOT(current_syllabus, "owner(current.id)"),
            PROVOST_SLOT(shelves, "owner(current.id)"),
        })));
}();

void add_resource(const AddResource& request, const AddFacts& facts, Context& context, Decision& decision);
void remove_resource(const RemoveResource& request, const AddFacts& facts, Context& context, Decision& decision);

struct AssignLocationFacts {
    One<catalogue::Course> course;
    One<Resource> resource;
    One<Resource> location_resource;
    PlannedFacts planned;
};

template <class Facts = AssignLocationFacts>
inline constexpr auto assign_location_fetch = [] {
    return fetch_plan<AssignLocation>(detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                         when<catalogue::Course, catalogue::is_there>),
            PROVOST_SLOT(resource, "key(request.resource)", "resource.unknown"_code),
            PROVOST_SLOT(location_resource, "key(request.location)", "resource.unknown"_code,
                         when<Resource, is_there>),
        }),
        PROVOST_PART(planned, planned_rows)));
}();

void assign_location(const AssignLocation& request, const AssignLocationFacts& facts, Context& context,
                     Decision& decision);

/// The course says its own list from now on; refuses, and answers false, when its template locks that, or wants one.
/// [IMC-TPL-02]
[[nodiscard]] bool set_list(catalogue::Course& course, std::vector<catalogue::AddedResource> list,
                            const catalogue::TemplateVersion& pinned, Decision& decision);

}  // namespace provost::resources
