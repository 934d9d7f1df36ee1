// The syllabus: the components of a course, in their order, and when each is open.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// What a moment in a syllabus is counted from. Since 0.1. [IMC-TFC-03, IMC-TFC-04]
enum class Anchor : std::uint8_t {
    none,
    fixed,
    course_start,
    course_end,
    participant_start,
    enrolment,
    component_processed,
};

/// A moment of a component: fixed, or so long after (or before) what it is counted from. Since 0.1.
struct Bound {
    Anchor counted_from = Anchor::none;
    std::optional<Instant> at;
    std::string offset;
    std::string component;
};

/// A component of a course: what learners open, one after the other or side by side. Since 0.1.
struct Component {
    std::string key;
    std::string name;
    Bound opens;
    Bound closes;
};

/// The components of a course, or of a version of a template. A course has its own from the beginning: a copy of its
/// template's. Since 0.1. [IMC-TPL-01]
struct Syllabus {
    Id<Syllabus> id;
    std::int64_t version = 0;
    std::int64_t owner = 0;
    std::vector<Component> components;
};

/// Says what the components of a course are: all are told. Since 0.1.
struct DefineSyllabus {
    Head head;
    Ref<Course> course;
    std::vector<Component> components;
};

/// Checks the text of an offset: "2 W", "-3 D"; H hours, D days, W weeks, M months.
[[nodiscard]] Code check_offset(std::string_view text);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Anchor> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "There is no such moment."},
        {1, "fixed", "A fixed moment."},
        {2, "course_start", "The start of the course."},
        {3, "course_end", "The end of the course."},
        {4, "participant_start", "The moment at which the participant begins."},
        {5, "enrolment", "The moment of the participant's enrolment."},
        {6, "component_processed", "The moment at which the participant has processed a component."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::Bound, document, "bound", "A moment of a component.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(counted_from, "What it is counted from."), PROVOST_FIELD(at, "The fixed moment."),
                 PROVOST_FIELD(offset, "How long after that; absent: at once. A number, a blank, H, D, W or M.")
                     .checked(&provost::catalogue::check_offset),
                 PROVOST_FIELD(component, "Key of the component that is to be processed.").at_most(40));

PROVOST_DESCRIBE(provost::catalogue::Component, document, "component", "A component of a course.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(key, "What the course calls it.").required().at_most(40),
                 PROVOST_FIELD(name, "Name that learners see.").at_most(500),
                 PROVOST_FIELD(opens, "From when on it is open."),
                 PROVOST_FIELD(closes, "From when on it is no longer open."));

PROVOST_DESCRIBE(provost::catalogue::Syllabus, record, "syllabus", "The components of a course or a template.",
                 PROVOST_INDEXES({"owner", true, {"owner"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(owner, "Id of the course, or of the version of a template."),
                 PROVOST_FIELD(components, "The components, in their order."));

PROVOST_REQUEST(provost::catalogue::DefineSyllabus, "define_syllabus", "Says what the components of a course are.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(components, "All its components, in their order.").at_most(1000));
