// Effective notices.
#include "notices/effective.hpp"

#include <provost/base/text.hpp>
#include <provost/people/supervision.hpp>

namespace provost::notices {

namespace {

using catalogue::NoticeScope;
using catalogue::NoticeSetting;
using catalogue::NoticeText;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = text.find(' ');
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return words;
}

// A definition of the organisation and what a level says of it say the same things.
template <class Said>
void take_over(const Said& said, Effective& made) {
    if (said.enabled) made.enabled = *said.enabled;
    if (said.dispatch) made.dispatch = *said.dispatch;
    if (!said.recipients.empty()) made.recipients = said.recipients;
    if (!said.days.empty()) made.days = said.days;
    if (!said.texts.empty()) made.texts = said.texts;
}

const NoticeText* exactly(std::span<const NoticeText> texts, std::string_view language) {
    const auto found =
        std::ranges::find_if(texts, [&](const NoticeText& each) { return same_language(each.language, language); });
    return found == texts.end() ? nullptr : &*found;
}

}  // namespace

bool Effective::is_for(Recipient recipient) const {
    return recipients.empty() || std::ranges::find(recipients, word(recipient)) != recipients.end();
}

Effective effective(const NoticeEvent& event, std::string_view key, const NoticeDefinition* own,
                    const catalogue::Course* course) {
    Effective made;
    made.event = &event;
    made.key = key;
    const bool standard = key == event.key;
    made.enabled = standard ? event.enabled : true;
    made.recipients = words_of(event.told);
    if (event.days != 0) made.days = {event.days};
    if (own != nullptr) {
        made.name = own->name;
        made.origin = NoticeOrigin::organisation;
        take_over(*own, made);
    }
    // IMC-NOT-05: of messages of registration, and of what is about no course, no course says anything.
    if (course == nullptr || event.scope != NoticeScope::course) return made;
    const auto& told = course->settings.notices;
    const auto found = std::ranges::find(told, key, &NoticeSetting::notice);
    if (found == told.end()) return made;
    made.origin = NoticeOrigin::course;
    take_over(*found, made);
    return made;
}

std::vector<Effective> all_of(const std::vector<const NoticeDefinition*>& own, const catalogue::Course& course) {
    std::vector<Effective> all;
    for (const NoticeEvent& event : catalogue::notice_events()) {
        if (event.scope == NoticeScope::task || event.scope == NoticeScope::organisation) continue;
        if (event.anchor == catalogue::NoticeAnchor::by_hand) continue;  // there is nothing to say by it
        const auto said =
            std::ranges::find(own, event.key, [](const auto* each) { return std::string_view(each->key); });
        all.push_back(effective(event, event.key, said == own.end() ? nullptr : *said, &course));
    }
    for (const NoticeDefinition* each : own) {
        const NoticeEvent* event = catalogue::find_notice_event(each->event);
        if (event == nullptr || each->key == event->key) continue;
        all.push_back(effective(*event, each->key, each, &course));
    }
    return all;
}

std::vector<Effective> all_of(const Many<NoticeDefinition>& own, const catalogue::Course& course) {
    std::vector<const NoticeDefinition*> list;
    for (const NoticeDefinition& each : own) list.push_back(&each);
    return all_of(list, course);
}

Code why_silent(const Intent& intent, const NoticeDefinition* own, const catalogue::Course* course) {
    const NoticeEvent* event = catalogue::find_notice_event(own != nullptr ? own->event : intent.event);
    if (event != nullptr && event->scope == NoticeScope::task) return {};
    if (course != nullptr && is_silent(*course)) return "message.course-silent"_code;  // IMC-NOT-05
    if (event == nullptr || intent.repeat != 0) return {};
    const Effective notice = effective(*event, notice_of(intent), own, course);
    if (!notice.enabled) return "message.notice-off"_code;                        // IMC-NOT-02
    if (notice.dispatch == Dispatch::manual) return "message.by-hand-only"_code;  // IMC-NOT-01
    return notice.is_for(intent.recipient) ? Code{} : "message.not-for-recipient"_code;
}

const NoticeText* text_in(std::span<const NoticeText> texts, std::string_view language, std::string_view of_course) {
    for (const auto spoken : {language, of_course}) {
        for (auto wanted = spoken; !wanted.empty(); wanted = broader_language(wanted)) {
            if (const NoticeText* found = exactly(texts, wanted)) return found;
        }
    }
    return texts.empty() ? nullptr : &texts.front();
}

std::vector<Told> staff_told(const Effective& notice, const catalogue::Course& course) {
    std::vector<Told> told;
    if (notice.is_for(Recipient::tutor)) {
        for (const auto tutor : staffing::told_tutors(course.assignments.tutors)) {
            told.push_back({Recipient::tutor, tutor});
        }
    }
    const auto administrator = course.assignments.administrator;
    if (notice.is_for(Recipient::administrator) && administrator) {
        told.push_back({Recipient::administrator, administrator.value});
    }
    return told;
}

std::optional<std::int64_t> supervisor_told(const Effective& notice, Id<people::Learner> learner,
                                            const Context& context) {
    if (!notice.is_for(Recipient::supervisor)) return 0;
    const auto found = context.find<people::Supervision>(find_index(type_of<people::Supervision>(), "learner"),
                                                         {{learner.value, {}, false}});
    if (!found) return std::nullopt;
    if (found->empty()) return 0;
    const people::Supervision& supervision = *found->begin();
    return supervision.supervisors.empty() ? 0 : supervision.supervisors.front();
}

Intent undelivered(Intent intent) {
    intent.id = {};
    intent.state = IntentState::due;
    intent.confirmed = false;
    intent.moved_at.reset();
    intent.attempts = 0;
    intent.not_before.reset();
    intent.worker.clear();
    intent.code.clear();
    return intent;
}

std::string key_of(const Intent& intent) {
    std::string key = notice_of(intent);
    const auto add = [&](char what, std::int64_t id) {
        if (id != 0) (key += '|') += what + std::to_string(id);
    };
    add('e', intent.enrolment.value);
    add('c', intent.course.value);
    add('p', intent.program_enrolment.value);
    add('l', intent.learner.value);
    for (const std::string* part : {&intent.component, &intent.rule, &intent.skill, &intent.matter, &intent.told}) {
        if (!part->empty()) (key += '|') += *part;
    }
    ((key += '|') += word(intent.recipient)) += ':' + std::to_string(intent.person);
    const auto due = intent.due ? intent.due : intent.recorded;
    if (due) ((key += '|') += to_text(*due));
    return key;
}

}  // namespace provost::notices
