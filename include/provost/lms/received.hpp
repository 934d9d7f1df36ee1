// What came back from an LMS and what became of it, and where its listings go on. Bookkeeping: no part of the state.
#pragma once

#include <provost/lms/action.hpp>
#include <provost/results/results.hpp>

namespace provost::lms {

/// What became of a result of an LMS. Since 0.1.
enum class ResultState : std::uint8_t {
    taken,      ///< it wrote what the rule says
    evidence,   ///< it shows participation
    kept,       ///< what stood there stays
    conflict,   ///< what a person set stays
    held,       ///< a person looks at it, or the LMS has to tell more
    waiting,    ///< for the learner, or his place: tried again in each run
    refused,    ///< it can not be taken
    ignored,    ///< nothing is taken there at present
    unchanged,  ///< it was told before
};

/// A result that an LMS told, and what became of it. What it said is kept only as long as it is open. Since 0.1.
/// [WIS-AG-11, WIS-AG-16]
struct LmsResult {
    Id<LmsResult> id;
    std::int64_t version = 0;
    std::string connection;
    std::string event_id;
    std::string course;
    std::string item;
    Id<people::Learner> learner;
    ResultState state = ResultState::taken;
    Code code;
    std::optional<Instant> at;
    std::optional<Instant> received_at;
    Id<results::ResultEvent> result;
    std::optional<ObservedResult> told;
};

/// Where a listing of an LMS goes on; stored together with what it covers. Since 0.1.
struct LmsCursor {
    Id<LmsCursor> id;
    std::int64_t version = 0;
    std::string connection;
    std::string listing;
    std::string course;
    std::string cursor;
    std::optional<Instant> high_water;
    std::optional<Instant> stored_at;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::ResultState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "taken", "It wrote what the grade rule says, or counted for a component."},
        {1, "evidence", "It shows participation and writes no outcome."},
        {2, "kept", "The outcome that stood there stays."},
        {3, "conflict", "What a person set stays; somebody should compare the two."},
        {4, "held", "A person looks at it, or the LMS has to tell more."},
        {5, "waiting", "The learner or his place is not there yet: it is tried again in each run."},
        {6, "refused", "It can not be taken; code says why."},
        {7, "ignored", "Nothing is taken there at present; it comes again once something is."},
        {8, "unchanged", "It was told before."},
    });
};

PROVOST_DESCRIBE(provost::lms::LmsResult, bookkeeping, "lms_result", "A result that an LMS told.",
                 PROVOST_INDEXES({"event", true, {"connection", "event_id"}}, {"state", false, {"connection", "state"}},
                                 {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(event_id, "What the LMS, or its adapter, calls it."),
                 PROVOST_FIELD(course, "Id of the course in the LMS."),
                 PROVOST_FIELD(item, "Graded item there; absent: the whole course."),
                 PROVOST_FIELD(learner, "Whose it is; absent while nobody knows."),
                 PROVOST_FIELD(state, "What became of it."), PROVOST_FIELD(code, "Why."),
                 PROVOST_FIELD(at, "When it came about; never later than it was told."),
                 PROVOST_FIELD(received_at, "When it was told first."),
                 PROVOST_FIELD(result, "The result that it made."),
                 PROVOST_FIELD(told, "What it said, as long as it is open."));

PROVOST_DESCRIBE(provost::lms::LmsCursor, bookkeeping, "lms_cursor", "Where a listing of an LMS goes on.",
                 PROVOST_INDEXES({"key", true, {"connection", "listing", "course"}},
                                 {"connection", false, {"connection"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(connection, "Connection to the LMS."), PROVOST_FIELD(listing, "Of which listing."),
                 PROVOST_FIELD(course, "Of which course there; absent: of all."),
                 PROVOST_FIELD(cursor, "Where it goes on."),
                 PROVOST_FIELD(high_water, "Moment of the latest row that it covers."),
                 PROVOST_FIELD(stored_at, "When it was stored."));
