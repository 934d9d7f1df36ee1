// The export sessions, run over a small organisation that is imported first.
#include <provost/describe/json.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/open.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace provost;

namespace {

constexpr std::string_view export_organisation =
    R"({"course_types":[{"id":1,"name":"Class","timing":"either"}],)"
    R"("providers":[{"id":9,"identifier":"99999","name":"Example Training"}],)"
    R"("locations":[{"id":7,"identifier":"MEL01","name":"Melbourne","zone":"Australia/Melbourne"}],)"
    R"("administrators":[{"login":"clerk","name":"Clerk","rights":["REPORT"]},)"
    R"({"login":"guest","name":"Guest","rights":[]}],)"
    R"("funding_source":{"national":"20"},"delivery_modes":{"dates":{"identifier":"YNN","predominant":"I"}},)"
    R"("subjects":[{"code":"U1","title":"One"},{"code":"U2","title":"Two"}],)"
    R"("programs":[{"code":"P1","title":"Program"}]})";

std::string export_fed(Engine& engine, std::string_view begin, std::string_view bytes) {
    auto session = engine.begin(begin);
    REQUIRE(session);
    REQUIRE((*session)->feed(bytes));
    auto summary = (*session)->finish();
    REQUIRE(summary);
    return *summary;
}

void export_import(Engine& engine, std::string_view preset, std::string_view bytes) {
    std::string begin = R"({"session":"import","preset":")" + std::string(preset) + R"(","zone":"Australia/Melbourne")";
    begin += preset == "catalogue" ? R"(,"lenient_ids":true})" : "}";
    CHECK(export_fed(engine, begin, bytes).find(R"("rejected":0)") != std::string::npos);
}

// One learner, who passed one course, waits for the next, and brought a credit along; and one who did nothing.
std::unique_ptr<Engine> export_engine() {
    EngineOptions options;
    options.now = parse_moment("2026-06-30T00:00Z")->in(Zone{});
    auto opened = open(":memory:", options);
    REQUIRE(opened);
    auto engine = std::move(*opened);
    export_fed(*engine, R"({"session":"organisation"})", export_organisation);
    export_import(*engine, "catalogue",
                  "Import type,Course type ID,External Template ID,Name\nTEMPLATE,1,U1,One\nTEMPLATE,1,U2,Two\n");
    export_import(*engine, "catalogue",
                  "Import type,External Template ID,External Course ID,Start date,End date,Location,Provider\n"
                  "COURSE,U1,\"C,1\",2026-02-02T09:00,2026-05-29T17:00,7,9\n"
                  "COURSE,U2,C2,2026-08-03T09:00,2026-11-27T17:00,7,9\n");
    export_import(*engine, "learners",
                  "Login,Family name,Birth date,Client ID\nann,Ann,2001-01-01,S1\nbob,Bob,2002-02-02,S2\n");
    export_import(*engine, "programs", "Login,Program code,Commenced on\nann,P1,2026-02-02\n");
    export_import(*engine, "prior_achievements",
                  "Login,Unit code,Outcome,Achieved on\nann,U2,60,2026-03-04\nann,U2,20,2025-03-04\n");
    export_import(*engine, "enrolments",
                  "Import type;External Course ID;Login;Enrolment "
                  "date\nCOURSE;C,1;ann;2026-01-20T10:00\nCOURSE;C2;ann;2026-01-20T10:00\n");
    export_import(*engine, "results",
                  "Login,External Course ID,Grade percent,Completion status,Submitted "
                  "at\nann,\"C,1\",80,passed,2026-05-20T10:00\n");
    return engine;
}

using ExportStreams = std::map<std::string, std::string>;

ExportStreams export_taken(Session& session) {
    ExportStreams streams;
    Chunk chunk;
    while (true) {
        const auto more = session.take(chunk);
        REQUIRE(more);
        if (!*more) return streams;
        CHECK(chunk.bytes.size() <= 64 * 1024);
        streams[chunk.stream] += chunk.bytes;
    }
}

std::string_view export_problem(Engine& engine, std::string_view begin) {
    const auto session = engine.begin(begin);
    REQUIRE(!session);
    return session.error().code.name();
}

constexpr std::string_view export_statutory =
    R"({"session":"statutory","collection_year":2026,"submitted_on":"2026-06-30"})";

}  // namespace

TEST_CASE("the list of enrolments has a line for each, and leaves a run record behind") {
    const auto engine = export_engine();
    auto session = *engine->begin(R"({"session":"enrolments","actor":"clerk"})");
    CHECK(export_taken(*session) == ExportStreams{{"enrolments.csv",
                                                   "Login,External Course ID,State,Status,Outcome,Start,End,Source\n"
                                                   "ann,\"C,1\",passed,Completed,20,2026-02-02,2026-05-20,lms\n"
                                                   "ann,C2,registered,Pending,,2026-08-03,2026-11-27,\n"}});
    CHECK(*session->finish() == R"({"findings":0,"moved":false,"not_reported":0,"rows":2,"session":"enrolments"})");
    CHECK(session->finish().error().code.name() == "handle.closed");
    const auto runs = engine->find("run", "", {}, 0, 100);
    REQUIRE(runs);
    CHECK(runs->back().find(R"("actor":"clerk")") != std::string::npos);
    CHECK(runs->back().find(R"("rows":2,"session":"export enrolments")") != std::string::npos);
}

