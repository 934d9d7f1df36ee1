// Several files in one stream: a line of JSON names the file and how many bytes of it follow, then come the bytes.
// Files may come in pieces and in any order, the host's lists before them.
#include "engine/statutory_check_session.hpp"

#include "base/failure.hpp"

#include "engine/amounts.hpp"
#include "imports/csv.hpp"

#include <provost/describe/json.hpp>
#include <provost/engine/statutory_check.hpp>

#include <deque>

namespace provost::engine {

namespace {

using reporting::checks::FileCheck;
using reporting::checks::Situation;

constexpr std::size_t longest_head = 1000;

// "lists/Programs.CSV" without folders, "PROGRAMS" and "CSV".
std::pair<std::string, std::string> name_of(std::string_view path) {
    path.remove_prefix(std::min(path.find_last_of("/\\") + 1, path.size()));
    std::string name(path);
    for (char& c : name) c = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto dot = name.rfind('.');
    return {name.substr(0, dot), dot == name.npos ? std::string() : name.substr(dot + 1)};
}

class StatutoryCheckSession final : public Session {
public:
    explicit StatutoryCheckSession(Situation situation) : check_(std::move(situation)) {}

    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> read(std::string_view bytes);
    [[nodiscard]] Result<void> begin_piece(std::string_view head);
    [[nodiscard]] Result<void> pass_on(std::string_view bytes);
    [[nodiscard]] Result<void> end_list();
    void hand_out();
    void put(std::string_view stream, std::string_view bytes);

    FileCheck check_;
    FindingLines lines_;
    std::string csv_{FindingLines::header}, json_;
    std::deque<Chunk> pieces_;
    std::string head_;         // a head whose end has not come yet
    std::int64_t left_ = 0;    // bytes of the piece that are still to come
    std::string file_, list_;  // one of them: what the piece is of
    std::optional<imports::CsvReader> reader_;
    std::int64_t list_rows_ = 0;
    std::optional<Error> failed_;
};

Result<void> StatutoryCheckSession::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    if (auto done = read(bytes); !done) return *(failed_ = done.error());
    hand_out();
    return {};
}

Result<void> StatutoryCheckSession::read(std::string_view bytes) {
    while (!bytes.empty()) {
        if (left_ > 0) {
            const auto size = std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(left_));
            if (auto done = pass_on(bytes.substr(0, size)); !done) return done;
            left_ -= static_cast<std::int64_t>(size);
            bytes.remove_prefix(size);
            continue;
        }
        const auto end = bytes.find('\n');
        head_ += bytes.substr(0, end);
        if (head_.size() > longest_head) {
            return failure("document.too-large"_code, {}, {{"limit", std::to_string(longest_head)}});
        }
        if (end == bytes.npos) return {};
        bytes.remove_prefix(end + 1);
        if (auto done = begin_piece(std::exchange(head_, {})); !done) return done;
    }
    return {};
}

Result<void> StatutoryCheckSession::begin_piece(std::string_view head) {
    if (head.empty() || head == "\r") return {};
    auto piece = from_json<StatutoryPiece>(head);
    if (!piece) return piece.error();
    auto [name, kind] = name_of(piece->file);
    left_ = piece->bytes;
    if (kind == "CSV") {
        for (char& c : name) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (name == list_) return {};
        if (auto ended = end_list(); !ended) return ended;
        file_.clear();
        list_ = name;
        list_rows_ = 0;
        reader_.emplace(',');
        return {};
    }
    if (auto ended = end_list(); !ended) return ended;
    file_ = name;
    if (check_.knows(name)) return {};
    return failure("choice.unknown"_code, "/file", {{"expected", "NAT00010.txt to NAT00130.txt, or a list"}});
}

Result<void> StatutoryCheckSession::pass_on(std::string_view bytes) {
    if (!reader_) return check_.add(file_, bytes), Result<void>();
    std::optional<std::int64_t> wrong;
    auto done = reader_->feed(bytes, [&](const imports::Row& row) {
        if (list_rows_++ > 0 && !wrong && !check_.add_reference(list_, row.cells)) wrong = row.line;
    });
    if (!done) return done;
    if (!wrong) return {};
    return Error{Status::invalid, "argument.invalid"_code, {{}, list_ + ".csv", *wrong, 0}, {{"argument", "row"}}};
}

// A list whose last row has no line end.
Result<void> StatutoryCheckSession::end_list() {
    if (!reader_) return {};
    bool right = true;
    auto done = reader_->finish(
        [&](const imports::Row& row) { right = list_rows_++ == 0 || check_.add_reference(list_, row.cells); });
    reader_.reset();
    auto name = std::exchange(list_, {});
    if (!done || right) return done;
    return Error{Status::invalid, "argument.invalid"_code, {{}, name + ".csv", 0, 0}, {{"argument", "row"}}};
}

void StatutoryCheckSession::put(std::string_view stream, std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), largest_piece))) {
        pieces_.push_back({std::string(stream), std::string(bytes.substr(0, largest_piece))});
    }
}

void StatutoryCheckSession::hand_out() {
    for (const auto& finding : check_.take()) {
        lines_.add(finding, csv_);
        FindingLines::add_document(finding, json_);
    }
    put("findings", json_);
    put("findings.csv", csv_);
    json_.clear();
    csv_.clear();
}

Result<bool> StatutoryCheckSession::take(Chunk& chunk) {
    if (failed_) return *failed_;
    if (pieces_.empty()) return false;
    chunk = std::move(pieces_.front());
    pieces_.pop_front();
    return true;
}

Result<std::string> StatutoryCheckSession::finish() {
    if (failed_) return *failed_;
    if (left_ > 0 || !head_.empty()) return *(failed_ = failure("document.malformed"_code));
    if (auto ended = end_list(); !ended) return *(failed_ = ended.error());
    check_.finish();
    hand_out();
    const auto& counts = check_.counts();
    return to_json(
        StatutoryCheckSummary{counts.records, counts.errors, counts.warnings, lines_.counts(), check_.not_checked()});
}

}  // namespace

Result<std::unique_ptr<Session>> begin_statutory_check(Core&, const SessionRequest& request) {
    if (!request.collection_year)
        return failure("field.missing"_code, "/collection_year", {{"field", "collection_year"}});
    if (reporting::layouts(request.release).empty()) {
        return failure("choice.unknown"_code, "/release", {{"expected", "8.0, 7.0"}});
    }
    return std::unique_ptr<Session>(std::make_unique<StatutoryCheckSession>(Situation{
        request.release, request.target, *request.collection_year, request.submitted_on, request.organisation}));
}

}  // namespace provost::engine
