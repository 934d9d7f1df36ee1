// The records that a batch of requests has seen or made: what was loaded, and over it the changes decided so far. Later
// requests of the batch, and cascades, see earlier changes here; the engine commits them once.
#pragma once

#include "plan/positions.hpp"

#include <provost/plan/answer.hpp>
#include <provost/ports/store.hpp>

#include <array>
#include <limits>
#include <string>
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
        if (found->first != no_id) read_one({key.type, found->first}, visit);
        for (const auto id : found->further) read_one({key.type, id}, visit);
        return found->complete;
    }
    /// The record as it stands now; empty when unknown or deleted.
    [[nodiscard]] const Record& current(const RecordType& type, std::int64_t id) const;
    /// Version under which the store holds the record; 0 = not there.
    [[nodiscard]] std::int64_t stored_version(const RecordType& type, std::int64_t id) const;

    /// A record as a decision wants it. One that is as the store has it again has not changed.
    void apply(const Record& after);

    /// The changes since the last `settle`, one per record, in the order in which the records were first changed.
    [[nodiscard]] std::vector<Change> changes() const;
    [[nodiscard]] bool changed() const { return !touched_.empty(); }
    [[nodiscard]] std::size_t changed_records() const { return touched_.size(); }
    /// From here on `changed(type)` says whether records of a kind have changed.
    void watch() { changed_types_.clear(); }
    [[nodiscard]] bool changed(const RecordType& type) const {
        return std::ranges::find(changed_types_, &type) != changed_types_.end();
    }
    /// The changes are stored now.
    void settle();
    /// Forgets everything.
    void clear();
    /// How many records and keys are held; also those that are known not to be there.
    [[nodiscard]] std::size_t size() const {
        std::size_t held = records_.size();
        for (const View& asked : views_) held += asked.keys.size();
        return held;
    }

private:
    struct Name {
        const RecordType* type;
        std::int64_t id;
        friend bool operator==(const Name&, const Name&) = default;
    };
    struct Held {
        Name name;
        Record stored{};  // as the store has it; empty = not there
        Record now{};     // empty = known not to be there
        bool touched = false;
        bool read = false;
    };
    static constexpr std::int64_t no_id = std::numeric_limits<std::int64_t>::min();
    // The ids under one key, ascending; most have one or none.
    struct Ids {
        void insert(std::int64_t id);
        void erase(std::int64_t id);

        std::array<char, 16> start{};       // of the key: the whole of most, which spares a look at the bytes
        std::uint32_t begin = 0, size = 0;  // of the key in the bytes of its view
        std::int64_t first = no_id;
        std::vector<std::int64_t> further{};
        bool complete = false;  // the store was asked; else only records that came otherwise
    };
    // The ids under the keys of one index. There is one only for an index by which somebody asked: a batch writes into
    // many indexes and asks by few.
    struct View {
        const RecordType* type;
        int index;
        Positions places{};  // in `keys`
        std::vector<Ids> keys{};
        std::string bytes{};

        [[nodiscard]] Ids* find(std::string_view key);
        [[nodiscard]] Ids& at(std::string_view key);
        [[nodiscard]] bool is(const Ids& ids, std::string_view key) const {
            const auto start = std::min(key.size(), ids.start.size());
            return ids.size == key.size() && std::memcmp(ids.start.data(), key.data(), start) == 0 &&
                   (start == key.size() || std::string_view(bytes).substr(ids.begin, ids.size) == key);
        }
    };

    template <class Visit>
    bool read_one(const Name& name, Visit& visit) {
        const auto place = place_of(name);
        if (place == Positions::none) return false;
        Held& held = records_[place];
        if (!held.now) return true;
        if (!held.read) {
            held.read = true;
            read_.push_back(place);
        }
        visit(held.now);
        return true;
    }
    [[nodiscard]] static std::uint64_t hash(const Name& name) {
        return mixed(reinterpret_cast<std::uintptr_t>(name.type), static_cast<std::uint64_t>(name.id));
    }
    [[nodiscard]] std::uint32_t place_of(const Name& name) const {
        return places_.find(hash(name), [&](std::uint32_t place) { return records_[place].name == name; });
    }
    [[nodiscard]] std::uint32_t place_for(const Name& name);
    [[nodiscard]] View& view(const RecordType& type, int index);
    [[nodiscard]] const Ids* ids_under(const Key& key);
    [[nodiscard]] std::string_view bytes(const Key& key);
    [[nodiscard]] std::string_view bytes(const Record& record, int index);
    /// Under its keys, but that of the index where it stands already.
    void enter(const Record& record, int entered = Key::by_id);
    void leave(const Record& record);

    Positions places_;  // in `records_`
    std::vector<Held> records_;
    std::vector<View> views_;
    std::vector<std::uint32_t> touched_;  // places in `records_`
    std::vector<std::uint32_t> read_;
    std::vector<const RecordType*> changed_types_;
    std::string buffer_;  // of the key at hand
};

}  // namespace provost
