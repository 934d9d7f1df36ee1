// The overlay: records by id, and the ids under each index key that was asked for.
#include "plan/overlay.hpp"

#include <algorithm>

namespace provost {

namespace {

template <class List>
void insert_id(List& ids, std::int64_t id) {
    if (ids.empty() || ids.back() < id) return ids.push_back(id);
    const auto place = std::ranges::lower_bound(ids, id);
    if (*place != id) ids.insert(place, id);
}

}  // namespace

std::string_view Overlay::bytes(const Key& key) {
    buffer_.clear();
    append_parts(buffer_, key);
    return buffer_;
}

std::string_view Overlay::bytes(const Record& record, int index) {
    buffer_.clear();
    append_parts(buffer_, record, index);
    return buffer_;
}

Overlay::Ids& Overlay::ids_of(View& view, std::string_view key) {
    const auto found = view.keys.find(key);
    if (found != view.keys.end()) return found->second;
    return view.keys.try_emplace(std::pmr::string(key, &memory_)).first->second;
}

Overlay::View& Overlay::view(const RecordType& type, int index) {
    const auto found =
        std::ranges::find_if(views_, [&](const View& each) { return each.type == &type && each.index == index; });
    if (found != views_.end()) return *found;
    View& made = views_.emplace_back(View{&type, index, decltype(View::keys)(&memory_)});
    for (const auto& [name, held] : records_) {
        if (name.type == &type && held.now) insert_id(ids_of(made, bytes(held.now, index)).ids, name.id);
    }
    return made;
}

const Overlay::Ids* Overlay::ids_under(const Key& key) {
    View& asked = view(*key.type, key.index);
    const auto found = asked.keys.find(bytes(key));
    return found == asked.keys.end() ? nullptr : &found->second;
}

bool Overlay::knows(const Key& key) {
    if (key.index == Key::by_id) return records_.contains({key.type, key.parts.front().number});
    const Ids* found = ids_under(key);
    return found != nullptr && found->complete;
}

void Overlay::learn(const Key& key, const std::vector<Record>& found) {
    for (const Record& record : found) {
        Held& held = records_[{&record.type(), record.id()}];
        if (held.touched || held.now) continue;
        held.stored = held.now = record;
        enter(record);
    }
    if (key.index == Key::by_id) {
        records_.try_emplace({key.type, key.parts.front().number});
    } else {
        // Records that were changed here stand under the keys that they have now.
        View& asked = view(*key.type, key.index);
        ids_of(asked, bytes(key)).complete = true;
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
    for (View& asked : views_) {
        if (asked.type == &record.type()) insert_id(ids_of(asked, bytes(record, asked.index)).ids, record.id());
    }
}

void Overlay::leave(const Record& record) {
    for (View& asked : views_) {
        if (asked.type != &record.type()) continue;
        const auto place = asked.keys.find(bytes(record, asked.index));
        if (place != asked.keys.end()) std::erase(place->second.ids, record.id());
    }
}

void Overlay::apply(const Record& after) {
    const Name name{&after.type(), after.id()};
    Held& held = records_[name];
    if (!held.touched) {
        held.touched = true;
        touched_.push_back(name);
    }
    if (held.now) leave(held.now);
    held.now = after;
    enter(after);
}

std::vector<Change> Overlay::changes() const {
    std::vector<Change> list;
    list.reserve(touched_.size());
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
    for (View& asked : views_) asked.keys.clear();
    touched_.clear();
    read_.clear();
}

}  // namespace provost
