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

/// A place and a linked course of an LMS; where the link enrols by itself it is there only when something was said of
/// this one. A new one is disabled. Since 0.1. [WIS-EE-01, PPR-PRO-03]
struct ElearningEnrolment {
    Id<ElearningEnrolment> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Course> course;
    Id<enrolment::Enrolment> enrolment;
    Id<results::LmsLink> link;
    results::AccessMethod method = results::AccessMethod::manual;
    bool enabled = false;
    std::optional<AccessOverride> overridden;
    bool provision = true;
    std::string group;
    std::optional<Instant> added_at;
    std::optional<Instant> changed_at;
};

}  // namespace provost::lms

PROVOST_DESCRIBE(provost::lms::AccessOverride, document, "access_override", "What a person set against the rule.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(enabled, "Whether access is on."),
                 PROVOST_FIELD(author, "Who set it."), PROVOST_FIELD(reason, "Why.").at_most(1000).personal(),
                 PROVOST_FIELD(until, "Until when; absent: until it is taken back."));

PROVOST_DESCRIBE(provost::lms::ElearningEnrolment, record, "elearning_enrolment",
                 "A place and a linked course of an LMS.",
                 PROVOST_INDEXES({"enrolment_link", true, {"enrolment", "link"}},
                                 {"learner_course", false, {"learner", "course"}}, {"link", false, {"link"}},
                                 {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Whose place it is."), PROVOST_FIELD(course, "In which course."),
                 PROVOST_FIELD(enrolment, "The place."), PROVOST_FIELD(link, "The link to the LMS."),
                 PROVOST_FIELD(method, "Who says whether access is on."),
                 PROVOST_FIELD(enabled, "By the manual method: whether it is on."),
                 PROVOST_FIELD(overridden, "What a person set against the rule."),
                 PROVOST_FIELD(provision, "Whether the place is provisioned at all."),
                 PROVOST_FIELD(group, "Group or section of its own."), PROVOST_FIELD(added_at, "When it was added."),
                 PROVOST_FIELD(changed_at, "When it was last changed."));
