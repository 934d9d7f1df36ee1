// Whether a resource can be booked as it is wanted.
#include "resources/judge.hpp"

#include <provost/describe/json.hpp>

namespace provost::resources {

namespace {

using catalogue::AddedResource;
using catalogue::PlannedWindow;

const PlannedWindow* window_for(const Span& span, const AddedResource& entry) {
    const auto found = std::ranges::find_if(
        entry.windows, [&](const PlannedWindow& window) { return span.lies_in(span_of(window)); });
    return found == entry.windows.end() ? nullptr : &*found;
}

// IMC-RES-04: as long as the window for which the resource is planned, or shorter; of several, within one of them.
Code outside_windows(const Booking& wanted, const AddedResource& entry, const Diary& diary) {
    const Span span = span_of(wanted);
    if (entry.windows.empty()) return {};
    const PlannedWindow* window = window_for(span, entry);
    if (window == nullptr) return "booking.outside-window"_code;
    if (!window->max_hours) return {};
    constexpr std::int64_t hour = 3'600'000;
    const auto held = diary.held_in(span_of(*window), wanted) + (span.ends_at - span.starts_at);
    const bool fits = held.count() <= window->max_hours->millionths / 1'000'000 * hour +
                                          window->max_hours->millionths % 1'000'000 * hour / 1'000'000;
    return fits ? Code{} : "booking.window-full"_code;
}

std::string text_of(Instant moment) { return to_text(moment); }

}  // namespace

void look_at(const Booking& wanted, const AddedResource& entry, std::vector<Span>& spans) {
    spans.push_back(span_of(wanted));
    const PlannedWindow* window = window_for(span_of(wanted), entry);
    if (window != nullptr && window->max_hours) spans.push_back(span_of(*window));
}

Judgement judge(const Booking& wanted, const AddedResource& entry, const Diary& diary) {
    const Span span = span_of(wanted);
    if (span.empty()) return {"booking.empty-period"_code, {}, {{"field", "ends_at"}}, {}};
    if (months_beyond(span) > most_months) {
        return {"booking.too-long"_code, {}, {{"limit", std::to_string(most_months)}}, {}};
    }
    if (const Code outside = outside_windows(wanted, entry, diary)) return {outside, {}, {}, {}};
    if (!can_be_had(diary.resource().calendar, span)) return {"booking.not-available"_code, {}, {}, {}};
    // IMC-RES-07: what is booked excludes what is booked; with what is prebooked it may overlap, which is told.
    auto rivals = diary.rivals_of(wanted);
    const bool refused = wanted.state == BookingState::booked && !rivals.booked.empty();
    if (refused) return {"booking.conflict"_code, {}, {}, std::move(rivals.booked)};
    if (rivals.all.empty()) return {};
    return {{}, "booking.overlaps"_code, {}, std::move(rivals.all)};
}

std::optional<std::string> name_of(Id<catalogue::Course> course, const Context& context) {
    const auto found = context.one<catalogue::Course>(course.value);
    if (!found) return std::nullopt;
    return *found ? (*found)->external_id : std::string();
}

std::optional<Reason> told(const Judgement& judgement, const Booking& wanted, const Resource& resource,
                           const Context& context) {
    Reason reason{judgement.refused ? judgement.refused : judgement.warned,
                  judgement.refused ? Mark::not_met : Mark::unknown, judgement.parameters, {}, {}};
    const auto own = name_of(wanted.course, context);
    bool known = own.has_value();
    reason.parameters.push_back({"resource", resource.key});
    reason.parameters.push_back({"course", own.value_or("")});
    reason.parameters.push_back({"starts_at", text_of(wanted.starts_at)});
    reason.parameters.push_back({"ends_at", text_of(wanted.ends_at)});
    for (const Booking* rival : judgement.rivals) {
        const auto name = name_of(rival->course, context);
        known = known && name;
        if (!name) continue;
        reason.parts.push_back({"booking.there"_code,
                                reason.mark,
                                {{"booking", std::to_string(rival->id.value)},
                                 {"state", std::string(word(rival->state))},
                                 {"course", *name},
                                 {"starts_at", text_of(rival->starts_at)},
                                 {"ends_at", text_of(rival->ends_at)}},
                                {{"booking", rival->id.value, {}, {}}},
                                {}});
    }
    return known ? std::optional(std::move(reason)) : std::nullopt;
}

BookingView view_of(const Booking& booking, const Resource& resource, std::string course) {
    return {booking.id,        resource.key,    std::move(course), booking.component, booking.starts_at,
            booking.ends_at,   booking.state,   booking.linked_to, {}};
}

ReportLine line_of(std::string item, std::string group, Fate fate, Code code, const BookingView& view) {
    ReportLine line;
    line.item = std::move(item);
    line.group = std::move(group);
    line.fate = fate;
    line.code = code;
    write_json(line.value, type_of<BookingView>(), &view);
    return line;
}

}  // namespace provost::resources
