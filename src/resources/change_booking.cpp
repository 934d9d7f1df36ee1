// What becomes of a booking.
#include "resources/change_booking.hpp"

#include "base/list_text.hpp"

namespace provost::resources {

namespace {

using catalogue::AddedResource;

bool moves(BookingState from, BookingState to, Decision& decision) {
    if (may_become(from, to)) return true;
    decision.refuse("booking.state"_code, {{"from", std::string(word(from))}, {"to", std::string(word(to))}});
    return false;
}

// IMC-RES-14: whoever was told of it knows something else now.
void tell_confirmed(const Booking& booking, Decision& decision) {
    if (booking.confirmations.empty()) return;
    std::string told;
    for (const Confirmation& each : booking.confirmations) add_to_list(told, each.told);
    decision.note("booking.confirmed-before"_code, {{"told", std::move(told)}});
}

// It, and with `following` all of its series that begin later and stand as it does. Every one is a record of its own.
void end(const ChangeBookingFacts& facts, BookingState to, bool following, Decision& decision) {
    const Booking& first = *facts.booking;
    if (!moves(first.state, to, decision)) return;
    Diary diary(*facts.resource, *facts.occupancy);
    const auto series = first.series ? first.series : first.id;
    for (const Booking& booking : facts.bookings) {
        const bool is_later = following && booking.series == series && booking.starts_at > first.starts_at &&
                              booking.resource == first.resource && may_become(booking.state, to);
        if (booking.id != first.id && !is_later) continue;
        diary.learn(booking);
        Booking ended = booking;
        ended.state = to;
        tell_confirmed(ended, decision);
        diary.put(std::move(ended));
    }
    diary.write(decision);
    decision.about = first.id.value;
}

// A booking whose resource is no longer added, which can only be for a time, is bound by no window.
const AddedResource& entry_for(const ChangeBookingFacts& facts) {
    static const AddedResource none;
    const auto* entry =
        entry_of(facts.course->assignments.resources, facts.resource->id, facts.booking->component);
    return entry == nullptr ? none : *entry;
}

}  // namespace

// IMC-RES-08
bool may_become(BookingState from, BookingState to) {
    switch (from) {
        case BookingState::prebooked: return to == BookingState::booked || to == BookingState::removed;
        case BookingState::booked: return to == BookingState::cancelled;
        case BookingState::cancelled:
        case BookingState::removed: break;
    }
    return false;
}

// IMC-RES-17: it is judged as if it were new; one that followed dates no longer does.
void change_booking(const ChangeBooking& request, const ChangeBookingFacts& facts, Context& context,
                    Decision& decision) {
    const Booking& before = *facts.booking;
    if (!may_plan(*facts.course, facts.planned, decision)) return;
    Booking wanted = before;
    wanted.state = request.state.value_or(before.state);
    if (wanted.state != before.state && !moves(before.state, wanted.state, decision)) return;
    if (!is_live(before)) return static_cast<void>(moves(before.state, BookingState::booked, decision));
    if (!is_live(wanted)) return end(facts, wanted.state, false, decision);
    wanted.starts_at = request.starts_at.value_or(before.starts_at);
    wanted.ends_at = request.ends_at.value_or(before.ends_at);
    const bool moved = span_of(wanted) != span_of(before);
    if (!moved && wanted.state == before.state) return decision.unchanged(before.id.value);
    if (facts.resource->removed) {
        return decision.refuse("resource.unknown"_code, {{"name", facts.resource->key}});
    }
    const AddedResource& entry = entry_for(facts);
    std::vector<Span> spans;
    look_at(wanted, entry, spans);
    look_at(before, entry, spans);
    auto diary = Diary::open(*facts.resource, *facts.occupancy, spans, context);
    if (!diary) return;
    const Judgement judgement = judge(wanted, entry, *diary);
    const auto reason = told(judgement, wanted, *facts.resource, context);
    if (!reason) return;
    if (judgement.refused) {
        decision.refuse(judgement.refused, reason->parameters);
        decision.reason.parts = reason->parts;
        return;
    }
    if (judgement.warned) decision.notes.push_back(*reason);
    if (moved && before.linked_to != LinkedTo::none) {
        wanted.linked_to = LinkedTo::none;
        decision.note("booking.unlinked"_code);
    }
    if (moved) tell_confirmed(before, decision);
    diary->put(std::move(wanted));
    diary->write(decision);
}

void cancel_booking(const CancelBooking& request, const ChangeBookingFacts& facts, Context&, Decision& decision) {
    end(facts, BookingState::cancelled, request.following, decision);
}

void remove_booking(const RemoveBooking& request, const ChangeBookingFacts& facts, Context&, Decision& decision) {
    end(facts, BookingState::removed, request.following, decision);
}

}  // namespace provost::resources
