// Values: reading one from text, and checking what the description says of them.
#include "base/controls.hpp"
#include "base/failure.hpp"
#include "base/list_text.hpp"
#include "describe/expected.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

#include <charconv>

namespace provost {

namespace {

// A name that is in no table must not turn a wrong value into a right one.
Code own_code(const Field& field, Code otherwise) {
    const Code own = field.malformed.empty() ? Code{} : find_code(field.malformed);
    return own ? own : otherwise;
}

std::optional<std::int64_t> integer_in(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// The 64-bit form of a scalar written as text; empty when it is malformed.
std::optional<std::int64_t> scalar_in(const Access& access, std::string_view text) {
    switch (access.kind) {
        case Kind::boolean:
            if (text == "true") return 1;
            if (text == "false") return 0;
            return std::nullopt;
        case Kind::choice:
            for (const ChoiceRow& row : access.choices) {
                if (row.name == text) return row.value;
            }
            return std::nullopt;
        case Kind::decimal:
            if (const auto number = parse_decimal(text)) return number->millionths;
            return std::nullopt;
        case Kind::day:
            if (const auto day = parse_day(text)) return day->time_since_epoch().count();
            return std::nullopt;
        case Kind::instant:
            // A moment without an offset has no instant: documents must say the offset, files are given a zone.
            if (const auto moment = parse_moment(text); moment && moment->offset) {
                return moment->in(Zone{}).time_since_epoch().count();
            }
            return std::nullopt;
        case Kind::code:
            if (const Code code = find_code(text); code || text == "none") return code.key();
            return std::nullopt;
        default: return integer_in(text);
    }
}

Code kind_code(Kind kind) {
    switch (kind) {
        case Kind::choice: return "choice.unknown"_code;
        case Kind::decimal: return "number.malformed"_code;
        case Kind::day:
        case Kind::instant: return "date.malformed"_code;
        default: return "value.wrong-type"_code;
    }
}

Error at(const Field& field, Code code, std::vector<Parameter> parameters = {}) {
    return failure(code, "/" + std::string(field.name), std::move(parameters));
}

Result<void> check_length(const Field& field, const void* member) {
    const bool is_text = field.access->kind == Kind::text || field.access->kind == Kind::reference;
    if (field.most == 0) return {};
    if (is_text) {
        const void* text = field.access->kind == Kind::text ? member : field.access->at(member, 0);
        if (characters(*static_cast<const std::string*>(text)) <= field.most) return {};
    } else if (field.access->count == nullptr || field.access->count(member) <= field.most) {
        return {};
    }
    const Code code = !is_text               ? "list.too-long"_code
                      : field.is_external_id ? "external-id.too-long"_code
                                             : "field.too-long"_code;
    return at(field, code, {{"limit", std::to_string(field.most)}});
}

Result<void> validate_nested(const Field& field, const void* member) {
    for (std::size_t i = 0; i < field.access->count(member); ++i) {
        const auto checked = validate(*field.access->target(), field.access->at(member, i));
        if (checked) continue;
        Error error = checked.error();
        const auto step = field.access->kind == Kind::records ? "/" + std::to_string(i) : std::string();
        error.place.pointer = "/" + std::string(field.name) + step + error.place.pointer;
        return error;
    }
    return {};
}

// A caller in C++ can give a date that no text could say.
bool is_date_within(const Access& access, std::int64_t value) {
    if (access.kind == Kind::instant) return can_be_written(Instant{std::chrono::milliseconds{value}});
    return access.kind != Kind::day ||
           (value >= INT32_MIN && value <= INT32_MAX && can_be_written(Day{std::chrono::days{value}}));
}

// External ids and keys are compared, listed and written into files: no line of them ends.
constexpr std::size_t longest_key = 40;

Code check_line(const Field& field, const std::string& text) {
    const bool is_short = field.most > 1 && field.most <= longest_key;
    if ((field.is_key || is_short || field.is_line) && has_control(text, false)) return "text.control-character"_code;
    // IMC-CSV-06: two that look the same are one.
    if (!field.is_key || !has_blank_edges(text)) return {};
    return field.is_external_id ? "external-id.blanks"_code : "key.blanks"_code;
}

// Each text of a list.
Result<void> validate_texts(const Field& field, const void* member) {
    if (field.access->kind != Kind::texts || field.check == nullptr) return {};
    for (std::size_t i = 0; i < field.access->count(member); ++i) {
        const Code code = field.check(*static_cast<const std::string*>(field.access->at(member, i)));
        if (!code) continue;
        Error error = at(field, code);
        error.place.pointer += "/" + std::to_string(i);
        return error;
    }
    return {};
}

}  // namespace

std::vector<Parameter> check_parameters(const Field& field, Code code) {
    if (code != "value.out-of-range"_code && code != "number.malformed"_code) return {};
    const auto written = [&](std::int64_t value) {
        return field.access->kind == Kind::decimal ? to_text(Decimal{value}) : std::to_string(value);
    };
    const bool is_id = field.access->kind == Kind::id || field.access->kind == Kind::reference;
    const auto low = is_id ? 0 : field.lowest;
    const auto high = is_id ? id_limit : field.highest;
    return {{"range", written(low) + " to " + written(high)}};
}

// IMC-CSV-08
bool says_something(const Field& field, const void* member) {
    if (!field.access->present(member)) return false;
    const auto* text = field.access->kind == Kind::text ? static_cast<const std::string*>(member) : nullptr;
    return text == nullptr || !is_blank(*text);
}

std::string expected_of(const Field& field) {
    static constexpr std::array<std::string_view, 14> words{"true or false",
                                                            "an integer",
                                                            "an id, which is an integer",
                                                            "one of the listed words",
                                                            "a decimal as text, such as \"67.5\"",
                                                            "a day such as 2026-02-28",
                                                            "a moment with its offset, such as 2026-02-28T09:00+11:00",
                                                            "text",
                                                            "a code",
                                                            "text or an id",
                                                            "a list of texts",
                                                            "a list of integers",
                                                            "an object",
                                                            "a list of objects"};
    std::string listed;
    for (const ChoiceRow& row : field.access->choices) add_to_list(listed, row.name);
    return listed.empty() ? std::string(words[static_cast<std::size_t>(field.access->kind)]) : listed;
}

Code read_text(const Field& field, void* record, std::string_view text) {
    const Access& access = *field.access;
    void* member = field.in(record);
    if (access.kind == Kind::text) {
        *static_cast<std::string*>(member) = text;
    } else if (access.kind == Kind::reference) {
        *static_cast<std::string*>(access.add(member)) = text;
    } else if (access.kind == Kind::texts) {
        *static_cast<std::string*>(access.add(member)) = text;
    } else if (const auto value = scalar_in(access, text)) {
        access.store(member, *value);
    } else {
        return own_code(field, kind_code(access.kind));
    }
    return {};
}

Code check_value(const Field& field, const void* record) {
    const void* member = field.in(record);
    if (!field.access->present(member)) return {};
    if (field.access->kind == Kind::text) {
        const auto& text = *static_cast<const std::string*>(member);
        if (!valid_utf8(text)) return "text.encoding"_code;
        const Code own = field.check == nullptr ? Code{} : field.check(text);
        return own ? own : check_line(field, text);
    }
    if (field.access->load == nullptr) return {};
    const auto value = field.access->load(member);
    const bool is_id = field.access->kind == Kind::id || field.access->kind == Kind::reference;
    if (is_id && (value < 0 || value > id_limit)) return "value.out-of-range"_code;
    if (!is_date_within(*field.access, value)) return own_code(field, "date.malformed"_code);
    const bool inside = field.lowest <= value && value <= field.highest;
    return inside ? Code{} : own_code(field, "value.out-of-range"_code);
}

Result<void> validate(const RecordType& type, const void* record) {
    for (const Field& field : type.fields) {
        const void* member = field.in(record);
        if (field.is_required && !says_something(field, member)) {
            return at(field, "field.missing"_code, {{"field", std::string(field.name)}});
        }
        if (!field.access->present(member)) continue;
        if (auto fits = check_length(field, member); !fits) return fits;
        if (const Code code = check_value(field, record)) return at(field, code, check_parameters(field, code));
        if (auto texts = validate_texts(field, member); !texts) return texts;
        if (field.access->target != nullptr && field.access->count != nullptr) {
            if (auto nested = validate_nested(field, member); !nested) return nested;
        }
    }
    return {};
}

}  // namespace provost
