// Where records live. Six calls over described records; journal, runs and LMS due keys are records like any other.
// Implementations: memory, SQLite, a host's C table, a host's C++ or Python class; tests/contract runs on all of them.
#pragma once

#include <provost/describe/record.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace provost {

/// What `load` found, key by key. Since 0.1.
struct Loaded {
    std::int64_t revision = 0;               ///< the store's count of commits when it was read
    std::vector<std::vector<Record>> found;  ///< one list per key, each in ascending order of id
};

/// Records that stand under an index key, or all of a kind, page by page in ascending order of id. Since 0.1.
struct Query {
    const RecordType* type = nullptr;
    int index = Key::by_id;    ///< with `parts` empty: all records of the kind
    KeyParts parts;            ///< the first members of the index, all equal to these
    std::int64_t after = 0;    ///< only ids above
    std::size_t limit = 1000;  ///< at most so many
};

/// A record and the version under which it was read; version 0: it was not there. Since 0.1.
struct Expectation {
    const RecordType* type = nullptr;
    std::int64_t id = 0;
    std::int64_t version = 0;
};

/// One change: the record as it shall be, with the version it shall have (the one before plus one). Since 0.1.
struct Write {
    Record record;
    std::int64_t expected = 0;  ///< version that must be there now; 0 = no record of that id
    Record before{};  ///< what the writer read under that version, when it still knows: spares a store to look
};

/// All or nothing. Since 0.1.
struct Unit {
    std::int64_t as_of = 0;          ///< revision at which everything below was read; when the store still has it,
                                     ///< the expectations hold and need not be checked
    std::vector<Expectation> reads;  ///< everything the decision rests on
    std::vector<Write> writes;
};

/// What became of a unit. Since 0.1.
struct Outcome {
    enum class State : std::uint8_t {
        applied,
        stale,   ///< something it rests on has moved, or a unique index holds another record: decide again
        failed,  ///< nothing of it was written; `error` says why
    };
    State state = State::applied;
    std::int64_t revision = 0;  ///< after it, when applied
    Error error{};
};

/// What a store can do. Since 0.1.
struct StoreTraits {
    std::string name;
    std::size_t units_per_transaction = 1;
    std::size_t bytes_per_transaction = 0;  ///< 0 = no limit of its own
    bool serializable = true;
};

/// The interface. One call at a time per object; the engine keeps that rule. No call throws. Since 0.1. [MIS-02]
class Store {
public:
    virtual ~Store() = default;
    /// The first of `count` fresh ids in a row. They count as used once a commit writes a record that has one; ids that
    /// were never written may be handed out again by a later opening of the store.
    [[nodiscard]] virtual Result<std::int64_t> reserve(std::int64_t count) = 0;
    /// The records under each key; keys by id give one or none.
    [[nodiscard]] virtual Result<Loaded> load(std::span<const Key> keys) = 0;
    /// One page of a query.
    [[nodiscard]] virtual Result<std::vector<Record>> find(const Query& query) = 0;
    /// One outcome per unit, in order. A stale unit does not lose the others; a unit may rest on one before it.
    [[nodiscard]] virtual Result<std::vector<Outcome>> commit(std::span<const Unit> units) = 0;
    [[nodiscard]] virtual StoreTraits describe() const = 0;
    /// Sees to it that what was replaced can not be read out of its files any more, where it keeps such; the session
    /// `erase` ends with it. A store that leaves nothing behind, or can not know, does nothing.
    [[nodiscard]] virtual Result<void> forget() { return {}; }
};

}  // namespace provost
