// An LMS in memory that refuses what a real one refuses: an enrolment of somebody it does not know or in a course it
// does not have, and a login that another account has. For tests, tutorials and dry runs.
#pragma once

#include <provost/lms/lms.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace provost::lms {

[[nodiscard]] inline Observed observed(std::string course, std::string learner, Access access) {
    Observed row;
    row.course = std::move(course);
    row.learner = std::move(learner);
    row.access = access;
    return row;
}

class MemoryLms {
public:
    /// Carries out one action.
    [[nodiscard]] ActionOutcome carry_out(const Action& action);
    /// Calls `visit(Observed)` for every enrolment, by course and learner.
    template <class Visit>
    void list(Visit visit) const {
        std::vector<const std::pair<const std::string, Access>*> all;
        all.reserve(enrolments_.size());
        for (const auto& held : enrolments_) all.push_back(&held);
        std::ranges::sort(all, {}, [](const auto* held) -> const std::string& { return held->first; });
        for (const auto* held : all) {
            const auto end = held->first.find(between);
            visit(observed(held->first.substr(0, end), held->first.substr(end + 1), held->second));
        }
    }

private:
    [[nodiscard]] ActionOutcome link_course(const Action& action);
    [[nodiscard]] ActionOutcome upsert_learner(const Action& action);
    [[nodiscard]] ActionOutcome upsert_enrolment(const Action& action);
    [[nodiscard]] ActionOutcome look_up(const Action& action) const;

    struct Account {
        std::string login, email, first_name, family_name;
        friend bool operator==(const Account&, const Account&) = default;
    };
    static constexpr char between = '\x1f';  // in keys of enrolments

    std::unordered_map<std::string, std::string> courses_;  // external id to name
    std::unordered_map<std::string, Account> accounts_;     // by external id
    std::unordered_map<std::string, std::string> logins_;   // login to external id
    std::unordered_map<std::string, Access> enrolments_;    // by course and learner
};

}  // namespace provost::lms
