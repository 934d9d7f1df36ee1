// Whether a course may be edited: the one question of everything that changes a course, its components or its rules.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/course.hpp>

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

}  // namespace provost::catalogue
