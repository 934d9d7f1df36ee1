// The timing of a course, by dates or by a duration, as catalogue.define_course decides it.
#include "catalogue/course_timing.hpp"

#include "catalogue/syllabus.hpp"
#include "catalogue/whole.hpp"

#include <provost/catalogue/duration.hpp>

namespace provost::catalogue {

namespace {

// Which timing a new course, or one that nobody has entered yet, takes: dates when it says one, a duration when it says
// that; else it stays, and a new one goes by its template. A row of a file changes no course's timing: what does not
// fit it is passed over. IMC-CSV-10, IMC-CSV-12
Timing choose_timing(const DefineCourse& request, const DefineCourseFacts& facts, Timing former,
                     const TemplateVersion& version, const Context& context) {
    if (context.from_file() && facts.existing) return former;
    if (version.timing != Timing::either) return version.timing;
    if (request.starts_at || request.ends_at) return Timing::dates;
    if (!request.settings.duration.empty()) return Timing::duration;
    if (facts.existing) return former;
    if (version.default_timing && *version.default_timing != Timing::either) return *version.default_timing;
    return Timing::duration;
}

// IMC-CT-06: what is told of the duration of a course with dates.
void leave_out_duration(DefineCourse& told, Decision& decision) {
    if (!told.settings.duration.empty()) decision.note("timing.ignored"_code, {{"field", "duration"}});
    told.settings.duration.clear();
    for (auto* names : {&told.clear, &told.reset}) std::erase(*names, "duration");
}

// IMC-CSV-13: the dates of a course that takes place for certain stay, unless it is no longer certain.
bool may_move(const DefineCourseFacts& facts, const Course& course, Decision& decision) {
    if (!facts.existing || !facts.existing->has_dates()) return true;
    const Course& former = *facts.existing;
    const auto is_fixed = [](const Course& c) { return c.planning_status() == PlanningStatus::fixed; };
    const bool other_start = course.starts_at != former.starts_at;
    if (!is_fixed(former) || !is_fixed(course) || (!other_start && course.ends_at == former.ends_at)) return true;
    decision.refuse("course.dates-fixed"_code, {{"field", other_start ? "starts_at" : "ends_at"}});
    return false;
}

// A course that has no dates any more, or may not have fixed moments any more, has no component with one, nor anything
// beside its syllabus. IMC-SCH-02, IMC-CT-06
bool has_no_fixed_moments(const DefineCourseFacts& facts, const Course& course, const Context& context,
                          Decision& decision) {
    if (!facts.existing) return true;
    const Course& former = *facts.existing;
    if (!former.has_dates() && !former.settings.allow_fixed_moments.value_or(false)) return true;
    const auto own = syllabus_of(former.id.value, context);
    const auto shelves = context.find<Shelf>(find_index(type_of<Shelf>(), "owner"), {{former.id.value, {}, false}});
    if (!own || !shelves) return false;
    if (*own && !may_be_fixed((*own)->components, course.settings, decision)) return false;
    for (const Shelf& shelf : *shelves) {
        if (!may_be_fixed(shelf.items, course.settings, decision)) return false;
    }
    return true;
}

}  // namespace

bool set_dates(DefineCourse& request, const DefineCourseFacts& facts, const TemplateVersion& version, Course& course,
               const Context& context, Decision& decision) {
    const bool entered = facts.seats && facts.seats->participants > 0;
    const Timing former = course.has_dates() ? Timing::dates : Timing::duration;
    const Timing timing = entered ? former : choose_timing(request, facts, former, version, context);
    if (timing == Timing::duration) {  // IMC-CSV-10
        note_ignored_dates(request.starts_at, request.ends_at, decision);
        course.starts_at.reset();
        course.ends_at.reset();
        return true;
    }
    leave_out_duration(request, decision);
    if (request.starts_at) course.starts_at = request.starts_at;
    if (request.ends_at) course.ends_at = request.ends_at;
    // IMC-CSV-11: where a row that tells one of both makes them the same moment, its day lies before the other one.
    const bool half = context.from_file() && request.starts_at.has_value() != request.ends_at.has_value();
    const bool moved =
        facts.existing && (course.starts_at != facts.existing->starts_at || course.ends_at != facts.existing->ends_at);
    if (half && moved && course.has_dates() && course.starts_at == course.ends_at) {
        decision.refuse("date.end-before-start"_code, {{"field", request.ends_at ? "ends_at" : "starts_at"}});
        return false;
    }
    if (course.has_dates()) return is_in_order(course, request.ends_at.has_value(), decision);
    decision.refuse("field.missing"_code, {{"field", course.starts_at ? "ends_at" : "starts_at"}});
    return false;
}

bool fits_timing(const DefineCourseFacts& facts, Course& course, const Context& context, Decision& decision) {
    if (!may_move(facts, course, decision)) return false;
    const Timing timing = course.has_dates() ? Timing::dates : Timing::duration;
    if (facts.existing && facts.existing->has_dates() != course.has_dates()) {
        decision.note("timing.changed"_code, {{"timing", std::string(word(timing))}});
    }
    if (course.has_dates()) {  // IMC-CT-06, IMC-CSV-12
        course.settings.duration.clear();
        std::erase(course.own, "duration");
        return true;
    }
    if (!has_no_fixed_moments(facts, course, context, decision)) return false;
    if (!course.settings.duration.empty()) return true;
    decision.refuse("field.missing"_code, {{"field", "duration"}});
    return false;
}

}  // namespace provost::catalogue
