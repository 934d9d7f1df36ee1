// Which rules a record breaks, what earlier submissions said, and what stays out altogether.
#include "reporting/checks/conditions.hpp"
#include "unit/reporting/project_sample.hpp"

TEST_CASE("FIN-REP-03 days against each other, the period and the submission, with number and severity") {
    auto sample = ProjectSample().outcome("20", State::passed);
    CHECK(sample.dates("2026-05-30", "2026-05-29").told() == "20 3216");
    CHECK(sample.dates("2026-05-29", "2026-05-29").told() == "20");
    CHECK(sample.dates("2027-01-01", "2026-05-29").told() == "20 3216 3211");
    CHECK(sample.dates("2026-07-01", "2026-05-29").told() == "20 3216 3211");  // an interim period ends that day
    CHECK(sample.dates("2026-06-30", "2026-05-29").told() == "20 3216");
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

TEST_CASE("FIN-REP-02 a final outcome of a state ends the activity nationally as well, with the national code") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("25", State::passed);
    CHECK(sample.told() == "20");
    CHECK(sample.target("vic").told() == "25");
    CHECK(sample.target("qld").told() == "20");  // a state without the code
    CHECK(sample.dates("2025-02-03", "2025-05-29").told() == "report.outside-period");
    CHECK(sample.dates("2026-02-03", "2026-07-01").told() == "20 report.end-in-future!");
    // Recognition of current competency is recognition, whoever's code says so.
    sample.dates("2026-02-03", "2026-02-03").without_course("53").target("national");
    CHECK(sample.told() == "51");
    CHECK(sample.projected().row.delivery_mode == "NNN");
    CHECK(sample.target("vic").told() == "53");
    // What no Australian list knows is told as it is, and found.
    sample.in_course = true;
    CHECK(sample.target("national").outcome("2", State::passed).told() == "2 report.outcome-not-in-release!");
    CHECK(sample.dates("2025-02-03", "2025-05-29").told() == "report.outside-period");
}

TEST_CASE("FIN-REP-02 recognition in progress is told to Victoria by its own code, and goes on for all others") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-09-30").outcome("50", State::in_progress);
    CHECK(sample.told() == "70");
    CHECK(sample.target("qld").told() == "70");
    CHECK(sample.target("vic").told() == "50");
    CHECK(sample.outcome("70", State::in_progress).told() == "70");
    CHECK(sample.dates("2026-07-03", "2026-09-30").outcome("50", State::registered).told() == "report.not-commenced");
    // Who did not start (66) does not go on.
    CHECK(sample.target("national").dates("2026-02-03", "2026-09-30").outcome("66", State::registered).told() ==
          "report.deferral-not-ahead");
}

TEST_CASE("FIN-WDR-06 FIN-REP-02 who began without a recorded start has begun: the start is what is missing") {
    auto sample = ProjectSample().outcome("", State::in_progress);
    sample.activity.end_on = project_day("2026-09-30");
    CHECK(sample.told() == "report.not-commenced");
    sample.place.started_on = project_day("2026-03-02");
    CHECK(sample.told() == "report.dates-missing");
    sample.place.started_on = std::nullopt;
    sample.activity.evidence_on = project_day("2026-03-02");
    CHECK(sample.told() == "report.dates-missing");
    sample.activity.start_on = project_day("2026-03-02");
    CHECK(sample.told() == "70");
}

