// The import of courses into SQLite beside bare prepared statements that write the same rows, with those of the
// journal; and the same file once more beside guarded upserts of these rows, which change nothing either.
#include "import_file.hpp"
#include "sqlite_floor.hpp"

namespace bench {

namespace {

// What the import wrote, by table.
struct Written {
    Written(Bare& done, const std::string& last_entry)
        : courses(done, "SELECT * FROM course ORDER BY id"),
          seats(done, "SELECT * FROM seats ORDER BY id"),
          journal(done, "SELECT * FROM journal_entry WHERE id>" + last_entry + " ORDER BY id") {}
    Rows courses, seats, journal;
};

// Writes each batch of rows in a transaction of its own.
template <class Write>
double in_batches(Bare& bare, const Written& rows, std::size_t batches, Write write) {
    const double began = cpu_seconds();
    for (std::size_t batch = 0; batch < batches; ++batch) {
        bare.run("BEGIN IMMEDIATE");
        const std::size_t end = rows.courses.size() * (batch + 1) / batches;
        for (std::size_t i = rows.courses.size() * batch / batches; i < end; ++i) write(i);
        bare.run("COMMIT");
    }
    return cpu_seconds() - began;
}

double bare_time(const fs::path& prepared, const Written& rows, const fs::path& target) {
    fs::copy_file(prepared, target, fs::copy_options::overwrite_existing);
    Bare bare(target.string());
    sqlite3_stmt* course = bare.prepare(rows.courses.insert_into("course"));
    sqlite3_stmt* seat = bare.prepare(rows.seats.insert_into("seats"));
    sqlite3_stmt* entry = bare.prepare(rows.journal.insert_into("journal_entry"));
    const std::size_t batches = rows.journal.size();
    std::size_t entries = 0;
    const double took = in_batches(bare, rows, batches, [&](std::size_t i) {
        rows.courses.write(bare, course, i), rows.seats.write(bare, seat, i);
        if (i == rows.courses.size() * entries / batches) rows.journal.write(bare, entry, entries++);
    });
    for (sqlite3_stmt* each : {course, seat, entry}) sqlite3_finalize(each);
    return took;
}

// An upsert that writes only where a column differs, as people write it who import a file again and again.
std::string guarded(Bare& bare, const Rows& rows, const std::string& table, const std::string& key) {
    std::string sets, differs;
    sqlite3_stmt* columns = bare.prepare("SELECT name FROM pragma_table_info('" + table + "')");
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(columns, 0));
        if (name == key) continue;
        sets += (sets.empty() ? "" : ",") + name + "=excluded." + name;
        differs += (differs.empty() ? "" : " OR ") + ("excluded." + name + " IS NOT " + table + '.') + name;
    }
    sqlite3_finalize(columns);
    return rows.insert_into(table) + " ON CONFLICT(" + key + ") DO UPDATE SET " + sets + " WHERE " + differs;
}

double upsert_time(const fs::path& done, const Written& rows, const fs::path& target) {
    fs::copy_file(done, target, fs::copy_options::overwrite_existing);
    Bare bare(target.string());
    sqlite3_stmt* course = bare.prepare(guarded(bare, rows.courses, "course", "id"));
    const double took =
        in_batches(bare, rows, rows.journal.size(), [&](std::size_t i) { rows.courses.write(bare, course, i); });
    sqlite3_finalize(course);
    return took;
}

}  // namespace

void courses(const std::string& input, const std::string& folder) {
    const fs::path work(folder);
    const fs::path prepared = work / "before_courses.db", done = work / "with_courses.db";
    std::string last_entry;
    {
        const auto engine = engine_over(prepared);
        for (const File& file : before_courses) import(*engine, input, file);
        last_entry = std::to_string(must(engine->journal()).entries);
    }
    import_time(prepared, input, done, courses_file);
    std::vector<double> ours, bare, again, upserts;
    double count = 0;
    {
        Bare read(done.string());
        const Written rows(read, last_entry);
        count = static_cast<double>(rows.courses.size());
        for (int round = 0; round < 5; ++round) {
            ours.push_back(import_time(prepared, input, work / "ours.db", courses_file));
            bare.push_back(bare_time(prepared, rows, work / "bare.db"));
            again.push_back(import_time(done, input, work / "ours.db", courses_file));
            upserts.push_back(upsert_time(done, rows, work / "bare.db"));
        }
    }
    report("import of courses, bare statements with the journal", median(ours), median(bare), count, "rows", 0.75);
    report("the unchanged file once more, guarded upserts", median(again), median(upserts), count, "rows", 1.5);
}

}  // namespace bench
