// A listing of an LMS beside what is intended and what was agreed. Silence is never a deletion: only a listing that
// says that it is complete, and is neither empty nor suddenly short, says of what is not in it that it is gone.
#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/lms_facts.hpp"
#include "engine/lms_sessions.hpp"
#include "lms/actions.hpp"
#include "lms/key.hpp"

#include "base/sha256.hpp"

#include <provost/describe/compare.hpp>

#include <map>

namespace provost::engine {

namespace {

using lms::LmsEnrolment;
using lms::Observed;
using lms::Origin;

constexpr std::int64_t least_share = 80;  // per cent of the last complete listing

// How much of the LMS, or of a course there, was seen.
struct Scope {
    bool complete = false;
    std::int64_t told = 0;  // rows, as the LMS says; below 0: it does not
    std::int64_t seen = 0;

    [[nodiscard]] bool is_whole() const { return complete && (told < 0 || told == seen); }
};

// What the comparison as a whole came to. WIS-MIG-06
struct Compared {
    std::int64_t unseen = 0;  // access that is or should be there, and that no listing speaks of
    std::int64_t open = 0;    // not as intended, and not somebody else's
};

struct SeenRow {
    lms::Access access = lms::Access::absent;
    bool is_known = false;  // there is a key of it
};

std::string row_key(std::string_view course, std::string_view learner) {
    return std::string(course) + '\x1f' + std::string(learner);
}

class ObserveSession final : public Session {
public:
    ObserveSession(Core& core, const SessionRequest& request) : run_(core, request, lms::RunKind::observe) {}
    [[nodiscard]] Result<void> find_connection() { return run_.find_connection(); }
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> read_line(std::string_view line);
    void judge_listing();
    [[nodiscard]] bool is_gone(const LmsEnrolment& key) const;
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] Result<void> compare_all();
    [[nodiscard]] Result<void> compare(const std::vector<Record>& page);
    void compare(const LmsEnrolment& key, const std::string& learner, const Record& stored, LmsWrites& writes);
    void take_in(LmsEnrolment& key, lms::Access observed);
    [[nodiscard]] Result<void> find_foreign();
    [[nodiscard]] Result<void> note_foreign(const std::vector<std::string>& rows);
    [[nodiscard]] Result<void> end();
    static void note(std::string& out, const LmsEnrolment& key, const std::string& learner, lms::Access agreed,
                     lms::Access observed);

