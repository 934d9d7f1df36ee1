// Writing packages: UTF-8, CRLF, header always, every file named once in the manifest with its size and digest.
#include "lms/file_drop.hpp"

#include "base/sha256.hpp"
#include "imports/csv_write.hpp"
#include "lms/drop_names.hpp"
#include "lms/drop_reader.hpp"

namespace provost::lms {

namespace {

constexpr std::string_view line_end = "\r\n";

// 20260630T000000Z
std::string compact(Instant moment) {
    std::string text;
    for (const char c : to_text(std::chrono::floor<std::chrono::seconds>(moment))) {
        if (c != '-' && c != ':') text += c;
    }
    return text;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "|") + name;
    return text;
}

std::string or_empty(const std::optional<Instant>& moment) { return moment ? to_text(*moment) : std::string(); }

// Empty when there is none.
std::string_view name_of(Code code) { return code ? code.name() : std::string_view(); }

// The cells of a refused row are the sender's own, byte by byte: so it can be corrected and sent again.
std::string with_fault(const DropRow& row) {
    std::string fault;
    add_record(fault, {std::to_string(row.line), name_of(row.code), row.field, row.message});
    return row.text + "," + fault;
}

}  // namespace

void add_record(std::string& out, const std::vector<std::string_view>& cells) {
    imports::append_csv(out, cells, ',', line_end);
}

std::string DropColumns::text() const {
    std::vector<bool> shown(headings_.size());
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        shown[i] = i < always_ || std::ranges::any_of(rows_, [&](const auto& row) { return !row[i].empty(); });
    }
    std::string out;
    const auto add = [&](const auto& cells) {
        std::vector<std::string_view> views;
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            if (shown[i]) views.emplace_back(cells[i]);
        }
        add_record(out, views);
    };
    add(headings_);
    for (const auto& row : rows_) add(row);
    return out;
}

bool FileDrop::add(const Action& action) {
    if (action.kind == ActionKind::upsert_learner) {
        learners_.add({action.op_id, action.learner, action.login, action.email, action.first_name, action.family_name,
                       action.suspended ? (*action.suspended ? "true" : "false") : ""});
    } else if (action.kind == ActionKind::upsert_enrolment) {
        const bool is_cohort = action.container == Container::cohort;
        enrolments_.add({action.op_id, action.course, action.learner, std::string(word(action.access)),
                         std::to_string(action.epoch), std::string(word(action.cause)), is_cohort ? "cohort" : "",
                         or_empty(action.from), or_empty(action.until), joined(action.groups),
                         joined(action.leave_groups)});
    } else {
        return action.kind == ActionKind::link_course;
    }
    return true;
}

void FileDrop::answer(const std::vector<DropTable>& tables) {
    for (const DropTable& table : tables) {
        Answer ack{"ack", {"ack_" + table.name, {}}, 0}, reject{"reject", {"reject_" + table.name, {}}, 0};
        add_record(ack.file.bytes, {"line", "op_id", "key", "status", "code", "field", "message", "remote_id"});
        reject.file.bytes = table.header + ",_line,_code,_field,_message" + std::string(line_end);
        for (const DropRow& row : table.rows) {
            add_record(ack.file.bytes, {std::to_string(row.line), "", row.key, word(row.status), name_of(row.code),
                                        row.field, row.message, ""});
            ++ack.rows;
            if (!row.code) continue;
            reject.file.bytes += with_fault(row);
            ++reject.rows;
        }
        answers_.push_back(std::move(ack));
        if (reject.rows > 0) answers_.push_back(std::move(reject));
    }
}

std::vector<DropFile> FileDrop::package(const std::string& connection, std::int64_t sequence, Instant moment) const {
    std::vector<DropFile> files;
    std::string manifest;
    add_record(manifest, {"property", "value"});
    add_record(manifest, {"format", "provost-exchange/1"});
    add_record(manifest, {"connection", connection});
    add_record(manifest, {"sequence", std::to_string(sequence)});
    add_record(manifest, {"previous_sequence", std::to_string(sequence - 1)});
    add_record(manifest, {"created_at", to_text(moment)});
    add_record(manifest, {"encoding", "utf-8"});
    add_record(manifest, {"stream", "name", "mode", "bytes", "rows", "sha256"});
    const auto add_file = [&](std::string_view stream, DropFile file, std::int64_t rows) {
        add_record(manifest, {stream, file.name, "delta", std::to_string(file.bytes.size()), std::to_string(rows),
                              to_hex(sha256(file.bytes))});
        files.push_back(std::move(file));
    };
    const auto name = [&](const std::string& stream) {
        return stream + "_" + connection + "_" + padded_sequence(sequence) + "_" + compact(moment) + "_delta.csv";
    };
    if (learners_.rows() > 0) add_file("learners", {name("learners"), learners_.text()}, learners_.rows());
    if (enrolments_.rows() > 0) add_file("enrolments", {name("enrolments"), enrolments_.text()}, enrolments_.rows());
    for (const Answer& answer : answers_) add_file(answer.stream, answer.file, answer.rows);
    files.push_back({manifest_name(connection, sequence), std::move(manifest)});
    return files;
}

}  // namespace provost::lms
