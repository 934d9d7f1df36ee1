// From fetch plans to keys, and from keys to filled slots.
#include "engine/facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace provost::engine {

// Makes the keys of a step one after the other in the same place: a request asks for dozens of keys, several times.
class KeyMaker {
public:
    explicit KeyMaker(const Asked& asked) : asked_(asked) {}

    /// Calls `visit(key)` for each key; the key is valid during the call.
    template <class Visit>
    void each(const FetchStep& step, const void* facts, Visit visit) {
        step_ = &step;
        facts_ = facts;
        key_.type = step.row.type;
        key_.index = step.index;
        key_.parts.resize(step.part_count);
        extend(0, visit);
    }

    /// The last text of the key that is visited, as it was told.
    [[nodiscard]] std::string_view written() const { return written_; }

private:
    // Puts each value of the part at `position` into the key and goes on with the next part.
    template <class Visit>
    void extend(std::size_t position, Visit& visit) {
        if (position == step_->part_count) return visit(std::as_const(key_));
        const auto& part = step_->parts[position];
        if (part.slot < 0) {
            const void* request = static_cast<const std::byte*>(asked_.request) + part.base;
            return member(position, *part.field, request, true, visit);
        }
        const FetchRow& source = asked_.verb->fetch[static_cast<std::size_t>(part.slot)].row;
        const auto* slot = static_cast<const std::byte*>(facts_) + source.offset;
        if (source.many) {
            for (const void* record : reinterpret_cast<const AnyMany*>(slot)->records) {
                member(position, *part.field, record, false, visit);
            }
        } else if (const void* record = reinterpret_cast<const AnyOne*>(slot)->record) {
            member(position, *part.field, record, false, visit);
        }
    }

    template <class Visit>
    void member(std::size_t position, const Field& field, const void* record, bool given, Visit& visit) {
        const void* member = field.in(record);
        const Access& access = *field.access;
        switch (access.kind) {
            case Kind::records: return nested(position, access, member, given, visit);
            case Kind::text: return text(position, *static_cast<const std::string*>(member), given, visit);
            case Kind::texts:
                for (std::size_t i = 0; i < access.count(member); ++i) {
                    text(position, *static_cast<const std::string*>(access.at(member, i)), given, visit);
                }
                return;
            case Kind::numbers:
                for (std::size_t i = 0; i < access.count(member); ++i) {
                    this->number(position, *static_cast<const std::int64_t*>(access.at(member, i)), visit);
                }
                return;
            case Kind::reference:
                if (!access.present(member)) return;
                if (access.load(member) == 0) {
                    return text(position, *static_cast<const std::string*>(access.at(member, 0)), given, visit);
                }
                key_.index = Key::by_id;
                number(position, access.load(member), visit);
                key_.index = step_->index;
                return;
            default:
                if (access.present(member)) number(position, access.load(member), visit);
        }
    }

    // Of each document of a list, the member that the path names; and of the documents of their own kind below them.
    template <class Visit>
    void nested(std::size_t position, const Access& list, const void* documents, bool given, Visit& visit) {
        const RecordType& type = *list.target();
        const Field* field = type.find(step_->parts[position].nested);
        const auto below = std::ranges::find_if(type.fields, [&](const Field& each) {
            return each.access->kind == Kind::records && each.access->target() == &type;
        });
        for (std::size_t i = 0; i < list.count(documents); ++i) {
            const void* document = list.at(documents, i);
            this->member(position, *field, document, given, visit);
            if (below != type.fields.end()) nested(position, *below->access, below->in(document), given, visit);
        }
    }

    template <class Visit>
    void number(std::size_t position, std::int64_t value, Visit& visit) {
        KeyPart& part = key_.parts[position];
        part.number = value;
        part.is_text = false;
        part.text.clear();
        extend(position + 1, visit);
    }

    // An absent text asks for nothing. What a user wrote is brought to the spelling under which the index keeps it.
    template <class Visit>
    void text(std::size_t position, const std::string& value, bool given, Visit& visit) {
        if (value.empty() || (step_->row.asks != nullptr && !step_->row.asks(value))) return;
        KeyPart& part = key_.parts[position];
        const auto canonical = !given || step_->index == Key::by_id
                                   ? nullptr
                                   : step_->row.type->indexes[static_cast<std::size_t>(step_->index)].canonical;
        part.number = 0;
        part.is_text = true;
        written_ = value;
        canonical == nullptr ? part.text.assign(value) : part.text = canonical(value);
        extend(position + 1, visit);
    }

    const Asked& asked_;
    const FetchStep* step_ = nullptr;
    const void* facts_ = nullptr;
    std::string_view written_;
    Key key_;
};

namespace {

void put(const FetchStep& step, void* facts, const Record& record) {
    if (step.row.usable != nullptr && !step.row.usable(record.data())) return;
    auto* slot = static_cast<std::byte*>(facts) + step.row.offset;
    if (step.row.many) {
        reinterpret_cast<AnyMany*>(slot)->records.push_back(record.data());
    } else {
        reinterpret_cast<AnyOne*>(slot)->record = record.data();
    }
}

// Whether records may come by several keys of a step: a course is a member of two sets, say. What a request lists comes
// as often as it is listed.
bool may_repeat(const FetchStep& step) {
    const auto is_list = [](const FetchStep::Part& part) {
        const Kind kind = part.field->access->kind;
        return part.slot < 0 && (kind == Kind::texts || kind == Kind::numbers || kind == Kind::records);
    };
    return step.row.many && std::ranges::none_of(std::span(step.parts).first(step.part_count), is_list);
}

// Each record once, where it came first.
void drop_repeated(std::vector<const void*>& records) {
    std::vector<const void*> sorted = records;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) == sorted.end()) return;
    std::set<const void*> seen;
    std::erase_if(records, [&](const void* record) { return !seen.insert(record).second; });
}

