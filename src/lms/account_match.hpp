// Which accounts of an LMS are whose. Pure: the session feeds learners page by page.
#pragma once

#include <provost/lms/accounts.hpp>
#include <provost/people/learner.hpp>

#include <map>
#include <set>
#include <unordered_map>

namespace provost::lms {

/// Compares accounts with learners by external id, user name and address, without case and outer blanks. [WIS-MIG-06]
class AccountMatcher {
public:
    /// All accounts first. One that is told again is as it was told last. Empty members say nothing.
    void add(ObservedAccount account);
    /// Then every learner: `name` is his external id in the LMS; `shall_have` whether he needs an account there.
    void compare(const people::Learner& learner, const std::string& name, bool shall_have);
    /// What came of it: accounts in the order of their ids, then learners without one, when the listing was whole.
    [[nodiscard]] std::vector<AccountLine> lines(bool whole) const;
    [[nodiscard]] std::size_t size() const { return accounts_.size(); }

private:
    struct Evidence {
        bool by_external_id = false;
        bool by_login = false;
        bool by_email = false;
    };
    struct Candidate {
        std::string name;
        Evidence evidence;
    };
    // External ids may change hands: learners are told apart by their own ids.
    using LearnerId = std::int64_t;
    struct Account {
        ObservedAccount told;
        std::map<LearnerId, Candidate> learners;
    };
    using Index = std::unordered_map<std::string, std::vector<std::string>>;

    void make_index();
    [[nodiscard]] AccountLine line_of(const std::string& id, const Account& account) const;

    std::map<std::string, Account> accounts_;
    std::map<LearnerId, std::set<std::string>> of_learner_;  // ids of accounts
    std::vector<std::string> without_;                       // learners who need an account and have none
    Index external_ids_, logins_, emails_;
    bool is_indexed_ = false;
};

}  // namespace provost::lms
