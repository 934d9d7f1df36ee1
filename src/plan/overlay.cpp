// The overlay: records by id, and the ids under each index key that was asked for.
#include "plan/overlay.hpp"

#include <algorithm>

namespace provost {

namespace {

void insert_id(std::vector<std::int64_t>& ids, std::int64_t id) {
    const auto place = std::ranges::lower_bound(ids, id);
    if (place == ids.end() || *place != id) ids.insert(place, id);
}

}  // namespace

const std::string& Overlay::bytes(const Key& key) const {
    buffer_.clear();
    append_key(buffer_, key);
    return buffer_;
}

bool Overlay::knows(const Key& key) const {
    if (key.index == Key::by_id) {
        const auto held = records_.find({key.type, key.parts.front().number});
        if (held != records_.end()) return true;
    }
    const auto found = keys_.find(bytes(key));
    return found != keys_.end() && found->second.complete;
}

void Overlay::learn(const Key& key, const std::vector<Record>& found) {
    for (const Record& record : found) {
        auto& held = records_[{&record.type(), record.id()}];
        if (held.touched || held.now) continue;
        held.stored = held.now = record;
        for (int index = 0; index < static_cast<int>(record.type().indexes.size()); ++index) {
            const auto place = keys_.find(bytes(index_key(record, index)));
            if (place != keys_.end()) insert_id(place->second.ids, record.id());
        }
    }
    Ids& ids = keys_[bytes(key)];
    ids.complete = true;
    for (const Record& record : found) {
        // A record that was changed here may have left this key.
        const Record& now = current(record.type(), record.id());
        if (now && index_key(now, key.index) == key) insert_id(ids.ids, record.id());
    }
}

std::vector<Expectation> Overlay::reads() const {
    std::vector<Expectation> list;
    for (const Name& name : read_) {
        const Record& stored = records_.at(name).stored;
        if (stored) list.push_back({name.type, name.id, stored.version()});
    }
    return list;
}

const Record& Overlay::current(const RecordType& type, std::int64_t id) const {
    static const Record none;
    const auto held = records_.find({&type, id});
    return held == records_.end() ? none : held->second.now;
}

std::int64_t Overlay::stored_version(const RecordType& type, std::int64_t id) const {
    const auto held = records_.find({&type, id});
    return held == records_.end() || !held->second.stored ? 0 : held->second.stored.version();
}

void Overlay::enter(const Record& record) {
    for (int index = 0; index < static_cast<int>(record.type().indexes.size()); ++index) {
        insert_id(keys_[bytes(index_key(record, index))].ids, record.id());
    }
}

void Overlay::leave(const Record& record) {
    for (int index = 0; index < static_cast<int>(record.type().indexes.size()); ++index) {
        const auto place = keys_.find(bytes(index_key(record, index)));
        if (place != keys_.end()) std::erase(place->second.ids, record.id());
    }
}

void Overlay::replace(Held& held, const Record& now) {
    if (held.now) leave(held.now);
    held.now = now;
    if (now) enter(now);
}

void Overlay::apply(const Record& after) {
    const Name name{&after.type(), after.id()};
    Held& held = records_[name];
    if (!held.touched) {
        held.touched = true;
        touched_.push_back(name);
    }
    replace(held, after);
}

std::vector<Change> Overlay::changes() const {
    std::vector<Change> list;
    for (const Name& name : touched_) {
        const Held& held = records_.at(name);
        list.push_back({held.stored, held.now});
    }
    return list;
}

void Overlay::settle(const std::vector<Write>& written) {
    for (const Write& write : written) {
        const auto held = records_.find({&write.record.type(), write.record.id()});
        if (held != records_.end()) held->second = {write.record, write.record, false, false};
    }
    for (const Name& name : read_) records_.at(name).read = false;
    touched_.clear();
    read_.clear();
}

void Overlay::clear() {
    records_.clear();
    keys_.clear();
    touched_.clear();
    read_.clear();
}

}  // namespace provost
