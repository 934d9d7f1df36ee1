// catalogue.define_template: what a template says, over the version of its type; each change makes a new version. One
// whose code is that of a subject makes unit offers.
#include "catalogue/define.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/syllabus.hpp"
#include "catalogue/whole.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// IMC-CT-06: a template narrows the timing of its type, and its default is one that it allows.
bool narrows(Timing above, Timing own, std::string_view level, std::string_view field, Decision& decision) {
    if (above == Timing::either || own == above) return true;
    decision.refuse(
        "timing.not-allowed"_code,
        {{"level", std::string(level)}, {"timing", std::string(word(above))}, {"field", std::string(field)}});
    return false;
}

// Names in another order are the same.
bool is_same(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::ranges::is_permutation(one, other);
}
bool is_same(Timing one, Timing other) { return one == other; }

// A given list takes the place of the former one.
void take(std::vector<std::string>& list, const std::vector<std::string>& given) {
    auto once = each_once(given);
    if (!once.empty() && !is_same(list, once)) list = std::move(once);
}

// What a new version of the template has of what its type says: where it never said otherwise, the same as the type.
template <class Value>
const Value& above_or_own(const Value& own, const DefineTemplateFacts& facts, Value TypeVersion::*member,
                          const TypeVersion& type) {
    return !facts.pinned || is_same(own, (*facts.pinned).*member) ? type.*member : own;
}

bool set_timing(const DefineTemplate& request, const DefineTemplateFacts& facts, const TypeVersion& type,
                TemplateVersion& made, Decision& decision) {
    made.timing = request.timing.value_or(above_or_own(made.timing, facts, &TypeVersion::timing, type));
    if (!narrows(type.timing, made.timing, "type", request.timing ? "timing" : "course_type", decision)) return false;
    // The former default goes with the timing that allowed it.
    if (made.timing != Timing::either && made.default_timing != made.timing) made.default_timing.reset();
    if (request.default_timing) made.default_timing = request.default_timing;
    return !request.default_timing ||
           narrows(made.timing, *request.default_timing, "template", "default_timing", decision);
}

// IMC-CT-04: what the type hides can not be shown again; what stands in a hidden tab can not be set.
bool set_facilities(const DefineTemplate& request, const Assignments& named, const std::string& type_key,
                    TemplateVersion& made, const Context& context, Decision& decision) {
    if (!hide(made.hidden, request.hidden, request.shown, decision)) return false;
    const Complexity complexity(made, request.external_id, type_key);
    if (!complexity.allows_mandatory(made.mandatory, decision)) return false;
    return complexity.allows_all(request.shown, {request.settings, &named}, context, decision);
}

// Lists of names that a template says of its courses. `clear` may name them as well: then they are empty.
struct NameList {
    std::string_view name;
    std::vector<std::string> DefineTemplate::*told;
    std::vector<std::string> TemplateVersion::*made;
};
constexpr auto name_lists = std::to_array<NameList>({
    {"mandatory", &DefineTemplate::mandatory, &TemplateVersion::mandatory},
    {"locked", &DefineTemplate::locked, &TemplateVersion::locked},
    {"tag_set", &DefineTemplate::tag_set, &TemplateVersion::tag_set},
});

bool set_name_lists(DefineTemplate& told, TemplateVersion& made, Decision& decision) {
    for (const NameList& list : name_lists) {
        const bool cleared = std::erase(told.clear, list.name) > 0;
        if (cleared && !(told.*list.told).empty()) {
            decision.refuse("setting.twice"_code, {{"setting", std::string(list.name)}});
            return false;
        }
        if (cleared) (made.*list.made).clear();
        take(made.*list.made, told.*list.told);
    }
    return true;
}

