// What was told of a unit after it was finalised or signed: nothing of it changes the unit before somebody applies it.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// How an amendment stands. Since 0.1. [FIN-ORD-14]
enum class AmendmentState : std::uint8_t { pending, applied, declined };

/// A later grade, import or edit of a unit that is final, with both values. Since 0.1. [FIN-ORD-14]
struct Amendment {
    Id<Amendment> id;
    std::int64_t version = 0;
    Id<Activity> activity;
    Id<people::Learner> learner;
    AmendmentState state = AmendmentState::pending;
    Source source = Source::none;
    std::string actor;
    std::optional<Instant> effective;
    std::optional<Instant> recorded;
    std::string outcome_before;
    std::string outcome;
    std::optional<Day> start_before;
    std::optional<Day> start_on;
    std::optional<Day> end_before;
    std::optional<Day> end_on;
    std::optional<std::int64_t> hours_before;
    std::optional<std::int64_t> hours_attended;
    std::int64_t decided_with = 0;
    std::string decided_by;
    std::optional<Instant> decided_at;
};

}  // namespace provost::enrolment

template <>
struct provost::Choices<provost::enrolment::AmendmentState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "pending", "Nobody has decided: the unit is as it was."},
        {1, "applied", "It was applied, with a reason."},
        {2, "declined", "It was declined, with a reason."},
    });
};

PROVOST_DESCRIBE(provost::enrolment::Amendment, record, "amendment", "What was told of a unit that is final.",
                 PROVOST_INDEXES({"activity", false, {"activity"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(activity, "Of which training activity."), PROVOST_FIELD(learner, "Whose it is."),
                 PROVOST_FIELD(state, "How it stands."), PROVOST_FIELD(source, "What told it."),
                 PROVOST_FIELD(actor, "Who told it: the login of an administrator, or learner:<id>; absent: the host."),
                 PROVOST_FIELD(effective, "When it holds."), PROVOST_FIELD(recorded, "When it was told."),
                 PROVOST_FIELD(outcome_before, "Outcome code that stood there."),
                 PROVOST_FIELD(outcome, "Outcome code that was told."),
                 PROVOST_FIELD(start_before, "Start that stood there."),
                 PROVOST_FIELD(start_on, "Start that was told."), PROVOST_FIELD(end_before, "End that stood there."),
                 PROVOST_FIELD(end_on, "End that was told."),
                 PROVOST_FIELD(hours_before, "Hours attended that stood there."),
                 PROVOST_FIELD(hours_attended, "Hours attended that were told."),
                 PROVOST_FIELD(decided_with, "Id of the program_change that says why it was decided so."),
                 PROVOST_FIELD(decided_by, "Who decided it; absent: the host."),
                 PROVOST_FIELD(decided_at, "When it was decided."));
