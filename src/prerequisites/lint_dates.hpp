// What can not be had in time: the dates of courses against those of the courses that they ask for.
#pragma once

#include "prerequisites/causes.hpp"

namespace provost::prerequisites {

/// That the prerequisites of a course can be met only when it has begun, or not before it is `over`.
struct Late {
    bool over = false;
    Chain chain;  // the shortest to something that ends, or begins, too late
};

class Timetable {
public:
    /// Of a network with dates.
    explicit Timetable(Network network) : network_(std::move(network)), openings_(network_) {}

    /// Nothing when somebody can be in time. Not for courses that nobody can enter whatever the dates.
    [[nodiscard]] std::optional<Late> late(std::int64_t course) const;

private:
    [[nodiscard]] Chain chain(std::int64_t course, Instant by) const;

    Network network_;
    Openings openings_;
};

}  // namespace provost::prerequisites
