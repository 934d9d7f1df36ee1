// The one table of codes and the sentences made from it. A new row is checked here without further work.
// That a code is used as its meaning says is the matter of the rooms.
#include "base/code_table.hpp"

#include <doctest/doctest.h>

#include <set>

using provost::code_table;
using provost::sentence;
using provost::operator""_code;

namespace {

constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view figures = "0123456789";

bool made_of(std::string_view text, const std::string& letters) {
    return !text.empty() && text.find_first_not_of(letters) == text.npos;
}

// `subject.problem` in lower case, figures and hyphens.
bool is_code_name(std::string_view name) {
    const auto point = name.find('.');
    const auto letters = std::string(lower) + std::string(figures) + "-";
    return point != name.npos && made_of(name.substr(0, point), letters) && made_of(name.substr(point + 1), letters);
}

// The text without its {placeholders}; a brace that stays shows one that is not well formed.
std::string without_placeholders(std::string text) {
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open)) {
        const auto close = text.find('}', open);
        if (close == text.npos) break;
        if (!made_of(std::string_view(text).substr(open + 1, close - open - 1), std::string(lower) + "_")) break;
        text.erase(open, close + 1 - open);
    }
    return text;
}

// Identifiers of behaviours, parted by blanks: XXX-01, XXX-YY-01.
bool is_row_list(std::string_view text) {
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size());
        const auto id = text.substr(from, end - from);
        const auto number = id.rfind('-');
        if (number == id.npos || id.size() - number != 3 || !made_of(id.substr(number + 1), std::string(figures))) {
            return false;
        }
        if (!made_of(id.substr(0, number), std::string(upper) + "-")) return false;
        from = end + 1;
    }
    return true;
}

}  // namespace

TEST_CASE("MIS-07 every code has a dotted lower-case name that stands once in the table") {
    std::set<std::string_view> seen;
    for (const auto& row : code_table()) {
        const auto name = row.name;
        CAPTURE(name);
        CHECK((seen.empty() ? name == "none" : is_code_name(name)));
        CHECK(seen.insert(name).second);
        CHECK_FALSE(name.starts_with("x-"));  // those are the hosts' own
        CHECK(provost::find_code(name).name() == name);
        CHECK(&provost::row_of(provost::find_code(name)) == &row);
    }
}

TEST_CASE("MIS-07 every meaning is a sentence with well-formed placeholders") {
    for (const auto& row : code_table()) {
        CAPTURE(row.name);
        CHECK(row.meaning.ends_with('.'));
        CHECK(without_placeholders(std::string(row.meaning)).find_first_of("{}") == std::string::npos);
        CHECK((row.fix.empty() || row.fix.ends_with('.')));
        CHECK(row.fix.find('{') == row.fix.npos);
    }
}

TEST_CASE("every row cites behaviours by their identifiers") {
    for (const auto& row : code_table()) {
        CAPTURE(row.name);
        CHECK(is_row_list(row.rows));
    }
}

TEST_CASE("a sentence quotes its parameters") {
    CHECK(sentence("key.unknown"_code, {{"key", "colour"}}) == "The key colour is not known here.");
    CHECK(sentence("key.unknown"_code, {{"key", "colur"}, {"meant", "colour"}}) ==
          "The key colur is not known here; colour is.");
    CHECK(sentence("course.unknown"_code, {}) == "There is no such course.");
    CHECK(sentence("course.unknown"_code, {{"name", ""}}) == "There is no such course.");
    CHECK(sentence("course.unknown"_code, {{"name", "[X]"}}) == "There is no such course: [X].");
    CHECK(sentence("course.over-capacity"_code, {{"most", "12"}, {"other", "x"}, {"taken", "13"}}) ==
          "The course has no free seat: 13 of 12 are taken.");
    CHECK(sentence("key.unknown"_code, {}) == "The key … is not known here.");
    CHECK(sentence("key.unknown"_code, {{"key", "{key}"}}) == "The key {key} is not known here.");
    CHECK(sentence({}, {}) == "Nothing happened.");
}

TEST_CASE("a code that is in no table is the empty code") {
    CHECK_FALSE(provost::find_code("no.such"));
    CHECK_FALSE(provost::find_code(""));
    CHECK(provost::Code{}.name() == "none");
    CHECK(provost::Code(1).name() == "none");
}
