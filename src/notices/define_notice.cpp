// Definitions of notices.
#include "notices/define_notice.hpp"

#include "catalogue/inherit.hpp"
#include "catalogue/notices.hpp"
#include "notices/effective.hpp"

#include <provost/describe/json.hpp>

namespace provost::notices {

namespace {

using catalogue::Level;

// The event of a definition; null: it is refused. IMC-NOT-03: a standard notice has the key of its event, one of the
// organisation's own has an event with days, or one whose notice somebody chooses.
const NoticeEvent* event_of(const NoticeDefinition& told, Decision& decision) {
    const NoticeEvent* standard = catalogue::find_notice_event(told.key);
    const NoticeEvent* event = told.event.empty() ? standard : catalogue::find_notice_event(told.event);
    const bool its_own = standard == nullptr || event == standard;
    if (event == nullptr || !its_own) {
        decision.refuse("notice.event-unknown"_code, {{"notice", told.key}, {"event", told.event}});
    } else if (standard == nullptr && event->anchor == catalogue::NoticeAnchor::none) {
        decision.refuse("notice.event-taken"_code, {{"notice", told.key}, {"event", told.event}});
    } else if (standard == nullptr && is_timed(*event) && told.days.empty()) {
        decision.refuse("field.missing"_code, {{"field", "days"}});
    }
    return decision.refused() ? nullptr : event;
}

bool is_key(std::string_view key) {
    return std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

NoticeOrigin origin_of(const Effective& notice, const NoticesOfFacts& facts) {
    if (notice.origin != NoticeOrigin::course) return notice.origin;
    const auto setting = catalogue::Setting::find(std::string(catalogue::notice_prefix).append(notice.key));
    switch (catalogue::level_of(*setting, *facts.course, *facts.pinned)) {
        case Level::course: return NoticeOrigin::course;
        case Level::course_template: return NoticeOrigin::course_template;
        default: return NoticeOrigin::type;
    }
}

}  // namespace

void define_notice(const Define<NoticeDefinition>& request, const DefineFacts<NoticeDefinition>& facts,
                   Context& context, Decision& decision) {
    Define<NoticeDefinition> made = request;
    NoticeDefinition& told = made.record;
    if (!is_key(told.key)) return decision.refuse("notice.key-malformed"_code);
    const NoticeEvent* event = event_of(told, decision);
    if (event == nullptr) return;
    if (!catalogue::fits_event(*event, told.key, told.recipients, told.days, told.texts, decision)) return;
    told.event = event->key;
    told.timed = is_timed(*event);
    define<NoticeDefinition>(made, facts, context, decision);
}

std::optional<Many<NoticeDefinition>> definitions(const Context& context, bool timed_alone) {
    const int index = find_index(type_of<NoticeDefinition>(), "timed");
    auto timed = context.find<NoticeDefinition>(index, {{1, {}, false}});
    if (timed_alone) return timed;
    auto others = context.find<NoticeDefinition>(index, {{0, {}, false}});
    if (!timed || !others) return std::nullopt;
    std::ranges::copy(timed->records, std::back_inserter(others->records));
    return others;
}

// IMC-NOT-02
void notices_of(const NoticesOf&, const NoticesOfFacts& facts, Context& context, Decision& decision) {
    const auto own = definitions(context, false);
    if (!own) return;
    for (const Effective& notice : all_of(*own, *facts.course)) {
        NoticeView view;
        view.event = notice.event->key;
        view.name = notice.name;
        view.enabled = notice.enabled && !is_silent(*facts.course);
        view.dispatch = notice.dispatch;
        view.recipients = notice.recipients;
        view.days = notice.days;
        for (const auto& text : notice.texts) view.languages.push_back(text.language);
        ReportLine line;
        line.item = notice.key;
        line.group = "notifications";
        line.level = word(origin_of(notice, facts));
        line.value = to_json(view);
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::notices
