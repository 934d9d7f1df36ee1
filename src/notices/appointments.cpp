// IMC-TUT-09: a course with dates that takes place is an appointment of each tutor who wants it as one, whatever
// changed the course or its tutors.
#include "notices/appointments.hpp"

namespace provost::notices {

namespace {

bool is_appointment(const catalogue::Course* course, Id<staffing::Tutor> tutor) {
    if (course == nullptr || !course->has_dates() || course->life != catalogue::CourseLife::active) return false;
    if (course->planning_status() == catalogue::PlanningStatus::cancelled) return false;
    const auto* entry = staffing::find_tutor(course->assignments.tutors, tutor);
    return entry != nullptr && entry->appointments;
}

Intent entry_of(const catalogue::Course& course, Id<staffing::Tutor> tutor, IntentKind kind) {
    Intent entry;
    entry.kind = kind;
    entry.event = "tutor.appointment";
    entry.recipient = Recipient::tutor;
    entry.person = tutor.value;
    entry.course = course.id;
    entry.uid = "provost-" + std::to_string(course.id.value) + "-tutor-" + std::to_string(tutor.value);
    if (kind != IntentKind::calendar_entry) return entry;
    entry.starts_at = course.starts_at;
    entry.ends_at = course.ends_at;
    return entry;
}

}  // namespace

std::vector<Intent> appointments(const catalogue::Course* before, const catalogue::Course& now) {
    std::vector<Intent> made;
    const bool moved = before != nullptr && (before->starts_at != now.starts_at || before->ends_at != now.ends_at);
    for (const staffing::AssignedTutor& each : now.assignments.tutors) {
        if (!is_appointment(&now, each.tutor) || (is_appointment(before, each.tutor) && !moved)) continue;
        made.push_back(entry_of(now, each.tutor, IntentKind::calendar_entry));
    }
    if (before == nullptr) return made;
    for (const staffing::AssignedTutor& each : before->assignments.tutors) {
        if (!is_appointment(before, each.tutor) || is_appointment(&now, each.tutor)) continue;
        made.push_back(entry_of(now, each.tutor, IntentKind::calendar_removal));
    }
    return made;
}

}  // namespace provost::notices
