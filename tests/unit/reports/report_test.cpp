// Reports: parts put together are the whole, both forms of separated values, what each line says.
#include "imports/csv.hpp"
#include "imports/csv_write.hpp"
#include "unit/notices/outbox_world.hpp"

#include <provost/engine/reports.hpp>

#include <set>

namespace provost {

namespace {

using namespace outbox_world;

struct Written {
    std::string bytes;
    ExportSummary summary;
};

Written report(Host& host, std::string_view which, const std::string& more = {}) {
    auto begun = host.engine->begin(R"({"session":"report","preset":")" + std::string(which) + '"' + more + "}");
    REQUIRE(begun);
    Written written;
    Chunk chunk;
    while (*(*begun)->take(chunk)) written.bytes += chunk.bytes;
    const auto summary = (*begun)->finish();
    REQUIRE(summary);
    written.summary = *from_json<ExportSummary>(*summary);
    return written;
}

template <class T>
std::vector<T> lines_of(const std::string& bytes) {
    std::vector<T> lines;
    for (std::size_t from = 0; from < bytes.size();) {
        const auto end = bytes.find('\n', from);
        const auto line = from_json<T>(std::string_view(bytes).substr(from, end - from));
        REQUIRE(line);
        lines.push_back(*line);
        from = end + 1;
    }
    return lines;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        REQUIRE(end != text.npos);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 2);
    }
    return lines;
}

constexpr std::string_view learned =
    R"({"verb":"catalogue.define_syllabus","course":"C1","components":[{"key":"intro","name":"Intro"},{"key":"quiz","name":"Quiz","kind":"test","weight":"3"}]})";

std::string told(int n, std::string_view what, std::string_view more) {
    return R"({"verb":"learning.)" + std::string(what) + R"(","course":"C1","learner":"learner)" + std::to_string(n) +
           "\"," + std::string(more) + "}";
}

}  // namespace

TEST_CASE("IMC-PART-12 the parts of a report put together are the whole, whatever their size") {
    College college(3);
    Host& host = college.host;
    host.ask(learned);
    for (const std::string_view which : {"participants", "course_process", "messages"}) {
        const auto whole = report(host, which);
        CHECK(whole.summary.rows == (which == "course_process" ? 6 : 3));
        CHECK(whole.summary.after.empty());
        for (const int size : {1, 2, 5}) {
            std::string parts, after;
            int count = 0;
            do {
                const auto part =
                    report(host, which, R"(,"limit":)" + std::to_string(size) + R"(,"after":")" + after + '"');
                CHECK(part.summary.rows <= size);
                parts += part.bytes;
                after = part.summary.after;
                REQUIRE(++count < 10);
            } while (!after.empty());
            CHECK(parts == whole.bytes);
        }
    }
}

TEST_CASE("IMC-PART-12 a report may grow between its parts: nothing comes twice, and what is new comes last") {
    College college(2);
    Host& host = college.host;
    const auto first = report(host, "participants", R"(,"limit":1)");
    host.ask(registration(2));
    const auto rest = report(host, "participants", R"(,"after":")" + first.summary.after + '"');
    CHECK(lines_of<ParticipantLine>(first.bytes).front().login == "learner0");
    const auto lines = lines_of<ParticipantLine>(rest.bytes);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].login == "learner1");
    CHECK(lines[1].login == "learner2");
}

TEST_CASE("IMC-PART-12 the course process says states, progress, attempts and scores of each component") {
    College college(1);
    Host& host = college.host;
    host.ask(learned);
    host.ask(told(0, "confirm", R"("component":"intro","effective":"2026-02-03T00:00:00Z")"));
    host.ask(told(
        0, "receive_result",
        R"("component":"quiz","attempt":1,"status":"failed","percent":"80.5","effective":"2026-02-04T00:00:00Z")"));
    host.ask(
        told(0, "receive_result",
             R"("component":"quiz","attempt":2,"status":"failed","percent":"40","effective":"2026-02-05T00:00:00Z")"));
    const auto lines = lines_of<ProcessLine>(report(host, "course_process").bytes);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].component == "intro");
    CHECK(lines[0].component_state == learning::ComponentState::processed);
    CHECK(lines[0].processed_at == moment("2026-02-03T00:00:00Z"));
    CHECK(lines[0].state == enrolment::State::in_progress);
    CHECK(lines[0].percent.has_value());
    CHECK(lines[1].component_name == "Quiz");
    CHECK(lines[1].attempts == 2);
    CHECK(lines[1].best_score == parse_decimal("80.5"));
    CHECK(lines[1].last_score == Decimal::of(40));
    CHECK(lines[1].tries.size() == 2);
    CHECK(lines[1].component_state == learning::ComponentState::failed);
}

