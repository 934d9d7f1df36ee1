// Reading a header.
#include "imports/header.hpp"

#include "base/code_table.hpp"
#include "base/controls.hpp"

namespace provost::imports {

namespace {

bool has_tags(const Preset& preset) {
    return std::ranges::any_of(preset.variants, [](const Variant& v) { return v.request->find("tags") != nullptr; });
}

bool is_unused(const Preset& preset, std::string_view name) {
    return std::ranges::find(preset.unused, name) != preset.unused.end();
}

// The preset's own spelling of a heading, whatever its case; empty when it knows none.
std::string spelling(const Preset& preset, std::string_view heading) {
    const std::string wanted = folded(trimmed(heading));
    const auto is_it = [&](std::string_view name) { return folded(name) == wanted; };
    if (!preset.type_column.empty() && is_it(preset.type_column)) return std::string(preset.type_column);
    for (const Variant& variant : preset.variants) {
        const auto column = std::ranges::find_if(variant.columns, is_it, &Column::name);
        if (column != variant.columns.end()) return std::string(column->name);
    }
    const auto unused = std::ranges::find_if(preset.unused, is_it);
    if (unused != preset.unused.end()) return std::string(*unused);
    const bool is_tag = wanted.size() > tag_prefix.size() && wanted.starts_with(tag_prefix) && has_tags(preset);
    return is_tag ? std::string(tag_prefix) + std::string(trimmed(heading).substr(tag_prefix.size())) : std::string();
}

Error wrong_header(Code code, const Row& row, std::vector<Parameter> parameters) {
    return {row_of(code).status, code, {{}, {}, row.line, 1}, std::move(parameters)};
}

Reason note(Code code, std::string_view column) {
    return {code, Mark::unknown, {{"column", std::string(column)}}, {}, {}};
}

// A file may hold rows of one type only; then the columns of the other types may be left out.
Result<void> check_mandatory(const Preset& preset, const Row& row, const std::vector<std::string>& columns,
                             bool updates) {
    std::string_view first_lacking;
    for (const Variant& variant : preset.variants) {
        const auto lacking = std::ranges::find_if(variant.columns, [&](const Column& column) {
            return is_mandatory(column, updates) && std::ranges::find(columns, column.name) == columns.end();
        });
        if (lacking == variant.columns.end()) return {};
        if (first_lacking.empty()) first_lacking = lacking->name;
    }
    return wrong_header("file.header"_code, row, {{"column", std::string(first_lacking)}});
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.substr(0, 1))) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
    return text;
}

std::size_t known_headings(const Preset& preset, std::span<const std::string_view> headings) {
    return static_cast<std::size_t>(
        std::ranges::count_if(headings, [&](std::string_view heading) { return !spelling(preset, heading).empty(); }));
}

bool has_column(const Preset& preset, std::string_view column) {
    return spelling(preset, column) == column && !is_unused(preset, column);
}

std::vector<std::string_view> codes_of(const Preset& preset, std::string_view column) {
    std::vector<std::string_view> codes;
    for (const Variant& variant : preset.variants) {
        const auto found = std::ranges::find(variant.columns, column, &Column::name);
        if (found == variant.columns.end()) continue;
        for (const Word& word : found->words) {
            if (std::ranges::find(codes, word.text) == codes.end()) codes.push_back(word.text);
        }
    }
    return codes;
}

Result<Header> read_header(const Preset& preset, const Row& row, std::span<const Default> defaults, bool updates) {
    if (known_headings(preset, row.cells) == 0) return wrong_header("file.header-unknown"_code, row, {});
    Header header;
    for (const auto cell : row.cells) {
        const auto right = spelling(preset, cell);
        if (!right.empty() && right != cell && !preset.folds) {
            return wrong_header("file.header-case"_code, row,
                                {{"column", std::string(cell)}, {"expected", std::string(right)}});
        }
        auto& name = header.columns.emplace_back(right.empty() ? std::string(cell) : right);
        const bool again = std::ranges::find(header.columns, name) != header.columns.end() - 1;
        if (again && !name.empty()) return wrong_header("file.header-duplicate"_code, row, {{"column", name}});
        if (right.empty()) header.notes.push_back(note("column.unknown"_code, name));
        if (is_unused(preset, name)) header.notes.push_back(note("column.unused"_code, name));
    }
    for (const Default& each : defaults) {
        const bool is_there = std::ranges::find(header.columns, each.column) != header.columns.end();
        header.columns.push_back(is_there ? std::string() : each.column);
        if (is_there) header.notes.push_back(note("column.default-unused"_code, each.column));
    }
    if (auto whole = check_mandatory(preset, row, header.columns, updates); !whole) return whole.error();
    return header;
}

}  // namespace provost::imports
