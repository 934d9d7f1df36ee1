// What everybody meets who enters a course: is it open, are the prerequisites met, is a seat free. One set of slots and
// rules for registering, approving, letting in from the waiting list, moving and replacing.
#pragma once

#include "plan/decision.hpp"
#include "prerequisites/judge.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/enrolment/participation.hpp>

namespace provost::registration {

struct EntryFacts {
    One<catalogue::TemplateVersion> pinned;
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    One<catalogue::Prerequisites> prerequisites;
    prerequisites::Evidence evidence;
    Many<people::Group> quota_groups;
    Many<enrolment::Enrolment> enrolments;  // of the learner in the course
    Many<enrolment::ProgramEnrolment> programs;
    Many<catalogue::CourseSet> sets;    // that a component course is in
    Many<catalogue::Course> offering;   // the courses of these sets
    Many<enrolment::Enrolment> above;   // the learner's places in the courses of these sets
    Many<enrolment::Enrolment> beside;  // and in the component courses of these sets
};

/// What says whether a learner may enter, of one course or of many: for facts with slots of these names, and slots
/// `course` and `learner` before them.
template <class Facts>
inline constexpr auto entering_rows = [] {
    return detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
            PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
            PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
            PROVOST_SLOT(prerequisites, "id(course.prerequisites)", "record.missing"_code),
        }),
        PROVOST_PART(evidence, prerequisites::evidence_rows),
        std::to_array<FetchRow>({
            PROVOST_SLOT(quota_groups, "key(course.quotas.group)", "group.unknown"_code),
            PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)"),
            PROVOST_SLOT(sets, "id(course.in_sets)", "record.missing"_code),
            PROVOST_SLOT(offering, "id(sets.course)", "record.missing"_code),
            PROVOST_SLOT(above, "learner_course(learner.id, sets.course)"),
            PROVOST_SLOT(beside, "learner_course(learner.id, sets.members)"),
        }));
}();

/// For a fetch plan with slots `course` and `learner`: `PROVOST_PART(entry, entry_rows)`.
template <class Facts = EntryFacts>
inline constexpr auto entry_rows = [] {
    return detail::join(entering_rows<Facts>, std::to_array<FetchRow>({PROVOST_SLOT(programs, "learner(learner.id)")}));
}();

/// Who wants to enter which course, when.
struct Entering {
    const catalogue::Course& course;
    const EntryFacts& facts;
    Id<people::Learner> learner;
    const Zone& zone;
    Day day;
    Id<enrolment::Enrolment> leaves{};  ///< the place that he leaves for it
};

/// The learner's place in the course that is neither closed nor failed; null when there is none: whoever has failed may
/// book again. [IMC-REG-11, IMC-CC-04]
[[nodiscard]] const enrolment::Enrolment* open_place(const Entering& entering);

/// Refuses, and answers true, when the learner has such a place: it blocks a second one, a closed one does not.
[[nodiscard]] bool has_place(const Entering& entering, Decision& decision);

/// Whether anything is asked of whoever enters: a course that hides its prerequisites has none. [IMC-CT-03]
[[nodiscard]] bool has_prerequisites(const catalogue::Course& course, const One<catalogue::Prerequisites>& rule);

/// Whether a course is booked at all so: a component course by whoever is in a course that offers it, unless it may be
/// booked alone. [IMC-CC-05, IMC-CC-10]
[[nodiscard]] bool is_offered(const Entering& entering);

/// Refuses, and answers false, unless the course takes people in on that day. [IMC-PART-01, IMC-CC-10]
[[nodiscard]] bool is_open_for_entry(const Entering& entering, Decision& decision);

/// The same unless the prerequisites are met; notes what is recommended and lacks. [IMC-PRE-02, IMC-PRE-04, IMC-PRE-05]
[[nodiscard]] bool meets_prerequisites(const Entering& entering, const Context& context, Decision& decision);

/// Reminds whoever comes in unprepared after the day of a reminder. [IMC-PN-04]
void remind_late(const Entering& entering, const enrolment::Enrolment& place, const Context& context,
                 Decision& decision);

/// What the learner has of the course's own sets when he comes in counts at once. [IMC-CC-09]
void follow_own_sets(const enrolment::Enrolment& place, const Context& context, Decision& decision);

/// The quotas in which the learner needs a seat besides that of the course. [IMC-WL-10]
[[nodiscard]] std::vector<std::string> quotas_of(const Entering& entering);
[[nodiscard]] std::vector<std::string> quotas_of(const catalogue::Course& course, const Many<people::Group>& groups,
                                                 Id<people::Learner> learner);

/// Why there is no seat for a place that counts in these quotas; nothing when there is one. [IMC-WL-01, IMC-WL-10]
[[nodiscard]] std::optional<Reason> lacks_seat(const Entering& entering, std::span<const std::string> quotas);

/// Whether one of the course sets that offer the course leaves a choice: refuses otherwise, and answers false. Bookings
/// of a set with one choice that are there already leave one: the new one takes their place. [IMC-CC-04]
[[nodiscard]] bool has_choice(const Entering& entering, const Context& context, Decision& decision);

/// The same without taking the place of anything. [IMC-CC-04]
[[nodiscard]] bool has_room(const Entering& entering, Decision& decision);

/// All of these, in this order: open, prerequisites, choice. Seats are asked besides.
[[nodiscard]] bool may_come_in(const Entering& entering, const Context& context, Decision& decision);

/// The bookings whose place the new one takes, once its learner is in. [IMC-CC-04]
[[nodiscard]] std::vector<const enrolment::Enrolment*> taken_over(const Entering& entering);

/// The places whose course sets offer a component course. [IMC-CC-10]
[[nodiscard]] std::vector<std::int64_t> above_of(const Entering& entering);

/// Those of them through whose course sets it is booked. [IMC-CC-11]
[[nodiscard]] std::vector<std::int64_t> parents_of(const Entering& entering);

/// Those through whose sets it is, where it takes the place of nothing.
[[nodiscard]] std::vector<std::int64_t> parents_with_room(const Entering& entering);

/// Whether something is due before the enrolment. A row that tells no moment of it does not lie beside one: what is due
/// with the very moment of the enrolment was due on the day before. [IMC-ENI-09]
[[nodiscard]] bool is_due_too_early(const std::optional<Instant>& due, Instant enrolled, const Context& context);

/// The last day of a course with dates: one that ends at midnight ends with the day before, but never before it begins.
/// [IMC-CSV-24]
[[nodiscard]] Day last_day(const catalogue::Course& course, const Zone& zone);

/// Whether the training has begun: `held` is the place it was begun in. One that goes on from elsewhere began before
/// the place of that day did, unless somebody only waited there.
[[nodiscard]] bool has_begun(const enrolment::Activity& activity, const enrolment::Enrolment& held,
                             const std::optional<Day>& enrolled_on);

/// Plans an open training by what the course says: its last day, or so long after the start; and as long as nothing
/// says that it has begun its first day, or that of the enrolment if that is later. [FIN-ORD-04, FIN-WDR-06]
void plan_training(enrolment::Activity& activity, const enrolment::Enrolment& place, const catalogue::Course& course,
                   const Zone& zone);

/// The training activity of a new place in a course that trains a unit. [FIN-ORD-17]
[[nodiscard]] enrolment::Activity activity_of(const enrolment::Enrolment& place, const Entering& entering,
                                              Id<enrolment::Activity> id);

}  // namespace provost::registration
