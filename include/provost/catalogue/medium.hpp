// Media: files and pages that courses show.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// A file or a page. One that was made in a course belongs to it alone until it is released into the general pool.
/// Since 0.1. [IMC-MISC-07]
struct Medium {
    Id<Medium> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::string address;
    Id<Course> course;
    bool released = false;
};

/// Defines a medium, or brings it up to date. Without a course it is in the general pool from the beginning. Since 0.1.
struct DefineMedium {
    Head head;
    std::string medium;
    std::string name;
    std::string address;
    Ref<Course> course;
};

/// Releases a medium of a course into the general pool. Since 0.1. [IMC-MISC-07]
struct ReleaseMedium {
    Head head;
    Ref<Medium> medium;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(provost::catalogue::Medium, record, "medium", "A file or a page that courses show.",
                 PROVOST_INDEXES({"key", true, {"key"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What users call it."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(address, "Where it is: an internet address, or a path of the host's."),
                 PROVOST_FIELD(course, "The course that made it; absent: none did."),
                 PROVOST_FIELD(released, "Whether it is in the general pool."));

PROVOST_REQUEST(provost::catalogue::DefineMedium, "define_medium", "Defines a medium, or updates it.",
                PROVOST_FIELD(medium, "What users call it.").required().at_most(100),
                PROVOST_FIELD(name, "Name.").required().at_most(500),
                PROVOST_FIELD(address, "Where it is: an internet address, or a path of the host's.").at_most(2000),
                PROVOST_FIELD(course, "External id of the course that makes it; absent: for the general pool."));

PROVOST_REQUEST(provost::catalogue::ReleaseMedium, "release_medium", "Releases a medium into the general pool.",
                PROVOST_FIELD(medium, "What users call it.").required());
