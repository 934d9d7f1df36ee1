// Media: files and pages that courses show.
#pragma once

#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

/// A part of a medium in the version that it has: a question of a test. Since 0.1. [IMC-UPD-12]
struct MediumPart {
    std::string medium;
    std::int64_t number = 0;

    friend bool operator==(const MediumPart&, const MediumPart&) = default;
};

/// A file or a page, a test, a question. One that was made in a course belongs to it alone until it is released into
/// the general pool. What is shown is a version of it, by number. Since 0.1. [IMC-MISC-07, IMC-SYL-04]
struct Medium {
    Id<Medium> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::string address;
    std::int64_t number = 0;
    std::vector<MediumPart> parts;
    Bound opens;
    Bound closes;
    bool makes_calendar_entries = false;
    std::string resource_category;
    Id<Course> course;
    bool released = false;
};

/// Defines a medium, or brings it up to date. Without a course it is in the general pool from the beginning. Since 0.1.
struct DefineMedium {
    Head head;
    std::string medium;
    std::string name;
    std::string address;
    std::vector<std::string> parts;
    Bound opens;
    Bound closes;
    std::optional<bool> makes_calendar_entries;
    std::string resource_category;
    bool publish = false;
    Ref<Course> course;
};

/// Releases a medium of a course into the general pool. Since 0.1. [IMC-MISC-07]
struct ReleaseMedium {
    Head head;
    Ref<Medium> medium;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(provost::catalogue::MediumPart, document, "medium_part", "A part of a medium, in a version.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(medium, "Key of the medium that is the part."),
                 PROVOST_FIELD(number, "Version of it."));

PROVOST_DESCRIBE(provost::catalogue::Medium, record, "medium", "A file or a page that courses show.",
                 PROVOST_INDEXES({"key", true, {"key"}}, {"course", false, {"course"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What users call it."), PROVOST_FIELD(name, "Name."),
                 PROVOST_FIELD(address, "Where it is: an internet address, or a path of the host's."),
                 PROVOST_FIELD(number, "Number of its newest version, from 1."),
                 PROVOST_FIELD(parts, "What it is made of: of a test, its questions."),
                 PROVOST_FIELD(opens, "From when on it suggests to be open."),
                 PROVOST_FIELD(closes, "From when on it suggests to be closed."),
                 PROVOST_FIELD(makes_calendar_entries, "Whether it makes its calendar entries itself."),
                 PROVOST_FIELD(resource_category,
                               "Of a question of a feedback form: key of the category of resources that it is about."),
                 PROVOST_FIELD(course, "The course that made it; absent: none did."),
                 PROVOST_FIELD(released, "Whether it is in the general pool."));

PROVOST_REQUEST(provost::catalogue::DefineMedium, "define_medium", "Defines a medium, or updates it.",
                PROVOST_FIELD(medium, "What users call it.").required().key(100),
                PROVOST_FIELD(name, "Name.").required().at_most(500).line(),
                PROVOST_FIELD(address, "Where it is: an internet address, or a path of the host's.").at_most(2000),
                PROVOST_FIELD(parts, "Keys of the media that it is made of; absent: as they are.").at_most(1000),
                PROVOST_FIELD(opens, "From when on it suggests to be open; absent: as it is."),
                PROVOST_FIELD(closes, "From when on it suggests to be closed; absent: as it is."),
                PROVOST_FIELD(makes_calendar_entries,
                              "Whether it makes its calendar entries itself; absent: as it is."),
                PROVOST_FIELD(resource_category,
                              "Of a question of a feedback form: key of the category of resources that it is about.")
                    .at_most(40),
                PROVOST_FIELD(publish, "Whether its content is a new version, though the address is the old one."),
                PROVOST_FIELD(course, "External id of the course that makes it; absent: for the general pool."));

PROVOST_REQUEST(provost::catalogue::ReleaseMedium, "release_medium", "Releases a medium into the general pool.",
                PROVOST_FIELD(medium, "What users call it.").required());
