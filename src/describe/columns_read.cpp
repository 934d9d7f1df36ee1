// Boost.JSON's event parser drives the walk; what lies inside a row is written again by the library's own writer.
#include "describe/columns_read.hpp"

#include "base/code_table.hpp"

#include <provost/describe/json.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <charconv>

namespace provost {

namespace {

namespace json = boost::json;

// Open brackets at each place: [ list of groups, { one group, [ its rows, [ one row, from here on values.
constexpr int in_list = 1, in_group = 2, in_rows = 3, in_row = 4;

class ColumnWalk {
public:
    static constexpr std::size_t max_object_size = 1U << 16U;
    static constexpr std::size_t max_array_size = 1U << 24U;
    static constexpr std::size_t max_key_size = 1U << 10U;
    static constexpr std::size_t max_string_size = 1U << 30U;

    explicit ColumnWalk(ColumnVisitor& visitor) : visitor_(visitor) {}

    // what the parser calls
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& ec) { return pass(begin_object(), ec); }
    bool on_object_end(std::size_t, json::error_code&) { return depth_ > in_row ? close('}') : (--depth_, true); }
    bool on_array_begin(json::error_code& ec) { return pass(begin_array(), ec); }
    bool on_array_end(std::size_t, json::error_code& ec) { return pass(end_array(), ec); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&) { return gather(part) && key(); }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code& ec) {
        return gather(part) && pass(text(), ec);
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t v, json::string_view, json::error_code& ec) {
        return pass(value(std::to_string(v)), ec);
    }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code& ec) { return pass(false, ec); }
    bool on_double(double, json::string_view, json::error_code& ec) { return pass(false, ec); }
    bool on_bool(bool v, json::error_code& ec) { return pass(boolean(v), ec); }
    bool on_null(json::error_code& ec) { return pass(depth_ == in_row && value({}), ec); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    static bool pass(bool right, json::error_code& ec) {
        if (!right) ec = json::error::syntax;
        return right;
    }
    bool gather(json::string_view part) { return (text_.append(part.data(), part.size()), true); }
    bool begin_object();
    bool begin_array();
    bool end_array();
    bool key();
    bool text();
    bool boolean(bool value);
    bool value(std::string written);
    void open(char bracket);
    bool close(char bracket);
    bool end_row();

    ColumnVisitor& visitor_;
    int depth_ = 0;
    std::string key_;
    std::string text_;
    std::string nested_;  // a list or struct inside a row, as far as it is read
    ColumnGroup group_;
    std::vector<std::string> row_;
};

// A comma, unless what stands there opens something: texts end in a quotation mark, so the last character tells.
void add_comma(std::string& text) {
    if (!text.empty() && std::string_view("[{:").find(text.back()) == std::string_view::npos) text += ',';
}

void ColumnWalk::open(char bracket) {
    add_comma(nested_);
    nested_ += bracket;
    ++depth_;
}

bool ColumnWalk::close(char bracket) {
    nested_ += bracket;
    if (--depth_ == in_row) row_.push_back(std::exchange(nested_, {}));
    return true;
}

bool ColumnWalk::begin_object() {
    if (depth_ >= in_row) return (open('{'), true);
    group_ = {};
    return depth_++ == in_list;
}

bool ColumnWalk::begin_array() {
    if (depth_ >= in_row) return (open('['), true);
    switch (++depth_) {
        case in_group: return false;
        case in_rows: return key_ == "rows" ? visitor_.group(group_) : key_ == "members";
        case in_row: return key_ == "rows";
        default: return true;
    }
}

bool ColumnWalk::end_array() {
    if (depth_ > in_row) return close(']');
    return depth_-- != in_row || end_row();
}

bool ColumnWalk::key() {
    std::string name = std::exchange(text_, {});
    if (depth_ < in_row) return (key_ = std::move(name), true);
    add_comma(nested_);
    write_json_text(nested_, name);
    nested_ += ':';
    return true;
}

bool ColumnWalk::text() {
    std::string plain = std::exchange(text_, {});
    if (depth_ >= in_row) {
        std::string written;
        write_json_text(written, plain);
        return value(std::move(written));
    }
    if (depth_ == in_group && key_ == "kind") return (group_.kind = std::move(plain), true);
    if (depth_ == in_rows && key_ == "members") return (group_.members.push_back(std::move(plain)), true);
    return false;
}

bool ColumnWalk::boolean(bool v) {
    if (depth_ >= in_row) return value(v ? "true" : "false");
    group_.made = v;
    return depth_ == in_group && key_ == "made";
}

bool ColumnWalk::value(std::string written) {
    if (depth_ < in_row) return false;
    if (depth_ == in_row) return (row_.push_back(std::move(written)), true);
    add_comma(nested_);
    nested_ += written;
    return true;
}

bool ColumnWalk::end_row() {
    if (row_.empty()) return false;
    std::int64_t id = 0;
    const std::string& first = row_.front();
    const auto [end, problem] = std::from_chars(first.data(), first.data() + first.size(), id);
    if (problem != std::errc{} || end != first.data() + first.size()) return false;
    row_.erase(row_.begin());
    const bool right = visitor_.row(id, row_);
    row_.clear();
    return right;
}

// The one row of a list that is dressed as columns.
class OneRow final : public ColumnVisitor {
public:
    bool group(const ColumnGroup&) override { return true; }
    bool row(std::int64_t, const std::vector<std::string>& found) override {
        values = found;
        return ++rows == 1;
    }
    std::vector<std::string> values;
    int rows = 0;
};

}  // namespace

Result<void> read_columns(std::string_view text, ColumnVisitor& visitor) {
    json::parse_options how;
    how.max_depth = 64 + in_row;
    json::basic_parser<ColumnWalk> parser(how, visitor);
    json::error_code ec;
    const auto used = parser.write_some(false, text.data(), text.size(), ec);
    if (!ec && parser.done() && used == text.size() && text.starts_with('[')) return {};
    return Error{Status::invalid, "document.malformed"_code};
}

Result<std::vector<std::string>> read_values(std::string_view text) {
    if (!text.starts_with('[')) return Error{Status::invalid, "document.malformed"_code};
    OneRow one;
    const std::string columns = R"([{"rows":[[0,)" + std::string(text.substr(1)) + "]}]";
    if (auto read = read_columns(columns, one); !read) return read.error();
    return std::move(one.values);
}

}  // namespace provost
