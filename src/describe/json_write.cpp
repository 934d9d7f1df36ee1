// Canonical text: one pass over the description, straight into the output.
#include <provost/describe/json.hpp>

#include <array>
#include <charconv>

namespace provost {

namespace {

void write_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

void write_quoted(std::string& out, std::string_view safe) {
    out += '"';
    out += safe;
    out += '"';
}

template <class Moment>
void write_moment(std::string& out, Moment moment) {
    out += '"';
    append_text(out, moment);
    out += '"';
}

std::string_view word_of(const Access& access, std::int64_t value) {
    for (const ChoiceRow& row : access.choices) {
        if (row.value == value) return row.name;
    }
    return {};
}

void write_scalar(std::string& out, const Access& access, std::int64_t value) {
    switch (access.kind) {
        case Kind::boolean: out += value != 0 ? "true" : "false"; break;
        case Kind::choice: write_quoted(out, word_of(access, value)); break;
        case Kind::decimal: write_quoted(out, to_text(Decimal{value})); break;
        case Kind::day: write_moment(out, Day{std::chrono::days{value}}); break;
        case Kind::instant: write_moment(out, Instant{std::chrono::milliseconds{value}}); break;
        case Kind::code: write_quoted(out, Code(static_cast<std::uint32_t>(value)).name()); break;
        default: write_integer(out, value); break;
    }
}

template <class Write>
void write_list(std::string& out, std::size_t count, Write write) {
    out += '[';
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        write(i);
    }
    out += ']';
}

void write_member(std::string& out, const Access& access, const void* member) {
    switch (access.kind) {
        case Kind::text: write_json_text(out, *static_cast<const std::string*>(member)); break;
        case Kind::reference:
            if (const auto id = access.load(member); id != 0) {
                write_integer(out, id);
            } else {
                write_json_text(out, *static_cast<const std::string*>(access.at(member, 0)));
            }
            break;
        case Kind::texts:
            write_list(out, access.count(member), [&](std::size_t i) {
                write_json_text(out, *static_cast<const std::string*>(access.at(member, i)));
            });
            break;
        case Kind::numbers:
            write_list(out, access.count(member), [&](std::size_t i) {
                write_integer(out, *static_cast<const std::int64_t*>(access.at(member, i)));
            });
            break;
        case Kind::record: write_json(out, *access.target(), access.at(member, 0)); break;
        case Kind::records:
            write_list(out, access.count(member),
                       [&](std::size_t i) { write_json(out, *access.target(), access.at(member, i)); });
            break;
        default: write_scalar(out, access, access.load(member)); break;
    }
}

}  // namespace

void write_json_text(std::string& out, std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, from, i - from);
        from = i + 1;
        out += '\\';
        switch (c) {
            case '"': out += '"'; break;
            case '\\': out += '\\'; break;
            case '\b': out += 'b'; break;
            case '\f': out += 'f'; break;
            case '\n': out += 'n'; break;
            case '\r': out += 'r'; break;
            case '\t': out += 't'; break;
            default:
                out += "u00";
                out += hex[c >> 4U];
                out += hex[c & 15U];
        }
    }
    out.append(text, from);
    out += '"';
}

void write_json(std::string& out, const RecordType& type, const void* record) {
    out += '{';
    bool first = true;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        const void* member = field.in(record);
        if (!field.access->present(member)) continue;
        if (!first) out += ',';
        first = false;
        write_quoted(out, field.name);
        out += ':';
        write_member(out, *field.access, member);
    }
    out += '}';
}

void write_member_json(std::string& out, const Field& field, const void* record) {
    const void* member = field.in(record);
    if (field.access->present(member)) write_member(out, *field.access, member);
}

}  // namespace provost
