// Looks up what messages are about, a page of them at a time.
#include "engine/outbox_about.hpp"

#include "base/code_table.hpp"
#include "enrolment/held_back.hpp"
#include "notices/registration_message.hpp"

#include "notices/effective.hpp"

#include <provost/access/administrator.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/organisation/organisation.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::engine {

using notices::Intent;
using notices::Message;

namespace {

constexpr std::string_view state_changed = "participant.state-changed";

}  // namespace

Result<About::ById> About::by_id(Store& store, const RecordType& type, const std::set<std::int64_t>& ids) {
    std::vector<Key> keys;
    for (const auto id : ids) keys.push_back(id_key(type, id));
    auto loaded = store.load(keys);
    if (!loaded) return loaded.error();
    ById records;
    for (const auto& found : loaded->found) {
        if (found.empty()) return Error{Status::storage, "record.missing"_code, {}, {{"kind", std::string(type.name)}}};
        records.emplace(found.front().id(), found.front());
    }
    return records;
}

Result<void> About::load(Store& store, std::span<const Intent> intents) {
    std::set<std::int64_t> places, learners, courses, tutors, administrators;
    for (const Intent& intent : intents) {
        if (intent.enrolment) places.insert(intent.enrolment.value);
        if (intent.learner) learners.insert(intent.learner.value);
        if (intent.course) courses.insert(intent.course.value);
        if (intent.recipient == notices::Recipient::tutor) tutors.insert(intent.person);
        if (intent.recipient == notices::Recipient::administrator) administrators.insert(intent.person);
        if (intent.recipient == notices::Recipient::supervisor) learners.insert(intent.person);
    }
    auto found = by_id(store, type_of<enrolment::Enrolment>(), places);
    if (!found) return found.error();
    places_ = std::move(*found);
    for (const auto& [id, place] : places_) courses.insert(place.get<enrolment::Enrolment>()->course.value);
    found = by_id(store, type_of<people::Learner>(), learners);
    if (!found) return found.error();
    learners_ = std::move(*found);
    found = by_id(store, type_of<catalogue::Course>(), courses);
    if (!found) return found.error();
    courses_ = std::move(*found);
    found = by_id(store, type_of<staffing::Tutor>(), tutors);
    if (!found) return found.error();
    tutors_ = std::move(*found);
    found = by_id(store, type_of<access::Administrator>(), administrators);
    if (!found) return found.error();
    administrators_ = std::move(*found);
    if (auto loaded = load_releases(store); !loaded) return loaded;
    if (auto loaded = load_processes(store); !loaded) return loaded;
    if (auto loaded = load_notices(store, intents); !loaded) return loaded;
    if (auto loaded = load_told(store, intents); !loaded) return loaded;
    return load_learning(store, intents);
}

Result<void> About::load_processes(Store& store) {
    std::set<std::int64_t> providers;
    for (const auto& [id, course] : courses_) {
        const auto provider = course.get<catalogue::Course>()->assignments.provider;
        if (provider) providers.insert(provider.value);
    }
    auto found = by_id(store, type_of<organisation::Provider>(), providers);
    if (!found) return found.error();
    std::vector<Key> keys;
    for (const auto& [id, provider] : *found) {
        keys.push_back(Key{&type_of<organisation::RegistrationProcess>(),
                           0,
                           {{0, provider.get<organisation::Provider>()->key, true}}});
    }
    auto loaded = store.load(keys);
    if (!loaded) return loaded.error();
    std::size_t at = 0;
    for (const auto& [id, provider] : *found) {
        const auto& process = loaded->found[at++];
        if (!process.empty()) processes_.emplace(id, process.front());
    }
    return {};
}

const organisation::RegistrationProcess* About::process(const catalogue::Course* course) const {
    if (course == nullptr) return nullptr;
    const auto found = processes_.find(course->assignments.provider.value);
    return found == processes_.end() ? nullptr : found->second.get<organisation::RegistrationProcess>();
}

bool About::needs_confirmation(const Intent& intent) const {
    return !intent.confirmed && ((intent.learner && learner(intent).privacy) || tells_held_result(intent));
}

