// The import of enrolments into SQLite beside bare prepared statements that write the same rows into the same tables,
// with the same indexes, durability and rows per transaction: without and with the rows of the journal.
#include "import_file.hpp"
#include "sqlite_floor.hpp"

namespace bench {

namespace {

// What the import wrote, by table.
struct Written {
    Written(Bare& done)
        : places(done, "SELECT * FROM enrolment ORDER BY id"),
          activities(done, "SELECT * FROM activity WHERE enrolment IS NOT NULL ORDER BY id"),
          wishes(done, "SELECT * FROM prebooking ORDER BY id"),
          access(done, "SELECT * FROM lms_access ORDER BY id"),
          seats(done, "SELECT s.course FROM enrolment e JOIN seats s ON s.course=e.course ORDER BY e.id"),
          journal(done, "SELECT * FROM journal_entry WHERE verb='import.enrolments' ORDER BY id") {}
    Rows places, activities, wishes, access, seats, journal;
};

double bare_time(const fs::path& prepared, const Written& rows, const fs::path& target, bool with_journal) {
    fs::copy_file(prepared, target, fs::copy_options::overwrite_existing);
    Bare bare(target.string());
    sqlite3_stmt* place = bare.prepare(rows.places.insert_into("enrolment"));
    sqlite3_stmt* activity = bare.prepare(rows.activities.insert_into("activity"));
    sqlite3_stmt* wish = bare.prepare(rows.wishes.insert_into("prebooking"));
    sqlite3_stmt* access = bare.prepare(rows.access.insert_into("lms_access"));
    sqlite3_stmt* entry = bare.prepare(rows.journal.insert_into("journal_entry"));
    sqlite3_stmt* seat = bare.prepare("UPDATE seats SET taken=taken+1,version=version+1 WHERE course=?1");
    const std::size_t batches = rows.journal.size();
    const double began = cpu_seconds();
    for (std::size_t batch = 0; batch < batches; ++batch) {
        bare.run("BEGIN IMMEDIATE");
        const auto part = [&](const Rows& all, sqlite3_stmt* statement) {
            for (std::size_t i = all.size() * batch / batches; i < all.size() * (batch + 1) / batches; ++i) {
                all.write(bare, statement, i);
            }
        };
        part(rows.places, place), part(rows.activities, activity), part(rows.wishes, wish);
        part(rows.seats, seat);
        if (with_journal) part(rows.access, access), part(rows.journal, entry);
        bare.run("COMMIT");
    }
    const double took = cpu_seconds() - began;
    for (sqlite3_stmt* each : {place, activity, wish, access, entry, seat}) sqlite3_finalize(each);
    return took;
}

}  // namespace

void imports(const std::string& input, const std::string& folder) {
    const fs::path work(folder);
    {
        const auto engine = engine_over(work / "prepared.db");
        for (const File& file : before_courses) import(*engine, input, file);
        import(*engine, input, courses_file);
        for (const File& file : before_enrolments) import(*engine, input, file);
    }
    import_time(work / "prepared.db", input, work / "done.db", enrolments_file);
    Bare done((work / "done.db").string());
    const Written rows(done);
    std::vector<double> ours, bare, journaled;
    for (int round = 0; round < 5; ++round) {
        ours.push_back(import_time(work / "prepared.db", input, work / "ours.db", enrolments_file));
        bare.push_back(bare_time(work / "prepared.db", rows, work / "bare.db", false));
        journaled.push_back(bare_time(work / "prepared.db", rows, work / "bare.db", true));
    }
    const auto count = static_cast<double>(rows.places.size());
    report("import of enrolments, bare statements", median(ours), median(bare), count, "rows", 0.5);
    report("the same, journal and due keys on the bare side too", median(ours), median(journaled), count, "rows", 0.75);
}

}  // namespace bench
