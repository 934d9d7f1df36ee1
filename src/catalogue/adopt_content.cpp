// What a course has of its content when it goes over to another template.
#include "catalogue/adopt_content.hpp"

#include "catalogue/course_sets.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/setting_groups.hpp"

#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// A moment that is counted from a component which the course does not have any more can not be counted. IMC-CHT-06
void drop_lost_moments(std::vector<Component>& components, Decision& decision) {
    for (Component& component : components) {
        for (const auto& [bound, part] :
             {std::pair(&component.opens, "_opens"), std::pair(&component.closes, "_closes")}) {
            const bool is_there = std::ranges::find(components, bound->component, &Component::key) != components.end();
            if (bound->counted_from != Anchor::component_processed || is_there) continue;
            ReportLine line;
            line.item = "component_" + component.key + part;
            line.group = "scheduling";
            line.fate = Fate::dropped;
            line.code = "schedule.relative-dropped"_code;
            decision.report.push_back(std::move(line));
            *bound = {};
        }
    }
}

// What one of both has, by the group in which it stands, each with the moments that the one or the other gives it.
// IMC-CHT-06
std::vector<Component> taken(const ChangeTemplate& request, std::string_view group, const std::vector<Component>& own,
                             const std::vector<Component>& theirs) {
    auto made = contains(request.adopt, group) ? theirs : own;
    const bool their_moments = contains(request.adopt, "scheduling");
    const auto& moments = their_moments ? theirs : own;
    for (Component& component : made) {
        const auto same = std::ranges::find(moments, component.key, &Component::key);
        if (same == moments.end() && their_moments) continue;
        component.opens = same == moments.end() ? Bound{} : same->opens;
        component.closes = same == moments.end() ? Bound{} : same->closes;
    }
    return made;
}

// The rules of the learning logic that the course has from now on. Those whose components it does not have are open:
// somebody must see to them. IMC-CHT-06
Id<Logic> logic_of(const ChangeTemplate& request, const ChangeTemplateFacts& facts, const Syllabus& made,
                   const Complexity& complexity, Decision& decision) {
    if (complexity.who_hides(Facility::learning_logic)) return {};
    const One<Logic>& logic = contains(request.adopt, "learning_logic") ? facts.new_logic : facts.logic;
    if (!logic) return {};
    for (const Rule& rule : logic->rules) {
        if (!lacks_component(rule, made.components)) continue;
        decision.report.push_back(rule_line(rule, Fate::open));
    }
    return logic->id;
}

// What the new template, or its type, hides. What the course hides itself is there again when it shows it.
Complexity hidden_by_new(const ChangeTemplateFacts& facts) {
    return {*facts.version, facts.course_template->external_id, facts.type->key};
}

