// Reading cells: words, lists, moments, ids, texts.
#include "imports/cells.hpp"

#include "base/code_table.hpp"
#include "base/controls.hpp"
#include "base/list_text.hpp"
#include "describe/expected.hpp"
#include "imports/header.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

#include <charconv>

namespace provost::imports {

namespace {

Code unreadable(const Field* field, Code otherwise) {
    return field == nullptr || field->malformed.empty() ? otherwise : find_code(field->malformed);
}

// IMC-CSV-16: an empty place in a list names nobody.
template <class Take>
void each_item(std::string_view cell, char separator, Take take) {
    while (true) {
        const auto end = cell.find(separator);
        const auto item = trimmed(cell.substr(0, end));
        if (!item.empty()) take(item);
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

Code put_word(const Binding& binding, std::string_view cell, void* request, const CellRules& rules) {
    const Column& column = *binding.column;
    const Word* word = find_word(binding, cell, rules);
    if (word == nullptr) {
        return column.wrong ? column.wrong : unreadable(binding.field, "choice.unknown"_code);
    }
    if (binding.field == nullptr) return {};
    if (binding.field->access->kind == Kind::text) {
        return read_text(*binding.field, request, word->kept.empty() ? word->text : word->kept);
    }
    binding.field->access->store(binding.field->in(request), word->value);
    return {};
}

// IMC-CSV-24: a day alone is its start, or where something holds until then its end, which is the next midnight.
Code read_moment(const Column& column, std::string_view cell, const CellRules& rules, Instant& moment,
                 std::vector<Reason>& notes) {
    if (const auto day = parse_day(cell)) {
        const auto last = column.cell == Cell::until ? std::chrono::days{1} : std::chrono::days{0};
        moment = start_of(*day + last, *rules.zone);
    } else if (const auto written = parse_moment(cell)) {
        const auto shown = written->offset ? Occurrence::once : occurrence(written->local, *rules.zone);
        if (shown == Occurrence::never) return "date.skipped"_code;
        if (shown == Occurrence::twice) {
            notes.push_back({"date.ambiguous"_code, Mark::unknown, {{"column", std::string(column.name)}}, {}, {}});
        }
        moment = written->in(*rules.zone);
    } else {
        return "date.malformed"_code;
    }
    return can_be_written(moment) ? Code{} : "date.malformed"_code;
}

Code put_moment(const Binding& binding, std::string_view cell, void* request, const CellRules& rules,
                std::vector<Reason>& notes) {
    Instant moment{};
    const Code wrong = read_moment(*binding.column, cell, rules, moment, notes);
    if (wrong == "date.malformed"_code) return unreadable(binding.field, wrong);
    if (wrong) return wrong;
    binding.field->access->store(binding.field->in(request), moment.time_since_epoch().count());
    return {};
}

// IMC-CSV-04: the number of a record; the external id, when it is given besides, stays beside it.
Code put_internal_id(const Field& field, std::string_view cell, void* request) {
    std::int64_t id = 0;
    const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), id);
    if (problem != std::errc{} || end != cell.data() + cell.size() || id < 1) return "number.malformed"_code;
    field.access->store(field.in(request), id);
    return check_value(field, request);
}

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == ' ';
}

Code check_characters(Cell rule, std::string_view cell, bool lenient_ids) {
    switch (rule) {
        // IMC-CSV-05, IMC-CSV-06
        case Cell::external_id: {
            const bool right = lenient_ids || std::ranges::all_of(cell, is_id_character);
            return right ? Code{} : "external-id.characters"_code;
        }
        // IMC-CSV-08; IMC-CSV-09: a description has lines.
        case Cell::line: return has_control(cell, false) ? "text.control-character"_code : Code{};
        case Cell::text: return has_control(cell, true) ? "text.control-character"_code : Code{};
        default: return {};
    }
}

}  // namespace

const Word* find_word(const Binding& binding, std::string_view cell, const CellRules& rules) {
    const auto word = std::ranges::find_if(
        binding.words, [&](const Word& each) { return is_same_code(each.text, cell, rules.folds); });
    return word == binding.words.end() ? nullptr : &*word;
}

Code put_cell(const Binding& binding, std::string_view cell, void* request, const CellRules& rules,
              std::vector<Reason>& notes) {
    if (binding.use == Binding::Use::tag) return (put_tag(*binding.field, request, binding.tag, cell), Code{});
    const Column& column = *binding.column;
    if (!column.words.empty()) return put_word(binding, cell, request, rules);
    const Field& field = *binding.field;
    if (column.cell == Cell::internal_id) return put_internal_id(field, cell, request);
    if (field.access->kind == Kind::texts) {
        each_item(cell, rules.list_separator,
                  [&](std::string_view item) { static_cast<void>(read_text(field, request, item)); });
        return {};
    }
    if (field.access->kind == Kind::instant) return put_moment(binding, cell, request, rules, notes);
    if (const Code wrong = check_characters(column.cell, cell, rules.lenient_ids)) {
        static_cast<void>(read_text(field, request, cell));  // a reference that dangles is reported first
        return wrong;
    }
    const Code wrong = read_text(field, request, cell);
    return wrong ? wrong : check_value(field, request);
}

std::vector<Parameter> parameters_of(const Binding& binding, Code wrong) {
    if (!binding.words.empty()) {
        std::string words;
        for (const Word& word : binding.words) add_to_list(words, word.text);
        return {{"expected", std::move(words)}};
    }
    if (binding.use == Binding::Use::tag || binding.field == nullptr) return {};
    if (binding.column->cell == Cell::internal_id) return {{"range", "1 to " + std::to_string(id_limit)}};
    auto range = check_parameters(*binding.field, wrong);
    const bool says_form = row_of(wrong).meaning.find("{expected}") != std::string_view::npos;
    if (!range.empty() || !says_form) return range;
    // A document says a moment with its offset; in a file it may lie in the zone of the session.
    const bool is_moment = binding.field->access->kind == Kind::instant;
    return {{"expected", is_moment ? "a day such as 2026-02-28, or a moment such as 2026-02-28T09:00"
                                   : expected_of(*binding.field)}};
}

std::uint32_t most_in(const Binding& binding) {
    if (binding.field == nullptr) return 0;
    if (binding.use == Binding::Use::tag) return binding.field->access->target()->find("value")->most;
    return binding.column->most != 0 ? binding.column->most : binding.field->most;
}

Code too_long(const Binding& binding, std::string_view cell, const CellRules& rules) {
    if (binding.most == 0 || cell.size() <= binding.most) return {};
    if (binding.column != nullptr && !binding.column->words.empty()) return {};  // a code may be longer than its value
    if (binding.field->access->kind == Kind::texts) {
        std::size_t items = 0;
        each_item(cell, rules.list_separator, [&](std::string_view) { ++items; });
        return items > binding.most ? "list.too-long"_code : Code{};
    }
    if (characters(cell) <= binding.most) return {};
    return binding.field->is_external_id ? "external-id.too-long"_code : "field.too-long"_code;
}

}  // namespace provost::imports
