// What a commit says of access: which learners and courses have to be looked at by the next run with an LMS. Nothing
// else is known here of any LMS.
#include "engine/core.hpp"
#include "lms/changes.hpp"

#include <provost/lms/lms.hpp>

namespace provost::engine {

namespace {

template <class T>
const T* changed(const Record& before, const Record& put) {
    const auto* is = put.get<T>();
    const auto* was = is == nullptr ? nullptr : before.get<T>();
    return was == nullptr || lms::gives_the_same(*was, *is) ? nullptr : is;
}

}  // namespace

// WIS-ER-12, WIS-MIG-09: whatever rules of access look at is due at once when it changes, whoever changed it. What is
// new comes with a place that says so itself.
void Core::add_due(const Record& put) {
    const Record& before = overlay_.current(put.type(), put.id());
    if (lms::concerns_everybody(before, put)) return due_.push_back({0, 0, put.id()});
    if (!before) return;
    if (const auto* place = changed<enrolment::Enrolment>(before, put)) {
        due_.push_back({place->learner.value, place->course.value, place->id.value});
    } else if (const auto* activity = changed<enrolment::Activity>(before, put)) {
        const Record& held = overlay_.current(type_of<enrolment::Enrolment>(), activity->enrolment.value);
        const auto* place = held ? held.get<enrolment::Enrolment>() : nullptr;
        const auto learner = activity->learner.value;
        if (place != nullptr) due_.push_back({learner, place->course.value, place->id.value});
        if (place == nullptr && activity->enrolment) due_.push_back({learner, 0, learner});
    } else if (const auto* program = changed<enrolment::ProgramEnrolment>(before, put)) {
        due_.push_back({program->learner.value, 0, program->learner.value});
    } else if (const auto* course = changed<catalogue::Course>(before, put)) {
        due_.push_back({0, course->id.value, course->id.value});
    } else if (const auto* learner = changed<people::Learner>(before, put)) {
        due_.push_back({learner->id.value, 0, learner->id.value});
    }
}

// A place that changed without a change of what it gives needs no comparison with the LMS.
bool Core::keeps_access(const DueAccess& due, std::span<const Record> puts) const {
    const auto place = std::ranges::find_if(puts, [&](const Record& put) {
        return &put.type() == &type_of<enrolment::Enrolment>() && put.id() == due.enrolment;
    });
    if (place == puts.end()) return false;
    const Record& before = overlay_.current(type_of<enrolment::Enrolment>(), due.enrolment);
    return before && lms::gives_the_same(*before.get<enrolment::Enrolment>(), *place->get<enrolment::Enrolment>());
}

// A commit marks the keys whose access may have changed; what the LMS shall look like is worked out when it is asked
// for.
Result<void> Core::mark_due() {
    std::vector<Key> keys;
    std::vector<Key> missing;
    for (const DueAccess& due : due_) {
        keys.push_back({&type_of<lms::LmsAccess>(), 0, {{due.learner, {}, false}, {due.course, {}, false}}});
        if (!overlay_.knows(keys.back())) missing.push_back(keys.back());
    }
    if (!missing.empty()) {
        if (auto loaded = load(missing); !loaded) return loaded;
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        lms::LmsAccess access{{due_[i].enrolment}, 0, {due_[i].learner}, {due_[i].course}, false};
        overlay_.read(keys[i], [&](const Record& record) { access = *record.get<lms::LmsAccess>(); });
        // A mark of many is written again: who expands it must not take it away with what came later.
        const bool is_many = due_[i].learner == 0 || due_[i].course == 0;
        if (access.due && !is_many) continue;
        access.due = true;
        access.version = overlay_.stored_version(type_of<lms::LmsAccess>(), access.id.value) + 1;
        overlay_.apply(maker_.hold(std::move(access)));
    }
    due_.clear();
    return {};
}

}  // namespace provost::engine
