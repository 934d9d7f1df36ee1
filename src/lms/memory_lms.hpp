// An LMS in memory that refuses what a real one refuses: an enrolment of somebody it does not know or in a course it
// does not have, and a login that another account has. It can lack abilities and misbehave on request (fault_plan.hpp).
// For tests, tutorials and dry runs.
#pragma once

#include "lms/fault_plan.hpp"

#include <provost/lms/adapter.hpp>

#include <map>
#include <set>
#include <unordered_map>

namespace provost::lms {

class MemoryLms final : public Adapter {
public:
    MemoryLms() : MemoryLms(LmsSetup{}) {}
    explicit MemoryLms(const LmsSetup& setup);

    /// What carries a name of `lms_abilities` and can be switched off.
    [[nodiscard]] static std::string names_of_abilities();
    [[nodiscard]] static bool is_ability(std::string_view name);

    [[nodiscard]] Abilities describe() const override { return abilities_; }
    void carry_out(std::vector<Action> actions) override;
    void list(const ListingAsk& ask) override;
    [[nodiscard]] std::vector<HttpRequest> take_requests() override { return {}; }
    void answer(const HttpAnswer&) override {}
    [[nodiscard]] Findings take_findings() override { return std::exchange(findings_, {}); }

    /// Somebody does something in the LMS by hand.
    void edit(const LmsEdit& edit);
    /// It tells of one more result.
    void add_result(ObservedResult result);
    /// From now on nothing goes wrong any more.
    void stop_faults() { plan_.stop(); }
    /// What it holds, by course and learner, whatever its abilities and faults.
    [[nodiscard]] std::vector<Observed> enrolments() const;
    [[nodiscard]] std::size_t accounts() const { return accounts_.size(); }
    /// Login and names of an account; empty when there is none.
    [[nodiscard]] LmsEdit account(const std::string& learner) const;
    /// What it was asked, when the setup wants it told.
    [[nodiscard]] std::vector<LmsCall> take_transcript() { return std::exchange(transcript_, {}); }

private:
    struct Account {
        std::string login, email, first_name, family_name;
        bool suspended = false;
        friend bool operator==(const Account&, const Account&) = default;
    };
    struct Enrolment {
        Container container = Container::course;
        std::string course, learner;
        Access access = Access::absent;
        std::optional<Instant> from, until;
        std::set<std::string> groups;
        friend bool operator==(const Enrolment&, const Enrolment&) = default;
    };

    [[nodiscard]] ActionOutcome perform(const Action& action);
    [[nodiscard]] ActionOutcome link_course(const Action& action);
    [[nodiscard]] ActionOutcome upsert_learner(const Action& action);
    [[nodiscard]] ActionOutcome upsert_enrolment(const Action& action);
    [[nodiscard]] ActionOutcome look_up(const Action& action) const;
    [[nodiscard]] bool has_course(const std::string& course) const;
    [[nodiscard]] bool can_express(const Action& action) const;
    [[nodiscard]] ActionOutcome with_fault(const Action& action, const FaultPlan::Strike& strike);
    void tell(const Action& action, const FaultPlan::Strike& strike, ActionOutcome outcome);
    void strike_edits(const FaultPlan::Strike& strike);
    void random_edit();
    void rename(const LmsEdit& edit);
    template <class Row>
    void give(std::vector<Row> rows, std::vector<Row>& out, const ListingAsk& ask, const std::string& course,
              const FaultPlan::Strike& strike);
    void list_one(const ListingAsk& ask, const std::string& course);
    void note(const std::string& listing, const std::string& course, const FaultPlan::Strike& strike, ErrorClass error);
    [[nodiscard]] std::vector<Observed> enrolments_of(const std::string& course) const;
    [[nodiscard]] std::vector<ObservedCourse> all_courses() const;
    [[nodiscard]] std::vector<ObservedResult> results_of(const std::string& course) const;

    Abilities abilities_;
    bool listed_courses_only_ = false;
    bool tells_ = false;
    std::size_t page_ = 0;
    FaultPlan plan_;
    std::unordered_map<std::string, ObservedCourse> courses_;  // by id
    std::unordered_map<std::string, Account> accounts_;        // by external id
    std::unordered_map<std::string, std::string> logins_;      // login to external id
    std::unordered_map<std::string, Enrolment> enrolments_;    // by container, course and learner
    std::vector<ObservedResult> results_;
    std::vector<Action> late_;  // arrive before the next call
    std::vector<LmsCall> transcript_;
    Findings findings_;
};

}  // namespace provost::lms
