// catalogue.change_template: whoever asks chooses which groups of settings become those of the new template; the report
// says what changed and what must be looked at.
#include "catalogue/course_changes.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/let_in.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/whole.hpp"

#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// IMC-CT-06: the course stays timed as it is.
bool allows(Timing timing, const Course& course) {
    return timing == Timing::either || (timing == Timing::dates) == course.has_dates();
}

bool may_change(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Decision& decision) {
    const bool content = std::ranges::any_of(request.adopt, is_content);
    const bool may = content ? may_edit_content(*facts.course, decision) : may_edit(*facts.course, decision);
    if (!may) return false;  // IMC-CHT-08, IMC-CSV-13
    if (facts.course->kind != facts.course_template->kind) {
        // IMC-CHT-02
        decision.refuse("template.other-kind"_code, {{"kind", std::string(word(facts.course->kind))}});
    } else if (facts.course_template->subject_code != facts.its_template->subject_code && !started &&
               facts.seats->live > 0) {
        // FIN-ORD-17: who is in the course trains a subject, which stays his.
        decision.refuse("template.other-subject"_code, {{"count", std::to_string(facts.seats->live)}});
    } else if (!allows(facts.version->timing, *facts.course)) {
        decision.refuse("timing.not-allowed"_code,
                        {{"level", "template"}, {"timing", std::string(word(facts.version->timing))}});
    } else {
        const auto wrong = unknown_group(request.adopt);
        if (wrong.empty()) return true;
        decision.refuse("settings-group.unknown"_code, {{"group", std::string(wrong)}, {"expected", group_names()}});
    }
    return false;
}

// One line of what differs for a setting. What stays becomes the course's own, and is told as kept: later versions of
// the template do not reach it. What the template locks otherwise than the course has it is open.
void report(const Setting& setting, const Course& before, const Course& after, const TemplateVersion& pinned,
            Decision& decision) {
    const bool same = setting.same(above(before), above(after));
    const bool its_own = contains(after.own, setting.name());
    const bool locked = its_own && contains(pinned.locked, setting.name());
    const bool departs = locked && !setting.same(above(after), above(pinned));
    if (same && !departs && contains(before.own, setting.name()) == its_own) return;
    const bool present = setting.present(above(after));
    const Fate fate = departs ? Fate::open : same ? Fate::kept : present ? Fate::changed : Fate::dropped;
    ReportLine line = line_about(setting.name(), fate, departs ? "setting.locked"_code : Code{});
    line.level = word(level_of(setting, after, pinned));
    line.before = setting.value(above(before));
    line.value = setting.value(above(after));
    decision.report.push_back(std::move(line));
}

// Whether the template's version knows a meta tag; without a set it knows all.
bool knows(const TemplateVersion& version, const Setting& setting) {
    return !setting.is_tag() || version.tag_set.empty() || contains(version.tag_set, setting.tag_key());
}

// Whether the course takes over what the template says of a setting. IMC-CHT-03: the name never changes. Nor does a
// course lose the location that gives it its zone, or the duration that times it.
bool takes_over(const Setting& setting, const ChangeTemplate& request, const Above& new_values) {
    if (setting.name() == "name" || !contains(request.adopt, group_of(setting.name()))) return false;
    return setting.present(new_values) || (setting.name() != "location" && setting.name() != "duration");
}

// What the course gets of one setting before its launch: the template's, or what it had, which is the course's own from
// now on. IMC-CHT-07: a meta tag that it did not have comes with the template's value.
void carry(const Setting& setting, const ChangeTemplate& request, const Above& new_values, Course& course) {
    if (takes_over(setting, request, new_values)) return disown(layer_of(course), setting);
    const bool inherits_the_same = !contains(course.own, setting.name()) && setting.same(above(course), new_values);
    const bool new_tag = setting.is_tag() && !setting.present(above(course));
    if (!inherits_the_same && !new_tag) own(layer_of(course), setting);
}

// IMC-CHT-07: values of tags that the new template lacks are kept aside, and given back to a template that has them;
// unless its own value is wanted. IMC-CHT-01
void keep_tags(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Context& context,
               Decision& decision) {
    for (const Setting& setting : all_settings({&course.settings})) {
        if (!setting.is_tag() || knows(*facts.version, setting)) continue;
        KeptTag kept{{}, 0, course.id, std::string(setting.tag_key()), setting.text(above(course))};
        for (const KeptTag& earlier : facts.kept) {
            if (earlier.tag == kept.tag) kept.id = earlier.id;
        }
        if (!kept.id) kept.id = context.ids.take<KeptTag>();
        decision.put(std::move(kept));
        setting.clear(layer_of(course));
        disown(layer_of(course), setting);
    }
    for (KeptTag earlier : facts.kept) {
        const auto setting = Setting::find("metatag_" + earlier.tag);
        const Above new_values = above(*facts.version);
        if (setting->present(new_values) && takes_over(*setting, request, new_values)) continue;
        if (earlier.value.empty() || !knows(*facts.version, *setting) || setting->present(above(course))) continue;
        Settings given;
        given.tags.push_back({earlier.tag, earlier.value});
        say(layer_of(course), {given, nullptr});
        earlier.value.clear();
        decision.put(std::move(earlier));
    }
}