TEST_CASE("FIN-REP-02 who says 85 of what should have begun has a row with a finding, an error in two states") {
    auto sample = ProjectSample().dates("2026-06-29", "2026-09-30").outcome("85", State::registered);
    CHECK(sample.told() == "85 report.late-start?");
    CHECK(sample.target("vic").told() == "85 report.late-start!");
    CHECK(sample.target("nsw-smart-and-skilled").told() == "85 report.late-start!");
    CHECK(sample.target("qld").told() == "85 report.late-start?");
    CHECK(sample.target("national").dates("2026-06-30", "2026-09-30").told() == "85");
    CHECK(sample.dates("2026-12-31", "2026-12-31").told() == "85");
    CHECK(sample.dates("2027-01-01", "2027-01-01").told() == "report.deferral-not-ahead");
    CHECK(sample.dates("2025-06-29", "2025-12-31").told() == "report.outside-period");
    CHECK(sample.dates("2025-06-29", "2026-01-01").told() == "85 report.late-start?");
    CHECK(sample.release("7.0").told() == "report.not-in-release");
    CHECK(sample.release("8.0").outcome("85", State::cancelled).told() == "report.withdrawn-before-start");
    // The internal 00 is another matter: nobody said that it will be reported. FIN-WDR-09
    CHECK(sample.outcome("00", State::registered).told() == "report.deferral-not-ahead");
}

TEST_CASE("FIN-REP-03 the projection and the checks of files hold a record to the same rules about days") {
    using Asked = bool (*)(checks::Values, const checks::Situation&);
    struct Pair {
        Code code;
        Asked asked;
        int first, second;  // start, end, outcome
    };
    const auto pairs = std::to_array<Pair>({
        {"report.end-before-start"_code, &checks::ends_before_start, 1, 0},
        {"report.start-after-period"_code, &checks::begins_after_period, 0, 2},
        {"report.start-too-early"_code, &checks::starts_long_before, 0, 0},
        {"report.too-long"_code, &checks::lasts_over_five_years, 1, 0},
        {"report.end-in-future"_code, &checks::final_in_future, 1, 2},
        {"report.open-ended-early"_code, &checks::continues_and_ended, 1, 2},
        {"report.late-start"_code, &checks::not_started_but_begun, 0, 2},
    });
    const auto field = [](Day day) {
        const std::chrono::year_month_day date(day);
        const auto two = [](unsigned n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
        return two(unsigned(date.day())) + two(unsigned(date.month())) + std::to_string(int(date.year()));
    };
    const auto days = std::to_array<const char*>({"2023-02-27", "2024-02-29", "2028-06-29", "2028-06-30", "2028-07-01",
                                                  "2028-12-31", "2029-01-01", "2029-02-28", "2029-03-01"});
    int found = 0;
    for (const std::string target : {"national", "vic", "nsw-smart-and-skilled", "qld", "tas"}) {
        for (const char* submitted : {"2028-06-30", "2029-02-20"}) {
            for (const std::string code : {"20", "70", "85", "61"}) {
                for (const char* start : days) {
                    for (const char* end : days) {
                        ProjectSample sample;
                        sample.collection = {2028, project_day(submitted)};
                        sample.target(target).dates(start, end).outcome(code == "70" ? "" : code, State::registered);
                        const auto projection = sample.projected();
                        if (projection.omission != Omission::none) continue;
                        const std::array<std::string, 3> values{field(*projection.row.start_on),
                                                                field(*projection.row.end_on),
                                                                std::string(projection.row.outcome)};
                        const checks::Situation situation{"8.0", target, 2028, project_day(submitted), ""};
                        for (const Pair& pair : pairs) {
                            const std::array<std::string_view, 2> asked{values[std::size_t(pair.first)],
                                                                        values[std::size_t(pair.second)]};
                            const auto same = std::ranges::find(projection.findings, pair.code, &RowFinding::code);
                            const bool told = same != projection.findings.end();
                            CAPTURE(target);
                            CAPTURE(start);
                            CAPTURE(end);
                            CAPTURE(code);
                            CAPTURE(submitted);
                            CHECK(pair.asked(asked, situation) == told);
                            if (!told) continue;
                            ++found;
                            const auto* rule = checks::find_rule(pair.asked, target, "8.0");
                            REQUIRE(rule != nullptr);
                            CHECK(rule->severity == same->severity);
                            CHECK(rule->avs == same->avs);
                        }
                    }
                }
            }
        }
    }
    CHECK(found > 100);
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
