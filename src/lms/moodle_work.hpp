// The Moodle adapter works in steps: each makes calls, and the next begins when all of them were answered.
#pragma once

#include "lms/moodle_calls.hpp"

#include <provost/lms/adapter.hpp>

namespace provost::lms {

/// What went wrong with something, so that all that rests on it can say so.
struct Trouble {
    ErrorClass error = ErrorClass::none;
    std::string problem;
    std::optional<std::int64_t> retry_after;

    [[nodiscard]] explicit operator bool() const { return error != ErrorClass::none; }
    [[nodiscard]] static Trouble of(const MoodleReply& reply) {
        return {reply.error, reply.problem, reply.retry_after};
    }
};

/// What the steps of one piece of work share.
struct MoodleDesk {
    MoodleCalls& calls;
    const AdapterOptions& options;
    Findings& findings;
};

/// A piece of work: one call of carry_out, or one listing.
class MoodleWork {
public:
    virtual ~MoodleWork() = default;
    /// Begins the next step; false when there is none, and all that was found stands in the findings.
    virtual bool next() = 0;
};

/// Whoever is enrolled in a course, by the two readings that it takes: nothing else tells who is suspended.
struct Roster {
    struct Entry {
        std::string user;
        std::string id_number;
        std::string username;
        bool active = true;
        std::vector<std::string> groups;
    };
    std::vector<Entry> entries;
    Trouble trouble;

    [[nodiscard]] const Entry* find(std::string_view user) const {
        const auto entry = std::ranges::find(entries, user, &Entry::user);
        return entry == entries.end() ? nullptr : &*entry;
    }
};

/// Reads a roster in two calls: everybody, then who is suspended or outside the window. Who is enrolled all the while
/// is in it, whatever changes in between. `roster` must live until the calls were answered.
void read_roster(MoodleCalls& calls, std::string_view course_id, Roster& roster);

/// Calls core_course_get_courses_by_field.
void find_courses(MoodleCalls& calls, std::string_view field, std::string_view value, MoodleCalls::Then then);

/// A course or cohort by what it is called on both sides.
struct MoodlePlace {
    std::string key;
    std::string id;                       ///< in Moodle
    std::vector<std::string> candidates;  ///< ids of what answers to the key
    Trouble trouble;
};

/// Looks for a course. A key may be the id number or, where a course was linked from the list of courses, the id.
void search_course(MoodleCalls& calls, MoodlePlace& place);
/// Once the calls of search_course were answered: a key that means one course by its number and another by its id means
/// none.
void settle_search(MoodlePlace& place);
void search_cohort(MoodleCalls& calls, MoodlePlace& place);
/// Reads the members of a cohort; they have an id and nothing else.
void read_members(MoodleCalls& calls, std::string_view cohort_id, Roster& roster);

[[nodiscard]] std::unique_ptr<MoodleWork> moodle_batch(MoodleDesk desk, std::vector<Action> actions);
[[nodiscard]] std::unique_ptr<MoodleWork> moodle_listing(MoodleDesk desk, ListingAsk ask);

}  // namespace provost::lms
