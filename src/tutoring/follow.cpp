// Tutors and people among the resources of a course are the same people: whoever is added on one side comes to the
// other one. What was removed goes there as well, unless something that is needed would be lost.
#include "tutoring/follow.hpp"

#include "access/clearance.hpp"
#include "catalogue/added_resources.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/staff.hpp"
#include "staffing/positions.hpp"

namespace provost::tutoring {

namespace {

using catalogue::AddedResource;
using catalogue::Course;
using resources::Resource;
using staffing::AssignedTutor;
using staffing::Tutor;

// A list whose tab is hidden says nothing and follows nothing. IMC-CT-02
bool is_hidden(const FollowedCourse& place, catalogue::Facility facility) {
    return static_cast<bool>(catalogue::Complexity(*place.pinned, {}, {}, &*place.course).who_hides(facility));
}

// Whether the course may say its own list of this setting; a lock of its template is noted. IMC-CT-02, IMC-TPL-02
bool may_follow(const FollowedCourse& place, catalogue::Facility facility, const std::string& setting,
                Decision& decision) {
    if (is_hidden(place, facility)) return false;
    const bool locked = catalogue::contains(place.pinned->locked, setting);
    if (locked) decision.note("setting.locked"_code, {{"settings", setting}});
    return !locked;
}

bool is_person(const Resource& resource) {
    return resource.kind == resources::ResourceKind::individual && resource.tutor && !resource.removed;
}

AssignedTutor* entry_of(std::vector<AssignedTutor>& list, Id<Tutor> tutor) {
    const auto found = std::ranges::find(list, tutor, &AssignedTutor::tutor);
    return found == list.end() ? nullptr : &*found;
}

// IMC-TUT-10: a category has to be guessed, so that there must be one only.
void add_resource(const Resource& resource, Course& course, Decision& decision) {
    auto& list = course.assignments.resources;
    if (!is_person(resource) || catalogue::find_added(list, resource.id.value) != nullptr) return;
    if (resource.categories.size() != 1) {
        return decision.note("staff.category-open"_code, {{"resource", resource.key}});
    }
    AddedResource made;
    made.resource = resource.id.value;
    if (AssignedTutor* tutor = entry_of(course.assignments.tutors, resource.tutor)) {
        if (tutor->feedback_form) made.feedback_question = true;
        tutor->unlinked = false;
    }
    list.push_back(std::move(made));
}

// IMC-TUT-12: bookings are needed: what holds the resource stays, and is told. False: to be asked again.
bool remove_resource(const Resource& resource, Course& course, const Context& context, Decision& decision) {
    auto& list = course.assignments.resources;
    if (!is_person(resource) || catalogue::find_added(list, resource.id.value) == nullptr) return true;
    const auto bookings = context.find<resources::Booking>(0, {{course.id.value, {}, false}});
    if (!bookings) return false;
    const auto* needed = bookings->first(
        [&](const resources::Booking& each) { return each.resource == resource.id && resources::is_live(each); });
    if (needed != nullptr) {
        decision.note("staff.resource-kept"_code, {{"resource", resource.key}});
    } else {
        std::erase_if(list, [&](const AddedResource& each) { return each.resource == resource.id.value; });
    }
    return true;
}

// IMC-CHT-04: another template changes nothing of the resources of a course that has begun.
bool keeps_resources(const catalogue::FollowTutors& request, const FollowTutorsFacts& facts, const Context& context) {
    if (!request.by_template) return false;
    const Course& course = *facts.place.course;
    return catalogue::has_started(course, facts.seats && facts.seats->started, context.effective);
}

// IMC-TUT-11: whoever is in a group of tutors, whatever the number of categories. IMC-RES-16: with the options of the
// resource. Nothing: to be asked again.
bool add_tutor(const Resource& resource, const Tutor& tutor, Course& course, const Context& context,
               Decision& decision) {
    const auto settings = staffing::settings_in(context);
    const auto own = staffing::position_in(resource.position, context);
    const auto usual = staffing::position_in(tutor.position, context);
    if (!settings || !own || !usual) return false;
    if (!staffing::is_tutor(tutor, *settings)) return true;
    AssignedTutor made;
    made.tutor = tutor.id;
    const bool has_own = !resource.position.empty() && staffing::is_position(resource.position, *own, *settings);
    made.position = has_own ? resource.position : staffing::usual_position(tutor, *usual, *settings);
    if (made.position.empty()) decision.note("staff.position-open"_code, {{"name", tutor.login}});
    made.visible = resource.visible;
    made.may_grade = resource.may_grade;
    made.on_the_job = resource.on_the_job;
    made.notified = resource.messaging;
    const auto* entry = catalogue::find_added(course.assignments.resources, resource.id.value);
    made.feedback_form =
        entry == nullptr ? resource.feedback_question : entry->feedback_question.value_or(resource.feedback_question);
    course.assignments.tutors.push_back(std::move(made));
    return true;
}

// IMC-TUT-12: grades and confirmations that somebody gave in the course are needed. Nothing: to be asked again.
std::optional<bool> has_judged(const Tutor& tutor, const Course& course, const Context& context) {
    const int by_course = find_index(type_of<enrolment::Enrolment>(), "course");
    const auto places = context.find<enrolment::Enrolment>(by_course, {{course.id.value, {}, false}});
    if (!places) return std::nullopt;
    bool known = true, judged = false;
    for (const enrolment::Enrolment& place : *places) {
        const KeyParts key{{place.id.value, {}, false}};
        const auto changes = context.find<enrolment::ParticipantChange>(0, key);
        const auto results = context.find<results::ResultEvent>(0, key);
        const auto events = context.find<learning::LearningEvent>(0, key);
        known = known && changes && results && events;
        if (!changes || !results || !events) continue;
        const auto is_his = [&](const std::string& name) {
            if (access::learner_named(name) == place.learner) return false;  // what he did as a participant
            const auto key = access::login_key_of(name, context);
            known = known && key;
            return key == tutor.login_key;
        };
        for (const auto& each : *changes) judged = judged || is_his(each.actor);
        for (const auto& each : *results) judged = judged || is_his(each.settled_by);
        for (const auto& each : *events) judged = judged || is_his(each.by);
    }
    return known ? std::optional(judged) : std::nullopt;
}

bool remove_tutor(const Tutor& tutor, Course& course, const Context& context, Decision& decision) {
    AssignedTutor* entry = entry_of(course.assignments.tutors, tutor.id);
    if (entry == nullptr) return true;
    const auto needed = has_judged(tutor, course, context);
    if (!needed) return false;
    if (*needed) {
        entry->unlinked = true;
        decision.note("staff.tutor-kept"_code, {{"name", tutor.login}});
    } else {
        std::erase_if(course.assignments.tutors, [&](const AssignedTutor& each) { return each.tutor == tutor.id; });
    }
    return true;
}

// Answers whether the course has the list then.
bool put(Course course, const FollowedCourse& place, const std::string& setting, Decision& decision) {
    const auto which = catalogue::Setting::find(setting);
    decision.about = course.id.value;
    if (which->same(catalogue::above(*place.course), catalogue::above(course))) return true;
    catalogue::own(catalogue::layer_of(course), *which);
    catalogue::look_again(*which, *place.pinned, course);
    // IMC-TPL-02: the last one stays where somebody must be there.
    if (catalogue::contains(course.missing, setting) && which->present(catalogue::above(*place.course))) {
        decision.note("setting.mandatory"_code, {{"settings", setting}});
        return false;
    }
    decision.report.push_back(catalogue::line_of_change(*which, *place.course, course));
    decision.put(std::move(course));
    return true;
}

}  // namespace

void follow_tutors(const catalogue::FollowTutors& request, const FollowTutorsFacts& facts, Context& context,
                   Decision& decision) {
    decision.following.staff = false;
    Course course = *facts.place.course;
    const bool involved = facts.added.size() + facts.removed.size() + facts.changed.size() > 0;
    if (!involved || keeps_resources(request, facts, context)) return;
    if (is_hidden(facts.place, catalogue::Facility::tutors)) return;
    if (!may_follow(facts.place, catalogue::Facility::resources, "resources", decision)) return;
    const auto teaches = [&](const Resource& resource) {
        return entry_of(course.assignments.tutors, resource.tutor) != nullptr;
    };
    for (const Resource& resource : facts.added) {
        if (teaches(resource)) add_resource(resource, course, decision);
    }
    bool known = true;
    for (const Resource& resource : facts.removed)
        known = (teaches(resource) || remove_resource(resource, course, context, decision)) && known;
    if (!known) return;
    // IMC-TUT-13: both sides show the same.
    for (const Resource& resource : facts.changed) {
        const auto* tutor = staffing::find_tutor(course.assignments.tutors, resource.tutor);
        for (AddedResource& entry : course.assignments.resources) {
            if (tutor != nullptr && entry.resource == resource.id.value) entry.feedback_question = tutor->feedback_form;
        }
    }
    std::ignore = put(std::move(course), facts.place, "resources", decision);
}

namespace {

// The tutors of a course as its resources make them. Nothing: to be asked again.
std::optional<Course> brought_by_resources(const catalogue::FollowResources& request, const FollowResourcesFacts& facts,
                                           const Context& context, Decision& decision) {
    Course course = *facts.place.course;
    const bool involved = facts.people.size() + facts.left.size() + facts.changed.size() > 0;
    if (!involved || is_hidden(facts.place, catalogue::Facility::resources)) return course;
    if (!may_follow(facts.place, catalogue::Facility::tutors, "tutors", decision)) return course;
    bool known = true;
    const auto needs = [&](const Resource& resource) {
        return catalogue::find_added(course.assignments.resources, resource.id.value) != nullptr;
    };
    for (const Resource& resource : facts.added) {
        const auto* tutor = facts.people.first([&](const Tutor& each) { return each.id == resource.tutor; });
        if (tutor == nullptr || !is_person(resource) || !needs(resource)) continue;
        if (AssignedTutor* there = entry_of(course.assignments.tutors, tutor->id)) {
            there->unlinked = false;
        } else if (!request.tutors_stay) {
            known = add_tutor(resource, *tutor, course, context, decision) && known;
        }
    }
    for (const Tutor& tutor : facts.left) {
        const auto* his = facts.removed.first([&](const Resource& each) { return each.tutor == tutor.id; });
        if (his == nullptr || needs(*his)) continue;
        known = remove_tutor(tutor, course, context, decision) && known;
    }
    if (!known) return std::nullopt;
    // IMC-TUT-13
    for (const Resource& resource : facts.changed) {
        AssignedTutor* tutor = entry_of(course.assignments.tutors, resource.tutor);
        const auto* entry = catalogue::find_added(course.assignments.resources, resource.id.value);
        if (tutor == nullptr || entry == nullptr || !is_person(resource)) continue;
        tutor->feedback_form = entry->feedback_question.value_or(resource.feedback_question);
    }
    return course;
}

}  // namespace

void follow_resources(const catalogue::FollowResources& request, const FollowResourcesFacts& facts, Context& context,
                      Decision& decision) {
    decision.following.staff = false;
    const auto course = brought_by_resources(request, facts, context, decision);
    if (!course || !put(*course, facts.place, "tutors", decision)) return;
    const auto& tutors = course->assignments.tutors;
    const bool fewer = tutors.size() < facts.place.course->assignments.tutors.size();
    if (!fewer && request.added.empty()) return;
    catalogue::tell_if_nobody_grades(course->id.value, *course, *facts.place.pinned, context, decision);  // IMC-CT-09
}

}  // namespace provost::tutoring
