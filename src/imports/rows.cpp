// Reading rows by a preset.
#include "imports/rows.hpp"

#include "base/code_table.hpp"
#include "base/controls.hpp"
#include "base/sha256.hpp"

namespace provost::imports {

namespace {

// Where a column stands among those of its variant; those of meta tags come behind, by their keys.
std::pair<std::size_t, std::string_view> place_of(const Variant& variant, const Binding& binding) {
    if (binding.column == nullptr) return {variant.columns.size(), binding.tag};
    return {static_cast<std::size_t>(binding.column - variant.columns.data()), {}};
}

// With its length, so that no two lists of texts look alike.
void add_sized(std::string& bytes, std::string_view text) {
    bytes.append(std::to_string(text.size())).append(1, '\0').append(text);
}

bool is_before(const Binding& end, const Binding& start, const Cells& cells, const void* request, const Zone& zone) {
    const auto first = parse_day(cells[start.column->name]);
    const auto last = parse_day(cells[end.column->name]);
    if (first && last) return *last < *first;
    // Beside a moment a day counts as a day, too: it ends at the midnight with which the next one begins.
    if (const auto begins = parse_moment(cells[start.column->name]); begins && last) {
        return *last < day_of(begins->in(zone), zone);
    }
    const auto moment = [&](const Binding& binding) {
        const void* member = binding.field->in(request);
        const auto& access = *binding.field->access;
        return access.present(member) ? std::optional(access.load(member)) : std::nullopt;
    };
    const auto from = moment(start), until = moment(end);
    return from && until && *until < *from;
}

RowRequest refuse(RowRequest row, Code code, std::string_view field, std::vector<Parameter> parameters) {
    row.refused = code;
    row.field = field;
    row.parameters = std::move(parameters);
    return row;
}

}  // namespace

Result<std::vector<Reason>> RowReader::bind(const Row& row, char separator) {
    auto header = read_header(preset_, row, options_.defaults, options_.updates);
    if (!header) return header.error();
    header_ = std::move(header->columns);
    own_ = row.cells.size();
    rules_.list_separator = separator == ',' ? ';' : ',';  // IMC-CSV-16
    digested_ = options_.secret + rules_.zone->name;
    makers_.resize(preset_.variants.size());
    for (const Variant& variant : preset_.variants) {
        auto& cells = bound_.emplace_back();
        for (const std::string& name : header_) cells.push_back(bind_cell(variant, name));
        for (Binding& binding : cells) binding.most = most_in(binding);
        said_.push_back(said_by(variant, cells));
    }
    return std::move(header->notes);
}

// The cells of a header that say something of rows of a variant, in the order in which their columns are known.
std::vector<RowReader::Said> RowReader::said_by(const Variant& variant, const std::vector<Binding>& bound) {
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (bound[i].use == Binding::Use::value || bound[i].use == Binding::Use::tag) cells.push_back(i);
    }
    std::ranges::sort(cells, {}, [&](std::size_t i) { return place_of(variant, bound[i]); });
    std::vector<Said> said;
    for (const std::size_t i : cells) {
        const auto [place, tag] = place_of(variant, bound[i]);
        said.push_back({i, std::string(1, '\0').append(std::to_string(place)).append(tag).append(1, '\0')});
    }
    return said;
}

// What the row says, whatever the order of the columns and wherever a value comes from: rows are the same when they say
// the same. Each value comes with its column.
std::int64_t RowReader::digest_of(std::size_t variant, std::span<const std::string_view> cells) const {
    std::string bytes = digested_;
    for (const Said& said : said_[variant]) {
        const auto cell = cells[said.cell];
        const Word* word = find_word(bound_[variant][said.cell], cell, rules_);
        const auto text = word == nullptr ? cell : word->own.empty() ? word->text : word->own;
        if (!cell.empty()) add_sized(bytes.append(said.label), text);
    }
    return short_digest(bytes);
}

// IMC-ENI-05: the table of codes is data; whoever has other files tells what their codes stand for.
std::span<const Word> RowReader::words_of(const Column& column) {
    if (std::ranges::find(options_.codes, column.name, &ToldCode::column) == options_.codes.end()) return column.words;
    auto& told = told_.emplace_back();
    for (const ToldCode& each : options_.codes) {
        if (each.column != column.name) continue;
        const auto own = std::ranges::find(column.words, std::string_view(each.stands_for), &Word::text);
        if (own == column.words.end()) continue;
        told.push_back({each.code, own->value, own->kept.empty() ? own->text : own->kept, own->text});
    }
    return told;
}

