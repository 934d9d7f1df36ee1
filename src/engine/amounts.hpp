// How much of anything sessions hold at a time.
#pragma once

#include <cstddef>

namespace provost::engine {

/// Records that are read from a store in one call.
constexpr std::size_t records_per_page = 500;
/// Bytes that are handed out in one piece.
constexpr std::size_t largest_piece = 64U << 10U;

}  // namespace provost::engine
