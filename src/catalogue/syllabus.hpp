// catalogue.define_syllabus, and what of a syllabus goes from a course into a template and back.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/catalogue/hold.hpp>
#include <provost/catalogue/logic.hpp>
#include <provost/catalogue/medium.hpp>
#include <provost/catalogue/shelf.hpp>

namespace provost::catalogue {

struct DefineSyllabusFacts {
    One<Course> course;
    One<Syllabus> existing;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    One<Logic> logic;
    Many<CourseSet> sets;
    Many<Medium> media;
};

template <class Facts = DefineSyllabusFacts>
inline constexpr auto define_syllabus_fetch = [] {
    return fetch_plan<DefineSyllabus>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(existing, "owner(course.id)"),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(logic, "id(existing.logic)", "record.missing"_code),
        PROVOST_SLOT(sets, "course(course.id)"),
        PROVOST_SLOT(media, "key(request.components.medium)", "medium.unknown"_code),
    }));
}();

void define_syllabus(const DefineSyllabus& request, const DefineSyllabusFacts& facts, Context& context,
                     Decision& decision);

struct ImportComponentsFacts {
    One<Course> course;
    One<Course> from_course;
    One<CourseTemplate> from_template;
    One<TemplateVersion> version;
    One<CourseTemplate> its_template;
    One<TemplateVersion> pinned;
    One<CourseType> its_type;
    One<Syllabus> existing;
    One<Syllabus> of_course;
    One<Syllabus> of_template;
    One<Logic> logic;
    One<Logic> course_logic;
    One<Logic> template_logic;
    Many<CourseSet> sets;
};

template <class Facts = ImportComponentsFacts>
inline constexpr auto import_components_fetch = [] {
    return fetch_plan<ImportComponents>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(from_course, "external_id(request.from_course)", "course.unknown"_code, when<Course, is_there>),
        PROVOST_SLOT(from_template, "external_id(request.from_template)", "template.unknown"_code,
                     when<CourseTemplate, is_there>),
        PROVOST_SLOT(version, "number(from_template.id, from_template.number)", "record.missing"_code),
        PROVOST_SLOT(its_template, "id(course.course_template)", "record.missing"_code),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(its_type, "id(pinned.course_type)", "record.missing"_code),
        PROVOST_SLOT(existing, "owner(course.id)"),
        PROVOST_SLOT(of_course, "owner(from_course.id)"),
        PROVOST_SLOT(of_template, "owner(version.id)"),
        PROVOST_SLOT(logic, "id(existing.logic)", "record.missing"_code),
        PROVOST_SLOT(course_logic, "id(of_course.logic)", "record.missing"_code),
        PROVOST_SLOT(template_logic, "id(of_template.logic)", "record.missing"_code),
        PROVOST_SLOT(sets, "course(course.id)"),
    }));
}();

void import_components(const ImportComponents& request, const ImportComponentsFacts& facts, Context& context,
                       Decision& decision);

/// The shelf on a tab; null when nothing ever stood there.
[[nodiscard]] inline const Shelf* shelf_on(const Many<Shelf>& shelves, ShelfTab tab) {
    return shelves.first([&](const Shelf& shelf) { return shelf.tab == tab; });
}

/// The same shelf for another owner; the same for several.
void give_shelf(Shelf shelf, std::int64_t owner, Context& context, Decision& decision);
void give_shelves(const Many<Shelf>& from, std::int64_t owner, Context& context, Decision& decision);

/// What a version of a template has besides its settings.
struct Content {
    const One<Syllabus>& syllabus;
    const Many<Shelf>& shelves;
};
/// The next version of a template, with the content of the one before; courses stay with theirs. Takes the template as
/// it shall be, whose number it raises. [IMC-TPL-01]
void put_next_version(CourseTemplate head, TemplateVersion made, const Content& content, Context& context,
                      Decision& decision);

/// The same components and rules for another owner; nothing when there are none.
void give_syllabus(const One<Syllabus>& from, std::int64_t owner, Context& context, Decision& decision,
                   bool with_logic = true);

/// A new logic of these rules; none when there are no rules.
[[nodiscard]] Id<Logic> put_logic(std::vector<Rule> rules, Context& context, Decision& decision);

/// Keys of the components that a rule names: what it watches, then what it does something to.
[[nodiscard]] std::vector<std::string_view> components_in(const Rule& rule);
/// The line of a report about a rule. [IMC-CHT-06, IMC-TFC-07]
[[nodiscard]] ReportLine rule_line(const Rule& rule, Fate fate, Code why);

/// Where the components of a list lie, and what each is, whoever says so: keys told once, folders that are there and
/// nest at most sixteen deep, members that fit the kind. Refuses, and answers false, when something is not right.
[[nodiscard]] bool are_well_formed(const std::vector<Component>& components, Decision& decision);
/// Whether a moment has what it is counted from, and nothing besides: a fixed one its time, a counted one perhaps an
/// offset, one that waits for a component that. [IMC-TFC-03]
[[nodiscard]] bool is_complete(const Bound& bound);
/// The same of their moments, in a course.
[[nodiscard]] bool are_scheduled_well(const std::vector<Component>& components, const Course& course,
                                      Decision& decision);

/// The syllabus of a course, or of a version of a template, if it has one. Nothing while that is not known yet.
[[nodiscard]] std::optional<One<Syllabus>> syllabus_of(std::int64_t owner, const Context& context);

/// Whether components of a course without dates may stand there: a fixed moment belongs to a course with dates. Where
/// the settings allow it elsewhere each such component is noted. [IMC-SCH-02]
[[nodiscard]] bool may_be_fixed(const std::vector<Component>& components, const Settings& settings, Decision& decision);

/// Whether a course may show these media: its own, those of the pool, and what it shows already. Refuses otherwise, and
/// answers false. [IMC-MISC-07]
[[nodiscard]] bool may_show(const Many<Medium>& media, const Course& course, const std::vector<Component>& before,
                            Decision& decision);

/// The version of its medium that each component shows: the one that it showed, or is told to; a new one the newest.
/// Refuses, and answers false, when there is none of that number, or two would make calendar entries. [IMC-SCH-06]
[[nodiscard]] bool take_media(const Many<Medium>& media, const std::vector<Component>& before,
                              std::vector<Component>& components, Decision& decision);

/// Puts a syllabus; it says whether a component has notices.
void put_syllabus(Syllabus syllabus, Decision& decision);

/// How a course's components come into a template.
struct CarryOver {
    Code why_not{};  // the components stay behind
    bool schedules = true;
    bool all_relative = false;
};

/// The components as a template has them, with a line of the report for each and for each moment that is lost. What
/// stands for a course set of the course stays behind: a template has none.
[[nodiscard]] std::vector<Component> carried_over(const Syllabus& from, const CarryOver& wanted, Decision& decision);

/// Takes the moments that a template does not have from something that it gets of these, with a line of the report for
/// each moment; `what` begins the names of these lines. [IMC-TFC-03, IMC-TFC-04]
void drop_moments(Component& made, const std::vector<Component>& from, const CarryOver& wanted, std::string_view what,
                  Decision& decision);

}  // namespace provost::catalogue
