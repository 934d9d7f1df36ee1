// The statutory files of a year from the store, with the projection, all files, findings and the checks of every
// record, beside whoever scans the same rows with one statement and formats NAT00120 by hand.
#include "by_hand.hpp"
#include "durable.hpp"

#include <provost/engine/session.hpp>

#include <filesystem>

namespace bench {

namespace {

using namespace provost;

constexpr int learners = 2500;
constexpr int units = 20;  // of each
constexpr double records = learners * units;

constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_provider","record":{"key":"P","identifier":"90001","name":"Example"}})",
    R"({"verb":"organisation.define_location","record":{"key":"L","identifier":"HQ","name":"Campus","suburb":"Carlton",
        "postcode":"3053","state":"02","country":"1101","zone":"Australia/Melbourne"}})",
    R"({"verb":"organisation.define_reporting","record":{"key":"default","funding_source":"20",
        "with_dates":{"identifier":"YNN","predominant":"I"},"duration_of_use":{"identifier":"NYN","predominant":"E"},
        "without_delivery":{"identifier":"NNN","predominant":"N"}}})",
    R"({"verb":"catalogue.define_program","record":{"code":"BSB50420","title":"Diploma"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"BSBCMM411"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"BSBCMM411","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"BSBCMM411","external_id":"C1","location":"L",
        "starts_at":"2026-02-02T00:00:00Z","ends_at":"2026-06-26T00:00:00Z"})",
};

// Places, program enrolments and activities by one statement each: what is measured is the reading of them.
void fill(const std::string& path) {
    Bare bare(path);
    bare.run("BEGIN;CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<" +
             std::to_string(units - 1) + ") SELECT i FROM n");
    bare.run(
        "INSERT INTO program_enrolment(id,version,learner,program,status,commenced_on) "
        "SELECT 1000000+l.id,1,l.id,p.id,'Current',20486 FROM learner l,program p");
    bare.run(
        "INSERT INTO enrolment(id,version,learner,course,state,enrolled_on) "
        "SELECT 10000000+l.id*100+n.i,1,l.id,c.id,7,20486 FROM learner l,n,course c");
    bare.run(
        "INSERT INTO "
        "activity(id,version,learner,subject,enrolment,program_enrolment,start_on,end_on,outcome,scheduled_hours) "
        "SELECT "
        "50000000+l.id*100+n.i,1,l.id,'BSBCMM411',10000000+l.id*100+n.i,1000000+l.id,20486+n.i,20560+n.i,'20',40 "
        "FROM learner l,n;COMMIT");
}

std::string_view text_in(sqlite3_stmt* row, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text == nullptr ? std::string_view() : text;
}

// One statement that joins what the record says, and the bytes of it.
std::size_t scan_and_format(const std::string& path) {
    Bare bare(path);
    sqlite3_stmt* rows = bare.prepare(
        "SELECT l.client_id,a.subject,p.code,a.start_on,a.end_on,a.outcome,e.commenced_on FROM enrolment s "
        "JOIN activity a ON a.enrolment=s.id JOIN learner l ON l.id=a.learner "
        "JOIN program_enrolment e ON e.id=a.program_enrolment JOIN program p ON p.id=e.program ORDER BY s.id");
    std::string out;
    std::size_t bytes = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const auto day = [&](int column) { return Day(std::chrono::days(sqlite3_column_int(rows, column))); };
        append_by_hand(out, {"90001",
                             "HQ",
                             text_in(rows, 0),
                             text_in(rows, 1),
                             text_in(rows, 2),
                             day(3),
                             day(4),
                             "YNN",
                             text_in(rows, 5),
                             "20",
                             day(6) < day(3) ? "4" : "3",
                             {},
                             {},
                             "@@",
                             "N",
                             {},
                             {}});
        bytes += out.size();
        out.clear();
    }
    sqlite3_finalize(rows);
    return bytes;
}

// The bytes of NAT00120 that the session wrote.
std::size_t session(Engine& engine) {
    auto run = must(engine.begin(
        R"({"session":"statutory","collection_year":2026,"submitted_on":"2026-12-31","target":"national"})"));
    std::size_t bytes = 0;
    Chunk chunk;
    while (must(run->take(chunk))) {
        if (chunk.stream == "nat/NAT00120.txt") bytes += chunk.bytes.size();
    }
    must(run->finish());
    return bytes;
}

}  // namespace

void collection(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "collection.db").string();
    college(path, set_up, learners).reset();
    fill(path);
    const auto engine = must(provost::open(path));
    std::vector<double> ours, floor;
    for (int round = 0; round < 5; ++round) {
        double began = cpu_seconds();
        const auto written = session(*engine);
        ours.push_back(cpu_seconds() - began);
        began = cpu_seconds();
        const auto by_hand = scan_and_format(path);
        floor.push_back(cpu_seconds() - began);
        if (written != by_hand || written != std::size_t(records) * 113) std::exit(1);
    }
    report("all files from the store, scan and format NAT00120", median(ours), median(floor), records, "records", 0.6);
}

}  // namespace bench
