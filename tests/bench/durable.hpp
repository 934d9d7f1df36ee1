// One request on SQLite, durable before it answers, beside a bare transaction that writes the same rows durably.
#pragma once

#include "bench.hpp"
#include "sqlite_floor.hpp"

#include <provost/open.hpp>

#include <list>
#include <span>

namespace bench {

inline std::string login(int n) { return "learner" + std::to_string(n); }

/// A store in a new file: what the documents set up, and so many learners.
inline std::unique_ptr<provost::Engine> college(const std::string& path, std::span<const std::string_view> set_up,
                                                int learners, const provost::EngineOptions& options = {}) {
    auto engine = must(provost::open(path, options));
    for (const auto document : set_up) must(engine->run_document(document));
    std::string file = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n";
    for (int n = 0; n < learners; ++n) file += login(n) + ",,Learner,2000-01-01,,,,,,S" + std::to_string(n) + "\n";
    auto session = must(engine->begin(R"({"session":"import","preset":"learners","zone":"Australia/Melbourne"})"));
    must(session->feed(file));
    must(session->finish());
    return engine;
}

/// Writes what requests wrote, request by request, each in a transaction of its own.
class BareUnit {
public:
    explicit BareUnit(const std::string& path)
        : bare_(path), begin_(bare_.prepare("BEGIN IMMEDIATE")), commit_(bare_.prepare("COMMIT")) {}
    ~BareUnit() {
        for (const Write& write : writes_) sqlite3_finalize(write.statement);
        for (sqlite3_stmt* statement : counters_) sqlite3_finalize(statement);
        for (sqlite3_stmt* statement : {begin_, commit_}) sqlite3_finalize(statement);
    }
    BareUnit(const BareUnit&) = delete;
    BareUnit& operator=(const BareUnit&) = delete;

    /// Rows as they are now.
    const Rows& copy(const std::string& query) { return copies_.emplace_back(bare_, query); }
    void run(const std::string& sql) { bare_.run(sql); }
    /// A request writes its own row with the statement; or a unit its own one; or always the first one; or the
    /// statement takes no row.
    void each(const Rows& rows, const std::string& sql) { add(rows, sql, Write::request); }
    void unit(const Rows& rows, const std::string& sql) { add(rows, sql, Write::unit); }
    void first(const Rows& rows, const std::string& sql) { add(rows, sql, Write::first); }
    void also(const std::string& sql) { counters_.push_back(bare_.prepare(sql)); }

    /// A unit of so many requests, by its place among units of that size.
    void write(std::size_t unit, std::size_t requests = 1) {
        step(begin_);
        for (const auto& [rows, statement, whose] : writes_) {
            if (whose != Write::request) {
                rows->write(bare_, statement, whose == Write::unit ? unit : 0);
                continue;
            }
            for (std::size_t n = unit * requests; n < (unit + 1) * requests; ++n) rows->write(bare_, statement, n);
        }
        for (sqlite3_stmt* statement : counters_) step(statement);
        step(commit_);
    }

private:
    struct Write {
        enum Whose { request, unit, first };
        const Rows* rows;
        sqlite3_stmt* statement;
        Whose whose;
    };

    void add(const Rows& rows, const std::string& sql, Write::Whose whose) {
        writes_.push_back({&rows, bare_.prepare(sql), whose});
    }

    void step(sqlite3_stmt* statement) {
        bare_.check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
    Bare bare_;
    std::list<Rows> copies_;
    std::vector<Write> writes_;
    std::vector<sqlite3_stmt*> counters_;
    sqlite3_stmt *begin_, *commit_;
};

/// So many requests in rounds, by wall and by CPU time.
inline void beside_bare(const std::string& name, int requests, int per_round, const std::function<void(int)>& ours,
                        BareUnit& bare) {
    std::vector<double> wall_ours, wall_floor, cpu_ours, cpu_floor;
    for (int from = 0; from < requests; from += per_round) {
        double wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) ours(n);
        wall_ours.push_back(wall_seconds() - wall), cpu_ours.push_back(cpu_seconds() - cpu);
        wall = wall_seconds(), cpu = cpu_seconds();
        for (int n = from; n < from + per_round; ++n) bare.write(static_cast<std::size_t>(n));
        wall_floor.push_back(wall_seconds() - wall), cpu_floor.push_back(cpu_seconds() - cpu);
    }
    report(name + ", durable, by wall time", median(wall_ours), median(wall_floor), per_round, "calls", 0.8);
    report(name + ", durable, by CPU time", median(cpu_ours), median(cpu_floor), per_round, "calls", 0.8);
}

}  // namespace bench
