// Reads from a store what the projection of activities and of completions rests on, a page at a time.
#pragma once

#include "engine/reading.hpp"
#include "reporting/completion.hpp"

#include <provost/finalise/credential.hpp>
#include <provost/people/client_details.hpp>

#include <map>

namespace provost::engine {

class ActivityReader {
public:
    /// An activity and the enrolment it belongs to, if any.
    struct Case {
        const enrolment::Activity* activity;
        const enrolment::Enrolment* place;
    };
    using Chain = std::vector<const enrolment::ProgramEnrolment*>;

    /// `submission` is the key of the one that is being made: what it said itself is not earlier.
    ActivityReader(const reporting::Collection& collection, std::string submission)
        : collection_(collection), submission_(std::move(submission)) {}

    /// What holds for all activities. Once, before all else.
    [[nodiscard]] Result<void> prepare(Store& store);
    /// Forgets the page before, and loads what these refer to.
    [[nodiscard]] Result<void> load(Store& store, std::span<const Case> cases);
    [[nodiscard]] Result<void> load(Store& store, std::span<const Record> program_enrolments);

    /// Of a case that was loaded.
    [[nodiscard]] reporting::ActivitySource source(const Case& one) const;
    /// Of a program enrolment that was loaded.
    [[nodiscard]] reporting::CompletionSource source(const enrolment::ProgramEnrolment& enrolment) const;
    /// The program enrolment and those it took over, one after the other.
    [[nodiscard]] Chain chain_of(const enrolment::ProgramEnrolment& enrolment) const;
    /// What was said of an activity to the same target, in the order in which it was sent.
    [[nodiscard]] std::vector<const enrolment::ReportedActivity*> said_of(Id<enrolment::Activity> activity) const;

    [[nodiscard]] const organisation::Provider* main_provider() const {
        return main_provider_.get<organisation::Provider>();
    }

private:
    [[nodiscard]] Result<void> load_submissions(Store& store);
    [[nodiscard]] Result<void> load_chains(Store& store, std::vector<Id<enrolment::ProgramEnrolment>> wanted);
    [[nodiscard]] Result<void> load_said(Store& store, std::span<const Case> cases);
    [[nodiscard]] Result<void> load_completed(Store& store, std::span<const Record> program_enrolments);
    void want(const Case& one);
    void trim();
    [[nodiscard]] const reporting::Submission* submission(std::string_view key) const;
    [[nodiscard]] reporting::Parchment parchment_of(const enrolment::ProgramEnrolment& enrolment) const;

    reporting::Collection collection_;
    std::string submission_;
    organisation::ReportingDefaults defaults_;
    Record main_provider_, main_location_;
    std::map<std::string, Record, std::less<>> submissions_;  // to the same target

    Cache<people::Learner> learners_;
    Cache<catalogue::Course> courses_;
    Cache<enrolment::ProgramEnrolment> program_enrolments_;
    Cache<enrolment::TrainingDetails> details_;
    Cache<catalogue::Program> programs_;
    Cache<organisation::Location> locations_;
    Cache<organisation::Provider> providers_;
    std::unordered_map<std::int64_t, std::vector<Record>> said_;         // by activity, of the page
    std::unordered_map<std::int64_t, std::vector<Record>> completed_;    // by program enrolment, of the page
    std::unordered_map<std::int64_t, std::vector<Record>> credentials_;  // likewise
};

}  // namespace provost::engine
