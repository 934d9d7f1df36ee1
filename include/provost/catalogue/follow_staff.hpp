// What follows in a course when its tutors, or the people among its resources, are others than before. Asked by rules.
#pragma once

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// Brings the resources of a course in line with its tutors: who was added brings the resource that he is, who was
/// removed takes it with him as far as nothing needed is lost. Since 0.1. [IMC-TUT-10, IMC-TUT-12, IMC-TUT-13]
struct FollowTutors {
    Head head;
    Ref<Course> course;
    std::vector<std::int64_t> added;
    std::vector<std::int64_t> removed;
    std::vector<std::int64_t> changed;
    bool by_template = false;
};

/// Brings the tutors of a course in line with the people among its resources, likewise. Since 0.1.
/// [IMC-TUT-11, IMC-TUT-12, IMC-TUT-13]
struct FollowResources {
    Head head;
    Ref<Course> course;
    std::vector<std::int64_t> added;
    std::vector<std::int64_t> removed;
    std::vector<std::int64_t> changed;
    bool tutors_stay = false;
};

}  // namespace provost::catalogue

PROVOST_REQUEST(provost::catalogue::FollowTutors, "follow_tutors",
                "Brings the resources of a course in line with its tutors.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(added, "Ids of the tutors who are new.").at_most(100),
                PROVOST_FIELD(removed, "Ids of the tutors who are no longer there.").at_most(100),
                PROVOST_FIELD(changed, "Ids of the tutors who are shown otherwise.").at_most(100),
                PROVOST_FIELD(by_template,
                              "They are those of another template: once begun, a course keeps its resources."));

PROVOST_REQUEST(provost::catalogue::FollowResources, "follow_resources",
                "Brings the tutors of a course in line with its resources.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(added, "Ids of the resources that are new.").at_most(1000),
                PROVOST_FIELD(removed, "Ids of the resources that are no longer there.").at_most(1000),
                PROVOST_FIELD(changed, "Ids of the resources that are shown otherwise.").at_most(1000),
                PROVOST_FIELD(tutors_stay, "The tutors were told with them: nobody comes with a resource."));