void empty(const FetchStep& step, void* facts) {
    auto* slot = static_cast<std::byte*>(facts) + step.row.offset;
    if (step.row.many) {
        reinterpret_cast<AnyMany*>(slot)->records.clear();
    } else {
        reinterpret_cast<AnyOne*>(slot)->record = nullptr;
    }
}

}  // namespace

std::span<const void* const> records_in(const FetchStep& step, const void* facts) {
    const auto* slot = static_cast<const std::byte*>(facts) + step.row.offset;
    if (step.row.many) return reinterpret_cast<const AnyMany*>(slot)->records;
    const AnyOne& one = *reinterpret_cast<const AnyOne*>(slot);
    return {&one.record, one.record == nullptr ? 0U : 1U};
}

std::vector<Key> keys_of(const FetchStep& step, const Asked& asked) {
    std::vector<Key> keys;
    KeyMaker(asked).each(step, nullptr, [&](const Key& key) { keys.push_back(key); });
    return keys;
}

Gathering::Gathering(const Asked& asked, void* facts) : asked_(asked), facts_(facts), waves_(waves(asked.verb->fetch)) {
    for (const FetchStep& step : asked.verb->fetch) empty(step, facts_);
}

void* Gatherings::facts(const verbs::Verb& verb, std::size_t place, std::size_t count) {
    Row& row = rows_[&verb];
    if (row.size < count) row = {verb.facts.make_row(count), count};
    return static_cast<std::byte*>(row.facts.get()) + verb.facts.size * place;
}

void Gathering::fill(std::size_t position, KeyMaker& keys, Overlay& overlay, std::vector<Key>& missing) {
    const FetchStep& step = asked_.verb->fetch[position];
    if ((filled_ & bit(position)) != 0) empty(step, facts_);
    const auto before = missing.size();
    std::size_t count = 0;
    keys.each(step, facts_, [&](const Key& key) {
        ++count;
        const auto take = [&](const Record& record) { put(step, facts_, record); };
        if (!overlay.read(key, take)) missing.push_back(key);
    });
    if (missing.size() != before) return empty(step, facts_);
    filled_ |= bit(position);
    dangling_ &= ~bit(position);
    if (step.row.absent && records_in(step, facts_).size() < count) dangling_ |= bit(position);
    if (count > 1 && may_repeat(step)) {
        drop_repeated(reinterpret_cast<AnyMany*>(static_cast<std::byte*>(facts_) + step.row.offset)->records);
    }
}

void Gathering::go_on(Overlay& overlay, std::vector<Key>& missing) {
    const auto plan = asked_.verb->fetch;
    const auto before = missing.size();
    KeyMaker keys(asked_);
    for (; wave_ <= waves_; ++wave_) {
        for (std::size_t i = 0; i < plan.size(); ++i) {
            if (plan[i].wave == wave_ && (filled_ & bit(i)) == 0) fill(i, keys, overlay, missing);
        }
        if (missing.size() == before) continue;
        if (wave_ == waves_) ++wave_;  // nothing rests on the last wave
        return;
    }
}

// Whether a slot has what it would be filled with now.
bool Gathering::still_holds(std::size_t position, const Overlay& overlay) const {
    const FetchStep& step = asked_.verb->fetch[position];
    if ((filled_ & bit(position)) == 0 || overlay.changed(*step.row.type)) return false;
    return std::ranges::none_of(std::span(step.parts).first(step.part_count), [&](const FetchStep::Part& part) {
        return part.slot >= 0 && (renewed_ & bit(static_cast<std::size_t>(part.slot))) != 0;
    });
}

// Of several that a reference names, which one is not there, or not usable.
std::string Gathering::first_absent(const FetchStep& step, KeyMaker& keys, Overlay& overlay) const {
    std::optional<std::string> name;
    keys.each(step, facts_, [&](const Key& key) {
        bool there = false;
        static_cast<void>(overlay.read(key, [&](const Record& record) {
            there = there || step.row.usable == nullptr || step.row.usable(record.data());
        }));
        if (there || name) return;
        const KeyPart& last = key.parts[key.parts.size() - 1];
        if (key.index == Key::by_id) return void(name = std::to_string(last.number));
        const auto& positions = step.row.type->indexes[static_cast<std::size_t>(key.index)].positions;
        const bool personal = step.row.type->fields[positions[key.parts.size() - 1]].is_personal;
        name = personal || !last.is_text ? std::string() : std::string(keys.written());
    });
    return name.value_or(std::string());
}

Gathering::Resolution Gathering::resolve(Overlay& overlay) {
    Resolution resolution;
    KeyMaker keys(asked_);
    const auto plan = asked_.verb->fetch;
    renewed_ = 0;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        if (!still_holds(i, overlay)) {
            renewed_ |= bit(i);
            fill(i, keys, overlay, resolution.missing);
        }
        if (!resolution.missing.empty()) return resolution;
        if ((dangling_ & bit(i)) == 0) continue;
        resolution.dangling = plan[i].row.absent;
        resolution.kind = plan[i].row.type->name;
        resolution.name = first_absent(plan[i], keys, overlay);
        return resolution;
    }
    return resolution;
}

}  // namespace provost::engine
