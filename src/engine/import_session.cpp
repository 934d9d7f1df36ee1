// Importing a file. Rows are decided in batches as they come; of files whose rows are not decided in their own order,
// and of those that are all or nothing, rows wait as text (decision 0015).
#include "engine/import_session.hpp"

#include "base/failure.hpp"
#include "base/list_text.hpp"
#include "data/import_presets.hpp"
#include "engine/import_report.hpp"
#include "imports/held_rows.hpp"

#include <provost/catalogue/course_template.hpp>
#include <provost/describe/json.hpp>
#include <provost/registration/registration.hpp>

#include <unordered_map>

namespace provost::engine {

namespace {

class ImportSession final : public Session {
public:
    ImportSession(Core& core, SessionRequest request, const imports::Preset& preset, const Zone& zone,
                  const imports::Dialect& dialect)
        : core_(core),
          request_(std::move(request)),
          recorded_(request_.recorded.value_or(core.now())),
          file_(dialect, [&preset](std::span<const std::string_view> cells) { return known_headings(preset, cells); }),
          rows_(preset, zone,
                {core.options().secret, request_.lenient_ids, request_.template_update, defaults_of(request_),
                 codes_of(request_)}),
          batch_(core, request_, rows_, recorded_),
          report_(request_, file_, rows_) {}

    Result<void> feed(std::string_view bytes) override;
    Result<std::string> finish() override;
    Result<bool> take(Chunk& chunk) override { return report_.take(chunk); }

private:
    static std::vector<imports::Default> defaults_of(const SessionRequest& request) {
        std::vector<imports::Default> all;
        for (const ColumnDefault& each : request.defaults) all.push_back({each.column, each.value});
        return all;
    }
    static std::vector<imports::ToldCode> codes_of(const SessionRequest& request) {
        std::vector<imports::ToldCode> all;
        for (const ColumnCode& each : request.codes) all.push_back({each.column, each.code, each.stands_for});
        return all;
    }

    /// Whether the decision on one row may hang on any other row of the file.
    [[nodiscard]] bool needs_all() const { return request_.atomic || request_.dry_run || request_.last_wins; }
    [[nodiscard]] bool holds() const { return needs_all() || rows_.has_order(); }