Binding RowReader::bind_cell(const Variant& variant, const std::string& name) {
    using Use = Binding::Use;
    const auto column = std::ranges::find(variant.columns, std::string_view(name), &Column::name);
    if (column != variant.columns.end()) {
        const Field* field = column->field.empty() ? nullptr : variant.request->find(column->field);
        const bool is_used = field != nullptr || !column->words.empty();
        return {is_used ? Use::value : Use::other_type, &*column, words_of(*column), field, {}};
    }
    if (name.size() > tag_prefix.size() && name.starts_with(tag_prefix) && variant.request->find("tags") != nullptr) {
        return {Use::tag, nullptr, {}, variant.request->find("tags"), name.substr(tag_prefix.size())};
    }
    // IMC-CSV-03, IMC-CSVT-04, IMC-ENI-03: a column of the other type of rows.
    const bool others = std::ranges::any_of(preset_.variants, [&](const Variant& other) {
        return std::ranges::find(other.columns, std::string_view(name), &Column::name) != other.columns.end();
    });
    return {others ? Use::other_type : Use::none, nullptr, {}, nullptr, {}};
}

// The row's cells as they are read, with those of the defaults; made only where the row's own do not do. One that
// consists of blanks says nothing.
std::span<const std::string_view> RowReader::cells_of(const Row& row, std::vector<std::string_view>& made) const {
    const auto has_blanks = [](std::string_view cell) { return !cell.empty() && is_blank(cell); };
    if (!preset_.folds && std::ranges::none_of(row.cells, has_blanks) && options_.defaults.empty()) return row.cells;
    made.assign(row.cells.begin(), row.cells.end());
    for (const Default& each : options_.defaults) made.push_back(each.value);
    for (auto& cell : made) {
        cell = has_blanks(cell) ? std::string_view() : preset_.folds ? trimmed(cell) : cell;
    }
    return made;
}

const Variant* RowReader::variant_of(const Cells& cells) const {
    if (preset_.type_column.empty()) return &preset_.variants.front();
    const auto type = cells[preset_.type_column];
    if (type.empty()) return &preset_.variants.front();
    const auto found = std::ranges::find(preset_.variants, type, &Variant::type);
    return found == preset_.variants.end() ? nullptr : &*found;
}

bool RowReader::has_order() const { return !preset_.first_type.empty() && number_of(preset_.type_column) != 0; }

bool RowReader::comes_first(const Row& row) const {
    return Cells(header_, row.cells)[preset_.type_column] == preset_.first_type;
}

std::string RowReader::key_of(const Row& row) const {
    if (row.cells.size() != own_) return {};
    std::vector<std::string_view> made;
    const Cells cells(header_, cells_of(row, made));
    const Variant* variant = variant_of(cells);
    if (variant == nullptr || variant->key.empty() || cells[variant->key].empty()) return {};
    return std::string(variant->type) + '\x1f' + std::string(cells[variant->key]);
}

std::string_view RowReader::column_of(const RecordType& type, const void* request, std::string_view field) const {
    if (field.starts_with(tag_prefix)) {
        const auto tag = std::ranges::find(header_, field);
        return tag == header_.end() ? std::string_view() : *tag;
    }
    std::string_view found;
    for (const Variant& variant : preset_.variants) {
        if (variant.request != &type) continue;
        for (const Column& column : variant.columns) {
            if (column.field != field || std::ranges::find(header_, column.name) == header_.end()) continue;
            // Behind the column of a record's number stands the one of its name.
            const Field& member = *type.find(field);
            const bool unused = column.cell == Cell::internal_id && member.access->load(member.in(request)) == 0;
            if (!unused) return column.name;
            found = column.name;
        }
    }
    return found;
}

std::string_view RowReader::lacking_column(const RecordType& type, std::string_view field) const {
    for (const Variant& variant : preset_.variants) {
        if (variant.request != &type) continue;
        for (const Column& column : variant.columns) {
            if (column.field == field && column.cell != Cell::internal_id) return column.name;
        }
    }
    return field.starts_with(tag_prefix) ? field : std::string_view();
}

