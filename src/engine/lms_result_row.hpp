// One result of an LMS on its way through a batch: what is known of it, what is asked, what became of it.
#pragma once

#include "engine/told_batch.hpp"
#include "lms/receiving.hpp"

#include <set>

namespace provost::engine {

/// What has been told since the last end of a listing.
struct SinceEnd {
    std::optional<Instant> high_water;
    bool ignored = false;  // something of a course from which nothing is taken
    bool off = false;      // because nothing is taken from the connection at all

    void add(const lms::Receiving& made) {
        high_water = std::max(high_water, std::optional(made.at));
        if (made.state != lms::ResultState::ignored) return;
        ignored = true;
        off = off || made.code == "connection.no-grades"_code;
    }
    /// Whether the listing must not go on behind it, so that it comes again. One of all courses is not held up by
    /// those that nobody linked.
    [[nodiscard]] bool holds(const lms::ListingEnd& end) const { return off || (ignored && !end.course.empty()); }
};

struct ResultRow {
    lms::ObservedResult told;
    bool again = false;  // it waited since an earlier run
    lms::Receiving made{};
    Id<people::Learner> learner{};
    std::string learner_name{};
    std::size_t first = 0, count = 0;  // its requests
    // what became of it
    lms::ResultState state = lms::ResultState::taken;
    Code code{};
    Id<results::ResultEvent> result{};
    std::string outcome{};
};

/// What all rows of a batch share.
struct ResultBatch {
    const lms::Connection& connection;
    const SessionRequest& session;
    Instant now;
    std::string run;
    std::set<std::string_view> seen{};  // event ids
};

[[nodiscard]] Key connection_key(const std::string& connection);
/// What must be known of a row before it is looked at.
void add_keys(std::vector<Key>& keys, const std::string& connection, const lms::ObservedResult& told);
/// What besides, once those are known: learners whose accounts have another name than their client identifier.
void add_named(Core& core, std::vector<Key>& keys, const std::string& connection, const lms::ObservedResult& told);
/// Says what is to be done with a row, and adds what is asked of verbs.
void look_at(Core& core, ResultRow& row, ResultBatch& batch, std::vector<Item>& items);
/// Says what became of it.
void conclude(Core& core, ResultRow& row, std::span<const Item> items);
/// Keeps that with the batch; there must be an id for it.
void keep_result(Core& core, const ResultRow& row, const std::string& connection, Instant now);

}  // namespace provost::engine
