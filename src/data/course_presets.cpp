// Columns of files of courses. `catalogue` has those of the course and template imports of the specification (IMC-CSV,
// IMC-CSVT). The others carry over what corresponds to something here; what such a file does not have is given as a
// default, or in further columns that are named as in `catalogue`.
#include "data/course_presets.hpp"

#include "base/code_table.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::data {

namespace {

using imports::Cell;
using imports::Column;
using imports::Need;
using imports::Preset;
using imports::Variant;
using imports::Word;

constexpr auto planning_words = std::to_array<Word>({{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}});

// What all these files may say, whoever wrote them, and the lengths that are for information. The moments among the
// well-known meta tags hold until then, in the zone of the session like all moments of a file. IMC-CSV-23, IMC-CSV-24
constexpr auto shared_columns = std::to_array<Column>({
    {"Location", "location"},
    {"Tutors", "tutors"},
    {"Provider", "provider"},
    {"Administrator", "administrator"},
    {"Price", "price"},
    {"Currency", "currency"},
    {"metatag_show_until", "show_until", Need::never, {}, Cell::until},
    {"metatag_prerequisites_due", "prerequisites_due", Need::never, {}, Cell::until},
});
constexpr auto lengths = std::to_array<Column>({
    {"Duration in days", "duration_days"},
    {"Duration in hours", "duration_hours"},
});

constexpr auto course_columns =
    detail::join(std::to_array<Column>({
                     {"Internal course template ID", "course_template", Need::never, {}, Cell::internal_id},
                     {"External Template ID", "course_template", Need::never, {}, Cell::external_id},
                     {"External Course ID", "external_id", Need::always, {}, Cell::external_id},
                     {"Name", "name", Need::never, {}, Cell::line, 500},
                     {"Description", "description", Need::never, {}, Cell::text, 16'000},
                     {"Start date", "starts_at"},
                     {"End date", "ends_at", Need::never, {}, Cell::until, 0, {}, "Start date"},
                     {"Duration", "duration"},
                     {"Planning status", "planning_status", Need::never, planning_words},
                     {"Max participants", "max_participants"},
                 }),
                 shared_columns, lengths);

constexpr auto template_columns =
    detail::join(std::to_array<Column>({
                     {"Course type ID", "course_type", Need::of_new},
                     {"External Template ID", "external_id", Need::always, {}, Cell::external_id},
                     {"Name", "name", Need::of_new, {}, Cell::line, 500},
                     {"Description", "description", Need::never, {}, Cell::text, 16'000},
                     {"Duration", "duration"},
                     {"Planning status", "planning_status", Need::never, planning_words},
                     {"Max participants", "max_participants"},
                 }),
                 shared_columns, lengths);

constexpr auto catalogue_variants = std::to_array<Variant>({
    {"COURSE", &type_of<catalogue::DefineCourse>(), course_columns, nullptr, "External Course ID"},
    {"TEMPLATE", &type_of<catalogue::DefineTemplate>(), template_columns, nullptr, "External Template ID"},
});

// Rows of Moodle's course upload that delete, rename, reset or restore a course define none.
constexpr auto no_operation = std::to_array<Word>({{"0"}});
constexpr Code not_supported = "column.not-supported"_code;

constexpr auto moodle_columns =
    detail::join(std::to_array<Column>({
                     {"shortname", "external_id", Need::always},
                     {"fullname", "name", Need::never, {}, Cell::line, 500},
                     {"summary", "description", Need::never, {}, Cell::text, 16'000},
                     {"startdate", "starts_at"},
                     {"enddate", "ends_at", Need::never, {}, Cell::until, 0, {}, "startdate"},
                     {"delete", "", Need::never, no_operation, Cell::plain, 0, not_supported},
                     {"rename", "", Need::never, no_operation, Cell::plain, 0, not_supported},
                     {"reset", "", Need::never, no_operation, Cell::plain, 0, not_supported},
                     {"External Template ID", "course_template"},
                     {"Duration", "duration"},
                     {"Planning status", "planning_status", Need::never, planning_words},
                     {"Max participants", "max_participants"},
                 }),
                 shared_columns);
constexpr auto moodle_unused = std::to_array<std::string_view>(
    {"idnumber", "category", "category_path", "category_idnumber", "visible", "format", "theme", "lang", "newsitems",
     "showgrades", "showreports", "legacyfiles", "maxbytes", "groupmode", "groupmodeforce", "enablecompletion",
     "downloadcontent", "backupfile", "templatecourse"});
constexpr auto moodle_variants = std::to_array<Variant>({
    {"", &type_of<catalogue::DefineCourse>(), moodle_columns, nullptr, "shortname"},
});

// A course that Canvas has deleted is none that does not take place: such a row is refused.
constexpr auto canvas_words = std::to_array<Word>({
    {"active", static_cast<std::uint8_t>(catalogue::PlanningStatus::released)},
    {"published", static_cast<std::uint8_t>(catalogue::PlanningStatus::released)},
    {"completed", static_cast<std::uint8_t>(catalogue::PlanningStatus::closed)},
});

constexpr auto canvas_columns = detail::join(
    std::to_array<Column>({
        {"course_id", "external_id", Need::always},
        {"long_name", "name", Need::never, {}, Cell::line, 500},
        {"status", "planning_status", Need::always, canvas_words, Cell::plain, 0, "course-status.unknown"_code},
        {"start_date", "starts_at"},
        {"end_date", "ends_at", Need::never, {}, Cell::until, 0, {}, "start_date"},
        {"External Template ID", "course_template"},
        {"Description", "description", Need::never, {}, Cell::text, 16'000},
        {"Duration", "duration"},
        {"Max participants", "max_participants"},
    }),
    shared_columns);
constexpr auto canvas_unused = std::to_array<std::string_view>(
    {"short_name", "account_id", "term_id", "integration_id", "course_format", "blueprint_course_id",
     "grade_passback_setting", "homeroom_course", "friendly_name"});
constexpr auto canvas_variants = std::to_array<Variant>({
    {"", &type_of<catalogue::DefineCourse>(), canvas_columns, nullptr, "course_id"},
});

constexpr auto presets = std::to_array<Preset>({
    {"catalogue", ',', "Import type", catalogue_variants, "TEMPLATE"},  // IMC-CSVT-05: templates first
    {"moodle-courses", ',', "", moodle_variants, "", true, moodle_unused},
    {"canvas-courses", ',', "", canvas_variants, "", true, canvas_unused},
});

}  // namespace

std::span<const Preset> course_presets() { return presets; }

}  // namespace provost::data
