// Records in ordered maps. Keys of indexes are the bytes of append_key, of which the bytes of a shorter key of the same
// index are a prefix: that is how a query by the first members of an index finds its range.
#include <provost/adapters/memory_store.hpp>

#include "adapters/described_keys.hpp"
#include "adapters/guarded.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace provost {

namespace {

struct Table {
    std::map<std::int64_t, Record> rows;
    std::vector<std::map<std::string, std::set<std::int64_t>>> indexes;
};

class MemoryStore final : public Store {
public:
    Result<std::int64_t> reserve(std::int64_t count) override;
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query& query) override;
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override { return {"memory", 1U << 20U, 0, true}; }

private:
    struct Undo {
        const RecordType* type;
        std::int64_t id;
        Record before;
    };

    Table& table(const RecordType& type);
    const Record* row(const RecordType& type, std::int64_t id);
    void link(Table& table, const Record& record, bool add);
    void put(const RecordType& type, std::int64_t id, const Record& record);
    bool clashes(Table& table, const Record& record);
    bool hold(std::span<const Expectation> reads);
    bool apply(const Unit& unit);
    std::vector<Record> under(const Key& key);

    std::unordered_map<const RecordType*, Table> tables_;
    std::int64_t revision_ = 0;
    std::int64_t next_id_ = 1;
};

Table& MemoryStore::table(const RecordType& type) {
    Table& table = tables_[&type];
    table.indexes.resize(type.indexes.size());
    return table;
}

const Record* MemoryStore::row(const RecordType& type, std::int64_t id) {
    const Table& rows = table(type);
    const auto found = rows.rows.find(id);
    return found == rows.rows.end() ? nullptr : &found->second;
}

void MemoryStore::link(Table& table, const Record& record, bool add) {
    for (std::size_t i = 0; i < table.indexes.size(); ++i) {
        auto& index = table.indexes[i];
        const std::string key = key_bytes(index_key(record, static_cast<int>(i)));
        if (add) {
            index[key].insert(record.id());
        } else if (auto& ids = index[key]; ids.erase(record.id()) > 0 && ids.empty()) {
            index.erase(key);
        }
    }
}

void MemoryStore::put(const RecordType& type, std::int64_t id, const Record& record) {
    Table& rows = table(type);
    if (const Record* before = row(type, id)) link(rows, *before, false);
    if (!record) {
        rows.rows.erase(id);
        return;
    }
    rows.rows[id] = record;
    link(rows, record, true);
}

bool MemoryStore::clashes(Table& table, const Record& record) {
    for (std::size_t i = 0; i < table.indexes.size(); ++i) {
        const Index& index = record.type().indexes[i];
        if (!index.unique || !is_keyed(record, index)) continue;
        const auto held = table.indexes[i].find(key_bytes(index_key(record, static_cast<int>(i))));
        if (held == table.indexes[i].end()) continue;
        const bool other = std::ranges::any_of(
            held->second, [&](std::int64_t id) { return id != record.id() && is_keyed(table.rows.at(id), index); });
        if (other) return true;
    }
    return false;
}

bool MemoryStore::hold(std::span<const Expectation> reads) {
    return std::ranges::all_of(reads, [&](const Expectation& read) {
        const Record* now = row(*read.type, read.id);
        return (now == nullptr ? 0 : now->version()) == read.version;
    });
}

// Write by write, as a database would; what was written is taken back when a later write can not be done.
bool MemoryStore::apply(const Unit& unit) {
    if (!hold(unit.reads)) return false;
    std::vector<Undo> done;
    for (const Write& write : unit.writes) {
        const RecordType& type = write.record.type();
        const std::int64_t id = write.record.id();
        const Record* now = row(type, id);
        const Record before = now == nullptr ? Record() : *now;
        if ((before ? before.version() : 0) != write.expected || clashes(table(type), write.record)) {
            for (; !done.empty(); done.pop_back()) put(*done.back().type, done.back().id, done.back().before);
            return false;
        }
        done.push_back({&type, id, before});
        put(type, id, write.record);
    }
    for (const Write& write : unit.writes) {
        if (takes_id(write.record.type())) next_id_ = std::max(next_id_, write.record.id() + 1);
    }
    return true;
}

Result<std::int64_t> MemoryStore::reserve(std::int64_t count) {
    if (count < 1 || count > id_limit) return plain_error("argument.invalid"_code, "argument", "count");
    if (next_id_ > id_limit - count) return plain_error("store.failed"_code, "detail", "no ids are left");
    return std::exchange(next_id_, next_id_ + count);
}

std::vector<Record> MemoryStore::under(const Key& key) {
    std::vector<Record> list;
    if (key.index == Key::by_id) {
        if (const Record* found = row(*key.type, key.parts.front().number)) list.push_back(*found);
        return list;
    }
    const Table& rows = table(*key.type);
    const auto& index = rows.indexes[static_cast<std::size_t>(key.index)];
    if (const auto ids = index.find(key_bytes(key)); ids != index.end()) {
        for (const std::int64_t id : ids->second) list.push_back(rows.rows.at(id));
    }
    return list;
}

Result<Loaded> MemoryStore::load(std::span<const Key> keys) {
    return guarded<Result<Loaded>>([&]() -> Result<Loaded> {
        Loaded loaded{revision_, {}};
        loaded.found.reserve(keys.size());
        for (const Key& key : keys) {
            if (!fits_index(*key.type, key.index, key.parts.size(), true)) {
                return plain_error("argument.invalid"_code, "argument", "keys");
            }
            loaded.found.push_back(under(key));
        }
        return loaded;
    });
}

Result<std::vector<Record>> MemoryStore::find(const Query& query) {
    return guarded<Result<std::vector<Record>>>([&]() -> Result<std::vector<Record>> {
        if (!fits_index(*query.type, query.index, query.parts.size(), false)) {
            return plain_error("argument.invalid"_code, "argument", "query");
        }
        const Table& rows = table(*query.type);
        std::vector<Record> list;
        if (query.parts.empty() || query.index == Key::by_id) {
            auto at = rows.rows.upper_bound(query.after);
            for (; at != rows.rows.end() && list.size() < query.limit; ++at) list.push_back(at->second);
            return list;
        }
        const auto& index = rows.indexes[static_cast<std::size_t>(query.index)];
        const std::string prefix = key_bytes({query.type, query.index, query.parts});
        std::set<std::int64_t> ids;
        for (auto at = index.lower_bound(prefix); at != index.end() && at->first.starts_with(prefix); ++at) {
            ids.insert(at->second.upper_bound(query.after), at->second.end());
        }
        for (auto id = ids.begin(); id != ids.end() && list.size() < query.limit; ++id) {
            list.push_back(rows.rows.at(*id));
        }
        return list;
    });
}

Result<std::vector<Outcome>> MemoryStore::commit(std::span<const Unit> units) {
    using Answer = Result<std::vector<Outcome>>;
    return guarded<Answer>([&]() -> Answer {
        std::vector<Outcome> outcomes;
        outcomes.reserve(units.size());
        const std::int64_t next = revision_ + 1;
        for (const Unit& unit : units) {
            if (!is_storable(unit)) {
                outcomes.push_back({Outcome::State::failed, 0, plain_error("value.out-of-range"_code, "range", "ids")});
                continue;
            }
            const bool applied = apply(unit);
            if (applied) revision_ = next;
            outcomes.push_back({applied ? Outcome::State::applied : Outcome::State::stale, applied ? next : 0, {}});
        }
        return outcomes;
    });
}

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace provost
