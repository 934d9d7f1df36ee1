// What one place of a learner gives in a course of an LMS, at any moment.
#pragma once

#include "lms/window.hpp"

#include <functional>

namespace provost::lms {

/// A place as access sees it: all that depends on time is worked out once, and then asked moment by moment.
class PlaceInTime {
public:
    PlaceInTime(const LinkedPlace& place, const AccessQuestion& question);

    /// What it gives at a moment, whatever other places of the learner say.
    [[nodiscard]] PlaceAccess at(Instant moment) const;
    /// Adds the moments at which that may change.
    void add_edges(std::vector<Instant>& edges) const;
    /// Whether it was stopped when the learner was finalised. [FIN-ACC-01]
    [[nodiscard]] bool is_stopped() const { return takes_part_ && linked_.place->access_stopped; }
    /// Whether such a stop of this place holds for the other one: for all but those that were taken up later.
    [[nodiscard]] bool stops(const PlaceInTime& other) const;
    /// What it is when nothing is given.
    [[nodiscard]] PlaceAccess without(Cause cause) const;
    [[nodiscard]] const LinkedPlace& linked() const { return linked_; }

private:
    [[nodiscard]] PlaceAccess given(bool on, Cause cause) const;
    [[nodiscard]] PlaceAccess by_place(Instant moment) const;
    [[nodiscard]] PlaceAccess by_hand(Instant moment) const;
    [[nodiscard]] PlaceAccess by_rule(Instant moment) const;
    [[nodiscard]] PlaceAccess by_method(Instant moment) const;
    [[nodiscard]] const AccessOverride* override_at(Instant moment) const;
    [[nodiscard]] bool pauses(Instant moment) const;
    [[nodiscard]] bool has_commenced() const;
    void find_hold(const Zone& zone);
    void find_window(const Zone& zone);
    void end_by_status(const EnrolmentDates& dates, const Zone& zone);

    const LinkedPlace& linked_;
    const AccessQuestion& question_;
    results::AccessMethod method_ = results::AccessMethod::by_place;
    bool takes_part_ = false;
    std::optional<Instant> over_at_;  // a final status ends access then
    std::optional<Window> held_;
    std::optional<Window> window_;
};

}  // namespace provost::lms
