// A course is too late when what it asks for comes after its start. Whoever enters a course later completes it with the
// others, so a late course makes no other one late; one that is over before anybody can enter is never completed.
#include "prerequisites/lint_dates.hpp"

namespace provost::prerequisites {

namespace {

constexpr std::chrono::milliseconds moment{1};

}  // namespace

std::optional<Late> Timetable::late(std::int64_t course) const {
    const Network::Place& place = *network_.at(course);
    const Instant entered = openings_.entered(course);
    if (entered == never) return Late{true, chain(course, place.ends_at.value_or(never) - moment)};
    if (!place.starts_at || entered <= *place.starts_at) return std::nullopt;
    return Late{false, chain(course, *place.starts_at)};
}

// Breadth first over what is not to be had by then, to what is late by its own dates or was over before anybody could
// enter.
Chain Timetable::chain(std::int64_t course, Instant by) const {
    struct Reached {
        Step step;
        std::size_t from;  // position of the one before; its own of the first
    };
    std::vector<Reached> reached{{{course}, 0}};
    std::unordered_map<std::int64_t, std::uint8_t> seen;  // minimums by place, a bit for each
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const Step step = reached[i].step;
        const auto next =
            i == 0 ? obstacles_to_entry(network_, openings_, course, by) : obstacles(network_, openings_, step, by);
        const bool late = i > 0 && not_before(*network_.at(step.place), step.minimum) > by;
        if (late || next.empty()) {
            Chain found;
            for (std::size_t at = i; at != 0; at = reached[at].from) found.places.push_back(reached[at].step.place);
            found.places.push_back(course);
            std::ranges::reverse(found.places);
            cut_long(found);
            return found;
        }
        for (const Step to : next) {
            const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(to.minimum));
            if (to.place == course || (seen[to.place] & bit) != 0) continue;
            seen[to.place] = static_cast<std::uint8_t>(seen[to.place] | bit);
            reached.push_back({to, i});
        }
    }
    return {{course}};
}

}  // namespace provost::prerequisites
