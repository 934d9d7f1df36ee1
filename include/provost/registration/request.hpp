// Places that learners, their supervisors and their agents ask for, and those who approve them.
#pragma once

#include <provost/registration/registration.hpp>

namespace provost::registration {

/// Asks for a place for oneself or for somebody whom one may act for; how it goes on is the course's registration type.
/// Since 0.1. [IMC-REG-02, IMC-REG-03, IMC-REG-07]
struct RequestPlace {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<Instant> expires_at;
    std::string order_reference;
    std::string reason;
};

/// Answers the open step of a request. Since 0.1. [IMC-REG-03, IMC-REG-05]
struct AnswerRequest {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::optional<bool> approve;
    std::string reason;
};

/// Whether a learner could register in each of some courses at the effective moment, and if not what is missing; writes
/// nothing. Since 0.1. [IMC-PRE-24]
struct Check {
    Head head;
    Ref<people::Learner> learner;
    std::vector<std::string> courses;
};

/// Who of those that are in a course, or want to be, meets its prerequisites at the effective moment; writes nothing.
/// Since 0.1. [IMC-PRE-24]
struct Assess {
    Head head;
    Ref<catalogue::Course> course;
};

/// Registers several learners in a course; each has a result of his own. Since 0.1. [IMC-PART-08]
struct RegisterMany {
    Head head;
    Ref<catalogue::Course> course;
    std::vector<std::string> learners;
};

/// Registers a learner who wished for a course of a template in one of them. Since 0.1. [IMC-PART-10]
struct RegisterPrebooked {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// Notes one's own wish for some later course of a template, or that of somebody whom one may act for. Since 0.1.
/// [IMC-TPL-06]
struct Wish {
    Head head;
    Ref<catalogue::CourseTemplate> course_template;
    Ref<people::Learner> learner;
    std::optional<Instant> preferred_start_at;
    bool withdraw = false;
};

}  // namespace provost::registration

PROVOST_REQUEST(provost::registration::RequestPlace, "request_place", "Asks for a place in a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(expires_at, "When a request that holds a seat ends by itself."),
                PROVOST_FIELD(order_reference, "What the host's order is called.").at_most(100),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::AnswerRequest, "answer_request", "Answers the open step of a request.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner who asked.").required(),
                PROVOST_FIELD(approve, "Whether it is approved; else the request is over.").required(),
                PROVOST_FIELD(reason, "Why.").at_most(1000).personal());

PROVOST_REQUEST(provost::registration::Check, "check", "Whether a learner could register in some courses.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(courses, "External ids of the courses.").required().at_most(1000));

PROVOST_REQUEST(provost::registration::Assess, "assess", "Who in a course meets its prerequisites.",
                PROVOST_FIELD(course, "External id of the course.").required());

PROVOST_REQUEST(provost::registration::RegisterMany, "register_many", "Registers several learners in a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learners, "Logins of the learners.").required().at_most(10'000).personal());

PROVOST_REQUEST(provost::registration::RegisterPrebooked, "register_prebooked",
                "Registers a learner who wished for a course of its template.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required());

PROVOST_REQUEST(provost::registration::Wish, "wish", "Notes a wish for some later course of a template.",
                PROVOST_FIELD(course_template, "External id of the template.").required(),
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(preferred_start_at, "Preferred start."), PROVOST_FIELD(withdraw, "Take the wish back."));
