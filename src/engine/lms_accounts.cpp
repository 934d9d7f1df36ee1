// Accounts that an LMS lists, beside the learners: which are whose, before a connection enforces. Writes its log alone,
// and when that was.
#include "engine/amounts.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/told_session.hpp"
#include "lms/account_match.hpp"

#include <provost/engine/lms_reports.hpp>

namespace provost::engine {

namespace {

using lms::AccountMatch;
using lms::LmsEnrolment;
using lms::LmsLearner;

class Accounts final : public ToldSession {
public:
    Accounts(Core& core, const SessionRequest& request)
        : ToldSession(core, request, lms::RunKind::accounts, "accounts") {}

private:
    [[nodiscard]] Result<void> add(std::string_view line) override;
    [[nodiscard]] Result<void> settle(const lms::ListingEnd*) override { return {}; }
    [[nodiscard]] Result<std::string> end_run(lms::SyncRun& outcome) override;
    template <class T>
    [[nodiscard]] Result<void> each(Scan scan, const std::function<void(const T&)>& look);
    [[nodiscard]] Result<void> read_keys();
    [[nodiscard]] Result<void> compare();
    [[nodiscard]] Result<void> note_compared();
    [[nodiscard]] Code why_incomplete() const;
    void count(const lms::AccountLine& line);

    lms::AccountMatcher matcher_;
    std::map<std::int64_t, std::string> names_;  // external ids in the LMS of who has an account, by learner
    std::set<std::int64_t> needed_;              // learners who shall have access
    std::optional<lms::ListingEnd> end_;
    std::int64_t told_ = 0;
    LmsAccountsSummary summary_;
};

Result<void> Accounts::add(std::string_view line) {
    if (is_listing_end(line)) {
        auto end = from_json<lms::ListingEnd>(line);
        if (!end) return end.error();
        told_ = told_ < 0 || end->rows < 0 ? -1 : told_ + end->rows;
        end_ = std::move(*end);
        return {};
    }
    auto told = from_json<lms::ObservedAccount>(line);
    if (!told) return told.error();
    matcher_.add(std::move(*told));
    return {};
}

// Silence says nothing: of who is not in a listing that was cut nobody knows whether he has an account.
Code Accounts::why_incomplete() const {
    const bool all = end_ && end_->complete && end_->error == lms::ErrorClass::none;
    const bool cut = told_ > static_cast<std::int64_t>(matcher_.size());
    if (!all || cut) return "lms-accounts.incomplete"_code;
    return matcher_.size() == 0 ? "lms-accounts.empty"_code : Code{};
}

template <class T>
Result<void> Accounts::each(Scan scan, const std::function<void(const T&)>& look) {
    while (true) {
        auto page = scan.next(core_.store());
        if (!page) return page.error();
        if (page->empty()) return {};
        for (const Record& record : *page) look(*record.get<T>());
    }
}

// Two kinds of records, each read once.
Result<void> Accounts::read_keys() {
    const KeyPart connection{0, run_.connection().key, true};
    Scan accounts(type_of<LmsLearner>(), records_per_page);
    accounts.under("key", connection);
    auto read = each<LmsLearner>(std::move(accounts), [&](const LmsLearner& known) {
        if (!known.name.empty()) names_[known.learner.value] = known.name;
    });
    if (!read) return read;
    Scan keys(type_of<LmsEnrolment>(), records_per_page);
    keys.under("key", connection);
    return each<LmsEnrolment>(std::move(keys), [&](const LmsEnrolment& key) {
        if (key.desired == lms::Access::active) needed_.insert(key.learner.value);
    });
}

Result<void> Accounts::compare() {
    return each<people::Learner>(Scan(type_of<people::Learner>(), records_per_page), [&](const auto& learner) {
        const auto known = names_.find(learner.id.value);
        const auto& name = known == names_.end() ? learner.client_id : known->second;
        matcher_.compare(learner, name, needed_.contains(learner.id.value));
    });
}

// WIS-MIG-06: the step check of a cut-over asks when that was.
Result<void> Accounts::note_compared() {
    if (!summary_.complete) return {};
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        writes.standing.accounts_at = run_.now();
        return {};
    });
}

void Accounts::count(const lms::AccountLine& line) {
    switch (line.match) {
        case AccountMatch::matched: ++summary_.matched; break;
        case AccountMatch::ambiguous: ++summary_.ambiguous; break;
        case AccountMatch::only_there: ++summary_.only_there; break;
        case AccountMatch::only_here: ++summary_.only_here; break;
    }
    summary_.to_do += line.code ? 1 : 0;
}

Result<std::string> Accounts::end_run(lms::SyncRun& outcome) {
    if (auto read = read_keys(); !read) return read.error();
    if (auto compared = compare(); !compared) return compared.error();
    summary_.code = why_incomplete();
    summary_.complete = !summary_.code;
    for (const lms::AccountLine& line : matcher_.lines(summary_.complete)) {
        count(line);
        tell(line);
    }
    summary_.rows = static_cast<std::int64_t>(matcher_.size());
    outcome.state = summary_.rows == 0 ? lms::RunState::empty : lms::RunState::done;
    outcome.rows = summary_.rows;
    outcome.unchanged = summary_.matched;
    outcome.held = summary_.ambiguous;
    if (summary_.code) outcome.anomalies.emplace_back(summary_.code.name());
    if (auto noted = note_compared(); !noted) return noted.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lms_accounts(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Accounts>(core, request));
}

}  // namespace provost::engine
