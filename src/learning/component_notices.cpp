// Telling participants of components: once each, when they have opened, and only of what is still to be done.
#include "learning/component_notices.hpp"

#include "learning/reminders.hpp"
#include "notices/define_notice.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/notices/intent.hpp>

#include <map>

namespace provost::learning {

namespace {

using catalogue::ComponentKind;
using enrolment::Enrolment;

// IMC-SCH-07: a feedback form may be wanted after the conclusion; nothing else is.
bool is_told(const Enrolment& place, ComponentKind kind) {
    return takes_part(place.state) || (kind == ComponentKind::feedback && is_concluded(place.state));
}

notices::Intent message_of(const Enrolment& place, const catalogue::Component& component) {
    notices::Intent message;
    // IMC-SYL-12
    message.event = component.kind == ComponentKind::feedback ? "component.feedback-wanted" : "component.opened";
    message.learner = place.learner;
    message.enrolment = place.id;
    message.start_state = message.target_state = place.state;
    message.component = component.key;
    return message;
}

class Telling {
public:
    Telling(const ComponentNoticesFacts& facts, const Zone& zone, Instant now, Reminders& reminders, Decision& decision)
        : facts_(facts),
          zone_(zone),
          now_(now),
          reminders_(reminders),
          decision_(decision),
          studies_(facts.study, *facts.course) {
        for (const Progress& each : facts.progress) progress_[each.enrolment.value] = &each;
    }

    void tell(const Enrolment& place) {
        const auto found = progress_.find(place.id.value);
        const Progress* stands = found == progress_.end() ? nullptr : found->second;
        const Study& study = studies_.of(judging(facts_.study, facts_.logic, stands));
        const Way way = stands == nullptr ? Way(study, *facts_.course, zone_, place.enrolled_at)
                                          : Way(study, *facts_.course, zone_, place.enrolled_at, *stands);
        reminders_.remind(place, study, way);
        for (std::size_t i = 0; i < study.components.size(); ++i) {
            const catalogue::Component& component = study.components[i];
            if (!component.notices || !is_told(place, component.kind)) continue;
            tell(place, component, way, static_cast<int>(i));
        }
    }

    /// When the next component opens of which somebody is to be told.
    [[nodiscard]] std::optional<Instant> next_at() const { return next_at_; }

    // IMC-SYL-11: one word for each component, however many wait for its moment.
    void note_unknown() {
        for (const auto& [component, count] : unknown_) {
            decision_.note("component.notice-without-date"_code,
                           {{"component", std::string(component)}, {"count", std::to_string(count)}});
        }
    }

private:
    void tell(const Enrolment& place, const catalogue::Component& component, const Way& way, int position) {
        const Moment opens = way.opens(position);
        if (opens.unknown) ++unknown_[component.key];
        const ComponentProgress* entry = way.of(position);
        const bool done = entry != nullptr && entry->processed_at;
        if (!opens.at || done) return;
        if (now_ < *opens.at) {
            if (!next_at_ || *opens.at < *next_at_) next_at_ = opens.at;
            return;
        }
        // What was open before he came is no news, however seldom it is asked.
        const bool is_old = place.enrolled_at && *opens.at < *place.enrolled_at;
        const bool told = facts_.before && facts_.before->until && *opens.at <= *facts_.before->until;
        if (!is_old && !told && !is_closed_to(entry, *facts_.course)) decision_.intend(message_of(place, component));
    }

    const ComponentNoticesFacts& facts_;
    const Zone& zone_;
    Instant now_;
    Reminders& reminders_;
    Decision& decision_;
    Studies studies_;
    std::unordered_map<std::int64_t, const Progress*> progress_;
    std::map<std::string_view, std::int64_t> unknown_;
    std::optional<Instant> next_at_;
};

}  // namespace

void send_component_notices(const SendComponentNotices& request, const ComponentNoticesFacts& facts, Context& context,
                            Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    if (facts.before && facts.before->until && context.effective <= *facts.before->until) {
        return decision.unchanged(facts.course->id.value);
    }
    const auto timed = notices::definitions(context, true);
    if (!timed) return;
    std::vector<const catalogue::NoticeDefinition*> own;
    for (const catalogue::NoticeDefinition& each : *timed) own.push_back(&each);
    const auto until = facts.before ? facts.before->until : std::nullopt;
    const ReminderWindow window{request.since ? request.since : until, context.effective};
    Reminders reminders(*facts.course, *zone, window, reminders_of(own, *facts.course), context, decision);
    Telling telling(facts, *zone, context.effective, reminders, decision);
    for (const Enrolment& place : facts.enrolments) telling.tell(place);
    if (!reminders.known()) return;
    telling.note_unknown();
    ComponentNotices now = facts.before ? *facts.before : ComponentNotices{};
    if (!facts.before) now.id = context.ids.take<ComponentNotices>();
    now.course = facts.course->id;
    now.until = context.effective;
    now.next_at = telling.next_at();
    const auto next = reminders.next_at();
    if (next && (!now.next_at || *next < *now.next_at)) now.next_at = next;
    decision.put(std::move(now));
}

}  // namespace provost::learning
