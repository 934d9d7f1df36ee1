// Letting in from the waiting list, in the order in which people came. IMC-WL-04
#include "registration/promote.hpp"

#include "enrolment/seats.hpp"
#include "registration/rebook.hpp"
#include "registration/waiting.hpp"

#include <provost/catalogue/duration.hpp>

namespace provost::registration {

namespace {

using enrolment::Enrolment;
using enrolment::State;

// A rule asks, not a person: then the course says whether and until when.
bool is_by_rule(const Context& context) {
    const auto trigger = context.head.trigger.value_or(Trigger::back_end);
    return trigger == Trigger::rule || trigger == Trigger::import;
}

// IMC-WL-04, IMC-WL-06
bool comes_in_by_itself(const catalogue::Course& course, const Context& context) {
    if (course.settings.promotion.value_or(catalogue::Promotion::auto_fifo) == catalogue::Promotion::manual)
        return false;
    const auto ends = promotion_ends(course);
    return !ends || context.recorded < *ends;
}

// The list at work: who comes in, and who is passed over for now.
class Turns {
public:
    Turns(const PromoteFacts& facts, const Zone& zone, Context& context, Decision& decision)
        : facts_(facts),
          zone_(zone),
          context_(context),
          decision_(decision),
          queue_(*facts.queue),
          seats_(*facts.entry.seats),
          entry_(facts.entry) {
        entry_.seats.record = &seats_;
    }

    // While the course is full it is nobody's turn.
    [[nodiscard]] bool is_full() const {
        const auto most = facts_.course->settings.max_participants;
        return most && seats_.taken >= *most;
    }
    // Lets in one, not before he came; false when he can not come in, of which `why` tells.
    bool let_in(const Enrolment& waiting, Decision& why) {
        const Instant at = std::max(context_.effective, *waiting.enrolled_at);
        const Entering entering{*facts_.course, entry_, waiting.learner, zone_, day_of(at, zone_)};
        if (!may_come_in(entering, context_, why)) return false;
        auto quotas = quotas_of(entering);
        if (const auto lacking = lacks_seat(entering, quotas)) return (enrolment::refuse_full(*lacking, why), false);
        Enrolment place = waiting;
        place.state = State::registered;
        place.enrolled_at = at;
        place.enrolled_on = entering.day;
        place.quotas = std::move(quotas);
        seats_ = enrolment::follow(seats_, &waiting, place, facts_.course->has_dates());
        take_off(queue_, place.id.value);
        decision_.access_due(place);
        if (auto along = leave_rebooked(entering, place, at, context_, decision_)) {
            decision_.put(std::move(*along));
        } else {
            begin_later(place, entering);
        }
        follow_own_sets(place, context_, decision_);
        decision_.put(std::move(place));
        moved_ = true;
        return true;
    }
    // IMC-WL-05: passed over, not removed, and the reason is kept.
    void pass_over(const Enrolment& waiting, Code why) {
        const auto known = std::ranges::find(queue_.passed_over, waiting.id, &enrolment::PassedOver::enrolment);
        if (known == queue_.passed_over.end()) {
            queue_.passed_over.push_back({waiting.id, why, context_.effective});
        } else if (known->code != why) {
            *known = {waiting.id, why, context_.effective};
        }
    }
    void settle() {
        decision_.put(std::move(queue_));
        if (moved_) decision_.put(std::move(seats_));
    }

private:
    // The enrolment is that of today, and so are the planned dates of the training, unless it has begun or ended: those
    // of the course may have changed meanwhile.
    void begin_later(const Enrolment& place, const Entering& entering) {
        for (const enrolment::Activity& activity : facts_.activities) {
            const bool waits = activity.enrolment == place.id && activity.outcome.empty() && !place.started_on;
            if (!waits || !facts_.course->has_dates()) continue;
            enrolment::Activity later = activity;
            const auto planned = activity_of(place, entering, activity.id);
            later.start_on = planned.start_on;
            later.end_on = planned.end_on;
            decision_.put(std::move(later));
        }
    }

    const PromoteFacts& facts_;
    const Zone& zone_;
    Context& context_;
    Decision& decision_;
    enrolment::WaitingList queue_;
    catalogue::Seats seats_;
    EntryFacts entry_;
    bool moved_ = false;
};

const Enrolment* place_of(const PromoteFacts& facts, std::int64_t id) {
    for (const Enrolment& place : facts.entry.enrolments) {
        if (place.id.value == id) return &place;
    }
    return nullptr;
}

// All, in their order, as long as the course has seats; who can not come in, or whose quota is full, is passed over.
// IMC-WL-07
void let_in_all(const PromoteFacts& facts, Turns& turns) {
    for (const auto id : facts.queue->enrolments) {
        if (turns.is_full()) return;
        const Enrolment* waiting = place_of(facts, id);
        if (waiting == nullptr) continue;
        Decision why;
        if (turns.let_in(*waiting, why)) continue;
        if (why.code != "course.over-quota"_code) turns.pass_over(*waiting, why.code);
    }
}

}  // namespace

std::optional<Instant> promotion_ends(const catalogue::Course& course) {
    const std::string& stop = course.settings.promote_stop;
    if (!course.has_dates() || stop == "never") return std::nullopt;
    return stop.empty() ? *course.starts_at : catalogue::before(*course.starts_at, stop);
}

void promote(const catalogue::Promote& request, const PromoteFacts& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.entry.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const auto about = facts.course->id.value;
    if (is_by_rule(context) && !comes_in_by_itself(*facts.course, context)) return decision.unchanged(about);
    if (!facts.queue || facts.queue->enrolments.empty()) {
        return request.learner.given() ? decision.refuse("learner.not-waiting"_code) : decision.unchanged(about);
    }
    Turns turns(facts, *zone, context, decision);
    decision.about = about;
    decision.by_rule = is_by_rule(context);
    if (!request.learner.given()) {
        let_in_all(facts, turns);
        return turns.settle();
    }
    for (const auto id : facts.queue->enrolments) {
        const Enrolment* waiting = place_of(facts, id);
        if (waiting == nullptr || waiting->learner != facts.wanted->id) continue;
        Decision why;
        why.notes.swap(decision.notes);
        const bool in = turns.let_in(*waiting, why);
        decision.notes.swap(why.notes);
        if (in) return turns.settle();
        decision.refuse(why.code, why.reason.parameters);
        decision.reason = std::move(why.reason);
        decision.nearest = std::move(why.nearest);
        return;
    }
    decision.refuse("learner.not-waiting"_code);
}

}  // namespace provost::registration
