// The projection of one training activity into a record of NAT00120: row or no row, every field, and why. Pure: what is
// reported follows from the records and the collection alone. Target: release 8.0, national.
#pragma once

#include "reporting/fixed_width.hpp"

#include <provost/condition/reason.hpp>
#include <provost/enrolment/enrolment.hpp>

#include <array>

namespace provost::reporting {

/// What is reported: the calendar year whose training is collected, and the day of the submission.
struct Collection {
    std::int64_t year = 0;
    Day submitted_on{};

    [[nodiscard]] Day first() const;
    [[nodiscard]] Day last() const;
    /// The day on which open activities are judged: a submission in the next year tells of this year only.
    [[nodiscard]] Day seen_on() const { return std::min(submitted_on, last()); }
};

/// What a projection reads. The records must outlive the row, which holds views into them.
struct ActivitySource {
    const enrolment::Activity& activity;
    const enrolment::Enrolment* enrolment = nullptr;  ///< null: without a course (recognition, credit, prior results)
    bool course_has_dates = false;
    const organisation::Provider* provider = nullptr;
    const organisation::Location* course_location = nullptr;
    const organisation::Location* program_location = nullptr;
    const organisation::Location* main_location = nullptr;
    std::string_view client;  ///< client identifier of the learner
    const enrolment::ProgramEnrolment* program_enrolment = nullptr;
    std::string_view program;  ///< code of its program
    const organisation::ReportingDefaults& defaults;
};

/// Why an activity makes no row.
enum class Omission : std::uint8_t {
    none,
    not_commenced,           ///< open, and not begun on the day of the submission
    withdrawn_before_start,  ///< 00: the learner left before anything began
    deferral_not_ahead,      ///< 00 of a deferral whose return is not between the submission and the year's end
    outside_period,          ///< ended in another year
    dates_missing,           ///< a start or an end is not known
    no_place,                ///< no outcome, and the learner only asked for a place or lost it
    no_course,               ///< an outcome of training that was not done here: a result of before or elsewhere
};

/// Name of the code in reports, for example "report.not-commenced"; empty for none.
[[nodiscard]] std::string_view code_name(Omission omission);

/// A record of NAT00120. Members that are not here are blank: nothing in the store fills them.
struct ActivityRecord {
    const organisation::Location* delivered_at = nullptr;
    std::string_view organisation, location, client, subject, program;
    std::optional<Day> start_on, end_on;
    std::string_view delivery_mode, outcome, funding_source, commencing_program;
    std::string_view study_reason = "@@";  // not asked
    std::string_view vet_in_schools = "N";
    std::optional<std::int64_t> scheduled_hours;
    std::string_view predominant_mode;

    /// In the order of the layout's fields, those of the states included.
    [[nodiscard]] std::array<FieldValue, 27> values() const;
};

/// A rule that a row breaks: its number in the national validation software, and the code that explains it.
struct RuleFinding {
    std::int64_t avs = 0;
    Code code;
    friend bool operator==(const RuleFinding&, const RuleFinding&) = default;
};

struct Projection {
    Omission omission = Omission::none;
    ActivityRecord row;  ///< when nothing was omitted
    std::optional<RuleFinding> finding;
};

[[nodiscard]] Projection project(const ActivitySource& source, const Collection& collection);

/// The reason tree of an omission, for those who ask: the code, the days it was judged by, and the activity.
[[nodiscard]] Reason explain(Omission omission, const ActivitySource& source, const Collection& collection);

}  // namespace provost::reporting
