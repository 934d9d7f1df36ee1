// A place in a course, and a wish for one. Seats, learning and the LMS ask enrolments; what was trained and achieved is
// in training.hpp.
#pragma once

#include <provost/enrolment/training.hpp>

namespace provost::enrolment {

/// State of a participant. The legal moves are in enrolment/participant.hpp. Since 0.1. [IMC-PART-09, IMC-PART-13]
enum class State : std::uint8_t {
    none = 0,
    requested,
    reserved,
    waiting,
    registered,
    in_progress,
    on_hold,
    passed,
    failed,
    cancelled,
    rejected,
    moved,
    replaced,
};

/// Status of a unit enrolment, as student systems name it. Since 0.1. [FIN-ORD-09]
enum class UnitStatus : std::uint8_t { none = 0, pending, current, completed, did_not_complete, withdrawn };

/// Why somebody takes a course. Since 0.1. [IMC-ENI-10]
enum class Obligation : std::uint8_t { none = 0, required = 1, recommended = 2 };

/// A place in a course. Since 0.1.
struct Enrolment {
    Id<Enrolment> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::Course> course;
    Id<catalogue::CourseTemplate> course_template;
    State state = State::none;
    UnitStatus unit_status = UnitStatus::none;
    std::optional<Instant> enrolled_at;
    std::optional<Day> enrolled_on;
    std::optional<Instant> due_at;
    std::optional<Instant> planned_start_at;
    std::optional<Instant> planned_end_at;
    std::optional<Day> started_on;
    std::optional<Day> ended_on;
    std::optional<Day> resumes_on;
    Obligation obligation = Obligation::none;
    std::optional<Day> valid_until;
    std::optional<Instant> waiting_since;
    std::optional<Instant> expires_at;
    bool holds_seat = false;
    std::vector<std::string> quotas;
    std::vector<std::int64_t> parents;
    Id<Enrolment> came_from;
    std::string order_reference;
    bool finalised = false;
    bool access_stopped = false;
    std::optional<Instant> signed_at;
    std::int64_t row_digest = 0;
    std::optional<std::int64_t> confirmed_by;
};

/// A wish for some later course of a template; takes no seat. Since 0.1.
struct Prebooking {
    Id<Prebooking> id;
    std::int64_t version = 0;
    Id<people::Learner> learner;
    Id<catalogue::CourseTemplate> course_template;
    std::string status;
    std::optional<Instant> enrolled_at;
    std::optional<Instant> preferred_start_at;
    std::optional<Instant> due_at;
    std::optional<Instant> end_at;
    Obligation obligation = Obligation::none;
    Id<Enrolment> enrolment;
    std::int64_t row_digest = 0;
};

/// Status of a wish that was cancelled: nobody waits any more. Since 0.1. [IMC-ENI-05]
inline constexpr std::string_view cancelled_wish = "50";

/// Whether somebody still wishes for a course: pre-booked, or in his personal syllabus, and he has no place by it.
/// What is completed, failed or taken back is no wish. Since 0.1. [IMC-PART-10, IMC-ENI-05]
[[nodiscard]] inline bool is_open(const Prebooking& wish) {
    return (wish.status == "10" || wish.status == "20") && !wish.enrolment;
}

}  // namespace provost::enrolment

template <>
struct provost::Choices<provost::enrolment::State> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No relation."},
        {1, "requested", "Asked for, waiting for an approval."},
        {2, "reserved", "A place is kept."},
        {3, "waiting", "On the waiting list."},
        {4, "registered", "Has a place and has not begun."},
        {5, "in_progress", "Has begun."},
        {6, "on_hold", "Pauses, with an expected return."},
        {7, "passed", "Concluded successfully."},
        {8, "failed", "Concluded without success."},
        {9, "cancelled", "Ended before the conclusion."},
        {10, "rejected", "The request was refused."},
        {11, "moved", "Went on in another course."},
        {12, "replaced", "Gave the place to somebody else."},
    });
};

