// Requests by name, keys by words.
#include "engine/request_document.hpp"

#include "audit/digest.hpp"
#include "base/clip.hpp"
#include "base/closest.hpp"
#include "base/failure.hpp"
#include "describe/expected.hpp"
#include "describe/request.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

const Field* member_of(const RecordType& type, int index, std::size_t position) {
    if (index == Key::by_id) return position == 0 ? &type.fields.front() : nullptr;
    const auto& members = type.indexes[static_cast<std::size_t>(index)].members;
    return position < members.size() ? type.find(members[position]) : nullptr;
}

std::string value_text(const RecordType& type, const Field& field, const KeyPart& part) {
    if (part.is_text) return part.text;
    // The writer leaves the id 0 out; in a key it is a value like any other.
    if (field.access->kind == Kind::id || field.access->kind == Kind::integer) return std::to_string(part.number);
    const auto probe = type.make();
    field.access->store(field.in(probe.get()), part.number);
    std::string text;
    write_member_json(text, field, probe.get());
    return text.starts_with('"') ? text.substr(1, text.size() - 2) : text;
}

// Names are shown as far as they can be meant.
Error unknown(Code code, std::string_view what, std::string_view name, std::string meant, std::string pointer) {
    static constexpr std::size_t longest = 100;
    Error error = failure(code, std::move(pointer), {{std::string(what), std::string(clipped(name, longest))}});
    if (!meant.empty()) error.parameters.push_back({"meant", std::move(meant)});
    return error;
}

}  // namespace

Error no_verb(std::string_view name, std::string pointer) {
    std::string meant = closest(name, verbs::all(), [](const verbs::Verb& verb) { return verb.name; });
    return unknown("verb.unknown"_code, "verb", name, std::move(meant), std::move(pointer));
}

Error no_kind(std::string_view name, std::string pointer) {
    std::string meant = closest(name, verbs::kinds(), [](const RecordType* kind) { return kind->name; });
    return unknown("kind.unknown"_code, "kind", name, std::move(meant), std::move(pointer));
}

Result<NamedRequest> read_request(std::string_view document) {
    // The verb says how to read the rest, so its name is read first, alone.
    Head head;
    ReadOptions lenient;
    lenient.ignore_unknown = true;
    if (auto read = read_json(document, type_of<Head>(), &head, lenient); !read) return read.error();
    if (head.verb.empty()) return failure("field.missing"_code, "/verb", {{"field", "verb"}});
    NamedRequest named{verbs::find(head.verb), nullptr};
    if (named.verb == nullptr) return no_verb(head.verb, "/verb");
    named.request = named.verb->request->make();
    if (auto read = read_json(document, *named.verb->request, named.request.get()); !read) return read.error();
    if (auto right = validate_request(*named.verb->request, named.request.get()); !right) return right.error();
    return named;
}

Need need_of(const Key& key) {
    const bool by_id = key.index == Key::by_id;
    Need need;
    need.kind = key.type->name;
    need.index = by_id ? "id" : key.type->indexes[static_cast<std::size_t>(key.index)].name;
    for (std::size_t i = 0; i < key.parts.size(); ++i) {
        need.values.push_back(value_text(*key.type, *member_of(*key.type, key.index, i), key.parts[i]));
    }
    return need;
}

Result<Key> key_of(const Need& need) {
    const RecordType* type = verbs::find_kind(need.kind);
    if (type == nullptr) return no_kind(need.kind, "/kind");
    Key key{type, find_index(*type, need.index.empty() ? "id" : need.index), {}};
    if (key.index < Key::by_id) return failure("argument.invalid"_code, "/index", {{"argument", "index"}});
    for (std::size_t i = 0; i < need.values.size(); ++i) {
        const auto pointer = "/values/" + std::to_string(i);
        const Field* field = member_of(*type, key.index, i);
        if (field == nullptr) return failure("argument.invalid"_code, pointer, {{"argument", "values"}});
        const auto probe = type->make();
        if (const Code wrong = read_text(*field, probe.get(), need.values[i])) {
            return failure(wrong, pointer, {{"expected", expected_of(*field)}});
        }
        const bool is_text = field->access->kind == Kind::text;
        const auto canonical =
            key.index == Key::by_id ? nullptr : type->indexes[static_cast<std::size_t>(key.index)].canonical;
        key.parts.push_back({is_text ? 0 : field->access->load(field->in(probe.get())),
                             is_text && canonical != nullptr ? canonical(need.values[i]) : std::string(), is_text});
        if (is_text && canonical == nullptr) key.parts.back().text = need.values[i];
    }
    return key;
}

}  // namespace provost::engine
