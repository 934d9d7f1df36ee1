// catalogue.create_template: the settings of a course as a template. IMC-TFC-08: settings and nothing else;
// participants, results, signatures and notices of the course are not looked at.
#include "base/list_text.hpp"
#include "catalogue/added_resources.hpp"
#include "catalogue/course_changes.hpp"
#include "catalogue/course_sets.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/tags.hpp"
#include "catalogue/whole.hpp"

#include <set>

namespace provost::catalogue {

namespace {

// Keys of the components that rules refer to.
std::string references_of(const Logic& logic) {
    std::set<std::string_view> keys;
    for (const Rule& rule : logic.rules) {
        for (const std::string_view key : components_in(rule)) keys.insert(key);
    }
    std::string list;
    for (const std::string_view key : keys) add_to_list(list, key);
    return list;
}

// IMC-TFC-01: all groups, unless some are chosen. IMC-TFC-07: logic without the components that it refers to would
// leave references to nothing.
std::vector<std::string> chosen(const CreateTemplate& request, const CreateTemplateFacts& facts, Decision& decision) {
    if (request.groups.empty()) {
        const auto all = setting_groups();
        return {all.begin(), all.end()};
    }
    auto groups = request.groups;
    if (const auto wrong = unknown_group(groups); !wrong.empty()) {
        decision.refuse("settings-group.unknown"_code, {{"group", std::string(wrong)}, {"expected", group_names()}});
    } else if (facts.logic && contains(groups, "learning_logic") && !contains(groups, "components")) {
        if (request.auto_include) {
            groups.emplace_back("components");
        } else {
            decision.refuse(
                "settings-group.incomplete"_code,
                {{"group", "learning_logic"}, {"needs", "components"}, {"references", references_of(*facts.logic)}});
        }
    }
    return groups;
}

// What a template can not have, and what of the course stands for it. IMC-TFC-06
void report_its_own(const Course& course, Decision& decision) {
    const auto drop = [&](std::string_view item, std::string before) {
        ReportLine line;
        line.item = item;
        line.fate = Fate::dropped;
        line.code = "template.no-instance"_code;
        line.before = std::move(before);
        decision.report.push_back(std::move(line));
    };
    if (course.starts_at) drop("starts_at", '"' + to_text(*course.starts_at) + '"');
    if (course.ends_at) drop("ends_at", '"' + to_text(*course.ends_at) + '"');
    if (course.bookable_alone) drop("bookable_alone", "true");
}

// IMC-MT-01: a meta tag that no template can have.
bool stays_with_courses(const Setting& setting, const CreateTemplateFacts& facts) {
    const MetaTag* tag = setting.is_tag()
                             ? facts.tags.first([&](const MetaTag& each) { return each.key == setting.tag_key(); })
                             : nullptr;
    return tag != nullptr && !stands_at(*tag, Level::course_template);
}

// Where the new template takes a setting from. IMC-TFC-06: the moment until which a catalogue shows the one course is
// that of the template which the course was based on.
struct Source {
    Above values;
    Fate fate;
    Code why;
};
Source source_of(const Setting& setting, const std::vector<std::string>& groups, const CreateTemplateFacts& facts) {
    if (setting.name() == "show_until") return {above(*facts.pinned), Fate::converted, "template.no-instance"_code};
    if (stays_with_courses(setting, facts)) {
        return {above(*facts.type_version), Fate::dropped, "tag.level-not-allowed"_code};
    }
    if (setting.name() == "name" || contains(groups, group_of(setting.name()))) {
        // A course with dates has no duration; courses of the template may want one.
        const bool lacks = setting.name() == "duration" && facts.course->has_dates();
        return {lacks ? above(*facts.pinned) : above(*facts.course), Fate::kept, {}};
    }
    return {above(*facts.type_version), Fate::dropped, "settings-group.not-chosen"_code};
}

// IMC-TFC-02: every setting of the course is in the report, with what became of it.
void take_over(const Setting& setting, const Source& source, const CreateTemplateFacts& facts, TemplateVersion& made,
               Decision& decision) {
    const Above type = above(*facts.type_version);
    if (source.fate != Fate::dropped && !setting.same(source.values, type)) {
        setting.copy(layer_of(made), source.values);
        own(layer_of(made), setting);
    }
    if (!setting.present(above(*facts.course))) return;
    const bool same = setting.same(source.values, above(*facts.course));
    ReportLine line = line_about(setting.name(), same ? Fate::kept : source.fate, same ? Code{} : source.why);
    line.before = setting.value(above(*facts.course));
    line.value = setting.value(source.values);
    decision.report.push_back(std::move(line));
}

// What a template says besides settings is that of the template which the course goes by.
TemplateVersion frame_of(const CreateTemplateFacts& facts) {
    TemplateVersion made = *facts.pinned;
    made.version = 0;
    made.number = 1;
    made.settings = {};
    made.assignments = {};
    made.own.clear();
    return made;
}

bool rename(const std::string& name, TemplateVersion& made, Decision& decision) {
    Settings asked;
    asked.name = name;
    if (!has_sound_texts(asked, decision)) return false;
    say(layer_of(made), {asked, nullptr});
    const auto line = std::ranges::find(decision.report, "name", &ReportLine::item);
    if (line == decision.report.end()) return true;
    line->fate = Fate::changed;
    line->value = Setting::find("name")->value(above(made));
    return true;
}

// Why what stands in a group stays behind; the empty code: it comes along. IMC-TFC-01, IMC-CT-02
Code stays_behind(const std::vector<std::string>& groups, std::string_view group, const Complexity& complexity,
                  Facility facility) {
    if (!contains(groups, group)) return "settings-group.not-chosen"_code;
    return complexity.who_hides(facility) ? "tab.disabled"_code : Code{};
}

// IMC-TFC-01, IMC-TFC-02: what the course requires of whoever enters comes along with its group.
Id<Prerequisites> taken_prerequisites(const Course& course, const std::vector<std::string>& groups,
                                      const Complexity& complexity, Decision& decision) {
    if (!course.prerequisites) return {};
    const Code why = stays_behind(groups, "prerequisites", complexity, Facility::prerequisites);
    decision.report.push_back(group_line("prerequisites", why ? Fate::dropped : Fate::kept, why));
    return why ? Id<Prerequisites>{} : course.prerequisites;
}

// IMC-TFC-01, IMC-TFC-07: the rules of the learning logic come with their group, and never without the components that
// they refer to. Others that do not fit the template as it is are open.
Id<Logic> taken_logic(const One<Logic>& logic, const std::vector<Component>& components, ConcludeBy by,
                      const std::vector<std::string>& groups, const Complexity& complexity, Context& context,
                      Decision& decision) {
    if (!logic) return {};
    Code why = stays_behind(groups, "learning_logic", complexity, Facility::learning_logic);
    if (!why && complexity.who_hides(Facility::components)) why = "tab.disabled"_code;
    std::vector<Rule> taken;
    std::vector<ReportLine> lost;
    for (const Rule& rule : logic->rules) {
        if (why) break;
        const auto unfit = misfit(rule, components, by);
        const bool lacks = unfit && unfit->code == "logic.component-unknown"_code;
        if (unfit) lost.push_back(rule_line(rule, lacks ? Fate::dropped : Fate::open, unfit->code));
        if (lacks) continue;
        taken.push_back(rule);
        if (!rule.not_before) continue;
        taken.back().not_before.reset();  // IMC-TFC-04
        lost.push_back(rule_line(rule, Fate::converted, "schedule.fixed-dropped"_code));
    }
    decision.report.push_back(group_line("learning_logic", taken.empty() ? Fate::dropped : Fate::kept, why));
    std::ranges::move(lost, std::back_inserter(decision.report));
    const bool as_they_are =
        taken.size() == logic->rules.size() &&
        std::ranges::none_of(logic->rules, [](const Rule& rule) { return rule.not_before.has_value(); });
    return as_they_are ? logic->id : put_logic(std::move(taken), context, decision);
}

// Answers the components that came along.
std::vector<Component> add_syllabus(const CreateTemplate& request, const CreateTemplateFacts& facts,
                                    const std::vector<std::string>& groups, const Complexity& complexity,
                                    const TemplateVersion& made, Context& context, Decision& decision) {
    if (!facts.syllabus) return {};
    const Code why_not = stays_behind(groups, "components", complexity, Facility::components);
    const CarryOver wanted{why_not, contains(groups, "scheduling"), request.keep_all_relative};
    auto components = carried_over(*facts.syllabus, wanted, decision);
    const auto by = made.settings.conclude_by.value_or(ConcludeBy::administrator);
    const auto logic = taken_logic(facts.logic, components, by, groups, complexity, context, decision);
    if (!components.empty())
        put_syllabus({context.ids.take<Syllabus>(), 0, made.id.value, components, logic}, decision);
    return components;
}

// IMC-TFC-05: in a template resources are only added: nothing is booked, no date is planned, and what is for a
// component that stayed behind does so, too.
void settle_resources(const std::vector<Component>& components, TemplateVersion& made, Decision& decision) {
    auto& list = made.assignments.resources;
    const bool dropped = drop_windows(list);
    if (!drop_without(list, components) && !dropped) return;
    const auto line = std::ranges::find(decision.report, "resources", &ReportLine::item);
    if (line == decision.report.end()) return;
    line->fate = Fate::converted;
    line->code = "template.no-instance"_code;
    line->value = Setting::find("resources")->value(above(made));
}

// IMC-TFC-01, IMC-TFC-02: social media and library come with their groups; the moments of what stands there like those
// of components.
void add_shelves(const CreateTemplate& request, const CreateTemplateFacts& facts,
                 const std::vector<std::string>& groups, std::int64_t owner, const Complexity& complexity,
                 Context& context, Decision& decision) {
    const CarryOver wanted{{}, contains(groups, "scheduling"), request.keep_all_relative};
    for (Shelf shelf : facts.shelves) {
        const Code why = stays_behind(groups, word(shelf.tab), complexity, facility_of(shelf.tab));
        decision.report.push_back(group_line(word(shelf.tab), why ? Fate::dropped : Fate::kept, why));
        if (why) continue;
        const auto before = shelf.items;
        for (Component& item : shelf.items) drop_moments(item, before, wanted, word(shelf.tab), decision);
        give_shelf(std::move(shelf), owner, context, decision);
    }
}

// IMC-TPL-02: what the course hides itself, or a lock keeps empty, no course of the template could give.
void drop_what_is_never_given(const Complexity& complexity, TemplateVersion& made) {
    const auto hidden = complexity.neutral_settings();
    auto never = never_given(made);
    // Nor a duration, where courses may have dates as well.
    const Setting duration = *Setting::find("duration");
    const bool idle = contains(made.locked, duration.name()) && !duration.is_said(above(made));
    if (idle) never.emplace_back(duration.name());
    std::erase_if(made.mandatory,
                  [&](const std::string& name) { return contains(hidden, name) || contains(never, name); });
    std::erase_if(made.locked, [&](const std::string& name) { return contains(never, name); });
}

void make_template(const CreateTemplate& request, const CreateTemplateFacts& facts, Context& context,
                   Decision& decision) {
    if (facts.course->life != CourseLife::active) return decision.refuse("course.archived"_code);
    if (facts.existing) {
        return decision.refuse("external-id.taken"_code, {{"external_id", request.external_id}});
    }
    const auto groups = chosen(request, facts, decision);
    if (decision.refused()) return;

    CourseTemplate head = *facts.its_template;
    TemplateVersion made = frame_of(facts);
    if (!hide(made.hidden, facts.course->hidden, {}, decision)) return;
    report_its_own(*facts.course, decision);
    for (const Setting& setting :
         all_settings({&facts.course->settings, &facts.pinned->settings, &facts.type_version->settings})) {
        take_over(setting, source_of(setting, groups, facts), facts, made, decision);
    }
    forget_marks(made.assignments.tutors);
    report_dropped(facts.sets, "template.no-instance"_code, decision);  // IMC-TFC-02, IMC-CC-02: they stay with it
    if (!request.name.empty() && !rename(request.name, made, decision)) return;
    const Above type = above(*facts.type_version);
    const Complexity complexity(made, request.external_id, facts.its_type->key);
    inherit(layer_of(made), &type, kept_back(made, facts.type_version->settings, complexity));
    if (!is_whole(made, decision)) return;

    if (!made.subject && facts.same_code) train(*facts.same_code, made);
    say_of(made, head);
    head.course_type = made.course_type;
    head.id = context.ids.take<CourseTemplate>();
    head.version = 0;
    head.external_id = request.external_id;
    head.number = 1;
    head.removed = false;
    head.wanted_by.clear();
    head.prerequisites = taken_prerequisites(*facts.course, groups, complexity, decision);
    made.id = context.ids.take<TemplateVersion>();
    made.course_template = head.id;
    decision.about = head.id.value;
    const auto components = add_syllabus(request, facts, groups, complexity, made, context, decision);
    settle_resources(components, made, decision);
    drop_what_is_never_given(complexity, made);
    add_shelves(request, facts, groups, made.id.value, complexity, context, decision);
    decision.put(std::move(head));
    decision.put(std::move(made));
}

}  // namespace

void create_template(const CreateTemplate& request, const CreateTemplateFacts& facts, Context& context,
                     Decision& decision) {
    make_template(request, facts, context, decision);
    // IMC-TFC-02: the report tells what became of each setting, and of a refusal none became anything.
    if (decision.refused()) decision.report.clear();
}

}  // namespace provost::catalogue
