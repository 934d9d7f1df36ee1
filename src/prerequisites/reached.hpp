// How far somebody has come, and from which day on: the rules that judging records (prerequisites/leaves.cpp) and
// judging columns (prerequisites/history.cpp, prerequisites/bulk.cpp) share.
#pragma once

#include <provost/catalogue/prerequisites.hpp>
#include <provost/condition/reason.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/prerequisites/history.hpp>

#include <algorithm>
#include <limits>

namespace provost::prerequisites {

/// How far a place has come; whatever else can be had (an achievement, a membership, a fact) is completed. [IMC-PRE-11]
enum class Reached : std::uint8_t { nothing, enrolled, in_progress, completed };

/// From which day on something has come how far. Days are numbers of any count; of these the least is always, the
/// largest never.
template <class T>
struct Steps {
    static constexpr T always = std::numeric_limits<T>::min();
    static constexpr T never = std::numeric_limits<T>::max();

    T enrolled = never;
    T begun = never;
    T concluded = never;
    T expired = never;

    [[nodiscard]] Reached reached(T day) const {
        if (day >= expired) return Reached::nothing;
        if (day >= concluded) return Reached::completed;
        if (day >= begun) return Reached::in_progress;
        return day >= enrolled ? Reached::enrolled : Reached::nothing;
    }
    /// Whether it ever comes to anything.
    [[nodiscard]] bool counts() const {
        const auto begins = [&](T day) { return day != never && reached(day) != Reached::nothing; };
        return begins(enrolled) || begins(concluded);
    }
};

/// In days from 1970-01-01; what has no day there is `no_day`, which is always.
using DaySteps = Steps<std::int32_t>;
static_assert(no_day == DaySteps::always);

[[nodiscard]] inline std::int32_t day_number(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}
[[nodiscard]] inline std::int32_t day_number(const std::optional<Day>& day) { return day ? day_number(*day) : no_day; }

/// What must have a day to count.
[[nodiscard]] constexpr std::int32_t dated(std::int32_t day) { return day == no_day ? DaySteps::never : day; }
/// The day after a last day.
[[nodiscard]] constexpr std::int32_t after(std::int32_t last) { return last == no_day ? DaySteps::never : last + 1; }

/// Something that is so between two days.
[[nodiscard]] inline DaySteps lasting(std::int32_t from_on, std::int32_t until_on) {
    DaySteps steps;
    steps.concluded = from_on;
    steps.expired = std::max(from_on, after(until_on));
    return steps;
}

/// What is told of a place.
struct PlaceTold {
    enrolment::State state = enrolment::State::none;
    std::int32_t enrolled_on = no_day, started_on = no_day, ended_on = no_day, valid_until = no_day;
};

/// What a place was on which day: what came later is left out there. IMC-PRE-13: a place that is asked for, waiting, on
/// hold or closed is as good as none; IMC-PRE-20: so is a conclusion that no longer counts. A start or an end that
/// nobody recorded has passed.
[[nodiscard]] inline DaySteps steps_of(const PlaceTold& place) {
    using enrolment::State;
    DaySteps steps;
    const bool concluded = enrolment::is_concluded(place.state);
    if (!concluded && place.state != State::registered && place.state != State::in_progress) return steps;
    steps.enrolled = dated(place.enrolled_on);
    if (place.state != State::registered) steps.begun = std::max(steps.enrolled, place.started_on);
    if (!concluded) return steps;
    steps.concluded = place.ended_on;
    steps.expired = place.state == State::failed ? place.ended_on : std::max(place.ended_on, after(place.valid_until));
    return steps;
}

/// IMC-PRE-26: an achievement counts when it is successful and dated.
[[nodiscard]] inline DaySteps steps_of_achievement(bool successful, std::int32_t end_on) {
    DaySteps steps;
    if (successful) steps.concluded = dated(end_on);
    return steps;
}

[[nodiscard]] constexpr Reached least_of(catalogue::Minimum minimum) {
    if (minimum == catalogue::Minimum::completed) return Reached::completed;
    return minimum == catalogue::Minimum::in_progress ? Reached::in_progress : Reached::enrolled;
}

/// Completed is met; what reaches the least without it is partly met. [IMC-PRE-12] Without branches, as what learners
/// have done can not be foreseen.
[[nodiscard]] constexpr Mark as_mark(Reached reached, Reached least) {
    const int enough = reached >= least ? 1 : 0;
    const int completed = reached == Reached::completed ? 1 : 0;
    return static_cast<Mark>(2 * enough + completed);
}

/// The least level of a fact that is enough: of a skill its own, a job profile is assigned (1) or met (2). [IMC-PRE-18]
[[nodiscard]] inline std::int64_t level_of(const catalogue::PrerequisiteNode& node) {
    return node.kind == catalogue::NodeKind::skill ? node.level : node.whole ? 2 : 1;
}

}  // namespace provost::prerequisites
