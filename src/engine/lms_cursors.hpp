// Where the listings of an LMS go on: read for the adapter, and stored in the commit of what they cover.
#pragma once

#include "engine/told_batch.hpp"

#include <provost/lms/adapter.hpp>
#include <provost/lms/received.hpp>

namespace provost::engine {

/// Whether a line is the end of a listing; what an LMS tells besides has no such member.
[[nodiscard]] inline bool is_listing_end(std::string_view line) { return line.find("\"listing\":") != line.npos; }

[[nodiscard]] Key cursor_key(const std::string& connection, const lms::ListingEnd& end);

/// Stores the cursor of an end with the batch at hand; its key must be known. One that is out of date is forgotten, so
/// that the listing begins anew.
void keep_cursor(Core& core, const std::string& connection, const lms::ListingEnd& end,
                 std::optional<Instant> high_water, Instant now);

/// What the adapter asks with next: a line for each cursor of a listing. [schema lms_listing_ask]
[[nodiscard]] Result<std::string> cursor_lines(Core& core, const std::string& connection, std::string_view listing);

}  // namespace provost::engine
