// What is wrong with a record of NAT00120, or with the lack of one: rules with their numbers and severities.
#include "reporting/project.hpp"

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"

namespace provost::reporting {

namespace {

constexpr RuleFinding ends_too_early{3252, "report.open-ended-early"_code};
constexpr RuleFinding ends_before_start{3216, "report.end-before-start"_code};
constexpr RuleFinding starts_too_late{3211, "report.start-after-period"_code};
constexpr RuleFinding starts_too_early{0, "report.start-too-early"_code};
constexpr RuleFinding too_long{0, "report.too-long"_code};
constexpr RuleFinding ends_in_future{0, "report.end-in-future"_code};
constexpr RuleFinding start_changed{0, "report.start-changed"_code};
constexpr RuleFinding vanishes{0, "report.vanishes"_code};
constexpr RuleFinding amended{0, "report.amended"_code, Severity::warning};
constexpr RuleFinding not_in_release{0, "report.outcome-not-in-release"_code};
constexpr RuleFinding commencement_missing{0, "report.commencement-missing"_code};
constexpr RuleFinding rejected{0, "report.not-completed-rejected"_code};

// Five years later; what began on a 29 February has its last day on the 28th.
Day five_years_after(Day day) {
    const auto later = std::chrono::year_month_day(day) + std::chrono::years{5};
    return later.ok() ? Day(later) : Day(later.year() / later.month() / std::chrono::last);
}

class Findings {
public:
    Findings(const ActivityRecord& row, const ActivitySource& source, const Collection& collection)
        : row_(row),
          source_(source),
          collection_(collection),
          not_begun_(row.outcome == collection.release->not_started) {}

    std::vector<RuleFinding> all() {
        dates();
        ends();
        history();
        codes();
        return std::move(found_);
    }

private:
    void add(bool broken, const RuleFinding& rule) {
        if (broken) found_.push_back(rule);
    }

    // FIN-REP-03: the days against each other and against the period.
    void dates() {
        const Day start = *row_.start_on, end = *row_.end_on;
        const Day earliest = std::chrono::year{static_cast<int>(collection_.year) - 5} / 1 / 1;
        add(end < start, ends_before_start);
        add(collection_.last() < start && !(not_begun_ && collection_.target->state_part), starts_too_late);
        add(start < earliest, starts_too_early);
        add(five_years_after(start) < end, too_long);
    }

    // FIN-REP-02, FIN-REP-03: what is over has ended; what goes on ends after the submission, and in the submission for
    // the whole year after the year; what has not begun begins later.
    void ends() {
        const bool final = enrolment::is_final(national_outcome(row_.outcome));
        add(final && collection_.submitted_on < *row_.end_on, ends_in_future);
        add(row_.outcome == "70" && *row_.end_on <= collection_.seen_on(), ends_too_early);
        const auto severity = collection_.target->late_start_is_error ? Severity::error : Severity::warning;
        add(not_begun_ && *row_.start_on < collection_.submitted_on, {0, "report.late-start"_code, severity});
    }

    // FIN-REP-03: a start that was reported stays. FIN-ORD-14: a final outcome that was reported and is another one now
    // is an amendment, and is shown as both.
    void history() {
        const auto* before = source_.reported.latest;
        if (before == nullptr) return;
        add(before->start_on != row_.start_on, start_changed);
        const bool final = enrolment::is_final(national_outcome(before->outcome));
        add(final && (before->outcome != row_.outcome || before->end_on != row_.end_on), amended);
    }

    void codes() {
        add(row_.outcome == "41" && collection_.release->closed.empty(), not_in_release);
        add(row_.commencing_program.empty(), commencement_missing);
        // FIN-WDR-07: the target rejects it with other outcomes.
        const bool not_completed =
            !row_.state_outcome.empty() && row_.state_outcome == collection_.target->not_completed;
        add(not_completed && row_.outcome != "40" && !not_begun_, rejected);
    }

    const ActivityRecord& row_;
    const ActivitySource& source_;
    const Collection& collection_;
    bool not_begun_;
    std::vector<RuleFinding> found_;
};

}  // namespace

// FIN-REP-04: what was reported in the year stays in the later submissions of the year.
std::vector<RuleFinding> find_in(const Projection& projection, const ActivitySource& source,
                                 const Collection& collection) {
    if (projection.omission == Omission::none) return Findings(projection.row, source, collection).all();
    if (source.reported.this_year == nullptr) return {};
    return {vanishes};
}

}  // namespace provost::reporting