    void add(const imports::Row& row);
    [[nodiscard]] Result<void> take_row(const imports::Row& row);
    [[nodiscard]] Result<void> settle_batch();
    [[nodiscard]] Result<void> release();
    [[nodiscard]] Result<void> decide_all();
    [[nodiscard]] Result<bool> try_all(std::vector<ImportedRow>& done);
    [[nodiscard]] Result<void> decide_part(std::vector<ImportedRow>& done);
    void find_last_rows();
    void report_in_order(std::vector<ImportedRow> done);
    void note(Result<void> done);

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    imports::FileReader file_;
    imports::RowReader rows_;
    ImportBatch batch_;
    ImportReport report_;
    imports::HeldRows held_;
    std::unordered_map<std::string, std::int64_t> last_lines_;  // by what a row is about, when the last row counts
    Sha256 input_;
    std::optional<Error> failed_;
};

// The first failure is the one that stays.
void ImportSession::note(Result<void> done) {
    if (done || failed_) return;
    failed_ = done.error();
    if (failed_->place.line != 0) failed_->place.file = request_.file;
}

// Spreadsheets end a file in lines that hold separators alone. IMC-ENI-12
bool is_blank(const imports::Row& row) {
    return std::ranges::all_of(row.cells, [](std::string_view cell) { return imports::trimmed(cell).empty(); });
}

void ImportSession::add(const imports::Row& row) {
    if (failed_) return;
    if (rows_.is_bound()) return is_blank(row) ? void() : note(take_row(row));
    auto notes = rows_.bind(row, file_.separator());
    if (!notes) return note(notes.error());
    report_.header(row, *notes);
}

Result<void> ImportSession::take_row(const imports::Row& row) {
    if (!holds()) {
        batch_.add(row);
        return batch_.is_full() ? settle_batch() : Result<void>();
    }
    if (held_.is_full()) {
        // IMC-CSV-26
        if (needs_all()) {
            return failure("file.too-many-rows"_code, "",
                           {{"limit", std::to_string(imports::HeldRows::most_rows) + " rows or " +
                                          std::to_string(imports::HeldRows::most_bytes) + " bytes"}});
        }
        if (auto done = release(); !done) return done;
    }
    held_.add(row, rows_.has_order() && rows_.comes_first(row));
    return {};
}

Result<void> ImportSession::settle_batch() {
    const std::lock_guard lock(core_.mutex());
    auto done = batch_.settle();
    if (!done) return done.error();
    for (const ImportedRow& row : *done) report_.row(row);
    return {};
}

// IMC-CSVT-05: decides what is held, templates first, and commits batch by batch.
Result<void> ImportSession::release() {
    const std::lock_guard lock(core_.mutex());
    std::vector<ImportedRow> done;
    Result<void> result;
    const auto settle = [&] {
        auto settled = batch_.settle();
        if (!settled) return void(result = settled.error());
        std::ranges::move(*settled, std::back_inserter(done));
    };
    held_.each(file_.separator(), [&](const imports::Row& row) {
        if (!result) return;
        batch_.add(row);
        if (batch_.is_full()) settle();
    });
    if (result && !batch_.empty()) settle();
    held_.clear();
    report_in_order(std::move(done));
    return result;
}

// IMC-CSV-07: by what each row is about, the line of the last one.
void ImportSession::find_last_rows() {
    held_.each(file_.separator(), [&](const imports::Row& row) {
        const auto key = rows_.key_of(row);
        if (!key.empty()) last_lines_[key] = row.line;
    });
}

Result<void> ImportSession::decide_part(std::vector<ImportedRow>& done) {
    auto decided = batch_.decide();
    if (!decided) return decided.error();
    std::ranges::move(*decided, std::back_inserter(done));
    return {};
}

// Decides all that is held over one overlay, and commits it where that is wanted. False: stale.
Result<bool> ImportSession::try_all(std::vector<ImportedRow>& done) {
    Result<void> result;
    held_.each(file_.separator(), [&](const imports::Row& row) {
        if (!result) return;
        const auto last = request_.last_wins ? last_lines_.find(rows_.key_of(row)) : last_lines_.end();
        if (last != last_lines_.end() && last->second != row.line) {
            batch_.add_superseded(row, last->second);
        } else {
            batch_.add(row);
        }
        if (batch_.is_full()) result = decide_part(done);
    });
    if (result && !batch_.empty()) result = decide_part(done);
    if (!result) return result.error();
    const bool refused =
        std::ranges::any_of(done, [](const ImportedRow& row) { return row.verdict == RowVerdict::rejected; });
    if (request_.dry_run || (request_.atomic && refused)) return (core_.discard(), true);
    return batch_.commit();
}

Result<void> ImportSession::decide_all() {
    if (request_.last_wins) find_last_rows();
    const std::lock_guard lock(core_.mutex());
    std::vector<ImportedRow> done;
    for (int tries = 0;; ++tries) {
        batch_.begin_again();
        done.clear();
        auto tried = try_all(done);
        if (!tried) return (core_.discard(), tried.error());
        if (*tried) break;
        if (tries == Core::most_tries) return Core::contended();
    }
    report_in_order(std::move(done));
    return {};
}

// IMC-CSV-26: all or none.
void refuse_all(std::vector<ImportedRow>& rows, Detail detail) {
    const auto is_rejected = [](const ImportedRow& row) { return row.verdict == RowVerdict::rejected; };
    if (std::ranges::none_of(rows, is_rejected)) return;
    for (ImportedRow& row : rows) {
        if (is_rejected(row)) continue;
        row.verdict = RowVerdict::rejected;
        row.code = "row.not-applied"_code;
        row.column = {};
        if (detail != Detail::verdict) row.explanation = explain(row.code, {});
    }
}

void ImportSession::report_in_order(std::vector<ImportedRow> done) {
    if (request_.atomic) refuse_all(done, request_.detail);
    std::ranges::sort(done, {}, &ImportedRow::line);
    for (const ImportedRow& row : done) report_.row(row);
}

Result<void> ImportSession::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    input_.add(bytes);
    note(file_.feed(bytes, [this](const imports::Row& row) { add(row); }));
    return failed_ ? Result<void>(*failed_) : Result<void>();
}

// The line tells whose place this is: `note` adds the file to what has one.
Error empty_file() { return {row_of("file.empty"_code).status, "file.empty"_code, {{}, {}, 1, 1}, {}}; }

Result<std::string> ImportSession::finish() {
    if (failed_) return *failed_;
    note(file_.finish([this](const imports::Row& row) { add(row); }));
    if (!failed_ && !rows_.is_bound()) note(empty_file());
    if (!failed_) note(needs_all() ? decide_all() : held_.size() > 0 ? release() : Result<void>());
    if (!failed_ && !batch_.empty()) note(settle_batch());
    if (failed_) return *failed_;
    ImportSummary summary = report_.summary();
    summary.preset = request_.preset;
    summary.file = request_.file;
    summary.input = to_hex(input_.finish());
    if (request_.dry_run) return to_json(summary);
    const std::lock_guard lock(core_.mutex());
    auto ended = record_import(core_, "import " + request_.preset, request_, recorded_, summary);
    if (!ended) failed_ = ended.error();
    return ended;
}

// Each code stands for one of the preset's own, and says it once.
Result<void> check_codes(const SessionRequest& request, const imports::Preset& preset) {
    for (std::size_t i = 0; i < request.codes.size(); ++i) {
        const ColumnCode& told = request.codes[i];
        const std::string place = "/codes/" + std::to_string(i);
        const auto own = imports::codes_of(preset, told.column);
        if (own.empty()) {
            return failure("choice.unknown"_code, place + "/column",
                           {{"expected", "columns of " + request.preset + " that hold codes"}});
        }
        if (std::ranges::find(own, told.stands_for) == own.end()) {
            std::string expected;
            for (const auto code : own) add_to_list(expected, code);
            return failure("choice.unknown"_code, place + "/stands_for", {{"expected", expected}});
        }
        if (preset.folds && imports::trimmed(told.code) != told.code) {  // as its cells are
            return failure("argument.invalid"_code, place + "/code", {{"argument", "code"}});
        }
        const auto before = std::span(request.codes).first(i);
        const bool again = std::ranges::any_of(before, [&](const ColumnCode& each) {
            return each.column == told.column && imports::is_same_code(each.code, told.code, preset.folds);
        });
        if (again) return failure("argument.invalid"_code, place + "/code", {{"argument", "code"}});
    }
    return {};
}

// What means nothing for any row was meant for something. IMC-CSV-05, IMC-CSV-07, IMC-CSVT-03, IMC-ENI-13
Result<void> check_use(const SessionRequest& request, const imports::Preset& preset) {
    const auto any = [&](auto&& fits) { return std::ranges::any_of(preset.variants, fits); };
    const auto asks_for = [&](const RecordType& type) {
        return any([&](const imports::Variant& each) { return each.request == &type; });
    };
    const bool has_ids = any([](const imports::Variant& each) {
        return std::ranges::find(each.columns, imports::Cell::external_id, &imports::Column::cell) !=
               each.columns.end();
    });
    const bool has_keys = !any([](const imports::Variant& each) { return each.key.empty(); });
    const auto options = std::to_array<std::tuple<std::string_view, bool, bool>>({
        {"lenient_ids", request.lenient_ids, has_ids},
        {"last_wins", request.last_wins, has_keys},
        {"template_update", request.template_update, asks_for(type_of<catalogue::DefineTemplate>())},
        {"override_reason", !request.override_reason.empty(), asks_for(type_of<registration::RegisterLearner>())},
    });
    for (const auto& [option, told, is_used] : options) {
        if (!told || is_used) continue;
        return failure("import.option-unused"_code, "/" + std::string(option),
                       {{"option", std::string(option)}, {"preset", std::string(preset.name)}});
    }
    return {};
}

Result<void> check_options(const SessionRequest& request, const imports::Preset& preset) {
    if (auto use = check_use(request, preset); !use) return use;
    for (std::size_t i = 0; i < request.defaults.size(); ++i) {
        const std::string place = "/defaults/" + std::to_string(i) + "/column";
        const std::string& column = request.defaults[i].column;
        if (!has_column(preset, column)) {
            return failure("choice.unknown"_code, place, {{"expected", "columns of " + request.preset}});
        }
        const auto before = std::span(request.defaults).first(i);
        if (std::ranges::find(before, column, &ColumnDefault::column) != before.end()) {
            return failure("argument.invalid"_code, place, {{"argument", "column"}});
        }
    }
    if (!request.separator.empty() && !imports::CsvReader::may_separate(request.separator.front())) {
        return failure("argument.invalid"_code, "/separator", {{"argument", "separator"}});
    }
    return check_codes(request, preset);
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
    if (preset == nullptr) {
        return failure("choice.unknown"_code, "/preset", {{"expected", data::import_preset_names()}});
    }
    // IMC-CSV-23: the library has no zone of its own; the caller says in which zone moments without an offset are.
    if (request.zone.empty()) return failure("field.missing"_code, "/zone", {{"field", "zone"}});
    const Zone* zone = core.zones().find(request.zone);
    if (zone == nullptr) return failure("zone.unknown"_code, "/zone");
    const auto encoding = imports::find_encoding(request.encoding.empty() ? "utf-8" : request.encoding);
    if (!encoding) return failure("choice.unknown"_code, "/encoding", {{"expected", imports::encoding_names()}});
    if (auto right = check_options(request, *preset); !right) return right.error();
    const char separator = request.separator.empty() ? '\0' : request.separator.front();
    return std::unique_ptr<Session>(std::make_unique<ImportSession>(
        core, request, *preset, *zone, imports::Dialect{*encoding, separator, preset->separator}));
}

}  // namespace provost::engine
