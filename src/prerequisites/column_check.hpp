// Whether columns are as they must be: lengths, days, numbers of states and kinds.
#pragma once

#include <provost/base/time.hpp>
#include <provost/prerequisites/history.hpp>

namespace provost::prerequisites {

inline constexpr auto earliest_day =
    static_cast<std::int32_t>(Day{std::chrono::year{1} / std::chrono::January / 1}.time_since_epoch().count());
inline constexpr auto latest_written_day = static_cast<std::int32_t>(latest_day.time_since_epoch().count());

/// The place of a value, /places/ended_on/7; `column` is "places/ended_on".
[[nodiscard]] Place place_in(std::string_view column, std::size_t position);

[[nodiscard]] Result<void> check_length(std::string_view column, std::size_t found, std::size_t expected);
/// Days that exist; `may_lack`: or no_day.
[[nodiscard]] Result<void> check_days(std::string_view column, std::span<const std::int32_t> days, bool may_lack);
[[nodiscard]] Result<void> check(const Columns& columns);

}  // namespace provost::prerequisites
