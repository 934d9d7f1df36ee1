// The adapters by name, and the lines that go in and out.
#include "engine/lms_adapter_session.hpp"

#include "base/list_text.hpp"
#include "engine/json_lines.hpp"
#include "lms/canvas.hpp"
#include "lms/moodle.hpp"

#include <deque>

namespace provost::engine {

namespace {

struct AdapterRow {
    std::string_view name;
    std::unique_ptr<lms::Adapter> (*make)(const lms::AdapterOptions&);
};
constexpr auto adapters = std::to_array<AdapterRow>({
    {"moodle", &lms::make_moodle},
    {"canvas", &lms::make_canvas},
});

class AdapterSession final : public Session {
public:
    explicit AdapterSession(std::unique_ptr<lms::Adapter> adapter) : adapter_(std::move(adapter)) {
        put("abilities", std::vector{adapter_->describe()});
    }
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override {
        if (auto last = feed("\n"); !last) return last.error();
        hand_over();
        return std::string("{}");
    }

private:
    template <class T>
    void put(std::string_view stream, const std::vector<T>& rows) {
        if (rows.empty()) return;
        Chunk chunk{std::string(stream), {}};
        for (const T& row : rows) add_line(chunk.bytes, row);
        ready_.push_back(std::move(chunk));
    }
    void hand_over();
    void collect();
    void obey(lms::AdapterLine line);

    std::unique_ptr<lms::Adapter> adapter_;
    LineBuffer lines_;
    std::vector<lms::Action> actions_;  // gathered, so that the adapter may put many into one call
    std::deque<Chunk> ready_;
    std::optional<Error> broken_;
};

void AdapterSession::hand_over() {
    if (!actions_.empty()) adapter_->carry_out(std::exchange(actions_, {}));
}

// Actions wait for more of their kind until something else comes, or something is taken.
void AdapterSession::obey(lms::AdapterLine line) {
    if (line.action) actions_.push_back(std::move(*line.action));
    if (!line.answer && !line.ask) return;
    collect();
    if (line.answer) adapter_->answer(*line.answer);
    if (line.ask) adapter_->list(*line.ask);
    collect();
}

Result<void> AdapterSession::feed(std::string_view bytes) {
    // An answer may hold a whole grade book.
    static constexpr std::size_t longest_line = 128U << 20U;
    if (broken_) return *broken_;
    lines_.feed(bytes, [this](std::string_view text) {
        ReadOptions options;
        options.largest = longest_line;
        auto line = from_json<lms::AdapterLine>(text, options);
        if (!line) return (broken_ = line.error(), false);
        obey(std::move(*line));
        return true;
    });
    if (broken_) return *broken_;
    return {};
}

void AdapterSession::collect() {
    hand_over();
    const lms::Findings found = adapter_->take_findings();
    put("outcomes", found.outcomes);
    put("courses", found.courses);
    put("enrolments", found.enrolments);
    put("results", found.results);
    put("ends", found.ends);
    put("requests", adapter_->take_requests());
}

Result<bool> AdapterSession::take(Chunk& chunk) {
    if (ready_.empty()) collect();
    if (ready_.empty()) return false;
    chunk = std::move(ready_.front());
    ready_.pop_front();
    return true;
}

}  // namespace

Result<std::unique_ptr<Session>> begin_adapter(Core&, const SessionRequest& request) {
    std::string names;
    for (const AdapterRow& row : adapters) {
        if (row.name == request.preset) {
            auto adapter = row.make(request.adapter.value_or(lms::AdapterOptions{}));
            return std::unique_ptr<Session>(std::make_unique<AdapterSession>(std::move(adapter)));
        }
        add_to_list(names, row.name);
    }
    return Error{Status::invalid, "choice.unknown"_code, {"/preset", {}, 0, 0}, {{"expected", names}}};
}

}  // namespace provost::engine
