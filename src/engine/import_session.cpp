// Importing a file: rows are read, gathered into batches, decided over one overlay and committed with one journal entry
// a batch. The bounds of a batch depend on the row numbers alone, so that a run that was killed and repeated makes the
// same records.
#include "engine/import_session.hpp"

#include "data/import_presets.hpp"
#include "engine/answers.hpp"
#include "imports/csv.hpp"
#include "imports/csv_write.hpp"
#include "imports/rows.hpp"

#include <provost/describe/json.hpp>

#include <deque>

namespace provost::engine {

namespace {

Error failure(Code code, std::string pointer, std::vector<Parameter> parameters = {}) {
    return {row_of(code).status, code, {std::move(pointer), {}, 0, 0}, std::move(parameters)};
}

class ImportSession final : public Session {
public:
    ImportSession(Core& core, SessionRequest request, const imports::Preset& preset, const Zone& zone, char separator)
        : core_(core),
          request_(std::move(request)),
          csv_(separator),
          rows_(preset, zone, core.options().secret),
          recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view bytes) override;
    Result<std::string> finish() override;
    Result<bool> take(Chunk& chunk) override;

private:
    // What a row has become once its batch is decided.
    struct Line {
        std::int64_t number = 0;
        Code refused;
        std::string_view field;
        std::optional<std::size_t> item;
    };

    void add(const imports::Row& row);
    [[nodiscard]] Result<void> decide_batch();
    [[nodiscard]] Result<bool> try_batch(AcceptedRows& accepted);
    void report(const Line& line);
    void count(const Item& item);
    void reject(std::int64_t line, Code code);
    void explain(const Line& line, const Answer& answer);

    Core& core_;
    SessionRequest request_;
    imports::CsvReader csv_;
    imports::RowReader rows_;
    Instant recorded_;
    std::vector<Line> lines_;
    std::vector<Item> items_;
    AcceptedRows accepted_;
    ImportSummary summary_;
    Sha256 input_;
    Sha256 batch_input_;
    std::optional<Error> failed_;
    bool finished_ = false;
    std::string problems_;
    std::string explanations_;
};

void ImportSession::add(const imports::Row& row) {
    if (failed_) return;
    if (!rows_.is_bound()) {
        if (auto bound = rows_.bind(row); !bound) {
            failed_ = bound.error();
            failed_->place.file = request_.file;
        }
        return;
    }
    ++summary_.rows;
    auto read = rows_.read(row);
    Line line{row.line, read.refused, read.field, std::nullopt};
    if (!read.refused) {
        Head& head = *static_cast<Head*>(read.request.get());
        head.actor = request_.actor;
        head.recorded = recorded_;
        head.trigger = Trigger::import;
        head.detail = request_.detail;
        head.row_digest = read.digest;
        batch_input_.add(std::to_string(read.digest)).add(" ");
        line.item = items_.size();
        Item item{{verbs::find(*read.type), read.request.get()}, read.request};
        item.line = row.line;
        item.digest = read.digest;
        item.malformed = read.malformed;
        item.malformed_field = read.field;
        item.messages = request_.messages;
        items_.push_back(std::move(item));
    }
    lines_.push_back(line);
    if (lines_.size() < core_.options().batch) return;
    if (auto decided = decide_batch(); !decided) failed_ = decided.error();
}

Result<bool> ImportSession::try_batch(AcceptedRows& accepted) {
    if (auto decided = core_.decide(items_, recorded_, &accepted); !decided) {
        core_.discard();
        return decided.error();
    }
    if (!core_.overlay().changed()) return core_.commit({});
    Sha256 input = batch_input_;
    const auto first = lines_.front().number;
    const auto last = lines_.back().number;
    return core_.commit({"import." + request_.preset,
                         request_.actor,
                         std::nullopt,
                         recorded_,
                         {},
                         0,
                         "rows " + std::to_string(first) + "-" + std::to_string(last) + " " + to_hex(input.finish()),
                         {}});
}

Result<void> ImportSession::decide_batch() {
    const std::lock_guard lock(core_.mutex());
    for (int tries = 0;; ++tries) {
        // A stale batch is decided again from the start, so it must not remember the rows it accepted before.
        AcceptedRows accepted = accepted_;
        auto committed = try_batch(accepted);
        if (!committed) return committed.error();
        if (*committed) {
            accepted_ = std::move(accepted);
            break;
        }
        if (tries == Core::most_tries) return failure("store.contended"_code, "", {{"tries", std::to_string(tries)}});
    }
    for (const Line& line : lines_) report(line);
    lines_.clear();
    items_.clear();
    batch_input_ = {};
    return {};
}

void ImportSession::report(const Line& line) {
    if (!line.item) {
        reject(line.number, line.refused);
        Answer answer;
        answer.verdict = Verdict::refused;
        answer.code = line.refused;
        answer.sentence = sentence(line.refused, {{"field", std::string(line.field)}});
        return explain(line, answer);
    }
    const Item& item = items_[*line.item];
    count(item);
    if (!item.decision.refused()) return;
    reject(line.number, item.decision.code);
    explain(line, answer_of(item, {}));
}

void ImportSession::count(const Item& item) {
    if (item.decision.refused()) return;
    if (item.decision.verdict == Verdict::unchanged) {
        ++summary_.unchanged;
    } else {
        ++(item.created ? summary_.created : summary_.updated);
    }
}

void ImportSession::reject(std::int64_t line, Code code) {
    ++summary_.rejected;
    const auto number = std::to_string(line);
    const std::array<std::string_view, 3> cells{request_.file, number, code.name()};
    imports::append_csv(problems_, cells, ',', "\n");
}

void ImportSession::explain(const Line& line, const Answer& answer) {
    if (request_.detail == Detail::verdict) return;
    explanations_ += "{\"answer\":";
    write_json(explanations_, type_of<Answer>(), &answer);
    explanations_ += ",\"file\":";
    write_json_text(explanations_, request_.file);
    explanations_ += ",\"line\":" + std::to_string(line.number) + "}\n";
}

Result<void> ImportSession::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    if (finished_) return failure("handle.closed"_code, "");
    input_.add(bytes);
    auto read = csv_.feed(bytes, [this](const imports::Row& row) { add(row); });
    if (!read && !failed_) {
        failed_ = read.error();
        failed_->place.file = request_.file;
    }
    if (failed_) return *failed_;
    return {};
}

