// What the standard says of the days of activities and completions. One home: the projection asks it of records of the
// store, the checks of files ask it of values that they read. Severities and numbers of these rules stand in the table
// of checks alone (checks/activity_rules.cpp).
#pragma once

#include <provost/base/time.hpp>

#include <optional>
#include <string_view>

namespace provost::reporting {

/// The collection as rules about days see it.
struct Period {
    Day first, last;               ///< of the collection year
    std::optional<Day> submitted;  ///< absent: after the year
    bool national = true;          ///< whether no state collects it

    /// The end of the collection period: an interim submission tells of what came before it.
    [[nodiscard]] Day end() const;
};

[[nodiscard]] Day first_day_of(std::int64_t year);
[[nodiscard]] Day last_day_of(std::int64_t year);

/// The start lies after the collection period. What has not begun (85) may lie later in the year, for a state at any
/// time. 3211 [FIN-REP-03]
[[nodiscard]] bool starts_after_period(Day start, std::string_view outcome, const Period& period);
/// It lies more than five years before the collection year. [FIN-REP-03]
[[nodiscard]] bool starts_too_early(Day start, const Period& period);
/// The end lies more than five years after the start; what began on a leap day has them up to the end of February.
/// [FIN-REP-03]
[[nodiscard]] bool lasts_too_long(Day start, Day end);
/// The end lies in the collection year. [FIN-REP-03]
[[nodiscard]] bool ends_in_year(Day end, const Period& period);
/// What is final ends after the submission. [FIN-REP-03]
[[nodiscard]] bool is_final_in_future(Day end, std::string_view outcome, const Period& period);
/// What continues (70) has ended: in an interim submission it may end within the year, when that is still ahead. 3252
/// [FIN-REP-02]
[[nodiscard]] bool continues_although_ended(Day end, std::string_view outcome, const Period& period);
/// What has not begun (85) should have begun before the submission. [FIN-REP-02]
[[nodiscard]] bool is_late_start(Day start, std::string_view outcome, const Period& period);

/// A completion lies after the collection period. [FIN-REP-07]
[[nodiscard]] bool is_completed_later(Day completed, const Period& period);
/// It lies more than ten years before the collection year. [FIN-REP-07]
[[nodiscard]] bool is_completed_too_early(Day completed, const Period& period);

}  // namespace provost::reporting
