// Components of courses and templates.
#include "catalogue/syllabus.hpp"

#include "base/list_text.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"

#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

bool is_set(const std::vector<Component>& from, std::string_view component) {
    const auto found = std::ranges::find(from, component, &Component::key);
    return found != from.end() && found->kind == ComponentKind::course_set;
}

// What becomes of a moment. IMC-TFC-03: counted from start or end of the course, or from the participant's start, it
// stays. IMC-TFC-04: a fixed one does not; nor one that is counted from what stays behind itself.
Code lost(const Bound& bound, const std::vector<Component>& from, const CarryOver& wanted) {
    if (is_set(from, bound.component)) return "schedule.relative-dropped"_code;
    switch (bound.counted_from) {
        case Anchor::none: return {};
        case Anchor::fixed: return "schedule.fixed-dropped"_code;
        case Anchor::course_start:
        case Anchor::course_end:
        case Anchor::participant_start: break;
        case Anchor::enrolment:
        case Anchor::component_processed:
            if (!wanted.all_relative) return "schedule.relative-dropped"_code;
    }
    return wanted.schedules ? Code{} : "settings-group.not-chosen"_code;
}

void report(std::string item, std::string_view part, Fate fate, Code why, Decision& decision) {
    ReportLine line;
    line.item = std::move(item.append(part));
    line.group = part.empty() ? "components" : "scheduling";
    line.fate = fate;
    line.code = why;
    decision.report.push_back(std::move(line));
}

bool shows_components(const DefineSyllabusFacts& facts, Decision& decision) {
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    return complexity.allows(Facility::components, decision);  // IMC-CT-02
}

bool sets_are_known(const DefineSyllabus& request, const DefineSyllabusFacts& facts, Decision& decision) {
    for (const Component& component : request.components) {
        if (component.kind != ComponentKind::course_set) continue;
        if (facts.sets.first([&](const CourseSet& set) { return set.key == component.course_set; })) continue;
        decision.refuse("component.course-set-unknown"_code, {{"component", component.key}});
        return false;
    }
    return true;
}

bool same(const Bound& a, const Bound& b) { return same_content(type_of<Bound>(), &a, &b); }

// IMC-SCH-05: what the medium suggests is told where the component says something else; whoever asks decides.
void compare_with(const Medium& medium, const Component& component, Decision& decision) {
    const bool other_opens = medium.opens.counted_from != Anchor::none && !same(medium.opens, component.opens);
    const bool other_closes = medium.closes.counted_from != Anchor::none && !same(medium.closes, component.closes);
    if (other_opens || other_closes) decision.note("schedule.suggested"_code, {{"component", component.key}});
}

bool names(const Rule& rule, std::string_view component) {
    const auto keys = components_in(rule);
    return std::ranges::find(keys, component) != keys.end();
}

// Components of the list before that are gone from it now, lie elsewhere, or are something else.
std::vector<std::string_view> uprooted(const std::vector<Component>& before, const std::vector<Component>& now) {
    std::vector<std::string_view> keys;
    for (const Component& component : before) {
        const auto found = std::ranges::find(now, component.key, &Component::key);
        const bool stays = found != now.end() && found->folder == component.folder && found->kind == component.kind;
        if (!stays) keys.emplace_back(component.key);
    }
    return keys;
}

// IMC-SYL-13: what a rule names stays where it is, or the rule goes with it when that is wanted.
bool keep_rules(const DefineSyllabus& request, const std::vector<Component>& before, const One<Logic>& logic,
                Syllabus& syllabus, Context& context, Decision& decision) {
    if (!logic) return true;
    Logic kept = *logic;
    for (const std::string_view key : uprooted(before, request.components)) {
        std::string rules;
        for (const Rule& rule : kept.rules) {
            if (!names(rule, key)) continue;
            add_to_list(rules, rule.key);
            if (!request.cascade) continue;
            decision.note("component.rule-removed"_code, {{"rule", rule.key}, {"component", std::string(key)}});
        }
        if (!rules.empty() && !request.cascade) {
            decision.refuse("component.in-use"_code, {{"component", std::string(key)}, {"rules", std::move(rules)}});
            return false;
        }
        std::erase_if(kept.rules, [&](const Rule& rule) { return names(rule, key); });
    }
    if (kept.rules.size() != logic->rules.size()) {
        syllabus.logic = put_logic(std::move(kept.rules), context, decision);
    }
    return true;
}

}  // namespace

Id<Logic> put_logic(std::vector<Rule> rules, Context& context, Decision& decision) {
    if (rules.empty()) return {};
    Logic logic{context.ids.take<Logic>(), 0, std::move(rules)};
    const auto id = logic.id;
    decision.put(std::move(logic));
    return id;
}

std::optional<One<Syllabus>> syllabus_of(std::int64_t owner, const Context& context) {
    const auto found = context.find<Syllabus>(find_index(type_of<Syllabus>(), "owner"), {{owner, {}, false}});
    if (!found) return std::nullopt;
    return found->empty() ? One<Syllabus>{} : One<Syllabus>{{found->records.front()}};
}

