// Reading documents: Boost.JSON's event parser drives a walk over the description, so no tree is built, every value's
// place is known as a JSON Pointer, and a key that stands twice is found. The only file that parses JSON.
#include "base/clip.hpp"
#include "base/closest.hpp"
#include "base/code_table.hpp"
#include "describe/expected.hpp"

#include <provost/describe/json.hpp>

#include <boost/json/basic_parser_impl.hpp>

namespace provost {

namespace {

namespace json = boost::json;

// Where the walk stands: one level per open object or array of the document.
struct Level {
    const RecordType* type = nullptr;  // object: what it describes
    void* record = nullptr;
    const Field* field = nullptr;  // object: the key being read; array: the list's field
    void* list = nullptr;          // array: the list itself
    std::size_t items = 0;
    std::vector<bool> seen{};  // object: by position in type->fields
};

class Walk {
public:
    static constexpr std::size_t max_object_size = 1U << 16U;
    static constexpr std::size_t max_array_size = 1U << 24U;
    static constexpr std::size_t max_key_size = 1U << 10U;
    static constexpr std::size_t max_string_size = 128U << 20U;  // documents have a ceiling of their own

    Walk(const RecordType& type, void* record, const ReadOptions& options)
        : root_type_(type), root_(record), options_(options) {}

    [[nodiscard]] const Error& error() const { return error_; }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] std::string pointer() const;