// IMC-CT-08, IMC-MT-01: the set of meta tags is that of the type, or a part of it. Where neither the template nor its
// type is another than before, the set stays.
bool narrows_tag_set(const TypeVersion& type, const DefineTemplateFacts& facts, bool told, TemplateVersion& made,
                     Decision& decision) {
    const bool same = facts.current && facts.current->course_type == type.course_type &&
                      facts.current->type_number == type.number && is_same(facts.current->tag_set, made.tag_set);
    if (same) return true;
    if (!told) made.tag_set = above_or_own(made.tag_set, facts, &TypeVersion::tag_set, type);
    if (type.tag_set.empty()) return true;
    if (made.tag_set.empty()) made.tag_set = type.tag_set;
    for (const std::string& key : made.tag_set) {
        if (contains(type.tag_set, key)) continue;
        decision.refuse("tag.not-in-set"_code, {{"tag", key}});
        return false;
    }
    return true;
}

// IMC-TPL-02, IMC-MT-01: what is outside the set of meta tags no course can give.
bool knows_mandatory(const TemplateVersion& made, Decision& decision) {
    for (const std::string& name : made.mandatory) {
        const auto setting = Setting::find(name);
        if (!setting || !setting->is_tag() || is_in_set(made.tag_set, setting->tag_key())) continue;
        decision.refuse("tag.not-in-set"_code, {{"tag", std::string(setting->tag_key())}});
        return false;
    }
    return true;
}

bool set_rules(DefineTemplate& told, const TypeVersion& type, const DefineTemplateFacts& facts, TemplateVersion& made,
               const Context& context, Decision& decision) {
    // IMC-CT-05: the mode comes from the template unless it marks it editable.
    if (made.number == 0) made.locked = {"mode"};
    const bool names_set = !told.tag_set.empty();
    if (!set_name_lists(told, made, decision) || !narrows_tag_set(type, facts, names_set, made, decision)) return false;
    const auto& lists = {std::pair(&told.mandatory, "mandatory"), std::pair(&told.locked, "locked"),
                         std::pair(&told.clear, "clear"), std::pair(&told.reset, "reset")};
    const auto are_settings = [&](const auto& list) { return names_settings(*list.first, list.second, decision); };
    if (!std::ranges::all_of(lists, are_settings) || !knows_mandatory(made, decision)) return false;
    // IMC-MT-01: nor can it give a tag that no course has.
    static const Many<MetaTag> none;
    return may_name(told.mandatory, {Level::course, made.tag_set, none}, context, decision) &&
           are_known(told.locked, context, decision) && are_known(told.reset, context, decision);
}

// What the request says, in the one form of its values and names. IMC-MT-01, IMC-MT-03
bool settle(DefineTemplate& told, const DefineTemplateFacts& facts, const TemplateVersion& made, const Context& context,
            Decision& decision) {
    const bool leaves = contains(told.clear, "location") || contains(told.reset, "location");  // a type has none
    const auto former = leaves ? Id<organisation::Location>{} : made.assignments.location;
    const auto zone = zone_of_tags(facts, former, told.settings, context);
    if (!zone) return false;
    const TagPlace place{Level::course_template, made.tag_set, facts.tags, *zone};
    return settle_tags({told.settings, &told.clear, &told.assignments.administrator}, place, context, decision) &&
           settle_notices(told.settings.notices, facts.notices, decision) && has_sound_texts(told.settings, decision) &&
           says_each_once(told.settings, decision);
}

// IMC-MT-01: a value of its own goes where its set has the tag no more.
void tell_of_lost_values(const TemplateVersion& made, Decision& decision) {
    for (const std::string& name : tags_outside(made.settings, made.tag_set)) {
        const auto setting = Setting::find(name);
        if (!contains(made.own, name) || !setting->present(above(made))) continue;
        decision.note("tag.value-gone"_code, {{"tag", std::string(setting->tag_key())}});
    }
}

