// Writing records of fixed width.
#include "reporting/fixed_width.hpp"

#include "base/code_table.hpp"
#include "reporting/transliterate.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

using Type = LayoutField::Type;

bool all_of(std::string_view text, char low, char high) {
    return std::ranges::all_of(text, [=](char c) { return low <= c && c <= high; });
}

bool is_filled_with(std::string_view text, char c, std::size_t length) {
    return text.size() == length && all_of(text, c, c);
}

std::string day_text(Day day) {
    const auto iso = to_text(day);  // YYYY-MM-DD
    return iso.substr(8, 2) + iso.substr(5, 2) + iso.substr(0, 4);
}

Error error_in(const LayoutField& field, Code code, std::string name, std::string value) {
    return {row_of(code).status,
            code,
            Place{"/" + std::string(field.name), {}, 0, 0},
            {{"field", std::string(field.name)}, {std::move(name), std::move(value)}}};
}

Error too_long(const LayoutField& field) {
    return error_in(field, "field.too-long"_code, "limit", std::to_string(field.length));
}

// Writes one record; remembers in `notes` what came out otherwise than it was given.
class Writer {
public:
    Writer(std::string& out, std::vector<FieldNote>& notes) : out_(out), notes_(notes) {}

    Result<void> write(const LayoutField& field, const FieldValue& value) {
        if (const auto* text = std::get_if<std::string_view>(&value)) return write_text(field, *text);
        if (const auto* number = std::get_if<std::int64_t>(&value)) return write_number(field, *number);
        if (const auto* day = std::get_if<Day>(&value)) return write_day(field, *day);
        out_.append(field.length, ' ');
        return {};
    }

private:
    Result<void> write_text(const LayoutField& field, std::string_view text) {
        const auto ascii = transliterated(field, text);
        if (ascii.empty()) return write(field, {});
        if (field.type == Type::day && !parse_field_day(ascii)) {
            return error_in(field, "date.malformed"_code, "expected", "DDMMYYYY");
        }
        if (field.type == Type::number) return write_digits(field, ascii);
        return write_left(field, ascii);
    }

    Result<void> write_number(const LayoutField& field, std::int64_t number) {
        if (field.type == Type::day) return error_in(field, "value.wrong-type"_code, "expected", "a day");
        if (number < 0) return error_in(field, "value.out-of-range"_code, "range", "0 and above");
        const auto digits = std::to_string(number);
        if (digits.size() > field.length) {
            return error_in(field, "value.out-of-range"_code, "range", "0 to " + std::string(field.length, '9'));
        }
        return field.type == Type::number ? write_digits(field, digits) : write_left(field, digits);
    }

    Result<void> write_day(const LayoutField& field, Day day) {
        const auto date = std::chrono::year_month_day(day);
        if (field.type == Type::number) return error_in(field, "value.wrong-type"_code, "expected", "a number");
        if (date.year() < std::chrono::year{1} || date.year() > std::chrono::year{9999}) {
            return error_in(field, "date.malformed"_code, "expected", "a year from 1 to 9999");
        }
        return write_left(field, day_text(day));
    }

    // As the file can hold it: ASCII without spaces at the ends.
    std::string_view transliterated(const LayoutField& field, std::string_view text) {
        ascii_.clear();
        replaced_.clear();
        append_ascii(ascii_, text, replaced_);
        for (Replacement& one : replaced_) {
            notes_.push_back({FieldNote::Kind::replaced, field.name, std::move(one.from), std::move(one.to)});
        }
        return trimmed(ascii_);
    }

    Result<void> write_digits(const LayoutField& field, std::string_view digits) {
        const bool unknown = is_filled_with(digits, '@', field.length);
        if (!unknown && !all_of(digits, '0', '9')) {
            return error_in(field, "number.malformed"_code, "expected", "digits");
        }
        if (digits.size() > field.length) return too_long(field);
        out_.append(field.length - digits.size(), '0');
        out_ += digits;
        return {};
    }

    Result<void> write_left(const LayoutField& field, std::string_view text) {
        if (text.size() > field.length) {
            if (field.type != Type::text) return too_long(field);
            notes_.push_back(
                {FieldNote::Kind::cut, field.name, std::to_string(text.size()), std::to_string(field.length)});
            text = text.substr(0, field.length);
        }
        out_ += text;
        out_.append(field.length - text.size(), ' ');
        return {};
    }

    std::string& out_;
    std::vector<FieldNote>& notes_;
    std::string ascii_;
    std::vector<Replacement> replaced_;
};

}  // namespace

Result<void> append_record(std::string& out, const Layout& layout, Extent extent, std::span<const FieldValue> values,
                           std::vector<FieldNote>& notes) {
    if (values.size() > layout.fields.size()) {
        const Code code = "argument.invalid"_code;
        return Error{row_of(code).status, code, {}, {{"argument", "values"}}};
    }
    const auto size = out.size();
    const auto noted = static_cast<std::ptrdiff_t>(notes.size());
    Writer writer(out, notes);
    for (std::size_t i = 0; i < layout.fields.size(); ++i) {
        const LayoutField& field = layout.fields[i];
        if (extent == Extent::national && field.scope == LayoutField::Scope::state) break;
        auto written = writer.write(field, i < values.size() ? values[i] : FieldValue());
        if (written) continue;
        out.resize(size);
        notes.erase(notes.begin() + noted, notes.end());
        return written;
    }
    out += "\r\n";
    return {};
}

std::optional<Day> parse_field_day(std::string_view text) {
    if (text.size() != 8 || !all_of(text, '0', '9')) return std::nullopt;
    const auto digits = [text](std::size_t from, std::size_t to) {
        int number = 0;
        for (; from < to; ++from) number = number * 10 + (text[from] - '0');
        return number;
    };
    const std::chrono::year_month_day day(std::chrono::year(digits(4, 8)),
                                          std::chrono::month(static_cast<unsigned>(digits(2, 4))),
                                          std::chrono::day(static_cast<unsigned>(digits(0, 2))));
    if (!day.ok() || day.year() < std::chrono::year(1)) return std::nullopt;
    return Day(day);
}

}  // namespace provost::reporting
