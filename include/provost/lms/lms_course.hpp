// Courses as an LMS lists them: what links are made of, and what the copies on links follow.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::lms {

/// A course as an LMS listed it last. One that is gone keeps what was last known of it. Since 0.1. [WIS-LNK-02]
struct LmsCourse {
    Id<LmsCourse> id;
    std::int64_t version = 0;
    std::string connection;
    std::string course;
    std::string id_number;
    std::string short_name;
    std::string name;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    bool gone = false;
};

/// Notes a course of an LMS as it is listed there, whole; what is linked to it is brought up to date. Since 0.1.
/// [WIS-LNK-02, WIS-LNK-03]
struct NoteCourse {
    Head head;
    std::string connection;
    std::string course;
    std::string id_number;
    std::string short_name;
    std::string name;
    std::optional<Instant> starts_at;
    std::optional<Instant> ends_at;
    bool gone = false;
};

}  // namespace provost::lms

PROVOST_DESCRIBE(provost::lms::LmsCourse, record, "lms_course", "A course as an LMS listed it last.",
                 PROVOST_INDEXES({"key", true, {"connection", "course"}}, {"connection", false, {"connection"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."), PROVOST_FIELD(course, "Its id in the LMS."),
                 PROVOST_FIELD(id_number, "Its id number, or SIS id."),
                 PROVOST_FIELD(short_name, "Its short name or code."), PROVOST_FIELD(name, "Its name."),
                 PROVOST_FIELD(starts_at, "When it starts."), PROVOST_FIELD(ends_at, "When it ends."),
                 PROVOST_FIELD(gone, "The LMS does not have it any more."));

PROVOST_REQUEST(provost::lms::NoteCourse, "note_course", "Notes a course of an LMS as it is listed there.",
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40),
                PROVOST_FIELD(course, "Its id in the LMS.").required().at_most(100),
                PROVOST_FIELD(id_number, "Its id number, or SIS id.").at_most(100),
                PROVOST_FIELD(short_name, "Its short name or code.").at_most(255),
                PROVOST_FIELD(name, "Its name.").at_most(1000), PROVOST_FIELD(starts_at, "When it starts."),
                PROVOST_FIELD(ends_at, "When it ends."),
                PROVOST_FIELD(gone, "The LMS does not have it any more; what was known of it stays."));
