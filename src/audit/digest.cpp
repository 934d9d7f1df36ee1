// Sums of SHA-256 digests (see docs/decisions/0004-state-digest.md for what such a sum can and can not show).
#include "audit/digest.hpp"

#include <provost/describe/json.hpp>

namespace provost::audit {

namespace {

Digest hidden_value(const RecordType& type, std::int64_t id, const Field& field, std::string_view value_json,
                    std::string_view secret) {
    Sha256 hash;
    hash.add(secret).add("|").add(type.name).add("|").add(std::to_string(id));
    hash.add("|").add(field.name).add("|").add(value_json);
    return hash.finish();
}

constexpr std::size_t hidden_bytes = 16;

// A sum as a number in four words, the lowest last.
std::uint64_t word_at(const Digest& digest, std::size_t at) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i) word = word << 8U | digest[at + i];
    return word;
}
void put_word(Digest& digest, std::size_t at, std::uint64_t word) {
    for (std::size_t i = 8; i-- > 0; word >>= 8U) digest[at + i] = static_cast<std::uint8_t>(word);
}

}  // namespace

std::string personal_digest(const RecordType& type, std::int64_t id, const Field& field, std::string_view value_json,
                            std::string_view secret) {
    return to_hex(hidden_value(type, id, field, value_json, secret), hidden_bytes);
}

void DigestText::begin(const RecordType& type) {
    text_ = type.name;
    hidden_.clear();
    values_.assign(type.fields.size(), {});
    personal_.assign(type.fields.size(), {});
}

void DigestText::add(const Record& record, std::uint16_t position) {
    const Field& field = record.type().fields[position];
    if (field.name == "version" || !field.access->present(field.in(record.data()))) return;
    text_ += '\n';
    text_ += field.name;
    text_ += '=';
    const auto begin = text_.size();
    field.is_personal ? add_personal(record, position) : write_member_json(text_, field, record.data());
    values_[position] = {begin, text_.size() - begin};
}

void DigestText::add_personal(const Record& record, std::uint16_t position) {
    const Field& field = record.type().fields[position];
    const auto begin = hidden_.size();
    write_member_json(hidden_, field, record.data());
    personal_[position] = {begin, hidden_.size() - begin};
    append_hex(text_, hidden_value(record.type(), record.id(), field, personal(position), secret_), hidden_bytes);
}

void DigestText::write(const Record& record) {
    begin(record.type());
    for (const auto position : record.type().by_name) add(record, position);
}

void DigestText::write_before(const Record& record, const DigestText& after, std::span<const std::uint16_t> changed) {
    const RecordType& type = record.type();
    begin(type);
    for (const auto position : type.by_name) {
        if (!changed.empty() && changed.front() == position) {
            changed = changed.subspan(1);
            add(record, position);
        } else if (const auto value = after.value(position); !value.empty()) {
            text_ += '\n';
            text_ += type.fields[position].name;
            text_ += '=';
            text_ += value;
        }
    }
}

std::string digest_text(const Record& record, std::string_view secret) {
    DigestText text(secret);
    text.write(record);
    return text.text();
}

void add_to(Digest& sum, const Digest& digest) {
    std::uint64_t carry = 0;
    for (std::size_t at = sum.size(); at > 0;) {
        at -= 8;
        const auto word = word_at(digest, at);
        const auto part = word_at(sum, at) + word;
        const auto whole = part + carry;
        carry = (part < word ? 1U : 0U) + (whole < part ? 1U : 0U);
        put_word(sum, at, whole);
    }
}

void take_from(Digest& sum, const Digest& digest) {
    std::uint64_t borrow = 0;
    for (std::size_t at = sum.size(); at > 0;) {
        at -= 8;
        const auto word = word_at(digest, at), from = word_at(sum, at);
        const auto part = from - word;
        put_word(sum, at, part - borrow);
        borrow = (from < word ? 1U : 0U) + (part < borrow ? 1U : 0U);
    }
}

}  // namespace provost::audit
