// The records that a batch of requests has seen or made: what was loaded, and over it the changes decided so far. Later
// requests of the batch, and cascades, see earlier changes here; the engine commits them once.
#pragma once

#include <provost/plan/answer.hpp>
#include <provost/ports/store.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace provost {

class Overlay {
public:
    /// Whether the records under a key are known here.
    [[nodiscard]] bool knows(const Key& key) const;
    /// Takes what the store (or the host) has under a key. Changed records keep their change.
    void learn(const Key& key, const std::vector<Record>& found);
    /// The stored records that were read since the last `settle`, with the versions they had.
    [[nodiscard]] std::vector<Expectation> reads() const;
    /// Calls `visit(record)` for the records under a known key, in ascending order of id, and notes that they were
    /// read.
    template <class Visit>
    void read(const Key& key, Visit visit) {
        if (key.index == Key::by_id) return read_one({key.type, key.parts.front().number}, visit);
        const auto found = keys_.find(bytes(key));
        if (found == keys_.end()) return;
        for (const auto id : found->second.ids) read_one({key.type, id}, visit);
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
    struct Hash {
        std::size_t operator()(const Name& n) const {
            return std::hash<const void*>()(n.type) * 31 + std::hash<std::int64_t>()(n.id);
        }
    };
    struct Held {
        Record stored;  // as the store has it; empty = not there
        Record now;
        bool touched = false;
        bool read = false;
    };
    struct Ids {
        std::vector<std::int64_t> ids;  // ascending
        bool complete = false;          // the store was asked; else only records made here
    };

    template <class Visit>
    void read_one(const Name& name, Visit& visit) {
        const auto held = records_.find(name);
        if (held == records_.end() || !held->second.now) return;
        if (!held->second.read) {
            held->second.read = true;
            read_.push_back(name);
        }
        visit(held->second.now);
    }
    [[nodiscard]] const std::string& bytes(const Key& key) const;
    void enter(const Record& record);
    void leave(const Record& record);
    void replace(Held& held, const Record& now);

    std::unordered_map<Name, Held, Hash> records_;
    std::unordered_map<std::string, Ids> keys_;
    std::vector<Name> touched_;
    std::vector<Name> read_;
    mutable std::string buffer_;  // keys are hashed several times for every request
};

}  // namespace provost
