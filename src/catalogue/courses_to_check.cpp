// IMC-CHT-09: which courses made from a template lack what it makes mandatory, as their own version says or as the
// current one would have it.
#include "catalogue/inherit.hpp"
#include "catalogue/questions.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/staff.hpp"

namespace provost::catalogue {

namespace {

void report(const Course& course, const std::string& setting, Decision& decision) {
    ReportLine line = line_about(setting, Fate::open, "setting.mandatory"_code);
    line.item = course.external_id;
    line.value = '"' + setting + '"';
    decision.report.push_back(std::move(line));
}

}  // namespace

void courses_to_check(const CoursesToCheck&, const CoursesToCheckFacts& facts, Context& context, Decision& decision) {
    decision.unchanged(facts.course_template->id.value);
    for (const Course& course : facts.courses) {
        if (course.life != CourseLife::active) continue;
        const auto seen = is_seen(course, context);
        if (!seen.value_or(false)) continue;  // IMC-ACL-05: clearances of the template are none of its courses
        auto open = course.missing;
        for (auto& name : absent_ones(facts.current->mandatory, course)) {
            if (!contains(open, name)) open.push_back(std::move(name));
        }
        for (const std::string& name : open) report(course, name, decision);
    }
}

}  // namespace provost::catalogue
