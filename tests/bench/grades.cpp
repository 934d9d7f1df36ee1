// Grades over columns beside a decision table that somebody wrote by hand; and one grade on SQLite, durable before it
// answers, beside a bare transaction that writes the same rows durably.
#include "durable.hpp"
#include "results/compile.hpp"
#include "results/grade_rule.hpp"

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

std::unique_ptr<provost::Engine> graded_college(const std::string& path, int learners,
                                                const provost::EngineOptions& options = {}) {
    auto engine = college(path, set_up, learners, options);
    for (int n = 0; n < learners; ++n) {
        must(engine->run_document(R"({"verb":"registration.register_learner","course":"C1","learner":")" + login(n) +
                                  R"("})"));
    }
    return engine;
}

// What each grade changes: the place and the activity.
void add_changes(BareUnit& bare) {
    bare.each(bare.copy("SELECT id FROM enrolment ORDER BY id"),
              "UPDATE enrolment SET version=version+1,state=state,unit_status=unit_status,started_on=started_on,"
              "ended_on=ended_on WHERE id=?");
    bare.each(bare.copy("SELECT id FROM activity ORDER BY id"),
              "UPDATE activity SET version=version+1,outcome=outcome,outcome_source=outcome_source,end_on=end_on,"
              "evidence_on=evidence_on,final_grade=final_grade WHERE id=?");
}

// Writes what a grade wrote: new rows, and rows that are brought up to date.
void add_grades(BareUnit& bare) {
    const Rows& event = bare.copy("SELECT * FROM result_event ORDER BY id");
    const Rows& message = bare.copy("SELECT * FROM intent WHERE verb='results.receive_grade' ORDER BY id");
    const Rows& entry = bare.copy("SELECT * FROM journal_entry WHERE verb='results.receive_grade' ORDER BY id");
    bare.run(
        "DELETE FROM result_event; DELETE FROM intent WHERE verb='results.receive_grade';"
        "DELETE FROM journal_entry WHERE verb='results.receive_grade'");
    bare.each(event, event.insert_into("result_event"));
    if (message.size() != 0) bare.each(message, message.insert_into("intent"));
    bare.each(entry, entry.insert_into("journal_entry"));
    add_changes(bare);
    bare.also("UPDATE seats SET version=version+1,taken=taken-1,started=1");
    bare.also("UPDATE journal_head SET version=version+1,entries=entries+1,state=state,chain=chain");
    bare.also("UPDATE provost_meta SET revision=revision+1,next_id=next_id+3 WHERE id=1");
}

void grade_one(provost::Engine& engine, int n) {
    ReceiveGrade request;
    request.course = "C1";
    request.learner = login(n);
    request.completion = Completion::completed;
    request.grade_percent = Decimal::of(60 + n % 40);
    must(engine.run(request));
}

// A file of grades, of those learners; a batch of it is one commit.
void import_grades(provost::Engine& engine, int from, int count) {
    // The learners came in just now, and nothing counts that was before.
    const auto at = provost::to_text(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    std::string file = "Login,External Course ID,Grade percent,Completion status,Submitted at\n";
    for (int n = from; n < from + count; ++n) {
        file += login(n) + ",C1," + std::to_string(60 + n % 40) + ",completed," + at + "\n";
    }
    auto session = must(engine.begin(R"({"session":"import","preset":"results","zone":"Australia/Melbourne"})"));
    must(session->feed(file));
    must(session->finish());
}

constexpr int in_batches = 6000;
constexpr int per_batch = 1000;

// What a batch wrote: rows of each grade, and one entry of the journal.
void add_batches(BareUnit& bare) {
    const Rows& event = bare.copy("SELECT * FROM result_event ORDER BY id");
    const Rows& entry = bare.copy("SELECT * FROM journal_entry WHERE verb='import.results' ORDER BY id");
    if (entry.size() != in_batches / per_batch || event.size() != in_batches) {
        std::printf("the file of grades was not taken: %zu events, %zu entries\n", event.size(), entry.size());
        std::exit(1);
    }
    bare.run("DELETE FROM result_event; DELETE FROM journal_entry WHERE verb='import.results'");
    bare.each(event, event.insert_into("result_event"));
    add_changes(bare);
    bare.unit(entry, entry.insert_into("journal_entry"));
    bare.also("UPDATE seats SET version=version+1,taken=taken-1,started=1");
    bare.also("UPDATE journal_head SET version=version+1,entries=entries+1,state=state,chain=chain");
    bare.also("UPDATE provost_meta SET revision=revision+1,next_id=next_id+1000 WHERE id=1");
}

// Batches of a thousand grades, each durable as a whole, beside bare statements that write the same rows.
void batches(const std::filesystem::path& work) {
    provost::EngineOptions options;
    options.batch = per_batch;
    {
        const auto first = graded_college((work / "batched.db").string(), in_batches, options);
        import_grades(*first, 0, in_batches);
    }
    BareUnit bare((work / "batched.db").string());
    add_batches(bare);
    const auto engine = graded_college((work / "batches.db").string(), in_batches, options);
    std::vector<double> wall_ours, wall_floor, cpu_ours, cpu_floor;
    for (int batch = 0; batch < in_batches / per_batch; ++batch) {
        double wall = wall_seconds(), cpu = cpu_seconds();
        import_grades(*engine, batch * per_batch, per_batch);
        wall_ours.push_back(wall_seconds() - wall), cpu_ours.push_back(cpu_seconds() - cpu);
        wall = wall_seconds(), cpu = cpu_seconds();
        bare.write(static_cast<std::size_t>(batch), per_batch);
        wall_floor.push_back(wall_seconds() - wall), cpu_floor.push_back(cpu_seconds() - cpu);
    }
    report("a thousand grades of a file, by wall time", median(wall_ours), median(wall_floor), per_batch, "grades",
           0.8);
    report("a thousand grades of a file, by CPU time", median(cpu_ours), median(cpu_floor), per_batch, "grades", 0.8);
}

}  // namespace

void grades(const std::string& folder) {
    columns();
    const std::filesystem::path work(folder);
    {
        const auto first = graded_college((work / "graded.db").string(), learners);
        for (int n = 0; n < learners; ++n) grade_one(*first, n);
    }
    BareUnit bare((work / "graded.db").string());
    add_grades(bare);
    const auto engine = graded_college((work / "grades.db").string(), learners);
    beside_bare(
        "receive_grade", learners, per_round, [&](int n) { grade_one(*engine, n); }, bare);
    batches(work);
}

}  // namespace bench
