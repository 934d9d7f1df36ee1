// Results of an LMS. What is told is looked at, what counts is asked of results.receive_grade or
// learning.receive_result, and what became of each is kept by its event id; the cursor of a listing is stored in the
// commit of the results that it covers, so that a run which is killed repeats at most what it had not committed.
#include "engine/amounts.hpp"
#include "engine/lms_result_row.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/told_session.hpp"

#include <provost/engine/lms_reports.hpp>

namespace provost::engine {

namespace {

using lms::ListingEnd;
using lms::LmsResult;
using lms::ObservedResult;
using lms::ResultState;
using results::ResultEvent;

class Results final : public ToldSession {
public:
    Results(Core& core, const SessionRequest& request) : ToldSession(core, request, lms::RunKind::results, "results") {}

private:
    [[nodiscard]] Result<void> started() override;
    [[nodiscard]] Result<void> add(std::string_view line) override;
    [[nodiscard]] Result<void> settle(const ListingEnd* end) override;
    [[nodiscard]] Result<std::string> end_run(lms::SyncRun& outcome) override;
    [[nodiscard]] Result<void> prepare(std::vector<Item>& items, const ListingEnd* end);
    [[nodiscard]] lms::Connection connection();
    [[nodiscard]] Result<void> keep_all(std::span<const Item> items, const ListingEnd* end);
    void report(const ResultRow& row);
    void count(const ResultRow& row);
    [[nodiscard]] Result<void> count_reviews();
    [[nodiscard]] Sha256 names() const;

