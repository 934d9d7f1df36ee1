// The LMS in memory as a session: actions, asks and edits in, outcomes and listings out.
#include "engine/json_lines.hpp"
#include "engine/lms_sessions.hpp"
#include "lms/memory_lms.hpp"

#include <deque>

namespace provost::engine {

namespace {

class MemorySession final : public Session {
public:
    explicit MemorySession(const lms::LmsSetup& setup) : lms_(setup) {}
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> read(std::string_view line);
    [[nodiscard]] Result<void> told(std::string_view line);
    void gather();
    template <class T>
    void put(std::string_view stream, const std::vector<T>& rows);

    LineBuffer lines_;
    lms::MemoryLms lms_;
    std::vector<lms::Action> batch_;
    std::deque<Chunk> chunks_;
};

template <class T>
void MemorySession::put(std::string_view stream, const std::vector<T>& rows) {
    if (rows.empty()) return;
    if (chunks_.empty() || chunks_.back().stream != stream) chunks_.push_back({std::string(stream), {}});
    for (const T& row : rows) add_line(chunks_.back().bytes, row);
}

void MemorySession::gather() {
    const lms::Findings findings = lms_.take_findings();
    put("outcomes", findings.outcomes);
    put("courses", findings.courses);
    put("enrolments", findings.enrolments);
    put("results", findings.results);
    put("ends", findings.ends);
    put("transcript", lms_.take_transcript());
}

Result<void> MemorySession::told(std::string_view line) {
    auto told = from_json<lms::LmsTold>(line);
    if (!told) return told.error();
    lms_.carry_out(std::exchange(batch_, {}));
    if (told->edit) lms_.edit(*told->edit);
    if (told->result) lms_.add_result(*told->result);
    if (told->calm) lms_.stop_faults();
    if (told->ask) lms_.list(*told->ask);
    return {};
}

Result<void> MemorySession::read(std::string_view line) {
    const auto key = first_key(line);
    if (key == "ask" || key == "edit" || key == "result" || key == "calm") return told(line);
    auto action = from_json<lms::Action>(line);
    if (!action) return action.error();
    batch_.push_back(std::move(*action));
    return {};
}

// What is fed at once is a batch.
Result<void> MemorySession::feed(std::string_view bytes) {
    Result<void> done;
    lines_.feed(bytes, [&](std::string_view line) { return static_cast<bool>(done = read(line)); });
    lms_.carry_out(std::exchange(batch_, {}));
    gather();
    return done;
}

Result<bool> MemorySession::take(Chunk& chunk) {
    if (chunks_.empty()) return false;
    chunk = std::move(chunks_.front());
    chunks_.pop_front();
    return true;
}

Result<std::string> MemorySession::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const auto held = lms_.enrolments();
    put("listing", held);
    lms::ListingEnd end;
    end.listing = "enrolments";
    end.complete = true;
    end.rows = static_cast<std::int64_t>(held.size());
    put("listing", std::vector{end});
    return std::string("{}");
}

}  // namespace

Result<std::unique_ptr<Session>> begin_memory_lms(Core&, const SessionRequest& request) {
    const lms::LmsSetup setup = request.memory.value_or(lms::LmsSetup{});
    for (const std::string& name : setup.without) {
        if (lms::MemoryLms::is_ability(name)) continue;
        return Error{Status::invalid,
                     "choice.unknown"_code,
                     {"/memory/without", {}, 0, 0},
                     {{"expected", lms::MemoryLms::names_of_abilities()}}};
    }
    return std::unique_ptr<Session>(std::make_unique<MemorySession>(setup));
}

}  // namespace provost::engine
