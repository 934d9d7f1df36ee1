// Civil dates all the way: days are counted on the calendar, and only an edge that is found becomes a moment, in the
// zone of the course (rules of include/provost/base/time.hpp for clock changes). WIS-ER-04
#include "lms/window.hpp"

#include <provost/catalogue/duration.hpp>

namespace provost::lms {

namespace {

constexpr Day earliest_day{std::chrono::year{1} / std::chrono::January / 2};

Day last_day_before(Instant end, const Zone& zone) { return provost::day_of(end - std::chrono::milliseconds{1}, zone); }

// IMC-CT-06: a duration of use has an end once the participant has begun.
std::optional<Day> last_day_of_use(const LinkedPlace& place) {
    const auto duration = catalogue::parse_duration(place.course->settings.duration);
    if (!place.place->started_on || !duration) return std::nullopt;
    return catalogue::add(*place.place->started_on, *duration) - std::chrono::days{1};
}

// WIS-ER-05: its own start, else that of the course, else the day of the enrolment.
std::optional<Day> start_of_enrolment(const LinkedPlace& place, const Zone& zone) {
    const enrolment::Enrolment& own = *place.place;
    if (own.started_on) return own.started_on;
    if (own.planned_start_at) return provost::day_of(*own.planned_start_at, zone);
    if (place.activity != nullptr && place.activity->start_on) return place.activity->start_on;
    if (place.course->starts_at) return provost::day_of(*place.course->starts_at, zone);
    return own.enrolled_on;
}

std::optional<Day> planned_end(const LinkedPlace& place, const Zone& zone) {
    if (place.place->planned_end_at) return last_day_before(*place.place->planned_end_at, zone);
    if (place.course->ends_at) return last_day_before(*place.course->ends_at, zone);
    return last_day_of_use(place);
}

// WIS-ER-05: its own end, else that of the course, else the end of its use.
std::optional<Day> end_of_enrolment(const LinkedPlace& place, const Zone& zone) {
    const enrolment::Enrolment& own = *place.place;
    if (own.ended_on) return own.ended_on;
    const bool by_unit = !own.planned_end_at && place.activity != nullptr && place.activity->end_on;
    return by_unit ? place.activity->end_on : planned_end(place, zone);
}

Day shifted(Day day, std::int64_t amount, Unit unit) {
    const auto count = static_cast<int>(amount);
    if (unit == Unit::months) return add_months(day, count);
    return day + std::chrono::days{unit == Unit::weeks ? count * 7 : count};
}

}  // namespace

EnrolmentDates dates_of(const LinkedPlace& place, const Zone& zone) {
    return {start_of_enrolment(place, zone), end_of_enrolment(place, zone), planned_end(place, zone)};
}

std::optional<Day> day_of(const Edge& edge, const EnrolmentDates& dates) {
    const auto& anchor = edge.anchor == Anchor::enrolment_start ? dates.start : dates.end;
    if (!anchor || edge.direction == Direction::on) return anchor;
    const Day day = shifted(*anchor, edge.direction == Direction::before ? -edge.amount : edge.amount, edge.unit);
    return std::clamp(day, earliest_day, latest_day - std::chrono::days{2});
}

Instant end_of(Day day, const Zone& zone) { return start_of(day + std::chrono::days{1}, zone); }

std::optional<Window> window_of(const AccessRule& rule, const EnrolmentDates& dates, const Zone& zone) {
    const auto first = day_of(rule.start, dates);
    if (!first) return std::nullopt;  // WIS-ER-05: no start, never enabled
    const auto last = day_of(rule.end, dates);
    return Window{start_of(*first, zone), last ? std::optional(end_of(*last, zone)) : std::nullopt};
}

}  // namespace provost::lms
