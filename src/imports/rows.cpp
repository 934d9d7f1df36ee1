// Reading rows by a preset.
#include "imports/rows.hpp"

#include "base/code_table.hpp"
#include "base/sha256.hpp"

#include <provost/describe/json.hpp>

namespace provost::imports {

namespace {

std::int64_t digest_of(const Row& row, std::string_view secret) {
    std::string bytes(secret);
    for (const auto cell : row.cells) {
        bytes += cell;
        bytes += '\x1f';
    }
    return short_digest(bytes);
}

Code unreadable(const Field& field, Code otherwise) {
    return field.malformed.empty() ? otherwise : find_code(field.malformed);
}

// A list in a cell is separated by semicolons.
void put_list(const Field& field, void* request, std::string_view cell) {
    while (true) {
        const auto end = cell.find(';');
        static_cast<void>(read_text(field, request, cell.substr(0, end)));
        if (end == cell.npos) return;
        cell.remove_prefix(end + 1);
    }
}

void put_tag(const Field& field, void* request, std::string_view tag, std::string_view value) {
    void* made = field.access->add(field.in(request));
    const RecordType& type = *field.access->target();
    static_cast<void>(read_text(*type.find("tag"), made, tag));
    static_cast<void>(read_text(*type.find("value"), made, value));
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

}  // namespace

Result<void> RowReader::bind(const Row& header) {
    for (const auto cell : header.cells) header_.emplace_back(cell);
    makers_.resize(preset_.variants.size());
    for (const Variant& variant : preset_.variants) {
        auto& cells = bound_.emplace_back(header_.size());
        for (std::size_t i = 0; i < header_.size(); ++i) {
            const auto column = std::ranges::find(variant.columns, std::string_view(header_[i]), &Column::name);
            if (column != variant.columns.end() && !column->field.empty()) {
                cells[i] = {&*column, variant.request->find(column->field), {}};
            } else if (header_[i].starts_with(tag_prefix) && variant.request->find("tags") != nullptr) {
                cells[i] = {nullptr, variant.request->find("tags"), header_[i].substr(tag_prefix.size())};
            }
        }
    }
    // A file may hold rows of one type only; then the columns of the other types may be left out.
    for (const Variant& variant : preset_.variants) {
        const auto lacking = std::ranges::find_if(variant.columns, [&](const Column& column) {
            return column.mandatory && std::ranges::find(header_, column.name) == header_.end();
        });
        if (lacking == variant.columns.end()) return {};
        if (&variant == &preset_.variants.back()) {
            return Error{Status::invalid,
                         "file.header"_code,
                         {{}, {}, header.line, 1},
                         {{"column", std::string(lacking->name)}}};
        }
    }
    return {};
}

const Variant* RowReader::variant_of(const Cells& cells) const {
    if (preset_.type_column.empty()) return &preset_.variants.front();
    const auto type = cells[preset_.type_column];
    if (type.empty()) return &preset_.variants.front();
    const auto found = std::ranges::find(preset_.variants, type, &Variant::type);
    return found == preset_.variants.end() ? nullptr : &*found;
}

Code RowReader::missing(const Variant& variant, const Cells& cells, RowRequest& row) const {
    for (const Column& column : variant.columns) {
        if (!column.mandatory || !cells[column.name].empty()) continue;
        row.field = column.name;
        return "field.missing"_code;
    }
    if (variant.missing == nullptr) return {};
    row.field = variant.missing(cells);
    return row.field.empty() ? Code{} : "field.missing"_code;
}

Code RowReader::put(const Bound& bound, std::string_view cell, void* request) const {
    const Field& field = *bound.field;
    if (bound.column == nullptr) return (put_tag(field, request, bound.tag, cell), Code{});
    if (!bound.column->words.empty()) {
        const auto word = std::ranges::find(bound.column->words, cell, &Word::text);
        if (word == bound.column->words.end()) return unreadable(field, "choice.unknown"_code);
        if (field.access->kind == Kind::text) return read_text(field, request, cell);
        return (field.access->store(field.in(request), word->value), Code{});
    }
    switch (field.access->kind) {
        case Kind::texts: return (put_list(field, request, cell), Code{});
        case Kind::instant: {
            const auto moment = parse_moment(cell);
            if (!moment) return unreadable(field, "date.malformed"_code);
            field.access->store(field.in(request), moment->in(zone_).time_since_epoch().count());
            return {};
        }
        default: {
            const Code wrong = read_text(field, request, cell);
            return wrong ? wrong : check_value(field, request);
        }
    }
}

RowRequest RowReader::read(const Row& row) {
    RowRequest made;
    if (row.cells.size() != header_.size()) return (made.refused = "row.field-count"_code, made);
    const Cells cells(header_, row.cells);
    const Variant* variant = variant_of(cells);
    if (variant == nullptr) return (made.refused = "import-type.unknown"_code, made.field = preset_.type_column, made);
    made.refused = missing(*variant, cells, made);
    if (made.refused) return made;
    const auto place = static_cast<std::size_t>(variant - preset_.variants.data());
    const auto& bound = bound_[place];
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (bound[i].field == nullptr || bound[i].field->access->kind == Kind::records) continue;
        const auto most = bound[i].field->most;
        if (most == 0 || bound[i].field->access->kind == Kind::texts || characters(row.cells[i]) <= most) continue;
        made.field = header_[i];
        made.refused = bound[i].field->is_external_id ? "external-id.too-long"_code : "field.too-long"_code;
        return made;
    }
    made.type = variant->request;
    made.request = makers_[place].make(*variant->request);
    made.digest = digest_of(row, secret_);
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (bound[i].field == nullptr || row.cells[i].empty()) continue;
        const Code wrong = put(bound[i], row.cells[i], made.request.get());
        if (!wrong || made.malformed) continue;
        made.malformed = wrong;
        made.field = header_[i];
    }
    return made;
}

}  // namespace provost::imports
