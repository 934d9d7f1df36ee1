// Whether a course may be edited, and whether it has started: the questions of everything that changes a course, its
// components or its rules.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/describe/compare.hpp>

namespace provost::catalogue {

/// Refuses, and answers false, when the course is archived, or locked by a signature: nothing unlocks it.
/// [IMC-SIG-04, IMC-SIG-05, IMC-SIG-12]
[[nodiscard]] inline bool may_edit(const Course& course, Decision& decision) {
    if (course.life != CourseLife::active) {
        decision.refuse("course.archived"_code);
    } else if (course.locked_at) {
        decision.refuse("course.signed"_code);
    }
    return !decision.refused();
}

/// The same of its content, which a closed course keeps as well. [IMC-CSV-13]
[[nodiscard]] inline bool may_edit_content(const Course& course, Decision& decision) {
    if (!may_edit(course, decision)) return false;
    const bool closed = course.planning_status() == PlanningStatus::closed;
    if (closed) decision.refuse("course.closed"_code);
    return !closed;
}

/// Whether a record is as it was before. What changes nothing is no edit: it may be told again of a course that is
/// closed or signed. [IMC-CSV-28]
template <class T>
[[nodiscard]] bool is_as_it_was(const T* before, const T& now) {
    return before != nullptr && same_content(type_of<T>(), before, &now);
}
template <class T>
[[nodiscard]] bool is_as_it_was(const One<T>& before, const T& now) {
    return is_as_it_was(before.operator->(), now);
}

/// A start at this very moment has passed; a duration of use begins with its first participant, as its seats say.
/// [IMC-CHT-04]
[[nodiscard]] inline bool has_started(const Course& course, bool by_seats, Instant now) {
    return course.has_dates() ? *course.starts_at <= now : by_seats;
}

}  // namespace provost::catalogue
