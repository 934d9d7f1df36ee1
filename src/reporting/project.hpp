// The projection of one training activity into a record of NAT00120: row or no row, every field, and why. Pure: what is
// reported follows from the records and the collection alone. FIN-REP-01
#pragma once

#include "enrolment/target.hpp"
#include "reporting/day_rules.hpp"
#include "reporting/fixed_width.hpp"

#include <provost/condition/reason.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/prerequisites/lint.hpp>
#include <provost/reporting/reporting.hpp>

#include <array>

namespace provost::reporting {

using prerequisites::Severity;

/// What is reported to whom: the calendar year whose training is collected, and the day of the submission.
struct Collection {
    std::int64_t year = 0;
    Day submitted_on{};
    const enrolment::Target* target = &enrolment::targets().front();
    const enrolment::Release* release = &enrolment::releases().front();
    bool tnc_all_rows = false;  ///< "training not completed" on all rows of who left, as one vendor has it

    [[nodiscard]] Day first() const { return first_day_of(year); }
    [[nodiscard]] Day last() const { return last_day_of(year); }
    [[nodiscard]] Period period() const { return {first(), last(), submitted_on, is_national()}; }
    /// The day on which open activities are judged: a submission in the next year tells of this year only.
    [[nodiscard]] Day seen_on() const { return period().end(); }
    /// How its files tell of a stored outcome. [FIN-WDR-08]
    [[nodiscard]] std::string_view told(std::string_view outcome) const;
    /// Whether its files may hold a code.
    [[nodiscard]] bool has(std::string_view outcome) const;
    /// Whether so many program identifiers of one chain of transitions are more than the target takes. [FIN-TRN-03]
    [[nodiscard]] bool is_too_many(std::size_t programs) const {
        return target->most_programs > 0 && programs > static_cast<std::size_t>(target->most_programs);
    }
    [[nodiscard]] bool is_national() const { return target->name == enrolment::national_target; }
};

/// What was said before to the same target.
struct Reported {
    const enrolment::ReportedActivity* latest = nullptr;     ///< of any year
    const enrolment::ReportedActivity* this_year = nullptr;  ///< the latest of the same collection year
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
    bool is_test = false;     ///< learner or course is for tests
    const enrolment::ProgramEnrolment* program_enrolment = nullptr;
    std::string_view program;                             ///< code of its program
    std::optional<Day> commenced_on{};                    ///< first day in the program, or in one it took over
    std::string_view former_program{};                    ///< code of the program that it took over
    const enrolment::TrainingDetails* details = nullptr;  ///< of the program enrolment
    Reported reported{};
    const organisation::ReportingDefaults& defaults;
};

/// Why an activity makes no row.
enum class Omission : std::uint8_t {
    none,
    test_record,             ///< the learner is a test
    left_out,                ///< marked as not for reporting
    other_target,            ///< a state collects what names it, and nothing else
    not_commenced,           ///< open, and not begun on the day of the submission
    withdrawn_before_start,  ///< 00: the learner left before anything began
    deferral_not_ahead,      ///< 00 whose start is not between the submission and the year's end; 85 after the year
    not_in_release,          ///< 00, and the release has no code for it
    transitioned,            ///< not finished when the program was superseded in the same year
    outside_period,          ///< ended in another year
    dates_missing,           ///< a start or an end is not known
    no_place,                ///< no outcome, and the learner only asked for a place or lost it
    no_course,               ///< an outcome of training that was not done here: a result of before or elsewhere
};

/// Name of the code in reports, for example "report.not-commenced"; empty for none.
[[nodiscard]] std::string_view code_name(Omission omission);

/// Names of the fields of an activity's record in the order of `ActivityRecord::values`, and where each comes from.
struct FieldOrigin {
    std::string_view field;
    std::string_view origin;
};
[[nodiscard]] std::span<const FieldOrigin, 27> activity_fields();
/// The same of what single states append, in the order of `ActivityRecord::own_values`.
[[nodiscard]] std::span<const FieldOrigin, 4> own_activity_fields();

/// A record of NAT00120.
struct ActivityRecord {
    const organisation::Location* delivered_at = nullptr;
    std::string_view organisation, location, client, subject, program;
    std::optional<Day> start_on, end_on;
    std::string_view delivery_mode, outcome, funding_source, commencing_program;
    std::string_view training_contract, apprenticeship_client;
    std::string_view study_reason = "@@";  // not asked
    std::string_view vet_in_schools = "N";
    std::string_view specific_funding, school_type;
    std::string_view state_outcome, state_funding;
    std::optional<std::int64_t> tuition_fee;
    std::string_view fee_exemption, purchasing_contract, contract_schedule;
    std::optional<std::int64_t> hours_attended;
    std::string_view associated_course;
    std::optional<std::int64_t> scheduled_hours;
    std::string_view predominant_mode;
    std::optional<Day> program_commenced_on, enrolled_on;  // what single states append
    std::string activity, program_enrolment;               // ids in the store

    /// In the order of `activity_fields`, those of the states included.
    [[nodiscard]] std::array<FieldValue, 27> values() const;
    /// In the order of `own_activity_fields`.
    [[nodiscard]] std::array<FieldValue, 4> own_values() const;
};

/// A rule that a row breaks: its number in the national validation software (0: none is known), and the code that
/// explains it.
struct RowFinding {
    std::int64_t avs = 0;
    Code code;
    Severity severity = Severity::error;
    friend bool operator==(const RowFinding&, const RowFinding&) = default;
};

struct Projection {
    Omission omission = Omission::none;
    ActivityRecord row;  ///< when nothing was omitted
    std::vector<RowFinding> findings;
};

[[nodiscard]] Projection project(const ActivitySource& source, const Collection& collection);

/// What is wrong with a row, or with the lack of one. [FIN-REP-03, FIN-REP-04]
[[nodiscard]] std::vector<RowFinding> find_in(const Projection& projection, const ActivitySource& source,
                                              const Collection& collection);

/// The reason tree of a projection, for those who ask: the code, the days it was judged by, the records it rests on,
/// and a part for each finding.
[[nodiscard]] Reason explain(const Projection& projection, const ActivitySource& source, const Collection& collection);

}  // namespace provost::reporting
