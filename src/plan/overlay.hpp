// The records that a batch of requests has seen or made: what was loaded, and over it the changes decided so far. Later
// requests of the batch, and cascades, see earlier changes here; the engine commits them once.
#pragma once

#include <provost/plan/answer.hpp>
#include <provost/ports/store.hpp>

#include <memory_resource>
#include <string>
#include <unordered_map>
#include <vector>

namespace provost {

class Overlay {
public:
    /// Whether the records under a key are known here.
    [[nodiscard]] bool knows(const Key& key);
    /// Takes what the store (or the host) has under a key. Changed records keep their change.
    void learn(const Key& key, const std::vector<Record>& found);
    /// The stored records that were read since the last `settle`, with the versions they had.
    [[nodiscard]] std::vector<Expectation> reads() const;
    /// Calls `visit(record)` for the records that are held under a key, in ascending order of id, and notes that they
    /// were read. Answers whether these are all: false when the store was not asked yet.
    template <class Visit>
    bool read(const Key& key, Visit visit) {
        if (key.index == Key::by_id) return read_one({key.type, key.parts.front().number}, visit);
        const Ids* found = ids_under(key);
        if (found == nullptr) return false;
        for (const auto id : found->ids) read_one({key.type, id}, visit);
        return found->complete;
    }
    /// The record as it stands now; empty when unknown or deleted.
    [[nodiscard]] const Record& current(const RecordType& type, std::int64_t id) const;
    /// Version under which the store holds the record; 0 = not there.
    [[nodiscard]] std::int64_t stored_version(const RecordType& type, std::int64_t id) const;

    /// A record as a decision wants it.
    void apply(const Record& after);

    /// The changes since the last `settle`, one per record, in the order in which the records were first changed.
    [[nodiscard]] std::vector<Change> changes() const;
    [[nodiscard]] bool changed() const { return !touched_.empty(); }
    /// The changes are stored now, with these records (their versions raised).
    void settle(const std::vector<Write>& written);
    /// Forgets everything.
    void clear();
    /// How many records are held.
    [[nodiscard]] std::size_t size() const { return records_.size(); }

private:
    struct Name {
        const RecordType* type;
        std::int64_t id;
        friend bool operator==(const Name&, const Name&) = default;
    };
    struct NameHash {
        std::size_t operator()(const Name& n) const {
            return std::hash<const void*>()(n.type) * 31 + std::hash<std::int64_t>()(n.id);
        }
    };
    struct Held {
        Record stored;  // as the store has it; empty = not there
        Record now;     // empty = known not to be there
        bool touched = false;
        bool read = false;
    };
    struct Ids {
        using allocator_type = std::pmr::polymorphic_allocator<>;
        explicit Ids(allocator_type allocator) : ids(allocator) {}
        std::pmr::vector<std::int64_t> ids;  // ascending
        bool complete = false;               // the store was asked; else only records that came otherwise
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    // The ids under the keys of one index. There is one only for an index by which somebody asked: a batch writes into
    // many indexes and asks by few.
    struct View {
        const RecordType* type;
        int index;
        std::pmr::unordered_map<std::pmr::string, Ids, TextHash, std::equal_to<>> keys;
    };

    template <class Visit>
    bool read_one(const Name& name, Visit& visit) {
        const auto found = records_.find(name);
        if (found == records_.end()) return false;
        Held& held = found->second;
        if (!held.now) return true;
        if (!held.read) {
            held.read = true;
            read_.push_back(name);
        }
        visit(held.now);
        return true;
    }
    [[nodiscard]] View& view(const RecordType& type, int index);
    [[nodiscard]] const Ids* ids_under(const Key& key);
    [[nodiscard]] Ids& ids_of(View& view, std::string_view key);
    [[nodiscard]] std::string_view bytes(const Key& key);
    [[nodiscard]] std::string_view bytes(const Record& record, int index);
    void enter(const Record& record);
    void leave(const Record& record);

    std::pmr::unsynchronized_pool_resource memory_;  // many small pieces of few sizes, given back together
    std::pmr::unordered_map<Name, Held, NameHash> records_{&memory_};
    std::vector<View> views_;
    std::vector<Name> touched_;
    std::vector<Name> read_;
    std::string buffer_;  // of the key at hand
};

}  // namespace provost
