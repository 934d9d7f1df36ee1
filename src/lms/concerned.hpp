// How many e-learning enrolments a change of rules or links concerns.
#pragma once

#include "plan/decision.hpp"

#include <provost/results/links.hpp>

namespace provost::lms {

/// The e-learning enrolments of a link: those that were added; of a link that needs no adding the places of its course
/// that are neither concluded nor cancelled. Nothing: not known yet.
[[nodiscard]] std::optional<std::int64_t> count_of(const results::LmsLink& link, const Context& context);

/// Marks everybody due in the courses that are linked by a rule, with a line of the report for each link, and answers
/// how many e-learning enrolments that are. Nothing: not known yet.
[[nodiscard]] std::optional<std::int64_t> mark_linked(const std::string& rule, Code what, Context& context,
                                                      Decision& decision);

/// A line of the report: how many e-learning enrolments of a link, and what becomes of them.
[[nodiscard]] ReportLine line_of(const results::LmsLink& link, Code what, std::int64_t count);

}  // namespace provost::lms
