// Adding places to courses of an LMS, one by one and many, and access by hand.
#include "lms/elearning.hpp"

#include "lms/link_choice.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::lms {

namespace {

using enrolment::Enrolment;
using enrolment::State;
using results::AccessMethod;
using results::LmsLink;

// By hand or by a rule: the other methods need nothing to be added.
const LmsLink* link_to_add(const AddElearning& request, const ElearningFacts& facts, Decision& decision) {
    auto links = links_with_access(facts.links, {request.connection, request.lms_course});
    std::erase_if(links, [](const LmsLink* link) { return link->access == AccessMethod::by_place; });
    return only(links, decision);
}

bool is_set_up(const ElearningFacts& facts, const LmsLink& link) {
    const auto* connection = facts.connections.first([&](const Connection& one) { return one.key == link.connection; });
    return connection != nullptr && connection->mode == Mode::observe;
}

bool is_by_hand_on(const ElearningEnrolment& each) { return each.overridden ? each.overridden->enabled : each.enabled; }

bool is_wanted(const Enrolment& place, const std::vector<std::string>& states) {
    if (states.empty()) return place.state == State::registered || place.state == State::in_progress;
    return std::ranges::find(states, word(place.state)) != states.end();
}

bool are_states(const std::vector<std::string>& words, Decision& decision) {
    for (const std::string& each : words) {
        const auto& rows = Choices<State>::rows;
        if (std::ranges::find(rows, each, &ChoiceRow::name) != rows.end()) continue;
        decision.refuse("choice.unknown"_code, {{"expected", "a state of a place"}});
        return false;
    }
    return true;
}

ElearningEnrolment nothing_said(const Enrolment& place, Context& context) {
    ElearningEnrolment made;
    made.id = context.ids.take<ElearningEnrolment>();
    made.learner = place.learner;
    made.course = place.course;
    made.enrolment = place.id;
    return made;
}

ReportLine unknown_course(const std::string& external_id) {
    ReportLine line;
    line.item = external_id;
    line.fate = Fate::refused;
    line.code = "course.unknown"_code;
    return line;
}

// WIS-LNK-07: another group moves the learner; whoever names none changes none.
void regroup(const AddElearning& request, const ElearningEnrolment& existing, const Enrolment& place, Context& context,
             Decision& decision) {
    if (request.group.empty() || request.group == existing.group) return decision.unchanged(existing.id.value);
    ElearningEnrolment changed = existing;
    changed.group = request.group;
    changed.changed_at = context.recorded;
    decision.put(std::move(changed));
    decision.access_due(place);
}

}  // namespace

// WIS-AL-02: on and at once off counts for the month, though no run with the LMS saw it.
void note_switched_on(ElearningEnrolment& now, bool was_on, const ElearningFacts& facts, const LmsLink& link,
                      const Context& context) {
    const bool counts = !is_set_up(facts, link) || facts.learner->is_test;  // WIS-EE-03
    if (was_on || !is_by_hand_on(now) || !counts) return;
    now.switched_on.push_back(context.recorded.time_since_epoch().count());
}

const Enrolment& place_of(const Many<Enrolment>& places) {
    const auto* found = static_cast<const Enrolment*>(places.records.back());
    for (const Enrolment& place : places) {
        if (enrolment::is_open(place.state)) found = &place;
    }
    return *found;
}

ElearningEnrolment said_of(const ElearningFacts& facts, const Enrolment& place, const LmsLink& link, Context& context) {
    if (const auto* existing = facts.of(place, link)) return *existing;
    ElearningEnrolment made = nothing_said(place, context);
    made.link = link.id;
    if (const auto* flag = facts.of(place)) made.provision = flag->provision;
    return made;
}

// WIS-EE-01: a new one is off. WIS-EE-09: what was added already is that one.
void add_elearning(const AddElearning& request, const ElearningFacts& facts, Context& context, Decision& decision) {
    const LmsLink* link = link_to_add(request, facts, decision);
    if (link == nullptr) return;
    const Enrolment& place = place_of(facts.places);
    const auto* existing = facts.of(place, *link);
    if (existing != nullptr && existing->added_at) return regroup(request, *existing, place, context, decision);
    if (request.enabled && link->access != AccessMethod::manual) {
        return decision.refuse("elearning.not-manual"_code, {{"method", "by a rule"}});
    }
    ElearningEnrolment made = said_of(facts, place, *link, context);
    made.group = request.group;
    made.added_at = made.changed_at = context.recorded;
    // WIS-EE-03: while a connection is set up nobody's access changes, but that of learners for tests.
    const bool stays_off = is_set_up(facts, *link) && !facts.learner->is_test;
    made.enabled = request.enabled && !stays_off;
    if (request.enabled && stays_off) decision.note("elearning.set-up"_code);
    note_switched_on(made, false, facts, *link, context);
    decision.put(std::move(made));
    decision.access_due(place);
}

