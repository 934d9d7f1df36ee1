// IMC-RES-14: confirmations are messages for the host to send, with the text of a notice; the booking keeps who was told.
#include "resources/confirm.hpp"

#include "plan/by_id.hpp"

#include <provost/notices/intent.hpp>

#include <set>

namespace provost::resources {

namespace {

constexpr std::string_view confirmation = "booking.confirmation";

bool is_third_party(std::string_view text) { return text.starts_with("x-") && text.size() > 2; }

bool may_confirm(const SendConfirmation& request, const SendConfirmationFacts& facts, Decision& decision) {
    if (!std::ranges::all_of(request.to, is_third_party)) {
        decision.refuse("recipient.not-of-host"_code);
        return false;
    }
    const bool is_usual = request.notice.empty() || request.notice == confirmation;
    if (!is_usual && !(facts.notice && facts.notice->event == confirmation)) {
        decision.refuse("notice.unknown"_code, {{"name", request.notice}});
        return false;
    }
    const Booking* other =
        facts.bookings.first([](const Booking& booking) { return booking.state != BookingState::booked; });
    if (other == nullptr) return true;
    decision.refuse("booking.not-booked"_code, {{"booking", std::to_string(other->id.value)},
                                                {"state", std::string(word(other->state))}});
    return false;
}

notices::Intent message_of(const Booking& booking, const Resource& resource, const std::string& told,
                           const std::string& notice) {
    notices::Intent intent;
    intent.event = confirmation;
    if (notice != confirmation) intent.notice = notice;
    intent.recipient = notices::Recipient::host;
    intent.course = booking.course;
    intent.component = booking.component;
    intent.told = told;
    intent.uid = "booking-" + std::to_string(booking.id.value) + '-' + resource.key;
    intent.starts_at = booking.starts_at;
    intent.ends_at = booking.ends_at;
    return intent;
}

}  // namespace

void send_confirmation(const SendConfirmation& request, const SendConfirmationFacts& facts, Context& context,
                       Decision& decision) {
    if (!may_confirm(request, facts, decision)) return;
    const ById<Resource> resources(facts.resources, &Resource::id);
    std::set<std::int64_t> done;
    for (const Booking& booking : facts.bookings) {
        if (!done.insert(booking.id.value).second) continue;
        Booking confirmed = booking;
        for (const std::string& told : std::set<std::string>(request.to.begin(), request.to.end())) {
            std::erase_if(confirmed.confirmations, [&](const Confirmation& each) { return each.told == told; });
            confirmed.confirmations.push_back({told, request.notice, context.effective});
            decision.intend(message_of(booking, *resources.find(booking.resource.value), told, request.notice));
        }
        decision.put(std::move(confirmed));
    }
}

}  // namespace provost::resources
