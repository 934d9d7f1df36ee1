// Accounts of an LMS beside learners: what a person puts right before a connection enforces.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::lms {

/// An account as an LMS lists it. Owned by whoever holds it. Since 0.1. [WIS-MIG-06]
struct ObservedAccount {
    std::string account;
    std::string external_id;
    std::string login;
    std::string email;
    bool suspended = false;
};

/// How an account and a learner go together. Since 0.1. [WIS-MIG-06]
enum class AccountMatch : std::uint8_t { matched, ambiguous, only_there, only_here };

/// An account or a learner, and what goes with it. Since 0.1. [WIS-MIG-06]
struct AccountLine {
    AccountMatch match = AccountMatch::matched;
    std::string account;
    std::string learner;
    bool by_external_id = false;
    bool by_login = false;
    bool by_email = false;
    std::vector<std::string> learners;
    std::vector<std::string> accounts;
    bool suspended = false;
    Code code;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::AccountMatch> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "matched", "One account and one learner, and no other of either."},
        {1, "ambiguous", "An account that could be several learners', or shares its learner with another account."},
        {2, "only_there", "An account of nobody who is known here."},
        {3, "only_here", "A learner who shall have access, and has no account."},
    });
};

PROVOST_DESCRIBE(provost::lms::ObservedAccount, document, "lms_observed_account", "An account as an LMS lists it.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(account, "Its id in the LMS.").required().at_most(100),
                 PROVOST_FIELD(external_id, "Its id number, or SIS id.").at_most(255),
                 PROVOST_FIELD(login, "Its user name.").at_most(255).personal(),
                 PROVOST_FIELD(email, "Its address.").at_most(254).personal(),
                 PROVOST_FIELD(suspended, "Whether it can not sign in at present."));
PROVOST_DESCRIBE(provost::lms::AccountLine, document, "lms_account_line", "An account beside a learner.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(match, "How they go together."),
                 PROVOST_FIELD(account, "Id of the account in the LMS; absent: there is none."),
                 PROVOST_FIELD(learner, "External id of the learner; absent: none, or several."),
                 PROVOST_FIELD(by_external_id, "The external id is the same."),
                 PROVOST_FIELD(by_login, "The user name is the same."),
                 PROVOST_FIELD(by_email, "The address is the same."),
                 PROVOST_FIELD(learners, "When ambiguous: external ids of the learners it could be."),
                 PROVOST_FIELD(accounts, "When ambiguous: ids of other accounts of these learners."),
                 PROVOST_FIELD(suspended, "Whether the account can not sign in at present."),
                 PROVOST_FIELD(code, "What to do about it before the connection enforces."));
