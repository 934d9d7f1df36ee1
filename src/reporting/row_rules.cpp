// What is wrong with a record of NAT00120, or with the lack of one: rules with their numbers and severities.
#include "reporting/project.hpp"

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"
#include "reporting/checks/conditions.hpp"

namespace provost::reporting {

namespace {

constexpr RowFinding start_changed{0, "report.start-changed"_code};
constexpr RowFinding vanishes{0, "report.vanishes"_code};
constexpr RowFinding amended{0, "report.amended"_code, Severity::warning};
constexpr RowFinding not_in_release{0, "report.outcome-not-in-release"_code};
constexpr RowFinding commencement_missing{0, "report.commencement-missing"_code};
constexpr RowFinding rejected{0, "report.not-completed-rejected"_code};

class Findings {
public:
    Findings(const ActivityRecord& row, const ActivitySource& source, const Collection& collection)
        : row_(row),
          source_(source),
          collection_(collection),
          not_begun_(row.outcome == collection.release->not_started) {}

    std::vector<RowFinding> all() {
        dates();
        ends();
        history();
        codes();
        return std::move(found_);
    }

private:
    void add(bool broken, const RowFinding& finding) {
        if (broken) found_.push_back(finding);
    }
    // A rule to which files are held as well: number and severity are those of the table of checks.
    void add(bool broken, Code code, checks::Broken same) {
        if (!broken) return;
        const auto* rule = checks::find_rule(same, collection_.target->name, collection_.release->name);
        found_.push_back(rule == nullptr ? RowFinding{0, code} : RowFinding{rule->avs, code, rule->severity});
    }

    // FIN-REP-03: the days against each other and against the period.
    void dates() {
        const Day start = *row_.start_on, end = *row_.end_on;
        const Period period = collection_.period();
        add(end < start, "report.end-before-start"_code, &checks::ends_before_start);
        add(starts_after_period(start, row_.outcome, period), "report.start-after-period"_code,
            &checks::begins_after_period);
        add(starts_too_early(start, period), "report.start-too-early"_code, &checks::starts_long_before);
        add(lasts_too_long(start, end), "report.too-long"_code, &checks::lasts_over_five_years);
    }

    // FIN-REP-02, FIN-REP-03: what is over has ended; what goes on ends after the submission, and in the submission for
    // the whole year after the year; what has not begun begins later.
    void ends() {
        const Period period = collection_.period();
        add(is_final_in_future(*row_.end_on, row_.outcome, period), "report.end-in-future"_code,
            &checks::final_in_future);
        add(continues_although_ended(*row_.end_on, row_.outcome, period), "report.open-ended-early"_code,
            &checks::continues_and_ended);
        add(is_late_start(*row_.start_on, row_.outcome, period), "report.late-start"_code,
            &checks::not_started_but_begun);
    }

    // FIN-REP-03: a start that was reported stays. FIN-ORD-14: a final outcome that was reported and is another one now
    // is an amendment, and is shown as both.
    void history() {
        const auto* before = source_.reported.latest;
        if (before == nullptr) return;
        add(before->start_on != row_.start_on, start_changed);
        const bool final = enrolment::is_final(before->outcome);
        add(final && (before->outcome != row_.outcome || before->end_on != row_.end_on), amended);
    }

    void codes() {
        add(!collection_.has(row_.outcome), not_in_release);
        add(row_.commencing_program.empty(), commencement_missing);
        // FIN-WDR-07: the target rejects it with other outcomes.
        const bool not_completed =
            !row_.state_outcome.empty() && row_.state_outcome == collection_.target->not_completed;
        add(not_completed && row_.outcome != enrolment::outcome::withdrawn && !not_begun_, rejected);
    }

    const ActivityRecord& row_;
    const ActivitySource& source_;
    const Collection& collection_;
    bool not_begun_;
    std::vector<RowFinding> found_;
};

}  // namespace

// FIN-REP-04: what was reported in the year stays in the later submissions of the year.
std::vector<RowFinding> find_in(const Projection& projection, const ActivitySource& source,
                                const Collection& collection) {
    if (projection.omission == Omission::none) return Findings(projection.row, source, collection).all();
    if (source.reported.this_year == nullptr) return {};
    return {vanishes};
}

}  // namespace provost::reporting
