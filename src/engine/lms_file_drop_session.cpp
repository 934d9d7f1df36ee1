// The exchange of files as a session: actions and files in, what the files tell out; when it is finished the package
// that goes out, with answers to what came in. A package counts as accepted when the session is finished: whoever dies
// before that reads it again. The host carries the files. Exchanges over one connection take turns, and each leaves a
// line in the log of runs. [PPR-SYN-01, PPR-SYN-03, PPR-SYN-04, PPR-SYN-05, PPR-SYN-07]
#include "base/failure.hpp"
#include "base/sha256.hpp"
#include "engine/json_lines.hpp"
#include "engine/lms_run.hpp"
#include "engine/lms_sessions.hpp"
#include "lms/canvas_csv.hpp"
#include "lms/drop_names.hpp"
#include "lms/drop_reader.hpp"

#include <deque>

namespace provost::engine {

namespace {

using lms::LmsDrop;

constexpr std::string_view canvas_preset = "canvas-sis";
constexpr std::size_t longest_line = 1U << 20U;
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

class FileDropSession final : public Session {
public:
    FileDropSession(Core& core, SessionRequest request, const LmsDrop& state)
        : core_(core),
          request_(std::move(request)),
          run_(core, request_, lms::RunKind::exchange),
          state_(state),
          reader_(state, request_.approval) {}
    [[nodiscard]] Result<void> find_connection() { return run_.find_connection_or_name(); }
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> read(std::string_view bytes);
    [[nodiscard]] Result<void> read_line(std::string_view line);
    [[nodiscard]] Result<void> begin_file(std::string_view line);
    [[nodiscard]] Result<void> report(std::string_view line);
    [[nodiscard]] Result<void> add(std::string_view line);
    void end_file();
    void gather();
    void count(const lms::DropPackage& package);
    [[nodiscard]] Result<void> begin_or_keep();
    [[nodiscard]] Result<void> keep(LmsDrop state);
    [[nodiscard]] Result<void> close();
    template <class T>
    void put(std::string_view stream, const std::vector<T>& rows);

    Core& core_;
    SessionRequest request_;
    LmsRun run_;
    LmsDrop state_;  // as it stands in the store
    lms::DropReader reader_;
    lms::FileDrop drop_;
    lms::CanvasCsv csv_;
    lms::DropSummary summary_;
    std::int64_t sent_ = 0;         // actions that stand in files
    std::vector<std::string> odd_;  // why packages were held or broken
    std::string line_;
    lms::DropFile file_;  // whose bytes come
    std::int64_t left_ = 0;
    std::deque<Chunk> chunks_;
    std::optional<Error> failed_;
};

template <class T>
void FileDropSession::put(std::string_view stream, const std::vector<T>& rows) {
    if (rows.empty()) return;
    Chunk chunk{std::string(stream), {}};
    for (const T& row : rows) add_line(chunk.bytes, row);
    chunks_.push_back(std::move(chunk));
}

// PPR-SYN-05, PPR-SYN-07: the log says that it is at work before anything is read.
Result<void> FileDropSession::begin_or_keep() {
    const std::lock_guard lock(core_.mutex());
    return run_.keep();
}

Result<void> FileDropSession::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    if (auto kept = begin_or_keep(); !kept) return kept;
    if (auto done = read(bytes); !done) return *(failed_ = done.error());
    gather();
    return {};
}

Result<void> FileDropSession::read(std::string_view bytes) {
    while (!bytes.empty()) {
        if (left_ > 0) {
            const auto size = std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(left_));
            file_.bytes += bytes.substr(0, size);
            bytes.remove_prefix(size);
            left_ -= static_cast<std::int64_t>(size);
            if (left_ == 0) end_file();
            continue;
        }
        const auto end = bytes.find('\n');
        line_ += bytes.substr(0, end);
        if (line_.size() > longest_line)
            return failure("document.too-large"_code, {}, {{"limit", std::to_string(longest_line)}});
        if (end == bytes.npos) return {};
        bytes.remove_prefix(end + 1);
        if (auto done = read_line(std::exchange(line_, {})); !done) return done;
    }
    return {};
}

// Lines of three kinds: what stands before a file, what became of a row, and actions. They share no first key.
Result<void> FileDropSession::read_line(std::string_view line) {
    const auto key = first_key(line);
    if (line.empty() || line == "\r") return {};
    if (key == "file" || key == "bytes") return begin_file(line);
    const bool is_report = key == "code" || key == "line" || key == "message" || key == "row_of" || key == "status";
    return is_report ? report(line) : add(line);
}

Result<void> FileDropSession::begin_file(std::string_view line) {
    auto piece = from_json<lms::DropPiece>(line);
    if (!piece) return piece.error();
    if (reader_.bytes() + static_cast<std::size_t>(piece->bytes) > most_bytes) {
        return failure("drop.too-large"_code, {}, {{"limit", std::to_string(most_bytes)}});
    }
    file_ = {std::move(piece->file), {}};
    left_ = piece->bytes;
    if (left_ == 0) end_file();
    return {};
}

void FileDropSession::end_file() { reader_.add(std::exchange(file_, {})); }

Result<void> FileDropSession::report(std::string_view line) {
    auto report = from_json<lms::DropReport>(line);
    if (!report) return report.error();
    if (reader_.report(*report)) return {};
    return failure("argument.invalid"_code, "/row_of", {{"argument", "row_of"}});
}

