// What can be had at all, and from when on: the least fixed point over a network of courses.
#pragma once

#include "prerequisites/network.hpp"

namespace provost::prerequisites {

/// Worked out once, along the links of the network: each is followed once. [IMC-PRE-25]
class Openings {
public:
    explicit Openings(const Network& network);

    /// The first moment at which somebody can have come so far. What is not known can be had always.
    [[nodiscard]] Instant at(Step step) const;
    [[nodiscard]] bool had(std::int64_t place) const { return at({place}) != never; }
    /// When the prerequisites of a course, or of new courses of a template, can be met first. Never when it is closed,
    /// or over by then.
    [[nodiscard]] Instant entered(std::int64_t place) const;

private:
    const Network& network_;
    std::unordered_map<std::int64_t, Instant> entered_;
    std::unordered_map<std::int64_t, Instant> lists_;  // by list and minimum
};

/// What stands in the way at a step: that of its own courses, of a course's or template's prerequisites, which is to be
/// had only after a moment. In the order in which it is named.
[[nodiscard]] std::vector<Step> obstacles(const Network& network, const Openings& openings, Step step, Instant by);
/// The same of the prerequisites of a course or a template alone.
[[nodiscard]] std::vector<Step> obstacles_to_entry(const Network& network, const Openings& openings, std::int64_t place,
                                                   Instant by);

}  // namespace provost::prerequisites
