// Columns of the files that can be imported, and the requests their rows make. The columns of courses and enrolments
// are those of the course and enrolment imports of the specification (IMC-CSV, IMC-CSVT, IMC-ENI).
#include "data/import_presets.hpp"

#include <provost/finalise/finalise.hpp>
#include <provost/prerequisites/prerequisite.hpp>
#include <provost/registration/registration.hpp>
#include <provost/results/results.hpp>

namespace provost::data {

namespace {

using imports::Cells;
using imports::Column;
using imports::Preset;
using imports::Variant;
using imports::Word;

constexpr auto planning_words = std::to_array<Word>({{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}});

constexpr auto course_columns = std::to_array<Column>({
    {"External Template ID", "course_template", true},
    {"External Course ID", "external_id", true},
    {"Name", "name"},
    {"Description", "description"},
    {"Start date", "starts_at"},
    {"End date", "ends_at"},
    {"Duration", "duration"},
    {"Planning status", "planning_status", false, planning_words},
    {"Max participants", "max_participants"},
    {"Location", "location"},
    {"Tutors", "tutors"},
    {"Provider", "provider"},
    {"Administrator", "administrator"},
    {"Price", "price"},
    {"Currency", "currency"},
    {"Duration in days", "duration_days"},
    {"Duration in hours", "duration_hours"},
});

constexpr auto template_columns = std::to_array<Column>({
    {"Course type ID", "course_type", true},
    {"External Template ID", "external_id", true},
    {"Name", "name", true},
    {"Description", "description"},
    {"Duration", "duration"},
    {"Planning status", "planning_status", false, planning_words},
    {"Max participants", "max_participants"},
    {"Price", "price"},
    {"Currency", "currency"},
    {"Duration in days", "duration_days"},
    {"Duration in hours", "duration_hours"},
});

constexpr auto catalogue_variants = std::to_array<Variant>({
    {"COURSE", &type_of<catalogue::DefineCourse>(), course_columns},
    {"TEMPLATE", &type_of<catalogue::DefineTemplate>(), template_columns},
});

constexpr auto prerequisite_columns = std::to_array<Column>({
    {"External Template ID", "course_template", true},
    {"Prerequisite", "subject", true},
});

constexpr auto learner_columns = std::to_array<Column>({
    {"Login", "login", true},
    {"First name", "first_name"},
    {"Family name", "family_name", true},
    {"Birth date", "birth_date", true},
    {"Email", "email"},
    {"Gender", "gender"},
    {"Postcode", "postcode"},
    {"USI", "usi"},
    {"Phone", "phone"},
    {"Client ID", "client_id", true},
});

constexpr auto program_columns = std::to_array<Column>({
    {"Login", "learner", true},
    {"Program code", "program", true},
    {"Program name", "program_name"},
    {"Location", "location"},
    {"Commenced on", "commenced_on"},
});

constexpr auto achievement_columns = std::to_array<Column>({
    {"Login", "learner", true},
    {"Unit code", "subject", true},
    {"Outcome", "outcome", true},
    {"Achieved on", "achieved_on", true},
});

// IMC-ENI-05: the whole table of courses.
constexpr auto state_words = std::to_array<Word>({
    {"10", static_cast<std::uint8_t>(enrolment::State::registered)},
    {"20", static_cast<std::uint8_t>(enrolment::State::in_progress)},
    {"30", static_cast<std::uint8_t>(enrolment::State::passed)},
    {"40", static_cast<std::uint8_t>(enrolment::State::failed)},
    {"50", static_cast<std::uint8_t>(enrolment::State::cancelled)},
    {"60", static_cast<std::uint8_t>(enrolment::State::waiting)},
    {"70", static_cast<std::uint8_t>(enrolment::State::requested)},
    {"80", static_cast<std::uint8_t>(enrolment::State::reserved)},
});
constexpr auto wish_words = std::to_array<Word>({{"10"}, {"20"}, {"30"}, {"40"}, {"50"}});
constexpr auto obligation_words = std::to_array<Word>({{"1", 1}, {"2", 2}});

constexpr auto enrolment_columns = std::to_array<Column>({
    {"External Course ID", "course", true},
    {"Login", "learner", true},
    {"Enrolment date", "effective"},
    {"Enrolment status", "state", false, state_words},
    {"Due date", "due_at"},
    {"Start date", "start_at"},
    {"End date", "end_at"},
    {"Identification", "obligation", false, obligation_words},
});

constexpr auto wish_columns = std::to_array<Column>({
    {"Login", "learner", true},
    {"Enrolment date", "effective"},
    {"Enrolment status", "status", false, wish_words},
    {"Due date", "due_at"},
    {"Start date", "preferred_start_at"},
    {"End date", "end_at"},
    {"External Template ID", "course_template", true},
    {"Identification", "obligation", false, obligation_words},
});

constexpr auto enrolment_variants = std::to_array<Variant>({
    {"COURSE", &type_of<registration::RegisterLearner>(), enrolment_columns},
    {"TEMPLATE", &type_of<registration::Prebook>(), wish_columns},
});

constexpr auto result_columns = std::to_array<Column>({
    {"Login", "learner", true},
    {"External Course ID", "course", true},
    {"Grade percent", "grade_percent"},
    {"Completion status", "completion", true},
    {"Submitted at", "effective", true},
});

std::string_view missing_grade(const Cells& cells) {
    return cells["Completion status"] != "incomplete" && cells["Grade percent"].empty() ? "Grade percent" : "";
}

constexpr auto ending_words =
    std::to_array<Word>({{"Completed", 0}, {"Withdrawn", 1}, {"Deferred", 2}, {"Cancelled", 3}});

constexpr auto finalise_columns = std::to_array<Column>({
    {"Login", "learner", true},
    {"External Course ID", "course", true},
    {"Status", "ending", true, ending_words},
    {"Effective date", "effective_on", true},
    {"Resumes on", "resumes_on"},
});

template <class Request, std::size_t N>
constexpr std::array<Variant, 1> only(const std::array<Column, N>& columns,
                                      std::string_view (*missing)(const Cells&) = nullptr) {
    return {Variant{"", &type_of<Request>(), columns, missing}};
}

constexpr auto prerequisites = only<prerequisites::RequireSubject>(prerequisite_columns);
constexpr auto learners = only<people::DefineLearner>(learner_columns);
constexpr auto programs = only<enrolment::EnrolInProgram>(program_columns);
constexpr auto achievements = only<enrolment::RecordAchievement>(achievement_columns);
constexpr auto grades = only<results::ReceiveGrade>(result_columns, &missing_grade);
constexpr auto endings = only<finalise::FinaliseUnit>(finalise_columns);

constexpr auto presets = std::to_array<Preset>({
    {"catalogue", ',', "Import type", catalogue_variants},
    {"prerequisites", ',', "", prerequisites},
    {"learners", ',', "", learners},
    {"programs", ',', "", programs},
    {"prior_achievements", ',', "", achievements},
    {"enrolments", ';', "Import type", enrolment_variants},
    {"results", ',', "", grades},
    {"finalise", ',', "", endings},
});

}  // namespace

std::span<const Preset> import_presets() { return presets; }

const Preset* find_import_preset(std::string_view name) {
    const auto found = std::ranges::find(presets, name, &Preset::name);
    return found == presets.end() ? nullptr : &*found;
}

}  // namespace provost::data