// What the course has of the new template's components and of their moments, when these are wanted and it has not
// begun; none where the template hides them. IMC-CT-02, IMC-CHT-04, IMC-CHT-06
void adopt_components(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started,
                      const Course& course, Context& context, Decision& decision) {
    const Syllabus before = facts.syllabus ? *facts.syllabus : Syllabus{};
    Syllabus made = before;
    made.components = taken(request, "components", before.components,
                            facts.new_syllabus ? facts.new_syllabus->components : std::vector<Component>{});
    const Complexity complexity = hidden_by_new(facts);
    if (!started && complexity.who_hides(Facility::components)) made.components.clear();
    if (!started) drop_lost_moments(made.components, decision);
    if (!started) made.logic = logic_of(request, facts, made, complexity, decision);
    const auto& stays = started ? before.components : made.components;
    if (!course.has_dates() && !may_be_fixed(stays, course.settings, decision)) return;  // IMC-SCH-02
    if (same_content(type_of<Syllabus>(), &made, &before)) return;
    if (!started && !may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
    Syllabus same_rules = made;
    same_rules.logic = before.logic;
    if (!same_content(type_of<Syllabus>(), &same_rules, &before)) {
        const Fate fate = started ? Fate::refused : made.components.empty() ? Fate::dropped : Fate::changed;
        decision.report.push_back(group_line("components", fate, started ? "course.launched"_code : Code{}));
    }
    if (made.logic != before.logic) {
        decision.report.push_back(group_line("learning_logic", made.logic ? Fate::changed : Fate::dropped));
    }
    if (started) return;
    if (!facts.syllabus) made.id = context.ids.take<Syllabus>();
    made.owner = facts.course->id.value;
    put_syllabus(std::move(made), decision);
}

// Whoever wants another template goes by the course's own clearances, not by those of the members that leave its sets.
void drop_sets(const ChangeTemplateFacts& facts, Decision& decision) {
    if (facts.sets.empty()) return;
    if (!may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
    report_dropped(facts.sets, {}, decision);
    take_away(facts.sets, facts.members, decision);
}

// IMC-CT-02: on a tab that the new template hides nothing stands any more.
void clear_hidden_shelves(const ChangeTemplateFacts& facts, Decision& decision) {
    for (Shelf shelf : facts.shelves) {
        if (shelf.items.empty() || !hidden_by_new(facts).who_hides(facility_of(shelf.tab))) continue;
        if (!may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
        decision.report.push_back(group_line(word(shelf.tab), Fate::dropped));
        shelf.items.clear();
        decision.put(std::move(shelf));
    }
}

// Whether what the new template has on a tab, or its moments, are wanted and have a place: the tab may be hidden by
// that template or, once the course has begun, by its own. IMC-CT-02
bool is_wanted(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, ShelfTab tab) {
    if (!contains(request.adopt, word(tab)) && !contains(request.adopt, "scheduling")) return false;
    if (hidden_by_new(facts).who_hides(facility_of(tab))) return false;
    const Complexity own(*facts.pinned, facts.its_template->external_id, facts.its_type->key);
    return !started || !own.who_hides(facility_of(tab));
}

// IMC-CHT-01: what stands on a tab from now on, unless the tab is emptied; where the new template never had anything
// the course keeps its own.
std::vector<Component> items_on(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started,
                                ShelfTab tab) {
    static const std::vector<Component> nothing;
    const Shelf* own = shelf_on(facts.shelves, tab);
    const Shelf* theirs = shelf_on(facts.new_shelves, tab);
    const auto& items = own == nullptr ? nothing : own->items;
    const bool wanted = theirs != nullptr && is_wanted(request, facts, started, tab);
    return wanted ? taken(request, word(tab), items, theirs->items) : items;
}

// IMC-CHT-04: social media stay once the course has begun.
bool is_frozen(bool started, ShelfTab tab) { return started && tab == ShelfTab::social_media; }

// IMC-SCH-02: what stays on a tab may still have the fixed moments that it has.
void check_moments(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, const Course& course,
                   Decision& decision) {
    if (course.has_dates()) return;
    for (const Shelf& shelf : facts.shelves) {
        const bool emptied = !started && hidden_by_new(facts).who_hides(facility_of(shelf.tab));
        const auto items = is_frozen(started, shelf.tab) ? shelf.items : items_on(request, facts, started, shelf.tab);
        if (!emptied && !may_be_fixed(items, course.settings, decision)) return;
    }
}

// IMC-CHT-01, IMC-CHT-04: so with social media and library.
void adopt_shelves(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Context& context,
                   Decision& decision) {
    if (!started) clear_hidden_shelves(facts, decision);
    for (const Shelf& theirs : facts.new_shelves) {
        const Shelf* own = shelf_on(facts.shelves, theirs.tab);
        Shelf made = own == nullptr ? Shelf{} : *own;
        made.owner = facts.course->id.value;
        made.tab = theirs.tab;
        made.items = items_on(request, facts, started, theirs.tab);
        if (own == nullptr ? made.items.empty() : same_content(type_of<Shelf>(), &made, own)) continue;
        if (is_frozen(started, theirs.tab)) {
            decision.report.push_back(group_line(word(theirs.tab), Fate::refused, "course.launched"_code));
            continue;
        }
        decision.report.push_back(group_line(word(theirs.tab), Fate::changed));
        if (own == nullptr) made.id = context.ids.take<Shelf>();
        decision.put(std::move(made));
    }
}

}  // namespace

bool keeps_sets(const ChangeTemplateFacts& facts, bool started) {
    return started || !hidden_by_new(facts).who_hides(Facility::components);
}

void adopt_content(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, const Course& course,
                   Context& context, Decision& decision) {
    adopt_components(request, facts, started, course, context, decision);
    adopt_shelves(request, facts, started, context, decision);
    check_moments(request, facts, started, course, decision);
    if (!keeps_sets(facts, started)) drop_sets(facts, decision);
}

}  // namespace provost::catalogue