    LmsRun run_;
    LineBuffer lines_;
    std::map<std::string, SeenRow> rows_;
    std::map<std::string, Scope> scopes_;  // by course as keys name it; empty: everything
    bool all_seen_ = false;
    ObserveSummary summary_;
    std::string differences_, foreign_;
    // What one page adds: the page may be asked for again.
    std::string page_differences_;
    ObserveSummary page_summary_;
    Compared compared_, page_compared_;
};

Result<void> ObserveSession::read_line(std::string_view line) {
    if (line.find("\"listing\"") != line.npos) {
        auto end = from_json<lms::ListingEnd>(line);
        if (!end) return end.error();
        Scope& scope = scopes_[end->course];
        scope.complete = end->complete;
        scope.told = scope.told < 0 || end->rows < 0 ? -1 : scope.told + end->rows;
        return {};
    }
    auto row = from_json<Observed>(line);
    if (!row) return row.error();
    const std::string course = lms::key_course(row->container, row->course);
    if (!rows_.insert_or_assign(row_key(course, row->learner), SeenRow{row->access, false}).second) return {};
    ++scopes_[{}].seen;
    ++scopes_[course].seen;
    ++summary_.rows;
    return {};
}

Result<void> ObserveSession::feed(std::string_view bytes) {
    Result<void> read;
    lines_.feed(bytes, [&](std::string_view line) { return static_cast<bool>(read = read_line(line)); });
    return read;
}

Result<bool> ObserveSession::take(Chunk& chunk) {
    std::string& next = differences_.empty() ? foreign_ : differences_;
    if (next.empty()) return false;
    chunk = {&next == &foreign_ ? "foreign" : "differences", std::exchange(next, {})};
    return true;
}

// What may be concluded from what is not listed.
void ObserveSession::judge_listing() {
    const Scope& all = scopes_[{}];
    const auto listed = run_.standing().listed;
    const auto unusual = [&](Code code) { summary_.anomalies.emplace_back(code.name()); };
    all_seen_ = all.is_whole();
    bool course_seen = false;
    if (!all_seen_) {
        // What is foreign in a course whose listing broke off was not seen.
        const auto is_whole = [](const auto& scope) { return scope.first.empty() || scope.second.is_whole(); };
        course_seen = scopes_.size() > 1 && std::ranges::all_of(scopes_, is_whole);
        if (!course_seen) unusual("lms.incomplete-listing"_code);
    } else if (all.seen == 0) {  // of nobody it says nothing, whatever the LMS is thought to have
        all_seen_ = false;
        if (listed > 0 || run_.standing().active > 0) unusual("lms.empty-listing"_code);
    } else if (all.seen * 100 < listed * least_share && listed - all.seen > run_.connection().guard_rows) {
        const auto hash = to_hex(sha256(std::to_string(listed) + ">" + std::to_string(all.seen)), 16);
        unusual("lms.sudden-drop"_code);
        if (run_.request().approval != hash) {
            all_seen_ = false;
            summary_.approval = hash;
        }
    }
    summary_.complete = all_seen_ || course_seen;  // of courses: until a key is in none that was seen whole
}

bool ObserveSession::is_gone(const LmsEnrolment& key) const {
    if (all_seen_) return true;
    const auto scope = scopes_.find(key.course);
    return scope != scopes_.end() && scope->second.is_whole() && scope->second.seen > 0;
}

// `agreed` is what the LMS had agreed to before what was seen is taken in.
void ObserveSession::note(std::string& out, const LmsEnrolment& key, const std::string& learner, lms::Access agreed,
                          lms::Access observed) {
    add_line(out, lms::Difference{key.course, learner, key.desired, agreed, observed, key.origin});
}

// What follows for the key. Own ones are brought back in line; what fits is taken over when the mode says so; what
// somebody made by hand is never touched.
void ObserveSession::take_in(LmsEnrolment& key, lms::Access observed) {
    const bool is_open = key.state == lms::KeyState::pending || key.state == lms::KeyState::unknown;
    const bool is_ours = lms::is_ours(key);
    if (is_open || (!is_ours && !run_.is_declared())) return;
    const bool adopts = run_.connection().mode == lms::Mode::adopt && !is_ours;
    if (adopts && observed != lms::Access::absent && observed == key.desired) {
        key.origin = Origin::adopted;
        lms::take_as_agreed(key, observed);
        key.due = true;
        ++page_summary_.adopted;
    } else if (!is_ours) {
        const Origin origin = observed == lms::Access::absent ? Origin::none : Origin::foreign;
        if (key.origin != origin || key.state == lms::KeyState::held) key.due = true;
        key.origin = origin;
    } else if (observed != key.agreed && run_.connection().mode == lms::Mode::enforce) {
        lms::take_as_agreed(key, observed);
        if (observed == lms::Access::absent) lms::disown(key);
        key.due = true;
        key.retry_at.reset();
        ++page_summary_.drifted;
    }
}

void ObserveSession::compare(const LmsEnrolment& stored_key, const std::string& learner, const Record& stored,
                             LmsWrites& writes) {
    LmsEnrolment key = stored_key;
    const auto row = rows_.find(row_key(key.course, learner));
    if (row != rows_.end()) row->second.is_known = true;
    ++page_summary_.compared;
    page_summary_.due += key.due ? 1 : 0;
    if (row == rows_.end() && !is_gone(key)) {
        page_summary_.complete = false;
        const bool matters = key.desired != lms::Access::absent || key.agreed != lms::Access::absent;
        page_compared_.unseen += matters ? 1 : 0;
        return;
    }
    const lms::Access observed = row == rows_.end() ? lms::Access::absent : row->second.access;
    const bool differs = observed != key.agreed || (observed != key.desired && !key.due);
    const lms::Access before = key.agreed;
    if (key.observed != observed || !key.observed_at) {
        key.observed = observed;
        key.observed_at = run_.now();
    }
    take_in(key, observed);
    if (key.origin == Origin::foreign && observed != lms::Access::absent) ++page_summary_.foreign;
    page_compared_.open += key.origin != Origin::foreign && observed != key.desired ? 1 : 0;
    if (differs) {
        ++page_summary_.differences;
        note(page_differences_, key, learner, before, observed);
    }
    if (same_content(type_of<LmsEnrolment>(), &stored_key, &key)) return;
    writes.standing.active += (key.agreed == lms::Access::active ? 1 : 0) - (before == lms::Access::active ? 1 : 0);
    writes.put(std::move(key), stored);
}

Result<void> ObserveSession::compare(const std::vector<Record>& page) {
    Cache<people::Learner> learners;
    Fetched accounts;
    std::vector<Key> keys;
    for (const Record& record : page) {
        const auto& key = *record.get<LmsEnrolment>();
        learners.want(key.learner);
        accounts.want(account_key(key));
        keys.push_back(id_key(type_of<LmsEnrolment>(), record.id()));
    }
    if (auto loaded = learners.load(run_.core().store()); !loaded) return loaded;
    if (auto loaded = accounts.load(run_.core().store()); !loaded) return loaded;
    const ObserveSummary summary = summary_;
    const Compared compared = compared_;
    auto written = run_.commit([&](LmsWrites& writes) -> Result<void> {
        auto loaded = run_.core().store().load(keys);
        if (!loaded) return loaded.error();
        page_summary_ = summary;
        page_compared_ = compared;
        page_differences_.clear();
        for (const auto& found : loaded->found) {
            const auto& key = *found.front().get<LmsEnrolment>();
            const auto* account = accounts.one<lms::LmsLearner>(account_key(key));
            compare(key, lms::learner_name(*learners.at(key.learner), account), found.front(), writes);
        }
        return {};
    });
    if (!written) return written;
    summary_ = page_summary_;
    compared_ = page_compared_;
    differences_ += page_differences_;
    return {};
}

Result<void> ObserveSession::compare_all() {
    Scan scan(type_of<LmsEnrolment>(), records_per_page);
    scan.under("key", {0, run_.connection().key, true});
    return scan.pages(run_.core().store(), [&](const std::vector<Record>& page) { return compare(page); });
}

// WIS-EE-11: what the LMS has and Provost never made belongs to somebody else. Of learners that are known here that is
// noted, so that it stays so.
Result<void> ObserveSession::find_foreign() {
    std::vector<std::string> rows;
    for (const auto& [name, row] : rows_) {
        if (row.is_known || row.access == lms::Access::absent) continue;
        rows.push_back(name);
        if (rows.size() < records_per_page) continue;
        if (auto noted = note_foreign(rows); !noted) return noted;
        rows.clear();
    }
    return note_foreign(rows);
}

Result<void> ObserveSession::note_foreign(const std::vector<std::string>& rows) {
    if (rows.empty()) return {};
    std::vector<Key> keys;
    std::vector<LmsEnrolment> found_keys;
    for (const std::string& name : rows) {
        LmsEnrolment& key = found_keys.emplace_back();
        const auto between = name.find('\x1f');
        key.connection = run_.connection().key;
        key.course = name.substr(0, between);
        key.observed = rows_.at(name).access;
        key.observed_at = run_.now();
        key.origin = Origin::foreign;
        ++summary_.foreign;
        note(foreign_, key, name.substr(between + 1), key.agreed, key.observed);
        const KeyPart learner{0, name.substr(between + 1), true};
        keys.push_back({&type_of<lms::LmsLearner>(),
                        find_index(type_of<lms::LmsLearner>(), "name"),
                        {{0, key.connection, true}, learner}});
        keys.push_back({&type_of<people::Learner>(), find_index(type_of<people::Learner>(), "client_id"), {learner}});
        keys.push_back({&type_of<results::LmsLink>(),
                        find_index(type_of<results::LmsLink>(), "lms_course"),
                        {{0, key.connection, true}, {0, std::string(lms::name_in_lms(key.course)), true}}});
    }
    auto loaded = run_.core().store().load(keys);
    if (!loaded) return loaded.error();
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        for (std::size_t i = 0; i < found_keys.size(); ++i) {
            LmsEnrolment key = found_keys[i];
            const auto& account = loaded->found[3 * i];
            const auto& learner = loaded->found[3 * i + 1];
            // Where accounts are suspended with the last enrolment, those that nobody linked count too. WIS-EE-08
            const auto& connection = run_.connection();
            const bool matters =
                connection.every_course || connection.disable_users || !loaded->found[3 * i + 2].empty();
            if ((account.empty() && learner.empty()) || !matters || !run_.is_declared()) continue;
            key.id = {writes.number()};
            if (!learner.empty()) key.learner = {learner.front().id()};
            if (!account.empty()) key.learner = account.front().get<lms::LmsLearner>()->learner;
            writes.put(std::move(key));
        }
        return {};
    });
}

