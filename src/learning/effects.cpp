// What follows from a step.
#include "learning/effects.hpp"

#include "registration/change.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/notices/intent.hpp>
#include <provost/registration/participants.hpp>

namespace provost::learning {

namespace {

using notices::Intent;
using notices::IntentKind;
using notices::Recipient;

constexpr std::string_view participant_told = "participant", tutors_told = "tutors",
                           administrator_told = "administrator", supervisor_told = "supervisor";

void tell_people(std::string_view told, const StudentFacts& facts, Intent message, Decision& decision) {
    const auto& assigned = facts.course->assignments;
    const auto send = [&](Recipient recipient, std::int64_t person) {
        message.recipient = recipient;
        message.person = person;
        decision.intend(message);
    };
    if (told == participant_told) {
        send(Recipient::learner, 0);
    } else if (told == tutors_told) {
        for (const auto tutor : staffing::told_tutors(assigned.tutors)) send(Recipient::tutor, tutor);
    } else if (told == administrator_told) {
        if (assigned.administrator) send(Recipient::administrator, assigned.administrator.value);
    } else if (told == supervisor_told) {
        const auto& supervision = facts.acting.supervision;
        if (supervision && !supervision->supervisors.empty()) {
            send(Recipient::supervisor, supervision->supervisors.front());
        }
    } else {
        message.told = told;
        send(Recipient::host, 0);
    }
}

std::vector<int> newly_fired(const Study& study, const Progress* before, const State& now) {
    std::vector<int> rules;
    for (std::size_t i = 0; i < study.rules.size(); ++i) {
        if (now.fired[i] == 0) continue;
        const bool had = before != nullptr &&
                         std::ranges::find(before->firings, study.rules[i].key, &Firing::rule) != before->firings.end();
        if (!had) rules.push_back(static_cast<int>(i));
    }
    return rules;
}

// The same entry for good: whoever has it in his calendar moves it.
std::string uid_of(const enrolment::Enrolment& place, std::string_view component) {
    return "provost-" + std::to_string(place.id.value) + '-' + std::string(component);
}

Intent calendar_entry(const enrolment::Enrolment& place, const catalogue::Component& component) {
    Intent entry;
    entry.kind = IntentKind::calendar_entry;
    entry.event = "component.scheduled";
    entry.learner = place.learner;
    entry.enrolment = place.id;
    entry.start_state = entry.target_state = place.state;
    entry.component = component.key;
    entry.uid = uid_of(place, component.key);
    return entry;
}

}  // namespace

enrolment::State state_of(Ended ended) {
    switch (ended) {
        case Ended::passed: return enrolment::State::passed;
        case Ended::failed: return enrolment::State::failed;
        case Ended::unregistered: return enrolment::State::cancelled;
        case Ended::no: break;
    }
    return enrolment::State::in_progress;
}

void tell(const Study& study, const Way& way, const Progress* before, const StudentFacts& facts, Decision& decision) {
    const auto& place = registration::latest(facts.place.enrolments);
    const std::vector<int> fired = newly_fired(study, before, way.state());
    for (const int rule : fired) {
        const catalogue::Rule& it = study.rules[at(rule)];
        for (const catalogue::RuleAction& action : it.actions) {
            Intent message;
            message.event = "learning." + std::string(word(*action.kind));
            std::ranges::replace(message.event, '_', '-');
            message.learner = place.learner;
            message.enrolment = place.id;
            message.start_state = place.state;
            message.target_state = state_of(way.state().ended);
            message.component = it.component;
            message.rule = it.key;
            for (const std::string& told : action.tell) tell_people(told, facts, message, decision);
        }
    }
}

void note_conflicts(const Study& study, const Trace& trace, Decision& decision) {
    for (const int component : trace.conflicts) {
        decision.note("component.lock-won"_code, {{"component", study.components[at(component)].key}});
    }
    if (trace.ends_conflict) decision.note("learning.ended-twice"_code);
}

// What is told late may have been the beginning, or may have let something end the course that came after it: both are
// of the days on which they were.
bool move_participant(const Way& way, const Study& study, const StudentFacts& facts,
                      registration::Participant& participant, Decision& decision) {
    using enrolment::State;
    const auto day = [&](Instant moment) { return day_of(moment, participant.zone()); };
    const Progress& progress = way.progress();
    const bool earlier = progress.started_at && participant.place.started_on > day(*progress.started_at);
    if (earlier) participant.place.started_on = day(*progress.started_at);
    const Ended ended = way.state().ended;
    if (ended == Ended::passed || ended == Ended::failed) {
        const Day last = day(*progress.ended_at);
        if (!registration::conclude_place(participant, state_of(ended), last, decision)) return false;
        if (progress.started_at) participant.place.started_on = std::min(last, day(*progress.started_at));
        const Code how = study.logic.by_progress ? "concluded.by-progress"_code : "concluded.by-logic"_code;
        return participant.settle(participant.change(how, {}));
    }
    if (participant.place.state == State::registered && progress.started_at) {
        participant.become(State::in_progress);
        registration::begin(participant, day(*progress.started_at), *facts.course);
        if (!participant.settle(participant.change("participant.started"_code, {}))) return false;
    } else if (earlier) {
        decision.put(participant.place);
    }
    if (ended != Ended::unregistered) return true;
    registration::CancelPlace leave;
    leave.course = Ref<catalogue::Course>(facts.course->id);
    leave.learner = Ref<people::Learner>(facts.learner->id);
    leave.because = registration::Because::logic;  // IMC-LL-14
    decision.then(std::move(leave));
    return true;
}

void keep(const Way& way, const Progress* before, const enrolment::Enrolment& place, const catalogue::Logic* logic,
          Context& context, Decision& decision) {
    Progress made = way.progress();
    made.id = before != nullptr ? before->id : context.ids.take<Progress>();
    made.version = before != nullptr ? before->version : 0;
    made.enrolment = place.id;
    made.course = place.course;
    made.logic = logic != nullptr ? logic->id : Id<catalogue::Logic>{};
    decision.put(std::move(made));
}

bool follow_up(const Way* former, const Way& way, const Study& study, const StudentFacts& facts,
               registration::Participant& participant, Decision& decision) {
    tell(study, way, former == nullptr ? nullptr : &former->progress(), facts, decision);
    note_conflicts(study, way.trace(), decision);
    keep_calendar(former, way, study, participant.place, decision);
    const bool takes_part = enrolment::is_ahead(participant.place.state);
    return !takes_part || move_participant(way, study, facts, participant, decision);
}

void keep_calendar(const Way* before, const Way& now, const Study& study, const enrolment::Enrolment& place,
                   Decision& decision) {
    for (int i = 0; at(i) < study.components.size(); ++i) {
        const catalogue::Component& component = study.components[at(i)];
        if (!component.calendar_entry) continue;
        const auto opens = now.opens(i).at, closes = now.closes(i).at;
        const bool same = before != nullptr && before->opens(i).at == opens && before->closes(i).at == closes;
        if (same || (!opens && !closes)) continue;
        Intent entry = calendar_entry(place, component);
        entry.starts_at = opens ? opens : closes;
        entry.ends_at = closes;
        decision.intend(std::move(entry));
    }
}

}  // namespace provost::learning
