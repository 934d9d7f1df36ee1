// results.receive_grade, step by step: is it known, for which place, by which rule; grading.cpp does the rest.
#include "results/receive_grade.hpp"

#include "results/keep_for_later.hpp"
#include "results/matching.hpp"
#include "results/standing.hpp"
#include "results/which_rule.hpp"

namespace provost::results {

namespace {

using enrolment::Enrolment;

const std::string& item_of(const ReceiveGrade& request) {
    return request.item.empty() ? request.item_number : request.item;
}

// WIS-AG-16: the same item, or the whole, of the same learner, with the same moment and value, however it is told.
bool is_same(const ResultEvent& event, const ReceiveGrade& request, const Context& context) {
    return event.item == item_of(request) && event.occurred_at == context.effective &&
           event.completion == request.completion && event.grade_percent == request.grade_percent &&
           event.grade == request.grade;
}

// Whether it was told before: unchanged then, or a repeated row of a file.
bool is_known(const ResultEvent& event, const ReceiveGrade& request, const Context& context, Decision& decision) {
    if (!is_same(event, request, context)) return false;
    context.repeated(event.id) ? decision.refuse("row.duplicate"_code) : decision.unchanged(event.id.value);
    return true;
}

Told told_by(const ReceiveGrade& request) { return {request.completion, request.grade_percent, request.grade}; }

ResultEvent event_of(const ReceiveGrade& request, Context& context) {
    ResultEvent event = event_of(told_by(request), context);
    event.system = request.system;
    event.run = request.run;
    event.connection = request.connection;
    event.lms_course = request.lms_course;
    event.item = item_of(request);
    if (!request.item.empty()) event.item_number = request.item_number;
    return event;
}

Incoming incoming_of(const ReceiveGrade& request, const Candidate& candidate, const Context& context) {
    Incoming incoming{told_by(candidate.link, told_by(request)), context.effective};
    if (!request.system.empty())
        incoming.provenance = enrolment::Provenance{request.system, request.run, context.recorded};
    incoming.partial = candidate.partial;
    incoming.review = candidate.link != nullptr && candidate.link->review;
    return incoming;
}

// Whether the events under an index tell it; nothing while that is not known yet.
template <class Same>
std::optional<bool> is_told(std::string_view index, std::int64_t id, const Context& context, Same same) {
    const auto events = context.find<ResultEvent>(find_index(type_of<ResultEvent>(), index), {{id, {}, false}});
    return events ? std::optional(events->first(same) != nullptr) : std::nullopt;
}

// WIS-AG-16: where no course is named: what came from there before counted for a place that is no candidate any more,
// or is held. Nothing while it is not known yet.
std::optional<bool> was_told(const ReceiveGrade& request, const ReceiveGradeFacts& facts, const Context& context,
                             Decision& decision) {
    const auto same = [&](const ResultEvent& event) {
        const bool of_unit = event.subject.empty() || (facts.subject && event.subject == facts.subject->code);
        return event.connection == request.connection && event.lms_course == request.lms_course && of_unit &&
               is_known(event, request, context, decision);
    };
    auto told = is_told("learner", facts.at.learner->id.value, context, same);
    for (const Enrolment& place : places_meant(request, facts)) {
        if (told && !*told) told = is_told("enrolment", place.id.value, context, same);
    }
    return told;
}

// The same of a course, however it was told there.
std::optional<bool> was_told_in(Id<catalogue::Course> course, const ReceiveGrade& request,
                                const ReceiveGradeFacts& facts, const Context& context, Decision& decision) {
    const auto same = [&](const ResultEvent& event) { return is_known(event, request, context, decision); };
    std::optional<bool> told = false;
    for (const Enrolment& place : places_meant(request, facts)) {
        if (told && !*told && place.course == course) told = is_told("enrolment", place.id.value, context, same);
    }
    return told;
}

// WIS-AG-15: a person decides between several; the event says for which.
void hold_ambiguous(const ReceiveGrade& request, const ReceiveGradeFacts& facts, const std::vector<Candidate>& all,
                    Context& context, Decision& decision) {
    ResultEvent event = event_of(request, context);
    event.learner = facts.at.learner->id;
    if (facts.subject) event.subject = facts.subject->code;
    event.source = enrolment::Source::lms;
    event.disposition = Disposition::review;
    event.code = "result.ambiguous"_code;
    for (const Candidate& one : all) event.candidates.push_back(one.place->id.value);
    decision.hold(event.code, {{"count", std::to_string(all.size())}});
    decision.put(std::move(event));
}

// When the participant began; the later booked one of two.
auto begun(const Candidate& one) {
    return std::pair(one.place->started_on ? one.place->started_on : one.place->enrolled_on, one.place->id.value);
}

// The policy of the rules; when they do not say the same, it is for a person. Nothing while it is not known yet.
std::optional<Matching> policy_of(const std::vector<Candidate>& all, const Context& context) {
    std::optional<Matching> policy;
    bool known = true;
    for (const Candidate& one : all) {
        const auto found = rule_at(*one.place, *one.course, one.link, context);
        known = known && found;
        if (!found) continue;
        const Matching matching = found->rule == nullptr ? Matching::single : found->rule->matching;
        policy = policy.value_or(matching) == matching ? matching : Matching::single;
    }
    return known ? policy : std::nullopt;
}

// The candidate that the result is for; null: it was held, or what it needs is not known yet. Of all, the others
// follow.
const Candidate* choose(const ReceiveGrade& request, const ReceiveGradeFacts& facts, const std::vector<Candidate>& all,
                        Context& context, Decision& decision) {
    if (all.size() == 1) return &all.front();
    // PPR-RES-06: a part is evidence in all that its course stands for, and nobody has to look at it.
    const auto policy = all.front().partial ? std::optional(Matching::all) : policy_of(all, context);
    if (!policy) return nullptr;
    if (*policy == Matching::single) return (hold_ambiguous(request, facts, all, context, decision), nullptr);
    if (*policy == Matching::latest_start) return &*std::ranges::max_element(all, {}, begun);
    for (std::size_t i = 1; i < all.size(); ++i) {
        ReceiveGrade one = request;
        one.head = {};
        one.course = Ref<catalogue::Course>(all[i].course->id);
        decision.then(std::move(one), "/" + all[i].course->external_id);
    }
    return &all.front();
}

// It is kept for somebody to look at it, and changes nothing.
void keep_for_review(ResultEvent event, const Candidate& candidate, Code why, Decision& decision) {
    event.enrolment = candidate.place->id;
    event.source = enrolment::Source::lms;
    event.disposition = Disposition::review;
    event.code = why;
    decision.hold(why);
    decision.put(std::move(event));
}

Code code_of(HoldFor reason) { return reason == HoldFor::gap ? "result.in-gap"_code : "result.withdrawn"_code; }

void receive_at(const ReceiveGrade& request, const people::Learner& learner, const Candidate& candidate,
                const Standing& standing, Context& context, Decision& decision) {
    for (const ResultEvent* event : standing.events) {
        if (is_known(*event, request, context, decision)) return;
    }
    const auto found = rule_at(*candidate.place, *candidate.course, candidate.link, context);
    if (!found) return;
    ResultEvent event = event_of(request, context);
    // WIS-MIG-08: a part that counts nowhere needs nobody.
    const bool waits = request.hold_for != HoldFor::nothing && !candidate.partial;
    if (waits) return keep_for_review(std::move(event), candidate, code_of(request.hold_for), decision);
    // FIN-ACC-03: of an inactive learner nothing changes, and nothing that comes in is lost.
    if (learner.inactive) return keep_for_review(std::move(event), candidate, "learner.inactive"_code, decision);
    // WIS-AG-12: which default counts is for a person to say
    if (found->ambiguous) {
        return keep_for_review(std::move(event), candidate, "grade-rule.ambiguous"_code, decision);
    }
    const Incoming incoming = incoming_of(request, candidate, context);
    decision.about = event.id.value;  // whatever waits besides
    if (found->rule != nullptr) keep_for_later(standing, *found->rule, incoming, context, decision);
    grade(standing, found->rule, incoming, std::move(event), decision);
}

}  // namespace

void receive_grade(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Context& context, Decision& decision) {
    if (facts.at.course) {
        const Standing standing = facts.at.standing(context);
        if (standing.zone == nullptr) return decision.refuse("zone.unknown"_code);
        const Candidate one = named(request, facts, decision);
        if (decision.refused()) return;
        return receive_at(request, *facts.at.learner, one, standing, context, decision);
    }
    const auto told = was_told(request, facts, context, decision);
    if (!told || *told) return;
    const auto all = candidates(request, facts, decision);
    if (decision.refused()) return;
    const Candidate* one = choose(request, facts, all, context, decision);
    if (one == nullptr) return;
    const auto told_there = was_told_in(one->course->id, request, facts, context, decision);
    if (!told_there || *told_there) return;
    const auto standing = look_up(*one->place, *one->course, context, decision);
    if (standing) receive_at(request, *facts.at.learner, *one, *standing, context, decision);
}

}  // namespace provost::results