    std::vector<ResultRow> rows_;
    SinceEnd since_;  // as it was committed
    std::string label_;
    LmsResultsSummary summary_;
};

// What waited for a learner or his place is tried again.
Result<void> Results::started() {
    label_ = lms::label_of(run_.connection());
    const RecordType& type = type_of<LmsResult>();
    const KeyParts waiting{{0, run_.connection().key, true},
                           {static_cast<std::int64_t>(ResultState::waiting), {}, false}};
    for (std::int64_t after = 0;;) {
        auto page = core_.store().find({&type, find_index(type, "state"), waiting, after, records_per_page});
        if (!page) return page.error();
        if (page->empty()) return {};
        after = page->back().id();
        for (const Record& record : *page) {
            const auto& open = *record.get<LmsResult>();
            if (open.told) rows_.push_back({*open.told, true});
        }
        if (auto settled = settle(nullptr); !settled) return settled;
    }
}

Result<void> Results::add(std::string_view line) {
    if (!is_listing_end(line)) {
        auto told = from_json<ObservedResult>(line);
        if (!told) return told.error();
        rows_.push_back({std::move(*told)});
        return rows_.size() < core_.options().batch ? Result<void>{} : settle(nullptr);
    }
    auto end = from_json<ListingEnd>(line);
    if (!end) return end.error();
    return settle(&*end);
}

// As it stands now: whoever turns grades off wants none of a run that is under way.
lms::Connection Results::connection() {
    const auto* stored = held_under<lms::Connection>(core_, connection_key(run_.connection().key));
    return stored == nullptr ? run_.connection() : *stored;
}

Result<void> Results::prepare(std::vector<Item>& items, const ListingEnd* end) {
    const std::string& name = run_.connection().key;
    std::vector<Key> keys{connection_key(name)};
    if (end != nullptr) keys.push_back(cursor_key(name, *end));
    for (const ResultRow& row : rows_) {
        add_keys(keys, name, row.told);
    }
    if (auto known = core_.know(std::move(keys)); !known) return known;
    std::vector<Key> named;
    for (const ResultRow& row : rows_) add_named(core_, named, name, row.told);
    if (auto known = core_.know(std::move(named)); !known) return known;
    const lms::Connection now = connection();
    ResultBatch batch{now, request_, run_.now(), std::to_string(run_.id().value)};
    for (ResultRow& row : rows_) look_at(core_, row, batch, items);
    return {};
}

Result<void> Results::keep_all(std::span<const Item> items, const ListingEnd* end) {
    if (auto reserved = core_.ensure_ids(static_cast<std::int64_t>(rows_.size())); !reserved) return reserved;
    SinceEnd since = since_;
    for (ResultRow& row : rows_) {
        conclude(core_, row, items);
        keep_result(core_, row, run_.connection().key, run_.now());
        if (!row.again) since.add(row.made);
    }
    const bool moves = end != nullptr && !since.holds(*end);
    if (moves) keep_cursor(core_, run_.connection().key, *end, since.high_water, run_.now());
    return {};
}

Sha256 Results::names() const {
    Sha256 digest;
    for (const ResultRow& row : rows_) digest.add(row.told.event_id).add("\n");
    return digest;
}

Result<void> Results::settle(const ListingEnd* end) {
    if (rows_.empty() && end == nullptr) return {};
    auto settled = settle_told(
        core_, entry_of(rows_.size(), names()), [&](std::vector<Item>& items) { return prepare(items, end); },
        [&](std::span<const Item> items) { return keep_all(items, end); });
    if (!settled) return settled;
    for (const ResultRow& row : rows_) {
        if (!row.again) since_.add(row.made);
        report(row);
        count(row);
    }
    rows_.clear();
    if (end == nullptr) return {};
    since_ = {};
    return renew_cursors();
}

void Results::report(const ResultRow& row) {
    if (row.again && row.state == ResultState::waiting) return;
    LmsResultLine line;
    line.event_id = row.told.event_id;
    line.course = row.told.course;
    line.item = row.told.item;
    line.learner = row.learner_name;
    line.state = row.state;
    line.code = row.code;
    line.outcome = row.outcome;
    if (!row.outcome.empty()) line.label = "[" + label_ + " sync]";  // PPR-RES-02
    line.clamped = row.made.clamped;
    tell(line);
}

void Results::count(const ResultRow& row) {
    if (row.again) {
        summary_.caught_up += row.state == ResultState::waiting ? 0 : 1;
        return;
    }
    ++summary_.rows;
    summary_.clamped += row.made.clamped ? 1 : 0;
    switch (row.state) {
        case ResultState::taken: ++summary_.taken; break;
        case ResultState::evidence: ++summary_.evidence; break;
        case ResultState::kept: ++summary_.kept; break;
        case ResultState::conflict: ++summary_.conflicts; break;
        case ResultState::held: ++summary_.held; break;
        case ResultState::waiting: ++summary_.waiting; break;
        case ResultState::refused: ++summary_.refused; break;
        case ResultState::ignored: ++summary_.ignored; break;
        case ResultState::unchanged: ++summary_.unchanged; break;
    }
}

// PPR-RES-06: what waits for a person, of this run and of all before it.
Result<void> Results::count_reviews() {
    const RecordType& type = type_of<ResultEvent>();
    const KeyParts held{{static_cast<std::int64_t>(results::Disposition::review), {}, false}};
    for (std::int64_t after = 0;;) {
        auto page = core_.store().find({&type, find_index(type, "disposition"), held, after, records_per_page});
        if (!page) return page.error();
        if (page->empty()) return {};
        summary_.in_review += static_cast<std::int64_t>(page->size());
        after = page->back().id();
    }
}

Result<std::string> Results::end_run(lms::SyncRun& outcome) {
    if (auto counted = count_reviews(); !counted) return counted.error();
    outcome.state = summary_.rows + summary_.caught_up == 0 ? lms::RunState::empty : lms::RunState::done;
    outcome.rows = summary_.rows;
    outcome.applied = summary_.taken + summary_.evidence;
    outcome.unchanged = summary_.unchanged + summary_.kept + summary_.ignored;
    outcome.failed = summary_.refused + summary_.conflicts;
    outcome.held = summary_.held + summary_.waiting;
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lms_results(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Results>(core, request));
}

}  // namespace provost::engine