Result<void> FileDropSession::add(std::string_view line) {
    auto action = from_json<lms::Action>(line);
    if (!action) return action.error();
    const bool canvas = request_.preset == canvas_preset;
    const std::string problem = canvas               ? csv_.add(*action)
                                : drop_.add(*action) ? std::string()
                                                     : "a file can not look anything up";
    if (problem.empty()) return ++sent_, Result<void>{};
    summary_.not_expressed = summary_.not_expressed.value_or(0) + 1;
    lms::ActionOutcome outcome;
    outcome.op_id = action->op_id;
    outcome.status = lms::ActionStatus::failed;
    outcome.error = lms::ErrorClass::unsupported;
    outcome.problem = problem;
    put("outcomes", std::vector{outcome});
    return {};
}

void FileDropSession::count(const lms::DropPackage& package) {
    static constexpr std::array states{&lms::DropSummary::accepted, &lms::DropSummary::skipped, &lms::DropSummary::held,
                                       &lms::DropSummary::broken};
    for (const auto member : states) summary_.*member = (summary_.*member).value_or(0);
    ++*(summary_.*states.at(static_cast<std::size_t>(package.state)));
    summary_.rows = summary_.rows.value_or(0) + package.rows;
    summary_.faults = summary_.faults.value_or(0) + package.faults;
    const bool is_odd = package.state == lms::PackageState::held || package.state == lms::PackageState::broken;
    const std::string why(is_odd ? package.code.name() : std::string_view());
    if (!why.empty() && std::ranges::find(odd_, why) == odd_.end()) odd_.push_back(why);
}

// PPR-SYN-01, PPR-SYN-02: what the log says of it. A package that is not whole breaks the run, whatever else came.
Result<void> FileDropSession::close() {
    lms::SyncRun outcome;
    outcome.applied = sent_ + summary_.rows.value_or(0);
    outcome.unchanged = summary_.skipped.value_or(0);
    outcome.failed = summary_.not_expressed.value_or(0) + summary_.faults.value_or(0);
    outcome.held = summary_.held.value_or(0);
    outcome.rows = outcome.applied + outcome.failed;
    outcome.anomalies = odd_;
    const bool nothing = outcome.rows + outcome.unchanged + outcome.held == 0;
    const bool broken = summary_.broken.value_or(0) > 0;
    outcome.state = broken ? lms::RunState::broken : nothing ? lms::RunState::empty : lms::RunState::done;
    if (broken) outcome.code = "run.broken"_code.name();
    const std::lock_guard lock(core_.mutex());
    return run_.close(outcome);
}

void FileDropSession::gather() {
    const auto packages = reader_.take_packages();
    for (const auto& package : packages) count(package);
    put("packages", packages);
    const auto found = reader_.take_findings();
    put("outcomes", found.outcomes);
    put("courses", found.courses);
    put("enrolments", found.enrolments);
    put("results", found.results);
    put("ends", found.ends);
}

Result<bool> FileDropSession::take(Chunk& chunk) {
    if (chunks_.empty()) return false;
    chunk = std::move(chunks_.front());
    chunks_.pop_front();
    return true;
}

// Somebody else's session over the same connection may have been faster: then nothing of this one counts.
Result<void> FileDropSession::keep(LmsDrop state) {
    const std::lock_guard lock(core_.mutex());
    const auto expected = state.version++;
    auto committed = core_.commit_bookkeeping({{Record::of(state), expected}});
    if (!committed) return committed.error();
    if (!*committed) return failure("plan.moved"_code);
    return {};
}

Result<std::string> FileDropSession::finish() {
    if (left_ > 0) {
        return failure("drop.bytes"_code, "/bytes", {{"expected", std::to_string(left_) + " more"}, {"found", "no"}});
    }
    if (auto last = feed("\n"); !last) return last.error();
    reader_.finish();
    gather();
    const auto moment = request_.recorded.value_or(core_.now());
    for (auto& file : csv_.files(state_.connection, moment))
        chunks_.push_back({std::move(file.name), std::move(file.bytes)});
    drop_.answer(reader_.tables());
    LmsDrop state = reader_.state();
    if (!drop_.empty()) summary_.sequence = ++state.sent;
    const bool moved = state.sent != state_.sent || state.received != state_.received;
    if (moved) {
        if (auto kept = keep(state); !kept) return *(failed_ = kept.error());
    }
    if (auto closed = close(); !closed) return *(failed_ = closed.error());
    if (!summary_.sequence) return to_json(summary_);
    for (auto& file : drop_.package(state.connection, state.sent, moment)) {
        chunks_.push_back({std::move(file.name), std::move(file.bytes)});
    }
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_file_drop(Core& core, const SessionRequest& request) {
    LmsDrop state;
    state.connection = request.connection.empty() ? "lms" : request.connection;
    if (!lms::is_safe_connection(state.connection)) {
        return failure("drop.name"_code, "/connection", {{"name", state.connection}});
    }
    state.id = {id_of_name(state.connection)};
    if (!request.preset.empty() && request.preset != canvas_preset) {
        return failure("choice.unknown"_code, "/preset", {{"expected", std::string(canvas_preset)}});
    }
    const Key key{&type_of<LmsDrop>(), 0, {{0, state.connection, true}}};
    const std::lock_guard lock(core.mutex());
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (!loaded->found.front().empty()) state = *loaded->found.front().front().get<LmsDrop>();
    auto session = std::make_unique<FileDropSession>(core, request, state);
    if (auto found = session->find_connection(); !found) return found.error();
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace provost::engine
