// What a resource is. A change never takes a booking away: those that no longer fit are reported.
#include "resources/define_resource.hpp"

#include "resources/spans.hpp"

namespace provost::resources {

namespace {

bool refuse_missing(std::string_view field, Decision& decision) {
    decision.refuse("field.missing"_code, {{"field", std::string(field)}});
    return false;
}

// IMC-RES-02: one category at least.
bool set_identity(const DefineResource& request, const DefineResourceFacts& facts, Resource& resource,
                  Decision& decision) {
    if (!request.name.empty()) resource.name = request.name;
    if (resource.name.empty()) return refuse_missing("name", decision);
    if (facts.existing && request.kind.value_or(resource.kind) != resource.kind) {
        decision.refuse("resource.other-kind"_code, {{"kind", std::string(word(resource.kind))}});
        return false;
    }
    resource.kind = request.kind.value_or(resource.kind);
    if (!request.categories.empty()) resource.categories.clear();
    for (const std::string& key : request.categories) {
        if (std::ranges::find(resource.categories, key) == resource.categories.end()) {
            resource.categories.push_back(key);
        }
    }
    return !resource.categories.empty() || refuse_missing("categories", decision);
}

struct Member {
    std::string_view name;
    bool (*given)(const DefineResource&);
    void (*clear)(Resource&);
};
constexpr auto members = std::to_array<Member>({
    {"location", [](const DefineResource& r) { return r.location.given(); }, [](Resource& r) { r.location = {}; }},
    {"tutor", [](const DefineResource& r) { return r.tutor.given(); }, [](Resource& r) { r.tutor = {}; }},
    {"calendar", [](const DefineResource& r) { return !r.calendar.empty(); }, [](Resource& r) { r.calendar.clear(); }},
    {"position", [](const DefineResource& r) { return !r.position.empty(); }, [](Resource& r) { r.position.clear(); }},
});

bool clear_members(const DefineResource& request, Resource& resource, Decision& decision) {
    for (const std::string& name : request.clear) {
        const auto* found = std::ranges::find(members, name, &Member::name);
        if (found == members.end()) {
            decision.refuse("setting.unknown"_code, {{"setting", name}, {"member", "clear"}});
            return false;
        }
        if (found->given(request)) {
            decision.refuse("setting.twice"_code, {{"setting", name}});
            return false;
        }
        found->clear(resource);
    }
    return true;
}

bool set_calendar(const DefineResource& request, Resource& resource, Decision& decision) {
    for (const AvailabilityWindow& window : request.calendar) {
        if (!window.starts_at || !window.ends_at || *window.starts_at < *window.ends_at) continue;
        decision.refuse("booking.empty-period"_code, {{"field", "calendar"}});
        return false;
    }
    if (!request.calendar.empty()) resource.calendar = request.calendar;
    return true;
}

// IMC-RES-16: what only somebody has who is a user; nobody stands for two resources.
bool set_person(const DefineResource& request, const DefineResourceFacts& facts, Resource& resource,
                Decision& decision) {
    if (facts.tutor) resource.tutor = facts.tutor->id;
    const bool taken = facts.of_tutor.first([&](const Resource& other) {
        return other.id != resource.id && !other.removed && other.tutor == resource.tutor;
    }) != nullptr;
    if (taken) {
        decision.refuse("resource.tutor-taken"_code);
        return false;
    }
    if (!request.position.empty()) resource.position = request.position;
    resource.visible = request.visible.value_or(resource.visible);
    resource.may_grade = request.may_grade.value_or(resource.may_grade);
    resource.on_the_job = request.on_the_job.value_or(resource.on_the_job);
    resource.messaging = request.messaging.value_or(resource.messaging);
    const bool is_person = resource.kind == ResourceKind::individual && resource.tutor;
    const auto* wrong = resource.kind != ResourceKind::individual && resource.tutor ? "tutor"
                        : is_person                                                   ? nullptr
                        : !resource.position.empty()                                  ? "position"
                        : !resource.visible                                           ? "visible"
                        : !resource.may_grade                                         ? "may_grade"
                        : resource.on_the_job                                         ? "on_the_job"
                        : resource.messaging                                          ? "messaging"
                                                                                      : nullptr;
    if (wrong == nullptr) return true;
    decision.refuse("resource.not-a-user"_code, {{"field", wrong}});
    return false;
}

bool is_ahead(const Booking& booking, Instant now) { return is_live(booking) && booking.ends_at > now; }

// What is booked still needs it.
bool may_go(const Resource& resource, const DefineResourceFacts& facts, Instant now, Decision& decision) {
    if (!resource.removed || !facts.existing || facts.existing->removed) return true;
    std::size_t count = 0;
    for (const Booking& booking : facts.bookings) count += is_ahead(booking, now) ? 1 : 0;
    if (count == 0) return true;
    decision.refuse("resource.booked"_code, {{"count", std::to_string(count)}});
    return false;
}

// IMC-RES-04, IMC-RES-07: fewer at once, or other times, take no booking away; whoever has one must be asked.
void report_unfit(const Resource& resource, const DefineResourceFacts& facts, Instant now, Decision& decision) {
    std::vector<Span> booked;
    for (const Booking& booking : facts.bookings) {
        if (booking.state == BookingState::booked) booked.push_back(span_of(booking));
    }
    const auto most = static_cast<std::size_t>(resource.capacity);
    for (const Booking& booking : facts.bookings) {
        if (!is_ahead(booking, now)) continue;
        const bool too_many = booking.state == BookingState::booked && first_with(booked, span_of(booking), most + 1);
        const bool had = can_be_had(resource.calendar, span_of(booking));
        if (had && !too_many) continue;
        ReportLine line;
        line.item = std::to_string(booking.id.value);
        line.group = "bookings";
        line.fate = Fate::open;
        line.code = had ? "booking.over-capacity"_code : "booking.not-available"_code;
        decision.report.push_back(std::move(line));
    }
}

}  // namespace

void define_resource(const DefineResource& request, const DefineResourceFacts& facts, Context& context,
                     Decision& decision) {
    Resource resource = facts.existing ? *facts.existing : Resource{};
    resource.key = request.resource;
    if (!set_identity(request, facts, resource, decision)) return;
    if (!clear_members(request, resource, decision) || !set_calendar(request, resource, decision)) return;
    if (facts.location) resource.location = facts.location->id;
    resource.capacity = request.capacity.value_or(resource.capacity);
    resource.feedback_question = request.feedback_question.value_or(resource.feedback_question);
    resource.removed = request.removed.value_or(resource.removed);
    if (!set_person(request, facts, resource, decision)) return;
    if (!may_go(resource, facts, context.effective, decision)) return;
    report_unfit(resource, facts, context.effective, decision);
    if (!facts.existing) {
        resource.id = context.ids.take<Resource>();
        const auto id = resource.id;
        decision.put(std::move(resource));
        decision.put(Occupancy{context.ids.take<Occupancy>(), 0, id, 0, 0});
        return;
    }
    decision.put(std::move(resource));
}

}  // namespace provost::resources
