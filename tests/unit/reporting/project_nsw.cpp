// The rules of New South Wales, Smart and Skilled, and that no other target has them.
#include "unit/reporting/project_sample.hpp"

namespace {

// Outcome and outcome - training organisation, "40 TNC".
std::string nsw_codes(const ProjectSample& sample) {
    const auto row = sample.projected().row;
    std::string text(row.outcome);
    if (!row.state_outcome.empty()) text += ' ' + std::string(row.state_outcome);
    return text;
}

}  // namespace

TEST_CASE("FIN-WDR-07, FIN-ORD-10 training not completed stands on the rows 40 and 85 of who left") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled");
    for (const std::string status :
         {"Withdrawn", "Cancelled (no penalty)", "Cancelled (penalty)", "Partial Attendance"}) {
        sample.status(status);
        CHECK(nsw_codes(sample.dates("2026-02-03", "2026-05-01").outcome("40", State::cancelled)) == "40 TNC");
        CHECK(nsw_codes(sample.dates("2026-08-01", "2026-09-01").outcome("00", State::cancelled)) == "85 TNC");
        CHECK(nsw_codes(sample.dates("2026-02-03", "2026-04-01").outcome("20", State::passed)) == "20");
        CHECK(sample.told() == "20");
    }
    for (const std::string status : {"Current", "Completed", "Deferred", "Transitioned"}) {
        CHECK(nsw_codes(sample.status(status).dates("2026-02-03", "2026-05-01").outcome("40", State::cancelled))
                  .find("TNC") == std::string::npos);
    }
    sample.status("Withdrawn");
    for (const std::string name : {"national", "vic", "qld", "tas"}) CHECK(nsw_codes(sample.target(name)) == "40");
}

TEST_CASE("FIN-WDR-07 on all rows of who left, when that is asked for, with a finding where it is rejected") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").status("Withdrawn");
    sample.collection.tnc_all_rows = true;
    sample.dates("2026-02-03", "2026-04-01").outcome("20", State::passed);
    CHECK(nsw_codes(sample) == "20 TNC");
    CHECK(sample.told() == "20 report.not-completed-rejected!");
    CHECK(sample.outcome("40", State::cancelled).told() == "40");
}

TEST_CASE("FIN-DEF-02 a deferral stands on rows without a final outcome") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").status("Deferred");
    CHECK(nsw_codes(sample.dates("2026-02-03", "2026-09-01").outcome("", State::on_hold)) == "70 D");
    CHECK(nsw_codes(sample.dates("2026-08-03", "2026-09-01").outcome("00", State::on_hold)) == "85 D");
    CHECK(nsw_codes(sample.dates("2026-02-03", "2026-04-01").outcome("20", State::passed)) == "20");
    CHECK(nsw_codes(sample.target("vic").dates("2026-02-03", "2026-09-01").outcome("", State::on_hold)) == "70");
}

TEST_CASE("FIN-WDR-09 what has not begun is 85 also of who left; not of another year, and not in release 7.0") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").outcome("00", State::cancelled);
    CHECK(sample.dates("2026-08-01", "2026-09-01").told() == "85");
    CHECK(sample.dates("2027-02-01", "2027-03-01").told() == "85");
    CHECK(sample.dates("2026-06-29", "2026-09-01").told() == "85 report.late-start!");
    CHECK(sample.dates("2025-08-01", "2025-09-01").told() == "report.outside-period");
    CHECK(sample.dates("", "").told() == "report.dates-missing");
    sample.dates("2026-08-01", "2026-09-01");
    sample.place.enrolled_on = project_day("2027-01-01");
    CHECK(sample.told() == "report.outside-period");
    sample.place.enrolled_on = project_day("2026-12-31");
    CHECK(sample.told() == "85");
    CHECK(sample.release("7.0").told() == "report.not-in-release");
    CHECK(sample.target("national").outcome("00", State::registered).told() == "report.not-in-release");
}

TEST_CASE("FIN-REP-02 a planned unit is 85 for this target, and makes no record for others") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").dates("2026-08-01", "2026-09-01");
    CHECK(sample.outcome("", State::registered).told() == "85");
    CHECK(sample.release("7.0").told() == "report.not-commenced");
    sample.release("8.0");
    CHECK(sample.outcome("", State::waiting).told() == "report.no-place");
    CHECK(sample.outcome("", State::registered).target("vic").told() == "report.not-commenced");
}

TEST_CASE("FIN-TRN-08 of a superseded program what was concluded, and what was begun in an earlier year") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").status("Transitioned", "2026-05-01");
    for (const std::string code : {"20", "51", "60"}) {
        CHECK(sample.dates("2026-02-03", "2026-04-01").outcome(code, State::passed).told() == code);
    }
    sample.dates("2026-02-03", "2026-05-01");
    CHECK(sample.outcome("61", State::moved).told() == "report.transitioned");
    CHECK(sample.outcome("40", State::cancelled).told() == "report.transitioned");
    sample.dates("2025-11-03", "2026-05-01");
    CHECK(sample.outcome("61", State::moved).told() == "61");
    sample.dates("2026-08-01", "2026-09-01");
    CHECK(sample.outcome("00", State::registered).told() == "report.transitioned");
    CHECK(sample.status("Current").told() == "85");
    sample.dates("2026-02-03", "2026-05-01").outcome("61", State::moved).status("Transitioned");
    CHECK(sample.target("national").told() == "61");
    CHECK(sample.target("qld").told() == "65");
}

TEST_CASE("FIN-TRN-02 what was reported of a superseded program goes on being reported") {
    auto sample = ProjectSample().target("nsw-smart-and-skilled").status("Transitioned", "2026-05-01");
    sample.dates("2026-02-03", "2026-05-01").outcome("61", State::moved);
    CHECK(sample.told() == "report.transitioned");
    CHECK(sample.reported("2026-02-03", "2026-09-01", "70").told() == "61");
}

TEST_CASE("the commitment in force stands as purchasing contract") {
    auto sample =
        ProjectSample().target("nsw-smart-and-skilled").dates("2026-02-03", "2026-05-01").outcome("20", State::passed);
    const auto contract = [&] { return sample.projected().row.purchasing_contract; };
    CHECK(contract() == "");
    sample.program_enrolment.commitments = {{"C1", project_day("2026-01-01"), project_day("2026-04-01")},
                                            {"C2", project_day("2026-04-01"), {}},
                                            {"X3", project_day("2026-04-01"), {}},
                                            {"C4", project_day("2026-07-01"), {}}};
    CHECK(contract() == "C2");
    CHECK(sample.target("vic").projected().row.purchasing_contract == "");
}