TEST_CASE("FIN-REP-06 the statutory files hold what NAT00120 refers to, and nothing else") {
    const auto engine = export_engine();
    auto session = *engine->begin(export_statutory);
    const auto streams = export_taken(*session);
    const auto& activities = streams.at("nat/NAT00120.txt");
    const std::string tail = "                    @@N            \r\n";
    CHECK(activities == "99999     MEL01     S1        U1          P1        0202202620052026YNN20203" + tail +
                            "99999     MEL01     S1        U2                    0403202604032026NNN60208" + tail);
    CHECK(streams.at("nat/NAT00010.txt").size() == 270);
    CHECK(streams.at("nat/NAT00020.txt").substr(0, 20) == "99999     MEL01     ");
    CHECK(streams.at("nat/NAT00030.txt").size() == 132);
    CHECK(streams.at("nat/NAT00060.txt").size() == 2 * 125);
    CHECK(streams.at("nat/NAT00080.txt").size() == 329);
    CHECK(streams.at("nat/NAT00085.txt").size() == 559);
    CHECK(streams.at("nat/findings.csv") == "file,line,avs,code,severity\n");
    CHECK(streams.at("nat/completions_not_reported.csv") == "program enrolment id,code\n");
    // FIN-REP-10: nobody is missing silently.
    CHECK(streams.at("nat/learners_not_reported.csv") == "client id,code\nS2,report.no-activity\n");
    const auto& left_out = streams.at("nat/not_reported.csv");
    CHECK(left_out.find(",report.not-commenced\n") != std::string::npos);
    CHECK(left_out.find(",report.outside-period\n") != std::string::npos);
    CHECK(streams.size() == 12);
    const auto summary = *session->finish();
    CHECK(summary.find(R"("findings":0,"moved":false,"not_reported":2,"rows":9,"session":"statutory")") !=
          summary.npos);
}

TEST_CASE("FIN-REP-08 what is written passes the checks before it is handed out") {
    const auto engine = export_engine();
    auto session = *engine->begin(export_statutory);
    const auto checks = export_taken(*session).at("nat/checks.csv");
    CHECK(checks.starts_with("file,line,column,field,rule,avs,severity,message,fix\n"));
    // The campus has no postcode, and its state nobody can tell.
    CHECK(checks.find("\nNAT00020,1,121,postcode,V18,,error,") != checks.npos);
    CHECK(checks.find("\nNAT00080,1,150,unique_student_identifier,V15,,error,") != checks.npos);
    CHECK(checks.find("NAT00120") == checks.npos);
    const auto lines = std::ranges::count(checks, '\n') - 1;
    const auto warnings = static_cast<std::ptrdiff_t>(checks.find(",warning,") == checks.npos ? 0 : 1);
    CHECK(warnings == 0);
    CHECK(session->finish()->find("\"check_errors\":" + std::to_string(lines) + ",") != std::string::npos);
}

TEST_CASE("a year without training gives the lists and no file") {
    const auto engine = export_engine();
    auto session = *engine->begin(R"({"session":"statutory","collection_year":2020,"submitted_on":"2021-02-01"})");
    const auto streams = export_taken(*session);
    CHECK(streams.size() == 5);
    CHECK(streams.at("nat/findings.csv") == "file,line,avs,code,severity\n");
}

TEST_CASE("an export reads nothing, is finished once all is taken, and tells when the store moved meanwhile") {
    const auto engine = export_engine();
    auto session = *engine->begin(R"({"session":"enrolments"})");
    CHECK(session->feed("x").error().code.name() == "argument.invalid");
    CHECK(session->finish().error().code.name() == "output.waiting");
    Chunk chunk;
    REQUIRE(*session->take(chunk));
    export_import(*engine, "learners", "Login,Family name,Birth date,Client ID\ncy,Cy,2003-03-03,S3\n");
    export_taken(*session);
    CHECK(session->finish()->find(R"("moved":true)") != std::string::npos);
}

TEST_CASE("an export is refused without the right to report, and with options that make no sense") {
    const auto engine = export_engine();
    CHECK(export_problem(*engine, R"({"session":"enrolments","actor":"guest"})") == "right.missing");
    CHECK(export_problem(*engine, R"({"session":"enrolments","actor":"nobody"})") == "right.missing");
    CHECK(engine->begin(R"({"session":"enrolments","actor":"owner"})"));
    CHECK(export_problem(*engine, R"({"session":"statutory"})") == "field.missing");
    CHECK(export_problem(*engine, R"({"session":"statutory","collection_year":2026})") == "field.missing");
    const std::string begin(export_statutory.substr(0, export_statutory.size() - 1));
    CHECK(export_problem(*engine, begin + R"(,"release":"6.1"})") == "choice.unknown");
    CHECK(export_problem(*engine, begin + R"(,"target":"nsw"})") == "choice.unknown");
    CHECK(export_problem(*engine, R"({"session":"statutory","collection_year":2026,"submitted_on":"2025-12-31"})") ==
          "value.out-of-range");
}
