// Course supervision: who takes part, training on the job, corrections, and what is held back.
#pragma once

#include "learning/student.hpp"
#include "registration/change.hpp"
#include "results/by_hand.hpp"

#include <provost/tutoring/tutoring.hpp>

namespace provost::tutoring {

struct ParticipantsFacts {
    One<catalogue::Course> course;
    Many<enrolment::Enrolment> places;
    Many<enrolment::Activity> activities;
    Many<results::ResultEvent> events;
    Many<enrolment::HeldBack> releases;
};

template <class Facts = ParticipantsFacts>
inline constexpr auto participants_fetch = [] {
    return fetch_plan<Participants>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(places, "course(course.id)"),
        PROVOST_SLOT(activities, "enrolment(places.id)"),
        PROVOST_SLOT(events, "enrolment(places.id)"),
        PROVOST_SLOT(releases, "course(course.id)"),
    }));
}();

void participants(const Participants& request, const ParticipantsFacts& facts, Context& context, Decision& decision);

struct OnTheJobFacts {
    One<catalogue::Course> course;
    One<catalogue::Syllabus> syllabus;
    Many<enrolment::Enrolment> places;
    Many<learning::Progress> progress;
};

template <class Facts = OnTheJobFacts>
inline constexpr auto on_the_job_fetch = [] {
    return fetch_plan<OnTheJobSessions>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(places, "course(course.id)"),
        PROVOST_SLOT(progress, "enrolment(places.id)"),
    }));
}();

void on_the_job_sessions(const OnTheJobSessions& request, const OnTheJobFacts& facts, Context& context,
                         Decision& decision);

struct CorrectResultFacts {
    registration::ChangeFacts change;
    results::PlaceFacts place;
};

template <class Facts = CorrectResultFacts>
inline constexpr auto correct_result_fetch = [] {
    return fetch_plan<CorrectResult>(
        detail::join(PROVOST_PART(change, registration::change_rows), PROVOST_PART(place, results::place_rows)));
}();

void correct_result(const CorrectResult& request, const CorrectResultFacts& facts, Context& context,
                    Decision& decision);

struct ReleaseFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    Many<enrolment::Enrolment> places;  // of the learner
    One<catalogue::Syllabus> syllabus;
    Many<enrolment::HeldBack> releases;
};

template <class Request, class Facts = ReleaseFacts>
inline constexpr auto release_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(places, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(releases, "course(course.id)"),
    }));
}();

void hold_back(const HoldBack& request, const ReleaseFacts& facts, Context& context, Decision& decision);
void release(const ReleaseHeld& request, const ReleaseFacts& facts, Context& context, Decision& decision);

}  // namespace provost::tutoring
