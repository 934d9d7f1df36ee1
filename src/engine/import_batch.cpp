// The bounds of a batch depend on the file alone, so that a run that was killed and repeated makes the same records.
#include "engine/import_batch.hpp"

#include "base/sha256.hpp"
#include "catalogue/tags.hpp"
#include "engine/answers.hpp"
#include "engine/import_rules.hpp"

#include <provost/describe/json.hpp>
#include <provost/registration/registration.hpp>

namespace provost::engine {

namespace {

std::string document(const Answer& answer) {
    std::string text;
    write_json(text, type_of<Answer>(), &answer);
    return text;
}

RowVerdict verdict_of(const Item& item) {
    if (item.decision.refused()) return RowVerdict::rejected;
    if (item.decision.verdict == Verdict::unchanged) return RowVerdict::unchanged;
    return item.created ? RowVerdict::created : RowVerdict::updated;
}

// IMC-ENI-13: for all rows of the file, and told with each.
void add_override(const RecordType& type, void* request, const std::string& reason) {
    if (&type != &type_of<registration::RegisterLearner>()) return;
    static_cast<registration::RegisterLearner*>(request)->override_reason = reason;
}

}  // namespace

std::string explain(Code code, const std::vector<Parameter>& parameters) {
    Answer answer;
    answer.verdict = Verdict::refused;
    answer.code = code;
    answer.sentence = sentence(code, parameters);
    return document(answer);
}

ImportedRow ImportBatch::start(const imports::Row& row) const {
    ImportedRow made;
    made.line = row.line;
    if (request_.rejects || request_.report == ImportReports::rows) made.text = row.text;
    return made;
}

void ImportBatch::add(const imports::Row& row) {
    auto read = reader_.read(row);
    ImportedRow& made = rows_.emplace_back(start(row));
    made.code = read.refused;
    made.column = read.field;
    made.notes = std::move(read.notes);
    first_ = first_ == 0 ? row.line : std::min(first_, row.line);
    last_ = std::max(last_, row.line);
    if (read.refused) return (made.parameters = std::move(read.parameters), void());
    Head& head = *static_cast<Head*>(read.request.get());
    head.actor = request_.actor;
    head.recorded = recorded_;
    head.trigger = Trigger::import;
    head.detail = request_.detail;
    head.row_digest = read.digest;
    if (!request_.override_reason.empty()) add_override(*read.type, read.request.get(), request_.override_reason);
    input_.add(std::to_string(read.digest)).add(" ");
    made.item = items_.size();
    Item item{{import_verb(*read.type, request_), read.request.get()}, read.request};
    item.line = row.line;
    item.digest = read.digest;
    item.malformed = read.malformed;
    if (read.malformed) {
        item.malformed_parameters = std::move(read.parameters);
        item.malformed_parameters.push_back({"field", std::string(read.field)});
    }
    item.messages = request_.messages;
    if (const auto key = reader_.key_of(row); !key.empty()) item.about = short_digest(key);
    item.refused = &refused_;
    items_.push_back(std::move(item));
}

// IMC-CSV-07
void ImportBatch::add_superseded(const imports::Row& row, std::int64_t by) {
    ImportedRow& made = rows_.emplace_back(start(row));
    made.verdict = RowVerdict::unchanged;
    made.notes.push_back({"row.superseded"_code, Mark::unknown, {{"line", std::to_string(by)}}, {}, {}});
}

// The column that a code is about: the one that gave the member or the meta tag which the parameters name, the first of
// the settings that they list, the one that named what is not there, or the one that says what the row is about.
std::string_view ImportBatch::column_of(const Item& item, Code code, const std::vector<Parameter>& parameters) const {
    const RecordType& request = *item.asked.verb->request;
    // IMC-MT-03: a setting has a column of its own, or, where that says nothing, the one of its well-known meta tag.
    const auto column_of = [&](std::string_view member) {
        const auto own = reader_.column_of(request, item.asked.request, member);
        const Field* field = request.find(member);
        if (!own.empty() && field != nullptr && field->access->present(field->in(item.asked.request))) return own;
        const auto tag =
            reader_.tag_column([&](std::string_view name) { return catalogue::well_known_setting(name) == member; });
        return tag.empty() ? own : tag;
    };
    const auto first = [](std::string_view names) { return names.substr(0, names.find(',')); };
    const auto named = [&](std::string_view name) {
        const auto found = std::ranges::find(parameters, name, &Parameter::name);
        return found == parameters.end() ? std::string_view() : std::string_view(found->value);
    };
    const auto column_of_tag = [&](std::string_view tag) {
        return column_of(std::string(imports::tag_prefix).append(tag));
    };
    // What is missing may have no column in the file; then the user is told which one it lacks.
    const auto given_or_lacking = [&](std::string_view member) {
        const auto given = column_of(member);
        return given.empty() ? reader_.lacking_column(request, member) : given;
    };
    // Of what was looked up the column by which it was.
    const auto column_of_step = [&](const FetchStep& step) {
        if (step.part_count == 0 || step.parts[0].slot >= 0) return std::string_view();
        const bool is_tag = !step.parts[0].nested.empty();
        return is_tag ? column_of_tag(named("name")) : column_of(step.parts[0].field->name);
    };
    if (const auto field = named("field"); !field.empty()) {
        const auto step =
            std::ranges::find(item.asked.verb->fetch, field, [](const FetchStep& s) { return s.row.slot; });
        const bool is_member = step == item.asked.verb->fetch.end() || request.find(field) != nullptr;
        return is_member ? given_or_lacking(first(field)) : column_of_step(*step);
    }
    if (const auto tag = named("tag"); !tag.empty()) return column_of_tag(tag);
    if (const auto settings = named("settings"); !settings.empty()) {
        return given_or_lacking(first(settings));
    }
    for (const FetchStep& step : item.asked.verb->fetch) {
        if (step.row.absent != code) continue;
        if (const auto column = column_of_step(step); !column.empty()) return column;
    }
    return row_of(code).stage == Stage::duplicate ? reader_.key_column(request) : std::string_view();
}

void ImportBatch::judge(ImportedRow& row) const {
    const bool explains = request_.detail != Detail::verdict;
    if (!row.item) {
        if (row.code && explains) row.explanation = explain(row.code, row.parameters);
        return;
    }
    const Item& item = items_[*row.item];
    row.verdict = verdict_of(item);
    for (Reason note : item.decision.notes) {
        const auto column = column_of(item, note.code, note.parameters);
        if (!column.empty()) note.parameters.push_back({"column", std::string(column)});
        row.notes.push_back(std::move(note));
    }
    // What was taken in for a person to look at is told, though nothing is wrong with its row.
    if (item.decision.verdict == Verdict::held) row.notes.push_back(item.decision.reason);
    if (row.verdict != RowVerdict::rejected) return;
    row.code = item.decision.code;
    if (row.code != item.malformed) row.column = column_of(item, row.code, item.decision.reason.parameters);
    if (explains) row.explanation = document(answer_of(item, {}));
}

std::vector<ImportedRow> ImportBatch::take() {
    for (ImportedRow& row : rows_) judge(row);
    items_.clear();
    return std::exchange(rows_, {});
}

Result<std::vector<ImportedRow>> ImportBatch::settle() {
    for (int tries = 0;; ++tries) {
        // A stale batch is decided again from the start, so it must not remember the rows it accepted before.
        deciding_ = accepted_;
        if (auto decided = core_.decide(items_, recorded_, &deciding_); !decided) {
            core_.discard();
            return decided.error();
        }
        auto committed = commit();
        if (!committed) return committed.error();
        if (*committed) return take();
        if (tries == Core::most_tries) return Core::contended();
    }
}

Result<std::vector<ImportedRow>> ImportBatch::decide() {
    if (auto decided = core_.decide(items_, recorded_, &deciding_); !decided) {
        core_.discard();
        return decided.error();
    }
    return take();
}

Result<bool> ImportBatch::commit() {
    audit::EntryFacts entry;
    if (core_.overlay().changed()) {
        Sha256 input = input_;
        entry.verb = "import." + request_.preset;
        entry.actor = request_.actor;
        entry.recorded = recorded_;
        entry.request = "rows " + std::to_string(first_) + "-" + std::to_string(last_) + " " + to_hex(input.finish());
    }
    auto committed = core_.commit(entry);
    if (!committed || !*committed) return committed;
    accepted_ = deciding_;
    input_ = {};
    first_ = last_ = 0;
    return true;
}

void ImportBatch::begin_again() {
    core_.discard();
    rows_.clear();
    items_.clear();
    refused_.clear();
    deciding_ = accepted_;
    input_ = {};
    first_ = last_ = 0;
}

}  // namespace provost::engine
