// Resync: e-learning enrolments that changed in a range of days are marked, so that the next provisioning works out
// their intended state and sends it, whatever the LMS is thought to have.
#include "base/failure.hpp"
#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/lms_run.hpp"
#include "engine/lms_sessions.hpp"
#include "lms/actions.hpp"
#include "lms/key.hpp"
#include "lms/resync.hpp"

#include <provost/engine/lms_reports.hpp>

#include <map>
#include <utility>

namespace provost::engine {

namespace {

using lms::ElearningEnrolment;
using lms::LmsAccess;
using lms::LmsEnrolment;
using results::LmsLink;

Error wrong(Code code, std::string member) { return failure(code, "/" + std::move(member)); }

class Resync final : public Session {
public:
    Resync(Core& core, const SessionRequest& request)
        : core_(core),
          request_(request),
          run_(core, request, lms::RunKind::resync),
          scan_(type_of<ElearningEnrolment>(), records_per_page) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;
    /// Whether the range is one.
    [[nodiscard]] Result<void> check();

private:
    [[nodiscard]] Result<bool> next_page(std::string& lines);
    [[nodiscard]] Result<void> load_named(std::span<const Record> page);
    [[nodiscard]] bool is_chosen(const ElearningEnrolment& each);
    [[nodiscard]] Result<void> mark(std::span<const ElearningEnrolment> chosen);
    [[nodiscard]] Result<void> take_up_again();
    [[nodiscard]] ResyncLine told(const ElearningEnrolment& each) const;

    Core& core_;
    SessionRequest request_;
    LmsRun run_;
    Scan scan_;
    lms::ResyncRange range_;
    Cache<LmsLink> links_;
    Cache<catalogue::Course> courses_;
    Cache<people::Learner> learners_;
    ResyncSummary summary_;
    bool at_end_ = false;
};

Result<void> Resync::check() {
    const std::lock_guard lock(core_.mutex());
    if (auto found = run_.find_connection(); !found) return found;
    const std::string& name = run_.connection().zone;
    const Zone utc;
    const Zone* zone = name.empty() ? &utc : core_.zones().find(name);
    if (zone == nullptr) return wrong("zone.unknown"_code, "connection");
    const auto made = lms::resync_range(request_.since, request_.until, run_.now(), *zone);
    if (made.wrong) return wrong(made.wrong, std::string(made.member));
    range_ = made.range;
    return {};
}

Result<void> Resync::load_named(std::span<const Record> page) {
    links_.trim();
    courses_.trim();
    learners_.trim();
    for (const Record& record : page) {
        const auto& each = *record.get<ElearningEnrolment>();
        links_.want(each.link);
        courses_.want(each.course);
        learners_.want(each.learner);
    }
    auto loaded = links_.load(core_.store(), true);
    if (loaded) loaded = courses_.load(core_.store(), true);
    if (loaded) loaded = learners_.load(core_.store(), true);
    return loaded;
}

// WIS-RS-04: what a rule says is brought in line by enabling the rule, unless it is asked for.
bool Resync::is_chosen(const ElearningEnrolment& each) {
    const auto* link = links_.at(each.link);
    if (link == nullptr || link->connection != run_.connection().key) return false;
    if (courses_.at(each.course) == nullptr || learners_.at(each.learner) == nullptr) return false;
    ++summary_.looked_at;
    if (!range_.holds(request_.by == ResyncBy::added ? each.added_at : each.changed_at)) return false;
    if (link->access == results::AccessMethod::manual || request_.include_automatic) return true;
    ++summary_.automatic;
    return false;
}

ResyncLine Resync::told(const ElearningEnrolment& each) const {
    ResyncLine line;
    line.elearning = each.id;
    line.course = courses_.at(each.course)->external_id;
    line.learner = lms::learner_name(*learners_.at(each.learner), nullptr);
    line.lms_course = links_.at(each.link)->lms_course;
    line.method = links_.at(each.link)->access;
    line.enabled = each.enabled;
    return line;
}

// WIS-RS-02: what it shall be is not touched; an LMS that has it so already answers that nothing changed.
Result<void> Resync::mark(std::span<const ElearningEnrolment> chosen) {
    std::vector<Key> keys;
    for (const ElearningEnrolment& each : chosen) {
        const LmsLink& link = *links_.at(each.link);
        keys.push_back({&type_of<LmsAccess>(), 0, {{each.learner.value, {}, false}, {each.course.value, {}, false}}});
        keys.push_back(
            {&type_of<LmsEnrolment>(),
             0,
             {{0, link.connection, true}, {0, lms::key_course(link), true}, {each.learner.value, {}, false}}});
    }
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        auto loaded = core_.store().load(keys);
        if (!loaded) return loaded.error();
        std::map<std::pair<const RecordType*, std::int64_t>, bool> written;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const auto& found = loaded->found[2 * i];
            LmsAccess access = found.empty() ? LmsAccess{} : *found.front().get<LmsAccess>();
            if (found.empty()) access.id = {chosen[i].enrolment.value};
            access.learner = chosen[i].learner;
            access.course = chosen[i].course;
            const bool first = written.emplace(std::pair(&type_of<LmsAccess>(), access.id.value), true).second;
            if (first && !std::exchange(access.due, true)) writes.put(access, found.empty() ? Record{} : found.front());
            const auto& sent = loaded->found[2 * i + 1];
            if (sent.empty()) continue;
            LmsEnrolment enrolment = *sent.front().get<LmsEnrolment>();
            if (!written.emplace(std::pair(&type_of<LmsEnrolment>(), enrolment.id.value), true).second) continue;
            lms::send_again(enrolment);
            writes.put(std::move(enrolment), sent.front());
        }
        return {};
    });
}

