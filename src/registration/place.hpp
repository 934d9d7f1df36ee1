// A participant at work: the place that a request is about, what stands beside it, and what a change of it puts.
#pragma once

#include "plan/decision.hpp"

#include <provost/enrolment/participant.hpp>
#include <provost/enrolment/participation.hpp>

namespace provost::registration {

struct PlaceFacts {
    One<organisation::Location> location;
    One<catalogue::Seats> seats;
    Many<enrolment::Enrolment> enrolments;  // of the learner in the course
    Many<enrolment::Activity> activities;
};

/// For a fetch plan with slots `course` and `learner`: `PROVOST_PART(place, place_rows)`.
template <class Facts = PlaceFacts>
inline constexpr auto place_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(location, "id(course.location)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(course.id)", "record.missing"_code),
        PROVOST_SLOT(enrolments, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
        PROVOST_SLOT(activities, "enrolment(enrolments.id)"),
    });
}();

/// The latest place of a learner in a course: an earlier one may be closed.
[[nodiscard]] const enrolment::Enrolment& latest(const Many<enrolment::Enrolment>& enrolments);

/// All places of a learner, for the few decisions that need them; nothing when they are not known yet.
[[nodiscard]] std::optional<Many<enrolment::Enrolment>> places_of(Id<people::Learner> learner, const Context& context);

/// The place as it is to be changed.
class Participant {
public:
    Participant(const catalogue::Course& course, const PlaceFacts& facts, Context& context, Decision& decision);

    /// Whether there is anything to work with; else the decision says why not.
    [[nodiscard]] bool usable() const { return zone_ != nullptr; }
    [[nodiscard]] const enrolment::Enrolment& before() const { return before_; }
    [[nodiscard]] const Zone& zone() const { return *zone_; }
    [[nodiscard]] Day day() const { return day_; }

    /// Whether somebody may change the place: not once its participant has signed, whoever says so, which is kept for a
    /// person to look at; nor once a signature has locked the course, unless the course goes on by itself: by its own
    /// way of concluding, its rules, or what becomes due. [IMC-SIG-07, IMC-SIG-08, IMC-SIG-11]
    [[nodiscard]] bool may_be_changed(bool by_itself = false);
    /// Refuses, and answers false, whoever was finalised, or pauses by it: that opens him again. [FIN-ORD-14,
    /// FIN-DEF-04]
    [[nodiscard]] bool may_move();
    /// Refuses, and answers false, unless he may move and the table of moves has it. [IMC-PART-09]
    [[nodiscard]] bool may_become(enrolment::State to, enrolment::Mover mover = enrolment::Mover::anybody);
    /// Refuses, and answers false, when something is said to have happened to the participant on a day before that of
    /// his enrolment. With one that still lay ahead when it was told anything may happen. [IMC-PART-03, IMC-PART-04]
    [[nodiscard]] bool was_enrolled();
    /// Becomes that; a unit's status follows. [FIN-ORD-15]
    void become(enrolment::State to);
    /// Leaves before the end: what was begun ends withdrawn, with the hours attended where they are told. [FIN-WDR-02]
    void leave(enrolment::State to, std::optional<std::int64_t> hours = {});
    /// Leaves for a place in which the training goes on. [IMC-PART-05]
    void go_on_elsewhere(enrolment::State to);
    /// What is done to the place, for whoever looks at its history; `reason` in words.
    [[nodiscard]] enrolment::ParticipantChange change(Code what, const std::string& reason);
    /// Puts the place, its activity and the change; a waiting place leaves the list. False: to be asked again.
    [[nodiscard]] bool settle_place(enrolment::ParticipantChange change);
    /// And the seats of the course.
    [[nodiscard]] bool settle(enrolment::ParticipantChange change);

    enrolment::Enrolment place;
    enrolment::Activity activity;  // without id when the course trains no unit

private:
    const catalogue::Course& course_;
    const PlaceFacts& facts_;
    Context& context_;
    Decision& decision_;
    const enrolment::Enrolment before_;
    const Zone* zone_ = nullptr;
    Day day_{};
};

}  // namespace provost::registration
