// Overriding.
#include "registration/override.hpp"

#include "base/controls.hpp"
#include "enrolment/history.hpp"
#include "registration/place.hpp"

#include <provost/access/administrator.hpp>

namespace provost::registration {

namespace {

// Whether whoever asks holds the right; nothing while that is not known yet.
std::optional<bool> may_override(const Context& context) {
    if (context.by_host) return true;
    const auto found = context.find<access::Administrator>(0, {{0, people::login_index(context.head.actor), true}});
    if (!found) return std::nullopt;
    return !found->empty() && access::holds(*found->begin(), access::Right::override_rules);
}

// IMC-PRE-23, IMC-ENI-13: turns the refusal for unmet prerequisites into a note.
bool override_unmet(const Override& asked, Context& context, Decision& decision) {
    if (is_blank(asked.reason)) return false;
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
    auto kept = enrolment::change_of(asked.place, asked.learner, "prerequisite.overridden"_code, context);
    kept.reason = asked.reason;
    decision.about = asked.place.value;
    decision.put(std::move(kept));
    return true;
}

}  // namespace

bool may_come_in(const Entering& entering, const Override& asked, Context& context, Decision& decision) {
    if (!is_open_for_entry(entering, decision)) return false;
    if (!meets_prerequisites(entering, context, decision) && !override_unmet(asked, context, decision)) return false;
    return has_choice(entering, context, decision);
}

}  // namespace provost::registration
