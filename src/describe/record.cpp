// Keys of records.
#include <provost/describe/record.hpp>

namespace provost {

namespace {

KeyPart part_of(const Field& field, const void* record) {
    const void* member = field.in(record);
    KeyPart part;
    if (field.access->kind == Kind::text) {
        part.is_text = true;
        part.text = *static_cast<const std::string*>(member);
    } else if (field.access->present(member)) {
        part.number = field.access->load(member);
    }
    return part;
}

}  // namespace

Key id_key(const RecordType& type, std::int64_t id) { return {&type, Key::by_id, {KeyPart{id, {}, false}}}; }

Key index_key(const Record& record, int index) {
    const RecordType& type = record.type();
    if (index == Key::by_id) return id_key(type, record.id());
    Key key{&type, index, {}};
    for (const auto name : type.indexes[static_cast<std::size_t>(index)].members) {
        if (!name.empty()) key.parts.push_back(part_of(*type.find(name), record.data()));
    }
    return key;
}

int find_index(const RecordType& type, std::string_view name) {
    if (name == "id") return Key::by_id;
    const auto found = std::ranges::find(type.indexes, name, &Index::name);
    return found == type.indexes.end() ? -2 : static_cast<int>(found - type.indexes.begin());
}

void append_key(std::string& out, const Key& key) {
    const auto bytes = [&out](auto value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); };
    bytes(key.type);
    out += static_cast<char>(key.index);
    for (const KeyPart& part : key.parts) {
        if (part.is_text) {
            bytes(static_cast<std::uint32_t>(part.text.size()));
            out += part.text;
        } else {
            bytes(part.number);
        }
    }
}

}  // namespace provost
