// What the journal keeps of a request.
#pragma once

#include "engine/core.hpp"

namespace provost::engine {

/// The request as a document that can be judged again: with its verb, its recorded moment, its digest, the ids
/// that it took, and people named by id. A request that holds personal values is kept as a digest only, made with
/// the secret: the journal can not forget. `changes` are what it is about to change.
[[nodiscard]] std::string recorded_request(Core& core, const Item& item, Instant recorded,
                                           std::span<const Change> changes);

/// What makes two requests the same: what they ask and the moment for which they ask it, however they spell the names
/// of records, whoever asks, and however the answer is wanted. Its facts must have been found.
[[nodiscard]] std::int64_t request_digest(const Asked& asked, Instant recorded, Overlay& overlay,
                                          std::string_view secret);

/// Whether the journal kept a whole request.
[[nodiscard]] inline bool is_whole_request(std::string_view text) { return text.starts_with('{'); }

}  // namespace provost::engine
