// Keys of records.
#include <provost/describe/record.hpp>

namespace provost {

namespace {

// Calls `take` with each value under which a record stands in its index: a text or a number.
template <class Take>
void each_part(const Record& record, int index, Take take) {
    const RecordType& type = record.type();
    const Index& described = type.indexes[static_cast<std::size_t>(index)];
    for (std::size_t i = 0; i < described.size; ++i) {
        const Field& field = type.fields[described.positions[i]];
        const void* member = field.in(record.data());
        if (field.access->kind == Kind::text) {
            take(*static_cast<const std::string*>(member));
        } else {
            take(field.access->present(member) ? field.access->load(member) : std::int64_t{0});
        }
    }
}

template <class Value>
void append_bytes(std::string& out, Value value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_part(std::string& out, const std::string& text) {
    append_bytes(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}
void append_part(std::string& out, std::int64_t number) { append_bytes(out, number); }

KeyPart part_of(const std::string& text) { return {0, text, true}; }
KeyPart part_of(std::int64_t number) { return {number, {}, false}; }

}  // namespace

Key id_key(const RecordType& type, std::int64_t id) { return {&type, Key::by_id, {KeyPart{id, {}, false}}}; }

Key index_key(const Record& record, int index) {
    if (index == Key::by_id) return id_key(record.type(), record.id());
    Key key{&record.type(), index, {}};
    each_part(record, index, [&](const auto& value) { key.parts.push_back(part_of(value)); });
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

std::string key_bytes(const Key& key) {
    std::string bytes;
    append_key(bytes, key);
    return bytes;
}

void append_parts(std::string& out, const Key& key) {
    for (const KeyPart& part : key.parts) part.is_text ? append_part(out, part.text) : append_part(out, part.number);
}

void append_parts(std::string& out, const Record& record, int index) {
    if (index == Key::by_id) return append_part(out, record.id());
    each_part(record, index, [&](const auto& value) { append_part(out, value); });
}

}  // namespace provost
