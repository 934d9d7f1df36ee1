// Which moment of a course comes before which.
#include "learning/calendar.hpp"

#include "learning/compile.hpp"

#include <charconv>

namespace provost::learning {

namespace {

using catalogue::Anchor;

constexpr std::int64_t hour = 3'600'000, day = 24 * hour;

// Days, weeks and months keep the local time, so that a change of the clocks makes a day an hour longer or shorter;
// months have 28 to 31 days.
void take_offset(std::string_view offset, Calendar::Moment& moment) {
    if (offset.empty()) return;
    std::int64_t count = 0;
    std::from_chars(offset.data(), offset.data() + offset.size(), count);
    const char unit = offset.back();
    const std::int64_t size = unit == 'H' ? hour : unit == 'D' ? day : unit == 'W' ? 7 * day : 28 * day;
    const std::int64_t largest = unit == 'M' ? 31 * day : size;
    const std::int64_t slack = unit == 'H' || count == 0 ? 0 : hour;
    moment.earliest += std::min(count * size, count * largest) - slack;
    moment.latest += std::max(count * size, count * largest) + slack;
}

bool is_same_line(const Calendar::Moment& a, const Calendar::Moment& b) {
    return a.counted_from == b.counted_from && a.waits_for == b.waits_for;
}
bool is_same(const Calendar::Moment& a, const Calendar::Moment& b) {
    return is_same_line(a, b) && a.earliest == b.earliest && a.latest == b.latest;
}
bool comes_first(const Calendar::Moment& a, const Calendar::Moment& b) { return a.latest < b.earliest; }

Calendar::Moment fixed(Instant at) {
    Calendar::Moment moment;
    moment.counted_from = Anchor::fixed;
    moment.earliest = moment.latest = at.time_since_epoch().count();
    moment.at = at;
    return moment;
}

}  // namespace

std::optional<Calendar::Moment> Calendar::moment_of(const Course& course, const catalogue::Bound& bound) const {
    if (bound.counted_from == Anchor::none) return std::nullopt;
    if (bound.counted_from == Anchor::fixed) return bound.at ? std::optional<Moment>(fixed(*bound.at)) : std::nullopt;
    const bool from_start = bound.counted_from == Anchor::course_start && course.starts_at;
    const bool from_end = bound.counted_from == Anchor::course_end && course.ends_at;
    Moment moment;
    if (from_start || from_end)
        moment = fixed(from_start ? *course.starts_at : *course.ends_at);
    else
        moment.counted_from = bound.counted_from;
    take_offset(bound.offset, moment);
    if (moment.earliest != moment.latest || (!from_start && !from_end)) moment.at.reset();
    if (moment.at) moment.at = Instant{std::chrono::milliseconds{moment.earliest}};
    if (bound.counted_from == Anchor::component_processed) {
        const int waits_for = Positions(course.components).of(bound.component);
        moment.waits_for = waits_for < 0 ? -2 : waits_for;
    }
    return moment;
}

// Into the first line in which its place is certain.
void Calendar::add(const Moment& moment) {
    if (find(moment).line >= 0) return;
    for (auto& line : lines_) {
        const bool is_certain = std::ranges::all_of(line, [&](const Moment& each) {
            return is_same_line(each, moment) && (comes_first(each, moment) || comes_first(moment, each));
        });
        if (!is_certain) continue;
        const auto next = std::ranges::find_if(line, [&](const Moment& each) { return comes_first(moment, each); });
        line.insert(next, moment);
        return;
    }
    lines_.push_back({moment});
}

Calendar::Place Calendar::find(const Moment& moment) const {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        const auto found =
            std::ranges::find_if(lines_[line], [&](const Moment& each) { return is_same(each, moment); });
        if (found == lines_[line].end()) continue;
        return {static_cast<int>(line), static_cast<int>(found - lines_[line].begin())};
    }
    return {};
}

Calendar::Place Calendar::of(Instant not_before) const { return find(fixed(not_before)); }

Calendar::Calendar(const Course& course) {
    for (const catalogue::Rule& rule : course.rules) {
        if (!rule.not_before) continue;
        Moment moment = fixed(*rule.not_before);
        moment.component = Positions(course.components).of(rule.component);
        add(moment);
    }
    const auto each_bound = [&](auto visit) {
        for (std::size_t i = 0; i < course.components.size(); ++i) {
            for (const bool closes : {false, true}) {
                const auto& component = course.components[i];
                auto moment = moment_of(course, closes ? component.closes : component.opens);
                if (!moment) continue;
                moment->component = static_cast<int>(i);
                moment->closes = closes;
                visit(*moment);
            }
        }
    };
    each_bound([&](const Moment& moment) { add(moment); });
    windows_.resize(course.components.size());
    each_bound([&](const Moment& moment) {
        Window& window = windows_[static_cast<std::size_t>(moment.component)];
        (moment.closes ? window.closes : window.opens) = find(moment);
        if (!moment.closes) return;
        something_closes_ = true;
        Moment& kept =
            lines_[static_cast<std::size_t>(window.closes.line)][static_cast<std::size_t>(window.closes.index)];
        if (!kept.closes) kept.component = moment.component;
        kept.closes = true;
    });
    for (const auto& line : lines_) {
        beginning_.push_back(static_cast<std::uint16_t>(std::ranges::count_if(line, [&](const Moment& each) {
            return each.counted_from == Anchor::fixed && course.starts_at &&
                   each.latest <= course.starts_at->time_since_epoch().count();
        })));
    }
}

}  // namespace provost::learning
