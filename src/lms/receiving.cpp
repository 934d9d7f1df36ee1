// A result of an LMS, step by step: is it known, is anything taken there, whose is it, when was it, and what for.
#include "lms/receiving.hpp"

#include "base/code_table.hpp"

namespace provost::lms {

namespace {

using learning::TryStatus;
using results::Completion;
using results::LmsLink;

constexpr std::int64_t hundred = 100;
constexpr std::int64_t most_points = 1'000'000'000;  // whole ones: a hundred times as many millionths can be counted

Completion completion_of(const ObservedResult& told) {
    if (told.withdrawn) return Completion::incomplete;
    if (told.passed) return *told.passed ? Completion::passed : Completion::failed;
    if (told.completed) return *told.completed ? Completion::completed : Completion::incomplete;
    const bool says_grade = told.score || !told.grade.empty();
    return says_grade ? Completion::completed : Completion::incomplete;
}

TryStatus status_of(const ObservedResult& told) {
    if (told.passed) return *told.passed ? TryStatus::passed : TryStatus::failed;
    if (told.completed.value_or(false)) return TryStatus::completed;
    return told.score ? TryStatus::scored : TryStatus::open;
}

bool says_final_grade(const ObservedResult& told) {
    return told.item.empty() && !told.withdrawn && (told.score || !told.grade.empty() || told.passed);
}

// WIS-AG-16: an event that was told before does nothing again, but what is open may go on.
bool was_settled(const LmsResult& known, const ObservedResult& told) {
    switch (known.state) {
        case ResultState::waiting:
        case ResultState::refused: return false;
        case ResultState::held: return known.code != "result.items-missing"_code || !told.all_items_graded;
        default: return true;
    }
}

// The points as text, where nobody says how many there are: a rule of ranges reads it as a number.
std::string grade_text(const ObservedResult& told) {
    if (!told.grade.empty()) return told.grade;
    return told.score && !percent_of(told) ? to_text(*told.score) : std::string();
}

results::ReceiveGrade grade_of(const ObservedResult& told, const Arrival& arrival, Instant at) {
    results::ReceiveGrade request;
    request.head.effective = at;
    request.learner = Ref<people::Learner>(arrival.learner->id);
    request.connection = arrival.connection->key;
    request.lms_course = told.course;
    request.item = told.item;
    request.completion = completion_of(told);
    request.system = label_of(*arrival.connection);  // PPR-RES-02
    request.run = arrival.run;
    if (told.withdrawn) {
        request.hold_for = results::HoldFor::withdrawn;
        return request;
    }
    request.grade_percent = percent_of(told);
    if (!request.grade_percent) request.grade = grade_text(told);
    if (is_in_gap(*arrival.connection, at)) request.hold_for = results::HoldFor::gap;  // WIS-MIG-08
    return request;
}

learning::ReceiveResult component_of(const ObservedResult& told, const Arrival& arrival, const LmsLink& link,
                                     Instant at) {
    learning::ReceiveResult request;
    request.head.effective = at;
    request.course = Ref<catalogue::Course>(link.course);
    request.learner = Ref<people::Learner>(arrival.learner->id);
    request.component = link.component;
    request.status = status_of(told);
    request.percent = percent_of(told);
    request.attempt = told.attempt;
    return request;
}

Receiving settled(Receiving made, ResultState state, Code code) {
    made.state = state;
    made.code = code;
    return made;
}

// What is for components of courses; a person looks at those that no rule takes back.
bool for_components(const ObservedResult& told, const Arrival& arrival, Receiving& made) {
    if (told.item.empty()) return false;
    for (const LmsLink* link : arrival.links) {
        if (link->off || link->component.empty() || link->item != told.item) continue;
        made.components.push_back(component_of(told, arrival, *link, made.at));
    }
    if (made.components.empty()) return false;
    const bool in_gap = is_in_gap(*arrival.connection, made.at);
    if (!told.withdrawn && !in_gap) return true;
    made.components.clear();
    made = settled(made, ResultState::held, told.withdrawn ? "result.withdrawn"_code : "result.in-gap"_code);
    return true;
}

// WIS-LNK-01: an item may be a component of one course and stand for another one.
bool stands_for_a_course(const ObservedResult& told, const Arrival& arrival, const Receiving& made) {
    return !made.settled() && std::ranges::any_of(arrival.links, [&](const LmsLink* link) {
        return !link->off && link->component.empty() && link->item == told.item;
    });
}

}  // namespace

std::optional<Decimal> percent_of(const ObservedResult& told) {
    if (!told.score || !told.most || told.most->millionths <= 0) return std::nullopt;
    const auto limit = Decimal::of(most_points);
    if (*told.score > limit || *told.score < Decimal::of(-most_points) || *told.most > limit) return std::nullopt;
    const auto most = told.most->millionths;
    const auto above = told.score->millionths * hundred;
    const auto whole = above / most;
    if (whole > most_points || whole < -most_points) return Decimal::of(whole > 0 ? most_points : -most_points);
    // Cut after six places, never rounded up: whoever has not reached a bound does not reach it by that.
    const auto thousandths = above % most * 1'000;
    return Decimal{whole * 1'000'000 + thousandths / most * 1'000 + thousandths % most * 1'000 / most};
}

const std::string& label_of(const Connection& connection) {
    return connection.label.empty() ? connection.key : connection.label;
}

bool is_in_gap(const Connection& connection, Instant at) {
    if (!connection.gap_from || at < *connection.gap_from) return false;
    return !connection.gap_until || at < *connection.gap_until;
}

Code why_nothing_is_taken(const Connection& connection, std::span<const LmsLink* const> links) {
    if (!connection.auto_grade) return "connection.no-grades"_code;  // WIS-MIG-02
    if (links.empty()) return "lms-link.unknown"_code;
    const bool all_off = std::ranges::all_of(links, &LmsLink::off);
    return all_off ? "link.off"_code : Code{};
}

ResultState state_of(const results::ResultEvent& event) {
    using results::Disposition;
    switch (event.disposition) {
        case Disposition::evidence: return ResultState::evidence;
        case Disposition::applied: return ResultState::taken;
        case Disposition::review: return ResultState::held;
        case Disposition::conflict: return ResultState::conflict;
        default: return ResultState::kept;
    }
}

Receiving receiving(const ObservedResult& told, const Arrival& arrival) {
    Receiving made;
    // A clock that is ahead, or none at all: nothing comes about later than it is told.
    made.at = std::min(told.at.value_or(arrival.now), arrival.now);
    made.clamped = told.at && *told.at > arrival.now;
    if (const Code why = why_nothing_is_taken(*arrival.connection, arrival.links)) {
        return settled(made, ResultState::ignored, why);
    }
    if (arrival.known != nullptr && was_settled(*arrival.known, told)) {
        return settled(made, ResultState::unchanged, arrival.known->code);
    }
    if (arrival.known != nullptr && arrival.known->at) made.at = *arrival.known->at;
    if (arrival.learner == nullptr) return settled(made, ResultState::waiting, "learner.unknown"_code);
    if (for_components(told, arrival, made) && !stands_for_a_course(told, arrival, made)) return made;
    // WIS-AG-11
    if (says_final_grade(told) && !told.all_items_graded) {
        return settled(made, ResultState::held, "result.items-missing"_code);
    }
    const auto percent = percent_of(told);
    const bool is_outside = percent && (*percent < Decimal::of(0) || *percent > Decimal::of(hundred));
    if (is_outside && !told.withdrawn) return settled(made, ResultState::held, "grade.out-of-range"_code);
    made.grade = grade_of(told, arrival, made.at);
    return made;
}

}  // namespace provost::lms
