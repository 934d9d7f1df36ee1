// JSON Schema (2020-12) of a description, as canonical text. It describes what the reader and `validate` accept; a
// text check and the calendar of days and moments are beyond what a schema can say.
#include <provost/describe/json.hpp>

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace provost {

namespace {

// Keywords of one object with their JSON text, put in byte order when written.
class Keywords {
public:
    Keywords& raw(std::string_view key, std::string text) {
        rows_[std::string(key)] = std::move(text);
        return *this;
    }
    Keywords& text(std::string_view key, std::string_view value) {
        std::string out;
        write_json_text(out, value);
        return raw(key, std::move(out));
    }
    Keywords& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::string written() const {
        std::string out = "{";
        for (const auto& [key, value] : rows_) {
            if (out.size() > 1) out += ',';
            write_json_text(out, key);
            out += ':' + value;
        }
        return out + '}';
    }

private:
    std::map<std::string, std::string> rows_;
};

template <class Items, class Name>
std::string list_of(const Items& items, Name name) {
    std::string out = "[";
    for (const auto& item : items) {
        if (out.size() > 1) out += ',';
        write_json_text(out, name(item));
    }
    return out + ']';
}

class Schema {
public:
    explicit Schema(const RecordType& root) : root_(root) {}

    [[nodiscard]] std::string written() {
        Keywords all = object(root_);
        all.text("$schema", "https://json-schema.org/draft/2020-12/schema");
        // Writing a definition may find further ones: they are appended while this loop runs.
        Keywords definitions;
        for (std::size_t i = 0; i < found_.size(); ++i) definitions.raw(found_[i]->name, object(*found_[i]).written());
        if (!definitions.empty()) all.raw("$defs", definitions.written());
        return all.written();
    }

private:
    Keywords object(const RecordType& type);
    Keywords value(const Field& field);
    Keywords reference_to(const RecordType& type);

    const RecordType& root_;
    std::vector<const RecordType*> found_;
};

Keywords Schema::reference_to(const RecordType& type) {
    if (&type == &root_) return Keywords{}.text("$ref", "#");
    if (std::ranges::find(found_, &type) == found_.end()) found_.push_back(&type);
    return Keywords{}.text("$ref", "#/$defs/" + std::string(type.name));
}

// A member that is always written has a value when it is left out, too.
void add_default(Keywords& words, const Field& field, const void* fresh) {
    const bool scalar = field.access->target == nullptr && field.access->count == nullptr;
    if (field.is_required || field.access->optional || !scalar) return;
    std::string text;
    write_member_json(text, field, fresh);
    words.raw("default", std::move(text));
}

Keywords Schema::object(const RecordType& type) {
    const auto fresh = type.make();
    Keywords properties;
    std::vector<std::string_view> required;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        Keywords words = value(field);
        words.text("description", field.doc);
        add_default(words, field, fresh.get());
        properties.raw(field.name, words.written());
        if (field.is_required) required.push_back(field.name);
    }
    Keywords all;
    all.text("title", type.name).text("description", type.doc).text("type", "object");
    all.raw("additionalProperties", "false").raw("patternProperties", R"({"^x-":true})");
    all.raw("properties", properties.written());
    if (!required.empty()) all.raw("required", list_of(required, [](std::string_view name) { return name; }));
    return all;
}

Keywords number_between(std::int64_t low, std::int64_t high) {
    return Keywords{}.text("type", "integer").number("minimum", low).number("maximum", high);
}

// Whole decimals may come as integers; the limits bind only those, text is checked by the reader.
Keywords decimal(const Field& field) {
    const auto unit = Decimal::of(1).millionths;
    Keywords words = number_between(field.lowest / unit, field.highest / unit);
    return words.raw("type", R"(["string","integer"])").text("pattern", R"(^-?[0-9]+(\.[0-9]{1,6})?$)");
}

Keywords text(const Field& field, std::string type) {
    Keywords words;
    words.raw("type", std::move(type));
    if (field.is_required) words.number("minLength", 1);
    if (field.most > 0) words.number("maxLength", field.most);
    return words;
}

Keywords list(const Field& field, const Keywords& items) {
    Keywords words;
    words.text("type", "array").raw("items", items.written());
    if (field.is_required) words.number("minItems", 1);
    if (field.most > 0) words.number("maxItems", field.most);
    return words;
}

Keywords Schema::value(const Field& field) {
    const Access& access = *field.access;
    const std::int64_t first_id = field.is_required ? 1 : 0;  // zero is "none"
    switch (access.kind) {
        case Kind::boolean: return Keywords{}.text("type", "boolean");
        case Kind::integer: return number_between(field.lowest, field.highest);
        case Kind::id: return number_between(first_id, id_limit);
        case Kind::choice:
            return Keywords{}.raw("enum", list_of(access.choices, [](const ChoiceRow& row) { return row.name; }));
        case Kind::decimal: return decimal(field);
        case Kind::day: return Keywords{}.text("type", "string").text("format", "date");
        case Kind::instant: return Keywords{}.text("type", "string").text("format", "date-time");
        case Kind::text: return text(field, R"("string")");
        case Kind::code: return Keywords{}.text("type", "string").text("pattern", R"(^(none|[a-z0-9-]+\.[a-z0-9-]+)$)");
        case Kind::reference:
            return text(field, R"(["string","integer"])").number("minimum", first_id).number("maximum", id_limit);
        case Kind::texts: return list(field, Keywords{}.text("type", "string"));
        case Kind::numbers: return list(field, number_between(INT64_MIN, INT64_MAX));
        case Kind::record: return reference_to(*access.target());
        case Kind::records: return list(field, reference_to(*access.target()));
    }
    return {};
}

}  // namespace

std::string json_schema(const RecordType& type) { return Schema(type).written(); }

}  // namespace provost
