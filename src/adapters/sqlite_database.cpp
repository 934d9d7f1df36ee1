// The statements every call needs, and the counters.
#include "adapters/sqlite_database.hpp"

#include "adapters/sqlite_schema.hpp"
#include "adapters/sqlite_views.hpp"

#include <utility>

namespace provost::sqlite {

Result<void> Database::prepare_all(const std::vector<const RecordType*>& stored) {
    const auto wanted = std::to_array<std::pair<Statement*, std::string_view>>({
        {&begin, "BEGIN"},
        {&begin_write, "BEGIN IMMEDIATE"},
        {&end, "COMMIT"},
        {&read_counters, "SELECT format,revision,next_id FROM provost_meta WHERE id=1"},
        {&write_counters, "UPDATE provost_meta SET revision=?1,next_id=?2 WHERE id=1"},
        {&savepoint, "SAVEPOINT unit"},
        {&undo_savepoint, "ROLLBACK TO unit"},
        {&drop_savepoint, "RELEASE unit"},
    });
    for (const auto& [statement, sql] : wanted) {
        auto made = prepare(connection.get(), sql);
        if (!made) return made.error();
        *statement = std::move(*made);
    }
    kinds.resize(stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        kinds[i].type = stored[i];
        kinds[i].indexed = indexed_fields(*stored[i]);
        kinds[i].zone = zone_member(*stored[i]);
        kinds[i].ids.columns = {KeyColumn{&stored[i]->fields.front()}};
        kinds[i].indexes.resize(stored[i]->indexes.size());
        for (std::size_t j = 0; j < stored[i]->indexes.size(); ++j) {
            kinds[i].indexes[j].columns = key_columns(*stored[i], stored[i]->indexes[j]);
        }
        positions.emplace(stored[i], i);
    }
    return {};
}

KindStatements* Database::kind(const RecordType* type) {
    const auto found = positions.find(type);
    return found == positions.end() ? nullptr : &kinds[found->second];
}

Result<Counters> Database::counters() {
    Run run(read_counters.get());
    if (const int code = run.step(); code != SQLITE_ROW) return error_of(code == SQLITE_DONE ? SQLITE_CORRUPT : code);
    const Counters counters{run.integer(0), run.integer(1), run.integer(2)};
    if (counters.format > format) return newer(counters.format);
    return counters;
}

}  // namespace provost::sqlite
