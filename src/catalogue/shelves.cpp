// What a course shows beside its syllabus.
#include "catalogue/shelves.hpp"

#include "base/list_text.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"

namespace provost::catalogue {

namespace {

// IMC-LIB-01: tests and feedback forms are not for the library. IMC-SM-01: social media is a list without folders.
bool may_stand(ShelfTab tab, ComponentKind kind) {
    const KindOfComponent& it = what_is(kind);
    if (tab == ShelfTab::library) return it.in_library || it.holds_others;
    return !it.holds_others && kind != ComponentKind::course_set;
}

std::string legal_kinds(ShelfTab tab) {
    std::string words;
    for (const auto& row : Choices<ComponentKind>::rows) {
        if (!may_stand(tab, static_cast<ComponentKind>(row.value))) continue;
        add_to_list(words, row.name);
    }
    return words;
}

bool lies_in_tutor_folder(const std::vector<Component>& items, const Component& item) {
    for (auto it = &item;;) {
        if (it->kind == ComponentKind::tutor_folder) return true;
        const auto above = std::ranges::find(items, it->folder, &Component::key);
        if (it->folder.empty() || above == items.end()) return false;
        it = &*above;
    }
}

// IMC-SM-02, IMC-LIB-04: folders alone are nothing, and what lies in a folder for tutors is nothing for participants.
bool shows_something(const Shelf* shelf) {
    return shelf != nullptr && std::ranges::any_of(shelf->items, [&](const Component& item) {
               return !what_is(item.kind).holds_others && !lies_in_tutor_folder(shelf->items, item);
           });
}

bool are_allowed(const DefineShelf& request, Decision& decision) {
    for (const Component& item : request.items) {
        if (may_stand(*request.tab, item.kind)) continue;
        decision.refuse("component.not-on-tab"_code, {{"component", item.key},
                                                      {"tab", std::string(word(*request.tab))},
                                                      {"kind", std::string(word(item.kind))},
                                                      {"legal", legal_kinds(*request.tab)}});
        return false;
    }
    return true;
}

}  // namespace

void define_shelf(const DefineShelf& request, const DefineShelfFacts& facts, Context& context, Decision& decision) {
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    if (!complexity.allows(facility_of(*request.tab), decision)) return;  // IMC-CT-02
    if (!are_allowed(request, decision) || !are_well_formed(request.items, decision) ||
        !are_scheduled_well(request.items, *facts.course, decision)) {
        return;
    }
    const Shelf* before = shelf_on(facts.shelves, *request.tab);
    if (before == nullptr && request.items.empty()) return decision.unchanged(facts.course->id.value);
    Shelf shelf = before != nullptr ? *before : Shelf{};
    auto items = request.items;  // IMC-SM-03: each with its own switch for notices
    if (!may_show(facts.media, *facts.course, shelf.items, decision)) return;
    if (!take_media(facts.media, shelf.items, items, decision)) return;
    shelf.owner = facts.course->id.value;
    shelf.tab = *request.tab;
    shelf.items = std::move(items);
    if (!is_as_it_was(before, shelf) && !may_edit_content(*facts.course, decision)) return;
    if (before == nullptr) shelf.id = context.ids.take<Shelf>();
    decision.put(std::move(shelf));
}

void give_shelf(Shelf shelf, std::int64_t owner, Context& context, Decision& decision) {
    shelf.id = context.ids.take<Shelf>();
    shelf.version = 0;
    shelf.owner = owner;
    decision.put(std::move(shelf));
}

void give_shelves(const Many<Shelf>& from, std::int64_t owner, Context& context, Decision& decision) {
    for (const Shelf& shelf : from) give_shelf(shelf, owner, context, decision);
}

void tabs(const Tabs& request, const TabsFacts& facts, Context&, Decision& decision) {
    constexpr auto all =
        std::to_array({Facility::components, Facility::classifications, Facility::skills, Facility::social_media,
                       Facility::library, Facility::tutors, Facility::resources, Facility::prerequisites});
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    for (const Facility tab : all) {
        ReportLine line;
        line.item = word(tab);
        line.group = "tabs";
        const Hiding hiding = complexity.who_hides(tab);
        const bool is_shelf = tab == Facility::social_media || tab == Facility::library;
        const auto on = tab == Facility::library ? ShelfTab::library : ShelfTab::social_media;
        if (hiding) {
            line.fate = Fate::dropped;
            line.code = "tab.disabled"_code;
            line.level = word(hiding.level);
        } else if (request.for_participants && is_shelf && !shows_something(shelf_on(facts.shelves, on))) {
            line.fate = Fate::dropped;
            line.code = "tab.empty"_code;
        }
        line.value = line.fate == Fate::dropped ? "false" : "true";
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::catalogue
