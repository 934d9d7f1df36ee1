// Positions of tutors: which functions of a course each opens, and what the organisation says of tutors as a whole.
#pragma once

#include <provost/staffing/tutor.hpp>

namespace provost::staffing {

/// What a tutor may do in a course. Since 0.1. [IMC-TUT-03, IMC-TUT-04]
enum class TutorFunction : std::uint8_t {
    social_media,
    members,
    syllabus,
    communication,
    library,
    preview,
    edit_content,
    news,
    progress,
    grading,
    corrections,
    releases,
    reports,
    on_the_job,
    audit_log,
};

/// Functions as bits.
using FunctionSet = std::uint32_t;
/// The set of these functions. Since 0.1.
template <class... Functions>
[[nodiscard]] constexpr FunctionSet functions(Functions... all) {
    return (FunctionSet{0} | ... | (FunctionSet{1} << static_cast<unsigned>(all)));
}
/// All of them.
inline constexpr FunctionSet all_functions = functions(TutorFunction::audit_log) * 2 - 1;

/// The positions that are there without being defined. Since 0.1. [IMC-TUT-03]
enum class PositionPreset : std::uint8_t { lecturers, managers };

/// A position: whoever is assigned in it has its functions. A record stands over the position of the same key that the
/// preset has. Since 0.1. [IMC-TUT-02, IMC-TUT-04]
struct TutorPosition {
    Id<TutorPosition> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::vector<std::string> functions;
    bool removed = false;
};

/// What holds for all tutors; one record, key "default". Without it every group is a group of tutors, and the position
/// of whoever is assigned without one is `tutor`. Since 0.1. [IMC-TUT-01, IMC-TUT-11]
struct StaffingSettings {
    Id<StaffingSettings> id;
    std::int64_t version = 0;
    std::string key;
    std::vector<std::string> tutor_groups;
    std::string default_position;
    PositionPreset preset = PositionPreset::lecturers;
};

}  // namespace provost::staffing

template <>
struct provost::Choices<provost::staffing::TutorFunction> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "social_media", "Take part in the social media of the course."},
        {1, "members", "See who takes part."},
        {2, "syllabus", "See all components."},
        {3, "communication", "Send notices of components."},
        {4, "library", "Use the library, with what is for tutors only."},
        {5, "preview", "Go through the course as a participant would."},
        {6, "edit_content", "Change components, their rules and what stands beside them."},
        {7, "news", "Edit the news of the course."},
        {8, "progress", "See how far each participant is."},
        {9, "grading", "Give grades and confirmations, conclude participants."},
        {10, "corrections", "Correct results."},
        {11, "releases", "Hold results and components back, and release them."},
        {12, "reports", "Read the reports on the course."},
        {13, "on_the_job", "Look after training on the job."},
        {14, "audit_log", "Read what happened to participants."},
    });
};

template <>
struct provost::Choices<provost::staffing::PositionPreset> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "lecturers", "guest_lecturer, expert, tutor, course_instructor."},
        {1, "managers", "guest_instructor, expert, trainer, tutor, course_manager."},
    });
};

PROVOST_DESCRIBE(provost::staffing::TutorPosition, record, "tutor_position", "What is open to whoever is assigned so.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What assignments call it.").required().key(100),
                 PROVOST_FIELD(name, "Name.").at_most(100).line(),
                 PROVOST_FIELD(functions, "Words of the functions that it opens.").at_most(50),
                 PROVOST_FIELD(removed, "Nobody has it any more: whoever was assigned so has no function."));

PROVOST_DESCRIBE(provost::staffing::StaffingSettings, record, "staffing_settings", "What holds for all tutors.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "Always \"default\".").required().at_most(40),
                 PROVOST_FIELD(tutor_groups, "Groups whose members are tutors; none: every group.").at_most(200),
                 PROVOST_FIELD(default_position,
                               "Key of the position of whoever is assigned without one; absent: none.")
                     .at_most(100),
                 PROVOST_FIELD(preset, "Which positions are there without being defined."));
