// Whole exports where the store holds what no verb of these tests makes: chains of transitions, completed programs.
#include "unit/audit/history.hpp"

#include <provost/finalise/credential.hpp>
#include <provost/reporting/reporting.hpp>

#include <map>
#include <sstream>

namespace {

using provost::enrolment::ProgramEnrolment;

constexpr std::string_view submission_begin =
    R"({"session":"statutory","collection_year":2024,"submitted_on":"2024-06-30","target":"nsw-smart-and-skilled")";

constexpr std::string_view explain_begin =
    R"({"session":"statutory.explain","collection_year":2024,"submitted_on":"2024-06-30","target":"nsw-smart-and-skilled",)";

// A learner with a credit in each of four programs, all of them reported to one state.
struct SubmissionSample {
    provost::history::Kept kept = provost::history::open_kept(provost::make_memory_store());
    std::vector<std::int64_t> programs;  // program enrolments

    SubmissionSample() {
        ask("organisation.define_provider", R"("record":{"key":"p","identifier":"99999","name":"Example"})");
        ask("organisation.define_location", R"("record":{"key":"l","name":"Campus","zone":"Australia/Sydney"})");
        ask("people.define_learner", R"("login":"kim","family_name":"Day","birth_date":"1999-01-01","client_id":"K1")");
        for (const std::string number : {"1", "2", "3", "4"}) {
            ask("catalogue.define_subject", R"("record":{"code":"U)" + number + R"(","title":"Unit"})");
            ask("catalogue.define_program", R"("record":{"code":"P)" + number + R"(","title":"Program"})");
            ask("enrolment.enrol_in_program", R"("learner":"kim","target":"nsw-smart-and-skilled","program":"P)" +
                                                  number + R"(","commenced_on":"202)" + number + R"(-02-01")");
            ask("enrolment.record_achievement", R"("learner":"kim","outcome":"60","achieved_on":"2024-03-0)" + number +
                                                    R"(","subject":"U)" + number + "\"");
        }
        for (const auto& record : all<ProgramEnrolment>()) programs.push_back(record.id());
        std::size_t i = 0;
        for (const auto& record : all<provost::enrolment::Activity>()) {
            provost::history::overwrite(
                *kept.store,
                provost::history::altered<provost::enrolment::Activity>(record,
                                                                        [&](auto& one) {
                                                                            one.program_enrolment = {programs[i++]};
                                                                            ++one.version;
                                                                        }),
                record);
        }
    }

    void ask(std::string_view verb, const std::string& members) const {
        provost::history::ask(*kept.engine, verb, "2024-01-02T00:00:00Z", members);
    }
    template <class T>
    [[nodiscard]] std::vector<provost::Record> all() const {
        auto found = kept.store->find({&provost::type_of<T>(), provost::Key::by_id, {}, 0, 100});
        REQUIRE(found);
        return *found;
    }
    template <class Change>
    void change(std::size_t position, Change change) const {
        const auto record = all<ProgramEnrolment>()[position];
        provost::history::overwrite(*kept.store,
                                    provost::history::altered<ProgramEnrolment>(record,
                                                                                [&](auto& one) {
                                                                                    change(one);
                                                                                    ++one.version;
                                                                                }),
                                    record);
    }
    // Each took over the one before it.
    void chain(std::size_t length) const {
        for (std::size_t i = 1; i < length; ++i) change(i, [&](auto& one) { one.came_from = {programs[i - 1]}; });
    }
    [[nodiscard]] std::map<std::string, std::string> exported(const std::string& options = {}) const {
        auto session = kept.engine->begin(std::string(submission_begin) + options + "}");
        REQUIRE(session);
        std::map<std::string, std::string> streams;
        for (provost::Chunk chunk; *(*session)->take(chunk);) streams[chunk.stream] += chunk.bytes;
        REQUIRE((*session)->finish());
        return streams;
    }
    [[nodiscard]] bool too_many(const std::string& options = {}) const {
        const bool found =
            exported(options).at("nat/findings.csv").find("report.too-many-programs,error") != std::string::npos;
        CHECK(told_before(options) == (found ? (options.empty() ? 1 : 4) : 0));
        return found;
    }
    // How many of the learner's activities are told to have it, before the deadline; alone they are told the same.
    [[nodiscard]] int told_before(const std::string& options) const {
        const auto told = [&](const std::string& whose) {
            auto session = kept.engine->begin(std::string(explain_begin) + whose + options + "}");
            REQUIRE(session);
            int count = 0;
            for (provost::Chunk chunk; *(*session)->take(chunk);) {
                count += chunk.bytes.find("More than 3 program identifiers") != std::string::npos ? 1 : 0;
            }
            return count;
        };
        int alone = 0;
        for (const auto& record : all<provost::enrolment::Activity>()) {
            alone += told(R"("activity":)" + std::to_string(record.id()));
        }
        const int together = told(R"("learner":"kim")");
        CHECK(alone >= together);
        return alone;
    }
};

}  // namespace