TEST_CASE("IMC-PART-12 the form for programs holds what is there; in the form for people nothing is a formula") {
    College college;
    Host& host = college.host;
    host.ask(
        R"({"verb":"people.define_learner","login":"learner9","first_name":" =1+1","family_name":"=HYPERLINK(\"x\",\"y\"), \"so\"","birth_date":"2000-01-01","client_id":"S9"})");
    host.ask(R"({"verb":"registration.register_learner","course":"C1","learner":"learner9"})");
    const auto exact = split(report(host, "participants", R"(,"format":"csv")").bytes);
    REQUIRE(exact.size() == 2);
    CHECK(exact[0].starts_with("at,course,course_name,enrolment,login,first_name,family_name,email,privacy,state"));
    CHECK(exact[1].find(R"(,learner9," =1+1","=HYPERLINK(""x"",""y""), ""so""",)") != std::string::npos);
    const auto safe = report(host, "participants", R"(,"format":"csv_spreadsheet")").bytes;
    CHECK(
        safe.starts_with("\xEF\xBB\xBF"
                         "at,"));
    CHECK(safe.find(R"(,learner9,' =1+1,"'=HYPERLINK(""x"",""y""), ""so""",)") != std::string::npos);
}

TEST_CASE("IMC-PART-12 cells that spreadsheets take for formulas have an apostrophe, others stay as they are") {
    for (const std::string cell : {"=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "\xC2\xA0=1",
                                   "\xEF\xBC\x9D"
                                   "1",
                                   "\xEF\xBC\x8B"
                                   "1",
                                   "\xEF\xBC\x8D"
                                   "1",
                                   "\xEF\xBC\xA0"
                                   "1",
                                   "\tx"}) {
        CAPTURE(cell);
        CHECK(imports::harmless(cell) == "'" + cell);
    }
    for (const std::string cell : {"", "a=1", "1+1", "'=1", "\"=1\"", "Anna", " x", "2026-01-01", "\xEF\xBC\x91"}) {
        CAPTURE(cell);
        CHECK(imports::harmless(cell) == cell);
    }
}

TEST_CASE("IMC-NOT-04 the monitor says which message went to whom, and when") {
    College college(1);
    Host& host = college.host;
    Sender sender(host, "w", R"(,"recorded":"2026-07-01T00:00:00Z")");
    const auto messages = sender.messages();
    CHECK(sender.report(messages.front().id, "sent") == "settled");
    std::ignore = sender.finish();
    const auto lines = lines_of<MessageLine>(report(host, "messages").bytes);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].login == "learner0");
    CHECK(lines[0].course == "C1");
    CHECK(lines[0].state == IntentState::sent);
    CHECK(lines[0].moved_at == moment("2026-07-01T00:00:00Z"));
    CHECK(lines[0].recorded == moment(start));
    CHECK(lines[0].notice == "participant.state-changed");
    CHECK(lines[0].attempts == 1);
}

TEST_CASE("the log of an LMS is a report [PPR-SYN-01]") {
    College college(2);
    Host& host = college.host;
    host.ask(R"({"verb":"results.link_lms_course","course":"C1","connection":"lms","lms_course":"77"})");
    auto begun = host.engine->begin(R"({"session":"lms.provision","worker":"w"})");
    REQUIRE(begun);
    std::string reported;
    Chunk chunk;
    while (*(*begun)->take(chunk)) {
        if (chunk.stream != "actions") continue;
        for (std::size_t from = 0; (from = chunk.bytes.find("\"op_id\":\"", from)) != std::string::npos;) {
            from += 9;
            reported += R"({"op_id":")" + chunk.bytes.substr(from, chunk.bytes.find('"', from) - from) +
                        R"(","status":"applied"})" + "\n";
        }
    }
    REQUIRE((*begun)->feed(reported));
    REQUIRE((*begun)->finish());
    const auto lines = lines_of<SyncLine>(report(host, "sync_log").bytes);
    REQUIRE(lines.size() > 2);
    std::set<std::string> people;
    for (const SyncLine& line : lines) {
        CHECK(line.worker == "w");
        CHECK(line.connection == "lms");
        if (!line.login.empty()) people.insert(line.login);
    }
    CHECK(people == std::set<std::string>{"learner0", "learner1"});
    CHECK(std::ranges::any_of(lines, [](const SyncLine& line) { return !line.lms_course.empty(); }));
    const auto of_one = lines_of<SyncLine>(report(host, "sync_log", R"(,"learner":"learner1")").bytes);
    REQUIRE(!of_one.empty());
    for (const SyncLine& line : of_one) CHECK(line.login == "learner1");
}

}  // namespace provost