// IMC-TUT-16: a learner is not told how he ended while his results are held back from him.
bool About::tells_held_result(const Intent& intent) const {
    const bool to_learner = intent.enrolment && intent.recipient == notices::Recipient::learner;
    if (!to_learner || !enrolment::is_concluded(intent.target_state)) return false;
    return enrolment::is_held_back(releases_, place(intent), {});
}

// By course; places of one page lie in few.
Result<void> About::load_releases(Store& store) {
    std::vector<Key> keys;
    for (const auto& [id, course] : courses_) keys.push_back({&type_of<enrolment::HeldBack>(), 0, {{id, {}, false}}});
    auto loaded = store.load(keys);
    if (!loaded) return loaded.error();
    for (const auto& found : loaded->found) {
        for (const Record& record : found) releases_.push_back(*record.get<enrolment::HeldBack>());
    }
    return {};
}

// One about no single place holds.
Code About::why_not(const Intent& intent) const {
    // FIN-ACC-12: nobody writes to the dead.
    const bool to_learner = intent.learner && intent.recipient == notices::Recipient::learner;
    if (to_learner && learner(intent).inactive_reason == people::InactiveReason::deceased) {
        return "message.learner-deceased"_code;
    }
    if (to_learner && !people::is_known(learner(intent))) return "message.superseded"_code;
    if (intent.enrolment && !notices::still_holds(intent, place(intent), learner(intent))) {
        return "message.superseded"_code;
    }
    const auto* says = process(course(intent));
    const bool silent = says != nullptr && says->messages == false;
    if (silent && intent.event == state_changed) return "message.provider-silent"_code;
    if (is_past(intent)) return "message.superseded"_code;
    return notices::why_silent(intent, definition(intent), course(intent));
}

// Whom it is for, as the host needs it to reach him.
void About::address(Message& message, const Intent& intent) const {
    if (intent.recipient == notices::Recipient::tutor) {
        const auto& tutor = *tutors_.at(intent.person).get<staffing::Tutor>();
        message.login = tutor.login;
        message.family_name = tutor.name;
    } else if (intent.recipient == notices::Recipient::administrator) {
        const auto& administrator = *administrators_.at(intent.person).get<access::Administrator>();
        message.login = administrator.login;
        message.family_name = administrator.name;
    } else if (intent.recipient != notices::Recipient::host) {
        const bool is_supervisor = intent.recipient == notices::Recipient::supervisor;
        const auto& learner =
            is_supervisor ? *learners_.at(intent.person).get<people::Learner>() : this->learner(intent);
        if (!is_supervisor) message.learner = learner.id;
        message.login = learner.login;
        message.email = learner.email;
        message.first_name = learner.first_name;
        message.family_name = learner.family_name;
    }
}

Message About::message(const Intent& intent) const {
    const auto* course = this->course(intent);
    const auto* says = process(course);
    Message message;
    message.id = intent.id;
    message.event = intent.event;
    message.start_state = intent.start_state;
    message.skill = intent.skill;
    message.level = intent.level;
    message.kind = intent.kind;
    message.notice = notices::notice_of(intent);
    message.due = intent.due;
    message.repeat = intent.repeat;
    message.component = intent.component;
    message.rule = intent.rule;
    message.told = intent.told;
    message.uid = intent.uid;
    message.starts_at = intent.starts_at;
    message.ends_at = intent.ends_at;
    message.target_state = intent.target_state;
    message.trigger = intent.trigger;
    constexpr auto usual = organisation::RegistrationType::self_direct;
    const auto own = course == nullptr ? usual : course->settings.registration_type.value_or(usual);
    message.registration_type = says == nullptr ? own : says->registration_type.value_or(own);
    message.recipient = intent.recipient;
    message.recorded = intent.recorded;
    message.attempt = intent.attempts;
    message.days = intent.days;
    message.gaps = intent.gaps;
    message.participants = intent.participants;
    address(message, intent);
    message.enrolment = intent.enrolment;
    message.program_enrolment = intent.program_enrolment;
    message.matter = intent.matter;
    message.privacy = intent.learner && learner(intent).privacy;
    add_text(message, intent);
    if (course != nullptr) {
        message.course = course->external_id;
        message.course_name = course->settings.name;
        add_component(message, intent);
    }
    if (intent.kind != notices::IntentKind::message) add_calendar(message, intent);
    return message;
}

}  // namespace provost::engine
