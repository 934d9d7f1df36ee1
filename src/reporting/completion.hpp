// The projection of a program enrolment into a record of NAT00130: a program of which all requirements are met. Subject
// only has none. FIN-REP-07
#pragma once

#include "reporting/project.hpp"

namespace provost::reporting {

/// What was given for a program, as far as it is known.
struct Parchment {
    bool issued = false;
    std::optional<Day> issued_on{};
    std::string_view number{};
};

struct CompletionSource {
    const enrolment::ProgramEnrolment& enrolment;
    const organisation::Provider* provider = nullptr;
    std::string_view program;  ///< its code
    std::string_view client;   ///< client identifier of the learner
    bool is_test = false;      ///< the learner is for tests
    Parchment parchment{};
    std::string_view reported_in{};  ///< submission of an earlier year that named it; empty: none
    bool year_was_sent = false;      ///< whether a submission of the completion's year or a later one is known
};

/// A record of NAT00130.
struct CompletionRecord {
    std::string_view organisation, program, client;
    std::optional<Day> completed_on;
    Parchment parchment;
    std::optional<Day> commenced_on{};  ///< first day in the program
    std::string program_enrolment{};    ///< its id in the store
};

struct CompletionProjection {
    Code omission{};  ///< empty: it makes a record
    CompletionRecord row;
};

/// `source.enrolment` must have a day of completion.
[[nodiscard]] CompletionProjection project(const CompletionSource& source, const Collection& collection);

}  // namespace provost::reporting