template <>
struct provost::Choices<provost::enrolment::UnitStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Not a unit enrolment."},
        {1, "pending", "Not begun."},
        {2, "current", "Under way."},
        {3, "completed", "Completed."},
        {4, "did_not_complete", "Ended without success."},
        {5, "withdrawn", "Withdrawn."},
    });
};

template <>
struct provost::Choices<provost::enrolment::Obligation> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "Nothing was said."},
        {1, "required", "The course is required."},
        {2, "recommended", "The course is recommended."},
    });
};

PROVOST_DESCRIBE(provost::enrolment::Enrolment, record, "enrolment", "A place in a course.",
                 PROVOST_INDEXES({"learner_course", false, {"learner", "course"}}, {"course", false, {"course"}},
                                 {"learner", false, {"learner"}},
                                 {"learner_template", false, {"learner", "course_template"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Whose place it is."), PROVOST_FIELD(course, "In which course."),
                 PROVOST_FIELD(course_template, "The template of that course."),
                 PROVOST_FIELD(state, "State of the participant."),
                 PROVOST_FIELD(unit_status, "Status, when the course trains a unit."),
                 PROVOST_FIELD(enrolled_at, "Moment of the enrolment."),
                 PROVOST_FIELD(enrolled_on, "Its day, in the zone of the course's location."),
                 PROVOST_FIELD(due_at, "Until when it should be done."),
                 PROVOST_FIELD(planned_start_at, "Planned start, as imported."),
                 PROVOST_FIELD(planned_end_at, "Planned end, as imported."),
                 PROVOST_FIELD(started_on, "Day on which the participant began."),
                 PROVOST_FIELD(ended_on, "Day on which the participant concluded or left."),
                 PROVOST_FIELD(resumes_on, "Expected return of a participant on hold."),
                 PROVOST_FIELD(obligation, "Why the learner takes the course."),
                 PROVOST_FIELD(valid_until, "Last day on which the conclusion counts; absent: for good."),
                 PROVOST_FIELD(waiting_since, "When it came on the waiting list."),
                 PROVOST_FIELD(expires_at, "When a reservation, or a request that holds a seat, ends by itself."),
                 PROVOST_FIELD(holds_seat, "Whether a request uses a seat until it is decided."),
                 PROVOST_FIELD(quotas, "Names of the quotas in which it uses a seat."),
                 PROVOST_FIELD(parents, "Ids of the places through whose course sets a component course was booked."),
                 PROVOST_FIELD(came_from, "The place that it took over: of another course, or of somebody else."),
                 PROVOST_FIELD(order_reference, "What the host's order is called."),
                 PROVOST_FIELD(finalised, "Whether it was finalised: results no longer change it."),
                 PROVOST_FIELD(access_stopped, "Whether finalising stopped its access in the LMS at once."),
                 PROVOST_FIELD(signed_at, "When the participant signed the conclusion; absent: he has not."),
                 PROVOST_FIELD(row_digest, "Digest of the imported row, or of the request, that made it."),
                 PROVOST_FIELD(confirmed_by, "Digest of the request that took it, of a place that was reserved."));

PROVOST_DESCRIBE(provost::enrolment::Prebooking, record, "prebooking", "A wish for some later course of a template.",
                 PROVOST_INDEXES({"learner_template", false, {"learner", "course_template"}},
                                 {"course_template", false, {"course_template"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Who wishes."), PROVOST_FIELD(course_template, "For which template."),
                 PROVOST_FIELD(status, "Status code of the template table, for example 10 pre-booked."),
                 PROVOST_FIELD(enrolled_at, "Moment of the wish."),
                 PROVOST_FIELD(preferred_start_at, "Preferred start."),
                 PROVOST_FIELD(due_at, "Until when it should be done."), PROVOST_FIELD(end_at, "Wished end."),
                 PROVOST_FIELD(obligation, "Why the learner wants the course."),
                 PROVOST_FIELD(enrolment, "The place that it became."),
                 PROVOST_FIELD(row_digest, "Digest of the imported row that made it; 0 when none did."));
