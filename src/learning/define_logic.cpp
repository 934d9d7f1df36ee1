// Whether the rules of a course fit its components; then they are its logic from now on.
#include "learning/define_logic.hpp"

#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/staff.hpp"
#include "learning/compile.hpp"

#include <provost/describe/compare.hpp>

namespace provost::learning {

namespace {

using catalogue::Component;
using catalogue::ConcludeBy;
using catalogue::Rule;

constexpr std::size_t most_ranges = 64;  // a bit for each

bool are_told_once(const std::vector<Rule>& rules, Decision& decision) {
    std::vector<std::string_view> keys;
    for (const Rule& rule : rules) keys.emplace_back(rule.key);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice == keys.end()) return true;
    decision.refuse("logic.rule-repeated"_code, {{"rule", std::string(*twice)}});
    return false;
}

bool have_room_for_ranges(const std::vector<Component>& components, const std::vector<Rule>& rules, ConcludeBy by,
                          Decision& decision) {
    const Logic logic = compile(components, rules, by, false);
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (logic.components[i].ranges.size() <= most_ranges) continue;
        decision.refuse("logic.too-many-ranges"_code,
                        {{"component", components[i].key}, {"limit", std::to_string(most_ranges)}});
        return false;
    }
    return true;
}

bool shows_logic(const DefineLogicFacts& facts, Decision& decision) {
    const catalogue::Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key,
                                           &*facts.course);
    return complexity.allows(catalogue::Facility::components, decision) &&
           complexity.allows(catalogue::Facility::learning_logic, decision);  // IMC-LL-01
}

}  // namespace

void define_logic(const catalogue::DefineLogic& request, const DefineLogicFacts& facts, Context& context,
                  Decision& decision) {
    if (!shows_logic(facts, decision) || !are_told_once(request.rules, decision)) return;
    static const std::vector<Component> none;
    const auto& components = facts.syllabus ? facts.syllabus->components : none;
    const auto by = facts.course->settings.conclude_by.value_or(ConcludeBy::administrator);
    for (const Rule& rule : request.rules) {
        if (auto why = catalogue::misfit(rule, components, by)) {
            return decision.refuse(why->code, std::move(why->parameters));
        }
    }
    if (!have_room_for_ranges(components, request.rules, by, decision)) return;

    const catalogue::Logic before = facts.before ? *facts.before : catalogue::Logic{};
    const catalogue::Logic told{before.id, 0, request.rules};
    if (same_content(type_of<catalogue::Logic>(), &told, &before)) {
        return decision.unchanged(facts.course->id.value);
    }
    if (!catalogue::may_edit_content(*facts.course, decision)) return;
    // IMC-LL-02: with their order. Whoever has begun goes on by the rules by which he began.
    decision.about = facts.course->id.value;
    catalogue::tell_if_nobody_grades(request.rules, facts.course->assignments.tutors, context, decision);  // IMC-CT-09
    catalogue::Syllabus syllabus = *facts.syllabus;
    syllabus.logic = catalogue::put_logic(request.rules, context, decision);
    decision.put(std::move(syllabus));
}

}  // namespace provost::learning

namespace provost::catalogue {

// IMC-LL-17
Code check_told(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>({"participant", "tutors", "administrator", "supervisor"});
    const bool known = std::ranges::find(words, text) != words.end();
    return known || (text.starts_with("x-") && text.size() > 2) ? Code{} : "logic.recipient-unknown"_code;
}

}  // namespace provost::catalogue
