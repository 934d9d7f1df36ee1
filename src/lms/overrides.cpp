// What a person sets against the rule, and who may take it back. WIS-EE-05
#include "access/clearance.hpp"
#include "lms/elearning.hpp"
#include "lms/link_choice.hpp"

#include <provost/access/administrator.hpp>

namespace provost::lms {

namespace {

using access::Administrator;
using enrolment::Enrolment;
using results::AccessMethod;
using results::LmsLink;

// Rights that one has and the other lacks; the host has all of them.
bool outranks(const Administrator* author, const Administrator* asker) {
    if (author == nullptr) return false;
    return std::ranges::any_of(Choices<access::Right>::rows, [&](const ChoiceRow& row) {
        const auto right = static_cast<access::Right>(row.value);
        return access::holds(*author, right) && (asker == nullptr || !access::holds(*asker, right));
    });
}

// Whether he who asks may change what the author set: he himself, or who may do as much. Nothing: not known yet.
std::optional<bool> may_change(const AccessOverride& said, const Context& context) {
    // However both are spelled.
    const auto author_key = access::login_key_of(said.author, context);
    const auto asker_key = people::login_index(context.head.actor);
    if (context.by_host || author_key == asker_key) return true;
    if (said.author.empty()) return false;
    if (!author_key) return std::nullopt;
    const auto author = context.find<Administrator>(0, {{0, *author_key, true}});
    const auto asker = context.find<Administrator>(0, {{0, asker_key, true}});
    if (!author || !asker) return std::nullopt;
    const auto one = [](const Many<Administrator>& found) {
        return found.empty() ? nullptr : static_cast<const Administrator*>(found.records.front());
    };
    return !outranks(one(*author), one(*asker));
}

// Refuses where he may not; false also when nothing is to be decided yet.
bool may_go_on(const std::optional<AccessOverride>& said, const Context& context, Decision& decision) {
    const bool is_over = said && said->until && *said->until <= context.effective;
    if (!said || is_over) return true;
    const auto may = may_change(*said, context);
    if (may && !*may) {
        decision.refuse("elearning.authority"_code, {{"author", said->author.empty() ? "The host" : said->author}});
    }
    return may.value_or(false);
}

void lift(const ElearningEnrolment& overridden, const Context& context, Decision& decision) {
    ElearningEnrolment changed = overridden;
    changed.overridden.reset();
    changed.changed_at = context.recorded;
    decision.put(std::move(changed));
}

// WIS-EE-05: what was set for other places of the learner holds until it is lifted, so it is lifted with this one's.
// How many that were; nothing: it may not be, or is not known yet.
std::optional<int> lift_others(const ElearningFacts& facts, const Enrolment& place, const LmsLink& link,
                               const Context& context, Decision& decision) {
    int lifted = 0;
    for (const ElearningEnrolment* other : facts.of_others(place, link)) {
        if (!other->overridden) continue;
        if (!may_go_on(other->overridden, context, decision)) return std::nullopt;
        lift(*other, context, decision);
        ++lifted;
    }
    return lifted;
}

template <class Request>
const LmsLink* link_of(const Request& request, const ElearningFacts& facts, Decision& decision) {
    return only(links_with_access(facts.links, {request.connection, request.lms_course}), decision);
}

}  // namespace

void override_access(const OverrideAccess& request, const ElearningFacts& facts, Context& context, Decision& decision) {
    const LmsLink* link = link_of(request, facts, decision);
    if (link == nullptr) return;
    if (link->access == AccessMethod::manual) return decision.refuse("elearning.manual"_code);
    if (request.until && *request.until <= context.effective) return decision.refuse("elearning.until"_code);
    const Enrolment& place = place_of(facts.places);
    ElearningEnrolment changed = said_of(facts, place, *link, context);
    if (!may_go_on(changed.overridden, context, decision)) return;
    if (!lift_others(facts, place, *link, context, decision)) return;
    const bool was_on = changed.overridden && changed.overridden->enabled;
    const std::string author = context.by_host ? std::string() : context.asked_by;  // whatever its owner is called
    changed.overridden = AccessOverride{request.enabled, author, request.reason, request.until};
    changed.changed_at = context.recorded;
    note_switched_on(changed, was_on, facts, *link, context);
    decision.put(std::move(changed));
    decision.access_due(place);
}

void lift_override(const LiftOverride& request, const ElearningFacts& facts, Context& context, Decision& decision) {
    const LmsLink* link = link_of(request, facts, decision);
    if (link == nullptr) return;
    const Enrolment& place = place_of(facts.places);
    const auto* existing = facts.of(place, *link);
    const bool is_set = existing != nullptr && existing->overridden;
    if (is_set && !may_go_on(existing->overridden, context, decision)) return;
    const auto others = lift_others(facts, place, *link, context, decision);
    if (!others) return;
    if (!is_set && *others == 0) return decision.refuse("elearning.no-override"_code);
    if (is_set) lift(*existing, context, decision);
    decision.access_due(place);
}

}  // namespace provost::lms
