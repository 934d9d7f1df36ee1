// Migrations of stored rows, each step where its row in the header says.
#include "adapters/sqlite_migrations.hpp"

#include "adapters/guarded.hpp"
#include "adapters/sqlite_text.hpp"
#include "audit/retired.hpp"

#include <provost/catalogue/settings.hpp>
#include <provost/describe/json.hpp>
#include <provost/lms/lms.hpp>

#include <charconv>

namespace provost::sqlite {

namespace {

constexpr std::string_view usual_position = "tutor";  // that of whoever is assigned without one

// The ids of a list as it was stored: [5,7].
std::vector<std::int64_t> ids_in(std::string_view list) {
    std::vector<std::int64_t> ids;
    const char* at = list.data();
    const char* end = list.data() + list.size();
    while (at != end) {
        std::int64_t id = 0;
        const auto [next, problem] = std::from_chars(at, end, id);
        if (problem == std::errc{}) ids.push_back(id);
        at = problem == std::errc{} ? next : at + 1;
    }
    return ids;
}

// IMC-TUT-02: whoever taught before has the usual position and options.
std::string assigned(const std::vector<std::int64_t>& ids) {
    catalogue::Assignments made;
    for (const auto id : ids) {
        catalogue::AssignedTutor entry;
        entry.tutor = {id};
        entry.position = usual_position;
        made.tutors.push_back(std::move(entry));
    }
    std::string text;
    write_member_json(text, *type_of<catalogue::Assignments>().find("tutors"), &made);
    return text;
}

Result<void> update_tutors(sqlite3* connection, std::string_view kind, std::int64_t id, const std::string& tutors) {
    const auto statement = prepare(connection, "UPDATE " + quoted(kind) + " SET tutors=?1 WHERE id=?2");
    if (!statement) return statement.error();
    sqlite3_bind_text64(statement->get(), 1, tutors.data(), tutors.size(), SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_int64(statement->get(), 2, id);
    const int code = run_once(statement->get());
    if (code != SQLITE_DONE) return error_of(code);
    return {};
}

Result<bool> has_column(sqlite3* connection, std::string_view kind, std::string_view column) {
    bool has = false;
    auto read = each_row(connection, "SELECT name FROM pragma_table_info(?1)", kind,
                         [&](const Run& row) { has = has || row.text(0) == column; });
    if (!read) return read.error();
    return has;
}

Result<void> assign_tutors(sqlite3* connection, std::string_view kind, std::vector<Rewritten>& rewritten) {
    const auto has = has_column(connection, kind, "tutors");
    if (!has) return has.error();
    if (!*has) return {};
    std::vector<std::pair<std::int64_t, std::string>> rows;
    auto done = each_row(connection, "SELECT id,tutors FROM " + quoted(kind) + " WHERE tutors IS NOT NULL ORDER BY id",
                         {}, [&](const Run& row) { rows.emplace_back(row.integer(0), assigned(ids_in(row.text(1)))); });
    for (auto row = rows.begin(); done && row != rows.end(); ++row) {
        done = update_tutors(connection, kind, row->first, row->second);
        rewritten.push_back({std::string(kind), row->first, "tutors"});
    }
    return done;
}

// Notes the member of the records whose ids a query gives.
Result<void> note(sqlite3* connection, const std::string& ids, std::string_view kind, std::string_view member,
                  std::vector<Rewritten>& rewritten) {
    return each_row(connection, ids, {}, [&](const Run& row) {
        rewritten.push_back({std::string(kind), row.integer(0), std::string(member)});
    });
}

Result<void> retire(sqlite3* connection, const audit::RetiredMember& gone, std::vector<Rewritten>& rewritten) {
    const auto has = has_column(connection, gone.kind, gone.member);
    if (!has) return has.error();
    if (!*has) return {};
    const std::string table = quoted(gone.kind), column = quoted(gone.member);
    const std::string ids = "SELECT id FROM " + table + " WHERE " + column + " IS NOT NULL ORDER BY id";
    if (auto noted = note(connection, ids, gone.kind, gone.member, rewritten); !noted) return noted;
    return execute(connection, "ALTER TABLE " + table + " DROP COLUMN " + column);
}

// IMC-TFC-01: what the template said counts for all its versions, as it did.
Result<void> fill_subjects(sqlite3* connection, std::vector<Rewritten>& rewritten) {
    const std::string of_template = " FROM course_template t WHERE t.id=course_template_version.course_template AND t.";
    for (const char* member : {"subject", "subject_code"}) {
        const std::string name(member);
        const std::string rows =
            " WHERE " + name + " IS NULL AND EXISTS(SELECT 1" + of_template + name + " IS NOT NULL)";
        auto done = note(connection, "SELECT id FROM course_template_version" + rows + " ORDER BY id",
                         "course_template_version", name, rewritten);
        if (done) {
            done = execute(connection, "UPDATE course_template_version SET " + name + "=(SELECT t." + name +
                                           of_template + name + " IS NOT NULL)" + rows);
        }
        if (!done) return done;
    }
    return {};
}

// WIS-EE-11: what was under way when the file was last written.
Result<void> own_what_is_under_way(sqlite3* connection) {
    const auto number = [](auto choice) { return std::to_string(static_cast<int>(choice)); };
    return execute(connection, "UPDATE lms_enrolment SET version=version+1,origin=" + number(lms::Origin::ours) +
                                   " WHERE origin=" + number(lms::Origin::none) +
                                   " AND sent=" + number(lms::Access::active) + " AND state IN(" +
                                   number(lms::KeyState::pending) + ',' + number(lms::KeyState::unknown) + ')');
}

Result<bool> has_table(sqlite3* connection, std::string_view kind) { return has_column(connection, kind, "id"); }

}  // namespace

Result<void> rewrite_rows(sqlite3* connection, std::int64_t found, std::vector<Rewritten>& rewritten) {
    Result<void> done;
    for (const std::string_view kind : {"course", "course_template_version"}) {
        if (done && found < 2) done = assign_tutors(connection, kind, rewritten);
    }
    for (const audit::RetiredMember& gone : audit::retired_members) {
        if (done) done = retire(connection, gone, rewritten);
    }
    return done;
}

Result<void> note_added(sqlite3* connection, const RecordType& type, const Field& field,
                        std::vector<Rewritten>& rewritten) {
    const auto usual = type.make();
    if (type.role != Role::record || !field.access->present(field.in(usual.get()))) return {};
    return note(connection, "SELECT id FROM " + quoted(type.name) + " ORDER BY id", type.name, field.name, rewritten);
}

Result<void> fill_rows(sqlite3* connection, std::int64_t found, std::vector<Rewritten>& rewritten) {
    if (found >= 3) return {};
    const auto templates = has_table(connection, "course_template_version");
    if (!templates) return templates.error();
    if (*templates) {
        if (auto filled = fill_subjects(connection, rewritten); !filled) return filled;
    }
    const auto enrolments = has_table(connection, "lms_enrolment");
    if (!enrolments) return enrolments.error();
    return *enrolments ? own_what_is_under_way(connection) : Result<void>();
}

}  // namespace provost::sqlite
