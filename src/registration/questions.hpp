// registration.check, registration.assess, registration.may_enter, registration.history: questions, which write
// nothing.
#pragma once

#include "clearances/acting.hpp"
#include "registration/whole_course.hpp"

#include <provost/registration/participants.hpp>
#include <provost/registration/request.hpp>
#include <provost/results/results.hpp>

namespace provost::registration {

/// What a page of a catalogue shows a learner: many courses, one person.
struct CheckFacts {
    One<people::Learner> learner;
    Many<catalogue::Course> course;
    Many<catalogue::TemplateVersion> pinned;
    Many<organisation::Location> location;
    Many<catalogue::Seats> seats;
    Many<catalogue::Prerequisites> prerequisites;
    prerequisites::Evidence evidence;
    Many<people::Group> quota_groups;
    Many<enrolment::Enrolment> enrolments;
    Many<catalogue::CourseSet> sets;
    Many<catalogue::Course> offering;
    Many<enrolment::Enrolment> above;
    Many<enrolment::Enrolment> beside;
    clearances::ActingFacts acting;
};

template <class Facts = CheckFacts>
inline constexpr auto check_fetch = [] {
    return fetch_plan<Check>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                         PROVOST_SLOT(course, "external_id(request.courses)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                     }),
                     entering_rows<Facts>, PROVOST_PART(acting, clearances::acting_rows)));
}();

void check(const Check& request, const CheckFacts& facts, Context& context, Decision& decision);

template <class Facts = WholeCourse>
inline constexpr auto assess_fetch = fetch_plan<Assess>(whole_course_rows<Facts>);

void assess(const Assess& request, const WholeCourse& facts, Context& context, Decision& decision);

struct MayEnterFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    One<organisation::Location> location;
    Many<enrolment::Enrolment> enrolments;
    clearances::ActingFacts acting;
    Many<enrolment::Enrolment> own;  // of whoever asks
};

template <class Facts = MayEnterFacts>
inline constexpr auto may_enter_fetch = [] {
    return fetch_plan<MayEnter>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                         PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
                         PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)"),
                     }),
                     PROVOST_PART(acting, clearances::acting_in_course_rows),
                     std::to_array<FetchRow>({PROVOST_SLOT(own, "learner_course(person.id, course.id)")})));
}();

/// Whether a participant may be in the course to learn at that moment; refuses when not. [IMC-CT-06, IMC-REG-12]
void check_window(const catalogue::Course& course, const enrolment::Enrolment& place, Instant now, const Zone& zone,
                  Decision& decision);

void may_enter(const MayEnter& request, const MayEnterFacts& facts, Context& context, Decision& decision);

struct HistoryFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    Many<enrolment::Enrolment> enrolments;
    Many<enrolment::ParticipantChange> changes;
    Many<results::ResultEvent> events;
};

template <class Facts = HistoryFacts>
inline constexpr auto history_fetch = [] {
    return fetch_plan<History>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(changes, "enrolment(enrolments.id)"),
        PROVOST_SLOT(events, "enrolment(enrolments.id)"),
    }));
}();

void history(const History& request, const HistoryFacts& facts, Context& context, Decision& decision);

}  // namespace provost::registration
