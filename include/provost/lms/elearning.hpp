// E-learning enrolments: what stands between a place in a course and its course in an LMS.
#pragma once

#include <provost/enrolment/enrolment.hpp>
#include <provost/results/links.hpp>

namespace provost::lms {

/// What a person set against the rule. Since 0.1. [WIS-EE-05]
struct AccessOverride {
    bool enabled = false;
    std::string author;
    std::string reason;
    std::optional<Instant> until;
};

/// A place and a linked course of an LMS. Without `added_at` something was said of the two, and the place was not
/// added. A new one is disabled. Without a link only `provision` is said, and it holds for every link of the place of
/// which nothing else is said. Since 0.1. [WIS-EE-01, PPR-PRO-03]
struct ElearningEnrolment {
    Id<ElearningEnrolment> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Course> course;
    Id<enrolment::Enrolment> enrolment;
    Id<results::LmsLink> link;
    bool enabled = false;
    std::optional<AccessOverride> overridden;
    bool provision = true;
    std::string group;
    std::optional<Instant> added_at;
    std::optional<Instant> changed_at;
    std::vector<std::int64_t> switched_on;
};

/// Adds a place to a course of an LMS; added twice it is one. Since 0.1. [WIS-EE-01, WIS-EE-02, WIS-EE-09]
struct AddElearning {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string connection;
    std::string lms_course;
    std::string group;
    bool enabled = false;
};

/// Adds the places of many courses, each with a result of its own; what does not fit into one request goes on after
/// the place that the last answer names. Since 0.1. [WIS-EE-02, WIS-EE-04]
struct AddElearnings {
    Head head;
    std::vector<std::string> courses;
    std::string connection;
    std::string lms_course;
    std::string group;
    std::vector<std::string> states;
    std::int64_t after = 0;
    std::int64_t most = 1000;
};

/// Switches access on or off where that is done by hand. Since 0.1. [WIS-EE-05]
struct SetAccess {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string connection;
    std::string lms_course;
    bool enabled = false;
};

/// Sets access against what the rule or the place says. Since 0.1. [WIS-EE-05]
struct OverrideAccess {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string connection;
    std::string lms_course;
    bool enabled = false;
    std::string reason;
    std::optional<Instant> until;
};

/// Takes that back. Since 0.1. [WIS-EE-05]
struct LiftOverride {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string connection;
    std::string lms_course;
};

/// Says whether a place is provisioned: the flag of the enrolment. It needs no link, and holds for those that are made
/// later; with `connection` or `lms_course` it is about the links of that name alone. Since 0.1. [PPR-PRO-03]
struct ProvisionEnrolment {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::string connection;
    std::string lms_course;
    bool provision = true;
};

/// What access a learner has over the links of a course, why, and until when. Answers a report; writes nothing.
/// Since 0.1. [WIS-ER-05, WIS-ER-11, WIS-ER-12]
struct AccessOf {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

}  // namespace provost::lms

PROVOST_DESCRIBE(provost::lms::AccessOverride, document, "access_override", "What a person set against the rule.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(enabled, "Whether access is on."),
                 PROVOST_FIELD(author, "Who set it; absent: the host."),
                 PROVOST_FIELD(reason, "Why.").at_most(1000).personal(),
                 PROVOST_FIELD(until, "Until when; absent: until it is taken back."));

PROVOST_DESCRIBE(provost::lms::ElearningEnrolment, record, "elearning_enrolment",
                 "A place and a linked course of an LMS.",
                 PROVOST_INDEXES({"enrolment_link", true, {"enrolment", "link"}},
                                 {"learner_course", false, {"learner", "course"}}, {"link", false, {"link"}},
                                 {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Whose place it is."), PROVOST_FIELD(course, "In which course."),
                 PROVOST_FIELD(enrolment, "The place."),
                 PROVOST_FIELD(link, "The link to the LMS; absent: the flag of the place, whatever the link."),
                 PROVOST_FIELD(enabled, "By the manual method: whether it is on."),
                 PROVOST_FIELD(overridden, "What a person set against the rule."),
                 PROVOST_FIELD(provision, "Whether the place is provisioned at all."),
                 PROVOST_FIELD(group, "Group or section of its own."), PROVOST_FIELD(added_at, "When it was added."),
                 PROVOST_FIELD(changed_at, "When it was last changed."),
                 PROVOST_FIELD(switched_on,
                               "Milliseconds from 1970 to each moment at which access was switched on by "
                               "hand: it counts, whether or not a run saw it."));

PROVOST_REQUEST(provost::lms::AddElearning, "add_elearning", "Adds a place to a course of an LMS.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(connection, "Connection to the LMS; needed when several come into question.").at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there; likewise.").at_most(100),
                PROVOST_FIELD(group, "Group or section of its own.").at_most(100),
                PROVOST_FIELD(enabled, "By the manual method: access is on at once; absent: it is off."));

PROVOST_REQUEST(
    provost::lms::AddElearnings, "add_elearnings", "Adds the places of many courses to their courses of an LMS.",
    PROVOST_FIELD(courses, "External ids of the courses.").required().at_most(10'000),
    PROVOST_FIELD(connection, "Connection to the LMS; needed when several come into question.").at_most(40),
    PROVOST_FIELD(lms_course, "Id of the course there; likewise.").at_most(100),
    PROVOST_FIELD(group, "Group or section of their own.").at_most(100),
    PROVOST_FIELD(states, "States of the places that are added; absent: registered, in_progress.").at_most(20),
    PROVOST_FIELD(after, "Places with ids up to this one were added before: what the last answer said."),
    PROVOST_FIELD(most, "How many places one request adds; absent: 1000.").between(1, 10'000, "value.out-of-range"));

PROVOST_REQUEST(provost::lms::SetAccess, "set_access", "Switches access on or off by hand.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(connection, "Connection to the LMS; needed when several come into question.").at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there; likewise.").at_most(100),
                PROVOST_FIELD(enabled, "Whether access is on."));

PROVOST_REQUEST(provost::lms::OverrideAccess, "override_access", "Sets access against the rule.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(connection, "Connection to the LMS; needed when several come into question.").at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there; likewise.").at_most(100),
                PROVOST_FIELD(enabled, "Whether access is on."),
                PROVOST_FIELD(reason, "Why.").required().at_most(1000).personal(),
                PROVOST_FIELD(until, "Until when; absent: until it is taken back."));

PROVOST_REQUEST(provost::lms::LiftOverride, "lift_override", "Lets the rule say again whether access is on.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(connection, "Connection to the LMS; needed when several come into question.").at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there; likewise.").at_most(100));

PROVOST_REQUEST(
    provost::lms::ProvisionEnrolment, "provision_enrolment", "Says whether a place is provisioned.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(connection, "Connection to the LMS; absent: all, also those that come later.").at_most(40),
    PROVOST_FIELD(lms_course, "Id of the course or cohort there; absent: all, also those that come later.")
        .at_most(100),
    PROVOST_FIELD(provision, "Whether it is; absent: yes."));

PROVOST_REQUEST(provost::lms::AccessOf, "access_of", "What access a learner has in the LMS, and why.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());
