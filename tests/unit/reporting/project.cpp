// One activity at a time: which becomes a record of NAT00120, with which fields, and which does not and why.
#include "unit/reporting/project_sample.hpp"

namespace {

// One record as the file holds it.
std::string project_bytes(const ProjectSample& sample, Extent extent) {
    std::string bytes;
    std::vector<FieldNote> notes;
    CHECK(append_record(bytes, *find_layout("8.0", "NAT00120"), extent, sample.projected().row.values(), notes));
    CHECK(notes.empty());
    return bytes;
}

}  // namespace

TEST_CASE("FIN-REP-01 every field of a record, byte by byte") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed);
    const std::string national =
        "99999     MEL01     S0001     BSBXCM301   BSB30120  "
        "0302202629052026YNN20203                    @@N            ";
    CHECK(project_bytes(sample, Extent::national) == national + "\r\n");
    CHECK(project_bytes(sample, Extent::full) == national + std::string(46, ' ') + "I\r\n");
    for (std::size_t i = 0; i < activity_fields().size(); ++i) {
        CHECK(find_layout("8.0", "NAT00120")->fields[i].name == activity_fields()[i].field);
    }
    CHECK(sample.projected().row.delivered_at == &sample.campus);
}

TEST_CASE("FIN-REP-02 final outcomes keep code and dates when the end lies inside the year") {
    for (const std::string code : {"20", "30", "40", "41", "51", "52", "60", "61", "81", "82"}) {
        auto sample = ProjectSample().outcome(code, State::passed);
        CHECK(sample.dates("2025-11-01", "2026-01-01").told() == code);
        CHECK(sample.dates("2025-11-01", "2026-12-31").told() == code + " report.end-in-future!");
        CHECK(sample.dates("2025-11-01", "2025-12-31").told() == "report.outside-period");
        CHECK(sample.dates("2026-11-01", "2027-01-01").told() == "report.outside-period");
        CHECK(sample.dates("2025-11-01", "").told() == "report.dates-missing");
        CHECK(sample.dates("", "2026-03-01").told() == "report.dates-missing");
        CHECK(sample.dates("2025-11-01", "2026-03-01").projected().row.start_on == project_day("2025-11-01"));
    }
}

TEST_CASE("FIN-REP-02 open activities are 70 once commenced on the day of the submission") {
    ProjectSample sample;
    CHECK(sample.dates("2026-06-29", "2026-09-30").told() == "70");
    CHECK(sample.dates("2026-07-01", "2026-09-30").told() == "report.not-commenced");
    CHECK(sample.dates("", "").told() == "report.not-commenced");
    CHECK(sample.dates("2026-06-29", "").told() == "report.dates-missing");

    // The start falls on the day of the submission: evidence by then decides.
    sample.dates("2026-06-30", "2026-09-30");
    CHECK(sample.told() == "report.not-commenced");
    sample.activity.evidence_on = project_day("2026-07-01");
    CHECK(sample.told() == "report.not-commenced");
    sample.activity.evidence_on = project_day("2026-06-30");
    CHECK(sample.told() == "70");
}

TEST_CASE("FIN-REP-02 an open activity that ends on or before the submission is a finding with number 3252") {
    ProjectSample sample;
    CHECK(sample.dates("2026-03-01", "2026-06-29").told() == "70 3252");
    CHECK(sample.dates("2026-03-01", "2026-06-30").told() == "70 3252");
    CHECK(sample.dates("2026-03-01", "2026-07-01").told() == "70");
    CHECK(sample.dates("2025-03-01", "2025-12-31").told() == "70 3252");
    CHECK(sample.dates("2026-03-01", "2026-06-30").projected().findings ==
          std::vector{RowFinding{3252, "report.open-ended-early"_code}});
}

TEST_CASE("FIN-REP-02 a submission in the next year tells of the collection year only") {
    ProjectSample sample;
    sample.collection.submitted_on = project_day("2027-02-26");
    CHECK(sample.dates("2026-03-01", "2026-12-31").told() == "70 3252");
    CHECK(sample.dates("2026-03-01", "2027-01-01").told() == "70");
    CHECK(sample.dates("2026-12-30", "2027-03-01").told() == "70");
    CHECK(sample.dates("2027-01-10", "2027-03-01").told() == "report.not-commenced");
    // After the year's end nothing can start later and inside the year.
    CHECK(sample.dates("2026-12-31", "2027-03-01").outcome("00", State::on_hold).told() == "report.deferral-not-ahead");
}

TEST_CASE("FIN-WDR-09 00 is never written: withdrawn no record, deferred 85 while the start lies ahead") {
    ProjectSample sample;
    sample.dates("2026-08-01", "2026-12-01");
    CHECK(sample.outcome("00", State::cancelled).told() == "report.withdrawn-before-start");
    CHECK(sample.outcome("00", State::on_hold).told() == "85");
    CHECK(sample.outcome("00", State::registered).told() == "85");
    CHECK(sample.dates("2026-06-30", "2026-06-30").told() == "report.deferral-not-ahead");
    CHECK(sample.dates("2026-07-01", "2026-07-01").told() == "85");
    CHECK(sample.dates("2026-12-31", "2026-12-31").told() == "85");
    CHECK(sample.dates("2027-01-01", "2027-01-01").told() == "report.deferral-not-ahead");
    CHECK(sample.dates("", "").told() == "report.dates-missing");
}

