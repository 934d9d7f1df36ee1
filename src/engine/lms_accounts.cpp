// Accounts that an LMS lists, beside the learners: which are whose, before a connection enforces. Writes its log alone,
// and when that was.
#include "base/failure.hpp"
#include "engine/amounts.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/told_session.hpp"
#include "lms/account_match.hpp"
#include "lms/actions.hpp"

#include <provost/engine/lms_reports.hpp>

namespace provost::engine {

namespace {

using lms::AccountMatch;
using lms::LmsEnrolment;
using lms::LmsLearner;

constexpr std::string_view listing_name = "accounts";

class Accounts final : public ToldSession {
public:
    Accounts(Core& core, const SessionRequest& request)
        : ToldSession(core, request, lms::RunKind::accounts, std::string(listing_name)) {}

private:
    [[nodiscard]] Result<void> add(std::string_view line) override;
    [[nodiscard]] Result<void> settle(const lms::ListingEnd*) override { return {}; }
    [[nodiscard]] Result<std::string> end_run(lms::SyncRun& outcome) override;
    [[nodiscard]] Result<void> read_keys();
    [[nodiscard]] Result<void> compare();
    [[nodiscard]] Result<void> note_compared();
    [[nodiscard]] Code why_incomplete() const;
    void count(const lms::AccountLine& line);

    lms::AccountMatcher matcher_;
    std::map<std::int64_t, Record> known_;  // accounts as Provost knows them, by learner
    std::set<std::int64_t> needed_;         // learners who shall have access
    std::optional<lms::ListingEnd> end_;
    std::int64_t told_ = 0;   // rows that the LMS says there are
    std::int64_t lines_ = 0;  // of accounts
    LmsAccountsSummary summary_;
};

Result<void> Accounts::add(std::string_view line) {
    if (is_listing_end(line)) {
        auto end = from_json<lms::ListingEnd>(line);
        if (!end) return end.error();
        if (end->listing != listing_name) {
            return failure("choice.unknown"_code, "/listing", {{"expected", std::string(listing_name)}});
        }
        told_ = told_ < 0 || end->rows < 0 ? -1 : told_ + end->rows;
        end_ = std::move(*end);
        return {};
    }
    auto told = from_json<lms::ObservedAccount>(line);
    if (!told) return told.error();
    matcher_.add(std::move(*told));
    ++lines_;
    return {};
}

// Silence says nothing: of who is not in a listing that was cut nobody knows whether he has an account.
Code Accounts::why_incomplete() const {
    const bool all = end_ && end_->complete && end_->error == lms::ErrorClass::none;
    const bool cut = told_ > lines_;
    if (!all || cut) return "lms-accounts.incomplete"_code;
    return matcher_.size() == 0 ? "lms-accounts.empty"_code : Code{};
}

Result<void> Accounts::read_keys() {
    const KeyPart connection{0, run_.connection().key, true};
    Scan accounts(type_of<LmsLearner>(), records_per_page);
    accounts.under("key", connection);
    auto read = accounts.each(
        core_.store(), [&](const Record& record) { known_.emplace(record.get<LmsLearner>()->learner.value, record); });
    if (!read) return read;
    Scan keys(type_of<LmsEnrolment>(), records_per_page);
    keys.under("key", connection);
    return keys.each(core_.store(), [&](const Record& record) {
        const auto& key = *record.get<LmsEnrolment>();
        if (key.desired == lms::Access::active) needed_.insert(key.learner.value);
    });
}

Result<void> Accounts::compare() {
    return Scan(type_of<people::Learner>(), records_per_page).each(core_.store(), [&](const Record& record) {
        const auto& learner = *record.get<people::Learner>();
        const auto known = known_.find(learner.id.value);
        const auto* account = known == known_.end() ? nullptr : known->second.get<LmsLearner>();
        matcher_.compare(learner, lms::learner_name(learner, account), needed_.contains(learner.id.value));
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
