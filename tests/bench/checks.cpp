// registration.check of 200 courses for one learner on SQLite, beside the statements that it runs with their rows
// thrown away; and what one check costs in a large catalogue beside a small one.
#include "bench.hpp"
#include "sqlite_floor.hpp"

#include <provost/open.hpp>
#include <provost/registration/request.hpp>

#include <filesystem>

namespace bench {

namespace {

constexpr int templates = 50;
constexpr int units = 20;
constexpr int learners = 50;
constexpr int small = 1'000, large = 100'000;
constexpr int courses_per_check = 200;
constexpr int rounds = 7;

std::string number(int n) { return std::to_string(n); }
std::string unit(int n) { return "UNIT" + number(100 + n); }
std::string course(int n) { return "C" + number(n); }
std::string login(int n) { return "learner" + number(n); }

void import_text(provost::Engine& engine, const std::string& preset, const std::string& text) {
    auto session =
        must(engine.begin(R"({"session":"import","zone":"Australia/Melbourne","preset":")" + preset + "\"}"));
    must(session->feed(text));
    must(session->finish());
}

// A template asks for a unit and one of two others; every second learner has most of them.
void define_templates(provost::Engine& engine) {
    const auto run = [&](const std::string& document) { must(engine.run_document(document)); };
    run(R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})");
    run(R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})");
    for (int n = 0; n < units; ++n) {
        run(R"({"verb":"catalogue.define_subject","record":{"code":")" + unit(n) + R"("}})");
    }
    for (int n = 0; n < templates; ++n) {
        const std::string name = "T" + number(n);
        run(R"({"verb":"catalogue.define_template","course_type":"T","external_id":")" + name + R"(","name":"Unit"})");
        run(R"({"verb":"prerequisites.define_prerequisites","course_template":")" + name +
            R"(","bundles":[{"items":[{"subject":")" + unit(n % units) + R"("},{"least":1,"items":[{"subject":")" +
            unit((n + 1) % units) + R"("},{"subject":")" + unit((n + 7) % units) + R"("}]}]}]})");
    }
}

void add_learners(provost::Engine& engine) {
    std::string file = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n";
    std::string achieved = "Login,Unit code,Outcome,Achieved on\n";
    for (int n = 0; n < learners; ++n) {
        file += login(n) + ",,Learner,2000-01-01,,,,,,S" + number(n) + "\n";
        for (int u = n % 2; u < units; u += 1 + n % 3) achieved += login(n) + ',' + unit(u) + ",20,2025-11-03\n";
    }
    import_text(engine, "learners", file);
    import_text(engine, "prior_achievements", achieved);
}

std::unique_ptr<provost::Engine> college(const std::string& path, int courses) {
    provost::EngineOptions options;
    options.now = provost::parse_moment("2026-02-15T00:00:00Z")->in({});
    auto engine = must(provost::open(path, options));
    define_templates(*engine);
    add_learners(*engine);
    std::string file = "External Template ID;External Course ID;Duration;Max participants;Location\n";
    for (int n = 0; n < courses; ++n) file += 'T' + number(n % templates) + ';' + course(n) + ";6 M;20;L\n";
    import_text(*engine, "catalogue", file);
    return engine;
}

// 200 courses from all over the catalogue.
provost::registration::Check check_of(int learner, int courses) {
    provost::registration::Check request;
    request.learner = login(learner);
    const int step = courses / courses_per_check;
    for (int i = 0; i < courses_per_check; ++i) request.courses.push_back(course(i * step + learner % step));
    return request;
}

double time_of_checks(provost::Engine& engine, int courses) {
    const double began = cpu_seconds();
    for (int n = 0; n < learners; ++n) must(engine.run(check_of(n, courses)));
    return cpu_seconds() - began;
}

// Every statement that any connection of this process runs, as text with its values.
std::vector<std::string>* heard = nullptr;
int hear(unsigned, void*, void* statement, void*) {
    if (heard == nullptr) return 0;
    char* text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    heard->emplace_back(text);
    sqlite3_free(text);
    return 0;
}
int listen(sqlite3* connection, char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, hear, nullptr);
}

// The statements of all checks, prepared; run, they fetch the rows and look at none.
class Floor {
public:
    Floor(const std::string& path, const std::vector<std::string>& statements) : bare_(path) {
        for (const std::string& text : statements) statements_.push_back(bare_.prepare(text));
    }
    ~Floor() {
        for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
    }
    Floor(const Floor&) = delete;
    Floor& operator=(const Floor&) = delete;
    double run() {
        const double began = cpu_seconds();
        for (sqlite3_stmt* statement : statements_) {
            int code = sqlite3_step(statement);
            while (code == SQLITE_ROW) code = sqlite3_step(statement);
            bare_.check(code);
            sqlite3_reset(statement);
        }
        return cpu_seconds() - began;
    }

private:
    Bare bare_;
    std::vector<sqlite3_stmt*> statements_;
};

}  // namespace

void checks(const std::string& folder) {
    const std::filesystem::path work(folder);
    const std::string few = (work / "checks_small.db").string(), many = (work / "checks_large.db").string();
    college(few, small).reset();
    college(many, large).reset();

    sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen));
    std::vector<std::string> statements;
    {
        const auto watched = must(provost::open(few));
        heard = &statements;
        time_of_checks(*watched, small);
        heard = nullptr;
    }
    sqlite3_reset_auto_extension();

    Floor floor(few, statements);
    const auto in_small = must(provost::open(few)), in_large = must(provost::open(many));
    std::vector<double> ours, bare, larger;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(time_of_checks(*in_small, small));
        bare.push_back(floor.run());
        larger.push_back(time_of_checks(*in_large, large));
    }
    report("check of 200 courses, beside its bare statements", median(ours), median(bare), learners, "checks", 0.5);
    std::printf("%-52s %.2f times the cost among 1,000 (goal <= 1.2)\n", "check of 200 courses among 100,000",
                median(larger) / median(ours));
}

}  // namespace bench