std::string_view RowReader::key_column(const RecordType& request) const {
    const auto variant = std::ranges::find(preset_.variants, &request, &Variant::request);
    return variant == preset_.variants.end() || number_of(variant->key) == 0 ? std::string_view() : variant->key;
}

std::size_t RowReader::number_of(std::string_view column) const {
    const auto own = std::span(header_).first(own_);
    const auto found = std::ranges::find(own, column);
    return column.empty() || found == own.end() ? 0 : static_cast<std::size_t>(found - own.begin()) + 1;
}

Code RowReader::missing(const Variant& variant, const Cells& cells, RowRequest& row) const {
    for (const Column& column : variant.columns) {
        if (!is_mandatory(column, options_.updates) || !trimmed(cells[column.name]).empty()) continue;
        row.field = column.name;
        return "field.missing"_code;
    }
    if (variant.missing == nullptr) return {};
    row.field = variant.missing(cells);
    return row.field.empty() ? Code{} : "field.missing"_code;
}

bool RowReader::is_too_long(const std::vector<Binding>& bound, std::span<const std::string_view> cells,
                            RowRequest& row) const {
    for (std::size_t i = 0; i < bound.size(); ++i) {
        row.refused = too_long(bound[i], cells[i], rules_);
        if (!row.refused) continue;
        row.field = header_[i];
        row.parameters = {{"limit", std::to_string(bound[i].most)}};
        return true;
    }
    return false;
}

void RowReader::put(const std::vector<Binding>& bound, std::span<const std::string_view> cells, RowRequest& row) const {
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (cells[i].empty() || bound[i].use == Binding::Use::none) continue;
        if (bound[i].use == Binding::Use::other_type) {
            // A default is for the rows that have the column.
            const bool in_file = i < own_;
            if (in_file) row.notes.push_back({"column.ignored"_code, Mark::unknown, {{"column", header_[i]}}, {}, {}});
            continue;
        }
        const Code wrong = put_cell(bound[i], cells[i], row.request.get(), rules_, row.notes);
        if (!wrong || row.malformed) continue;
        row.malformed = wrong;
        row.field = header_[i];
        row.parameters = parameters_of(bound[i], wrong);
    }
}

// IMC-CSV-11: what one row says of both dates, whether they mean anything for the course or not. Of days alone the last
// may be the first; the one before it ends at the midnight with which that begins.
void RowReader::compare_dates(const std::vector<Binding>& bound, const Cells& cells, RowRequest& row) const {
    for (const Binding& binding : bound) {
        if (row.malformed || binding.column == nullptr || binding.column->start.empty()) continue;
        const auto first = std::ranges::find_if(bound, [&](const Binding& other) {
            return other.column != nullptr && other.column->name == binding.column->start;
        });
        if (first == bound.end() || !is_before(binding, *first, cells, row.request.get(), *rules_.zone)) continue;
        row.malformed = binding.column->wrong ? binding.column->wrong : "date.end-before-start"_code;
        row.field = binding.column->name;
    }
}

RowRequest RowReader::read(const Row& row) {
    RowRequest made;
    if (row.cells.size() != own_) {
        return refuse({}, "row.field-count"_code, {},
                      {{"found", std::to_string(row.cells.size())}, {"expected", std::to_string(own_)}});
    }
    std::vector<std::string_view> own;
    const auto all = cells_of(row, own);
    const Cells cells(header_, all);
    const Variant* variant = variant_of(cells);
    if (variant == nullptr) return refuse({}, "import-type.unknown"_code, preset_.type_column, {});  // IMC-CSV-02
    made.refused = missing(*variant, cells, made);
    if (made.refused) return refuse(made, made.refused, made.field, {{"field", std::string(made.field)}});
    const auto place = static_cast<std::size_t>(variant - preset_.variants.data());
    const auto& bound = bound_[place];
    if (is_too_long(bound, all, made)) return made;
    made.type = variant->request;
    made.request = makers_[place].make(*variant->request);
    made.digest = digest_of(place, all);
    put(bound, all, made);
    compare_dates(bound, cells, made);
    return made;
}

}  // namespace provost::imports
