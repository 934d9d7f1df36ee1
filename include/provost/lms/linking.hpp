// What courses of an LMS give access to the places of a course, and how: settings of links, linking by code, cohorts,
// marks for tests.
#pragma once

#include <provost/lms/access_rule.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/lms_course.hpp>
#include <provost/results/links.hpp>

namespace provost::lms {

/// Says who gives access over a link; all of it is told, and what the link says of results stays. Since 0.1.
/// [WIS-LNK-05, WIS-LNK-08, WIS-ER-02]
struct SetLink {
    Head head;
    std::string connection;
    std::string lms_course;
    Ref<catalogue::Course> course;
    results::AccessMethod access = results::AccessMethod::none;
    Ref<AccessRule> access_rule;
    bool enrols_everybody = false;
    std::string group;
    bool takes_over = false;
    std::vector<std::string> pinned;
};

/// Ends a link: access that came over it goes off, results do not come over it any more, records are kept. Since 0.1.
/// [WIS-LNK-06]
struct Unlink {
    Head head;
    std::string connection;
    std::string lms_course;
    Ref<catalogue::Course> course;
};

/// Links courses of an LMS to the courses whose codes they have. Since 0.1. [WIS-LNK-04]
struct LinkByCode {
    Head head;
    std::string connection;
};

/// Says whether a course is provisioned, and with which cohort: the flag of the course. Since 0.1. [PPR-PRO-02]
struct ProvisionCourse {
    Head head;
    Ref<catalogue::Course> course;
    std::string connection;
    std::string cohort;
    bool provision = true;
};

/// Marks a learner, a course, or a link of a course as being for tests, or takes the mark away. Since 0.1. [WIS-MIG-14]
struct MarkTest {
    Head head;
    Ref<people::Learner> learner;
    Ref<catalogue::Course> course;
    std::string connection;
    std::string lms_course;
    bool is_test = true;
};

}  // namespace provost::lms

PROVOST_REQUEST(provost::lms::SetLink, "set_link", "Says who gives access over a link to a course of an LMS.",
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there.").required().at_most(100),
                PROVOST_FIELD(course, "External id of the course that is linked to it.").required(),
                PROVOST_FIELD(access, "Who says whether places have access there."),
                PROVOST_FIELD(access_rule, "By the automatic method: key of the rule."),
                PROVOST_FIELD(enrols_everybody, "By the automatic method: every place counts, without being added."),
                PROVOST_FIELD(group, "Group or section; may hold {offer}, {location}, {intake}.").at_most(100),
                PROVOST_FIELD(takes_over, "Name and dates of the course follow those in the LMS."),
                PROVOST_FIELD(pinned, "What of them stays as it is: name, starts_at, ends_at.").at_most(3));

PROVOST_REQUEST(provost::lms::Unlink, "unlink", "Ends a link to a course of an LMS.",
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course there.").required().at_most(100),
                PROVOST_FIELD(course, "External id of the course that is linked to it.").required());

PROVOST_REQUEST(provost::lms::LinkByCode, "link_by_code", "Links courses of an LMS by their codes.",
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40));

PROVOST_REQUEST(provost::lms::ProvisionCourse, "provision_course", "Says whether a course is provisioned.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(connection, "Connection to the LMS.").required().at_most(40),
                PROVOST_FIELD(cohort, "Cohort of the course in the LMS; absent: the one it has.").at_most(93),
                PROVOST_FIELD(provision, "Whether it is; absent: yes."));

PROVOST_REQUEST(provost::lms::MarkTest, "mark_test", "Marks what is for tests alone.",
                PROVOST_FIELD(learner, "Login of a learner."), PROVOST_FIELD(course, "External id of a course."),
                PROVOST_FIELD(connection, "With lms_course: the link of the course, not the course.").at_most(40),
                PROVOST_FIELD(lms_course, "Id of the course in the LMS.").at_most(100),
                PROVOST_FIELD(is_test, "Whether it is; absent: yes."));
