// Writing packages: UTF-8, CRLF, header always, every file named once in the manifest with its size and digest.
#include "lms/file_drop.hpp"

#include "base/sha256.hpp"
#include "imports/csv_write.hpp"

namespace provost::lms {

namespace {

constexpr std::string_view line_end = "\r\n";

void add_row(std::string& out, std::initializer_list<std::string_view> cells) {
    imports::append_csv(out, std::span(cells.begin(), cells.size()), ',', line_end);
}

std::string padded(std::int64_t number) {
    const auto digits = std::to_string(number);
    return std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

// 20260630T000000Z
std::string compact(Instant moment) {
    std::string text;
    for (const char c : to_text(std::chrono::floor<std::chrono::seconds>(moment))) {
        if (c != '-' && c != ':') text += c;
    }
    return text;
}

}  // namespace

void FileDrop::add(const Action& action) {
    if (action.kind == ActionKind::upsert_learner) {
        add_row(learners_,
                {action.op_id, action.learner, action.login, action.email, action.first_name, action.family_name});
        ++learner_rows_;
    } else if (action.kind == ActionKind::upsert_enrolment) {
        add_row(enrolments_, {action.op_id, action.course, action.learner, word(action.access),
                              std::to_string(action.epoch), word(action.cause)});
        ++enrolment_rows_;
    }
}

std::vector<DropFile> FileDrop::package(const std::string& connection, std::int64_t sequence, Instant moment) const {
    std::vector<DropFile> files;
    const auto name = [&](std::string_view stream) {
        return std::string(stream) + "_" + connection + "_" + padded(sequence);
    };
    std::string manifest;
    add_row(manifest, {"property", "value"});
    add_row(manifest, {"format", "provost-exchange/1"});
    add_row(manifest, {"connection", connection});
    add_row(manifest, {"sequence", std::to_string(sequence)});
    add_row(manifest, {"previous_sequence", std::to_string(sequence - 1)});
    add_row(manifest, {"created_at", to_text(moment)});
    add_row(manifest, {"encoding", "utf-8"});
    add_row(manifest, {"stream", "name", "mode", "bytes", "rows", "sha256"});
    const auto add_file = [&](std::string_view stream, std::initializer_list<std::string_view> header,
                              const std::string& rows, std::int64_t count) {
        if (count == 0) return;
        std::string bytes;
        add_row(bytes, header);
        bytes += rows;
        const auto file = name(stream) + "_" + compact(moment) + "_delta.csv";
        add_row(manifest,
                {stream, file, "delta", std::to_string(bytes.size()), std::to_string(count), to_hex(sha256(bytes))});
        files.push_back({file, std::move(bytes)});
    };
    add_file("learners", {"op_id", "learner", "login", "email", "first_name", "family_name"}, learners_, learner_rows_);
    add_file("enrolments", {"op_id", "course", "learner", "access", "epoch", "cause"}, enrolments_, enrolment_rows_);
    files.push_back({name("package") + ".manifest.csv", std::move(manifest)});
    return files;
}

}  // namespace provost::lms
