// A request that names one of two: a course, say, or a template.
#pragma once

#include "plan/decision.hpp"

namespace provost {

/// Whether exactly one of both is there: refuses otherwise, and answers false.
[[nodiscard]] inline bool is_either(std::pair<std::string_view, bool> one, std::pair<std::string_view, bool> other,
                                    Decision& decision) {
    if (one.second != other.second) return true;
    const Code why = one.second ? "field.either"_code : "field.missing"_code;
    decision.refuse(why, {{"field", std::string(one.first)}, {"other", std::string(other.first)}});
    return false;
}

/// The same of the course and the template that facts hold.
template <class Facts>
[[nodiscard]] bool is_of_course_or_template(const Facts& facts, Decision& decision) {
    return is_either({"course", static_cast<bool>(facts.course)},
                     {"course_template", static_cast<bool>(facts.course_template)}, decision);
}

}  // namespace provost
