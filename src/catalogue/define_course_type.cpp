// catalogue.define_course_type: a type as told; each change makes a new version, and templates stay with theirs.
#include "catalogue/define.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/whole.hpp"

#include <provost/describe/compare.hpp>

namespace provost::catalogue {

void define_course_type(const DefineCourseType& request, const DefineCourseTypeFacts& facts, Context& context,
                        Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    TypeVersion made;
    made.timing = request.timing;
    made.tag_set = each_once(request.tag_set);
    made.registration_types = request.registration_types;
    for (const std::string& type : made.registration_types) {
        if (is_word<organisation::RegistrationType>(type)) continue;
        return decision.refuse("registration-type.unknown"_code, {{"registration_type", type}});
    }
    if (!hide(made.hidden, request.hidden, {}, decision)) return;
    Settings told = request.settings;
    const TagPlace place{Level::type, made.tag_set, facts.tags};
    if (!settle_tags({told}, place, context, decision) || !tags_may_stand({told}, place, context, decision)) return;
    if (!settle_notices(told.notices, facts.notices, decision)) return;
    if (!has_sound_texts(told, decision) || !says_each_once(told, decision)) return;
    // IMC-CT-02, IMC-CT-03: to its templates it hides what it says there itself.
    TemplateVersion below;
    below.hidden_by_type = made.hidden;
    const Complexity complexity(below, {}, request.course_type);
    if (!complexity.allows_all({}, {told, nullptr}, context, decision)) return;
    say(layer_of(made), {told, nullptr});
    inherit(layer_of(made), nullptr, settings_in(made.hidden));
    if (!has_sound_terms(made.settings, made.registration_types, decision)) return;

    CourseType type = facts.existing ? *facts.existing : CourseType{};
    const bool same = facts.current &&
                      (made.id = facts.current->id, made.version = facts.current->version, made.course_type = type.id,
                       made.number = type.number, same_content(type_of<TypeVersion>(), &made, &*facts.current));
    if (same) return decision.unchanged(type.id.value);
    if (!facts.existing) type.id = context.ids.take<CourseType>();
    type.key = request.course_type;
    type.name = request.settings.name;
    // IMC-CT-01: what is made of a version keeps it.
    made.id = context.ids.take<TypeVersion>();
    made.version = 0;
    made.course_type = type.id;
    made.number = ++type.number;
    decision.put(std::move(type));
    decision.put(std::move(made));
}

}  // namespace provost::catalogue
