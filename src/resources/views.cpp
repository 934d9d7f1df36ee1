// What is read of bookings.
#include "resources/views.hpp"

#include "resources/reader.hpp"

#include <provost/describe/json.hpp>

#include <set>

namespace provost::resources {

namespace {

bool has_one_of(const std::vector<std::string>& list, const std::vector<std::string>& wanted) {
    return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& key) {
               return std::ranges::find(list, key) != list.end();
           });
}

void add_period(std::string item, std::string group, const Span& span, Decision& decision) {
    ReportLine line;
    line.item = std::move(item);
    line.group = std::move(group);
    const PeriodView view{span.starts_at, span.ends_at};
    write_json(line.value, type_of<PeriodView>(), &view);
    decision.report.push_back(std::move(line));
}

// The times of the course and of its events, by what they are of; the course itself has no key.
std::vector<std::pair<std::string, Span>> periods_of(const ShowAvailabilityFacts& facts, const Zone& zone) {
    std::vector<std::pair<std::string, Span>> periods;
    const auto add = [&](const std::string& component) {
        const Period period = period_of(*facts.course, facts.syllabus, component, zone);
        if (!period.none) periods.emplace_back(component, period.span);
    };
    add({});
    if (!facts.syllabus) return periods;
    for (const catalogue::Component& component : facts.syllabus->components) add(component.key);
    return periods;
}

// As asked, else from the first of these times until the last.
std::optional<Span> shown(const ShowAvailability& request, const std::vector<std::pair<std::string, Span>>& periods,
                          Decision& decision) {
    if (periods.empty() && (!request.starts_at || !request.ends_at)) {
        decision.refuse("field.missing"_code, {{"field", request.starts_at ? "ends_at" : "starts_at"}});
        return std::nullopt;
    }
    auto first = request.starts_at, last = request.ends_at;
    for (const auto& [item, span] : periods) {
        if (!request.starts_at) first = std::min(first.value_or(span.starts_at), span.starts_at);
        if (!request.ends_at) last = std::max(last.value_or(span.ends_at), span.ends_at);
    }
    const Span span{*first, *last};
    return may_show(span, decision) ? std::optional(span) : std::nullopt;
}

std::vector<const Resource*> wanted_resources(const ShowAvailabilityFacts& facts) {
    std::set<std::int64_t> ids;
    std::vector<const Resource*> wanted;
    for (const Resource& resource : facts.named.empty() ? facts.added : facts.named) {
        if (ids.insert(resource.id.value).second) wanted.push_back(&resource);
    }
    return wanted;
}

// What stays the same from page to page, on the first one.
void show_frame(const std::vector<std::pair<std::string, Span>>& periods, const std::vector<const Resource*>& wanted,
                const Span& span, Decision& decision) {
    for (const auto& [component, period] : periods) {
        add_period(component, component.empty() ? "course" : "event", period, decision);
    }
    for (const Resource* resource : wanted) {
        for (const Span& time : times_to_be_had(resource->calendar, span)) {
            add_period(resource->key, "available", time, decision);
        }
    }
}

void show_open_tasks(const ShowAvailabilityFacts& facts, const Zone& zone, Instant now, Decision& decision) {
    CoursePlan plan{*facts.course, facts.syllabus, &zone, {}, {}};
    for (const Booking& booking : facts.bookings) plan.bookings.push_back(&booking);
    for (const Resource& resource : facts.booked) plan.resources.emplace(resource.id.value, &resource);
    for (ReportLine& line : open_tasks_of(plan, now)) decision.report.push_back(std::move(line));
}

}  // namespace

// IMC-RES-06
void show_availability(const ShowAvailability& request, const ShowAvailabilityFacts& facts, Context& context,
                       Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const auto periods = periods_of(facts, *zone);
    const auto span = shown(request, periods, decision);
    if (!span) return;
    const auto wanted = wanted_resources(facts);
    if (!request.after.given()) show_frame(periods, wanted, *span, decision);
    Reader reader(context);
    std::vector<const Booking*> bookings;
    for (const Resource* resource : wanted) reader.read(*span, resource, bookings);
    std::erase_if(bookings, [&](const Booking* booking) {
        return booking->state == BookingState::removed || !span_of(*booking).overlaps(*span);
    });
    turn_page(bookings, facts.after, request.limit);
    for (const Booking* booking : bookings) {
        const auto* resource = reader.resource(booking->resource);
        const auto* course = reader.course(booking->course);
        if (resource == nullptr || course == nullptr) continue;
        const bool own = booking->course == facts.course->id;
        auto view = view_of(*booking, *resource, course->external_id);
        if (!own && !reader.sees(booking->course)) view.course.clear(), view.component.clear();
        decision.report.push_back(line_of(resource->key, own ? "booking" : "other_booking", Fate::value, {}, view));
    }
    if (!reader.knows()) return;
    if (!request.after.given()) show_open_tasks(facts, *zone, context.effective, decision);
    decision.unchanged(facts.course->id.value);
}

