// Single tutors: all four verbs change one list, which is a setting of a course or of a template.
#include "tutoring/assign.hpp"

#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "enrolment/outcome.hpp"
#include "plan/either.hpp"
#include "staffing/positions.hpp"

#include <provost/describe/compare.hpp>
#include <provost/enrolment/participant.hpp>
#include <provost/notices/intent.hpp>

namespace provost::tutoring {

namespace {

using catalogue::Course;
using catalogue::Setting;
using catalogue::TemplateVersion;
using staffing::AssignedTutor;
using staffing::Tutor;

constexpr std::size_t most_tutors = 100;

const Setting& tutors_setting() {
    static const Setting setting = *Setting::find("tutors");
    return setting;
}

// The tutors of a course or template, as they are to be changed.
class Staff {
public:
    Staff(const StaffFacts& facts, Context& context, Decision& decision)
        : facts_(facts), context_(context), decision_(decision) {
        if (facts.course) tutors = facts.course->assignments.tutors;
        if (facts.current) tutors = facts.current->assignments.tutors;
    }

    /// Whether exactly one of both is named, and it has tutors; refuses otherwise. [IMC-CT-02]
    [[nodiscard]] bool usable() {
        if (!is_of_course_or_template(facts_, decision_)) return false;  // IMC-TUT-02
        if (!facts_.course) {
            return catalogue::Complexity(*facts_.current, facts_.course_template->external_id, facts_.current_type->key)
                .allows(catalogue::Facility::tutors, decision_);
        }
        const catalogue::Complexity complexity(*facts_.pinned, facts_.its_template->external_id, facts_.its_type->key,
                                               &*facts_.course);
        return complexity.allows(catalogue::Facility::tutors, decision_);
    }

    [[nodiscard]] AssignedTutor* entry_of(const Tutor& tutor) {
        const auto found = std::ranges::find(tutors, tutor.id, &AssignedTutor::tutor);
        return found == tutors.end() ? nullptr : &*found;
    }
    /// The entry of somebody who must have one; null: refused.
    [[nodiscard]] AssignedTutor* known(const Tutor& tutor) {
        AssignedTutor* entry = entry_of(tutor);
        if (entry == nullptr) decision_.refuse("tutor.not-assigned"_code, {{"name", tutor.login}});
        return entry;
    }

    /// Puts options over an entry; false: refused, or to be asked again. [IMC-TUT-02, IMC-TUT-05]
    [[nodiscard]] bool set(const TutorOptions& options, AssignedTutor& entry) {
        if (!options.position.empty() && !is_position(options.position)) return false;
        if (!options.position.empty()) entry.position = options.position;
        const auto take = [](const std::optional<bool>& told, bool& member) { member = told.value_or(member); };
        take(options.visible, entry.visible);
        take(options.may_grade, entry.may_grade);
        take(options.on_the_job, entry.on_the_job);
        take(options.feedback_form, entry.feedback_form);
        take(options.notified, entry.notified);
        take(options.appointments, entry.appointments);
        return true;
    }

    void settle() {
        if (tutors.size() > most_tutors) {
            return decision_.refuse("list.too-long"_code,
                                    {{"limit", std::to_string(most_tutors)}, {"field", "tutors"}});
        }
        facts_.course ? settle_course() : settle_template();
    }

    std::vector<AssignedTutor> tutors;

private:
    [[nodiscard]] bool is_position(const std::string& key) {
        const auto settings = staffing::settings_in(context_);
        const auto record = staffing::position_in(key, context_);
        if (!settings || !record) return false;
        const bool is_one = staffing::is_position(key, *record, *settings);
        if (!is_one) decision_.refuse("position.unknown"_code, {{"position", key}});
        return is_one;
    }

    void settle_course() {
        Course course = *facts_.course;
        course.assignments.tutors = tutors;
        decision_.about = course.id.value;
        if (tutors_setting().same(catalogue::above(*facts_.course), catalogue::above(course))) {
            return decision_.unchanged(course.id.value);
        }
        if (!catalogue::may_edit(*facts_.course, decision_)) return;  // IMC-SIG-04
        if (!fits_template(tutors_setting(), *facts_.course, *facts_.pinned, course, decision_)) return;
        catalogue::own(catalogue::layer_of(course), tutors_setting());
        catalogue::tell_if_nobody_grades(course.id.value, course, *facts_.pinned, context_, decision_);  // IMC-CT-09
        decision_.put(std::move(course));
    }

