// notices.send, notices.send_again: somebody sends a notice of a course, or a message that was made before.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/notices/definition.hpp>
#include <provost/people/supervision.hpp>

namespace provost::notices {

struct SendNoticeFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    One<NoticeDefinition> definition;
    Many<enrolment::Enrolment> places;  // of the course
    One<SentByHand> sent;
};

template <class Facts = SendNoticeFacts>
inline constexpr auto send_notice_fetch = [] {
    return fetch_plan<SendNotice>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(definition, "key(request.notice)"),
        PROVOST_SLOT(places, "course(course.id)"),
        PROVOST_SLOT(sent, "notice(course.id, request.notice)"),
    }));
}();

void send_notice(const SendNotice& request, const SendNoticeFacts& facts, Context& context, Decision& decision);

struct SendAgainFacts {
    One<Intent> message;
    One<enrolment::Enrolment> place;
    One<catalogue::Course> course;      // of the place
    One<catalogue::Course> own_course;  // that the message names
};

template <class Facts = SendAgainFacts>
inline constexpr auto send_again_fetch = [] {
    return fetch_plan<SendAgain>(std::to_array<FetchRow>({
        PROVOST_SLOT(message, "id(request.message)", "message.unknown"_code),
        PROVOST_SLOT(place, "id(message.enrolment)"),
        PROVOST_SLOT(course, "id(place.course)"),
        PROVOST_SLOT(own_course, "id(message.course)"),
    }));
}();

void send_again(const SendAgain& request, const SendAgainFacts& facts, Context& context, Decision& decision);

}  // namespace provost::notices