TEST_CASE("FIN-REP-02 deferred after the start goes on as 70; who has no place is not reported without an outcome") {
    auto sample = ProjectSample().dates("2026-03-01", "2026-09-01");
    CHECK(sample.outcome("", State::on_hold).told() == "70");
    for (const State state : {State::requested, State::waiting, State::cancelled, State::rejected, State::moved}) {
        CHECK(sample.outcome("", state).told() == "report.no-place");
    }
}

TEST_CASE("FIN-REP-05 the commencing program identifier follows from the program's first day") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("20", State::passed);
    const auto commencing = [&] { return sample.projected().row.commencing_program; };
    CHECK(commencing() == "3");
    sample.program_enrolment.commenced_on = project_day("2026-01-01");
    CHECK(commencing() == "3");
    sample.program_enrolment.commenced_on = project_day("2025-12-31");
    CHECK(commencing() == "4");
    sample.program_enrolment.commenced_on = std::nullopt;
    CHECK(commencing() == "");
    sample.in_program = false;
    CHECK(commencing() == "8");
    CHECK(sample.projected().row.program == "");
}

TEST_CASE("FIN-REP-06 recognition and credit have no delivery, yet a location") {
    for (const std::string code : {"51", "52", "60"}) {
        auto sample = ProjectSample().dates("2026-02-03", "2026-02-03").without_course(code);
        const auto row = sample.projected().row;
        CHECK(row.outcome == code);
        CHECK(row.delivery_mode == "NNN");
        CHECK(row.predominant_mode == "N");
        CHECK(row.scheduled_hours == (code == "60" ? std::optional<std::int64_t>(0) : std::nullopt));
        CHECK(row.location == "SYD01");
        sample.in_program = false;
        CHECK(sample.projected().row.location == "BNE01");
        CHECK(sample.dates("2025-12-31", "2025-12-31").told() == "report.outside-period");
    }
}

TEST_CASE("FIN-REP-06 training is delivered as its course is timed") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-05-29").outcome("30", State::failed);
    CHECK(sample.projected().row.delivery_mode == "YNN");
    CHECK(sample.projected().row.predominant_mode == "I");
    sample.has_dates = false;
    CHECK(sample.projected().row.delivery_mode == "NYN");
    CHECK(sample.projected().row.predominant_mode == "E");
}

TEST_CASE("what was trained elsewhere is no activity of this organisation") {
    auto sample = ProjectSample().dates("2026-02-03", "2026-02-03");
    for (const std::string code : {"20", "30", "40", "00", "70", ""}) {
        CHECK(sample.without_course(code).told() == "report.no-course");
    }
}

TEST_CASE("FIN-REP-01 an omission explains itself with the activity and the days it was judged by") {
    const auto sample = ProjectSample().dates("2026-07-01", "2026-09-30");
    const auto reason = explain(sample.projected(), sample.source(), sample.collection);
    CHECK(reason.code == "report.not-commenced"_code);
    CHECK(reason.mark == Mark::not_met);
    REQUIRE(reason.parameters.size() == 5);
    CHECK(reason.parameters[0] == Parameter{"submitted_on", "2026-06-30"});
    CHECK(reason.parameters[1] == Parameter{"first", "2026-01-01"});
    CHECK(reason.parameters[2] == Parameter{"last", "2026-12-31"});
    REQUIRE(reason.evidence.size() == 3);
    CHECK(reason.evidence[0].id == 77);
    CHECK(reason.evidence[0].day == project_day("2026-07-01"));
    CHECK(code_name(Omission::none).empty());
}

TEST_CASE("FIN-REP-01 a record explains itself with a part for each finding, and what was said before") {
    auto sample = ProjectSample().dates("2026-03-01", "2026-06-30").reported("2026-03-02", "2026-06-30", "70");
    const auto reason = explain(sample.projected(), sample.source(), sample.collection);
    CHECK(reason.code == "report.row"_code);
    CHECK(reason.mark == Mark::partly_met);
    CHECK(sentence(reason.code, reason.parameters) == "The activity is reported with outcome 70.");
    REQUIRE(reason.parts.size() == 2);
    CHECK(reason.parts[0].code == "report.open-ended-early"_code);
    CHECK(reason.parts[1].code == "report.start-changed"_code);
    CHECK(sentence(reason.parts[1].code, reason.parts[1].parameters) ==
          "The submission Q1 said the start 2026-03-02: a start that was reported does not change.");
    REQUIRE(reason.evidence.size() == 4);
    CHECK(reason.evidence[3].kind == "reported_activity");
}
