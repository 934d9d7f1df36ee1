// The check of a course's learning logic: everything that participants may do, and what can go wrong. [IMC-LL-24,
// IMC-LL-25]
#pragma once

#include "learning/ways.hpp"

namespace provost::learning {

struct CheckOptions {
    std::size_t states = 100'000;   // the search stops there
    std::size_t shortest = 20'000;  // and so does the one for the shortest ways
};

struct Checked {
    std::vector<LogicFinding> findings;  // by kind of finding, of one kind in the order of components and rules
    LogicSummary summary;                // but for the name of the course
};

/// Tries every way through the course. Pure, and the same for the same course.
[[nodiscard]] Checked check(const CourseLogic& course, const CheckOptions& options);

}  // namespace provost::learning
