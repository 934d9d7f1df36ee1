// catalogue.define_course: what a course says, over the pinned version of its template. An update keeps what it does
// not name.
#include "catalogue/added_resources.hpp"
#include "catalogue/course_sets.hpp"
#include "catalogue/course_timing.hpp"
#include "catalogue/define.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/let_in.hpp"
#include "catalogue/rule_fit.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/syllabus.hpp"
#include "catalogue/whole.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// What the decision works on: the template's version, and who it belongs to.
struct Pinned {
    const CourseTemplate& course_template;
    const TemplateVersion& version;
    const CourseType& type;
};

Pinned pinned_of(const DefineCourseFacts& facts) {
    if (facts.existing) return {*facts.its_template, *facts.pinned, *facts.its_type};
    return {*facts.course_template, *facts.template_version, *facts.course_type};
}

// IMC-CT-01: a course has a template. IMC-CSV-30: an id that was used once is taken.
bool has_template(const DefineCourse& request, const DefineCourseFacts& facts, Decision& decision) {
    if (!facts.existing && !facts.course_template) {
        decision.refuse("field.missing"_code, {{"field", "course_template"}});
    } else if (facts.existing && facts.existing->life == CourseLife::archived) {
        decision.refuse("external-id.archived"_code, {{"external_id", request.external_id}});
    }
    return !decision.refused();
}

// IMC-CSV-29
bool keeps_template(const DefineCourseFacts& facts, Decision& decision) {
    const bool other =
        facts.existing && facts.course_template && facts.course_template->id != facts.existing->course_template;
    if (other) decision.refuse("course.template-change-not-allowed"_code, {{"field", "course_template"}});
    return !other;
}

// In a closed or signed course what is hidden above is hidden: to be told so is no change. IMC-CSV-28
void hide_nothing_twice(const Pinned& pinned, const One<Course>& former, Course& course) {
    const bool stays = former && (former->locked_at || former->planning_status() == PlanningStatus::closed);
    if (!stays) return;
    const Complexity above(pinned.version, pinned.course_template.external_id, pinned.type.key);
    std::erase_if(course.hidden, [&](const std::string& name) {
        return !contains(former->hidden, name) && above.who_hides(*find_facility(name));
    });
}

// IMC-CT-02, IMC-CT-04: nothing that is hidden above is shown again or set.
bool set_facilities(const DefineCourse& request, const Assignments& named, const Pinned& pinned,
                    const One<Course>& former, Course& course, const Context& context, Decision& decision) {
    if (!hide(course.hidden, request.hidden, request.shown, decision)) return false;
    hide_nothing_twice(pinned, former, course);
    const Complexity complexity(pinned.version, pinned.course_template.external_id, pinned.type.key, &course);
    return complexity.allows_all(request.shown, {request.settings, &named}, context, decision);
}

// IMC-CSV-13: what a closed course shows of its content, and what it hides, stays.
bool keeps_content(const DefineCourseFacts& facts, const Course& course, Decision& decision) {
    if (!facts.existing) return true;
    const auto content = [](std::vector<std::string> hidden) {
        std::erase_if(hidden, [](const std::string& name) { return !is_content(name); });
        return hidden;
    };
    return content(course.hidden) == content(facts.existing->hidden) || may_edit_content(*facts.existing, decision);
}

// Where the course is afterwards, unless another location is named. IMC-MT-04
Id<organisation::Location> location_left(const DefineCourse& told, const DefineCourseFacts& facts,
                                         const Pinned& pinned) {
    if (contains(told.clear, "location")) return {};
    const bool its_own = facts.existing && !contains(told.reset, "location");
    return its_own ? facts.existing->assignments.location : pinned.version.assignments.location;
}

// What the request says, in the one form of its values and names. IMC-MT-01, IMC-MT-03
bool settle(DefineCourse& told, const DefineCourseFacts& facts, const Pinned& pinned, const Context& context,
            Decision& decision) {
    settle_names(told.clear);
    settle_names(told.reset);
    const auto zone = zone_of_tags(facts, location_left(told, facts, pinned), told.settings, context);
    if (!zone) return false;
    const TagPlace place{Level::course, pinned.version.tag_set, facts.tags, *zone};
    return are_known(told.reset, context, decision) &&
           settle_tags({told.settings, &told.clear, &told.assignments.administrator}, place, context, decision) &&
           settle_notices(told.settings.notices, facts.notices, decision) && has_sound_texts(told.settings, decision) &&
           says_each_once(told.settings, decision);
}

