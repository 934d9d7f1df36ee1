// Schedules of components.
#include "learning/windows.hpp"

#include <provost/catalogue/duration.hpp>

#include <charconv>

namespace provost::learning {

namespace {

using catalogue::Anchor;

std::optional<Instant> anchor(const catalogue::Bound& bound, const Anchors& anchors,
                              std::optional<Instant> processed_at) {
    switch (bound.counted_from) {
        case Anchor::none: break;
        case Anchor::fixed: return bound.at;
        case Anchor::course_start: return anchors.course_start;
        case Anchor::course_end: return anchors.course_end;
        case Anchor::participant_start: return anchors.started_at;
        case Anchor::enrolment: return anchors.enrolled_at;
        case Anchor::component_processed: return processed_at;
    }
    return std::nullopt;
}

}  // namespace

Instant shifted(Instant moment, std::string_view offset, const Zone& zone) {
    if (offset.empty()) return moment;
    int count = 0;
    std::from_chars(offset.data(), offset.data() + offset.size(), count);
    if (offset.back() == 'H') return moment + std::chrono::hours{count};
    const LocalTime local{moment.time_since_epoch() + zone.offset_at(moment)};
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    Day day{midnight.time_since_epoch()};
    switch (offset.back()) {
        case 'D': day += std::chrono::days{count}; break;
        case 'W': day += std::chrono::weeks{count}; break;
        default: day = add_months(day, count);
    }
    return instant_of(LocalTime{day.time_since_epoch()} + (local - midnight), zone);
}

Anchors anchors_of(const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at,
                   std::optional<Instant> started_at) {
    Anchors anchors{zone, course.starts_at, course.ends_at, enrolled_at, started_at};
    if (course.has_dates()) return anchors;
    anchors.course_start = started_at;
    const auto duration = catalogue::parse_duration(course.settings.duration);
    if (started_at && duration) {
        anchors.course_end = start_of(catalogue::add(day_of(*started_at, zone), *duration), zone);
    }
    return anchors;
}

Moment moment_of(const catalogue::Bound& bound, const Anchors& anchors, std::optional<Instant> processed_at) {
    if (bound.counted_from == Anchor::none) return {};
    const auto from = anchor(bound, anchors, processed_at);
    if (!from) return {{}, true};
    return {shifted(*from, bound.offset, anchors.zone), false};
}

}  // namespace provost::learning
