// catalogue.effective_settings: a report, nothing else. catalogue.duplicate_course: the settings, a new identity.
#include "catalogue/course_changes.hpp"

#include "catalogue/added_resources.hpp"
#include "catalogue/course_sets.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/let_in.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/whole.hpp"

namespace provost::catalogue {

// IMC-CT-08: the course's own value, else that of the pinned template version, else that of the type version under it.
void effective_settings(const EffectiveSettings& request, const EffectiveSettingsFacts& facts, Context&,
                        Decision& decision) {
    const Course& course = *facts.course;
    decision.unchanged(course.id.value);
    Settings of_set;  // IMC-MT-01: a course has the tags of its template's set, with values or without
    for (const std::string& key : facts.pinned->tag_set) of_set.tags.push_back({key, {}});
    for (const Setting& setting : all_settings({&course.settings, &facts.pinned->settings, &of_set})) {
        const bool present = setting.present(above(course));
        if (!present && !request.all) continue;
        ReportLine line = line_about(setting.name(), Fate::value);
        line.level = word(level_of(setting, course, *facts.pinned));
        line.value = setting.value(above(course));
        decision.report.push_back(std::move(line));
    }
}

namespace {

// What the new course is not, although the old one is: in sets and paths, wanted, or signed. IMC-DUP-01
Course unconnected(const DuplicateCourse& request, const Course& course, Context& context) {
    Course copy = course;
    copy.id = context.ids.take<Course>();
    copy.version = 0;
    copy.external_id = request.external_id;
    copy.code_key = code_key_of(request.external_id);
    copy.in_sets.clear();
    copy.in_paths.clear();
    copy.wanted_by.clear();
    copy.locked_at.reset();
    forget_marks(copy.assignments.tutors);
    return copy;
}

// IMC-TPL-02: a name of its own, unless the template locks that.
bool set_name(const DuplicateCourse& request, const TemplateVersion& pinned, Course& copy, Decision& decision) {
    if (request.name.empty()) return true;
    Settings told;
    told.name = request.name;
    if (!has_name(told.name, decision) || !has_sound_texts(told, decision)) return false;
    const Course before = copy;
    say(layer_of(copy), {told, nullptr});
    return respects_locks(above(before), above(copy), pinned, decision);
}

// IMC-CHT-07: what the course said of tags that its template lacks is kept for the copy as well.
void give_kept(const Many<KeptTag>& from, Id<Course> copy, Context& context, Decision& decision) {
    for (KeptTag kept : from) {
        if (kept.value.empty()) continue;
        kept.id = context.ids.take<KeptTag>();
        kept.version = 0;
        kept.course = copy;
        decision.put(std::move(kept));
    }
}

// IMC-CT-06: moments of its own, where it has any.
bool set_dates(const DuplicateCourse& request, Course& copy, Decision& decision) {
    if (!copy.has_dates()) {
        note_ignored_dates(request.starts_at, request.ends_at, decision);
        return true;
    }
    if (request.starts_at) copy.starts_at = request.starts_at;
    if (request.ends_at) copy.ends_at = request.ends_at;
    return is_in_order(copy, request.ends_at.has_value(), decision);
}

}  // namespace

// IMC-DUP-01: neither participants nor results; the planning status is the template's again.
void duplicate_course(const DuplicateCourse& request, const DuplicateCourseFacts& facts, Context& context,
                      Decision& decision) {
    if (facts.existing) {
        const bool archived = facts.existing->life == CourseLife::archived;
        return decision.refuse(archived ? "external-id.archived"_code : "external-id.taken"_code,
                               {{"external_id", request.external_id}});
    }
    if (facts.course->life != CourseLife::active) return decision.refuse("course.archived"_code);
    Course copy = unconnected(request, *facts.course, context);
    if (!set_name(request, *facts.pinned, copy, decision) || !set_dates(request, copy, decision)) return;
    if (request.as_event) {
        // IMC-DUP-02: another date of the same event has its own tutors, not the template's either; its details are
        // told before it is confirmed.
        const bool would_inherit = !facts.pinned->assignments.tutors.empty() && !contains(copy.hidden, "tutors");
        (would_inherit ? own : disown)(layer_of(copy), *Setting::find("tutors"));
        copy.assignments.tutors.clear();
    }
    // IMC-RES-04: windows for which resources are planned are dates of the other course.
    const bool other_dates = copy.starts_at != facts.course->starts_at || copy.ends_at != facts.course->ends_at;
    if (other_dates && drop_windows(copy.assignments.resources)) decision.note("resource.windows-left"_code);
    std::erase(copy.own, "planning_status");
    copy.settings.planning_status = facts.pinned->settings.planning_status;
    copy.missing = absent_ones(facts.pinned->mandatory, copy);  // IMC-TPL-02
    const auto id = copy.id;
    if (!request.as_event) {
        tell_if_nobody_grades(facts.course->id.value, copy, *facts.pinned, context, decision);  // IMC-CT-09
    }
    Seats seats;
    seats.id = context.ids.take<Seats>();
    seats.course = id;
    seats = watched_by(copy.settings, std::move(seats));
    decision.following.staff = false;  // it has of both what it shall have
    decision.put(std::move(copy));
    decision.put(std::move(seats));
    give_syllabus(facts.syllabus, id.value, context, decision, !request.as_event);
    give_shelves(facts.shelves, id.value, context, decision);
    give_sets(facts.sets, facts.members, id, context, decision);
    give_kept(facts.kept, id, context, decision);
}

}  // namespace provost::catalogue
