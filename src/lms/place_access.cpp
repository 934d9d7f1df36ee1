// One place: which method says what it gives, and what a status or a person says against that.
#include "lms/place_access.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/program_status.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::lms {

namespace {

using enrolment::State;
using enrolment::StatusClass;
using results::AccessMethod;

bool has_entered(State state) {
    switch (state) {
        case State::none:
        case State::requested:
        case State::reserved:
        case State::waiting:
        case State::rejected: return false;
        default: return true;
    }
}

bool has_left(State state) { return state == State::cancelled || state == State::moved || state == State::replaced; }

// Of a unit its own outcome counts; who left the program of a course has left the course. FIN-ACC-01
const enrolment::ShippedStatus* status_of_program(const LinkedPlace& linked) {
    const bool by_rule = linked.rule != nullptr && linked.rule->type == RuleType::course_enrolment;
    const bool asks = by_rule || (linked.rule == nullptr && linked.link != nullptr && linked.activity == nullptr);
    return asks && linked.program != nullptr ? enrolment::find_shipped_status(linked.program->status) : nullptr;
}

StatusClass class_of(const enrolment::ShippedStatus* status) {
    return status == nullptr ? StatusClass::none : status->status_class;
}

// Whether somebody enrolled by it is in the course of the LMS without having been added one by one.
bool counts_without_adding(const LinkedPlace& linked) {
    return linked.link == nullptr || linked.link->access == AccessMethod::by_place || linked.link->enrols_everybody;
}

// What of a course is under way: by the status of the program, where there is one.
bool is_under_way(const LinkedPlace& linked) {
    if (linked.program != nullptr) return linked.program->status == "Current" || linked.program->status == "Pending";
    return linked.place->state == State::registered || linked.place->state == State::in_progress;
}

// PPR-PRO-03: the flag of the place holds for every link of which nothing is said.
bool is_provisioned(const LinkedPlace& linked) {
    const auto* said = linked.elearning != nullptr ? linked.elearning : linked.flag;
    return said == nullptr || said->provision;
}

bool is_before(const std::optional<Instant>& end, Instant moment) { return end && *end <= moment; }

}  // namespace

PlaceInTime::PlaceInTime(const LinkedPlace& place, const AccessQuestion& question)
    : linked_(place), question_(question) {
    if (linked_.link != nullptr) method_ = linked_.link->access;
    // WIS-EE-01: what was only said of a place adds it to nothing; what was set against the rule lets it take part.
    const auto* said = linked_.elearning;
    const bool added = said != nullptr && (said->added_at || said->overridden);
    const bool takes_part = added || counts_without_adding(linked_);
    takes_part_ = method_ != AccessMethod::none && takes_part && has_entered(linked_.place->state);
    if (!takes_part_) return;
    const Zone* zone = question_.zones->find(linked_.zone.empty() ? question_.connection->zone : linked_.zone);
    const Zone utc;
    const Zone& days = zone == nullptr ? utc : *zone;
    find_hold(days);
    if (method_ == AccessMethod::by_place) {
        end_by_status({}, days);
    } else {
        find_window(days);
    }
}

// WIS-ER-13: a suspended status ends access from its day until the return.
void PlaceInTime::find_hold(const Zone& zone) {
    const auto& place = *linked_.place;
    const auto* status = status_of_program(linked_);
    const bool by_program = class_of(status) == StatusClass::suspended;
    if (place.state != State::on_hold && !by_program) return;
    held_ = Window{Instant::min(), {}};
    if (by_program && linked_.program->status_on) held_->from = start_of(*linked_.program->status_on, zone);
    if (place.resumes_on) held_->until = start_of(*place.resumes_on, zone);
}

void PlaceInTime::find_window(const Zone& zone) {
    const EnrolmentDates dates = dates_of(linked_, zone);
    if (method_ == AccessMethod::automatic && linked_.rule != nullptr) {
        window_ = window_of(*linked_.rule, dates, zone);
    }
    end_by_status(dates, zone);
}

// WIS-ER-13: a final status ends access when its day is over. Of what is completed the end rule says it, and what was
// open that day stays open until it is over.
void PlaceInTime::end_by_status(const EnrolmentDates& dates, const Zone& zone) {
    const auto& place = *linked_.place;
    const auto* status = status_of_program(linked_);
    const bool by_program = class_of(status) == StatusClass::final && !enrolment::is_concluded(place.state);
    const bool completed = enrolment::is_concluded(place.state) || (by_program && status->sets == State::passed);
    if (!completed && !by_program && !has_left(place.state)) return;
    auto day = place.ended_on;
    if (!day && by_program) day = linked_.program->status_on;
    const Instant over = day ? end_of(*day, zone) : Instant::min();
    if (!completed) over_at_ = over;
    if (!window_) return;
    const EnrolmentDates planned{dates.start, dates.planned_end, dates.planned_end};
    const auto by_plan = window_of(*linked_.rule, planned, zone);
    const auto planned_until = by_plan ? by_plan->until : std::nullopt;
    if (!completed) {
        window_->until = planned_until;
    } else if (window_->until) {
        const Instant stays = planned_until ? std::min(over, *planned_until) : over;
        window_->until = std::max(*window_->until, stays);
    }
}

