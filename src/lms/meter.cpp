// The meter of active e-learning learners.
#include "lms/meter.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace provost::lms {

namespace {

class Counting {
public:
    explicit Counting(std::span<const Instant> bounds) : bounds_(bounds) { made_.counts.resize(bounds.size() - 1); }

    // WIS-AL-03: all months that begin up to a moment; who has access then goes on.
    void pass_to(Instant moment) {
        for (; month_ + 1 < bounds_.size() && bounds_[month_] <= moment; ++month_) {
            if (on_.empty()) continue;
            made_.counts[month_] = true;
            made_.lines.push_back({MeterEvent::continuing, bounds_[month_]});
        }
    }

    // WIS-AL-01, WIS-AL-02: on is on, however soon it was off again. WIS-AL-04: who is never on does not count.
    void take(const AccessChange& change) {
        const bool was_on = !on_.empty();
        const std::pair<std::string_view, std::string_view> key{change.connection, change.course};
        change.enabled ? (void)on_.insert(key) : (void)on_.erase(key);
        const bool is_on = !on_.empty();
        if (was_on == is_on || month_ == 0 || *change.at >= bounds_.back()) return;
        if (is_on) made_.counts[month_ - 1] = true;
        made_.lines.push_back({is_on ? MeterEvent::activated : MeterEvent::deactivated, *change.at});
    }

    [[nodiscard]] Metered finish() {
        pass_to(bounds_.back());
        return std::move(made_);
    }

private:
    std::span<const Instant> bounds_;
    std::set<std::pair<std::string_view, std::string_view>> on_;
    std::size_t month_ = 0;  // how many have begun
    Metered made_;
};

}  // namespace

std::vector<AccessChange> whole_story(std::vector<AccessChange> changes, std::span<const SwitchedOn> by_hand) {
    std::vector<AccessChange> all;
    for (const SwitchedOn& each : by_hand) {
        AccessChange on;
        on.connection = each.connection;
        on.course = each.course;
        on.is_test = each.is_test;
        on.at = each.at;
        on.enabled = true;
        all.push_back(std::move(on));
    }
    std::ranges::move(changes, std::back_inserter(all));
    std::ranges::stable_sort(all, {}, &AccessChange::at);  // what a hand did comes before what a run saw of it
    std::vector<AccessChange> story;
    std::set<std::pair<std::string, std::string>> on;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::pair key{all[i].connection, all[i].course};
        const bool by_run = static_cast<bool>(all[i].id);
        if (by_run) all[i].enabled ? (void)on.insert(key) : (void)on.erase(key);
        if (!by_run && on.contains(key)) continue;
        story.push_back(all[i]);
        if (by_run) continue;
        const auto same = [&](const AccessChange& later) {
            return later.connection == key.first && later.course == key.second;
        };
        const auto next = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), same);
        if (next != all.end() && next->id && next->enabled) continue;
        story.push_back(all[i]);
        story.back().enabled = false;
    }
    return story;
}

Metered meter(std::span<const AccessChange> changes, std::span<const Instant> bounds) {
    Counting counting(bounds);
    for (const AccessChange& change : changes) {
        // Off at the first moment of a month is off in that month, and on is on.
        counting.pass_to(change.enabled ? *change.at : *change.at - std::chrono::milliseconds{1});
        counting.take(change);
    }
    return counting.finish();
}

}  // namespace provost::lms
