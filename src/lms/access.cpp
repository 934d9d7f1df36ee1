// Desired access: what all places of a learner give together in one course of an LMS, now and by the clock alone. The
// only place that says it.
#include "lms/groups.hpp"
#include "lms/place_access.hpp"

#include "base/code_table.hpp"

namespace provost::lms {

namespace {

int weight(Access access) { return access == Access::active ? 2 : access == Access::suspended ? 1 : 0; }

// The answer at one moment.
struct Answer {
    Access access = Access::absent;
    Cause cause = Cause::never_entered;
    std::vector<PlaceAccess> places;
    std::size_t decides = 0;
};

bool is_same(const PlaceAccess& a, const PlaceAccess& b) {
    return a.access == b.access && a.cause == b.cause && a.from == b.from && a.until == b.until;
}

bool is_same(const Answer& a, const Answer& b) {
    const bool places =
        std::ranges::equal(a.places, b.places, [](const auto& x, const auto& y) { return is_same(x, y); });
    return a.access == b.access && a.cause == b.cause && places;
}

class Judge {
public:
    explicit Judge(const AccessQuestion& question) : question_(question) {
        for (const LinkedPlace& place : question.places) places_.emplace_back(place, question);
    }

    [[nodiscard]] DesiredAccess answer() const;

private:
    [[nodiscard]] Answer at(Instant moment) const;
    [[nodiscard]] Cause stop_of_learner() const;
    [[nodiscard]] Answer stopped(Cause cause) const;
    [[nodiscard]] bool is_stopped(const PlaceInTime& place) const;
    void decide(Answer& answer) const;
    void find_changes(DesiredAccess& desired, const Answer& now) const;
    void find_groups(DesiredAccess& desired, const Answer& now) const;

    const AccessQuestion& question_;
    std::vector<PlaceInTime> places_;
};

// WIS-ER-11: a learner who is suspended has access nowhere. FIN-ACC-13
Cause Judge::stop_of_learner() const {
    if (question_.learner == nullptr) return Cause::none;
    if (question_.learner->erased_at) return Cause::erased;
    return question_.learner->inactive ? Cause::inactive : Cause::none;
}

Answer Judge::stopped(Cause cause) const {
    Answer answer;
    for (const PlaceInTime& place : places_) answer.places.push_back(place.without(cause));
    answer.access = question_.agreed == Access::absent ? Access::absent : Access::suspended;
    answer.cause = cause;
    return answer;
}

bool Judge::is_stopped(const PlaceInTime& place) const {
    return std::ranges::any_of(places_, [&](const PlaceInTime& other) { return other.stops(place); });
}

// WIS-ER-11, PPR-PRO-07: on if any place says so, but an explicit stop beats all; of two that say the same the later
// one decides.
void Judge::decide(Answer& answer) const {
    bool refused = false;
    for (std::size_t i = 0; i < answer.places.size(); ++i) {
        const PlaceAccess& given = answer.places[i];
        const bool stops = given.cause == Cause::overridden && given.access != Access::active;
        const bool beats = stops || (!refused && weight(given.access) >= weight(answer.access));
        if (!beats) continue;
        refused = refused || stops;
        answer.access = given.access;
        answer.cause = given.cause;
        answer.decides = i;
    }
    // What the LMS has is never forgotten: without a place that gives it, it is there without access.
    const bool lost = answer.access == Access::absent && question_.agreed != Access::absent;
    if (!lost) return;
    answer.access = Access::suspended;
    if (answer.places.empty()) answer.cause = Cause::unlinked;
}

Answer Judge::at(Instant moment) const {
    if (const Cause stop = stop_of_learner(); stop != Cause::none) return stopped(stop);
    Answer answer;
    for (const PlaceInTime& place : places_) {
        PlaceAccess given = place.at(moment);
        if (given.cause != Cause::never_entered && is_stopped(place)) given = place.without(Cause::stopped);
        answer.places.push_back(given);
    }
    decide(answer);
    return answer;
}

// WIS-ER-12: the nearest moment at which the answer is another one, and until when it stays active.
void Judge::find_changes(DesiredAccess& desired, const Answer& now) const {
    std::vector<Instant> edges;
    for (const PlaceInTime& place : places_) place.add_edges(edges);
    std::erase_if(edges, [&](Instant edge) { return edge <= question_.now || !can_be_written(edge); });
    std::ranges::sort(edges);
    bool goes_on = now.access == Access::active;
    for (const Instant edge : edges) {
        const Answer then = at(edge);
        if (!desired.next_change_at && !is_same(now, then)) desired.next_change_at = edge;
        if (goes_on && then.access != Access::active) {
            goes_on = false;
            desired.until = edge;
        }
        if (desired.next_change_at && !goes_on) return;
    }
}

// WIS-EE-09: several places that lead to one course of the LMS are in all their groups there.
void Judge::find_groups(DesiredAccess& desired, const Answer& now) const {
    for (std::size_t i = 0; i < now.places.size(); ++i) {
        if (now.places[i].access != now.access) continue;
        const LinkedPlace& place = places_[i].linked();
        const Zone* zone = question_.zones->find(place.zone.empty() ? question_.connection->zone : place.zone);
        std::string group = group_of(place, zone == nullptr ? Zone{} : *zone);
        if (!group.empty()) desired.groups.push_back(std::move(group));
    }
    std::ranges::sort(desired.groups);
    desired.groups.erase(std::unique(desired.groups.begin(), desired.groups.end()), desired.groups.end());
}

DesiredAccess Judge::answer() const {
    const Answer now = at(question_.now);
    DesiredAccess desired;
    desired.access = now.access;
    desired.cause = now.cause;
    desired.places = now.places;
    if (!now.places.empty()) {
        desired.from = now.places[now.decides].from;
        desired.until = now.places[now.decides].until;
        const auto first = desired.places.begin();
        std::rotate(first, first + static_cast<std::ptrdiff_t>(now.decides),
                    first + static_cast<std::ptrdiff_t>(now.decides) + 1);
    }
    if (now.access == Access::active) desired.until.reset();
    find_changes(desired, now);
    if (now.access != Access::absent) find_groups(desired, now);
    // WIS-MIG-11: who has no login can not be let in.
    const bool nameless = question_.learner != nullptr && question_.learner->login.empty();
    if (nameless && now.access == Access::active) desired.blocked = "elearning.no-login"_code;
    return desired;
}

}  // namespace

DesiredAccess desired_access(const AccessQuestion& question) { return Judge(question).answer(); }

}  // namespace provost::lms