bool take_media(const Many<Medium>& media, const std::vector<Component>& before, std::vector<Component>& components,
                Decision& decision) {
    for (Component& component : components) {
        if (component.medium.empty()) continue;
        const Medium& medium = *media.first([&](const Medium& each) { return each.key == component.medium; });
        // IMC-SCH-06: two entries for one thing would be one too many.
        if (component.calendar_entry && medium.makes_calendar_entries) {
            decision.refuse("calendar.managed"_code, {{"component", component.key}});
            return false;
        }
        compare_with(medium, component, decision);
        if (component.medium_number > medium.number) {
            decision.refuse("medium.version-unknown"_code,
                            {{"medium", medium.key}, {"number", std::to_string(medium.number)}});
            return false;
        }
        if (component.medium_number != 0) continue;
        const auto earlier = std::ranges::find(before, component.key, &Component::key);
        const bool shows_it = earlier != before.end() && earlier->medium == component.medium;
        component.medium_number = shows_it ? earlier->medium_number : medium.number;
    }
    return true;
}

void define_syllabus(const DefineSyllabus& request, const DefineSyllabusFacts& facts, Context& context,
                     Decision& decision) {
    if (!shows_components(facts, decision)) return;
    if (!are_well_formed(request.components, decision) ||
        !are_scheduled_well(request.components, *facts.course, decision) || !sets_are_known(request, facts, decision)) {
        return;
    }
    if (!facts.existing && request.components.empty()) return decision.unchanged(facts.course->id.value);
    static const Syllabus none;
    const Syllabus& before = facts.existing ? *facts.existing : none;
    Syllabus syllabus = before;
    syllabus.owner = facts.course->id.value;
    syllabus.components = request.components;
    if (!may_show(facts.media, *facts.course, before.components, decision)) return;
    if (!take_media(facts.media, before.components, syllabus.components, decision)) return;
    if (!is_as_it_was(facts.existing, syllabus) && !may_edit_content(*facts.course, decision)) return;
    if (!keep_rules(request, before.components, facts.logic, syllabus, context, decision)) return;
    if (!facts.existing) syllabus.id = context.ids.take<Syllabus>();
    put_syllabus(std::move(syllabus), decision);
}

void put_syllabus(Syllabus syllabus, Decision& decision) {
    syllabus.notices = std::ranges::any_of(syllabus.components, &Component::notices);
    decision.put(std::move(syllabus));
}

void give_syllabus(const One<Syllabus>& from, std::int64_t owner, Context& context, Decision& decision,
                   bool with_logic) {
    if (!from) return;
    Syllabus copy = *from;
    copy.id = context.ids.take<Syllabus>();
    copy.version = 0;
    copy.owner = owner;
    if (!with_logic) copy.logic = {};
    put_syllabus(std::move(copy), decision);
}

void put_next_version(CourseTemplate head, TemplateVersion made, const Content& content, Context& context,
                      Decision& decision) {
    made.id = context.ids.take<TemplateVersion>();
    made.version = 0;
    made.course_template = head.id;
    made.number = ++head.number;
    const auto owner = made.id.value;
    decision.put(std::move(head));
    decision.put(std::move(made));
    give_syllabus(content.syllabus, owner, context, decision);
    give_shelves(content.shelves, owner, context, decision);
}

void drop_moments(Component& made, const std::vector<Component>& from, const CarryOver& wanted, std::string_view what,
                  Decision& decision) {
    for (const auto& [bound, part] : {std::pair(&made.opens, "_opens"), std::pair(&made.closes, "_closes")}) {
        if (bound->counted_from == Anchor::none) continue;
        const Code why = lost(*bound, from, wanted);
        report(std::string(what) + '_' + made.key, part, why ? Fate::dropped : Fate::kept, why, decision);
        if (why) *bound = {};
    }
}

std::vector<std::string_view> components_in(const Rule& rule) {
    std::vector<std::string_view> keys{rule.component};
    for (const RuleAction& action : rule.actions) {
        keys.insert(keys.end(), action.components.begin(), action.components.end());
    }
    return keys;
}

ReportLine rule_line(const Rule& rule, Fate fate, Code why) {
    ReportLine line;
    line.item = "rule_" + rule.key;
    line.group = "learning_logic";
    line.fate = fate;
    line.code = why;
    return line;
}

std::vector<Component> carried_over(const Syllabus& from, const CarryOver& wanted, Decision& decision) {
    std::vector<Component> carried;
    for (const Component& component : from.components) {
        // IMC-CC-02: a course set is of its course.
        const bool is_set = component.kind == ComponentKind::course_set;
        const Code why = is_set && !wanted.why_not ? "component.course-set-unknown"_code : wanted.why_not;
        report("component_" + component.key, "", why ? Fate::dropped : Fate::kept, why, decision);
        if (why) continue;
        drop_moments(carried.emplace_back(component), from.components, wanted, "component", decision);
    }
    return carried;
}

}  // namespace provost::catalogue
