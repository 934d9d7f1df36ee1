// registration.request_place, registration.answer_request: asking for a place, and who says yes or no.
#pragma once

#include "registration/approval.hpp"
#include "registration/entry.hpp"
#include "registration/place.hpp"

#include <provost/registration/request.hpp>

namespace provost::registration {

struct RequestPlaceFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    EntryFacts entry;
    clearances::ActingFacts acting;
    One<organisation::Provider> provider;
    One<organisation::RegistrationProcess> of_provider;
    Many<people::Group> own_groups;       // that steps of the course name
    Many<people::Group> provider_groups;  // that steps of the provider name
    Many<people::Group> visible_to;
};

template <class Facts = RequestPlaceFacts>
inline constexpr auto request_place_fetch = [] {
    return fetch_plan<RequestPlace>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                     }),
                     PROVOST_PART(entry, entry_rows), PROVOST_PART(acting, clearances::acting_in_course_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(provider, "id(course.provider)"),
                         PROVOST_SLOT(of_provider, "provider(provider.key)"),
                         PROVOST_SLOT(own_groups, "key(course.approval_steps.group)"),
                         PROVOST_SLOT(provider_groups, "key(of_provider.approval_steps.group)"),
                         PROVOST_SLOT(visible_to, "key(course.visible_to)"),
                     })));
}();

void request_place(const RequestPlace& request, const RequestPlaceFacts& facts, Context& context, Decision& decision);

struct AnswerRequestFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    PlaceFacts place;
    EntryFacts entry;
    clearances::ActingFacts acting;
    Many<enrolment::Approval> approvals;
    Many<people::Group> groups;  // that steps name
};

template <class Facts = AnswerRequestFacts>
inline constexpr auto answer_request_fetch = [] {
    return fetch_plan<AnswerRequest>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                     }),
                     PROVOST_PART(place, place_rows), PROVOST_PART(entry, entry_rows),
                     PROVOST_PART(acting, clearances::acting_in_course_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(approvals, "enrolment(enrolments.id)"),
                         PROVOST_SLOT(groups, "key(approvals.steps.group)"),
                     })));
}();

void answer_request(const AnswerRequest& request, const AnswerRequestFacts& facts, Context& context,
                    Decision& decision);

}  // namespace provost::registration
