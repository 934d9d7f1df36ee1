// What keeps a course from being changed or taken away, whoever says so.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// Who holds a course. Since 0.1. [IMC-DUP-03]
enum class HoldKind : std::uint8_t { lms_link, audit };

/// That a course is held, or was. Since 0.1. [IMC-DUP-03]
struct CourseHold {
    Id<CourseHold> id;
    std::int64_t version = 0;
    Id<Course> course;
    HoldKind kind = HoldKind::lms_link;
    bool active = false;
    std::string note;
};

/// Says that a course is held, or no longer. Since 0.1.
struct HoldCourse {
    Head head;
    Ref<Course> course;
    std::optional<HoldKind> kind;
    std::optional<bool> active;
    std::string note;
};

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::HoldKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "lms_link", "Linked to a course of an LMS: it is in use."},
        {1, "audit", "Wanted for an audit: it is kept."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::CourseHold, record, "course_hold", "That a course is held.",
                 PROVOST_INDEXES({"course_kind", true, {"course", "kind"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course, "The course."), PROVOST_FIELD(kind, "Why it is held."),
                 PROVOST_FIELD(active, "Whether it still is."), PROVOST_FIELD(note, "What to know of it."));

PROVOST_REQUEST(provost::catalogue::HoldCourse, "hold_course", "Says that a course is held, or no longer.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(kind, "Why it is held.").required(),
                PROVOST_FIELD(active, "Whether it is held; absent: yes."),
                PROVOST_FIELD(note, "What to know of it.").at_most(500));
