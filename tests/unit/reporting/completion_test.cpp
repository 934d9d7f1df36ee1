// Which completed programs make a record of NAT00130, and in which year.
#include "reporting/completion.hpp"
#include "base/code_table.hpp"

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::reporting;

namespace {

struct CompletionSample {
    Collection collection{2026, *parse_day("2026-06-30")};
    enrolment::ProgramEnrolment enrolment;
    std::string reported_in;
    bool year_was_sent = false;
    bool is_test = false;

    // "row", or why there is none.
    [[nodiscard]] std::string told(std::string_view completed) {
        enrolment.completed_on = parse_day(completed);
        const auto made = project({.enrolment = enrolment,
                                   .program = "BSB30120",
                                   .client = "S0001",
                                   .is_test = is_test,
                                   .reported_in = reported_in,
                                   .year_was_sent = year_was_sent},
                                  collection);
        return made.omission ? std::string(made.omission.name()) : "row";
    }
};

}  // namespace

TEST_CASE("FIN-REP-07 a completion is reported in its year, up to the submission") {
    CompletionSample sample;
    CHECK(sample.told("2026-01-01") == "row");
    CHECK(sample.told("2026-06-30") == "row");
    CHECK(sample.told("2026-07-01") == "report.completed-later");
    sample.collection.submitted_on = *parse_day("2027-02-20");
    CHECK(sample.told("2026-12-31") == "row");
    CHECK(sample.told("2027-01-01") == "report.completed-later");
}

TEST_CASE("FIN-REP-07 one of an earlier year is late or was reported, never both, and at most ten years old") {
    CompletionSample sample;
    CHECK(sample.told("2025-12-31") == "report.completed-earlier");
    sample.year_was_sent = true;
    CHECK(sample.told("2025-12-31") == "row");
    CHECK(sample.told("2016-01-01") == "row");
    CHECK(sample.told("2015-12-31") == "report.completed-too-early");
    sample.reported_in = "2025";
    CHECK(sample.told("2025-12-31") == "report.completion-reported");
    CHECK(sample.told("2026-03-01") == "report.completion-reported");
}

TEST_CASE("FIN-REP-10 tests, what is left out and what another target collects are no completions") {
    CompletionSample sample;
    sample.collection.target = enrolment::find_target("vic");
    CHECK(sample.told("2026-03-01") == "report.other-target");
    sample.enrolment.target = "vic";
    CHECK(sample.told("2026-03-01") == "row");
    sample.enrolment.not_reported = true;
    CHECK(sample.told("2026-03-01") == "report.left-out");
    sample.is_test = true;
    CHECK(sample.told("2026-03-01") == "report.test-record");
}
