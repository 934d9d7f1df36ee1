// What an LMS in memory holds at first, what it can not do, and how it misbehaves: for tests, demos and dry runs.
#pragma once

#include <provost/lms/adapter.hpp>

namespace provost::lms {

/// Something that goes wrong with one call. Since 0.1.
enum class FaultKind : std::uint8_t {
    fail,
    lose_before,
    lose_after,
    late,
    ignore,
    duplicate,
    repeat,
    reorder,
    partial,
    truncate,
    truncate_silently,
    edit,
};

/// What somebody does in the LMS by hand. With a course and a learner it is about the enrolment, with a learner alone
/// about the account, with a course alone about the course. Since 0.1.
struct LmsEdit {
    std::string course;
    std::string learner;
    Container container = Container::course;
    std::optional<Access> access;
    std::vector<std::string> groups;
    std::string login;
    std::string email;
    std::string first_name;
    std::string family_name;
    std::string name;
    bool deleted = false;
};

/// A fault that is planned for one call, or for every call, of an operation. Since 0.1.
struct LmsFault {
    FaultKind kind = FaultKind::fail;
    std::string operation;
    std::int64_t call = 0;
    ErrorClass error = ErrorClass::none;
    std::optional<std::int64_t> retry_after;
    std::int64_t rows = 0;
    std::optional<LmsEdit> edit;
};

/// Faults by chance, the same for the same seed. Shares are percents of calls. Since 0.1.
struct LmsChance {
    std::int64_t seed = 0;
    std::int64_t fail = 0;
    std::int64_t lose = 0;
    std::int64_t late = 0;
    std::int64_t ignore = 0;
    std::int64_t duplicate = 0;
    std::int64_t reorder = 0;
    std::int64_t partial = 0;
    std::int64_t truncate = 0;
    std::int64_t edit = 0;
};

/// How an LMS in memory begins. Since 0.1.
struct LmsSetup {
    std::vector<std::string> without;
    bool listed_courses_only = false;
    std::int64_t page = 0;
    bool transcript = false;
    std::vector<LmsFault> faults;
    LmsChance chance;
    std::vector<ObservedCourse> courses;
    std::vector<LmsEdit> edits;
    std::vector<ObservedResult> results;
};

/// What else than actions an LMS in memory is told: one member a line. Since 0.1.
struct LmsTold {
    std::optional<ListingAsk> ask;
    std::optional<LmsEdit> edit;
    std::optional<ObservedResult> result;
    bool calm = false;
};

/// A line of what an LMS in memory was asked and what it did. Since 0.1.
struct LmsCall {
    std::int64_t call = 0;
    std::string operation;
    std::string course;
    std::string learner;
    Access access = Access::absent;
    std::string fault;
    ActionStatus status = ActionStatus::applied;
    ErrorClass error = ErrorClass::none;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::FaultKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "fail", "It is refused with an error of that class."},
        {1, "lose_before", "It never arrives, and nobody learns that."},
        {2, "lose_after", "It is done, and the answer is lost."},
        {3, "late", "The answer is lost, and it is done before the next call."},
        {4, "ignore", "The answer says that it was done, and it was not."},
        {5, "duplicate", "It arrives twice."},
        {6, "repeat", "The answer comes twice."},
        {7, "reorder", "It is done after the others of its batch; of a listing: rows come in reverse order."},
        {8, "partial", "The batch breaks off before it."},
        {9, "truncate", "The listing breaks off after so many rows."},
        {10, "truncate_silently", "The same, and it says that it is whole."},
        {11, "edit", "Before it somebody does something by hand."},
    });
};

PROVOST_DESCRIBE(provost::lms::LmsEdit, document, "lms_edit", "What somebody does in an LMS by hand.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(course, "Course or cohort.").at_most(100),
                 PROVOST_FIELD(learner, "External id of the account.").at_most(100),
                 PROVOST_FIELD(container, "What the learner is enrolled in."),
                 PROVOST_FIELD(access, "Access that the enrolment gets; absent takes it away. Not given: it stays."),
                 PROVOST_FIELD(groups, "Groups that the enrolment is put in."),
                 PROVOST_FIELD(login, "Login that the account gets.").personal(),
                 PROVOST_FIELD(email, "Email address that it gets.").personal(),
                 PROVOST_FIELD(first_name, "Given names that it gets.").personal(),
                 PROVOST_FIELD(family_name, "Family name that it gets.").personal(),
                 PROVOST_FIELD(name, "Name that the course gets."),
                 PROVOST_FIELD(deleted, "The account, or the course, is deleted with its enrolments."));
