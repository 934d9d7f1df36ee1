// The verbs about one place and a course of an LMS: adding it, access by hand and against the rule, the flag of the
// enrolment. And adding many.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/lms/connection.hpp>
#include <provost/lms/elearning.hpp>

namespace provost::lms {

struct ElearningFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    Many<results::LmsLink> links;
    Many<enrolment::Enrolment> places;
    Many<ElearningEnrolment> added;
    Many<Connection> connections;

    /// What was said of a place and a link; null: nothing.
    [[nodiscard]] const ElearningEnrolment* of(const enrolment::Enrolment& place, const results::LmsLink& link) const {
        return added.first(
            [&](const ElearningEnrolment& one) { return one.enrolment == place.id && one.link == link.id; });
    }
    /// The flag of the place, for links of which nothing was said; null: it is on. [PPR-PRO-03]
    [[nodiscard]] const ElearningEnrolment* of(const enrolment::Enrolment& place) const {
        return added.first([&](const ElearningEnrolment& one) { return one.enrolment == place.id && !one.link; });
    }
    /// What was said of other places of the learner in the course and the link: it still counts for his access there.
    [[nodiscard]] std::vector<const ElearningEnrolment*> of_others(const enrolment::Enrolment& place,
                                                                   const results::LmsLink& link) const {
        std::vector<const ElearningEnrolment*> found;
        for (const ElearningEnrolment& one : added) {
            if (one.enrolment != place.id && one.link == link.id) found.push_back(&one);
        }
        return found;
    }
};

template <class Request, class Facts = ElearningFacts>
inline constexpr auto elearning_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(links, "course(course.id)"),
        PROVOST_SLOT(places, "learner_course(learner.id, course.id)", "elearning.no-place"_code),
        PROVOST_SLOT(added, "learner_course(learner.id, course.id)"),
        PROVOST_SLOT(connections, "key(links.connection)"),
    }));
}();

struct AddElearningsFacts {
    Many<catalogue::Course> courses;
    Many<enrolment::Enrolment> places;
    Many<ElearningEnrolment> added;
};

template <class Facts = AddElearningsFacts>
inline constexpr auto add_elearnings_fetch = [] {
    return fetch_plan<AddElearnings>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", {}, when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(places, "course(courses.id)"),
        PROVOST_SLOT(added, "learner_course(places.learner, places.course)"),
    }));
}();

/// Notes that access was switched on by hand, where that counts: it is what no run may see. [WIS-AL-02]
void note_switched_on(ElearningEnrolment& now, bool was_on, const ElearningFacts& facts, const results::LmsLink& link,
                      const Context& context);

/// The place that counts: the latest one that is open, else the latest.
[[nodiscard]] const enrolment::Enrolment& place_of(const Many<enrolment::Enrolment>& places);
/// What stands between a place and a link: as it is, or a new one that says nothing yet and is not added.
[[nodiscard]] ElearningEnrolment said_of(const ElearningFacts& facts, const enrolment::Enrolment& place,
                                         const results::LmsLink& link, Context& context);

void add_elearning(const AddElearning& request, const ElearningFacts& facts, Context& context, Decision& decision);
void add_elearnings(const AddElearnings& request, const AddElearningsFacts& facts, Context& context,
                    Decision& decision);
void set_access(const SetAccess& request, const ElearningFacts& facts, Context& context, Decision& decision);
void override_access(const OverrideAccess& request, const ElearningFacts& facts, Context& context, Decision& decision);
void lift_override(const LiftOverride& request, const ElearningFacts& facts, Context& context, Decision& decision);
void provision_enrolment(const ProvisionEnrolment& request, const ElearningFacts& facts, Context& context,
                         Decision& decision);

}  // namespace provost::lms
