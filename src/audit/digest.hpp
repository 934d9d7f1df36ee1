// Digests of records and of the whole state. The state digest is a sum over the digests of all records, so a commit
// updates it by its changes alone and any order of the same changes gives the same state.
#pragma once

#include "base/sha256.hpp"

#include <provost/describe/record.hpp>

#include <span>
#include <string>
#include <vector>

namespace provost::audit {

/// The text over which the digest of a record is taken: its kind, and a line "member=value" for each member that is
/// present, in byte order of the names, without the version. A value is canonical JSON; a personal one is replaced by
/// its own digest under `secret`, so that the journal can prove a record without holding a person's values. Journal
/// entries take their values from here. Made for many records one after the other.
class DigestText {
public:
    explicit DigestText(std::string_view secret) : secret_(secret) {}

    void write(const Record& record);
    /// The same for the record that `after` holds, as it was before: only the members at these positions differ.
    void write_before(const Record& record, const DigestText& after, std::span<const std::uint16_t> changed);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// What the text says of the member at that position of the description; empty = absent.
    [[nodiscard]] std::string_view value(std::uint16_t position) const { return values_[position].in(text_); }
    /// The canonical JSON of a personal member that is present.
    [[nodiscard]] std::string_view personal(std::uint16_t position) const { return personal_[position].in(hidden_); }

private:
    struct Part {
        std::size_t begin = 0, size = 0;
        [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, size); }
    };
    void begin(const RecordType& type);
    void add(const Record& record, std::uint16_t position);
    void add_personal(const Record& record, std::uint16_t position);

    std::string secret_;
    std::string text_;
    std::string hidden_;
    std::vector<Part> values_;    // by position
    std::vector<Part> personal_;  // by position
};

/// The text of one record.
[[nodiscard]] std::string digest_text(const Record& record, std::string_view secret);

/// Digest that stands for a personal value.
[[nodiscard]] std::string personal_digest(const RecordType& type, std::int64_t id, const Field& field,
                                          std::string_view value_json, std::string_view secret);

/// The sum: a number of 256 bits, modulo 2^256.
void add_to(Digest& sum, const Digest& digest);
void take_from(Digest& sum, const Digest& digest);

}  // namespace provost::audit