PROVOST_DESCRIBE(
    provost::lms::LmsFault, document, "lms_fault", "A planned fault of an LMS in memory.", PROVOST_NO_INDEX,
    PROVOST_FIELD(kind, "What goes wrong."),
    PROVOST_FIELD(operation,
                  "link_course, upsert_learner, upsert_enrolment, look_up_enrolment, check, courses, "
                  "enrolments, results; absent: any."),
    PROVOST_FIELD(call, "Which call of the operation, from 1; absent: every one.")
        .between(0, 1'000'000'000, "number.out-of-range"),
    PROVOST_FIELD(error, "Of fail: the class; absent: transient."),
    PROVOST_FIELD(retry_after, "Of fail: milliseconds to wait, as the LMS says."),
    PROVOST_FIELD(rows, "Of truncate: how many rows still come.").between(0, 1'000'000'000, "number.out-of-range"),
    PROVOST_FIELD(edit, "Of edit: what somebody does."));
PROVOST_DESCRIBE(
    provost::lms::LmsChance, document, "lms_chance", "Faults of an LMS in memory by chance.", PROVOST_NO_INDEX,
    PROVOST_FIELD(seed, "The same seed gives the same faults."),
    PROVOST_FIELD(fail, "Percent that fail.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(lose, "Percent whose answer is lost, half of them undone.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(late, "Percent that are done later.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(ignore, "Percent that are not done although the answer says so.")
        .between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(duplicate, "Percent that arrive twice.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(reorder, "Percent that are done after their batch.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(partial, "Percent at which the batch breaks off.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(truncate, "Percent of listings that break off.").between(0, 100, "number.out-of-range"),
    PROVOST_FIELD(edit, "Percent before which somebody does something by hand.")
        .between(0, 100, "number.out-of-range"));
PROVOST_DESCRIBE(
    provost::lms::LmsSetup, document, "lms_setup", "How an LMS in memory begins.", PROVOST_NO_INDEX,
    PROVOST_FIELD(without, "Abilities that it lacks, as lms_abilities names them.").at_most(20),
    PROVOST_FIELD(listed_courses_only, "It has only the courses that stand here; else every one that it is asked for."),
    PROVOST_FIELD(page, "Rows of a page of its listings; absent: all.").between(0, 1'000'000, "number.out-of-range"),
    PROVOST_FIELD(transcript, "Whether it tells what it was asked."), PROVOST_FIELD(faults, "Planned faults."),
    PROVOST_FIELD(chance, "Faults by chance."), PROVOST_FIELD(courses, "Courses that it has."),
    PROVOST_FIELD(edits, "What was done in it by hand before."),
    PROVOST_FIELD(results, "Results that it tells, in this order."));
PROVOST_DESCRIBE(provost::lms::LmsCall, document, "lms_call", "What an LMS in memory was asked and did.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(call, "Which call of the operation."),
                 PROVOST_FIELD(operation, "The operation."), PROVOST_FIELD(course, "Its course."),
                 PROVOST_FIELD(learner, "Its learner."), PROVOST_FIELD(access, "Access that it asked for."),
                 PROVOST_FIELD(fault, "What went wrong."), PROVOST_FIELD(status, "What the answer said."),
                 PROVOST_FIELD(error, "What kind of thing went wrong."));
PROVOST_DESCRIBE(provost::lms::LmsTold, document, "lms_told", "What an LMS in memory is told besides actions.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(ask, "It is asked for a listing."),
                 PROVOST_FIELD(edit, "Somebody does something in it by hand."),
                 PROVOST_FIELD(result, "There is one more result to tell of."),
                 PROVOST_FIELD(calm, "From now on nothing goes wrong any more."));
