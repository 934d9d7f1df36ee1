// Rebuilding: the journal is played again, and what came of it is written into an empty store.
#include "audit/restore.hpp"
#include "audit/verify.hpp"
#include "base/code_table.hpp"

namespace provost::audit {

namespace {

constexpr std::size_t records_per_unit = 500;
constexpr std::size_t entries_per_unit = 32;

Error broken(std::int64_t entry) {
    return {Status::storage, "audit.entry-changed"_code, {}, {{"entry", std::to_string(entry)}}};
}

// Writes records in units of a size.
class Writer {
public:
    explicit Writer(Store& store) : store_(store) {}

    [[nodiscard]] Result<void> add(Record record, std::size_t most) {
        unit_.writes.push_back({std::move(record), 0});
        return unit_.writes.size() < most ? Result<void>() : finish();
    }
    [[nodiscard]] Result<void> finish() {
        if (unit_.writes.empty()) return {};
        const Unit unit = std::exchange(unit_, {});
        auto outcomes = store_.commit(std::span(&unit, 1));
        if (!outcomes) return outcomes.error();
        const Outcome& outcome = outcomes->front();
        if (outcome.state == Outcome::State::failed) return outcome.error;
        if (outcome.state == Outcome::State::applied) return {};
        return Error{Status::conflict, "store.contended"_code, {}, {{"tries", "1"}}};
    }

private:
    Store& store_;
    Unit unit_;
};

Result<void> require_empty(Kinds kinds, Store& store) {
    for (const RecordType* type : kinds) {
        auto found = store.find({type, Key::by_id, {}, 0, 1});
        if (!found) return found.error();
        if (!found->empty()) return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "to"}}};
    }
    return {};
}

Result<void> play(Store& from, Replay& replay, PersonalValues& values) {
    auto played = each_entry(from, [&](const JournalEntry& entry, std::span<const Record> beside) -> Result<void> {
        const bool whole = replay.apply(entry).whole() && values.add(replay.personal(), beside);
        return whole ? Result<void>() : Result<void>(broken(entry.id.value));
    });
    if (!played) return played;
    const Key key = id_key(type_of<JournalHead>(), 1);
    auto loaded = from.load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    const JournalHead head = found.empty() ? JournalHead{} : *found.front().get<JournalHead>();
    const bool whole = head.entries == replay.entries() && head.chain == replay.chain() && head.state == replay.state();
    return whole ? Result<void>() : Result<void>(broken(replay.entries()));
}

Result<void> write_records(Writer& writer, const RecordType& type, const Forms& forms, const PersonalValues& values,
                           std::string_view secret) {
    for (const auto& [id, form] : forms) {
        auto restored = restore(type, form, values);
        if (!restored) return restored.error();
        // The proof that the record is the journal's: the text that its digest is taken over.
        if (restored->complete && digest_text(restored->record, secret) != form.text) return broken(form.entry);
        if (auto added = writer.add(std::move(restored->record), records_per_unit); !added) return added;
    }
    return {};
}

Result<void> copy_kind(Store& from, Writer& writer, const RecordType& type) {
    return each_record(from, type, entries_per_unit,
                       [&](const Record& record) { return writer.add(record, entries_per_unit); });
}

}  // namespace

Result<void> rebuild_kinds(Kinds kinds, Store& from, Store& to, std::string_view secret) {
    Replay replay(kinds);
    PersonalValues values(secret);
    if (auto empty = require_empty(kinds, to); !empty) return empty;
    if (auto played = play(from, replay, values); !played) return played;
    Writer writer(to);
    const RecordType* head = &type_of<JournalHead>();
    for (const RecordType* type : kinds) {
        if (type == head) continue;
        auto written = type->role == Role::record ? write_records(writer, *type, replay.forms(*type), values, secret)
                                                  : copy_kind(from, writer, *type);
        if (!written) return written;
    }
    // The head comes last: a store without one was not finished.
    if (auto written = copy_kind(from, writer, *head); !written) return written;
    return writer.finish();
}

}  // namespace provost::audit
