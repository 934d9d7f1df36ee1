// From fetch plans to keys, and from keys to filled slots.
#include "engine/facts.hpp"

#include <utility>

namespace provost::engine {

namespace {

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

    // Of each document of a list, the member that the path names.
    template <class Visit>
    void nested(std::size_t position, const Access& list, const void* documents, bool given, Visit& visit) {
        const Field* field = list.target()->find(step_->parts[position].nested);
        for (std::size_t i = 0; i < list.count(documents); ++i) {
            this->member(position, *field, list.at(documents, i), given, visit);
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
        canonical == nullptr ? part.text.assign(value) : part.text = canonical(value);
        extend(position + 1, visit);
    }

    const Asked& asked_;
    const FetchStep* step_ = nullptr;
    const void* facts_ = nullptr;
    Key key_;
};

void put(const FetchStep& step, void* facts, const Record& record) {
    if (step.row.usable != nullptr && !step.row.usable(record.data())) return;
    auto* slot = static_cast<std::byte*>(facts) + step.row.offset;
    if (step.row.many) {
        reinterpret_cast<AnyMany*>(slot)->records.push_back(record.data());
    } else {
        reinterpret_cast<AnyOne*>(slot)->record = record.data();
    }
}

std::size_t filled(const FetchStep& step, const void* facts) {
    const auto* slot = static_cast<const std::byte*>(facts) + step.row.offset;
    if (step.row.many) return reinterpret_cast<const AnyMany*>(slot)->records.size();
    return reinterpret_cast<const AnyOne*>(slot)->record == nullptr ? 0 : 1;
}

// Fills one slot from the overlay; keys that are not known there yet are added to `missing`. Answers how many keys the
// slot has.
std::size_t fill(const FetchStep& step, KeyMaker& keys, void* facts, Overlay& overlay, std::vector<Key>& missing) {
    std::size_t count = 0;
    keys.each(step, facts, [&](const Key& key) {
        ++count;
        if (!overlay.read(key, [&](const Record& record) { put(step, facts, record); })) missing.push_back(key);
    });
    return count;
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

std::vector<Key> keys_of(const FetchStep& step, const Asked& asked) {
    std::vector<Key> keys;
    KeyMaker(asked).each(step, nullptr, [&](const Key& key) { keys.push_back(key); });
    return keys;
}

void Gathering::go_on(Overlay& overlay, std::vector<Key>& missing) {
    const auto plan = asked_.verb->fetch;
    KeyMaker keys(asked_);
    const auto before = missing.size();
    for (; wave_ <= waves_; ++wave_) {
        for (const FetchStep& step : plan) {
            if (step.wave == wave_) fill(step, keys, facts_.get(), overlay, missing);
        }
        if (missing.size() == before) continue;
        for (const FetchStep& step : plan) {
            if (step.wave == wave_) empty(step, facts_.get());  // filled again when all is known
        }
        return;
    }
}

Resolution resolve(const Asked& asked, Overlay& overlay) {
    Resolution resolution{asked.verb->make_facts(), {}, {}, {}};
    KeyMaker keys(asked);
    for (const FetchStep& step : asked.verb->fetch) {
        const auto count = fill(step, keys, resolution.facts.get(), overlay, resolution.missing);
        if (!resolution.missing.empty()) return resolution;
        if (step.row.absent && filled(step, resolution.facts.get()) < count) {
            resolution.dangling = step.row.absent;
            resolution.kind = step.row.type->name;
            return resolution;
        }
    }
    return resolution;
}

}  // namespace provost::engine
