// Works page by page and remembers nothing between runs: what was taken away is not there to be found again, so that a
// run that was killed is simply begun anew. Memory is that of a page and of the ids of erased people.
#include "engine/erase_session.hpp"

#include "engine/amounts.hpp"
#include "engine/export_session.hpp"
#include "erasure/forget.hpp"
#include "verbs/verb.hpp"

#include <provost/describe/json.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/run.hpp>

#include <unordered_set>

namespace provost::engine {

namespace {

using audit::JournalPersonal;

constexpr std::size_t entries_per_page = 32;  // those of import batches are large

class EraseSession final : public Session {
public:
    EraseSession(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    // What is looked through, in this order.
    enum class Place : std::uint8_t { learners, journal, keys, accounts, lines, done };

    [[nodiscard]] Result<void> step();
    [[nodiscard]] Result<bool> look_for_erased();
    [[nodiscard]] Result<bool> forget_values();
    template <class T>
    [[nodiscard]] Result<bool> forget_problems();
    [[nodiscard]] Result<bool> rewrite(std::vector<Write> writes);

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    Place place_ = Place::learners;
    std::int64_t after_ = 0;
    int tries_ = 0;
    std::unordered_set<std::int64_t> erased_;
    EraseSummary summary_;
};

// One page of the place at work; at its end the next place.
Result<void> EraseSession::step() {
    const std::lock_guard lock(core_.mutex());
    auto more = place_ == Place::learners   ? look_for_erased()
                : place_ == Place::journal  ? forget_values()
                : place_ == Place::keys     ? forget_problems<lms::LmsEnrolment>()
                : place_ == Place::accounts ? forget_problems<lms::LmsLearner>()
                                            : forget_problems<lms::SyncItem>();
    if (!more) return more.error();
    if (*more) return {};
    place_ = erased_.empty() ? Place::done : static_cast<Place>(static_cast<int>(place_) + 1);
    after_ = 0;
    return {};
}

Result<bool> EraseSession::look_for_erased() {
    auto page = core_.store().find({&type_of<people::Learner>(), Key::by_id, {}, after_, records_per_page});
    if (!page) return page.error();
    for (const Record& record : *page) {
        if (!record.get<people::Learner>()->erased_at) continue;
        erased_.insert(record.id());
        ++summary_.learners;
    }
    if (!page->empty()) after_ = page->back().id();
    return !page->empty();
}

// Writes what became of a page. False: somebody else wrote the same records, look at the page again.
Result<bool> EraseSession::rewrite(std::vector<Write> writes) {
    if (writes.empty()) return true;
    auto written = core_.commit_bookkeeping(std::move(writes));
    if (!written) return written.error();
    if (*written) return (tries_ = 0, true);
    if (++tries_ < Core::most_tries) return false;
    return Core::contended(tries_);
}

Result<bool> EraseSession::forget_values() {
    auto page = core_.store().find({&type_of<JournalPersonal>(), Key::by_id, {}, after_, entries_per_page});
    if (!page || page->empty()) return page ? Result<bool>(false) : Result<bool>(page.error());
    std::vector<Key> keys;
    for (const Record& record : *page) {
        keys.push_back(id_key(type_of<audit::JournalEntry>(), record.get<JournalPersonal>()->entry.value));
    }
    auto entries = core_.store().load(keys);
    if (!entries) return entries.error();
    std::vector<Write> writes;
    std::int64_t taken = 0;
    for (std::size_t i = 0; i < page->size(); ++i) {
        if (entries->found[i].empty()) return missing_record(type_of<audit::JournalEntry>());
        JournalPersonal beside = *(*page)[i].get<JournalPersonal>();
        auto left = erasure::forget(verbs::kinds(), *entries->found[i].front().get<audit::JournalEntry>(),
                                    beside.values, [&](Id<people::Learner> id) { return erased_.contains(id.value); });
        if (!left) return left.error();
        if (left->taken == 0) continue;
        taken += left->taken;
        beside.values = std::move(left->values);
        const auto version = beside.version++;
        writes.push_back({Record::of(std::move(beside)), version, (*page)[i]});
    }
    auto written = rewrite(std::move(writes));
    if (!written) return written.error();
    if (!*written) return true;
    after_ = page->back().id();
    summary_.entries += static_cast<std::int64_t>(page->size());
    summary_.values += taken;
    return true;
}

namespace {

std::int64_t learner_in(const lms::LmsEnrolment& key) { return key.learner.value; }
std::int64_t learner_in(const lms::LmsLearner& account) { return account.learner.value; }
std::int64_t learner_in(const lms::SyncItem& line) { return line.learner; }

}  // namespace

// The LMS's own words on a failure may name the person.
template <class T>
Result<bool> EraseSession::forget_problems() {
    auto page = core_.store().find({&type_of<T>(), Key::by_id, {}, after_, records_per_page});
    if (!page || page->empty()) return page ? Result<bool>(false) : Result<bool>(page.error());
    std::vector<Write> writes;
    for (const Record& record : *page) {
        T kept = *record.get<T>();
        if (kept.problem.empty() || !erased_.contains(learner_in(kept))) continue;
        kept.problem.clear();
        const auto version = kept.version++;
        writes.push_back({Record::of(std::move(kept)), version, record});
    }
    auto written = rewrite(std::move(writes));
    if (!written) return written.error();
    if (*written) after_ = page->back().id();
    return true;
}

Result<bool> EraseSession::take(Chunk& chunk) {
    if (place_ == Place::done) return false;
    if (auto done = step(); !done) return done.error();
    chunk = {"progress", to_json(summary_) + "\n"};
    return true;
}

Result<std::string> EraseSession::finish() {
    while (place_ != Place::done) {
        if (auto done = step(); !done) return done.error();
    }
    const std::lock_guard lock(core_.mutex());
    core_.discard();
    if (auto forgotten = core_.store().forget(); !forgotten) return forgotten.error();
    auto recorded =
        core_.record_run({{}, 0, "erase", request_.actor, recorded_, summary_.entries, 0, summary_.values, 0, 0, {}});
    if (!recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_erase(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<EraseSession>(core, request));
}

}  // namespace provost::engine
