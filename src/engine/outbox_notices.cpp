// What notices say when messages are handed out: the text, what the calendar is told, who else hears of it.
#include "engine/outbox_about.hpp"

#include "learning/windows.hpp"
#include "notices/effective.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/notices/ical.hpp>
#include <provost/people/supervision.hpp>

namespace provost::engine {

using notices::Intent;
using notices::IntentKind;
using notices::Message;
using notices::Recipient;

namespace {

KeyPart part_of(std::int64_t id) { return {id, {}, false}; }
KeyPart part_of(const std::string& name) { return {0, name, true}; }

// The records of a kind under the values of an index, each with its value.
template <class T, class Value, class Take>
Result<void> load_under(Store& store, std::string_view index, const std::set<Value>& values, Take take) {
    const RecordType& type = type_of<T>();
    std::vector<Key> keys;
    for (const Value& value : values) keys.push_back({&type, find_index(type, index), {part_of(value)}});
    auto loaded = store.load(keys);
    if (!loaded) return loaded.error();
    auto value = values.begin();
    for (const auto& found : loaded->found) {
        for (const Record& record : found) take(*value, record);
        ++value;
    }
    return {};
}

// Whether somebody leaves by it, and it is looked at for the first time.
bool says_that_he_left(const Intent& intent) {
    return intent.event == "participant.state-changed" && !intent.moved_at && intent.repeat == 0 &&
           !enrolment::is_open(intent.target_state);
}

std::optional<Instant> processed_at(const learning::Progress* progress, std::string_view component) {
    if (progress == nullptr || component.empty()) return std::nullopt;
    const auto entry = std::ranges::find(progress->components, component, &learning::ComponentProgress::component);
    return entry == progress->components.end() ? std::nullopt : entry->processed_at;
}

}  // namespace

Result<void> About::load_notices(Store& store, std::span<const Intent> intents) {
    std::set<std::string> keys;
    std::set<std::int64_t> learners;
    for (const Intent& intent : intents) {
        keys.insert(notices::notice_of(intent));
        if (intent.learner) learners.insert(intent.learner.value);
    }
    auto loaded = load_under<catalogue::NoticeDefinition>(
        store, "key", keys, [&](const std::string& key, const Record& record) { definitions_.emplace(key, record); });
    const auto says_so = [](const auto& course) {
        return !course.second.template get<catalogue::Course>()->settings.notices.empty();
    };
    if (!loaded || (definitions_.empty() && std::ranges::none_of(courses_, says_so))) return loaded;
    return load_under<people::Supervision>(store, "learner", learners, [&](std::int64_t learner, const Record& record) {
        supervisions_.emplace(learner, record);
    });
}

Result<void> About::load_told(Store& store, std::span<const Intent> intents) {
    std::set<std::string> uids;
    std::set<std::int64_t> left;
    for (const Intent& intent : intents) {
        if (!intent.uid.empty()) uids.insert(intent.uid);
        if (says_that_he_left(intent)) left.insert(intent.learner.value);
    }
    auto loaded = load_under<Intent>(store, "uid", uids, [&](const std::string& uid, const Record& record) {
        by_uid_[uid].push_back(*record.get<Intent>());
    });
    if (!loaded) return loaded;
    return load_under<Intent>(store, "learner", left, [&](std::int64_t, const Record& record) {
        const auto& told = *record.get<Intent>();
        if (told.kind != IntentKind::message) calendars_[told.enrolment.value].push_back(told);
    });
}

Result<void> About::load_learning(Store& store, std::span<const Intent> intents) {
    std::set<std::int64_t> courses, places, locations;
    for (const Intent& intent : intents) {
        const auto* course = this->course(intent);
        if (course == nullptr) continue;
        if (!intent.component.empty()) courses.insert(course->id.value);
        if (!intent.due || !intent.enrolment) continue;
        places.insert(intent.enrolment.value);
        locations.insert(course->assignments.location.value);
    }
    auto found = by_id(store, type_of<organisation::Location>(), locations);
    if (!found) return found.error();
    locations_ = std::move(*found);
    auto loaded = load_under<catalogue::Syllabus>(
        store, "owner", courses,
        [&](std::int64_t course, const Record& record) { syllabuses_.emplace(course, record); });
    if (!loaded) return loaded;
    return load_under<learning::Progress>(store, "enrolment", places, [&](std::int64_t place, const Record& record) {
        progress_.emplace(place, record);
    });
}

const notices::NoticeDefinition* About::definition(const Intent& intent) const {
    const auto found = definitions_.find(notices::notice_of(intent));
    return found == definitions_.end() ? nullptr : found->second.get<notices::NoticeDefinition>();
}

// IMC-NOT-06: whether what a notice by days asks for is done by now, or its date is another one. What somebody sent by
// hand he wants to be read.
bool About::is_past(const Intent& intent) const {
    if (!intent.due || !intent.enrolment || intent.repeat != 0) return false;
    const auto& place = this->place(intent);
    if (!enrolment::is_ahead(place.state) && intent.event != "component.feedback-deadline") return true;
    if (place.signed_at || place.state == enrolment::State::on_hold) return true;
    if (intent.event == "participant.enrolled" && place.state != enrolment::State::registered) return true;
    if (processed_at(progress(intent), intent.component)) return true;
    return date_of(intent) != (intent.starts_at ? intent.starts_at : intent.ends_at);
}

const learning::Progress* About::progress(const Intent& intent) const {
    const auto found = progress_.find(intent.enrolment.value);
    return found == progress_.end() ? nullptr : found->second.get<learning::Progress>();
}

const catalogue::Component* About::component(const Intent& intent) const {
    const auto found = syllabuses_.find(course(intent)->id.value);
    if (intent.component.empty() || found == syllabuses_.end()) return nullptr;
    const auto& components = found->second.get<catalogue::Syllabus>()->components;
    const auto it = std::ranges::find(components, intent.component, &catalogue::Component::key);
    return it == components.end() ? nullptr : &*it;
}

std::optional<Instant> About::date_of(const Intent& intent) const {
    const auto& place = this->place(intent);
    const auto& course = *this->course(intent);
    const auto& location = *locations_.at(course.assignments.location.value).get<organisation::Location>();
    const auto* event = catalogue::find_notice_event(intent.event);
    const Zone* zone = zones_.find(location.zone);
    if (event == nullptr || zone == nullptr) return std::nullopt;
    const auto* progress = this->progress(intent);
    const auto begun = progress == nullptr ? std::optional<Instant>() : progress->started_at;
    const auto anchors = learning::anchors_of(course, *zone, place.enrolled_at, begun);
    switch (event->anchor) {
        case catalogue::NoticeAnchor::course_start: return anchors.course_start;
        case catalogue::NoticeAnchor::course_end: return anchors.course_end;
        case catalogue::NoticeAnchor::due: return place.due_at;
        case catalogue::NoticeAnchor::enrolment: return place.enrolled_at;
        default: break;
    }
    const auto* component = this->component(intent);
    if (component == nullptr) return std::nullopt;
    return learning::moment_of(component->closes, anchors, processed_at(progress, component->closes.component)).at;
}

// IMC-NOT-01: the text in the language of whom it is for. Its names in braces stay: how they must be written in its
// form, the host knows.
void About::add_text(Message& message, const Intent& intent) const {
    const auto* own = definition(intent);
    const auto* event = catalogue::find_notice_event(own != nullptr ? own->event : intent.event);
    if (event == nullptr) return;
    const auto* course = this->course(intent);
    const auto notice = notices::effective(*event, notices::notice_of(intent), own, course);
    std::string_view language;
    if (intent.recipient == Recipient::learner && intent.learner) language = learner(intent).language;
    if (intent.recipient == Recipient::supervisor) {
        language = learners_.at(intent.person).get<people::Learner>()->language;
    }
    const auto of_course = course == nullptr ? std::string_view() : std::string_view(course->settings.language);
    const auto* text = notices::text_in(notice.texts, language, of_course);
    if (text == nullptr) return;
    message.language = text->language;
    message.subject = text->subject;
    message.text = text->text;
}

void About::add_component(Message& message, const Intent& intent) const {
    if (const auto* found = component(intent)) message.component_name = found->name;
}

// IMC-SCH-06: ids grow, so that the later word of an entry has the greater sequence.
void About::add_calendar(Message& message, const Intent& intent) const {
    notices::CalendarEntry entry;
    entry.uid = intent.uid;
    if (const auto told = by_uid_.find(intent.uid); told != by_uid_.end()) {
        entry.sequence = std::ranges::count_if(told->second, [&](const Intent& each) { return each.id < intent.id; });
    }
    entry.cancelled = intent.kind == IntentKind::calendar_removal;
    entry.stamp = intent.recorded.value_or(Instant{});
    entry.starts_at = intent.starts_at;
    entry.ends_at = intent.ends_at;
    const auto& component = message.component_name.empty() ? message.component : message.component_name;
    entry.summary = message.course_name;
    if (!component.empty()) entry.summary += (entry.summary.empty() ? "" : ": ") + component;
    entry.attendee = message.email;
    entry.organiser = organiser_;
    message.ical = notices::ical_text(entry);
}

std::vector<Intent> About::others(const Intent& intent) const {
    std::vector<Intent> others;
    if (intent.moved_at || intent.repeat != 0) return others;
    copy_to_others(intent, others);
    take_out_of_calendars(intent, others);
    return others;
}

// IMC-NOT-01: what a rule tells the participant alone, others hear as well when the notice is for them.
void About::copy_to_others(const Intent& intent, std::vector<Intent>& others) const {
    const auto* event = catalogue::find_notice_event(intent.event);
    const bool is_first = intent.recipient == Recipient::learner && intent.kind == IntentKind::message && !intent.due;
    if (event == nullptr || event->told != "learner" || !is_first || !intent.enrolment) return;
    const Code why = why_not(intent);
    if (why && why != "message.not-for-recipient"_code) return;
    const auto& course = *this->course(intent);
    const auto notice = notices::effective(*event, notices::notice_of(intent), definition(intent), &course);
    const auto add = [&](Recipient recipient, std::int64_t person) {
        Intent& copy = others.emplace_back(intent);
        copy.id = {};
        copy.version = 1;
        copy.recipient = recipient;
        copy.person = person;
        copy.key = notices::key_of(copy);
    };
    for (const notices::Told& each : notices::staff_told(notice, course)) add(each.recipient, each.person);
    const auto found = supervisions_.find(intent.learner.value);
    if (!notice.is_for(Recipient::supervisor) || found == supervisions_.end()) return;
    const auto& supervisors = found->second.get<people::Supervision>()->supervisors;
    if (!supervisors.empty()) add(Recipient::supervisor, supervisors.front());
}

// IMC-SCH-06: whoever has left a course has nothing of it in his calendar.
void About::take_out_of_calendars(const Intent& intent, std::vector<Intent>& others) const {
    if (!says_that_he_left(intent) || enrolment::is_open(place(intent).state)) return;
    const auto found = calendars_.find(intent.enrolment.value);
    if (found == calendars_.end()) return;
    std::map<std::string_view, const Intent*> latest;
    for (const Intent& told : found->second) {
        if (told.moved_at && told.state != notices::IntentState::dropped) latest[told.uid] = &told;
    }
    for (const auto& [uid, told] : latest) {
        if (told->kind == IntentKind::calendar_removal) continue;
        Intent& removal = others.emplace_back(notices::undelivered(*told));
        removal.version = 1;
        removal.kind = IntentKind::calendar_removal;
        removal.start_state = intent.start_state;
        removal.target_state = intent.target_state;
        removal.trigger = intent.trigger;
        removal.verb = intent.verb;
        removal.recorded = intent.recorded;
        removal.key = notices::key_of(removal);
    }
}

}  // namespace provost::engine
