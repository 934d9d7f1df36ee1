// IMC-MISC-06: one list of what is open in courses. Nothing of it is stored: what somebody has seen to is gone.
#include "tutoring/open_tasks.hpp"

#include "catalogue/added_resources.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/staff.hpp"
#include "resources/whereabouts.hpp"
#include "staffing/positions.hpp"

namespace provost::tutoring {

namespace {

using catalogue::Course;
using resources::Resource;
using staffing::AssignedTutor;
using staffing::Tutor;

class Tasks {
public:
    Tasks(const Course& course, const OpenTasksFacts& facts, const staffing::StaffingSettings* settings,
          Decision& decision)
        : course_(course), facts_(facts), settings_(settings), decision_(decision) {}

    void list() {
        if (course_.life != catalogue::CourseLife::active) return;
        for (const AssignedTutor& each : course_.assignments.tutors) look_at(each);
        look_at_resources();
        look_at_rules();
    }

private:
    void add(Code what, std::string who) {
        ReportLine line;
        line.item = course_.external_id;
        line.group = who;
        line.fate = Fate::open;
        line.code = what;
        decision_.report.push_back(std::move(line));
    }

    [[nodiscard]] const Tutor& tutor(Id<Tutor> id) const {
        return *facts_.tutors.first([&](const Tutor& each) { return each.id == id; });
    }
    [[nodiscard]] const staffing::TutorPosition* position(const std::string& key) const {
        return facts_.positions.first([&](const staffing::TutorPosition& each) { return each.key == key; });
    }
    [[nodiscard]] bool is_added(const Resource& resource) const {
        return catalogue::find_added(course_.assignments.resources, resource.id.value) != nullptr;
    }
    [[nodiscard]] bool hides(catalogue::Facility facility) const {
        const auto* pinned = catalogue::pinned_by(course_, facts_.pinned);
        return pinned == nullptr || catalogue::Complexity(*pinned, {}, {}, &course_).who_hides(facility);
    }

    void look_at(const AssignedTutor& each) {
        const Tutor& who = tutor(each.tutor);
        const std::string item = "tutor_" + std::to_string(each.tutor.value);
        // IMC-TUT-01, IMC-TUT-02, IMC-TUT-11
        if (!staffing::is_tutor(who, settings_)) {
            add("task.no-tutor"_code, item);
        } else if (!staffing::is_position(each.position, position(each.position), settings_)) {
            add("task.position"_code, item);
        }
        if (each.unlinked) add("task.unlinked"_code, item);  // IMC-TUT-12
        const Resource* resource =
            facts_.people.first([&](const Resource& one) { return one.tutor == each.tutor && !one.removed; });
        const bool lacks = resource != nullptr && !is_added(*resource) && !each.unlinked;
        // IMC-TUT-10
        if (lacks && resource->categories.size() != 1 && !hides(catalogue::Facility::resources)) {
            add("task.category"_code, item);
        }
    }

    // IMC-TUT-12: a person who stayed among the resources while he is no tutor any more.
    void look_at_resources() {
        if (hides(catalogue::Facility::tutors)) return;
        std::vector<std::int64_t> seen;
        for (const catalogue::AddedResource& entry : course_.assignments.resources) {
            const Resource* resource =
                facts_.resources.first([&](const Resource& each) { return each.id.value == entry.resource; });
            if (resource == nullptr || !resource->tutor || std::ranges::find(seen, entry.resource) != seen.end()) {
                continue;
            }
            seen.push_back(entry.resource);
            const Tutor* who = facts_.behind.first([&](const Tutor& each) { return each.id == resource->tutor; });
            const bool teaches = staffing::find_tutor(course_.assignments.tutors, resource->tutor) != nullptr;
            if (teaches || who == nullptr || !staffing::is_tutor(*who, settings_)) continue;
            add("task.unlinked"_code, "resource_" + std::to_string(resource->id.value));
        }
    }

    // IMC-CT-09
    void look_at_rules() {
        const auto* syllabus =
            facts_.syllabuses.first([&](const catalogue::Syllabus& each) { return each.owner == course_.id.value; });
        if (syllabus == nullptr || !syllabus->logic || hides(catalogue::Facility::learning_logic)) return;
        const auto* logic =
            facts_.logic.first([&](const catalogue::Logic& each) { return each.id == syllabus->logic; });
        if (logic == nullptr || !catalogue::asks_tutors(logic->rules)) return;
        const bool graded = std::ranges::any_of(course_.assignments.tutors, [&](const AssignedTutor& each) {
            const auto open = staffing::open_to(tutor(each.tutor), each, position(each.position), settings_);
            return (open & staffing::functions(staffing::TutorFunction::grading)) != 0;
        });
        if (!graded) add("task.nobody-grades"_code, "learning_logic");
    }

    const Course& course_;
    const OpenTasksFacts& facts_;
    const staffing::StaffingSettings* settings_;
    Decision& decision_;
};

// IMC-RES-10, IMC-RES-13: what is open of its bookings.
void tell_of_bookings(const Course& course, const OpenTasksFacts& facts, const Context& context, Decision& decision) {
    const auto* location = facts.locations.first(
        [&](const organisation::Location& each) { return each.id == course.assignments.location; });
    const One<catalogue::Syllabus> syllabus{
        {facts.syllabuses.first([&](const catalogue::Syllabus& each) { return each.owner == course.id.value; })}};
    const Zone* zone = location == nullptr ? nullptr : context.zones.find(location->zone);
    resources::CoursePlan plan{course, syllabus, zone, {}, {}};
    for (const resources::Booking& booking : facts.bookings) {
        if (booking.course == course.id) plan.bookings.push_back(&booking);
    }
    for (const Resource& resource : facts.booked) plan.resources.emplace(resource.id.value, &resource);
    for (ReportLine& line : resources::open_tasks_of(plan, context.effective)) {
        decision.report.push_back(std::move(line));
    }
}

}  // namespace

void open_tasks(const OpenTasks&, const OpenTasksFacts& facts, Context& context, Decision& decision) {
    const auto settings = staffing::settings_in(context);
    if (!settings) return;
    decision.verdict = Verdict::unchanged;
    for (const Course& course : facts.courses) {
        Tasks(course, facts, *settings, decision).list();
        tell_of_bookings(course, facts, context, decision);
    }
}

}  // namespace provost::tutoring