    // what the parser calls
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& ec) { return skipping_ ? deeper() : pass(begin_object(), ec); }
    bool on_object_end(std::size_t, json::error_code& ec) { return skipping_ ? shallower() : pass(end_object(), ec); }
    bool on_array_begin(json::error_code& ec) { return skipping_ ? deeper() : pass(begin_array(), ec); }
    bool on_array_end(std::size_t, json::error_code&) { return skipping_ ? shallower() : end_array(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code& ec) {
        gather(part);
        return skipping_ ? drop() : pass(begin_member(), ec);
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code& ec) {
        gather(part);
        return skipping_ ? drop() && skipped() : pass(text(), ec);
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t v, json::string_view, json::error_code& ec) { return number(v, ec); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code& ec) { return wrong("an integer", ec); }
    bool on_double(double, json::string_view, json::error_code& ec) {
        return skipping_ ? skipped() : pass(fraction(), ec);
    }
    bool on_bool(bool v, json::error_code& ec) { return skipping_ ? skipped() : pass(boolean(v), ec); }
    bool on_null(json::error_code& ec) { return absent_by_null() || wrong("a value; leave absent members out", ec); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool deeper() { return ++depth_skipped_ > 0; }
    bool shallower() { return --depth_skipped_ > 0 || skipped(); }
    bool skipped() { return depth_skipped_ > 0 || !(skipping_ = false); }
    bool gather(json::string_view part) { return (text_.append(part.data(), part.size()), true); }
    bool drop() { return (text_.clear(), true); }
    bool pass(bool right, json::error_code& ec) {
        if (!right) ec = json::error::syntax;
        return right;
    }
    bool fail(Code code, std::vector<Parameter> parameters = {}) {
        error_ = {row_of(code).status, code, Place{pointer(), {}, 0, 0}, std::move(parameters)};
        return !(failed_ = true);
    }
    bool wrong(std::string expected, json::error_code& ec) {
        return skipping_ ? skipped() : pass(fail("value.wrong-type"_code, {{"expected", std::move(expected)}}), ec);
    }
    bool number(std::int64_t value, json::error_code& ec) { return skipping_ ? skipped() : pass(integer(value), ec); }
    bool wrong_kind();
    bool fraction();
    bool unknown_key(const RecordType& type, const std::string& key);
    [[nodiscard]] bool absent_by_null() const {
        return options_.null_is_absent && !skipping_ && !levels_.empty() && levels_.back().list == nullptr;
    }

    bool begin_object();
    bool end_object();
    bool begin_array();
    bool end_array();
    bool begin_member();
    bool text();
    bool integer(std::int64_t value);
    bool boolean(bool value);

    const RecordType& root_type_;
    void* root_;
    ReadOptions options_;
    std::vector<Level> levels_;
    std::string text_;
    bool skipping_ = false;
    int depth_skipped_ = 0;
    Error error_;
    bool failed_ = false;
};

std::string Walk::pointer() const {
    std::string path;
    for (const Level& level : levels_) {
        if (level.list != nullptr) {
            path += '/' + std::to_string(level.items);
        } else if (level.field != nullptr) {
            path += '/' + std::string(level.field->name);
        }
    }
    return path;
}

bool Walk::wrong_kind() {
    if (levels_.empty()) return fail("value.wrong-type"_code, {{"expected", "an object"}});
    return fail("value.wrong-type"_code, {{"expected", expected_of(*levels_.back().field)}});
}

// Binary fractions are not what was written: where a decimal is wanted it is told as text.
bool Walk::fraction() {
    if (levels_.empty() || levels_.back().field->access->kind != Kind::decimal) return wrong_kind();
    return fail("value.wrong-type"_code,
                {{"expected", "a decimal as text, such as \"67.5\", and no number with a fraction"}});
}

// The place is the key itself, as far as it is shown.
bool Walk::unknown_key(const RecordType& type, const std::string& key) {
    static constexpr std::size_t shown = 64;
    const std::string name(clipped(key, shown));
    std::string meant = closest(key, type.fields, [](const Field& field) { return field.name; });
    for (const Field& field : type.fields) {
        if (!meant.empty() || field.access->kind != Kind::record) continue;
        if (field.access->target()->find(key) != nullptr) meant = std::string(field.name) + '/' + name;
    }
    fail("key.unknown"_code, {{"key", name}});
    error_.place.pointer += '/';
    for (const char letter : name)
        error_.place.pointer += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    if (!meant.empty()) error_.parameters.push_back({"meant", std::move(meant)});
    return false;
}

bool Walk::begin_object() {
    if (levels_.empty()) {
        levels_.push_back({&root_type_, root_, nullptr, nullptr, 0, std::vector<bool>(root_type_.fields.size())});
        return true;
    }
    Level& top = levels_.back();
    const Access& access = *top.field->access;
    const bool right = top.list != nullptr ? access.kind == Kind::records : access.kind == Kind::record;
    if (!right) return wrong_kind();
    void* record = access.add(top.list != nullptr ? top.list : top.field->in(top.record));
    const RecordType& type = *access.target();
    levels_.push_back({&type, record, nullptr, nullptr, 0, std::vector<bool>(type.fields.size())});
    return true;
}

bool Walk::end_object() {
    levels_.pop_back();
    if (!levels_.empty() && levels_.back().list != nullptr) ++levels_.back().items;
    return true;
}

bool Walk::begin_array() {
    if (levels_.empty() || levels_.back().list != nullptr) return wrong_kind();
    Level& top = levels_.back();
    const Kind kind = top.field->access->kind;
    if (kind != Kind::texts && kind != Kind::numbers && kind != Kind::records) return wrong_kind();
    levels_.push_back({nullptr, nullptr, top.field, top.field->in(top.record), 0, {}});
    return true;
}

bool Walk::end_array() {
    levels_.pop_back();
    return true;
}

bool Walk::begin_member() {
    const std::string key = std::exchange(text_, {});
    Level& top = levels_.back();
    const Field* field = top.type->find(key);
    top.field = nullptr;
    if (field == nullptr) {
        if (options_.ignore_unknown || key.starts_with("x-")) return skipping_ = true;
        return unknown_key(*top.type, key);
    }
    top.field = field;
    const auto position = static_cast<std::size_t>(field - top.type->fields.data());
    if (top.seen[position]) return fail("key.duplicate"_code, {{"key", key}});
    top.seen[position] = true;
    return true;
}

bool Walk::text() {
    const std::string value = std::exchange(text_, {});
    if (levels_.empty()) return wrong_kind();
    Level& top = levels_.back();
    const Access& access = *top.field->access;
    if (top.list != nullptr) {
        if (access.kind != Kind::texts) return wrong_kind();
        *static_cast<std::string*>(access.add(top.list)) = value;
        ++top.items;
        return true;
    }
    const bool written_as_text = access.kind == Kind::text || access.kind == Kind::reference ||
                                 access.kind == Kind::choice || access.kind == Kind::decimal ||
                                 access.kind == Kind::day || access.kind == Kind::instant || access.kind == Kind::code;
    if (!written_as_text) return wrong_kind();
    const Code code = read_text(*top.field, top.record, value);
    if (!code) return true;
    return fail(code, {{"expected", expected_of(*top.field)}});
}

bool Walk::integer(std::int64_t value) {
    if (levels_.empty()) return wrong_kind();
    Level& top = levels_.back();
    const Access& access = *top.field->access;
    if (top.list != nullptr) {
        if (access.kind != Kind::numbers) return wrong_kind();
        *static_cast<std::int64_t*>(access.add(top.list)) = value;
        ++top.items;
        return true;
    }
    if (access.kind == Kind::decimal) {  // whole decimals may come as integers
        const auto whole = parse_decimal(std::to_string(value));
        if (!whole) return fail("number.malformed"_code);
        access.store(top.field->in(top.record), whole->millionths);
        return true;
    }
    const bool right = access.kind == Kind::integer || access.kind == Kind::id || access.kind == Kind::reference;
    if (!right) return wrong_kind();
    access.store(top.field->in(top.record), value);
    return true;
}

bool Walk::boolean(bool value) {
    if (levels_.empty()) return wrong_kind();
    Level& top = levels_.back();
    if (top.list != nullptr || top.field->access->kind != Kind::boolean) return wrong_kind();
    top.field->access->store(top.field->in(top.record), value ? 1 : 0);
    return true;
}

Error malformed(Code code, const std::string& pointer, std::vector<Parameter> parameters = {}) {
    return {row_of(code).status, code, Place{pointer, {}, 0, 0}, std::move(parameters)};
}

}  // namespace

Result<void> read_json(std::string_view text, const RecordType& type, void* record, const ReadOptions& options) {
    static constexpr std::size_t deepest = 64;
    if (text.size() > options.largest) {
        return malformed("document.too-large"_code, "", {{"limit", std::to_string(options.largest)}});
    }
    json::parse_options how;
    how.max_depth = deepest;
    json::basic_parser<Walk> parser(how, type, record, options);
    json::error_code ec;
    const auto used = parser.write_some(false, text.data(), text.size(), ec);
    if (parser.handler().failed()) return parser.handler().error();
    if (ec == json::error::too_deep) {
        return malformed("document.too-deep"_code, parser.handler().pointer(), {{"limit", std::to_string(deepest)}});
    }
    if (ec || !parser.done() || text.find_first_not_of(" \t\r\n", used) != text.npos) {
        return malformed("document.malformed"_code, parser.handler().pointer(), {{"byte", std::to_string(used + 1)}});
    }
    return {};
}

}  // namespace provost