Result<bool> Resync::next_page(std::string& lines) {
    if (auto kept = run_.keep(); !kept) return kept.error();
    auto page = scan_.next(core_.store());
    if (!page) return page.error();
    if (page->empty()) return false;
    if (auto loaded = load_named(*page); !loaded) return loaded.error();
    std::vector<ElearningEnrolment> chosen;
    for (const Record& record : *page) {
        const auto& each = *record.get<ElearningEnrolment>();
        if (is_chosen(each)) chosen.push_back(each);
    }
    if (!chosen.empty() && !request_.dry_run) {
        if (auto marked = mark(chosen); !marked) return marked.error();
    }
    summary_.marked += static_cast<std::int64_t>(chosen.size());
    for (const ElearningEnrolment& each : chosen) add_line(lines, told(each));
    return true;
}

// WIS-RS-01: what gave up has no day, and where the place alone gives access nothing was ever added.
Result<void> Resync::take_up_again() {
    Scan scan(type_of<LmsEnrolment>(), records_per_page);
    scan.under("key", {0, run_.connection().key, true});
    return scan.pages(core_.store(), [&](const std::vector<Record>& page) {
        std::vector<Key> keys;
        for (const Record& record : page) {
            const auto& key = *record.get<LmsEnrolment>();
            if (!key.due && lms::gave_up(key)) keys.push_back(id_key(type_of<LmsEnrolment>(), record.id()));
        }
        summary_.marked += static_cast<std::int64_t>(keys.size());
        if (keys.empty() || request_.dry_run) return Result<void>{};
        return run_.commit([&](LmsWrites& writes) -> Result<void> {
            auto loaded = core_.store().load(keys);
            if (!loaded) return loaded.error();
            for (const auto& found : loaded->found) {
                LmsEnrolment key = *found.front().get<LmsEnrolment>();
                lms::send_again(key);
                writes.put(std::move(key), found.front());
            }
            return {};
        });
    });
}

Result<bool> Resync::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    chunk = {"resync", {}};
    while (!at_end_ && chunk.bytes.empty()) {
        auto more = next_page(chunk.bytes);
        if (!more) return more.error();
        at_end_ = !*more;
        if (!at_end_ || !request_.include_automatic) continue;
        if (auto taken = take_up_again(); !taken) return taken.error();
    }
    return !chunk.bytes.empty();
}

Result<std::string> Resync::finish() {
    for (Chunk rest; !at_end_;) {
        if (auto taken = take(rest); !taken) return taken.error();
    }
    const std::lock_guard lock(core_.mutex());
    lms::SyncRun outcome;
    outcome.state = summary_.marked == 0 ? lms::RunState::empty : lms::RunState::done;
    outcome.rows = summary_.looked_at;
    outcome.applied = request_.dry_run ? 0 : summary_.marked;
    if (auto closed = run_.close(outcome); !closed) return closed.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lms_resync(Core& core, const SessionRequest& request) {
    auto session = std::make_unique<Resync>(core, request);
    if (auto checked = session->check(); !checked) return checked.error();
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace provost::engine
