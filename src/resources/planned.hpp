// A course whose resources are planned: what the verbs of this room see of it, and what they all ask.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"
#include "resources/spans.hpp"

#include <provost/catalogue/syllabus.hpp>
#include <provost/resources/booking.hpp>

namespace provost::resources {

struct PlannedFacts {
    One<catalogue::CourseTemplate> its_template;
    One<catalogue::TemplateVersion> pinned;
    One<catalogue::CourseType> its_type;
    One<organisation::Location> location;
    One<catalogue::Syllabus> syllabus;
};

/// For a fetch plan with a slot `course`: `PROVOST_PART(planned, planned_rows)`.
template <class Facts = PlannedFacts>
inline constexpr auto planned_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
    });
}();

/// Whether resources of the course may be booked: it is in use, and its tab for resources is shown. Refuses otherwise,
/// and answers false. [IMC-CT-02, IMC-RES-01]
[[nodiscard]] bool may_plan(const catalogue::Course& course, const PlannedFacts& facts, Decision& decision);

/// What a list says of a resource for the course, or for an event of it; null: it is not added there. [IMC-RES-03]
[[nodiscard]] const catalogue::AddedResource* entry_of(const std::vector<catalogue::AddedResource>& list,
                                                       Id<Resource> resource, std::string_view component);

/// The component of that key; null when the course has none. [IMC-RES-01]
[[nodiscard]] const catalogue::Component* component_of(const One<catalogue::Syllabus>& syllabus, std::string_view key);

/// The time of a course, or of one of its events, or why there is none. [IMC-RES-01, IMC-RES-09]
struct Period {
    Span span{};
    Code none{};
};
[[nodiscard]] Period period_of(const catalogue::Course& course, const One<catalogue::Syllabus>& syllabus,
                               std::string_view component, const Zone& zone);

}  // namespace provost::resources
