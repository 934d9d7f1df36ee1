// Reading JSON as a tree: Boost.JSON's event parser, as in json_read.cpp, so that numbers are kept as they stand.
#include "describe/json_tree.hpp"

#include <boost/json/basic_parser_impl.hpp>

namespace provost {

namespace {

namespace json = boost::json;

class Gatherer {
public:
    static constexpr std::size_t max_object_size = 1U << 16U;
    static constexpr std::size_t max_array_size = 1U << 24U;
    static constexpr std::size_t max_key_size = 1U << 10U;
    static constexpr std::size_t max_string_size = 128U << 20U;  // documents have a ceiling of their own

    [[nodiscard]] JsonTree take() { return std::move(root_); }

    // what the parser calls
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return open(JsonTree::Kind::object); }
    bool on_object_end(std::size_t, json::error_code&) { return close(); }
    bool on_array_begin(json::error_code&) { return open(JsonTree::Kind::list); }
    bool on_array_end(std::size_t, json::error_code&) { return close(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        gather(part);
        open_.back()->members.push_back({std::exchange(text_, {}), {}});
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) { return end(JsonTree::Kind::text, part); }
    bool on_number_part(json::string_view part, json::error_code&) { return gather(part); }
    bool on_int64(std::int64_t, json::string_view part, json::error_code&) { return end(JsonTree::Kind::number, part); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code&) {
        return end(JsonTree::Kind::number, part);
    }
    bool on_double(double, json::string_view part, json::error_code&) { return end(JsonTree::Kind::number, part); }
    bool on_bool(bool truth, json::error_code&) {
        JsonTree& value = next();
        value.kind = JsonTree::Kind::boolean;
        value.truth = truth;
        return true;
    }
    bool on_null(json::error_code&) { return (next(), true); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    // Where the next value goes. Lists grow only while nothing inside them is open, so that no address moves.
    JsonTree& next() {
        if (open_.empty()) return root_;
        JsonTree& top = *open_.back();
        return top.kind == JsonTree::Kind::list ? top.items.emplace_back() : top.members.back().value;
    }
    bool open(JsonTree::Kind kind) {
        JsonTree& value = next();
        value.kind = kind;
        open_.push_back(&value);
        return true;
    }
    bool close() { return (open_.pop_back(), true); }
    bool gather(json::string_view part) { return (text_.append(part.data(), part.size()), true); }
    bool end(JsonTree::Kind kind, json::string_view part) {
        gather(part);
        JsonTree& value = next();
        value.kind = kind;
        value.text = std::exchange(text_, {});
        return true;
    }

    JsonTree root_;
    std::vector<JsonTree*> open_;
    std::string text_;
};

}  // namespace

const JsonTree& JsonTree::nothing() {
    static const JsonTree empty;
    return empty;
}

const JsonTree& JsonTree::operator[](std::string_view key) const {
    for (const auto& [name, value] : members) {
        if (name == key) return value;
    }
    return nothing();
}

std::optional<JsonTree> read_json_tree(std::string_view text, std::size_t largest) {
    if (text.size() > largest) return std::nullopt;
    json::parse_options how;
    how.max_depth = 64;
    json::basic_parser<Gatherer> parser(how);
    json::error_code ec;
    const auto used = parser.write_some(false, text.data(), text.size(), ec);
    if (ec || !parser.done() || text.find_first_not_of(" \t\r\n", used) != text.npos) return std::nullopt;
    return parser.handler().take();
}

}  // namespace provost
