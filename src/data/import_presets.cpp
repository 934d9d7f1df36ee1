// Columns of the files that can be imported, and the requests their rows make. The columns of enrolments are those of
// the enrolment import of the specification (IMC-ENI). Files of courses: data/course_presets.cpp.
#include "data/import_presets.hpp"

#include "base/list_text.hpp"
#include "data/course_presets.hpp"

#include <provost/finalise/finalise.hpp>
#include <provost/learning/progress.hpp>
#include <provost/prerequisites/prerequisite.hpp>
#include <provost/registration/registration.hpp>
#include <provost/results/results.hpp>

namespace provost::data {

namespace {

using imports::Cell;
using imports::Cells;
using imports::Column;
using imports::Need;
using imports::Preset;
using imports::Variant;
using imports::Word;

constexpr auto prerequisite_columns = std::to_array<Column>({
    {"External Template ID", "course_template", Need::always},
    {"Prerequisite", "subject", Need::always},
});

constexpr auto learner_columns = std::to_array<Column>({
    {"Login", "login", Need::always},
    {"First name", "first_name"},
    {"Family name", "family_name", Need::always},
    {"Birth date", "birth_date", Need::always},
    {"Email", "email"},
    {"Gender", "gender"},
    {"Postcode", "postcode"},
    {"USI", "usi"},
    {"Phone", "phone"},
    {"Client ID", "client_id", Need::always},
});

constexpr auto program_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"Program code", "program", Need::always},
    {"Program name", "program_name"},
    {"Location", "location"},
    {"Commenced on", "commenced_on"},
});

constexpr auto achievement_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"Unit code", "subject", Need::always},
    {"Outcome", "outcome", Need::always},
    {"Achieved on", "achieved_on", Need::always},
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
    {"External Course ID", "course", Need::always},
    {"Login", "learner", Need::always},
    {"Enrolment date", "effective"},
    {"Enrolment status", "state", Need::never, state_words},
    {"Due date", "due_at", Need::never, {}, Cell::until, 0, "date.due-before-enrolment"_code, "Enrolment date"},
    {"Start date", "start_at"},
    {"End date", "end_at", Need::never, {}, Cell::until, 0, {}, "Start date"},
    {"Identification", "obligation", Need::never, obligation_words},
});

constexpr auto wish_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"Enrolment date", "effective"},
    {"Enrolment status", "status", Need::never, wish_words},
    {"Due date", "due_at", Need::never, {}, Cell::until, 0, "date.due-before-enrolment"_code, "Enrolment date"},
    {"Start date", "preferred_start_at"},
    {"End date", "end_at", Need::never, {}, Cell::until, 0, {}, "Start date"},
    {"External Template ID", "course_template", Need::always},
    {"Identification", "obligation", Need::never, obligation_words},
});

constexpr auto enrolment_variants = std::to_array<Variant>({
    {"COURSE", &type_of<registration::RegisterLearner>(), enrolment_columns},
    {"TEMPLATE", &type_of<registration::Prebook>(), wish_columns},
});

constexpr auto result_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"External Course ID", "course", Need::always},
    {"Grade percent", "grade_percent"},
    {"Completion status", "completion", Need::always},
    {"Submitted at", "effective", Need::always},
});

constexpr auto component_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"External Course ID", "course", Need::always},
    {"Component", "component", Need::always},
    {"Status", "status", Need::always},
    {"Percent", "percent"},
    {"Attempt", "attempt"},
    {"Occurred at", "effective", Need::always},
});

std::string_view missing_grade(const Cells& cells) {
    return cells["Completion status"] != "incomplete" && cells["Grade percent"].empty() ? "Grade percent" : "";
}

constexpr auto ending_words =
    std::to_array<Word>({{"Completed", 0}, {"Withdrawn", 1}, {"Deferred", 2}, {"Cancelled", 3}});

constexpr auto finalise_columns = std::to_array<Column>({
    {"Login", "learner", Need::always},
    {"External Course ID", "course", Need::always},
    {"Status", "ending", Need::always, ending_words},
    {"Effective date", "effective_on", Need::always},
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
constexpr auto component_results = only<learning::ReceiveResult>(component_columns);
constexpr auto endings = only<finalise::FinaliseUnit>(finalise_columns);

constexpr auto import_presets = std::to_array<Preset>({
    {"prerequisites", ',', "", prerequisites},
    {"learners", ',', "", learners},
    {"programs", ',', "", programs},
    {"prior_achievements", ',', "", achievements},
    {"enrolments", ';', "Import type", enrolment_variants},
    {"results", ',', "", grades},
    {"component_results", ',', "", component_results},
    {"finalise", ',', "", endings},
});

}  // namespace

const Preset* find_import_preset(std::string_view name) {
    for (const auto some : {course_presets(), std::span<const Preset>(import_presets)}) {
        const auto found = std::ranges::find(some, name, &Preset::name);
        if (found != some.end()) return &*found;
    }
    return nullptr;
}

std::string import_preset_names() {
    std::string names;
    for (const auto some : {course_presets(), std::span<const Preset>(import_presets)}) {
        for (const Preset& preset : some) add_to_list(names, preset.name);
    }
    return names;
}

}  // namespace provost::data
