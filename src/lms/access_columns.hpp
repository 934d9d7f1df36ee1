// An access rule over columns: who has access today, of many places at once, by dates and the check alone.
#pragma once

#include <provost/enrolment/enrolment.hpp>
#include <provost/lms/access_rule.hpp>

#include <span>

namespace provost::lms {

/// A day that is not there, in columns of days counted from 1970.
inline constexpr std::int32_t no_day = 1 << 30;

/// What the rule asks of places, one value each.
struct AccessRows {
    std::span<const std::int32_t> first_day;
    std::span<const std::int32_t> last_day;
    std::span<const std::int32_t> today;  ///< in the zone of each course
    std::span<const enrolment::State> state;
    std::span<const std::uint8_t> commenced;  ///< 1: as the check says
};

/// A rule, compiled: the same windows as window_of, for days between the years 1 and 9000. Of places that are neither
/// registered nor in progress it says no: how they end is desired_access's. [WIS-ER-04]
class AccessColumns {
public:
    explicit AccessColumns(const AccessRule& rule) : rule_(rule) {}
    /// 1 where access is on. All columns have the length of `on`.
    void judge(const AccessRows& rows, std::span<std::uint8_t> on) const;

private:
    AccessRule rule_;
};

}  // namespace provost::lms
