// Dates of the course, or of another booking, become those of bookings.
#include "resources/transfer.hpp"

#include "plan/by_id.hpp"
#include "resources/book.hpp"
#include "resources/booker.hpp"

#include <set>

namespace provost::resources {

namespace {

using catalogue::AddedResource;

// What holds the resource for the course at that very time; null: nothing does.
const Booking* same_time(const Many<Booking>& bookings, const Booking& wanted) {
    return bookings.first([&](const Booking& each) {
        return is_live(each) && each.resource == wanted.resource && each.component == wanted.component &&
               span_of(each) == span_of(wanted);
    });
}

// One resource of several. Transferred again, what is there stays, and is linked when that is wanted now.
void transfer_to(const Resource& resource, const Occupancy& occupancy, Booking wanted, const TransferDatesFacts& facts,
                 Booker& booker, std::vector<Diary>& written, const Context& context, bool& known) {
    const auto* entry = entry_of(facts.course->assignments.resources, resource.id, wanted.component);
    if (entry == nullptr) return booker.pass_over(resource.key, resource.key, Fate::refused, "resource.not-added"_code);
    wanted.resource = resource.id;
    if (const Booking* there = same_time(facts.bookings, wanted)) {
        const bool links = wanted.linked_to != LinkedTo::none && there->linked_to == LinkedTo::none;
        booker.pass_over(resource.key, resource.key, links ? Fate::changed : Fate::kept, "booking.there-already"_code);
        if (!links) return;
        Diary diary(resource, occupancy);
        diary.learn(*there);
        Booking linked = *there;
        linked.linked_to = wanted.linked_to;
        diary.put(std::move(linked));
        written.push_back(std::move(diary));
        return;
    }
    std::vector<Span> spans;
    look_at(wanted, *entry, spans);
    auto diary = Diary::open(resource, occupancy, spans, context);
    known = known && diary;
    if (!diary) return;
    booker.book(std::move(wanted), *entry, *diary, resource.key);
    written.push_back(std::move(*diary));
}

void finish(const Booker& booker, bool known, const std::vector<Diary>& written, Decision& decision) {
    if (!known || !booker.knows()) return;
    for (const Diary& diary : written) diary.write(decision);
}

}  // namespace

// IMC-RES-09: once, or for good. IMC-RES-12: prebooked or booked.
void transfer_dates(const TransferDates& request, const TransferDatesFacts& facts, Context& context,
                    Decision& decision) {
    if (!may_plan(*facts.course, facts.planned, decision)) return;
    const auto state = wanted_state(request.state, BookingState::booked, decision);
    if (!state) return;
    const Zone* zone = context.zones.find(facts.planned.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Period period = period_of(*facts.course, facts.planned.syllabus, request.component, *zone);
    if (period.none) return decision.refuse(period.none, {{"component", request.component}, {"field", "ends_at"}});
    Booking wanted;
    wanted.course = facts.course->id;
    wanted.component = request.component;
    wanted.starts_at = period.span.starts_at;
    wanted.ends_at = period.span.ends_at;
    wanted.state = *state;
    if (request.linked) wanted.linked_to = request.component.empty() ? LinkedTo::course : LinkedTo::event;
    Booker booker(*facts.course, context, decision);
    std::vector<Diary> written;
    std::set<std::int64_t> done;
    bool known = true;
    const ById<Occupancy> occupancies(facts.occupancies, &Occupancy::resource);
    for (const Resource& resource : facts.resources) {
        if (!done.insert(resource.id.value).second) continue;
        transfer_to(resource, *occupancies.find(resource.id.value), wanted, facts, booker, written, context, known);
    }
    finish(booker, known, written, decision);
}

namespace {

// Which of the source's bookings are meant; refuses, and answers nothing, when one is not its own.
std::optional<std::vector<Booking>> meant(const TransferSchedules& request, const TransferSchedulesFacts& facts,
                                          Decision& decision) {
    const auto is_its = [&](const Booking& booking) {
        return booking.resource == facts.source->id && booking.course == facts.course->id && is_live(booking);
    };
    std::vector<Booking> schedules;
    for (const Booking& booking : request.bookings.empty() ? facts.bookings : facts.named) {
        if (is_its(booking)) {
            schedules.push_back(booking);
        } else if (!request.bookings.empty()) {
            decision.refuse("booking.not-of-source"_code, {{"booking", std::to_string(booking.id.value)}});
            return std::nullopt;
        }
    }
    constexpr std::size_t most = 50;
    if (schedules.size() <= most) return schedules;
    decision.refuse("list.too-long"_code, {{"limit", std::to_string(most)}, {"field", "bookings"}});
    return std::nullopt;
}

// As the source is booked: the same time, and linked as it is, where both are for the same.
Booking like(const Booking& source, const TransferSchedules& request, Id<Resource> target, BookingState state) {
    Booking wanted;
    wanted.resource = target;
    wanted.course = source.course;
    wanted.component = request.component;
    wanted.starts_at = source.starts_at;
    wanted.ends_at = source.ends_at;
    wanted.state = state;
    if (source.component == request.component) wanted.linked_to = source.linked_to;
    return wanted;
}

struct Target {
    const Resource& resource;
    const Occupancy& occupancy;
};

// All that is meant, for one target. Answers false while something is not known yet.
bool transfer_all(const std::vector<Booking>& schedules, const TransferSchedules& request, const Target& target,
                  const TransferSchedulesFacts& facts, Booker& booker, std::vector<Diary>& written,
                  const Context& context) {
    const auto* entry = entry_of(facts.course->assignments.resources, target.resource.id, request.component);
    std::vector<Span> spans;
    std::vector<std::pair<std::string, Booking>> wanted;
    for (const Booking& source : schedules) {
        const std::string item = std::to_string(source.id.value);
        Booking one = like(source, request, target.resource.id, request.state.value_or(source.state));
        const bool itself = target.resource.id == facts.source->id && source.component == request.component;
        if (entry == nullptr) {
            booker.pass_over(item, target.resource.key, Fate::refused, "resource.not-added"_code);
        } else if (itself || same_time(facts.bookings, one) != nullptr) {
            booker.pass_over(item, target.resource.key, Fate::kept, "booking.there-already"_code);
        } else {
            look_at(one, *entry, spans);
            wanted.emplace_back(item, std::move(one));
        }
    }
    if (wanted.empty()) return true;
    auto diary = Diary::open(target.resource, target.occupancy, spans, context);
    if (!diary) return false;
    for (auto& [item, one] : wanted) booker.book(std::move(one), *entry, *diary, item);
    written.push_back(std::move(*diary));
    return true;
}

}  // namespace

// IMC-RES-11: every schedule to every target, each with a result of its own.
void transfer_schedules(const TransferSchedules& request, const TransferSchedulesFacts& facts, Context& context,
                        Decision& decision) {
    if (!may_plan(*facts.course, facts.planned, decision)) return;
    if (request.state && !wanted_state(request.state, BookingState::booked, decision)) return;
    const auto schedules = meant(request, facts, decision);
    if (!schedules) return;
    Booker booker(*facts.course, context, decision);
    std::vector<Diary> written;
    std::set<std::int64_t> done;
    bool known = true;
    const ById<Occupancy> occupancies(facts.occupancies, &Occupancy::resource);
    for (const Resource& resource : facts.targets) {
        if (!done.insert(resource.id.value).second) continue;
        const Target target{resource, *occupancies.find(resource.id.value)};
        known = transfer_all(*schedules, request, target, facts, booker, written, context) && known;
    }
    finish(booker, known, written, decision);
}

}  // namespace provost::resources
