// Writing records of fixed width.
#include "reporting/fixed_width.hpp"

#include "base/code_table.hpp"
#include "reporting/transliterate.hpp"

#include <algorithm>
#include <array>
#include <cstring>

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

// Short texts are copied without a call: most values are shorter than 16 characters.
void copy(char* to, std::string_view text) {
    const std::size_t size = text.size();
    const auto both_ends = [&](std::size_t part) {
        std::memcpy(to, text.data(), part);
        std::memcpy(to + size - part, text.data() + size - part, part);
    };
    if (size > 16) {
        std::memcpy(to, text.data(), size);
    } else if (size >= 8) {
        both_ends(8);
    } else if (size >= 4) {
        both_ends(4);
    } else {
        for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
    }
}

// The quick way of almost all values: those that stand in the file as they are, in a field of spaces. False: the writer
// has to look at it. Whether all characters are printable is asked once of the whole record.
bool put_text(char* field_bytes, const LayoutField& field, std::string_view text) {
    if (text.empty()) return true;
    if (text.size() > field.length || text.front() == ' ' || text.back() == ' ') return false;
    if (field.type >= Type::number) {
        if (field.type == Type::day) return false;
        bool wrong = false;
        for (const char c : text) wrong |= static_cast<unsigned char>(c - '0') > 9;
        if (wrong) return false;
        for (std::size_t zeros = field.length - text.size(); zeros > 0; --zeros) *field_bytes++ = '0';
    }
    copy(field_bytes, text);
    return true;
}

// "00" to "99", one behind the other.
constexpr auto pairs = [] {
    std::array<char, 200> made{};
    for (std::size_t i = 0; i < 100; ++i) {
        made[2 * i] = static_cast<char>('0' + i / 10);
        made[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return made;
}();

void put_two(char* at, unsigned number) { std::memcpy(at, pairs.data() + std::size_t{2} * number, 2); }

bool put_day(char* field_bytes, const LayoutField& field, Day day) {
    const std::chrono::year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (field.type != Type::day || year < 1 || year > 9999) return false;
    put_two(field_bytes, static_cast<unsigned>(date.day()));
    put_two(field_bytes + 2, static_cast<unsigned>(date.month()));
    put_two(field_bytes + 4, static_cast<unsigned>(year) / 100);
    put_two(field_bytes + 6, static_cast<unsigned>(year) % 100);
    return true;
}

bool put_quickly(char* record, const Layout& layout, std::size_t length, std::span<const FieldValue> values) {
    const std::size_t count = std::min(values.size(), layout.fields.size());
    for (std::size_t i = 0; i < count && layout.fields[i].start <= length; ++i) {
        const LayoutField& field = layout.fields[i];
        const FieldValue& value = values[i];
        if (value.index() == 0) continue;
        char* bytes = record + field.start - 1;
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            if (!put_text(bytes, field, *text)) return false;
        } else {
            const auto* day = std::get_if<Day>(&value);
            if (day == nullptr || !put_day(bytes, field, *day)) return false;
        }
    }
    return is_printable({record, length});
}

Result<void> write_carefully(std::string& out, const Layout& layout, std::size_t length,
                             std::span<const FieldValue> values, std::vector<FieldNote>& notes) {
    const auto noted = static_cast<std::ptrdiff_t>(notes.size());
    Writer writer(out, notes);
    for (std::size_t i = 0; i < layout.fields.size() && layout.fields[i].start <= length; ++i) {
        auto written = writer.write(layout.fields[i], i < values.size() ? values[i] : FieldValue());
        if (written) continue;
        notes.erase(notes.begin() + noted, notes.end());
        return written;
    }
    out += "\r\n";
    return {};
}

}  // namespace

Result<void> append_record(std::string& out, const Layout& layout, Extent extent, std::span<const FieldValue> values,
                           std::vector<FieldNote>& notes) {
    if (values.size() > layout.fields.size()) {
        const Code code = "argument.invalid"_code;
        return Error{row_of(code).status, code, {}, {{"argument", "values"}}};
    }
    const auto size = out.size();
    const std::size_t length = extent == Extent::full ? layout.full_length : layout.national_length;
    out.append(length + 2, ' ');
    char* record = out.data() + size;
    std::memcpy(record + length, "\r\n", 2);
    if (put_quickly(record, layout, length, values)) return {};
    out.resize(size);
    auto written = write_carefully(out, layout, length, values, notes);
    if (!written) out.resize(size);
    return written;
}

std::optional<Day> parse_field_day(std::string_view text) {
    if (text.size() != 8) return std::nullopt;
    // The checks ask it a dozen times of each record.
    std::array<unsigned, 8> digits{};
    bool wrong = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        digits[i] = static_cast<unsigned char>(text[i] - '0');
        wrong |= digits[i] > 9;
    }
    if (wrong) return std::nullopt;
    const auto two = [&](std::size_t from) { return digits[from] * 10 + digits[from + 1]; };
    const auto year = static_cast<int>(two(4) * 100 + two(6));
    const std::chrono::year_month_day day(std::chrono::year(year), std::chrono::month(two(2)),
                                          std::chrono::day(two(0)));
    if (!day.ok() || year < 1) return std::nullopt;
    return Day(day);
}

}  // namespace provost::reporting
