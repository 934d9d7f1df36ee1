// Booking what is added, once or in series.
#include "resources/book.hpp"

#include "resources/booker.hpp"
#include "resources/recurrence.hpp"

namespace provost::resources {

namespace {

using catalogue::AddedResource;

// IMC-RES-03: what is booked was added before.
template <class Request>
const AddedResource* may_book(const Request& request, const BookFacts& facts, Decision& decision) {
    if (!may_plan(*facts.course, facts.planned, decision)) return nullptr;
    const auto* entry = entry_of(facts.course->assignments.resources, facts.resource->id, request.component);
    if (entry == nullptr) decision.refuse("resource.not-added"_code, {{"resource", facts.resource->key}});
    return entry;
}

template <class Request>
Booking wanted_by(const Request& request, const BookFacts& facts, BookingState state) {
    Booking wanted;
    wanted.resource = facts.resource->id;
    wanted.course = facts.course->id;
    wanted.component = request.component;
    wanted.starts_at = *request.starts_at;
    wanted.ends_at = *request.ends_at;
    wanted.state = state;
    return wanted;
}

// Of the request, else of where the resource is, else of the course. IMC-RES-05
const Zone* zone_of(const BookSeries& request, const BookFacts& facts, const Context& context) {
    if (!request.zone.empty()) return context.zones.find(request.zone);
    return context.zones.find(facts.at ? facts.at->zone : facts.planned.location->zone);
}

// Nothing is booked: only what could not be is told.
void refuse_whole(Decision& decision) {
    std::erase_if(decision.report, [](const ReportLine& line) { return line.fate == Fate::changed; });
    decision.refuse("series.conflict"_code);
}

}  // namespace

std::optional<BookingState> wanted_state(const std::optional<BookingState>& asked, BookingState absent,
                                         Decision& decision) {
    const auto state = asked.value_or(absent);
    if (state == BookingState::booked || state == BookingState::prebooked) return state;
    decision.refuse("booking.state"_code, {{"from", "added"}, {"to", std::string(word(state))}});
    return std::nullopt;
}

void book(const BookResource& request, const BookFacts& facts, Context& context, Decision& decision) {
    const AddedResource* entry = may_book(request, facts, decision);
    if (entry == nullptr) return;
    const auto state = wanted_state(request.state, BookingState::booked, decision);
    if (!state) return;
    Booking wanted = wanted_by(request, facts, *state);
    std::vector<Span> spans;
    look_at(wanted, *entry, spans);
    auto diary = Diary::open(*facts.resource, *facts.occupancy, spans, context);
    if (!diary) return;
    const Judgement judgement = judge(wanted, *entry, *diary);
    const auto reason = told(judgement, wanted, *facts.resource, context);
    if (!reason) return;
    if (judgement.refused) {
        decision.refuse(judgement.refused, reason->parameters);
        decision.reason.parts = reason->parts;
        return;
    }
    if (judgement.warned) decision.notes.push_back(*reason);
    wanted.id = context.ids.take<Booking>();
    diary->put(std::move(wanted));
    diary->write(decision);
}

// IMC-RES-05: each occurrence is judged with those before it.
void book_series(const BookSeries& request, const BookFacts& facts, Context& context, Decision& decision) {
    const AddedResource* entry = may_book(request, facts, decision);
    if (entry == nullptr) return;
    const auto state = wanted_state(request.state, BookingState::booked, decision);
    if (!state) return;
    const Zone* zone = zone_of(request, facts, context);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    Booking wanted = wanted_by(request, facts, *state);
    if (span_of(wanted).empty()) return decision.refuse("booking.empty-period"_code, {{"field", "ends_at"}});
    const auto times = occurrences_of(span_of(wanted), request.recurrence, *zone);
    if (times.refused) return decision.refuse(times.refused);
    std::vector<Span> spans;
    for (const Span& time : times.spans) {
        wanted.starts_at = time.starts_at;
        wanted.ends_at = time.ends_at;
        look_at(wanted, *entry, spans);
    }
    auto diary = Diary::open(*facts.resource, *facts.occupancy, spans, context);
    if (!diary) return;
    Booker booker(*facts.course, context, decision);
    for (const Span& time : times.spans) {
        wanted.starts_at = time.starts_at;
        wanted.ends_at = time.ends_at;
        const auto made = booker.book(wanted, *entry, *diary, to_text(time.starts_at));
        if (made && !wanted.series) wanted.series = made;
    }
    if (!booker.knows()) return;
    const bool none = booker.refused() == times.spans.size();
    if (none || (request.all_or_none && booker.refused() > 0)) return refuse_whole(decision);
    diary->write(decision);
}

}  // namespace provost::resources
