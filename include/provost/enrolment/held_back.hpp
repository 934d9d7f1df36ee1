// What is held back from participants until somebody releases it: their results in a course, or a component.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// That something is held back from a participant, or from all of a course, and that it was released. What is said of
/// one participant stands over what is said of all. Since 0.1. [IMC-TUT-16]
struct HeldBack {
    Id<HeldBack> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    Id<Enrolment> enrolment;
    std::string component;
    std::optional<Instant> held_at;
    std::string held_by;
    std::optional<Instant> released_at;
    std::string released_by;
};

}  // namespace provost::enrolment

PROVOST_DESCRIBE(provost::enrolment::HeldBack, record, "held_back", "That something was held back, or released.",
                 PROVOST_INDEXES({"course", false, {"course"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(course, "In which course."),
                 PROVOST_FIELD(enrolment, "The place whose participant it is about; absent: all of the course."),
                 PROVOST_FIELD(component, "Key of the component; absent: results."),
                 PROVOST_FIELD(held_at, "Since when it is held back."),
                 PROVOST_FIELD(held_by, "Who says so: a login; absent: the host."),
                 PROVOST_FIELD(released_at, "When it was released; absent: it is held back."),
                 PROVOST_FIELD(released_by, "Who released it: a login; absent: the host."));
