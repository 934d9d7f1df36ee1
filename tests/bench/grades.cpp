// Grades over columns beside a decision table that somebody wrote by hand; and one grade on SQLite, durable before it
// answers, beside a bare transaction that writes the same rows durably.
#include "bench.hpp"
#include "results/compile.hpp"
#include "results/grade_rule.hpp"
#include "sqlite_floor.hpp"

#include <provost/open.hpp>
#include <provost/results/results.hpp>

#include <filesystem>
#include <random>

namespace bench {

namespace {

using namespace provost::results;
using provost::Decimal;

constexpr std::size_t many = 10'000'000;
constexpr int rounds = 7, learners = 5000, per_round = 1000;

// The table as data, interpreted row by row.
struct Row {
    Completion completion;
    double low, high;
    std::int32_t band;
};

std::int32_t by_table(const std::vector<Row>& table, Completion completion, double grade) {
    for (const Row& row : table) {
        if (row.completion == completion && grade >= row.low && grade < row.high) return row.band;
    }
    return -1;
}

GradeBand band(ForCompletion completion, const char* from, const char* to, const char* outcome) {
    GradeBand made;
    made.completion = completion;
    made.from = from;
    made.to = to;
    made.outcome = outcome;
    return made;
}

GradeRule eight_rows() {
    using enum ForCompletion;
    GradeRule rule;
    rule.bands = {band(passed, "85", "100", "20"), band(passed, "75", "84", "20"),  band(passed, "65", "74", "20"),
                  band(passed, "50", "64", "20"),  band(passed, "0", "49", "30"),   band(completed, "0", "100", "20"),
                  band(failed, "0", "100", "30"),  band(incomplete, "0", "100", "")};
    rule.rows = compile(rule).rows;
    return rule;
}

void columns() {
    using enum Completion;
    constexpr double end = 100.000001;
    const std::vector<Row> table = {{passed, 85, end, 0}, {passed, 75, 85, 1},    {passed, 65, 75, 2},
                                    {passed, 50, 65, 3},  {passed, 0, 50, 4},     {completed, 0, end, 5},
                                    {failed, 0, end, 6},  {incomplete, 0, end, 7}};
    static constexpr Completion said[] = {passed, passed, passed, completed, failed, incomplete};
    std::mt19937 dice(9);
    std::vector<Completion> completions(many);
    std::vector<std::int64_t> grades(many);
    std::vector<double> numbers(many);
    for (std::size_t i = 0; i < many; ++i) {
        completions[i] = said[dice() % 6];
        grades[i] = static_cast<std::int64_t>(dice() % 101) * 1'000'000;
        numbers[i] = static_cast<double>(grades[i]) / 1e6;
    }
    std::vector<std::int32_t> ours(many), theirs(many);
    std::vector<double> our_time, floor_time;
    const GradeColumns compiled(eight_rows());
    for (int round = 0; round < rounds; ++round) {
        double cpu = cpu_seconds();
        compiled.judge(completions, grades, ours);
        our_time.push_back(cpu_seconds() - cpu);
        cpu = cpu_seconds();
        for (std::size_t i = 0; i < many; ++i) theirs[i] = by_table(table, completions[i], numbers[i]);
        floor_time.push_back(cpu_seconds() - cpu);
    }
    if (ours != theirs) std::puts("bench: the tables differ"), std::exit(1);
    report("grades by a rule of 8 rows, as columns", median(our_time), median(floor_time), many, "grades", 0.4);
}

constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M"})",
    R"({"verb":"results.define_grade_rule","record":{"key":"R","bands":[
        {"from":"0","to":"49","outcome":"30","end":"activity_date"},
        {"from":"50","to":"100","outcome":"20","end":"activity_date"}]}})",
    R"({"verb":"results.set_grade_rule","course":"C1","rule":"R"})",
};

std::string login(int n) { return "learner" + std::to_string(n); }

std::unique_ptr<provost::Engine> college(const std::string& path) {
    auto engine = must(provost::open(path));
    for (const auto document : set_up) must(engine->run_document(document));
    std::string file = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n";
    for (int n = 0; n < learners; ++n) file += login(n) + ",,Learner,2000-01-01,,,,,,S" + std::to_string(n) + "\n";
    auto session = must(engine->begin(R"({"session":"import","preset":"learners","zone":"Australia/Melbourne"})"));
    must(session->feed(file));
    must(session->finish());
    for (int n = 0; n < learners; ++n) {
        must(engine->run_document(R"({"verb":"registration.register_learner","course":"C1","learner":")" + login(n) +
                                  R"("})"));
    }
    return engine;
}

