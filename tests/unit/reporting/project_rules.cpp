// Which rules a record breaks, what earlier submissions said, and what stays out altogether.
#include "unit/reporting/project_sample.hpp"

TEST_CASE("FIN-REP-03 days against each other, the period and the submission, with number and severity") {
    auto sample = ProjectSample().outcome("20", State::passed);
    CHECK(sample.dates("2026-05-30", "2026-05-29").told() == "20 3216");
    CHECK(sample.dates("2026-05-29", "2026-05-29").told() == "20");
    CHECK(sample.dates("2027-01-01", "2026-05-29").told() == "20 3216 3211");
    CHECK(sample.dates("2026-12-31", "2026-05-29").told() == "20 3216");
    CHECK(sample.dates("2021-01-01", "2026-01-01").told() == "20");
    CHECK(sample.dates("2020-12-31", "2026-01-01").told() == "20 report.start-too-early! report.too-long!");
    CHECK(sample.dates("2021-05-28", "2026-05-29").told() == "20 report.too-long!");
    CHECK(sample.dates("2026-02-01", "2026-06-30").told() == "20");
    CHECK(sample.dates("2026-02-01", "2026-07-01").told() == "20 report.end-in-future!");
    // What began on a leap day has its five years up to the last day of February.
    auto open = ProjectSample();
    open.collection = {2028, project_day("2028-06-30")};
    CHECK(open.dates("2024-02-29", "2029-02-28").told() == "70");
    CHECK(open.dates("2024-02-29", "2029-03-01").told() == "70 report.too-long!");
}

TEST_CASE("FIN-REP-03 a start that was reported does not change") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-09-30").reported("2026-02-03", "2026-10-01", "70");
    CHECK(sample.told() == "70");
    sample.reported("2026-02-02", "2026-09-30", "70");
    CHECK(sample.told() == "70 report.start-changed!");
    sample.said_this_year = false;
    CHECK(sample.told() == "70 report.start-changed!");
}

TEST_CASE("FIN-ORD-14 a final outcome that was reported and is another one now is shown as an amendment") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("30", State::failed);
    CHECK(sample.reported("2026-02-03", "2026-09-30", "70").told() == "30");
    CHECK(sample.reported("2026-02-03", "2026-05-29", "30").told() == "30");
    CHECK(sample.reported("2026-02-03", "2026-05-29", "20").told() == "30 report.amended?");
    CHECK(sample.reported("2026-02-03", "2026-05-28", "30").told() == "30 report.amended?");
}

TEST_CASE("FIN-REP-04 what was reported in the year and would vanish is an error") {
    auto sample = ProjectSample().dates("2026-07-01", "2026-09-30").reported("2026-06-01", "2026-09-30", "70");
    CHECK(sample.told() == "report.not-commenced report.vanishes!");
    sample.said_this_year = false;
    CHECK(sample.told() == "report.not-commenced");
}

TEST_CASE("FIN-REP-10 tests, and what is marked as not for reporting, stay out") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed);
    sample.activity.not_reported = true;
    CHECK(sample.told() == "report.left-out");
    sample.activity.not_reported = false;
    sample.program_enrolment.not_reported = true;
    CHECK(sample.told() == "report.left-out");
    sample.is_test = true;
    CHECK(sample.told() == "report.test-record");
}

TEST_CASE("FIN-ORD-11 a state is told of the program enrolments that name it; the nation of all") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed).target("vic");
    CHECK(sample.told() == "20");
    sample.program_enrolment.target = "qld";
    CHECK(sample.told() == "report.other-target");
    sample.in_program = false;
    CHECK(sample.told() == "report.other-target");
    sample.in_program = true;
    sample.collection.target = enrolment::find_target("national");
    CHECK(sample.told() == "20");
}

TEST_CASE("FIN-REP-05 nobody said when the program was commenced") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed);
    sample.program_enrolment.commenced_on = std::nullopt;
    CHECK(sample.told() == "20 report.commencement-missing!");
}

TEST_CASE("FIN-WDR-08 codes of states stand for national ones, and the other way round") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("65", State::moved);
    CHECK(sample.told() == "61");
    CHECK(sample.outcome("61", State::moved).told() == "61");
    CHECK(sample.target("qld").told() == "65");
    for (const std::string code : {"40", "41"}) CHECK(sample.outcome(code, State::cancelled).told() == code);
    CHECK(sample.target("national").release("7.0").outcome("41", State::cancelled).told() ==
          "41 report.outcome-not-in-release!");
}

TEST_CASE("release 7.0 numbers the modes of delivery") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed).release("7.0");
    const auto mode = [&](std::string_view identifier, std::string_view predominant) {
        sample.defaults.with_dates = {std::string(identifier), std::string(predominant)};
        return sample.projected().row.delivery_mode;
    };
    CHECK(mode("YNN", "I") == "10");
    CHECK(mode("NYN", "E") == "20");
    CHECK(mode("NNY", "W") == "30");
    CHECK(mode("YNY", "W") == "30");
    CHECK(mode("YYN", "") == "40");
    CHECK(sample.outcome("60", State::passed).projected().row.delivery_mode == "90");
}

TEST_CASE("FIN-REP-01 what was stated of the training, and what the state part adds") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("40", State::cancelled);
    sample.details.stated.study_reason = "01";
    sample.details.stated.funding_source = "13";
    sample.details.stated.specific_funding = "JOBS";
    sample.details.stated.tuition_fee = 120;
    sample.activity.hours_attended = 12;
    sample.activity.scheduled_hours = 40;
    sample.former_program = "BSB30115";
    auto row = sample.projected().row;
    CHECK(row.study_reason == "01");
    CHECK(row.funding_source == "13");
    CHECK(row.specific_funding == "JOBS");
    CHECK(row.scheduled_hours == 40);
    CHECK(!row.hours_attended);
    row = sample.target("nsw-smart-and-skilled").projected().row;
    CHECK(row.hours_attended == 12);
    CHECK(row.tuition_fee == 120);
    CHECK(row.associated_course == "BSB30115");
    CHECK(!sample.outcome("20", State::passed).projected().row.hours_attended);
}
