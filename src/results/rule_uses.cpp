// WIS-AG-14: none of these grades anything again; results.what_if_grades tells what would come out differently.
#include "results/rule_uses.hpp"

#include "base/default_key.hpp"
#include "results/grade_rule.hpp"

namespace provost::results {

namespace {

bool clears(const SetGradeRule& request, std::string_view member) {
    return std::ranges::find(request.clear, member) != request.clear.end();
}

bool may_be_cleared(const std::string& member) { return member == "rule" || member == "default_rule"; }

}  // namespace

void set_grade_rule(const SetGradeRule& request, const SetGradeRuleFacts& facts, Context& context, Decision& decision) {
    for (const std::string& member : request.clear) {
        if (may_be_cleared(member)) continue;
        return decision.refuse("setting.unknown"_code, {{"setting", member}, {"member", "clear"}});
    }
    const bool both =
        (clears(request, "rule") && facts.rule) || (clears(request, "default_rule") && facts.default_rule);
    if (both) return decision.refuse("setting.twice"_code, {{"setting", "rule"}});
    GradeRuleUse use = facts.existing ? *facts.existing : GradeRuleUse{};
    if (!facts.existing) use.id = context.ids.take<GradeRuleUse>();
    use.course = facts.course->id;
    if (facts.rule) use.rule = facts.rule->id;
    if (facts.default_rule) use.default_rule = facts.default_rule->id;
    if (clears(request, "rule")) use.rule = {};
    if (clears(request, "default_rule")) use.default_rule = {};
    decision.put(use);
}

// WIS-AG-13: each course by the verb for one, with a line of its own; whoever is refused stops nobody.
void set_grade_rules(const SetGradeRules& request, const SetGradeRulesFacts& facts, Context&, Decision& decision) {
    for (std::size_t i = 0; i < request.courses.size(); ++i) {
        SetGradeRule one;
        one.course = Ref<catalogue::Course>(request.courses[i]);
        if (facts.rule) one.rule = Ref<GradeRule>(facts.rule->id);
        if (!facts.rule) one.clear = {"rule"};
        decision.then(std::move(one), "/courses/" + std::to_string(i));
    }
}

// WIS-LNK-01: many to many; what is the same is connection, LMS course, item and course.
void link_lms_course(const LinkLmsCourse& request, const LinkLmsCourseFacts& facts, Context& context,
                     Decision& decision) {
    // What is a component is a graded item: the whole course is more than any of them.
    if (!request.component.empty() && request.item.empty()) {
        return decision.refuse("field.missing"_code, {{"field", "item"}});
    }
    const LmsLink* existing = facts.links.first([&](const LmsLink& link) {
        return link.item == request.item && link.course == facts.course->id && !link.is_cohort;
    });
    LmsLink link = existing != nullptr ? *existing : LmsLink{};  // what it says of access stays
    if (existing == nullptr) link.id = context.ids.take<LmsLink>();
    link.connection = request.connection;
    link.lms_course = request.lms_course;
    link.item = request.item;
    link.course = facts.course->id;
    link.rule = facts.rule ? facts.rule->id : Id<GradeRule>{};
    link.method = request.method;
    // WIS-LNK-08: another group moves the learners; whoever names none leaves it, and lms.set_link takes it away.
    const bool regroups = !request.group.empty() && request.group != link.group;
    if (regroups) link.group = request.group;
    link.review = request.review;
    link.off = request.off;
    link.component = request.component;
    const bool moves = existing != nullptr && regroups && link.access != AccessMethod::none;
    decision.put(std::move(link));
    if (moves) decision.access_due_for_all(facts.course->id);
}

Code check_result_settings(const ResultSettings& settings, const Context& context) {
    if (const Code wrong = check_default_key(settings.key)) return wrong;
    if (settings.default_rule.empty() || settings.default_rule == "none") return {};
    if (find_preset(settings.default_rule) != nullptr) return {};
    const auto rule = context.find<GradeRule>(0, {{0, settings.default_rule, true}});
    return rule && rule->empty() ? "grade-rule.unknown"_code : Code{};
}

}  // namespace provost::results