namespace {

// Words of states; those that hold, and what was cancelled, when none is named. Refuses a word that is none.
bool are_states(const std::vector<std::string>& words, Decision& decision) {
    if (std::ranges::all_of(words, is_word<BookingState>)) return true;
    decision.refuse("choice.unknown"_code, {{"expected", "prebooked, booked, cancelled, removed"}});
    return false;
}

bool is_wanted_state(const Booking& booking, const std::vector<std::string>& words) {
    if (words.empty()) return booking.state != BookingState::removed;
    return std::ranges::find(words, word(booking.state)) != words.end();
}

}  // namespace

void show_bookings(const ShowBookings& request, const ShowBookingsFacts& facts, Context& context, Decision& decision) {
    const Span span{*request.starts_at, *request.ends_at};
    if (!may_show(span, decision) || !are_states(request.states, decision)) return;
    Reader reader(context);
    std::vector<const Booking*> bookings;
    if (facts.course) {
        reader.read(facts.course->id, bookings);
    } else if (!facts.resources.empty()) {
        for (const Resource& resource : facts.resources) reader.read(span, &resource, bookings);
    } else {
        reader.read(span, nullptr, bookings);
    }
    std::erase_if(bookings, [&](const Booking* booking) {
        if (!span_of(*booking).overlaps(span) || !is_wanted_state(*booking, request.states)) return true;
        const auto* resource = reader.resource(booking->resource);
        const bool named = facts.resources.empty() || facts.resources.first([&](const Resource& each) {
            return each.id == booking->resource;
        }) != nullptr;
        return resource == nullptr || !named || !has_one_of(resource->categories, request.categories) ||
               !reader.sees(booking->course);
    });
    turn_page(bookings, facts.after, request.limit);
    for (const Booking* booking : bookings) {
        const auto* course = reader.course(booking->course);
        if (course == nullptr) continue;
        const Resource& resource = *reader.resource(booking->resource);
        decision.report.push_back(
            line_of(resource.key, "bookings", Fate::value, {}, view_of(*booking, resource, course->external_id)));
    }
    if (reader.knows()) decision.unchanged(facts.course ? facts.course->id.value : 0);
}

// IMC-RES-18: with those of which it is not known.
void show_floor_plan(const ShowFloorPlan& request, const ShowFloorPlanFacts& facts, Context& context,
                     Decision& decision) {
    const Span span{*request.starts_at, *request.ends_at};
    if (!may_show(span, decision)) return;
    Reader reader(context);
    std::vector<const Booking*> bookings;
    reader.read(span, nullptr, bookings);
    std::map<std::int64_t, Whereabouts> places;
    std::erase_if(bookings, [&](const Booking* booking) {
        if (!span_of(*booking).overlaps(span) || !is_live(*booking)) return true;
        const auto* resource = reader.resource(booking->resource);
        if (resource == nullptr || resource->kind == ResourceKind::location) return true;
        if (!has_one_of(resource->categories, request.categories) || !reader.sees(booking->course)) return true;
        const auto place = reader.whereabouts(*booking);
        if (!place) return true;
        places.emplace(booking->id.value, *place);
        if (request.only_open && place->how != "location.open"_code) return true;
        return facts.location && place->location != facts.location->id;
    });
    turn_page(bookings, facts.after, request.limit);
    for (const Booking* booking : bookings) {
        const auto* course = reader.course(booking->course);
        const Whereabouts& place = places.at(booking->id.value);
        const auto* location = place.location ? reader.resource(place.location) : nullptr;
        if (course == nullptr) continue;
        const Resource& resource = *reader.resource(booking->resource);
        auto view = view_of(*booking, resource, course->external_id);
        if (location != nullptr) view.location = location->key;
        const auto fate = place.how == "location.open"_code ? Fate::open : Fate::value;
        decision.report.push_back(line_of(resource.key, view.location, fate, place.how, view));
    }
    if (reader.knows()) decision.unchanged(0);
}

}  // namespace provost::resources
