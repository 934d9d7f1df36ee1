// Reading records of fixed width.
#include "reporting/read_back.hpp"

#include "imports/encoding.hpp"
#include "reporting/fixed_width.hpp"
#include "reporting/transliterate.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

using Type = LayoutField::Type;

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

// What stands for no character in windows-1252 becomes the replacement character.
void append_utf8(std::string& out, std::string_view bytes) {
    imports::Decoder decoder(imports::Encoding::windows1252);
    for (const char c : decoder.decode(bytes)) {
        if (c == '\xFF') {
            out += "\xEF\xBF\xBD";
        } else {
            out += c;
        }
    }
}

}  // namespace

bool is_of(std::string_view target, std::string_view word) {
    return target.starts_with(word) && (target.size() == word.size() || target[word.size()] == '-');
}

RecordReader::RecordReader(const Layout& layout, std::string_view target)
    : layout_(&layout), lengths_{layout.national_length, layout.full_length, layout.shortest} {
    // What all have is right for a state, too; and without a target what any state has.
    if (const Layout* common = find_layout(layout.release, layout.file)) lengths_.push_back(common->full_length);
    for (const Layout& own : layouts_of_states()) {
        const bool same = own.release == layout.release && own.file == layout.file;
        if (same && target.empty()) lengths_.push_back(own.full_length);
    }
    for (const LongerRecord& longer : longer_records()) {
        if (longer.release != layout.release || longer.file != layout.file) continue;
        if (target.empty() || longer.target.empty() || is_of(target, longer.target)) lengths_.push_back(longer.length);
    }
    values_.reserve(layout.fields.size());
}

bool RecordReader::has_length(std::size_t size) const { return std::ranges::find(lengths_, size) != lengths_.end(); }

// FIN-REP-09: some programs write windows-1252.
void RecordReader::check_characters(std::string_view record) {
    const auto wrong = std::ranges::find_if(record, [](char c) { return c < ' ' || c > '~'; });
    const auto column = static_cast<std::size_t>(wrong - record.begin()) + 1;
    const auto field = std::ranges::find_if(layout_->fields, [=](const auto& one) { return one.end() >= column; });
    problems_.push_back(
        {ReadProblem::Kind::character, static_cast<std::size_t>(field - layout_->fields.begin()), column});
}

void RecordReader::check_form(std::size_t field, std::string_view bytes, std::string_view value) {
    const LayoutField& one = layout_->fields[field];
    if (one.type == Type::number && !all_digits(bytes)) {
        // "Not specified": states of a client's addresses are the only numbers that may be so.
        if (value == "@@" && one.name == "state_identifier") return;
        problems_.push_back({ReadProblem::Kind::digits, field, one.start});
    }
    if (one.type == Type::day && !parse_field_day(value)) {
        problems_.push_back({ReadProblem::Kind::day, field, one.start});
    }
}

void RecordReader::read(std::string_view record) {
    values_.clear();
    problems_.clear();
    if (!has_length(record.size())) {
        problems_.push_back({ReadProblem::Kind::length, layout_->fields.size(), record.size() + 1});
    }
    const bool plain = is_printable(record);
    if (!plain) {
        check_characters(record);
        text_.clear();
        text_.reserve(3 * record.size());  // no character of windows-1252 is longer in UTF-8
    }
    for (std::size_t i = 0; i < layout_->fields.size(); ++i) {
        const LayoutField& field = layout_->fields[i];
        const auto bytes =
            field.end() <= record.size() ? record.substr(field.start - 1U, field.length) : std::string_view();
        auto value = trimmed(bytes);
        if (!plain) {
            const auto from = text_.size();
            append_utf8(text_, value);
            value = std::string_view(text_).substr(from);
        }
        if (!value.empty()) check_form(i, bytes, value);
        values_.push_back(value);
    }
}

}  // namespace provost::reporting