// The settings that a course, or a version that it may go by, can have. A course with dates has no duration.
std::vector<Setting> settings_of(const Course& course, const TemplateVersion& version) {
    auto all = all_settings({&course.settings, &version.settings});
    if (course.has_dates()) std::erase_if(all, [](const Setting& setting) { return setting.name() == "duration"; });
    return all;
}

// IMC-CHT-05: before the launch the new template becomes the course's.
void move_link(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Context& context,
               Decision& decision) {
    const Above new_values = above(*facts.version);
    for (const Setting& setting : settings_of(course, *facts.version)) {
        carry(setting, request, new_values, course);
    }
    keep_tags(request, facts, course, context, decision);
    course.course_template = facts.course_template->id;
    course.template_number = facts.version->number;
    const Complexity complexity(*facts.version, facts.course_template->external_id, facts.type->key, &course);
    inherit(layer_of(course), &new_values, complexity.neutral_settings());
    // IMC-CHT-09: what the new template makes mandatory is left open, and the next update must give it.
    course.missing = absent_ones(facts.version->mandatory, course);
}

// IMC-CHT-05: after the launch the link stays, and what may still change becomes the course's own.
void adopt_values(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Decision& decision) {
    const Above new_values = above(*facts.version);
    for (const Setting& setting : settings_of(course, *facts.version)) {
        if (!takes_over(setting, request, new_values)) continue;
        if (setting.same(above(course), new_values) || !knows(*facts.pinned, setting)) continue;
        if (stays_after_start(setting.name())) {
            decision.report.push_back(line_about(setting.name(), Fate::refused, "course.launched"_code));
            continue;
        }
        setting.copy(layer_of(course), new_values);
        own(layer_of(course), setting);
    }
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &course);
    const Above over = above(*facts.pinned);
    inherit(layer_of(course), &over, complexity.neutral_settings());
    course.missing = absent_ones(facts.pinned->mandatory, course);
}

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