// Components whose events resources may be for: those of the template for a new course, else its own, with those of
// what it keeps because it is booked. Nothing while that is not known yet.
std::optional<std::vector<Component>> with_events(const DefineCourseFacts& facts, const Context& context) {
    std::vector<Component> components;
    if (!facts.existing) {
        if (facts.syllabus) components = facts.syllabus->components;
        return components;
    }
    const auto own = syllabus_of(facts.existing->id.value, context);
    if (!own) return std::nullopt;
    if (*own) components = (*own)->components;
    for (const AddedResource& entry : facts.existing->assignments.resources) {
        components.emplace_back().key = entry.component;
    }
    return components;
}

// IMC-RES-01: what comes from the template brings no resource for the event of a component that the course lacks.
bool leave_out_resources(const DefineCourseFacts& facts, const Pinned& pinned, Course& course, const Context& context,
                         Decision& decision) {
    auto components = with_events(facts, context);
    if (!components) return false;
    // Not what the course hides itself: that is there again when it shows it.
    const Complexity complexity(pinned.version, pinned.course_template.external_id, pinned.type.key);
    if (complexity.who_hides(Facility::components)) components->clear();
    if (!drop_without(course.assignments.resources, *components)) return true;
    own(layer_of(course), *Setting::find("resources"));
    const bool locked = contains(pinned.version.locked, "resources");
    if (locked) decision.note("setting.locked"_code, {{"settings", "resources"}});
    return true;
}

// Puts what is asked over the template's version; answers false when that is refused.
bool set_settings(const DefineCourse& request, const Assignments& named, const DefineCourseFacts& facts,
                  const Pinned& pinned, Course& course, const Context& context, Decision& decision) {
    if (!names_settings(request.clear, "clear", decision) || !names_settings(request.reset, "reset", decision)) {
        return false;
    }
    const Asked asked{request.settings, &named, &request.clear, &request.reset};
    if (!says_once(asked, decision)) return false;
    const Above over = above(pinned.version);
    const Complexity complexity(pinned.version, pinned.course_template.external_id, pinned.type.key, &course);
    const auto neutral = complexity.neutral_settings();
    if (!facts.existing) inherit(layer_of(course), &over, {});
    const Course before = course;
    say(layer_of(course), asked);
    inherit(layer_of(course), &over, neutral);
    if (!respects_locks(above(before), above(course), pinned.version, decision)) return false;
    const bool anew = !facts.existing || contains(request.reset, "resources");
    if (anew && !leave_out_resources(facts, pinned, course, context, decision)) return false;
    course.missing = absent_ones(pinned.version.mandatory, course);
    // IMC-CSV-28: one that is signed may be told as it is, and nobody can mend it.
    if (course.missing.empty() || (facts.existing && facts.existing->locked_at)) return true;
    refuse_each("setting.mandatory"_code, course.missing, decision);
    return false;
}

// What a new course begins with: what its template has, but in a tab that this hides there is nothing. IMC-TPL-01,
// IMC-CT-02
class Beginning {
public:
    explicit Beginning(const Pinned& pinned) {
        // Not what the course hides itself: that is there again when it shows it.
        const Complexity complexity(pinned.version, pinned.course_template.external_id, pinned.type.key);
        const auto shows = [&](Facility facility) { return !complexity.who_hides(facility); };
        components_ = shows(Facility::components);
        logic_ = shows(Facility::learning_logic);
        social_media_ = shows(Facility::social_media);
        library_ = shows(Facility::library);
        if (shows(Facility::prerequisites)) prerequisites_ = pinned.course_template.prerequisites;
    }
    // What it requires by now. IMC-CT-03
    [[nodiscard]] Id<Prerequisites> prerequisites() const { return prerequisites_; }
    void give(const DefineCourseFacts& facts, std::int64_t course, Context& context, Decision& decision) const {
        if (components_) give_syllabus(facts.syllabus, course, context, decision, logic_);
        Many<Shelf> shown;
        for (const Shelf& shelf : facts.shelves) {
            if (shelf.tab == ShelfTab::library ? library_ : social_media_) shown.records.push_back(&shelf);
        }
        give_shelves(shown, course, context, decision);
    }

private:
    bool components_ = true, logic_ = true, social_media_ = true, library_ = true;
    Id<Prerequisites> prerequisites_;
};

Seats new_seats(Id<Course> course, Context& context) {
    Seats seats;
    seats.id = context.ids.take<Seats>();
    seats.course = course;
    return seats;
}

// Of which lists it says what they shall be, be it by giving them back to the template.
ToldLists lists_of(const DefineCourse& told, Id<Course> course) {
    const auto given_back = [&](std::string_view list) { return contains(told.reset, list); };
    const auto told_anew = [&](std::string_view list) { return given_back(list) || contains(told.clear, list); };
    return {course.value, !told.assignments.tutors.empty() || told_anew("tutors"), told_anew("resources"),
            given_back("tutors") && given_back("resources")};
}

// What a signed course is told as it is there is no change, whichever level says it. IMC-CSV-28
void keep_its_levels(const Course& former, Course& course) {
    if (!former.locked_at) return;
    Course same = course;
    same.own = former.own;
    if (same_content(type_of<Course>(), &same, &former)) course.own = former.own;
}

