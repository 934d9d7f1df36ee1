// A rule that changes changes access of many: they are counted, and a person approves the plan.
#include "lms/define_rules.hpp"

#include "lms/concerned.hpp"
#include "lms/groups.hpp"

#include <provost/base/text.hpp>

namespace provost::lms {

namespace {

bool same(const Edge& a, const Edge& b) {
    return a.direction == b.direction && a.amount == b.amount && a.unit == b.unit && a.anchor == b.anchor;
}

// What of a rule says when access is on.
bool opens_alike(const AccessRule& a, const AccessRule& b) {
    return same(a.start, b.start) && same(a.end, b.end) && a.commenced_check == b.commenced_check &&
           a.empty_is_open == b.empty_is_open;
}

// Another rule has the name; nothing: not known yet. WIS-ER-03
std::optional<bool> is_taken(const AccessRule& rule, const Context& context) {
    constexpr int by_name = 1;
    const auto found = context.find<AccessRule>(by_name, {{0, rule.name_key, true}});
    if (!found) return std::nullopt;
    return found->first([&](const AccessRule& other) { return other.key != rule.key; }) != nullptr;
}

// The rule as told, when it may be so. WIS-ER-01, WIS-LNK-08
bool may_be(const AccessRule& rule, const DefineFacts<AccessRule>& facts, const Context& context, Decision& decision) {
    const bool other_type = facts.existing && facts.existing->type != rule.type;
    if (other_type) return (decision.refuse("access-rule.type"_code), false);
    if (!is_pattern(rule.group)) return (decision.refuse("group.pattern"_code), false);
    const auto taken = is_taken(rule, context);
    if (taken && *taken) decision.refuse("access-rule.name-taken"_code);
    return taken && !*taken;
}

}  // namespace

// WIS-MIG-04: while another integration writes to the LMS nothing is enforced there.
Code check_connection(const Connection& connection, const Context& context) {
    const bool contradicts = connection.mode == Mode::enforce && connection.old_integration_active;
    if (contradicts) return "connection.old-integration"_code;
    if (!connection.zone.empty() && context.zones.find(connection.zone) == nullptr) return "zone.unknown"_code;
    const bool no_gap = connection.gap_until && (!connection.gap_from || *connection.gap_until < *connection.gap_from);
    if (no_gap) return "date.end-before-start"_code;  // WIS-MIG-08
    const auto& jurisdiction = connection.jurisdiction;
    const bool known = jurisdiction.empty() || jurisdiction == "AU" || jurisdiction == "NZ";
    return known ? Code{} : "connection.jurisdiction"_code;
}

void define_access_rule(const Define<AccessRule>& request, const DefineFacts<AccessRule>& facts, Context& context,
                        Decision& decision) {
    AccessRule rule = request.record;
    rule.name_key = login_key(rule.name).value_or(rule.name);
    if (!may_be(rule, facts, context, decision)) return;

    // WIS-ER-08, WIS-ER-10, WIS-MIG-05: what is linked to it is worked out anew at once.
    const bool was_active = facts.existing && facts.existing->active;
    const bool ends = was_active && !rule.active;
    const bool moves = was_active && !opens_alike(*facts.existing, rule);
    const bool begins = rule.active && !was_active;
    const bool regroups = facts.existing && facts.existing->group != rule.group;
    if (facts.existing && (ends || moves || begins || regroups)) {
        const Code what = ends ? "access-rule.loses-automation"_code : "access-rule.evaluated"_code;
        const auto count = mark_linked(rule.key, what, context, decision);
        if (!count) return;
        // WIS-ER-09, WIS-ER-10: these two through a plan.
        const bool asks = (ends || moves) && *count > 0;
        if (asks) decision.ask_for_approval("access-rule.approval"_code, {{"count", std::to_string(*count)}});
    }
    rule.id = facts.existing ? facts.existing->id : context.ids.take<AccessRule>();
    decision.put(std::move(rule));
}

}  // namespace provost::lms