// The components of one of both, each with the moments that the one or the other gives it.
std::vector<Component> components_of(const ChangeTemplate& request, const std::vector<Component>& own,
                                     const std::vector<Component>& theirs) {
    auto made = contains(request.adopt, "components") ? theirs : own;
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
        const auto& known = made.components;
        if (std::ranges::find(known, rule.component, &Component::key) != known.end()) continue;
        ReportLine line;
        line.item = "rule_" + rule.key;
        line.group = "learning_logic";
        line.fate = Fate::open;
        line.code = "logic.component-unknown"_code;
        decision.report.push_back(std::move(line));
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
    made.components = components_of(request, before.components,
                                    facts.new_syllabus ? facts.new_syllabus->components : std::vector<Component>{});
    const Complexity complexity = hidden_by_new(facts);
    if (!started && complexity.who_hides(Facility::components)) made.components.clear();
    if (!started) drop_lost_moments(made.components, decision);
    if (!started) made.logic = logic_of(request, facts, made, complexity, decision);
    const auto& stays = started ? before.components : made.components;
    if (!course.has_dates() && !may_be_fixed(stays, course.settings, decision)) return;  // IMC-SCH-02
    if (same_content(type_of<Syllabus>(), &made, &before)) return;
    if (!started && !may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
    ReportLine line;
    line.item = "components";
    line.group = "components";
    line.fate = started ? Fate::refused : made.components.empty() ? Fate::dropped : Fate::changed;
    if (started) line.code = "course.launched"_code;
    decision.report.push_back(std::move(line));
    if (started) return;
    if (!facts.syllabus) made.id = context.ids.take<Syllabus>();
    made.owner = facts.course->id.value;
    put_syllabus(std::move(made), decision);
}

ReportLine shelf_line(ShelfTab tab, Fate fate, Code why = {}) {
    ReportLine line;
    line.item = line.group = word(tab);
    line.fate = fate;
    line.code = why;
    return line;
}

const Shelf* own_shelf(const ChangeTemplateFacts& facts, ShelfTab tab) {
    return facts.shelves.first([&](const Shelf& shelf) { return shelf.tab == tab; });
}

// IMC-CT-02: on a tab that the new template hides nothing stands any more.
void clear_hidden_shelves(const ChangeTemplateFacts& facts, Decision& decision) {
    for (Shelf shelf : facts.shelves) {
        if (shelf.items.empty() || !hidden_by_new(facts).who_hides(facility_of(shelf.tab))) continue;
        if (!may_edit_content(*facts.course, decision)) return;  // IMC-CSV-13
        decision.report.push_back(shelf_line(shelf.tab, Fate::dropped));
        shelf.items.clear();
        decision.put(std::move(shelf));
    }
}

// IMC-CHT-01, IMC-CHT-04: so with social media and library; where the new template has none, the course keeps its own.
void adopt_shelves(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Context& context,
                   Decision& decision) {
    if (!started) clear_hidden_shelves(facts, decision);
    for (const Shelf& theirs : facts.new_shelves) {
        const bool hidden = static_cast<bool>(hidden_by_new(facts).who_hides(facility_of(theirs.tab)));
        if (hidden || !contains(request.adopt, word(theirs.tab))) continue;
        const Shelf* own = own_shelf(facts, theirs.tab);
        Shelf made = theirs;
        made.id = own != nullptr ? own->id : context.ids.take<Shelf>();
        made.owner = facts.course->id.value;
        made.version = own != nullptr ? own->version : 0;
        if (own != nullptr && same_content(type_of<Shelf>(), &made, own)) continue;
        // IMC-CHT-04: social media stay once the course has begun.
        const bool refused = started && theirs.tab == ShelfTab::social_media;
        decision.report.push_back(refused ? shelf_line(theirs.tab, Fate::refused, "course.launched"_code)
                                          : shelf_line(theirs.tab, Fate::changed));
        if (!refused) decision.put(std::move(made));
    }
}

// IMC-CHT-01, IMC-CHT-04: so with what the course requires of whoever enters. What the new template hides is none.
void adopt_prerequisites(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Course& course,
                         Decision& decision) {
    const TemplateVersion& version = started ? *facts.pinned : *facts.version;
    const CourseTemplate& made = started ? *facts.its_template : *facts.course_template;
    const CourseType& type = started ? *facts.its_type : *facts.type;
    const Complexity complexity(version, made.external_id, type.key);
    const bool wanted = contains(request.adopt, "prerequisites");
    const auto theirs = facts.course_template->prerequisites;
    auto given = wanted ? theirs : course.prerequisites;
    if (complexity.who_hides(Facility::prerequisites)) given = {};
    if (given == course.prerequisites) return;
    ReportLine line;
    line.item = line.group = "prerequisites";
    line.fate = started ? Fate::refused : given ? Fate::changed : Fate::dropped;
    if (started) line.code = "course.launched"_code;
    decision.report.push_back(std::move(line));
    if (!started) course.prerequisites = given;
}

void report_link(const ChangeTemplateFacts& facts, const Course& course, Decision& decision) {
    ReportLine line;
    line.item = "course_template";
    const bool moved = course.course_template != facts.course->course_template ||
                       course.template_number != facts.course->template_number;
    line.fate = moved ? Fate::changed : Fate::kept;
    if (!moved && facts.version->id != facts.pinned->id) line.code = "course.launched"_code;
    line.before = '"' + facts.its_template->external_id + '"';
    line.value = '"' + (moved ? facts.course_template : facts.its_template)->external_id + '"';
    decision.report.insert(decision.report.begin(), std::move(line));
}

// IMC-CT-09: by the rules and the tutors that the course has from now on.
void tell_of_confirmations(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started,
                           const Course& course, const Context& context, Decision& decision) {
    const TemplateVersion& version = started ? *facts.pinned : *facts.version;
    if (Complexity(version, {}, {}, &course).who_hides(Facility::learning_logic)) return;
    const bool theirs = !started && contains(request.adopt, "learning_logic");
    const One<Logic>& logic = theirs ? facts.new_logic : facts.logic;
    if (logic) tell_if_nobody_grades(logic->rules, course.assignments.tutors, context, decision);
}

}  // namespace

void change_template(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Context& context,
                     Decision& decision) {
    const bool started = has_started(*facts.course, facts.seats->started, context.effective);
    if (!may_change(request, facts, started, decision)) return;
    Course course = *facts.course;
    decision.about = course.id.value;
    if (started) {
        adopt_values(request, facts, course, decision);
    } else {
        move_link(request, facts, course, context, decision);
    }
    if (course.has_dates()) course.settings.duration.clear();  // IMC-CT-06

    const TemplateVersion& pinned = started ? *facts.pinned : *facts.version;
    if (!is_whole(course, facts.sets, pinned.registration_types, decision)) return;

    // IMC-CHT-06: what to look at again.
    for (const Setting& setting : all_settings({&facts.course->settings, &course.settings})) {
        report(setting, *facts.course, course, pinned, decision);
    }
    for (const std::string& name : course.missing) {
        decision.report.push_back(line_about(name, Fate::open, "setting.mandatory"_code));
    }
    adopt_prerequisites(request, facts, started, course, decision);
    report_link(facts, course, decision);
    tell_of_participants(course, *facts.seats, decision);
    const Seats seats = watched_by(course.settings, *facts.seats);
    if (seats.live > 0) plan_anew(*facts.course, course, decision);
    count_anew(course.id, facts.course->settings.quotas, course.settings.quotas, decision);
    let_in_next(course.id, seats, decision);
    decision.put(seats);
    adopt_components(request, facts, started, course, context, decision);
    tell_of_confirmations(request, facts, started, course, context, decision);
    adopt_shelves(request, facts, started, context, decision);
    decision.put(std::move(course));
}

}  // namespace provost::catalogue
