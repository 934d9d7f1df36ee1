// What only the SQLite store must do: tell files it must not touch, extend old ones, keep views, survive other writers,
// a fork, a full disk and a killed process.
#include "sqlite_tools.hpp"

#include <provost/catalogue/course.hpp>

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

using namespace provost;
using namespace provost::contract;

namespace {

Unit line_unit(std::int64_t id, std::string text = "line") {
    return {0, {}, {write_of(Line{{id}, 0, std::move(text)})}};
}

std::string code_of_opening(const SqliteOptions& options) {
    const auto opened = open_sqlite_store(options);
    return opened ? "opened" : std::string(opened.error().code.name());
}

void write_file(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace

TEST_CASE("the SQLite store keeps the contract") {
    std::unique_ptr<Folder> folder;
    check_store({.fresh =
                     [&] {
                         folder = std::make_unique<Folder>();
                         return open_store(folder->options());
                     },
                 .reopen = [&] { return open_store(folder->options()); }});
}

TEST_CASE("the SQLite store keeps the contract in memory") {
    check_store({.fresh = [] { return open_store({.path = ":memory:", .kinds = contract_kinds()}); }});
}

TEST_CASE("files that are no Provost databases stay as they are") {
    const Folder folder;
    const auto options = folder.options();
    for (const std::string& text : {std::string("short"), std::string(9'000, 'x')}) {
        write_file(options.path, text);
        CHECK(code_of_opening(options) == "store.foreign");
        CHECK(folder.content() == text);
    }
    write_file(options.path, "");
    folder.run("CREATE TABLE theirs(a)");
    const std::string before = folder.content();
    CHECK(code_of_opening(options) == "store.foreign");
    CHECK(folder.content() == before);
    folder.run("PRAGMA application_id=7; DROP TABLE theirs");
    CHECK(code_of_opening(options) == "store.foreign");
}

TEST_CASE("an empty file becomes a database; a missing one only when it may") {
    const Folder folder;
    auto options = folder.options();
    options.create = false;
    CHECK(code_of_opening(options) == "store.failed");
    write_file(options.path, "");
    CHECK(code_of_opening(options) == "opened");
    CHECK(code_of_opening(options) == "opened");
    CHECK(folder.number("PRAGMA application_id") == 0x50524f56);
    CHECK(folder.number("PRAGMA user_version") == 3);
    CHECK(folder.number("SELECT strict FROM pragma_table_list WHERE name='contract_sample'") == 1);
}

TEST_CASE("a file of a newer library is refused") {
    const Folder folder;
    auto store = open_store(folder.options());
    folder.run("UPDATE provost_meta SET format=4");
    CHECK(store->load({}).error().code.name() == "store.newer");
    CHECK(store->commit(std::vector{line_unit(1)}).error().code.name() == "store.newer");
    folder.run("PRAGMA user_version=4");
    const auto opened = open_sqlite_store(folder.options());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code.name() == "store.newer");
    CHECK(sentence(opened.error().code, opened.error().parameters) ==
          "The file has format 4; this library knows up to 3.");
    folder.run("PRAGMA user_version=3; UPDATE provost_meta SET format=3,tables=''");
    CHECK(code_of_opening(folder.options()) == "opened");
    folder.run("ALTER TABLE contract_line ADD COLUMN later TEXT; UPDATE provost_meta SET tables=''");
    CHECK(code_of_opening(folder.options()) == "store.newer");
}

TEST_CASE("places that can not be written") {
    const Folder folder;
    write_file(folder.options().path, "");
    for (const std::string& path : {folder.options().path + "/below", std::string("/proc/provost.db"), folder.path()}) {
        CHECK(code_of_opening({.path = path, .kinds = contract_kinds()}) == "store.read-only");
    }
    CHECK(code_of_opening({.path = ""}) == "argument.invalid");
    CHECK(code_of_opening({.path = std::string("a\0b", 3)}) == "argument.invalid");
    CHECK(code_of_opening({.path = ":memory:", .kinds = {&type_of<Part>()}}) == "argument.invalid");
}

TEST_CASE("new members become columns, lost indexes come back") {
    const Folder folder;
    open_store(folder.options()).reset();
    folder.run(
        "INSERT INTO contract_person(id,version,login) VALUES(1,1,'anna'); DROP INDEX contract_person_unit;"
        "DROP VIEW report_contract_seat; DROP VIEW report_contract_person; DROP VIEW report_contract_sample;"
        "CREATE INDEX contract_person_old ON contract_person(note); CREATE INDEX mine ON contract_person(note);"
        "DROP INDEX contract_person_unit_born; ALTER TABLE contract_person DROP COLUMN born;"
        "DROP TABLE contract_sample; ALTER TABLE contract_seat DROP COLUMN version;"
        "UPDATE provost_meta SET tables=''");
    const auto store = open_store(folder.options());
    CHECK(ids_under(*store, {&type_of<Person>(), 2, {number_part(0), number_part(0)}}) == std::vector<std::int64_t>{1});
    CHECK(folder.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('mine','contract_sample')") == 2);
    CHECK(folder.number("SELECT count(*) FROM sqlite_schema WHERE name='contract_person_old'") == 0);
    check_round_trip(*store);
}

TEST_CASE("a view per kind says what users say") {
    const Folder folder;
    const auto store = open_store(folder.options());
    check_round_trip(*store);
    folder.run(
        "INSERT INTO contract_person(id,version,login) VALUES(1,1,'anna');"
        "INSERT INTO contract_seat(id,version,course,learner,parent) VALUES(7,1,3,1,NULL),(8,1,3,1,7)");
    // An id is what users call the record, and beside it the number; a record without such a name leads further.
    CHECK(folder.number("SELECT count(*) FROM report_contract_seat WHERE learner='anna' AND learner_id=1") == 2);
    CHECK(folder.number("SELECT parent FROM report_contract_seat WHERE id=8") == 7);
    folder.run("UPDATE contract_sample SET colour=2,decimal=-1500000,day=-1,instant=1500 WHERE id=2");
    CHECK(folder.number("SELECT colour='red' AND decimal=-1.5 AND day='1969-12-31' AND instant='1970-01-01T00:00:01Z'"
                        " FROM report_contract_sample WHERE id=2") == 1);
    CHECK(folder.number("SELECT maybe_colour IS NULL AND maybe_day IS NULL AND maybe_instant IS NULL"
                        " FROM report_contract_sample WHERE id=2") == 1);
}

TEST_CASE("views show the days of the place, as the tz database has them today") {
    class OneZone final : public ZoneFinder {
    public:
        explicit OneZone(std::chrono::seconds offset) : zone_{"Australia/Adelaide", {{Instant{}, offset}}} {}
        const Zone* find(std::string_view name) const override { return name == zone_.name ? &zone_ : nullptr; }

    private:
        Zone zone_;
    };
    const OneZone before(std::chrono::hours(10)), after(std::chrono::hours(-10));
    const Folder folder;
    SqliteOptions options{.path = folder.file(),
                          .kinds = {&type_of<organisation::Location>(), &type_of<catalogue::Course>()}};
    options.zones = &before;
    organisation::Location location;
    location.id = {1};
    location.key = "7001";
    location.zone = "Australia/Adelaide";
    catalogue::Course course;
    course.id = {2};
    course.starts_at = parse_moment("2026-02-12T15:00:00Z")->in({});
    course.assignments.location = {1};
    put(*open_store(options), {write_of(location), write_of(course)});
    const std::string day = "SELECT starts_at='2026-02-12T15:00:00Z' AND location='7001' AND starts_day=";
    CHECK(folder.number(day + "'2026-02-13' FROM report_course") == 1);
    options.zones = &after;
    open_store(options).reset();
    CHECK(folder.number(day + "'2026-02-12' FROM report_course") == 1);
}

TEST_CASE("views follow their text") {
    const Folder folder;
    auto options = folder.options();
    options.views = {"CREATE VIEW report_people AS SELECT login FROM contract_person"};
    open_store(options).reset();
    folder.run(
        "INSERT INTO contract_person(id,version,login) VALUES(1,1,'anna');"
        "CREATE VIEW mine AS SELECT 1");
    CHECK(folder.number("SELECT count(*) FROM report_people WHERE login='anna'") == 1);
    options.views = {"CREATE VIEW report_logins AS SELECT login AS name FROM contract_person"};
    open_store(options).reset();
    CHECK(folder.number("SELECT count(*) FROM report_logins WHERE name='anna'") == 1);
    CHECK(folder.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('mine','report_people')") == 1);
    options.views = {"CREATE VIEW report_wrong AS SELEC"};
    CHECK(code_of_opening(options) == "store.failed");
    CHECK(folder.number("SELECT count(*) FROM report_logins") == 1);
}

TEST_CASE("columns are what users expect, and a value that can not be read is an error") {
    const Folder folder;
    const auto store = open_store(folder.options());
    check_round_trip(*store);
    CHECK(folder.number("SELECT count(*) FROM contract_sample WHERE id=2 AND code IS NULL AND texts IS NULL") == 1);
    const std::string last = std::to_string(id_limit);
    CHECK(folder.number("SELECT code='course.unknown' AND json_array_length(\"group\")=3 AND decimal=-67500000 AND "
                        "part='{\"day\":\"1970-01-04\",\"label\":\"nested\",\"numbers\":[1,2]}' "
                        "FROM contract_sample WHERE id=" +
                        last) == 1);
    const Key key = id_key(type_of<Sample>(), 1);
    for (const std::string damage : {"texts='[1]'", "group='{'", "code='no.such-code'", "part='[]'"}) {
        folder.run("UPDATE contract_sample SET \"" + damage.substr(0, damage.find('=')) + "\"" +
                   damage.substr(damage.find('=')) + " WHERE id=1");
        const auto loaded = store->load({&key, 1});
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code.name() == "store.failed");
        folder.run("UPDATE contract_sample SET texts=NULL,\"group\"=NULL,code=NULL,part='{}' WHERE id=1");
    }
    CHECK(store->load({&key, 1}));
}

TEST_CASE("lookups use their indexes") {
    const Folder folder;
    const auto store = open_store(folder.options());
    const auto plan_has = [&](const std::string& sql, const std::string& part) {
        return folder.plan(sql).find(part) != std::string::npos;
    };
    CHECK(plan_has("SELECT id FROM contract_person WHERE login IS ?1", "INDEX contract_person_login"));
    CHECK(plan_has("SELECT id FROM contract_seat WHERE course=?1 AND learner=?2 AND ifnull(parent,0)=?3",
                   "contract_seat_seat (course=? AND learner=? AND <expr>=?)"));
    const std::string page = "SELECT note FROM contract_person INDEXED BY contract_person_unit_born WHERE unit IS ?1 ";
    CHECK_FALSE(plan_has(page + "AND ifnull(born,0)=?2 AND id>?3 ORDER BY id LIMIT ?4", "TEMP B-TREE"));
}

TEST_CASE("two openings of one file") {
    const Folder folder;
    auto options = folder.options();
    options.busy_ms = 50;
    const auto first = open_store(options);
    const auto second = open_store(options);
    put(*first, {write_of(Person{{1}, 0, "anna", {}, {}, {}})});
    CHECK(version_in(*second, type_of<Person>(), 1) == 1);
    const std::int64_t now = revision_of(*second);
    put(*second, {write_of(Person{{1}, 1, "anne", {}, {}, {}})});
    const Unit late{now, {{&type_of<Person>(), 1, 1}}, {write_of(Line{{1}, 0, "late"})}};
    CHECK(outcome_of(*first, late).state == Outcome::State::stale);
    put(*second, {write_of(Person{{*second->reserve(5) + 4}, 0, "bert", {}, {}, {}})});
    CHECK(*first->reserve(1) > 5);
    const Holder holder(folder);  // another program writes
    CHECK(first->commit(std::vector{line_unit(2)}).error().code.name() == "store.busy");
    CHECK(version_in(*first, type_of<Person>(), 1) == 2);  // reading goes on
}

TEST_CASE("many openings at once make one database") {
    const Folder folder;
    std::vector<std::thread> threads;
    std::vector<std::size_t> applied(6);
    for (std::size_t i = 0; i < applied.size(); ++i) {
        threads.emplace_back([&folder, &applied, i] {
            const auto store = open_sqlite_store(folder.options());
            if (!store) return;
            for (std::int64_t line = 0; line < 20; ++line) {
                const auto done =
                    (*store)->commit(std::vector{line_unit(static_cast<std::int64_t>(i) * 100 + line + 1)});
                if (done && done->front().state == Outcome::State::applied) ++applied[i];
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(applied == std::vector<std::size_t>(6, 20));
    CHECK(folder.number("SELECT revision FROM provost_meta") == 120);
    CHECK(folder.number("SELECT count(*) FROM contract_line") == 120);
}

TEST_CASE("a forked child leaves the store alone") {
    const Folder folder;
    auto store = open_store(folder.options());
    put(*store, {write_of(Line{{1}, 0, "line"})});
    const pid_t child = fork();
    if (child == 0) {
        const auto is_forked = [](const auto& answer) {
            return !answer && answer.error().code.name() == "handle.forked";
        };
        const bool right = is_forked(store->reserve(1)) && is_forked(store->load({})) &&
                           is_forked(store->find({&type_of<Line>(), Key::by_id, {}, 0, 1})) &&
                           is_forked(store->commit(std::vector{line_unit(2)}));
        store.reset();
        _exit(right ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    put(*store, {write_of(Line{{2}, 0, "line"})});
    CHECK(folder.number("SELECT count(*) FROM contract_line") == 2);
}

TEST_CASE("a disk that takes no more leaves the store usable") {
    const Folder folder;
    const auto store = open_store(folder.options());
    put(*store, {write_of(Line{{1}, 0, "line"})});
    rlimit usual{};
    getrlimit(RLIMIT_FSIZE, &usual);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = usual;
    tight.rlim_cur = 300'000;
    setrlimit(RLIMIT_FSIZE, &tight);
    std::int64_t id = 2;
    Error error;
    for (; id < 100; ++id) {
        const auto done = store->commit(std::vector{line_unit(id, std::string(20'000, 'x')), line_unit(id + 1000)});
        if (done) continue;
        error = done.error();
        break;
    }
    CHECK(error.status == Status::storage);
    CHECK(version_in(*store, type_of<Line>(), id - 1) == 1);
    CHECK(version_in(*store, type_of<Line>(), id) == 0);
    CHECK(version_in(*store, type_of<Line>(), id + 1000) == 0);
    setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, handler);
    put(*store, {write_of(Line{{id}, 0, "again"})});
    CHECK(folder.number("SELECT count(*) FROM contract_line WHERE id<1000") == id);
    CHECK(folder.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'") == 1);
}

TEST_CASE("what was acknowledged outlives a killed process") {
    const Folder folder;
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto store = open_store(folder.options());
        for (std::int64_t id = 1;; ++id) {
            const auto done = store->commit(std::vector{line_unit(id), line_unit(id + 1'000'000)});
            if (!done || write(pipe_ends[1], &id, sizeof id) != sizeof id) _exit(1);
        }
    }
    std::int64_t last = 0;
    while (last < 30 && read(pipe_ends[0], &last, sizeof last) == sizeof last) {
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(pipe_ends[1]);
    while (read(pipe_ends[0], &last, sizeof last) == sizeof last) {
    }
    close(pipe_ends[0]);
    const auto store = open_store(folder.options());
    CHECK(version_in(*store, type_of<Line>(), last) == 1);
    CHECK(folder.number("SELECT count(*) FROM contract_line WHERE id<1000000") ==
          folder.number("SELECT count(*) FROM contract_line WHERE id>1000000"));
    CHECK(folder.number("SELECT revision FROM provost_meta") >= last);
}