TEST_CASE("FIN-TRN-03 more than three program identifiers in one chain are an error, of the chain alone") {
    const SubmissionSample sample;
    CHECK_FALSE(sample.too_many());
    CHECK(sample.too_many(R"(,"per_learner":true)"));
    sample.chain(3);
    CHECK_FALSE(sample.too_many());
    sample.chain(4);
    CHECK(sample.too_many());
}

TEST_CASE("FIN-TRN-03 a program of the chain that has no record does not count") {
    const SubmissionSample sample;
    sample.chain(4);
    sample.change(1, [](auto& one) { one.not_reported = true; });
    CHECK_FALSE(sample.too_many());
    CHECK_FALSE(sample.too_many(R"(,"per_learner":true)"));
}

TEST_CASE("FIN-REP-05 whoever goes on from a superseded program continues it, and names it") {
    const SubmissionSample sample;
    sample.change(3, [&](auto& one) { one.came_from = {sample.programs[2]}; });
    const auto rows = sample.exported().at("nat/NAT00120.txt");
    const auto field = [&](std::size_t line, std::size_t start, std::size_t length) {
        return rows.substr(line * 160 + start - 1, length);
    };
    REQUIRE(rows.size() == 4 * 160);
    CHECK(field(3, 43, 2) == "P4");
    CHECK(field(3, 76, 1) == "4");
    CHECK(field(3, 144, 10) == "P3        ");
    CHECK(field(2, 76, 1) == "4");
    CHECK(field(2, 144, 10) == "          ");
    sample.change(3, [](auto& one) { one.came_from = {}; });
    CHECK(sample.exported().at("nat/NAT00120.txt").substr(3 * 160 + 75, 1) == "3");
}

TEST_CASE("FIN-REP-07 a completed program makes a record once; its client and program stand in the other files") {
    const SubmissionSample sample;
    for (std::size_t i = 0; i < 4; ++i) sample.change(i, [](auto& one) { one.not_reported = true; });
    sample.change(0, [](auto& one) {
        one.not_reported = false;
        one.completed_on = provost::parse_day("2024-03-04");
    });
    provost::finalise::Credential issued;
    issued.id = {900'001};
    issued.version = 1;
    issued.program_enrolment = {sample.programs[0]};
    issued.number = "Q-17";
    issued.issued_on = provost::parse_day("2024-03-20");
    provost::history::overwrite(*sample.kept.store, provost::Record::of(issued));
    auto streams = sample.exported(R"(,"submission":"2024")");
    CHECK(streams.at("nat/NAT00130.txt") ==
          "99999     P1        K1        04032024Y20032024Q-17" + std::string(21, ' ') + "\r\n");
    CHECK(streams.at("nat/NAT00080.txt").substr(0, 2) == "K1");
    CHECK(streams.at("nat/NAT00030.txt").substr(0, 2) == "P1");

    // What the files said, as the requests that mark it as sent.
    std::istringstream lines(streams.at("nat/reported.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        const auto answer = sample.kept.engine->run_document(line);
        REQUIRE(answer);
        CHECK(answer->find(R"("verdict":"accepted")") != std::string::npos);
    }
    CHECK(sample.all<provost::reporting::ReportedCompletion>().size() == 1);
    CHECK(sample.all<provost::enrolment::ReportedActivity>().size() == 1);
    streams = sample.exported();
    CHECK(streams.contains("nat/NAT00130.txt"));  // in the same year once more
    auto next = sample.kept.engine->begin(
        R"({"session":"statutory","collection_year":2025,"submitted_on":"2025-06-30","target":"nsw-smart-and-skilled"})");
    REQUIRE(next);
    std::string omitted;
    for (provost::Chunk chunk; *(*next)->take(chunk);) {
        CHECK(chunk.stream != "nat/NAT00130.txt");
        if (chunk.stream == "nat/completions_not_reported.csv") omitted += chunk.bytes;
    }
    CHECK(omitted.find("report.completion-reported") != std::string::npos);
}
