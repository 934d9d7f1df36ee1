// From fetch plans to keys, and from keys to filled slots.
#include "engine/facts.hpp"

namespace provost::engine {

namespace {

// The values of one part of a key: none, one, or several (a list, or a slot of many records).
struct Values {
    std::vector<KeyPart> parts;
    bool by_id = false;  // a reference that was given as an id
};

void add_value(const Field& field, const void* record, std::string (*canonical)(std::string_view), Values& values) {
    const void* member = field.in(record);
    const Access& access = *field.access;
    const auto text = [&](const std::string& value) {
        values.parts.push_back({0, canonical == nullptr ? value : canonical(value), true});
    };
    switch (access.kind) {
        case Kind::text: text(*static_cast<const std::string*>(member)); break;
        case Kind::texts:
            for (std::size_t i = 0; i < access.count(member); ++i) {
                text(*static_cast<const std::string*>(access.at(member, i)));
            }
            break;
        case Kind::reference:
            if (!access.present(member)) break;
            if (access.load(member) != 0) {
                values.by_id = true;
                values.parts.push_back({access.load(member), {}, false});
            } else {
                text(*static_cast<const std::string*>(access.at(member, 0)));
            }
            break;
        default:
            if (access.present(member)) values.parts.push_back({access.load(member), {}, false});
    }
}

Values values_of(const FetchStep& step, std::size_t position, const Asked& asked, const void* facts,
                 std::span<const FetchStep> plan) {
    const auto& part = step.parts[position];
    const auto canonical =
        step.index == Key::by_id ? nullptr : step.row.type->indexes[static_cast<std::size_t>(step.index)].canonical;
    Values values;
    if (part.slot < 0) {
        add_value(*part.field, static_cast<const std::byte*>(asked.request) + part.base, canonical, values);
        return values;
    }
    const FetchRow& source = plan[static_cast<std::size_t>(part.slot)].row;
    const auto* slot = static_cast<const std::byte*>(facts) + source.offset;
    if (source.many) {
        for (const void* record : reinterpret_cast<const AnyMany*>(slot)->records) {
            add_value(*part.field, record, nullptr, values);
        }
    } else if (const void* record = reinterpret_cast<const AnyOne*>(slot)->record) {
        add_value(*part.field, record, nullptr, values);
    }
    return values;
}

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

}  // namespace

std::vector<Key> keys_of(const FetchStep& step, const Asked& asked, const void* facts,
                         std::span<const FetchStep> plan) {
    std::vector<Key> keys{Key{step.row.type, step.index, {}}};
    for (std::size_t i = 0; i < step.part_count; ++i) {
        const Values values = values_of(step, i, asked, facts, plan);
        std::vector<Key> longer;
        for (const Key& key : keys) {
            for (const KeyPart& part : values.parts) {
                longer.push_back(key);
                longer.back().parts.push_back(part);
                if (values.by_id) longer.back().index = Key::by_id;
            }
        }
        keys = std::move(longer);
    }
    return keys;
}

bool fill(const FetchStep& step, const std::vector<Key>& keys, void* facts, Overlay& overlay,
          std::vector<Key>& missing) {
    bool known = true;
    for (const Key& key : keys) {
        if (!overlay.knows(key)) {
            missing.push_back(key);
            known = false;
            continue;
        }
        overlay.read(key, [&](const Record& record) { put(step, facts, record); });
    }
    return known;
}

void gather_missing(const Asked& asked, Overlay& overlay, std::vector<Key>& missing) {
    const auto plan = asked.verb->fetch;
    const auto facts = asked.verb->make_facts();
    for (std::uint32_t wave = 1; wave <= waves(plan); ++wave) {
        bool known = true;
        for (const FetchStep& step : plan) {
            if (step.wave != wave) continue;
            known = fill(step, keys_of(step, asked, facts.get(), plan), facts.get(), overlay, missing) && known;
        }
        if (!known) return;
    }
}

Resolution resolve(const Asked& asked, Overlay& overlay) {
    const auto plan = asked.verb->fetch;
    Resolution resolution{asked.verb->make_facts(), {}, {}, {}};
    for (const FetchStep& step : plan) {
        const auto keys = keys_of(step, asked, resolution.facts.get(), plan);
        if (!fill(step, keys, resolution.facts.get(), overlay, resolution.missing)) return resolution;
        if (step.row.absent && filled(step, resolution.facts.get()) < keys.size()) {
            resolution.dangling = step.row.absent;
            resolution.kind = step.row.type->name;
            return resolution;
        }
    }
    return resolution;
}

}  // namespace provost::engine
