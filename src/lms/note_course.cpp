// The copy of a course's name and dates lives on the link, so that many links of one course can not fight. What a
// course takes over of it is written past catalogue.define_course: that plans the training of everybody in it anew.
#include "lms/note_course.hpp"

#include "base/controls.hpp"
#include "catalogue/inherit.hpp"
#include "plan/by_id.hpp"

#include <provost/base/text.hpp>

namespace provost::lms {

namespace {

using catalogue::Course;
using results::LmsLink;

constexpr std::size_t longest_course_name = 500;  // of a course here, in characters

bool has_pinned(const LmsLink& link, std::string_view field) {
    return std::ranges::find(link.pinned, field) != link.pinned.end();
}

class TakeOver {
public:
    TakeOver(const LmsLink& link, const Course& course, const catalogue::TemplateVersion& pinned, Decision& decision)
        : link_(link), before_(course), after_(course), pinned_(pinned), decision_(decision) {}

    void run() {
        if (before_.life != catalogue::CourseLife::active) return;
        if (before_.locked_at) return leave("name", "course.signed"_code);  // IMC-SIG-04
        take_name();
        take_dates();
        decision_.put(std::move(after_));
    }

private:
    void leave(std::string field, Code why) {
        decision_.note(
            "lms-course.not-taken-over"_code,
            {{"course", before_.external_id}, {"field", std::move(field)}, {"why", std::string(why.name())}});
    }

    void take_name() {
        const std::string& name = link_.lms_name;
        if (name.empty() || name == before_.settings.name) return;
        if (has_pinned(link_, "name")) return leave("name", "link.pinned"_code);
        const bool is_locked = catalogue::contains(pinned_.locked, "name");
        if (is_locked) return leave("name", "setting.locked"_code);  // IMC-TPL-02
        // IMC-CSV-08: as whoever names a course himself.
        if (is_blank(name)) return leave("name", "field.missing"_code);
        if (has_control(name, false)) return leave("name", "text.control-character"_code);
        if (characters(name) > longest_course_name) return leave("name", "field.too-long"_code);
        after_.settings.name = name;
        catalogue::own(catalogue::layer_of(after_), *catalogue::Setting::find("name"));
    }

    // A course that is timed by its duration has no dates, and keeps it so.
    void take_dates() {
        if (!before_.has_dates()) return;
        take_date("starts_at", link_.lms_starts_at, after_.starts_at);
        take_date("ends_at", link_.lms_ends_at, after_.ends_at);
        if (*after_.starts_at <= *after_.ends_at) return;
        after_.starts_at = before_.starts_at;
        after_.ends_at = before_.ends_at;
        leave("ends_at", "date.end-before-start"_code);
    }

    void take_date(std::string field, const std::optional<Instant>& theirs, std::optional<Instant>& ours) {
        if (!theirs || theirs == ours) return;
        if (has_pinned(link_, field)) return leave(std::move(field), "link.pinned"_code);
        // IMC-CSV-13: what takes place for certain stays where it is.
        const bool is_fixed = before_.planning_status() == catalogue::PlanningStatus::fixed;
        if (is_fixed) return leave(std::move(field), "course.dates-fixed"_code);
        ours = theirs;
    }

    const LmsLink& link_;
    const Course& before_;
    Course after_;
    const catalogue::TemplateVersion& pinned_;
    Decision& decision_;
};

// WIS-LNK-02
LmsCourse noted(const NoteCourse& request, const NoteCourseFacts& facts, Context& context) {
    LmsCourse course = facts.known ? *facts.known : LmsCourse{};
    if (!facts.known) course.id = context.ids.take<LmsCourse>();
    course.connection = request.connection;
    course.course = request.course;
    course.gone = request.gone;
    if (request.gone) return course;
    course.id_number = request.id_number;
    course.short_name = request.short_name;
    course.name = request.name;
    course.starts_at = request.starts_at;
    course.ends_at = request.ends_at;
    return course;
}

}  // namespace

void note_course(const NoteCourse& request, const NoteCourseFacts& facts, Context& context, Decision& decision) {
    if (request.gone && !facts.known) return decision.unchanged(0);  // nobody ever heard of it
    decision.put(noted(request, facts, context));
    if (request.gone) return;
    const ById<Course> courses(facts.courses, &Course::id);
    for (const LmsLink& link : facts.links) {
        if (link.off || !link.item.empty()) continue;  // a graded item is not called what its course is
        LmsLink copy = link;
        copy.lms_name = request.name;
        copy.lms_starts_at = request.starts_at;
        copy.lms_ends_at = request.ends_at;
        // WIS-LNK-03: one link of a course at most, that says so
        if (copy.takes_over) {
            const Course& course = *courses.find(link.course.value);
            TakeOver(copy, course, *catalogue::pinned_by(course, facts.pinned), decision).run();
        }
        decision.put(std::move(copy));
    }
}

}  // namespace provost::lms
