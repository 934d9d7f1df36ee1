// A course goes over to another template: what changes, what stays, what must be looked at.
//
//     catalogue [STORE.db]
//
// Without a file everything is kept in memory; a file has to be a new one. The same in C, Python and PHP: catalogue.c,
// catalogue.py and catalogue.php print the same text.
#include <provost/catalogue/course_changes.hpp>
#include <provost/catalogue/course_set.hpp>
#include <provost/erasure/deletion.hpp>
#include <provost/open.hpp>

#include <iomanip>
#include <iostream>
#include <stdexcept>

namespace {

using namespace provost::catalogue;

// An error stops the program in the library's own words; a refusal is an answer.
template <class T>
T value(provost::Result<T> result) {
    if (result) return std::move(*result);
    throw std::runtime_error(provost::sentence(result.error().code, result.error().parameters));
}

// The answer to a request that is not expected to be refused.
template <class Request>
provost::Answer must(provost::Engine& engine, const Request& request) {
    auto answer = value(engine.run(request));
    if (answer.verdict == provost::Verdict::refused) throw std::runtime_error(answer.sentence);
    return answer;
}

std::optional<provost::Instant> moment(const char* text) { return provost::parse_moment(text)->in({}); }

// A type says what its templates have in common, a template what its courses have.
void define_templates(provost::Engine& engine) {
    provost::Define<provost::organisation::Location> city;
    city.record.key = "city", city.record.name = "City campus", city.record.zone = "Australia/Melbourne";
    must(engine, city);
    DefineCourseType type;
    type.course_type = "class", type.settings.name = "Class", type.settings.currency = "AUD";
    type.hidden = {"participant_list"};
    must(engine, type);
    DefineTemplate day;
    day.course_type = "class", day.external_id = "cook-day", day.settings.name = "Cooking by day";
    day.assignments.location = "city", day.settings.language = "en", day.settings.max_participants = 16;
    day.settings.price = provost::Decimal::of(450), day.settings.conclude_by = ConcludeBy::tutor;
    day.mandatory = {"max_participants"};
    must(engine, day);
    DefineTemplate evening;
    evening.course_type = "class", evening.external_id = "cook-evening";
    evening.settings.name = "Cooking in the evening", evening.settings.max_participants = 12;
    evening.settings.price = provost::Decimal::of(520), evening.settings.skills = {{"sauces", ""}};
    evening.mandatory = {"duration_hours"};  // which nobody has said yet; each course of it must
    must(engine, evening);
    DefineTemplate part;
    part.course_type = "class", part.external_id = "module", part.kind = CourseKind::component_course;
    part.settings.name = "Module", part.assignments.location = "city", part.settings.duration = "4 M";
    must(engine, part);
}

// A course, and two component courses of which its learners choose one.
void define_courses(provost::Engine& engine) {
    DefineCourse course;
    course.course_template = "cook-day", course.external_id = "cook-1";
    course.settings.description = "With a visit to the market.";
    course.starts_at = moment("2026-03-02T09:00+11:00"), course.ends_at = moment("2026-03-27T17:00+11:00");
    must(engine, course);
    for (const auto& [external_id, name] : {std::pair{"stew", "Stew"}, std::pair{"soup", "Soup"}}) {
        DefineCourse part;
        part.course_template = "module", part.external_id = external_id, part.settings.name = name;
        must(engine, part);
    }
    DefineCourseSet set;
    set.course = "cook-1", set.course_set = "choice", set.name = "One of these", set.members = {"stew", "soup"};
    must(engine, set);
}

// First a plan, of which nothing is written; then exactly that plan.
void change_template(provost::Engine& engine) {
    ChangeTemplate change;
    change.course = "cook-1", change.course_template = "cook-evening", change.adopt = {"terms", "skills"};
    change.head.plan_only = true;
    const auto plan = must(engine, change);
    std::cout << "# Change of template\nplanned: " << word(plan.verdict) << '\n';
    const auto shown = [](const std::string& text) { return text.empty() ? "-" : text; };
    for (const auto& line : plan.report) {
        std::cout << std::left << std::setw(16) << line.item << ' ' << std::setw(7) << word(line.fate) << ' '
                  << std::right << std::setw(8) << shown(line.before) << " -> " << std::left << std::setw(20)
                  << shown(line.value) << ' ' << std::setw(8) << shown(line.level) << ' '
                  << (line.code ? line.code.name() : "-") << '\n';
    }
    change.head.plan_only = false, change.head.approval = plan.approval;
    std::cout << "carried out: " << word(must(engine, change).verdict) << '\n';
}

// What the course is set to now, and which level says so.
void tell_settings(provost::Engine& engine) {
    EffectiveSettings question;
    question.course = "cook-1";
    std::cout << "\n# Settings\n" << std::left;
    for (const auto& line : must(engine, question).report) {
        std::cout << std::setw(16) << line.item << ' ' << std::setw(8) << line.level << ' ' << line.value << '\n';
    }
}

// A refusal is an answer: it says why, and nothing was written.
void refuse(provost::Engine& engine) {
    DefineCourse showing;
    showing.external_id = "cook-1", showing.settings.participant_list = true;
    provost::erasure::DeleteCourse deletion;
    deletion.course = "stew";
    std::cout << "\n# Refusals\n";
    for (const auto& answer : {value(engine.run(showing)), value(engine.run(deletion))}) {
        std::cout << word(answer.verdict) << ": " << answer.sentence << '\n';
    }
}

}  // namespace

int main(int count, char** words) try {
    provost::EngineOptions options;
    options.now = moment("2026-02-02T09:00+11:00");
    const auto engine = value(provost::open(count > 1 ? words[1] : ":memory:", options));
    define_templates(*engine);
    define_courses(*engine);
    change_template(*engine);
    tell_settings(*engine);
    refuse(*engine);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "catalogue: " << error.what() << '\n';
    return 1;
}
