// An LMS in memory that refuses what a real one refuses: an enrolment of somebody it does not know or in a course it
// does not have, and a login that another account has. For tests, tutorials and dry runs.
#pragma once

#include <provost/lms/lms.hpp>

#include <map>
#include <string>

namespace provost::lms {

class MemoryLms {
public:
    /// Carries out one action.
    [[nodiscard]] ActionOutcome carry_out(const Action& action);
    /// Calls `visit(Observed)` for every enrolment, by course and learner.
    template <class Visit>
    void list(Visit visit) const {
        for (const auto& [key, access] : enrolments_) visit(Observed{key.first, key.second, access});
    }

private:
    [[nodiscard]] ActionOutcome link_course(const Action& action);
    [[nodiscard]] ActionOutcome upsert_learner(const Action& action);
    [[nodiscard]] ActionOutcome upsert_enrolment(const Action& action);

    struct Account {
        std::string login, email, first_name, family_name;
        friend bool operator==(const Account&, const Account&) = default;
    };
    std::map<std::string, std::string> courses_;  // external id to name
    std::map<std::string, Account> accounts_;     // by external id
    std::map<std::string, std::string> logins_;   // login to external id
    std::map<std::pair<std::string, std::string>, Access> enrolments_;
};

}  // namespace provost::lms