// WIS-MIG-06: whether the listing said of all access that is or should be there how it is. Courses that nobody is in
// may be listed empty; a short listing that waits for an approval says nothing.
bool ObserveSession::is_whole() const {
    const bool told = std::ranges::any_of(scopes_, [](const auto& scope) { return scope.second.is_whole(); });
    return told && compared_.unseen == 0 && summary_.approval.empty();
}

Result<void> ObserveSession::end() {
    lms::SyncRun outcome;
    outcome.rows = summary_.rows;
    outcome.applied = summary_.adopted + summary_.drifted;
    outcome.unchanged = summary_.compared - outcome.applied;
    outcome.anomalies = summary_.anomalies;
    outcome.state = summary_.rows == 0 ? lms::RunState::empty : lms::RunState::done;
    if (!summary_.approval.empty()) outcome.held = 1;
    if (const bool whole = is_whole(); all_seen_ || whole) {
        auto noted = run_.commit([&](LmsWrites& writes) -> Result<void> {
            if (all_seen_) writes.standing.listed = summary_.rows;
            if (whole) {
                writes.standing.observed_at = run_.now();
                writes.standing.observed_open = compared_.open;
            }
            return {};
        });
        if (!noted) return noted;
    }
    return run_.close(outcome);
}

Result<std::string> ObserveSession::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(run_.core().mutex());
    if (auto kept = run_.keep(); !kept) return kept.error();
    judge_listing();
    if (auto compared = compare_all(); !compared) return compared.error();
    if (auto found = find_foreign(); !found) return found.error();
    if (auto ended = end(); !ended) return ended.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_observe(Core& core, const SessionRequest& request) {
    auto session = std::make_unique<ObserveSession>(core, request);
    const std::lock_guard lock(core.mutex());
    if (auto found = session->find_connection(); !found) return found.error();
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace provost::engine
