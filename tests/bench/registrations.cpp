// One registration on SQLite, durable before it answers, beside a bare transaction that writes the same rows durably.
#include "bench.hpp"
#include "sqlite_floor.hpp"

#include <provost/open.hpp>
#include <provost/registration/registration.hpp>

#include <filesystem>

namespace bench {

namespace {

constexpr int learners = 2000;
constexpr int per_round = 200;

constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M"})",
};

std::string login(int n) { return "learner" + std::to_string(n); }

std::unique_ptr<provost::Engine> college(const std::string& path) {
    auto engine = must(provost::open(path));
    for (const auto document : set_up) must(engine->run_document(document));
    std::string file = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n";
    for (int n = 0; n < learners; ++n) {
        file += login(n) + ",,Learner,2000-01-01,,,,,,S" + std::to_string(n) + "\n";
    }
    auto session = must(engine->begin(R"({"session":"import","preset":"learners","zone":"Australia/Melbourne"})"));
    must(session->feed(file));
    must(session->finish());
    return engine;
}

// Writes what a registration wrote, row by row, each group in a transaction of its own.
class BareRegistrations {
public:
    explicit BareRegistrations(const std::string& path)
        : bare_(path),
          place_(bare_, "SELECT * FROM enrolment ORDER BY id"),
          activity_(bare_, "SELECT * FROM activity ORDER BY id"),
          access_(bare_, "SELECT * FROM lms_access ORDER BY id"),
          message_(bare_, "SELECT * FROM intent ORDER BY id"),
          entry_(bare_, "SELECT * FROM journal_entry WHERE verb='registration.register_learner' ORDER BY id"),
          seats_(bare_, "SELECT * FROM seats"),
          head_(bare_, "SELECT * FROM journal_head") {
        bare_.run(
            "DELETE FROM enrolment; DELETE FROM activity; DELETE FROM lms_access; DELETE FROM intent;"
            "DELETE FROM journal_entry WHERE verb='registration.register_learner'");
        for (const auto& [rows, table] : {std::pair{&place_, "enrolment"},
                                          {&activity_, "activity"},
                                          {&access_, "lms_access"},
                                          {&message_, "intent"},
                                          {&entry_, "journal_entry"}}) {
            inserts_.emplace_back(rows, bare_.prepare(rows->insert_into(table)));
        }
        updates_.emplace_back(&seats_, bare_.prepare(seats_.insert_into("seats") +
                                                     " ON CONFLICT(id) DO UPDATE SET version=version+1,taken=taken+1"));
        updates_.emplace_back(
            &head_, bare_.prepare(head_.insert_into("journal_head") +
                                  " ON CONFLICT(id) DO UPDATE SET "
                                  "version=version+1,entries=entries+1,state=excluded.state,chain=excluded.chain"));
        counters_ = bare_.prepare("UPDATE provost_meta SET revision=revision+1,next_id=next_id+3 WHERE id=1");
        begin_ = bare_.prepare("BEGIN IMMEDIATE");
        commit_ = bare_.prepare("COMMIT");
    }
    ~BareRegistrations() {
        for (auto& [rows, statement] : inserts_) sqlite3_finalize(statement);
        for (auto& [rows, statement] : updates_) sqlite3_finalize(statement);
        for (sqlite3_stmt* statement : {counters_, begin_, commit_}) sqlite3_finalize(statement);
    }
    BareRegistrations(const BareRegistrations&) = delete;
    BareRegistrations& operator=(const BareRegistrations&) = delete;

    void write(std::size_t row) {
        step(begin_);
        for (auto& [rows, statement] : inserts_) rows->write(bare_, statement, row);
        for (auto& [rows, statement] : updates_) rows->write(bare_, statement, 0);
        step(counters_);
        step(commit_);
    }

private:
    void step(sqlite3_stmt* statement) {
        bare_.check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    Bare bare_;
    Rows place_, activity_, access_, message_, entry_, seats_, head_;
    std::vector<std::pair<const Rows*, sqlite3_stmt*>> inserts_, updates_;
    sqlite3_stmt *counters_ = nullptr, *begin_ = nullptr, *commit_ = nullptr;
};

void register_one(provost::Engine& engine, int n) {
    provost::registration::RegisterLearner request;
    request.course = "C1";
    request.learner = login(n);
    must(engine.run(request));
}

}  // namespace

void registrations(const std::string& folder) {
    const std::filesystem::path work(folder);
    {
        const auto first = college((work / "registered.db").string());
        for (int n = 0; n < learners; ++n) register_one(*first, n);
    }
    BareRegistrations bare((work / "registered.db").string());
    const auto engine = college((work / "registrations.db").string());
    std::vector<double> ours, floor, ours_cpu, floor_cpu;
    for (int from = 0; from < learners; from += per_round) {
        double wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) register_one(*engine, n);
        ours.push_back(wall_seconds() - wall), ours_cpu.push_back(cpu_seconds() - cpu);
        wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) bare.write(static_cast<std::size_t>(n));
        floor.push_back(wall_seconds() - wall), floor_cpu.push_back(cpu_seconds() - cpu);
    }
    report("register_learner, durable, by wall time", median(ours), median(floor), per_round, "calls", 0.8);
    report("register_learner, durable, by CPU time", median(ours_cpu), median(floor_cpu), per_round, "calls", 0.8);
}

}  // namespace bench
