// Whether anybody can ever come into a course: a course is bookable when its prerequisites can be met by courses that
// are bookable. The test is this, and not merely whether a circle exists. [IMC-PRE-25]
#pragma once

#include <provost/catalogue/course_set.hpp>

#include <unordered_map>

namespace provost::prerequisites {

/// Courses, templates, groups of courses and learning paths by their ids, as far as they are known.
struct Network {
    struct Place {
        std::string name;
        const catalogue::Prerequisites* rule = nullptr;  // of a course, or of new courses of a template
        std::vector<std::int64_t> courses{};             // of a template, a group or a path
        bool whole = false;                              // a path: all of them are wanted
        bool given = false;                              // can be had otherwise: its subject may be recognised
        bool closed = false;                             // nobody can book it any more
    };
    std::unordered_map<std::int64_t, Place> places;
};

/// The ids of the places that can be had.
[[nodiscard]] std::vector<std::int64_t> obtainable(const Network& network);

/// The shortest way from a place that can not be had, over such places, back to it; empty when there is none.
[[nodiscard]] std::vector<std::int64_t> shortest_circle(const Network& network, std::int64_t from,
                                                        const std::vector<std::int64_t>& obtainable);

}  // namespace provost::prerequisites