// WIS-EE-02, WIS-EE-04: each place by the verb for one, in the order of their ids, so many at once; whoever is refused
// stops nobody.
void add_elearnings(const AddElearnings& request, const AddElearningsFacts& facts, Context&, Decision& decision) {
    if (!are_states(request.states, decision)) return;
    std::vector<std::pair<const Enrolment*, const catalogue::Course*>> places;
    for (const catalogue::Course& course : facts.courses) {
        for (const Enrolment& place : facts.places) {
            const bool counts = place.course == course.id && place.id.value > request.after;
            if (counts && is_wanted(place, request.states)) places.emplace_back(&place, &course);
        }
    }
    for (const std::string& external_id : request.courses) {
        const auto is_it = [&](const catalogue::Course& course) { return course.external_id == external_id; };
        if (facts.courses.first(is_it) == nullptr) decision.report.push_back(unknown_course(external_id));
    }
    std::ranges::sort(places, {}, [](const auto& each) { return each.first->id.value; });
    const auto most = static_cast<std::size_t>(request.most);
    if (places.size() > most) {
        places.resize(most);
        decision.note("elearning.more"_code, {{"after", std::to_string(places.back().first->id.value)}});
    }
    for (const auto& [place, course] : places) {
        AddElearning one;
        one.course = Ref<catalogue::Course>(course->id);
        one.learner = Ref<people::Learner>(place->learner);
        one.connection = request.connection;
        one.lms_course = request.lms_course;
        // WIS-LNK-07: a group of their own that was told before stays.
        const auto* added =
            facts.added.first([id = place->id](const auto& each) { return each.enrolment == id && each.added_at; });
        if (added == nullptr) one.group = request.group;
        decision.then(std::move(one), course->external_id + "/" + std::to_string(place->learner.value));
    }
}

// WIS-EE-05: where a person does it, he says on or off.
void set_access(const SetAccess& request, const ElearningFacts& facts, Context& context, Decision& decision) {
    const LmsLink* link = only(links_with_access(facts.links, {request.connection, request.lms_course}), decision);
    if (link == nullptr) return;
    if (link->access != AccessMethod::manual) {
        const bool by_rule = link->access == AccessMethod::automatic;
        return decision.refuse("elearning.not-manual"_code, {{"method", by_rule ? "by a rule" : "by the place"}});
    }
    const Enrolment& place = place_of(facts.places);
    std::vector<const ElearningEnrolment*> said;
    const auto* existing = facts.of(place, *link);
    if (existing != nullptr && existing->added_at) said.push_back(existing);
    // What an earlier place has is switched off with it: off is off.
    for (const auto* other : facts.of_others(place, *link)) {
        if (!request.enabled && other->added_at) said.push_back(other);
    }
    if (said.empty()) return decision.refuse("elearning.unknown"_code);
    for (const ElearningEnrolment* one : said) {
        if (one->enabled == request.enabled) continue;
        ElearningEnrolment changed = *one;
        changed.enabled = request.enabled;
        changed.changed_at = context.recorded;
        note_switched_on(changed, one->enabled, facts, *link, context);
        decision.put(std::move(changed));
    }
    if (decision.puts.empty()) return decision.unchanged(said.front()->id.value);
    decision.access_due(place);
}

// PPR-PRO-03: on by default, so that a place of which nothing was said is provisioned. The flag is the place's own: it
// needs no link, and one that is made later finds it.
void provision_enrolment(const ProvisionEnrolment& request, const ElearningFacts& facts, Context& context,
                         Decision& decision) {
    const bool of_links = !request.connection.empty() || !request.lms_course.empty();
    const auto links = links_named(facts.links, {request.connection, request.lms_course});
    if (of_links && links.empty()) return decision.refuse("link.unknown"_code);
    const Enrolment& place = place_of(facts.places);
    const auto* flag = facts.of(place);
    const auto differs = [&](const ElearningEnrolment* said) {
        return (said == nullptr || said->provision) != request.provision;
    };
    const auto say = [&](ElearningEnrolment said) {
        said.provision = request.provision;
        said.changed_at = context.recorded;
        decision.put(std::move(said));
    };
    if (of_links) {
        for (const LmsLink* link : links) {
            const auto* existing = facts.of(place, *link);
            if (differs(existing != nullptr ? existing : flag)) say(said_of(facts, place, *link, context));
        }
    } else {
        if (differs(flag)) say(flag != nullptr ? *flag : nothing_said(place, context));
        for (const ElearningEnrolment& each : facts.added) {
            if (each.enrolment == place.id && each.link && differs(&each)) say(each);
        }
    }
    if (decision.puts.empty()) return decision.unchanged(place.id.value);
    decision.access_due(place);
}

}  // namespace provost::lms
