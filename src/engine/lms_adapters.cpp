// The shipped LMS adapters as sessions (actions in, outcomes or files out), and the comparison with a listing.
#include "engine/json_lines.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/reading.hpp"
#include "lms/desired.hpp"
#include "lms/file_drop.hpp"
#include "lms/memory_lms.hpp"

#include <deque>
#include <unordered_map>

namespace provost::engine {

namespace {

using lms::Access;

// Reads lines of one kind of document; the first malformed one stops it.
template <class T, class Visit>
Result<void> each_line(LineBuffer& buffer, std::string_view bytes, Visit visit) {
    std::optional<Error> wrong;
    buffer.feed(bytes, [&](std::string_view line) {
        auto value = from_json<T>(line);
        if (!value) return (wrong = value.error(), false);
        visit(*value);
        return true;
    });
    if (wrong) return *wrong;
    return {};
}

class MemorySession final : public Session {
public:
    Result<void> feed(std::string_view bytes) override {
        return each_line<lms::Action>(
            lines_, bytes, [this](const lms::Action& action) { add_line(outcomes_, lms_.carry_out(action)); });
    }
    Result<bool> take(Chunk& chunk) override {
        std::string& next = outcomes_.empty() ? listing_ : outcomes_;
        if (next.empty()) return false;
        chunk = {&next == &outcomes_ ? "outcomes" : "listing", std::exchange(next, {})};
        return true;
    }
    Result<std::string> finish() override {
        if (auto last = feed("\n"); !last) return last.error();
        lms_.list([this](const lms::Observed& observed) { add_line(listing_, observed); });
        return std::string("{}");
    }

private:
    LineBuffer lines_;
    lms::MemoryLms lms_;
    std::string outcomes_;
    std::string listing_;
};

class FileDropSession final : public Session {
public:
    FileDropSession(Core& core, SessionRequest request) : core_(core), request_(std::move(request)) {}
    Result<void> feed(std::string_view bytes) override {
        return each_line<lms::Action>(lines_, bytes, [this](const lms::Action& action) { drop_.add(action); });
    }
    Result<bool> take(Chunk& chunk) override {
        if (files_.empty()) return false;
        chunk = {std::move(files_.front().name), std::move(files_.front().bytes)};
        files_.pop_front();
        return true;
    }
    Result<std::string> finish() override;

private:
    Core& core_;
    SessionRequest request_;
    LineBuffer lines_;
    lms::FileDrop drop_;
    std::deque<lms::DropFile> files_;
};

// A package has the next sequence number of the connection; without actions there is no package.
Result<std::string> FileDropSession::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    if (drop_.empty()) return std::string("{}");
    const std::lock_guard lock(core_.mutex());
    const Key key = id_key(type_of<lms::LmsTotals>(), 1);
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    lms::LmsTotals totals{{1}, 0, 0, 0};
    if (!loaded->found.front().empty()) totals = *loaded->found.front().front().get<lms::LmsTotals>();
    const auto expected = totals.version++;
    ++totals.packages;
    auto committed = core_.commit_bookkeeping({{Record::of(totals), expected}});
    if (!committed) return committed.error();
    if (!*committed) return Error{Status::conflict, "plan.moved"_code, {}, {}};
    const auto connection = request_.preset.empty() ? "lms" : request_.preset;
    for (auto& file : drop_.package(connection, totals.packages, request_.recorded.value_or(core_.now()))) {
        files_.push_back(std::move(file));
    }
    return "{\"sequence\":" + std::to_string(totals.packages) + "}";
}

class VerifySession final : public Session {
public:
    VerifySession(Core& core, SessionRequest request) : core_(core), request_(std::move(request)) {}
    Result<void> feed(std::string_view bytes) override {
        return each_line<lms::Observed>(lines_, bytes, [this](const lms::Observed& row) {
            observed_[row.course + '\x1f' + row.learner] = row.access;
        });
    }
    Result<bool> take(Chunk& chunk) override {
        if (differences_.empty()) return false;
        chunk = {"differences", std::exchange(differences_, {})};
        return true;
    }
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> compare(const std::vector<Record>& page);
    void compare(const lms::LmsAccess& access, const std::string& course, const std::string& learner);
    void note(const std::string& course, const std::string& learner, Access agreed, Access observed);

    Core& core_;
    SessionRequest request_;
    LineBuffer lines_;
    std::unordered_map<std::string, Access> observed_;
    Cache<catalogue::Course> courses_;
    Cache<people::Learner> learners_;
    std::string differences_;
    VerifySummary summary_;
};

void VerifySession::note(const std::string& course, const std::string& learner, Access agreed, Access observed) {
    ++summary_.differences;
    differences_ += "{\"agreed\":\"" + std::string(word(agreed)) + "\",\"course\":";
    write_json_text(differences_, course);
    differences_ += ",\"learner\":";
    write_json_text(differences_, learner);
    differences_ += ",\"observed\":\"" + std::string(word(observed)) + "\"}\n";
}

Result<void> VerifySession::compare(const std::vector<Record>& page) {
    courses_.trim();
    learners_.trim();
    for (const Record& record : page) {
        const auto& access = *record.get<lms::LmsAccess>();
        courses_.want(access.course);
        learners_.want(access.learner);
    }
    auto loaded = courses_.load(core_.store(), true);
    if (loaded) loaded = learners_.load(core_.store(), true);
    if (!loaded) return loaded;
    for (const Record& record : page) {
        const auto& access = *record.get<lms::LmsAccess>();
        const auto* course = courses_.at(access.course);
        const auto* learner = learners_.at(access.learner);
        if (course != nullptr && learner != nullptr) compare(access, course->external_id, lms::learner_name(*learner));
    }
    return {};
}

void VerifySession::compare(const lms::LmsAccess& access, const std::string& course, const std::string& learner) {
    const auto seen = observed_.find(course + '\x1f' + learner);
    const Access observed = seen == observed_.end() ? Access::absent : seen->second;
    if (seen != observed_.end()) observed_.erase(seen);
    ++summary_.compared;
    summary_.due += access.due ? 1 : 0;
    if (observed != access.agreed) note(course, learner, access.agreed, observed);
}

Result<std::string> VerifySession::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(core_.mutex());
    Scan scan(type_of<lms::LmsAccess>(), 500);
    while (true) {
        auto page = scan.next(core_.store());
        if (!page) return page.error();
        if (page->empty()) break;
        if (auto compared = compare(*page); !compared) return compared.error();
    }
    // What the LMS has and Provost never made belongs to somebody else: reported, never touched.
    summary_.foreign = static_cast<std::int64_t>(observed_.size());
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_memory_lms(Core&, const SessionRequest&) {
    return std::unique_ptr<Session>(std::make_unique<MemorySession>());
}

Result<std::unique_ptr<Session>> begin_file_drop(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<FileDropSession>(core, request));
}

Result<std::unique_ptr<Session>> begin_verify(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<VerifySession>(core, request));
}

}  // namespace provost::engine
