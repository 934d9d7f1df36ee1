// Digests of records and of the whole state. The state digest is a sum over the digests of all records, so a commit
// updates it by its changes alone and any order of the same changes gives the same state.
#pragma once

#include "base/sha256.hpp"

#include <provost/describe/record.hpp>

namespace provost::audit {

/// Digest of a record: of its kind and its canonical text without the version, with each personal value replaced by
/// its own digest under `secret`, so that the journal can prove a record without holding a person's values.
[[nodiscard]] Digest record_digest(const Record& record, std::string_view secret);

/// The canonical text over which `record_digest` is taken.
[[nodiscard]] std::string digest_text(const Record& record, std::string_view secret);

/// Digest that stands for a personal value.
[[nodiscard]] std::string personal_digest(const Record& record, const Field& field, std::string_view value_json,
                                          std::string_view secret);
[[nodiscard]] std::string personal_digest(const RecordType& type, std::int64_t id, const Field& field,
                                          std::string_view value_json, std::string_view secret);

/// The sum: a number of 256 bits, modulo 2^256.
void add_to(Digest& sum, const Digest& digest);
void take_from(Digest& sum, const Digest& digest);

}  // namespace provost::audit
