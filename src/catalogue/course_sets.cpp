// Course sets and learning paths.
#include "catalogue/course_sets.hpp"

#include "catalogue/editing.hpp"

#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/tags.hpp"
#include "catalogue/whole.hpp"

namespace provost::catalogue {

namespace {

// IMC-CC-02: component courses enter a course through its sets, and nothing else does.
bool are_components(const DefineCourseSetFacts& facts, Decision& decision) {
    for (const Course& member : facts.members) {
        if (member.kind == CourseKind::component_course) continue;
        decision.refuse("course-set.member-not-component"_code, {{"course", member.external_id}});
        return false;
    }
    return true;
}

bool is_choice(const CourseSet& set, Decision& decision) {
    if (set.choose_max >= 1 && set.choose_min <= set.choose_max) return true;
    decision.refuse("course-set.choice"_code,
                    {{"min", std::to_string(set.choose_min)}, {"max", std::to_string(set.choose_max)}});
    return false;
}

// Besides settings, what else is told of a course can be shown. IMC-CC-06
bool can_show(const std::vector<std::string>& display, const Context& context, Decision& decision) {
    static constexpr auto more = std::to_array<std::string_view>({"external_id", "starts_at", "ends_at"});
    std::vector<std::string> settings = display;
    std::erase_if(settings, [](const std::string& name) { return std::ranges::find(more, name) != more.end(); });
    // What the organisation sends is no attribute of a course.
    const auto notice =
        std::ranges::find_if(settings, [](const std::string& name) { return name.starts_with(notice_prefix); });
    if (notice != settings.end()) {
        decision.refuse("setting.unknown"_code, {{"setting", *notice}, {"member", "display"}});
        return false;
    }
    std::vector<std::string> names = display;
    settle_names(names);
    return repeats_nothing("display", names, decision) && names_settings(settings, "display", decision) &&
           are_known(settings, context, decision);
}

std::vector<std::int64_t> ids_of(const Many<Course>& courses) {
    std::vector<std::int64_t> ids;
    for (const Course& course : courses) {
        if (std::ranges::find(ids, course.id.value) == ids.end()) ids.push_back(course.id.value);
    }
    return ids;
}

// Each course knows what it is in: whoever deletes it must be told. IMC-DUP-03
void tell_courses(std::vector<std::int64_t> Course::*list, std::int64_t id, const Many<Course>& before,
                  const std::vector<std::int64_t>& now, const Many<Course>& named, Decision& decision) {
    for (Course course : before) {
        if (std::ranges::find(now, course.id.value) != now.end()) continue;
        std::erase(course.*list, id);
        decision.put(std::move(course));
    }
    for (Course course : named) {
        if (std::ranges::find(course.*list, id) != (course.*list).end()) continue;
        (course.*list).push_back(id);
        decision.put(std::move(course));
    }
}

// What is archived is in nothing new.
bool are_active(const Many<Course>& courses, Decision& decision) {
    for (const Course& course : courses) {
        if (course.life != CourseLife::active) return (decision.refuse("course.archived"_code), false);
    }
    return true;
}

}  // namespace

bool fits_publication(const Course& course, const CourseSet& set, Decision& decision) {
    const auto members = static_cast<std::int64_t>(set.members.size());
    const auto least = std::max<std::int64_t>(set.choose_min, 1);
    if (course.settings.published != true || members >= least) return true;
    decision.refuse("course-set.too-small"_code,
                    {{"course_set", set.key}, {"members", std::to_string(members)}, {"least", std::to_string(least)}});
    return false;
}

void define_course_set(const DefineCourseSet& request, const DefineCourseSetFacts& facts, Context& context,
                       Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    if (!complexity.allows(Facility::components, decision)) return;  // IMC-CT-02
    // IMC-CC-01, IMC-CC-02
    if (facts.course->kind == CourseKind::component_course) return decision.refuse("course-set.in-component"_code);
    if (!repeats_nothing("members", facts.members, &Course::external_id, decision) ||
        !are_active(facts.members, decision) || !are_components(facts, decision)) {
        return;
    }

    CourseSet set = facts.existing ? *facts.existing : CourseSet{};
    set.course = facts.course->id;
    set.key = request.course_set;
    set.name = request.name;
    set.members = ids_of(facts.members);
    set.choose_min = request.choose_min.value_or(1);
    set.choose_max = request.choose_max.value_or(1);
    set.display = request.display.empty() ? std::vector<std::string>{"name"} : request.display;
    if (!is_choice(set, decision) || !can_show(set.display, context, decision)) return;
    if (!fits_publication(*facts.course, set, decision)) return;
    if (!is_as_it_was(facts.existing, set) && !may_edit_content(*facts.course, decision)) return;
    if (!facts.existing) set.id = context.ids.take<CourseSet>();
    const auto id = set.id.value;
    const auto members = set.members;
    decision.put(std::move(set));
    tell_courses(&Course::in_sets, id, facts.before, members, facts.members, decision);
}

void give_sets(const Many<CourseSet>& from, const Many<Course>& members, Id<Course> to, Context& context,
               Decision& decision) {
    std::vector<CourseSet> made;
    for (CourseSet set : from) {
        set.id = context.ids.take<CourseSet>();
        set.version = 0;
        set.course = to;
        made.push_back(std::move(set));
    }
    for (const std::int64_t id : ids_of(members)) {
        Course member = *members.first([&](const Course& each) { return each.id.value == id; });
        for (const CourseSet& set : made) {
            const bool in_it = std::ranges::find(set.members, id) != set.members.end();
            if (in_it) member.in_sets.push_back(set.id.value);
        }
        decision.put(std::move(member));
    }
    for (CourseSet& set : made) decision.put(std::move(set));
}

void report_dropped(const Many<CourseSet>& sets, Code why, Decision& decision) {
    for (const CourseSet& set : sets) {
        ReportLine line;
        line.item = "course_set_" + set.key;
        line.group = "components";
        line.fate = Fate::dropped;
        line.code = why;
        decision.report.push_back(std::move(line));
    }
}

void take_away(const Many<CourseSet>& sets, const Many<Course>& members, Decision& decision) {
    for (const std::int64_t id : ids_of(members)) {
        Course member = *members.first([&](const Course& each) { return each.id.value == id; });
        for (const CourseSet& set : sets) std::erase(member.in_sets, set.id.value);
        decision.put(std::move(member));
    }
    for (CourseSet set : sets) {
        set.course = {};
        set.key.clear();
        set.members.clear();
        decision.put(std::move(set));
    }
}

void define_path(const DefinePath& request, const DefinePathFacts& facts, Context& context, Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    for (const Course& course : facts.courses) {
        if (course.kind != CourseKind::component_course) continue;
        return decision.refuse("component.not-allowed"_code, {{"course", course.external_id}});  // IMC-CT-10
    }
    if (!repeats_nothing("courses", facts.courses, &Course::external_id, decision) ||
        !are_active(facts.courses, decision))
        return;
    LearningPath path = facts.existing ? *facts.existing : LearningPath{};
    if (!facts.existing) path.id = context.ids.take<LearningPath>();
    path.key = request.path;
    path.name = request.name;
    path.courses = ids_of(facts.courses);
    const auto id = path.id.value;
    const auto courses = path.courses;
    decision.put(std::move(path));
    tell_courses(&Course::in_paths, id, facts.before, courses, facts.courses, decision);
}

// IMC-PRE-16: courses that stand for each other in prerequisites. A course need not know that it is in one: what is
// gone counts for nobody any more, and the check of the catalogue finds it.
void define_course_group(const DefineCourseGroup& request, const DefineCourseGroupFacts& facts, Context& context,
                         Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    if (!repeats_nothing("courses", facts.courses, &Course::external_id, decision)) return;
    CourseGroup group = facts.existing ? *facts.existing : CourseGroup{};
    if (!facts.existing) group.id = context.ids.take<CourseGroup>();
    group.key = request.course_group;
    group.name = request.name;
    group.courses = ids_of(facts.courses);
    decision.put(std::move(group));
}

}  // namespace provost::catalogue
