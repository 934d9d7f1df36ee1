// IMC-TUT-02, IMC-ACL-04: what is open to whoever asks as a tutor of the verb's course: the one place where the
// functions of positions are enforced, beside rights and clearances. IMC-TUT-14: administrators have the same by
// rights. docs/decisions/0030-tutors-functions.md says how they meet.
#include "engine/core.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::engine {

// IMC-TUT-02: by his entry in the course, as it is now: groups and positions that have changed since count at once.
Result<void> Core::add_as_tutor(const std::string& actor, const catalogue::Course& course, Asking& asking) {
    const Key login{&type_of<staffing::Tutor>(), 0, {{0, people::login_index(actor), true}}};
    const auto tutor = one<staffing::Tutor>(login);
    if (!tutor) return tutor.error();
    if (*tutor == nullptr) return {};
    const auto* assigned = staffing::find_tutor(course.assignments.tutors, (*tutor)->id);
    if (assigned == nullptr) return {};
    const auto settings = one<staffing::StaffingSettings>(staffing::settings_key());
    if (!settings) return settings.error();
    const auto position = assigned->position.empty()
                              ? Result<const staffing::TutorPosition*>(nullptr)
                              : one<staffing::TutorPosition>(staffing::position_key(assigned->position));
    if (!position) return position.error();
    asking.position = assigned->position;
    asking.functions = staffing::open_to(**tutor, *assigned, *position, *settings);
    return {};
}

// IMC-TUT-14: a right of an administrator stands for functions of tutors. IMC-ACL-01: a course that has clearances
// wants one besides: that which the verb names, or where it names none, that which goes with the right.
Result<void> Core::add_as_administrator(const verbs::Verb& verb, const catalogue::Course& course, Asking& asking) {
    if (asking.administrator == nullptr) return {};
    const Key key{&type_of<access::Clearances>(), 0, {{course.id.value, {}, false}}};
    for (const staffing::Alias& alias : staffing::aliases()) {
        if (!access::holds(*asking.administrator, alias.right)) continue;
        asking.general = asking.general || (alias.functions & verb.functions) != 0;
        const auto clearances = one<access::Clearances>(key);
        if (!clearances) return clearances.error();
        const bool open = *clearances == nullptr || (*clearances)->grants.empty();
        if (open || access::grants((*clearances)->grants, asking.caller, alias.on_course)) {
            asking.functions |= alias.functions;
        }
    }
    return {};
}

Result<void> Core::add_functions(const Item& item, const Gathering& gathering, Asking& asking) {
    const verbs::Verb& verb = *item.asked.verb;
    if (verb.functions == 0) return {};
    if (asking.everything) return (asking.functions = staffing::all_functions, Result<void>{});
    const auto courses = records_in(verb.fetch[verb.course_step], gathering.facts());
    if (courses.empty()) return {};
    const auto& course = *static_cast<const catalogue::Course*>(courses.front());
    if (auto added = add_as_tutor(verbs::Verb::head(item.asked.request).actor, course, asking); !added) return added;
    asking.teaches = (asking.functions & verb.functions) != 0;
    if (auto added = add_as_administrator(verb, course, asking); !added) return added;
    asking.supervises = (asking.functions & verb.functions) != 0;
    return {};
}

}  // namespace provost::engine