    // IMC-TPL-01: a new version; courses stay with theirs.
    void settle_template() {
        TemplateVersion made = *facts_.current;
        made.assignments.tutors = tutors;
        if (same_content(type_of<TemplateVersion>(), &made, &*facts_.current)) {
            return decision_.unchanged(facts_.course_template->id.value);
        }
        catalogue::own(catalogue::layer_of(made), tutors_setting());
        if (!catalogue::can_be_given(made, decision_)) return;
        catalogue::put_next_version(*facts_.course_template, std::move(made), {facts_.syllabus, facts_.shelves},
                                    context_, decision_);
    }

    const StaffFacts& facts_;
    Context& context_;
    Decision& decision_;
};

// The entry of somebody new; nothing: refused, or to be asked again. IMC-TUT-01, IMC-TUT-02
std::optional<AssignedTutor> new_entry(const StaffFacts& facts, const std::string& position, const Context& context,
                                       Decision& decision) {
    AssignedTutor made;
    made.tutor = facts.tutor->id;
    if (!position.empty()) {
        if (!catalogue::may_be_tutor(*facts.tutor, context, decision)) return std::nullopt;
        return made;
    }
    Many<Tutor> one;
    one.records.push_back(&*facts.tutor);
    const auto usual = catalogue::assigned_tutors(one, {}, context, decision);
    return usual ? std::optional(usual->front()) : std::nullopt;
}

// IMC-TUT-15: the tutors who are told and whoever has left; and the participants, of somebody whom they see.
void tell_replaced(const ReplaceTutorFacts& facts, const std::vector<AssignedTutor>& tutors, const AssignedTutor& left,
                   Decision& decision) {
    notices::Intent message;
    message.event = "tutor.replaced";
    message.course = facts.staff.course->id;
    message.matter = std::to_string(facts.by->id.value);
    message.recipient = notices::Recipient::tutor;
    auto told = staffing::told_tutors(tutors);
    if (left.notified) told.push_back(left.tutor.value);
    for (const auto tutor : told) {
        message.person = tutor;
        decision.intend(message);
    }
    if (!left.visible) return;
    message.recipient = notices::Recipient::learner;
    message.person = 0;
    for (const enrolment::Enrolment& place : facts.places) {
        if (!enrolment::is_live(place.state)) continue;
        message.learner = place.learner;
        message.enrolment = place.id;
        message.start_state = message.target_state = place.state;
        decision.intend(message);
    }
}

}  // namespace

void assign_tutor(const AssignTutor& request, const StaffFacts& facts, Context& context, Decision& decision) {
    Staff staff(facts, context, decision);
    if (!staff.usable()) return;
    const AssignedTutor* before = staff.entry_of(*facts.tutor);
    auto entry =
        before != nullptr ? std::optional(*before) : new_entry(facts, request.options.position, context, decision);
    if (!entry || !staff.set(request.options, *entry)) return;
    if (before != nullptr) {
        const bool same = same_content(type_of<AssignedTutor>(), before, &*entry);
        if (!same) return decision.refuse("tutor.assigned"_code, {{"name", facts.tutor->login}});
        return decision.unchanged(facts.course ? facts.course->id.value : facts.course_template->id.value);
    }
    staff.tutors.push_back(std::move(*entry));
    staff.settle();
}

void change_tutor(const ChangeTutor& request, const StaffFacts& facts, Context& context, Decision& decision) {
    Staff staff(facts, context, decision);
    if (!staff.usable()) return;
    AssignedTutor* entry = staff.known(*facts.tutor);
    if (entry != nullptr && staff.set(request.options, *entry)) staff.settle();
}

void remove_tutor(const RemoveTutor&, const StaffFacts& facts, Context& context, Decision& decision) {
    Staff staff(facts, context, decision);
    if (!staff.usable() || staff.known(*facts.tutor) == nullptr) return;
    std::erase_if(staff.tutors, [&](const AssignedTutor& each) { return each.tutor == facts.tutor->id; });
    staff.settle();
}

void replace_tutor(const ReplaceTutor&, const ReplaceTutorFacts& facts, Context& context, Decision& decision) {
    Staff staff(facts.staff, context, decision);
    if (!staff.usable()) return;
    AssignedTutor* entry = staff.known(*facts.staff.tutor);
    if (entry == nullptr || !catalogue::may_be_tutor(*facts.by, context, decision)) return;
    if (staff.entry_of(*facts.by) != nullptr) {
        return decision.refuse("tutor.assigned"_code, {{"name", facts.by->login}});
    }
    const AssignedTutor left = *entry;
    entry->tutor = facts.by->id;
    entry->unlinked = false;
    staff.settle();
    if (facts.staff.course && !decision.refused()) tell_replaced(facts, staff.tutors, left, decision);
}

}  // namespace provost::tutoring
