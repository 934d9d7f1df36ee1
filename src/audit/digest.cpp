// Sums of SHA-256 digests (see docs/decisions/0004-state-digest.md for what such a sum can and can not show).
#include "audit/digest.hpp"

#include <provost/describe/json.hpp>

namespace provost::audit {

std::string personal_digest(const Record& record, const Field& field, std::string_view value_json,
                            std::string_view secret) {
    return personal_digest(record.type(), record.id(), field, value_json, secret);
}

std::string personal_digest(const RecordType& type, std::int64_t id, const Field& field, std::string_view value_json,
                            std::string_view secret) {
    Sha256 hash;
    hash.add(secret).add("|").add(type.name).add("|").add(std::to_string(id));
    hash.add("|").add(field.name).add("|").add(value_json);
    return to_hex(hash.finish(), 16);
}

std::string digest_text(const Record& record, std::string_view secret) {
    const RecordType& type = record.type();
    std::string text(type.name);
    std::string value;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        if (field.name == "version" || !field.access->present(field.in(record.data()))) continue;
        text += '\n';
        text += field.name;
        text += '=';
        if (!field.is_personal) {
            write_member_json(text, field, record.data());
            continue;
        }
        value.clear();
        write_member_json(value, field, record.data());
        text += personal_digest(record, field, value, secret);
    }
    return text;
}

Digest record_digest(const Record& record, std::string_view secret) { return sha256(digest_text(record, secret)); }

void add_to(Digest& sum, const Digest& digest) {
    unsigned carry = 0;
    for (std::size_t i = sum.size(); i-- > 0;) {
        const unsigned byte = unsigned{sum[i]} + digest[i] + carry;
        sum[i] = static_cast<std::uint8_t>(byte);
        carry = byte >> 8U;
    }
}

void take_from(Digest& sum, const Digest& digest) {
    unsigned borrow = 0;
    for (std::size_t i = sum.size(); i-- > 0;) {
        const unsigned byte = 256U + sum[i] - digest[i] - borrow;
        sum[i] = static_cast<std::uint8_t>(byte);
        borrow = byte < 256U ? 1 : 0;
    }
}

}  // namespace provost::audit