// When rules are shown again, it is concluded otherwise, or somebody else teaches than before. IMC-LL-15, IMC-CT-09
void tell_of_rules(const Course& course, const DefineCourseFacts& facts, const Pinned& pinned, const Context& context,
                   Decision& decision) {
    if (Complexity(pinned.version, {}, {}, &course).hides_rules()) return;
    const auto owner = facts.existing ? course.id.value : pinned.version.id.value;
    const Settings& before = facts.existing ? facts.existing->settings : pinned.version.settings;
    const bool shown = facts.existing && facts.existing->hidden != course.hidden;
    if (shown || before.conclude_by != course.settings.conclude_by) {
        tell_of_idle_rules(owner, course.settings, context, decision);
    }
    const bool same_staff = facts.existing && same_member(*type_of<Assignments>().find("tutors"),
                                                          &facts.existing->assignments, &course.assignments);
    if (shown || !same_staff) tell_if_nobody_grades(owner, course, pinned.version, context, decision);
}

}  // namespace

std::string code_key_of(std::string_view code) {
    const auto first = code.find_first_not_of(" \t");
    if (first == code.npos) return {};
    const auto text = code.substr(first, code.find_last_not_of(" \t") - first + 1);
    return login_key(text).value_or(std::string(text));
}

void define_course(const DefineCourse& request, const DefineCourseFacts& facts, Context& context, Decision& decision) {
    // 1 Which course, of which version of which template?
    if (!has_template(request, facts, decision)) return;
    const Pinned pinned = pinned_of(facts);
    Course course = facts.existing ? *facts.existing : Course{};
    course.external_id = request.external_id;
    course.code_key = code_key_of(request.external_id);
    if (!facts.existing) course.kind = pinned.course_template.kind;  // IMC-TPL-04
    course.course_template = pinned.course_template.id;
    course.template_number = pinned.version.number;
    course.bookable_alone = request.bookable_alone.value_or(course.bookable_alone);

    // 2 What it says, over the template's version. IMC-TPL-01, IMC-CT-08
    DefineCourse told = request;
    if (!settle(told, facts, pinned, context, decision)) return;
    const auto& former = facts.existing ? course.assignments.tutors : pinned.version.assignments.tutors;
    const auto named = assigned(told.assignments, facts, former, context, decision);
    if (!named) return;
    // What can not be read, or is not there, is told before a rule, so that it is in every run of a file. IMC-CSV-28
    const TagPlace place{Level::course, pinned.version.tag_set, facts.tags};
    if (!tags_may_stand({told.settings, &told.clear}, place, context, decision)) return;
    if (!set_dates(told, facts, pinned.version, course, context, decision)) return;
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    if (!keeps_template(facts, decision)) return;
    if (!set_facilities(told, *named, pinned, facts.existing, course, context, decision)) return;
    if (!keeps_content(facts, course, decision)) return;
    if (!set_settings(told, *named, facts, pinned, course, context, decision)) return;
    if (facts.existing) keep_marks(facts.existing->assignments.tutors, course.assignments.tutors);
    if (!fits_timing(facts, course, context, decision)) return;
    const auto& types = pinned.version.registration_types;
    if (!is_whole(course, facts.sets, types, decision)) return;
    const auto provider = facts.existing ? facts.existing->assignments.provider : Id<organisation::Provider>{};
    if (!fits_provider(course, provider, types, context, decision)) return;

    // 3 The course, and with a new one its seats. IMC-SIG-04: one that is signed stays; IMC-CSV-28: if anything
    // differs.
    if (facts.existing) keep_its_levels(*facts.existing, course);
    const bool differs = facts.existing && !same_content(type_of<Course>(), &course, &*facts.existing);
    if (differs && !may_edit(*facts.existing, decision)) return;
    if (facts.existing) tell_of_participants(course, *facts.seats, decision);
    std::optional<Beginning> beginning;
    if (!facts.existing) {
        course.id = context.ids.take<Course>();
        beginning.emplace(pinned);
        course.prerequisites = beginning->prerequisites();
    }
    const auto id = course.id;
    decision.following.told = lists_of(told, id);
    tell_of_rules(course, facts, pinned, context, decision);
    const Seats seats = watched_by(course.settings, facts.existing ? *facts.seats : new_seats(id, context));
    if (differs) {
        if (seats.live > 0) plan_anew(*facts.existing, course, decision);
        count_anew(id, facts.existing->settings.quotas, course.settings.quotas, decision);
        let_in_next(id, seats, decision);  // IMC-WL-07: more seats let in more
    }
    decision.put(std::move(course));
    decision.put(seats);
    if (beginning) beginning->give(facts, id.value, context, decision);
}

}  // namespace provost::catalogue