// Writes what a grade wrote, each group in a transaction of its own: new rows, and rows that are brought up to date.
class BareGrades {
public:
    explicit BareGrades(const std::string& path)
        : bare_(path),
          event_(bare_, "SELECT * FROM result_event ORDER BY id"),
          message_(bare_, "SELECT * FROM intent WHERE verb='results.receive_grade' ORDER BY id"),
          entry_(bare_, "SELECT * FROM journal_entry WHERE verb='results.receive_grade' ORDER BY id"),
          place_(bare_, "SELECT id FROM enrolment ORDER BY id"),
          activity_(bare_, "SELECT id FROM activity ORDER BY id") {
        bare_.run(
            "DELETE FROM result_event; DELETE FROM intent WHERE verb='results.receive_grade';"
            "DELETE FROM journal_entry WHERE verb='results.receive_grade'");
        add(event_, event_.insert_into("result_event"));
        if (message_.size() != 0) add(message_, message_.insert_into("intent"));
        add(entry_, entry_.insert_into("journal_entry"));
        add(place_,
            "UPDATE enrolment SET version=version+1,state=state,unit_status=unit_status,started_on=started_on,"
            "ended_on=ended_on WHERE id=?");
        add(activity_,
            "UPDATE activity SET version=version+1,outcome=outcome,outcome_source=outcome_source,end_on=end_on,"
            "evidence_on=evidence_on,final_grade=final_grade WHERE id=?");
        for (const char* sql : {"UPDATE seats SET version=version+1,taken=taken-1,started=1",
                                "UPDATE journal_head SET version=version+1,entries=entries+1,state=state,chain=chain",
                                "UPDATE provost_meta SET revision=revision+1,next_id=next_id+3 WHERE id=1"}) {
            counters_.push_back(bare_.prepare(sql));
        }
        begin_ = bare_.prepare("BEGIN IMMEDIATE");
        commit_ = bare_.prepare("COMMIT");
    }
    ~BareGrades() {
        for (auto& [rows, statement] : writes_) sqlite3_finalize(statement);
        for (sqlite3_stmt* statement : counters_) sqlite3_finalize(statement);
        for (sqlite3_stmt* statement : {begin_, commit_}) sqlite3_finalize(statement);
    }
    BareGrades(const BareGrades&) = delete;
    BareGrades& operator=(const BareGrades&) = delete;

    void write(std::size_t row) {
        step(begin_);
        for (auto& [rows, statement] : writes_) rows->write(bare_, statement, row);
        for (sqlite3_stmt* statement : counters_) step(statement);
        step(commit_);
    }

private:
    void add(const Rows& rows, const std::string& sql) { writes_.emplace_back(&rows, bare_.prepare(sql)); }
    void step(sqlite3_stmt* statement) {
        bare_.check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    Bare bare_;
    Rows event_, message_, entry_, place_, activity_;
    std::vector<std::pair<const Rows*, sqlite3_stmt*>> writes_;
    std::vector<sqlite3_stmt*> counters_;
    sqlite3_stmt *begin_ = nullptr, *commit_ = nullptr;
};

void grade_one(provost::Engine& engine, int n) {
    ReceiveGrade request;
    request.course = "C1";
    request.learner = login(n);
    request.completion = Completion::completed;
    request.grade_percent = Decimal::of(60 + n % 40);
    must(engine.run(request));
}

}  // namespace

void grades(const std::string& folder) {
    columns();
    const std::filesystem::path work(folder);
    {
        const auto first = college((work / "graded.db").string());
        for (int n = 0; n < learners; ++n) grade_one(*first, n);
    }
    BareGrades bare((work / "graded.db").string());
    const auto engine = college((work / "grades.db").string());
    std::vector<double> ours, floor, ours_cpu, floor_cpu;
    for (int from = 0; from < learners; from += per_round) {
        double wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) grade_one(*engine, n);
        ours.push_back(wall_seconds() - wall), ours_cpu.push_back(cpu_seconds() - cpu);
        wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) bare.write(static_cast<std::size_t>(n));
        floor.push_back(wall_seconds() - wall), floor_cpu.push_back(cpu_seconds() - cpu);
    }
    report("receive_grade, durable, by wall time", median(ours), median(floor), per_round, "calls", 0.8);
    report("receive_grade, durable, by CPU time", median(ours_cpu), median(floor_cpu), per_round, "calls", 0.8);
}

}  // namespace bench
