// Verbs of the catalogue and its prerequisites.
#include "catalogue/course_changes.hpp"
#include "catalogue/course_sets.hpp"
#include "catalogue/define.hpp"
#include "catalogue/define_references.hpp"
#include "catalogue/holds.hpp"
#include "catalogue/media.hpp"
#include "catalogue/packaging.hpp"
#include "catalogue/questions.hpp"
#include "catalogue/shelves.hpp"
#include "catalogue/syllabus.hpp"
#include "erasure/deletion.hpp"
#include "prerequisites/define_prerequisites.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;
using namespace catalogue;

bool renews_type(const void* request) { return static_cast<const DefineTemplate*>(request)->renew_type; }

// clang-format off
constexpr auto catalogue_verbs = std::to_array<Verb>({
    verb<define_course_type>("catalogue.define_course_type", Right::edit_courses, define_course_type_fetch<>, 3)
        .on({{"existing", edit}}),
    verb<define_meta_tag>("catalogue.define_meta_tag", Right::edit_courses, define_fetch<MetaTag>, 1),
    master<CourseRoom>("catalogue.define_course_room", Right::edit_courses),
    verb<define_classification>("catalogue.define_classification", Right::edit_courses, define_classification_fetch<>, 1),
    master<Subject>("catalogue.define_subject", Right::edit_courses),
    master<Program>("catalogue.define_program", Right::edit_courses),
    verb<define_packaging>("catalogue.define_packaging", Right::edit_courses, define_packaging_fetch<>, 1),
    verb<define_template>("catalogue.define_template", Right::edit_courses, define_template_fetch<>, 6)
        .on({{"existing", edit}, {"course_type", create}, {"current_type", create, &renews_type}, {"location", assign}, {"tutors", assign}, {"provider", assign}}),
    verb<define_course>("catalogue.define_course", Right::edit_courses, define_course_fetch<>, 6)
        .on({{"existing", edit}, {"course_template", create}, {"location", assign}, {"tutors", assign}, {"provider", assign}}),
    verb<effective_settings>("catalogue.effective_settings", Right::none, effective_settings_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<prerequisites::change_template>("catalogue.change_template", Right::edit_courses, change_template_fetch<>, 204)
        .on({{"course", versioning}, {"course_template", create}}),
    verb<create_template>("catalogue.create_template", Right::edit_courses, create_template_fetch<>, 6)
        .on({{"course", copy}, {"its_type", create}}),
    verb<duplicate_course>("catalogue.duplicate_course", Right::edit_courses, duplicate_course_fetch<>, 206)
        .on({{"course", copy}, {"its_template", create}, {"members", assign}}),
    verb<define_syllabus>("catalogue.define_syllabus", Right::edit_courses, define_syllabus_fetch<>, 2)
        .on({{"course", edit_syllabus}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::edit_content)),
    verb<import_components>("catalogue.import_components", Right::edit_courses, import_components_fetch<>, 2)
        .on({{"course", edit_syllabus}, {"from_course", copy}, {"from_template", copy}}),
    verb<define_shelf>("catalogue.define_shelf", Right::edit_courses, define_shelf_fetch<>, 1)
        .on({{"course", edit_syllabus}})
        .by_tutor("course", staffing::functions(staffing::TutorFunction::edit_content)),
    verb<tabs>("catalogue.tabs", Right::none, tabs_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<hold_course>("catalogue.hold_course", Right::edit_courses, hold_course_fetch<>, 1)
        .on({{"course", edit}}),
    verb<erasure::delete_course>("catalogue.delete_course", Right::edit_courses, erasure::delete_course_fetch<>, 0)
        .on({{"course", remove}}),
    verb<erasure::restore_course>("catalogue.restore_course", Right::edit_courses, erasure::restore_course_fetch<>, 0)
        .on({{"course", remove}}),
    verb<erasure::delete_course_set>("catalogue.delete_course_set", Right::edit_courses, erasure::delete_course_set_fetch<>, 0)
        .on({{"course", edit}, {"members", assign}}),
    verb<erasure::delete_template>("catalogue.delete_template", Right::edit_courses, erasure::delete_template_fetch<>, 0)
        .on({{"course_template", remove}}),
    verb<erasure::delete_course_type>("catalogue.delete_course_type", Right::edit_courses, erasure::delete_course_type_fetch<>, 0)
        .on({{"course_type", remove}}),
    verb<define_medium>("catalogue.define_medium", Right::edit_courses, define_medium_fetch<>, 1)
        .on({{"course", edit}, {"its_course", edit}}),
    verb<release_medium>("catalogue.release_medium", Right::edit_courses, release_medium_fetch<>, 0)
        .on({{"course", release}}),
    verb<courses_to_check>("catalogue.courses_to_check", Right::none, courses_to_check_fetch<>, 0)
        .on({{"course_template", view}}),
    verb<define_course_set>("catalogue.define_course_set", Right::edit_courses, define_course_set_fetch<>, 1)
        .on({{"course", edit}, {"members", assign}, {"before", assign}}),
    verb<define_course_group>("catalogue.define_course_group", Right::edit_courses, define_course_group_fetch<>, 1)
        .on({{"existing", edit}, {"courses", assign}, {"before", assign}}),
    verb<define_path>("catalogue.define_path", Right::edit_courses, define_path_fetch<>, 1)
        .on({{"existing", edit}, {"courses", assign}, {"before", assign}}),
    verb<visible_tags>("catalogue.visible_tags", Right::none, visible_tags_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<texts>("catalogue.texts", Right::none, texts_fetch<>, 0)
        .on({{"course", view}, {"course_template", view}})
        .by_tutor("course", staffing::all_functions),
    verb<prerequisites::define_prerequisites>("prerequisites.define_prerequisites", Right::edit_courses, prerequisites::define_prerequisites_fetch<>, 1)
        .on({{"course", edit}, {"course_template", edit}, {"courses", assign}, {"course_templates", assign}}),
    verb<prerequisites::require_subject>("prerequisites.require_subject", Right::edit_courses, prerequisites::require_subject_fetch<>, 1)
        .on({{"course_template", edit}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_catalogue() { return catalogue_verbs; }

}  // namespace provost::verbs
