// Why an activity is reported as it is: names of codes and fields, and the reason tree.
#include "base/code_table.hpp"
#include "reporting/project.hpp"

namespace provost::reporting {

namespace {

constexpr auto fields = std::to_array<FieldOrigin>({
    {"training_organisation_identifier", "provider of the course, else the first one"},
    {"delivery_location_identifier", "location of the course, else of the program enrolment, else the first one"},
    {"client_identifier", "learner"},
    {"subject_identifier", "activity"},
    {"program_identifier", "program enrolment"},
    {"activity_start_date", "activity"},
    {"activity_end_date", "activity"},
    {"delivery_mode_identifier", "reporting defaults; NNN with 51, 52 and 60"},
    {"outcome_identifier_national", "activity; 70 or 85 while it is open"},
    {"funding_source_national", "training details, else reporting defaults"},
    {"commencing_program_identifier", "first day in the program, or in the one it took over"},
    {"training_contract_identifier", "training details"},
    {"client_identifier_apprenticeships", "training details"},
    {"study_reason_identifier", "training details"},
    {"vet_in_schools_flag", "training details"},
    {"specific_funding_identifier", "training details"},
    {"school_type_identifier", "training details"},
    {"outcome_identifier_training_organisation", "status of the program enrolment and outcome, by rules of the target"},
    {"funding_source_state", "training details"},
    {"client_tuition_fee", "training details"},
    {"fee_exemption_type_identifier", "training details"},
    {"purchasing_contract_identifier", "commitment of the program enrolment that is in force"},
    {"purchasing_contract_schedule_identifier", "training details"},
    {"hours_attended", "activity, with 40 and 41"},
    {"associated_course_identifier", "program that the program enrolment took over"},
    {"scheduled_hours", "activity; 0 with 60"},
    {"predominant_delivery_mode", "reporting defaults; N with 51, 52 and 60"},
});

// What single states append behind them.
constexpr auto own_fields = std::to_array<FieldOrigin>({
    {"program_commencement_date", "program enrolment"},
    {"enrolment_date", "enrolment"},
    {"enrolment_identifier", "id of the activity"},
    {"program_enrolment_identifier", "id of the program enrolment"},
});

// Both values of what differs from what was said before.
std::vector<Parameter> said_before(Code code, const enrolment::ReportedActivity& said) {
    const auto day = [](std::optional<Day> value) { return value ? to_text(*value) : std::string("none"); };
    const auto before =
        code == "report.start-changed"_code ? day(said.start_on) : said.outcome + ' ' + day(said.end_on);
    return {{"submission", said.submission}, {"before", before}};
}

std::vector<Parameter> parameters_of(Code code, const ActivitySource& source, const Collection& collection) {
    if (code == "report.vanishes"_code) return said_before(code, *source.reported.this_year);
    const bool of_history = code == "report.start-changed"_code || code == "report.amended"_code;
    if (of_history) return said_before(code, *source.reported.latest);
    if (code == "report.too-many-programs"_code) return {{"limit", std::to_string(collection.target->most_programs)}};
    return {{"release", std::string(collection.release->name)}};
}

void add_evidence(const Projection& projection, const ActivitySource& source, Reason& reason) {
    const bool by_end = projection.omission == Omission::outside_period;
    const auto& activity = source.activity;
    reason.evidence.push_back(
        {"activity", activity.id.value, activity.outcome, by_end ? activity.end_on : activity.start_on});
    if (const auto* place = source.enrolment) {
        reason.evidence.push_back({"enrolment", place->id.value, std::string(word(place->state)), place->ended_on});
    }
    if (const auto* program = source.program_enrolment) {
        reason.evidence.push_back({"program_enrolment", program->id.value, program->status, program->status_on});
    }
    if (const auto* said = source.reported.latest) {
        reason.evidence.push_back({"reported_activity", said->id.value, said->outcome, said->end_on});
    }
}

}  // namespace

std::string_view code_name(Omission omission) {
    switch (omission) {
        case Omission::none: break;
        case Omission::test_record: return "report.test-record";
        case Omission::left_out: return "report.left-out";
        case Omission::other_target: return "report.other-target";
        case Omission::not_commenced: return "report.not-commenced";
        case Omission::withdrawn_before_start: return "report.withdrawn-before-start";
        case Omission::deferral_not_ahead: return "report.deferral-not-ahead";
        case Omission::not_in_release: return "report.not-in-release";
        case Omission::transitioned: return "report.transitioned";
        case Omission::outside_period: return "report.outside-period";
        case Omission::dates_missing: return "report.dates-missing";
        case Omission::no_place: return "report.no-place";
        case Omission::no_course: return "report.no-course";
    }
    return {};
}

std::span<const FieldOrigin, 27> activity_fields() { return fields; }

std::span<const FieldOrigin, 4> own_activity_fields() { return own_fields; }

std::array<FieldValue, 4> ActivityRecord::own_values() const {
    const auto day = [](std::optional<Day> value) { return value ? FieldValue(*value) : FieldValue(); };
    return {day(program_commenced_on), day(enrolled_on), std::string_view(activity),
            std::string_view(program_enrolment)};
}

std::array<FieldValue, 27> ActivityRecord::values() const {
    const auto day = [](std::optional<Day> value) { return value ? FieldValue(*value) : FieldValue(); };
    const auto number = [](std::optional<std::int64_t> value) { return value ? FieldValue(*value) : FieldValue(); };
    return {organisation,
            location,
            client,
            subject,
            program,
            day(start_on),
            day(end_on),
            delivery_mode,
            outcome,
            funding_source,
            commencing_program,
            training_contract,
            apprenticeship_client,
            study_reason,
            vet_in_schools,
            specific_funding,
            school_type,
            state_outcome,
            state_funding,
            number(tuition_fee),
            fee_exemption,
            purchasing_contract,
            contract_schedule,
            number(hours_attended),
            associated_course,
            number(scheduled_hours),
            predominant_mode};
}

Reason explain(const Projection& projection, const ActivitySource& source, const Collection& collection) {
    const bool made = projection.omission == Omission::none;
    Reason reason;
    reason.code = made ? "report.row"_code : find_code(code_name(projection.omission));
    reason.mark = !made ? Mark::not_met : projection.findings.empty() ? Mark::met : Mark::partly_met;
    reason.parameters = {{"submitted_on", to_text(collection.submitted_on)},
                         {"first", to_text(collection.first())},
                         {"last", to_text(collection.last())},
                         {"target", std::string(collection.target->name)},
                         {"release", std::string(collection.release->name)}};
    if (made) reason.parameters.push_back({"outcome", std::string(projection.row.outcome)});
    add_evidence(projection, source, reason);
    for (const RowFinding& finding : projection.findings) {
        reason.parts.push_back({finding.code, Mark::not_met, parameters_of(finding.code, source, collection), {}, {}});
    }
    return reason;
}

}  // namespace provost::reporting
