// Any of the three makes a candidate. A match is one account and one learner alone: whoever is in doubt is asked.
#include "lms/account_match.hpp"

#include "base/code_table.hpp"

#include <provost/base/text.hpp>

namespace provost::lms {

namespace {

// The spelling under which any of the three is compared; empty: it says nothing.
std::string key_of(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return people::login_index(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

// A match that the LMS itself does not show would be made a second time, or refused, by the first run.
Code what_to_do(const AccountLine& line) {
    switch (line.match) {
        case AccountMatch::matched:
            if (!line.by_external_id) return "lms-accounts.id-missing"_code;
            return line.suspended ? "lms-accounts.suspended"_code : Code{};
        case AccountMatch::ambiguous: return "lms-accounts.ambiguous"_code;
        case AccountMatch::only_here: return "lms-accounts.to-be-made"_code;
        case AccountMatch::only_there: return {};
    }
    return {};
}

}  // namespace

void AccountMatcher::add(ObservedAccount account) {
    std::string id = account.account;
    accounts_.insert_or_assign(std::move(id), Account{std::move(account), {}});
}

void AccountMatcher::make_index() {
    is_indexed_ = true;
    const auto put = [](Index& index, const std::string& value, const std::string& id) {
        if (const auto key = key_of(value); !key.empty()) index[key].push_back(id);
    };
    for (const auto& [id, account] : accounts_) {
        put(external_ids_, account.told.external_id, id);
        put(logins_, account.told.login, id);
        put(emails_, account.told.email, id);
    }
}

void AccountMatcher::compare(const people::Learner& learner, const std::string& name, bool shall_have) {
    if (!is_indexed_) make_index();
    if (learner.erased_at) return;
    auto& found = of_learner_[learner.id.value];
    const auto look = [&](const Index& index, const std::string& value, bool Evidence::*by) {
        const auto ids = index.find(key_of(value));
        if (ids == index.end()) return;
        for (const std::string& id : ids->second) {
            Candidate& candidate = accounts_.at(id).learners[learner.id.value];
            candidate.name = name;
            candidate.evidence.*by = true;
            found.insert(id);
        }
    };
    look(external_ids_, name, &Evidence::by_external_id);
    look(logins_, learner.login, &Evidence::by_login);
    look(emails_, learner.email, &Evidence::by_email);
    if (!found.empty()) return;
    of_learner_.erase(learner.id.value);
    if (shall_have) without_.push_back(name);
}

AccountLine AccountMatcher::line_of(const std::string& id, const Account& account) const {
    AccountLine line;
    line.account = id;
    line.suspended = account.told.suspended;
    std::set<std::string> others;
    for (const auto& [learner, candidate] : account.learners) {
        const Evidence& evidence = candidate.evidence;
        line.learners.push_back(candidate.name);
        line.by_external_id = line.by_external_id || evidence.by_external_id;
        line.by_login = line.by_login || evidence.by_login;
        line.by_email = line.by_email || evidence.by_email;
        const auto& accounts = of_learner_.at(learner);
        others.insert(accounts.begin(), accounts.end());
    }
    others.erase(id);
    if (line.learners.empty()) {
        line.match = AccountMatch::only_there;
    } else if (line.learners.size() == 1 && others.empty()) {
        line.match = AccountMatch::matched;
        line.learner = std::exchange(line.learners, {}).front();
    } else {
        line.match = AccountMatch::ambiguous;
        line.accounts.assign(others.begin(), others.end());
    }
    line.code = what_to_do(line);
    return line;
}

std::vector<AccountLine> AccountMatcher::lines(bool whole) const {
    std::vector<AccountLine> lines;
    for (const auto& [id, account] : accounts_) lines.push_back(line_of(id, account));
    for (const std::string& learner : without_) {
        if (!whole) break;  // silence is never a statement
        AccountLine& line = lines.emplace_back();
        line.match = AccountMatch::only_here;
        line.learner = learner;
        line.code = what_to_do(line);
    }
    return lines;
}

}  // namespace provost::lms
