// An activity with everything around it, for the tests of the projection: they change what they are about.
#pragma once

#include "base/code_table.hpp"
#include "reporting/project.hpp"

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::reporting;
using provost::enrolment::State;

namespace {

Day project_day(std::string_view text) { return *parse_day(text); }

// A unit of a program, taken in a course, with everything around it. Tests change what they are about.
struct ProjectSample {
    Collection collection{2026, project_day("2026-06-30")};
    enrolment::Activity activity;
    enrolment::Enrolment place;
    enrolment::ProgramEnrolment program_enrolment;
    organisation::Provider provider;
    organisation::Location campus, program_campus, main_campus;
    organisation::ReportingDefaults defaults;
    bool in_course = true;
    bool in_program = true;
    bool has_dates = true;
    bool is_test = false;
    std::string former_program;
    enrolment::TrainingDetails details;
    std::optional<enrolment::ReportedActivity> said;
    bool said_this_year = true;

    ProjectSample() {
        activity.id = {77};
        activity.subject = "BSBXCM301";
        place.state = State::in_progress;
        program_enrolment.commenced_on = project_day("2026-02-02");
        provider.identifier = "99999";
        campus.identifier = "MEL01";
        program_campus.identifier = "SYD01";
        main_campus.identifier = "BNE01";
        defaults.funding_source = "20";
        defaults.with_dates = {"YNN", "I"};
        defaults.duration_of_use = {"NYN", "E"};
        defaults.without_delivery = {"NNN", "N"};
    }

    ProjectSample& dates(std::string_view start, std::string_view end) {
        activity.start_on = parse_day(start);
        activity.end_on = parse_day(end);
        return *this;
    }
    ProjectSample& outcome(std::string_view code, State state) {
        activity.outcome = code;
        place.state = state;
        return *this;
    }
    ProjectSample& without_course(std::string_view code) {
        in_course = false;
        activity.outcome = code;
        return *this;
    }

    ProjectSample& target(std::string_view name) {
        collection.target = enrolment::find_target(name);
        program_enrolment.target = name;
        return *this;
    }
    ProjectSample& release(std::string_view name) {
        collection.release = enrolment::find_release(name);
        return *this;
    }
    ProjectSample& status(std::string_view text, std::string_view since = "2026-05-01") {
        program_enrolment.status = text;
        program_enrolment.status_on = parse_day(since);
        return *this;
    }
    // What a submission of this year said.
    ProjectSample& reported(std::string_view start, std::string_view end, std::string_view code) {
        said = enrolment::ReportedActivity{
            {9}, 1, {77}, {}, "Q1", "BSB30120", parse_day(start), parse_day(end), std::string(code)};
        return *this;
    }

    [[nodiscard]] ActivitySource source() const {
        return {.activity = activity,
                .enrolment = in_course ? &place : nullptr,
                .course_has_dates = has_dates,
                .provider = &provider,
                .course_location = in_course ? &campus : nullptr,
                .program_location = in_program ? &program_campus : nullptr,
                .main_location = &main_campus,
                .client = "S0001",
                .is_test = is_test,
                .program_enrolment = in_program ? &program_enrolment : nullptr,
                .program = in_program ? "BSB30120" : "",
                .commenced_on = in_program ? program_enrolment.commenced_on : std::nullopt,
                .former_program = former_program,
                .details = &details,
                .reported = {said ? &*said : nullptr, said && said_this_year ? &*said : nullptr},
                .defaults = defaults};
    }
    [[nodiscard]] Projection projected() const { return project(source(), collection); }
    // "20", "70 3252", "20 report.end-in-future!" (! an error, ? a warning) or "report.not-commenced".
    [[nodiscard]] std::string told() const {
        const auto projection = projected();
        const bool made = projection.omission == Omission::none;
        std::string text(made ? projection.row.outcome : code_name(projection.omission));
        for (const auto& finding : projection.findings) {
            text += ' ';
            text += finding.avs != 0 ? std::to_string(finding.avs)
                                     : std::string(finding.code.name()) +
                                           (finding.severity == prerequisites::Severity::error ? "!" : "?");
        }
        return text;
    }
};

}  // namespace
