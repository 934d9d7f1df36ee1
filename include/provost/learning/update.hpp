// Components follow newer versions of what they show.
#pragma once

#include <provost/learning/progress.hpp>

namespace provost::learning {

/// From where an update is asked, which says what it looks at. Since 0.1. [IMC-UPD-11]
enum class UpdateScope : std::uint8_t { courses, tests, questions };

/// Brings components of courses to the newest versions of their media. Since 0.1. [IMC-UPD-01, IMC-UPD-11, IMC-UPD-15]
struct UpdateComponents {
    Head head;
    std::vector<std::string> courses;
    UpdateScope scope = UpdateScope::courses;
    std::vector<std::string> media;
    bool automatic = false;
    bool ignore_future_revision = false;
};

}  // namespace provost::learning

template <>
struct provost::Choices<provost::learning::UpdateScope> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "courses", "All components."},
        {1, "tests", "Tests and feedback forms."},
        {2, "questions", "Tests of which questions have newer versions."},
    });
};

PROVOST_REQUEST(
    provost::learning::UpdateComponents, "update_components",
    "Brings components of courses to the newest versions of their media.",
    PROVOST_FIELD(courses, "External ids of the courses.").required().at_most(1000),
    PROVOST_FIELD(scope, "What is looked at; absent: all components."),
    PROVOST_FIELD(media, "Keys of the tests, or of the questions, that are meant; absent: all.").at_most(1000),
    PROVOST_FIELD(automatic, "Whether a scheduled job asks, which heeds the revision date of each course."),
    PROVOST_FIELD(ignore_future_revision, "The job takes courses whose revision date is ahead as well."));