Result<std::string> ImportSession::finish() {
    if (failed_) return *failed_;
    if (finished_) return failure("handle.closed"_code, "");
    auto read = csv_.finish([this](const imports::Row& row) { add(row); });
    if (!read && !failed_) {
        failed_ = read.error();
        failed_->place.file = request_.file;
    }
    if (failed_) return *failed_;
    if (!lines_.empty()) {
        if (auto decided = decide_batch(); !decided) return *(failed_ = decided.error());
    }
    finished_ = true;
    summary_.preset = request_.preset;
    summary_.file = request_.file;
    summary_.input = to_hex(input_.finish());
    const std::lock_guard lock(core_.mutex());
    auto ended = record_import(core_, "import " + request_.preset, request_, recorded_, summary_);
    if (!ended) failed_ = ended.error();
    return ended;
}

Result<bool> ImportSession::take(Chunk& chunk) {
    if (!problems_.empty()) {
        chunk = {"problems", std::exchange(problems_, {})};
        return true;
    }
    if (!explanations_.empty()) {
        chunk = {"explanations", std::exchange(explanations_, {})};
        return true;
    }
    return false;
}

}  // namespace

Result<std::string> record_import(Core& core, std::string session, const SessionRequest& request, Instant recorded,
                                  const ImportSummary& summary) {
    auto run = core.record_run({{},
                                0,
                                std::move(session),
                                request.actor,
                                recorded,
                                summary.rows,
                                summary.created,
                                summary.updated,
                                summary.unchanged,
                                summary.rejected,
                                summary.input});
    if (!run) return run.error();
    return to_json(summary);
}

Result<std::unique_ptr<Session>> begin_import(Core& core, const SessionRequest& request) {
    const imports::Preset* preset = data::find_import_preset(request.preset);
    if (preset == nullptr) return failure("choice.unknown"_code, "/preset");
    // IMC-CSV-23: the library has no zone of its own; the caller says in which zone moments without an offset are.
    if (request.zone.empty()) return failure("field.missing"_code, "/zone", {{"field", "zone"}});
    const Zone* zone = core.zones().find(request.zone);
    if (zone == nullptr) return failure("zone.unknown"_code, "/zone");
    const char separator = request.separator.empty() ? preset->separator : request.separator.front();
    return std::unique_ptr<Session>(std::make_unique<ImportSession>(core, request, *preset, *zone, separator));
}

}  // namespace provost::engine
