// What a course has of its content when it goes over to another template.
#include "catalogue/adopt_content.hpp"

#include "catalogue/course_sets.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/setting_groups.hpp"

#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// Why a moment of a component can not be kept: what it counts from is not there any more, or it is one of a course set.
// IMC-CHT-06, IMC-CC-08
Code unfit(const Bound& bound, const Component& component, const std::vector<Component>& all) {
    if (bound.counted_from == Anchor::none) return {};
    if (component.kind == ComponentKind::course_set) return "schedule.course-set"_code;
    const bool counted = bound.counted_from == Anchor::component_processed;
    const bool is_there = std::ranges::find(all, bound.component, &Component::key) != all.end();
    return counted && !is_there ? "schedule.relative-dropped"_code : Code{};
}

// `what`: "component", or the tab of a shelf.
void drop_unfit_moments(std::vector<Component>& components, std::string_view what, Decision& decision) {
    for (Component& component : components) {
        for (const auto& [bound, part] :
             {std::pair(&component.opens, "_opens"), std::pair(&component.closes, "_closes")}) {
            const Code why = unfit(*bound, component, components);
            if (!why) continue;
            ReportLine line;
            line.item = std::string(what) + '_' + component.key + part;
            line.group = "scheduling";
            line.fate = Fate::dropped;
            line.code = why;
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

// What the new template, or its type, hides. What the course hides itself is there again when it shows it.
Complexity hidden_by_new(const ChangeTemplateFacts& facts) {
    return {*facts.version, facts.course_template->external_id, facts.type->key};
}

// By which template it goes on: once it has begun its own.
Complexity hidden_by_its(const ChangeTemplateFacts& facts, bool started) {
    if (!started) return hidden_by_new(facts);
    return {*facts.pinned, facts.its_template->external_id, facts.its_type->key};
}

// The rules of the learning logic that the course has from now on, with its components and settings as they shall be.
// Those that do not fit these are open: somebody must see to them. IMC-CHT-04, IMC-CHT-06
Id<Logic> logic_of(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, const Syllabus& made,
                   const Course& course, Decision& decision) {
    const bool wanted = !hidden_by_new(facts).hides_rules() && contains(request.adopt, "learning_logic");
    const Id<Logic> former = facts.logic ? facts.logic->id : Id<Logic>{};
    if (hidden_by_its(facts, started).hides_rules()) {
        if (!started) return {};
        if (wanted && facts.new_logic)
            decision.report.push_back(group_line("learning_logic", Fate::refused, "tab.disabled"_code));
        return former;
    }
    const One<Logic>& logic = wanted ? facts.new_logic : facts.logic;
    if (!logic) return {};
    const auto by = course.settings.conclude_by.value_or(ConcludeBy::administrator);
    for (const Rule& rule : logic->rules) {
        const auto why = misfit(rule, made.components, by);
        if (why) decision.report.push_back(rule_line(rule, Fate::open, why->code));
    }
    return logic->id;
}

// The components that it has from now on: those of the new template, and their moments, when these are wanted and it
// has not begun; none where the template hides them. IMC-CT-02, IMC-CHT-04, IMC-CHT-06
std::vector<Component> components_of(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started,
                                     const std::vector<Component>& own, Decision& decision) {
    static const std::vector<Component> none;
    auto made = taken(request, "components", own, facts.new_syllabus ? facts.new_syllabus->components : none);
    if (!started && hidden_by_new(facts).who_hides(Facility::components)) made.clear();
    if (!started) drop_unfit_moments(made, "component", decision);
    Syllabus before, after;
    before.components = own;
    after.components = made;
    if (same_content(type_of<Syllabus>(), &before, &after)) return own;
    const Fate fate = started ? Fate::refused : made.empty() ? Fate::dropped : Fate::changed;
    decision.report.push_back(group_line("components", fate, started ? "course.launched"_code : Code{}));
    return started ? own : made;
}

// IMC-CT-09: by the rules and the tutors that the course has from now on.
void tell_of_confirmations(const ChangeTemplateFacts& facts, Id<Logic> logic, const TemplateVersion& pinned,
                           const Course& course, const Context& context, Decision& decision) {
    if (Complexity(pinned, {}, {}, &course).hides_rules()) return;
    for (const One<Logic>* each : {&facts.logic, &facts.new_logic}) {
        if (!*each || (*each)->id != logic) continue;
        return tell_if_nobody_grades((*each)->rules, course.assignments.tutors, context, decision);
    }
}

void adopt_components(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started,
                      const Course& course, Context& context, Decision& decision) {
    const Syllabus before = facts.syllabus ? *facts.syllabus : Syllabus{};
    Syllabus made = before;
    made.components = components_of(request, facts, started, before.components, decision);
    if (!course.has_dates() && !may_be_fixed(made.components, course.settings, decision)) return;  // IMC-SCH-02
    made.logic = logic_of(request, facts, started, made, course, decision);
    tell_of_confirmations(facts, made.logic, started ? *facts.pinned : *facts.version, course, context, decision);
    if (same_content(type_of<Syllabus>(), &made, &before)) return;
    if (!may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
    if (made.logic != before.logic) {
        decision.report.push_back(group_line("learning_logic", made.logic ? Fate::changed : Fate::dropped));
    }
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
    return !hidden_by_new(facts).who_hides(facility_of(tab)) &&
           !hidden_by_its(facts, started).who_hides(facility_of(tab));
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

// Whether what the new template has on a tab is wanted in vain, because the course's own hides it.
bool is_closed_to(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, const Shelf& theirs) {
    return started && contains(request.adopt, word(theirs.tab)) && !theirs.items.empty() &&
           hidden_by_its(facts, started).who_hides(facility_of(theirs.tab));
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
        if (!is_frozen(started, theirs.tab)) drop_unfit_moments(made.items, word(theirs.tab), decision);
        if (is_closed_to(request, facts, started, theirs)) {
            decision.report.push_back(group_line(word(theirs.tab), Fate::refused, "tab.disabled"_code));
        }
        if (own == nullptr ? made.items.empty() : same_content(type_of<Shelf>(), &made, own)) continue;
        if (is_frozen(started, theirs.tab)) {
            decision.report.push_back(group_line(word(theirs.tab), Fate::refused, "course.launched"_code));
            continue;
        }
        if (!may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
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