CourseTemplate template_of(const DefineTemplate& request, const DefineTemplateFacts& facts) {
    CourseTemplate made = facts.existing ? *facts.existing : CourseTemplate{};
    made.external_id = request.external_id;
    made.kind = request.kind.value_or(made.kind);
    if (facts.current) made.course_type = facts.current->course_type;
    if (facts.course_type) made.course_type = facts.course_type->id;
    return made;
}

// Of a new template that names none it is the subject of its code.
void set_subject(const DefineTemplateFacts& facts, TemplateVersion& made) {
    if (facts.subject) {
        train(*facts.subject, made);
    } else if (!facts.existing && facts.same_code) {
        train(*facts.same_code, made);
    }
}

}  // namespace

void define_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                     Decision& decision) {
    // 1 Which template, of which version of which type? IMC-TPL-03, IMC-CSVT-01
    if (!facts.existing && !facts.course_type) {
        return decision.refuse("field.missing"_code, {{"field", "course_type"}});
    }
    // IMC-TPL-04: courses that are there already stay what they are.
    if (facts.existing && request.kind.value_or(facts.existing->kind) != facts.existing->kind) {
        return decision.refuse("template.other-kind"_code, {{"kind", std::string(word(*request.kind))}});
    }
    CourseTemplate head = template_of(request, facts);
    TemplateVersion made = facts.current ? *facts.current : TemplateVersion{};
    const bool same_type = facts.current && facts.current->course_type == head.course_type;
    // IMC-CT-01: it stays with the version of its type that it was made from, unless it is asked to go on.
    const TypeVersion& type = !same_type ? *facts.type_version : request.renew_type ? *facts.newest : *facts.pinned;
    const std::string& type_key = same_type ? facts.current_type->key : facts.course_type->key;
    made.course_type = type.course_type;
    made.type_number = type.number;
    made.hidden_by_type = type.hidden;
    made.registration_types = type.registration_types;
    set_subject(facts, made);

    // 2 What it says, over what the type says. IMC-CSVT-02, IMC-CT-08
    DefineTemplate told = request;
    for (auto* names : {&told.mandatory, &told.locked, &told.clear, &told.reset}) settle_names(*names);
    if (!settle(told, facts, made, context, decision)) return;
    const auto named = assigned(told.assignments, facts, made.assignments.tutors, context, decision);
    // What can not be read, or is not there, is told before a rule, so that it is in every run of a file. IMC-CSV-28
    if (!named) return;
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    if (!set_timing(told, facts, type, made, decision)) return;
    if (!set_rules(told, type, facts, made, context, decision)) return;
    const TagPlace place{Level::course_template, made.tag_set, facts.tags};
    if (!tags_may_stand({told.settings, &told.clear}, place, context, decision)) return;
    if (!set_facilities(told, *named, type_key, made, context, decision)) return;
    const Asked asked{told.settings, &*named, &told.clear, &told.reset};
    if (!says_once(asked, decision)) return;
    say(layer_of(made), asked);
    tell_of_lost_values(made, decision);
    const Above over = above(type);
    inherit(layer_of(made), &over, kept_back(made, type.settings, {made, request.external_id, type_key}));
    if (!is_whole(made, decision) || !can_be_given(made, decision)) return;

    // 3 A new version, unless nothing differs. IMC-TPL-01: courses stay with theirs.
    say_of(made, head);
    const bool differs = !facts.current || !same_content(type_of<TemplateVersion>(), &made, &*facts.current);
    if (!facts.existing) head.id = context.ids.take<CourseTemplate>();
    if (!differs) return decision.put(std::move(head));
    const bool anew = facts.current && (facts.current->hidden != made.hidden ||
                                        facts.current->settings.conclude_by != made.settings.conclude_by);
    if (anew && !Complexity(made, request.external_id, type_key).hides_rules()) {
        tell_of_idle_rules(facts.current->id.value, made.settings, context, decision);
    }
    put_next_version(std::move(head), std::move(made), {facts.syllabus, facts.shelves}, context, decision);
}

}  // namespace provost::catalogue
