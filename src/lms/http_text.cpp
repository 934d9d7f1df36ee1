// Texts of HTTP: header lines (RFC 9110), links (RFC 8288).
#include "lms/http_text.hpp"

namespace provost::lms {

namespace {

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

const HttpHeader* find_header(const HttpAnswer& answer, std::string_view name) {
    const auto found =
        std::ranges::find_if(answer.headers, [&](const auto& line) { return same_name(line.name, name); });
    return found == answer.headers.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Whether the parameters of a link say that it is the next one: rel=next, rel="next", rel="last next".
bool is_next(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto end = parameters.find(';');
        const auto one = trimmed(parameters.substr(0, end));
        parameters.remove_prefix(end == parameters.npos ? parameters.size() : end + 1);
        const auto equals = one.find('=');
        if (equals == one.npos || !same_name(trimmed(one.substr(0, equals)), "rel")) continue;
        auto value = trimmed(one.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        while (!value.empty()) {
            const auto blank = value.find(' ');
            if (same_name(value.substr(0, blank), "next")) return true;
            value.remove_prefix(blank == value.npos ? value.size() : blank + 1);
        }
    }
    return false;
}

}  // namespace

std::string_view header_of(const HttpAnswer& answer, std::string_view name) {
    const auto* line = find_header(answer, name);
    return line == nullptr ? std::string_view() : trimmed(line->value);
}

bool has_header(const HttpAnswer& answer, std::string_view name) { return find_header(answer, name) != nullptr; }

// Fri, 27 Nov 2026 18:44:06 GMT
std::optional<Instant> date_of(const HttpAnswer& answer) {
    static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const auto text = header_of(answer, "Date");
    if (text.size() != 29 || !text.ends_with(" GMT")) return std::nullopt;
    const auto month = months.find(text.substr(8, 3));
    if (month == months.npos || month % 3 != 0) return std::nullopt;
    const auto number = std::to_string(month / 3 + 1);
    const auto day = std::string(text.substr(12, 4)) + (number.size() < 2 ? "-0" : "-") + number + "-" +
                     std::string(text.substr(5, 2));
    const auto written = parse_moment(day + "T" + std::string(text.substr(17, 8)) + "Z");
    if (!written) return std::nullopt;
    return written->in({});
}

std::string next_link(const HttpAnswer& answer) {
    for (const HttpHeader& line : answer.headers) {
        if (!same_name(line.name, "Link")) continue;
        std::string_view rest = line.value;
        for (auto begin = rest.find('<'); begin != rest.npos; begin = rest.find('<')) {
            const auto end = rest.find('>', begin);
            if (end == rest.npos) break;
            const auto target = rest.substr(begin + 1, end - begin - 1);
            rest.remove_prefix(end + 1);
            if (is_next(rest.substr(0, rest.find(',')))) return std::string(target);
        }
    }
    return {};
}

}  // namespace provost::lms
