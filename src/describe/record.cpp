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

template <class Value>
void append_bytes(std::string& out, Value value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_text(std::string& out, const std::string& text) {
    append_bytes(out, static_cast<std::uint32_t>(text.size()));
    out += text;
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
    append_bytes(out, key.type);
    out += static_cast<char>(key.index);
    append_parts(out, key);
}

void append_parts(std::string& out, const Key& key) {
    for (const KeyPart& part : key.parts) part.is_text ? append_text(out, part.text) : append_bytes(out, part.number);
}

void append_parts(std::string& out, const Record& record, int index) {
    if (index == Key::by_id) return append_bytes(out, record.id());
    const RecordType& type = record.type();
    for (const auto name : type.indexes[static_cast<std::size_t>(index)].members) {
        if (name.empty()) break;
        const Field& field = *type.find(name);
        const void* member = field.in(record.data());
        if (field.access->kind == Kind::text) {
            append_text(out, *static_cast<const std::string*>(member));
        } else {
            append_bytes(out, field.access->present(member) ? field.access->load(member) : std::int64_t{0});
        }
    }
}

}  // namespace provost
