// What the projection asks of a program enrolment's status. The status itself is never exported. FIN-ORD-10
#pragma once

#include <string_view>

namespace provost::reporting {

/// The learner left before the end: withdrawn, cancelled with or without penalty, attended in part. FIN-WDR-07
[[nodiscard]] constexpr bool has_left(std::string_view status) {
    return status == "Withdrawn" || status == "Cancelled (no penalty)" || status == "Cancelled (penalty)" ||
           status == "Partial Attendance";
}

[[nodiscard]] constexpr bool is_deferred(std::string_view status) { return status == "Deferred"; }

/// A program that replaces it goes on in its place.
[[nodiscard]] constexpr bool is_transitioned(std::string_view status) { return status == "Transitioned"; }

}  // namespace provost::reporting
