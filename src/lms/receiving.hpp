// What is to be done with a result that an LMS tells: nothing for now, a grade, results of components, or wait. Pure:
// the session lms.results finds what is known and asks the verbs.
#pragma once

#include <provost/learning/progress.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/received.hpp>

#include <span>

namespace provost::lms {

/// What is known when a result comes. What is null is not there.
struct Arrival {
    const Connection* connection = nullptr;
    std::span<const results::LmsLink* const> links;  // of its course of the LMS
    const people::Learner* learner = nullptr;
    const LmsResult* known = nullptr;  // the same event, told before
    Instant now;
    std::string run{};
};

/// What follows. Without `grade` and `components` it is settled: `state` and `code` say how.
struct Receiving {
    ResultState state = ResultState::taken;
    Code code{};
    Instant at;
    bool clamped = false;
    std::optional<results::ReceiveGrade> grade{};
    std::vector<learning::ReceiveResult> components{};

    [[nodiscard]] bool settled() const { return !grade && components.empty(); }
};

[[nodiscard]] Receiving receiving(const ObservedResult& told, const Arrival& arrival);

/// Whether anything is taken from a course of an LMS at present; the code says why not.
[[nodiscard]] Code why_nothing_is_taken(const Connection& connection, std::span<const results::LmsLink* const> links);

/// The share of the points that there are, in percent; nothing when it is not known how many there are.
[[nodiscard]] std::optional<Decimal> percent_of(const ObservedResult& told);

/// What became of a result by the verb that took it. [WIS-AG-16]
[[nodiscard]] ResultState state_of(const results::ResultEvent& event);

/// What results that came over a connection are labelled with.
[[nodiscard]] const std::string& label_of(const Connection& connection);

/// Whether a moment lies in the time in which grades were entered by hand. [WIS-MIG-08]
[[nodiscard]] bool is_in_gap(const Connection& connection, Instant at);

}  // namespace provost::lms
