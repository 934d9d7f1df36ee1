// The overlay: records by id, and the ids under each index key that was asked for.
#include "plan/overlay.hpp"

#include <algorithm>

namespace provost {

void Overlay::Ids::insert(std::int64_t id) {
    if (first == id) return;
    if (first == no_id) return static_cast<void>(first = id);
    if (id < first) std::swap(first, id);
    const auto place = std::ranges::lower_bound(further, id);
    if (place == further.end() || *place != id) further.insert(place, id);
}

void Overlay::Ids::erase(std::int64_t id) {
    if (first != id) return static_cast<void>(std::erase(further, id));
    first = further.empty() ? no_id : further.front();
    if (!further.empty()) further.erase(further.begin());
}

Overlay::Ids* Overlay::View::find(std::string_view key) {
    const auto place = places.find(hash_of(key), [&](std::uint32_t at) { return is(keys[at], key); });
    return place == Positions::none ? nullptr : &keys[place];
}

Overlay::Ids& Overlay::View::at(std::string_view key) {
    if (Ids* found = find(key)) return *found;
    places.add(hash_of(key), static_cast<std::uint32_t>(keys.size()));
    Ids& made = keys.emplace_back();
    std::memcpy(made.start.data(), key.data(), std::min(key.size(), made.start.size()));
    made.begin = static_cast<std::uint32_t>(bytes.size());
    made.size = static_cast<std::uint32_t>(key.size());
    if (key.size() > made.start.size()) bytes += key;
    return made;
}

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

std::uint32_t Overlay::place_for(const Name& name) {
    const auto found = place_of(name);
    if (found != Positions::none) return found;
    const auto made = static_cast<std::uint32_t>(records_.size());
    places_.add(hash(name), made);
    records_.push_back({name});
    return made;
}

Overlay::View& Overlay::view(const RecordType& type, int index) {
    const auto found =
        std::ranges::find_if(views_, [&](const View& each) { return each.type == &type && each.index == index; });
    if (found != views_.end()) return *found;
    View& made = views_.emplace_back(View{&type, index});
    for (const Held& held : records_) {
        if (held.name.type == &type && held.now) made.at(bytes(held.now, index)).insert(held.name.id);
    }
    return made;
}

const Overlay::Ids* Overlay::ids_under(const Key& key) { return view(*key.type, key.index).find(bytes(key)); }

bool Overlay::knows(const Key& key) {
    if (key.index == Key::by_id) return place_of({key.type, key.parts.front().number}) != Positions::none;
    const Ids* found = ids_under(key);
    return found != nullptr && found->complete;
}

void Overlay::learn(const Key& key, const std::vector<Record>& found) {
    Ids* ids = nullptr;
    if (key.index == Key::by_id) {
        static_cast<void>(place_for({key.type, key.parts.front().number}));
    } else {
        ids = &view(*key.type, key.index).at(bytes(key));
        ids->complete = true;
    }
    for (const Record& record : found) {
        Held& held = records_[place_for({&record.type(), record.id()})];
        if (held.touched || held.now) continue;  // what was changed here stands under the keys that it has now
        held.stored = held.now = record;
        if (ids != nullptr) ids->insert(record.id());
        enter(record, ids == nullptr ? Key::by_id : key.index);
    }
}

std::vector<Expectation> Overlay::reads() const {
    std::vector<Expectation> list;
    list.reserve(read_.size());
    for (const auto place : read_) {
        const Held& held = records_[place];
        if (held.stored) list.push_back({held.name.type, held.name.id, held.stored.version()});
    }
    return list;
}

const Record& Overlay::current(const RecordType& type, std::int64_t id) const {
    static const Record none;
    const auto place = place_of({&type, id});
    return place == Positions::none ? none : records_[place].now;
}

std::int64_t Overlay::stored_version(const RecordType& type, std::int64_t id) const {
    const auto place = place_of({&type, id});
    return place == Positions::none || !records_[place].stored ? 0 : records_[place].stored.version();
}

void Overlay::enter(const Record& record, int entered) {
    for (View& asked : views_) {
        if (asked.type == &record.type() && asked.index != entered)
            asked.at(bytes(record, asked.index)).insert(record.id());
    }
}

void Overlay::leave(const Record& record) {
    for (View& asked : views_) {
        if (asked.type != &record.type()) continue;
        if (Ids* ids = asked.find(bytes(record, asked.index))) ids->erase(record.id());
    }
}

void Overlay::apply(const Record& after) {
    if (!changed(after.type())) changed_types_.push_back(&after.type());
    const auto place = place_for({&after.type(), after.id()});
    Held& held = records_[place];
    const bool was_touched = held.touched;
    if (!was_touched) {
        held.touched = true;
        touched_.push_back(place);
    }
    if (held.now) leave(held.now);
    const bool as_stored = was_touched && held.stored && same_content(after.type(), held.stored.data(), after.data());
    held.now = as_stored ? held.stored : after;
    enter(held.now);
    // What comes to be as it was is no change.
    if (!as_stored) return;
    held.touched = false;
    std::erase(touched_, place);
}

std::vector<Change> Overlay::changes() const {
    std::vector<Change> list;
    list.reserve(touched_.size());
    for (const auto place : touched_) list.push_back({records_[place].stored, records_[place].now});
    return list;
}

void Overlay::settle() {
    for (const auto place : touched_) {
        records_[place].stored = records_[place].now;
        records_[place].touched = false;
    }
    for (const auto place : read_) records_[place].read = false;
    touched_.clear();
    read_.clear();
}

void Overlay::clear() {
    places_.clear();
    records_.clear();
    for (View& asked : views_) {
        asked.places.clear();
        asked.keys.clear();
        asked.bytes.clear();
    }
    touched_.clear();
    read_.clear();
}

}  // namespace provost