void PlaceInTime::add_edges(std::vector<Instant>& edges) const {
    const auto add = [&](const std::optional<Window>& window) {
        if (!window) return;
        edges.push_back(window->from);
        if (window->until) edges.push_back(*window->until);
    };
    add(window_);
    add(held_);
    if (over_at_) edges.push_back(*over_at_);
    const bool ends = linked_.elearning != nullptr && linked_.elearning->overridden;
    if (ends && linked_.elearning->overridden->until) edges.push_back(*linked_.elearning->overridden->until);
}

const AccessOverride* PlaceInTime::override_at(Instant moment) const {
    const bool by_hand = method_ == AccessMethod::manual;  // nothing to set it against
    if (by_hand || linked_.elearning == nullptr || !linked_.elearning->overridden) return nullptr;
    const AccessOverride& said = *linked_.elearning->overridden;
    return is_before(said.until, moment) ? nullptr : &said;  // WIS-EE-05: without an end it holds until it is lifted
}

// A place that was taken up in the same course on the same day came after the one that ended there.
bool PlaceInTime::stops(const PlaceInTime& other) const {
    const auto& ended = *linked_.place;
    const auto& place = *other.linked_.place;
    if (!is_stopped()) return false;
    if (&ended == &place || !ended.ended_on || !place.enrolled_on) return true;
    const bool follows = place.course == ended.course && place.id.value > ended.id.value;
    return follows ? *place.enrolled_on < *ended.ended_on : *place.enrolled_on <= *ended.ended_on;
}

// WIS-EE-06, PPR-PRO-06: what is off has never been in the LMS, or is there without access.
PlaceAccess PlaceInTime::given(bool on, Cause cause) const {
    const Access off = question_.agreed == Access::absent ? Access::absent : Access::suspended;
    PlaceAccess access{linked_.place->id.value, on ? Access::active : off, cause, {}, {}};
    // WIS-EE-05, WIS-ER-09: what a person opened, and what stays open, has no window of the rule.
    const bool by_rule = !on || (cause != Cause::overridden && cause != Cause::rule_inactive);
    if (method_ != AccessMethod::automatic || !by_rule || !window_ || window_->is_empty()) return access;
    access.from = window_->from;
    access.until = window_->until;
    if (over_at_ && (!access.until || *over_at_ < *access.until)) access.until = over_at_;
    return access;
}

PlaceAccess PlaceInTime::without(Cause cause) const { return given(false, cause); }

PlaceAccess PlaceInTime::at(Instant moment) const {
    if (method_ == AccessMethod::none) {
        return given(false, linked_.link->is_cohort ? Cause::not_provisioned : Cause::unlinked);  // PPR-PRO-04
    }
    if (!takes_part_) return {linked_.place->id.value, Access::absent, Cause::never_entered, {}, {}};
    if (is_stopped()) return given(false, Cause::stopped);
    // PPR-PRO-04: the flag of the course is the link, that of the enrolment stands here; both must be on.
    if (!is_provisioned(linked_)) return given(false, Cause::not_provisioned);
    const AccessOverride* said = override_at(moment);
    if (said != nullptr) return given(said->enabled, Cause::overridden);
    return by_method(moment);
}

PlaceAccess PlaceInTime::by_method(Instant moment) const {
    switch (method_) {
        case AccessMethod::manual: return by_hand(moment);
        case AccessMethod::automatic: return by_rule(moment);
        default: return by_place(moment);
    }
}

// A concluded place keeps its access; one that ended otherwise loses it. PPR-PRO-09, FIN-ACC-01
PlaceAccess PlaceInTime::by_place(Instant moment) const {
    const State state = linked_.place->state;
    if (state == State::on_hold) return given(false, Cause::on_hold);
    if (has_left(state) || is_before(over_at_, moment)) return given(false, Cause::ended);
    return pauses(moment) ? given(false, Cause::on_hold) : given(true, Cause::has_place);
}

// WIS-EE-05: a person says it; who has left or pauses has none for all that.
PlaceAccess PlaceInTime::by_hand(Instant moment) const {
    if (is_before(over_at_, moment)) return given(false, Cause::ended);
    if (pauses(moment)) return given(false, Cause::on_hold);
    return given(linked_.elearning != nullptr && linked_.elearning->enabled, Cause::by_hand);
}

PlaceAccess PlaceInTime::by_rule(Instant moment) const {
    if (is_before(over_at_, moment)) return given(false, Cause::ended);
    if (linked_.rule == nullptr || !linked_.rule->active) {
        // WIS-ER-09, WIS-MIG-03: an inactive rule is not applied, and what there is stays.
        return given(question_.agreed == Access::active, Cause::rule_inactive);
    }
    if (!window_ || window_->is_empty()) return given(false, Cause::no_window);
    if (is_before(window_->until, moment)) return given(false, Cause::after_window);
    if (pauses(moment)) return given(false, Cause::on_hold);
    if (moment < window_->from) return given(false, Cause::before_window);
    return has_commenced() ? given(true, Cause::in_window) : given(false, Cause::not_commenced);
}

bool PlaceInTime::pauses(Instant moment) const {
    return held_ && held_->from <= moment && !is_before(held_->until, moment);
}

bool PlaceInTime::has_commenced() const {
    const AccessRule& rule = *linked_.rule;
    if (!rule.commenced_check) return true;
    if (rule.type == RuleType::course_enrolment) return is_under_way(linked_);  // WIS-ER-07
    const std::string_view outcome = linked_.activity == nullptr ? std::string_view() : linked_.activity->outcome;
    if (outcome.empty()) return !rule.empty_is_open;
    return enrolment::says_commenced(question_.connection->jurisdiction, outcome);  // WIS-ER-06
}

}  // namespace provost::lms
