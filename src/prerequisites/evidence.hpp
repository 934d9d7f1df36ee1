// What prerequisites are judged by: records of whoever wants to enter, for one learner or for several.
#pragma once

#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/people/group.hpp>
#include <provost/people/learner_fact.hpp>

namespace provost::prerequisites {

struct Evidence {
    Many<enrolment::Activity> achievements;
    Many<enrolment::Enrolment> places;           // in courses that are named
    Many<enrolment::Enrolment> template_places;  // in any course of a template that is named
    Many<catalogue::CourseTemplate> templates;
    Many<enrolment::Activity> template_achievements;  // of the subjects that these train now
    Many<catalogue::CourseGroup> course_groups;
    Many<enrolment::Enrolment> group_places;
    Many<catalogue::LearningPath> paths;
    Many<enrolment::Enrolment> path_places;
    Many<people::Group> groups;
    Many<people::LearnerFact> facts;
};

/// Slots for a fetch plan that has slots `prerequisites` and `learner` before them: `PROVOST_PART(evidence,
/// evidence_rows)`.
template <class Facts = Evidence>
inline constexpr auto evidence_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(achievements, "learner_subject(learner.id, prerequisites.subjects)"),
        PROVOST_SLOT(places, "learner_course(learner.id, prerequisites.courses)"),
        PROVOST_SLOT(template_places, "learner_template(learner.id, prerequisites.course_templates)"),
        PROVOST_SLOT(templates, "id(prerequisites.course_templates)", "record.missing"_code),
        PROVOST_SLOT(template_achievements, "learner_subject(learner.id, templates.subject_code)"),
        PROVOST_SLOT(course_groups, "id(prerequisites.course_groups)", "record.missing"_code),
        PROVOST_SLOT(group_places, "learner_course(learner.id, course_groups.courses)"),
        PROVOST_SLOT(paths, "id(prerequisites.paths)", "record.missing"_code),
        PROVOST_SLOT(path_places, "learner_course(learner.id, paths.courses)"),
        PROVOST_SLOT(groups, "id(prerequisites.groups)", "record.missing"_code),
        PROVOST_SLOT(facts, "learner_about(learner.id, prerequisites.facts)"),
    });
}();

}  // namespace provost::prerequisites
