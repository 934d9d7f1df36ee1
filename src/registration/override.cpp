// Overriding.
#include "registration/override.hpp"

#include <provost/access/administrator.hpp>

namespace provost::registration {

namespace {

// Whether whoever asks holds the right; nothing while that is not known yet.
std::optional<bool> may_override(const Context& context) {
    if (context.by_host) return true;
    const auto found = context.find<access::Administrator>(0, {{0, context.head.actor, true}});
    if (!found) return std::nullopt;
    return !found->empty() && access::holds(*found->begin(), access::Right::override_rules);
}

}  // namespace

// IMC-PRE-23, IMC-ENI-13
bool override_unmet(const Override& asked, Context& context, Decision& decision) {
    if (asked.reason.empty()) return false;
    const auto may = may_override(context);
    if (!may) return false;
    if (!*may) {
        decision.refuse("right.missing"_code, {{"right", std::string(word(access::Right::override_rules))}});
        return false;
    }
    Reason unmet{"prerequisite.overridden"_code, Mark::not_met, {}, {}, std::move(decision.reason.parts)};
    decision.verdict = Verdict::accepted;
    decision.code = {};
    decision.reason = {};
    decision.nearest.clear();
    decision.notes.push_back(std::move(unmet));
    enrolment::ParticipantChange kept;
    kept.id = context.ids.take<enrolment::ParticipantChange>();
    kept.enrolment = asked.place;
    kept.learner = asked.learner;
    kept.effective = context.effective;
    kept.recorded = context.recorded;
    kept.actor = context.asked_by;
    kept.code = "prerequisite.overridden"_code;
    kept.reason = asked.reason;
    decision.about = asked.place.value;
    decision.put(std::move(kept));
    return true;
}

}  // namespace provost::registration
