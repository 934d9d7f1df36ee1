// The moments of a course in their order, for the check of all ways: which comes before which, not when.
#pragma once

#include "learning/logic.hpp"

namespace provost::learning {

/// The dates of a course, of which some are fixed and some are counted from what only happens later.
///
/// The abstraction: moments of which it is certain which comes first stand in one line, in their order; lines pass
/// independently of each other. That loses nothing that can happen, and of moments counted from different things it
/// also tries orders that a particular participant may not meet.
class Calendar {
public:
    struct Moment {
        std::int64_t earliest = 0, latest = 0;  // milliseconds after what it is counted from
        catalogue::Anchor counted_from{};
        int waits_for = -1;  // the component that must be processed first; -2: there is none
        std::optional<Instant> at;
        int component = -1;  // whose moment it is, first
        bool closes = false;
    };
    /// Where a moment stands. No line: there is no such moment, and it has always passed.
    struct Place {
        int line = -1;
        int index = 0;
    };
    struct Window {
        Place opens, closes;
    };
    struct Course {
        const std::vector<catalogue::Component>& components;
        const std::vector<catalogue::Rule>& rules;
        std::optional<Instant> starts_at, ends_at;
    };

    explicit Calendar(const Course& course);

    [[nodiscard]] const std::vector<std::vector<Moment>>& lines() const { return lines_; }
    [[nodiscard]] const Window& of(int component) const { return windows_[static_cast<std::size_t>(component)]; }
    [[nodiscard]] Place of(Instant not_before) const;
    [[nodiscard]] const Moment& at(Place place) const {
        return lines_[static_cast<std::size_t>(place.line)][static_cast<std::size_t>(place.index)];
    }
    /// How many moments of each line have passed when a participant begins at the start of the course.
    [[nodiscard]] const std::vector<std::uint16_t>& beginning() const { return beginning_; }
    /// Whether some component closes, so that time passing can take something away.
    [[nodiscard]] bool something_closes() const { return something_closes_; }

private:
    [[nodiscard]] std::optional<Moment> moment_of(const Course& course, const catalogue::Bound& bound) const;
    void add(const Moment& moment);
    [[nodiscard]] Place find(const Moment& moment) const;

    std::vector<std::vector<Moment>> lines_;
    std::vector<Window> windows_;
    std::vector<std::uint16_t> beginning_;
    bool something_closes_ = false;
};

}  // namespace provost::learning
