// What must hold of an import whatever the bytes of its file are; each check answers what is wrong, or nothing. For the
// suites that damage files and for the fuzzers.
#pragma once

#include "import_world.hpp"
#include "imports/file_reader.hpp"
#include "imports/header.hpp"

#include <provost/engine/import_report.hpp>

#include <set>

namespace provost::import_world {

/// How one file is tried.
struct Trial {
    SessionRequest request;
    std::vector<std::string_view> kinds;
    std::size_t batch = 2000;
    PieceSize next{};  ///< sizes of pieces
};

/// A trial in which everything is reported.
inline Trial trial_of(const Sample& sample) {
    Trial trial{request_of(sample.preset), sample.kinds};
    trial.request.defaults = sample.defaults;
    trial.request.report = ImportReports::rows;
    trial.request.rejects = true;
    return trial;
}

inline JournalPosition journal_of(const World& world) {
    const auto position = world.engine->journal();
    if (!position) throw std::runtime_error("the journal does not answer");
    return *position;
}

inline std::int64_t count_of(const World& world, const std::vector<std::string_view>& kinds) {
    std::int64_t count = 0;
    for (const auto kind : kinds) {
        const auto found = world.store->find({verbs::find_kind(kind), Key::by_id, {}, 0, 100'000});
        if (!found) throw std::runtime_error("the store does not answer");
        count += static_cast<std::int64_t>(found->size());
    }
    return count;
}

inline std::vector<std::string_view> lines_of(const Imported& done, const std::string& stream) {
    std::vector<std::string_view> lines;
    const auto found = done.streams.find(stream);
    if (found == done.streams.end()) return lines;
    for (std::string_view rest = found->second; !rest.empty();) {
        const auto end = rest.find('\n');
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    return lines;
}

/// Where two imports say otherwise; empty when nowhere.
inline std::string difference(const Imported& one, const Imported& other) {
    if (one.text() != other.text()) return one.text() + " instead of " + other.text();
    for (const std::string stream : stream_names) {
        const auto found = one.of(stream), expected = other.of(stream);
        if (found != expected) return stream + '\n' + found + "instead of\n" + expected;
    }
    return "";
}

/// What was reported of each row, by its line.
using Rows = std::map<std::int64_t, ImportRow>;

inline Rows rows_of(const Imported& done) {
    Rows rows;
    for (const auto line : lines_of(done, "rows")) {
        auto row = from_json<ImportRow>(line);
        if (!row || !rows.emplace(row->line, *row).second) throw std::runtime_error("no row: " + std::string(line));
    }
    return rows;
}

/// The rows of a file as its reader gives them: how many, and the file without those that `drop` names.
struct ReadFile {
    std::int64_t rows = -1;  // the header is none
    std::string kept;
};

inline ReadFile read_file(const SessionRequest& request, std::string_view text, const std::set<std::int64_t>& drop) {
    const auto& preset = *data::find_import_preset(request.preset);
    const auto encoding = imports::find_encoding(request.encoding.empty() ? "utf-8" : request.encoding);
    imports::FileReader reader({*encoding, '\0', preset.separator},
                               [&](auto cells) { return known_headings(preset, cells); });
    ReadFile read;
    const imports::RowSink sink = [&](const imports::Row& row) {
        const bool has_header = read.rows >= 0;
        const bool says_something =
            std::ranges::any_of(row.cells, [](auto cell) { return cell.find_first_not_of(" \t\r\n") != cell.npos; });
        if (has_header && !says_something) return;
        if (++read.rows == 0) {
            read.kept += reader.header_in_file(row.text);
        } else if (!drop.contains(row.line)) {
            read.kept += reader.as_in_file(row.text);
        }
    };
    if (reader.feed(text, sink)) static_cast<void>(reader.finish(sink));
    return read;
}

/// An error has a code, its place in the file, and is none of the library's own.
inline std::string fault_of_error(const Error& error) {
    if (!error.code || find_code(error.code.name()) != error.code) return "an error without a code";
    if (error.status != Status::invalid && error.status != Status::limit) return "an error of the library";
    return error.place.line > 0 && error.place.file == "f.csv" ? "" : "an error without a place";
}

/// Counts, problems and rows say the same.
inline std::string fault_of_reports(const Imported& done, const ReadFile& file) {
    const auto& sum = *done.summary;
    if (sum.created + sum.updated + sum.unchanged + sum.rejected != sum.rows) return "the counts are not the rows";
    if (sum.rows != std::max<std::int64_t>(file.rows, 0)) return "the rows are not those of the file";
    const auto problems = lines_of(done, "problems");
    if (std::ssize(problems) != sum.rejected) return "not a problem for each refused row";
    const auto rows = rows_of(done);
    if (std::ssize(rows) != sum.rows) return "not every row is reported";
    std::array<std::int64_t, 4> counts{};
    auto problem = problems.begin();
    for (const auto& [line, row] : rows) {
        ++counts[static_cast<std::size_t>(row.verdict)];
        if (row.verdict != RowVerdict::rejected) continue;
        if (!row.code || find_code(row.code.name()) != row.code) return "a refused row without a code";
        const auto expected = "f.csv," + std::to_string(line) + ',' + std::string(row.code.name());
        if (*problem++ != expected) return "the problems say otherwise than the rows: " + expected;
    }
    const std::array expected{sum.created, sum.updated, sum.unchanged, sum.rejected};
    return counts == expected ? "" : "the rows are not counted as reported";
}

inline std::set<std::int64_t> lines_with(const Rows& rows, bool rejected) {
    std::set<std::int64_t> lines;
    for (const auto& [line, row] : rows) {
        if ((row.verdict == RowVerdict::rejected) == rejected) lines.insert(line);
    }
    return lines;
}

/// The journal holds together, and the store can be made again from it.
inline std::string fault_of_journal(const World& world, bool rebuilds) {
    const auto report = audit::verify(*world.store, secret);
    if (!report) return "no audit";
    if (!report->clean()) return "the audit finds " + std::string(report->findings.front().code.name());
    if (!rebuilds) return "";
    const auto again = make_memory_store();
    if (!audit::rebuild(*world.store, *again, secret)) return "no rebuild";
    const auto rebuilt = audit::verify(*again, secret);
    return rebuilt && rebuilt->clean() && rebuilt->chain == report->chain ? "" : "the rebuild is another state";
}

/// What the suites count.
struct Tally {
    std::int64_t files = 0, errors = 0, created = 0, updated = 0, unchanged = 0, rejected = 0;
    std::int64_t moved = 0;  // files of which a row that was refused was accepted the second time

    void add(const Imported& done) {
        ++files;
        if (!done.summary) ++errors;
        if (!done.summary) return;
        created += done.summary->created;
        updated += done.summary->updated;
        unchanged += done.summary->unchanged;
        rejected += done.summary->rejected;
    }
};

/// The same file again: what was accepted is unchanged. A row that was refused may be right then, when a later row made
/// what it lacked, and takes that one's place; but not where rows have ids, of which the first counts.
inline std::string fault_of_repeat(const World& world, const Trial& trial, std::string_view text, const Imported& first,
                                   Tally& tally) {
    const auto before = journal_of(world);
    const auto again = import(*world.engine, trial.request, text);
    if (first.summary.has_value() != again.summary.has_value()) return "again, another end: " + again.text();
    if (!first.summary && again.text() != first.text()) return "again, another error: " + again.text();
    const auto rows = rows_of(first), rows_again = rows_of(again);
    const auto refused = lines_with(rows, true), refused_again = lines_with(rows_again, true);
    if (!std::ranges::includes(refused_again, refused)) {
        ++tally.moved;
        return data::find_import_preset(trial.request.preset)->variants.front().key.empty() ? ""
                                                                                            : "again, more is right";
    }
    if (refused_again != refused) return "again, other rows are refused";
    for (const auto& [line, row] : rows_again) {
        const bool as_before = row.verdict == RowVerdict::rejected || row.verdict == RowVerdict::unchanged;
        if (!as_before) return "again, line " + std::to_string(line) + " is not unchanged";
    }
    return journal_of(world).state == before.state ? "" : "again, the state is another";
}

/// A dry run, and all or none: nothing changes where it must not, and the reports are the same.
inline std::string fault_of_options(const Trial& trial, std::string_view text, const Imported& first) {
    const auto world = make_world(trial.batch);
    const auto before = journal_of(world);
    SessionRequest request = trial.request;
    request.dry_run = true;
    const auto dry = import(*world.engine, request, text);
    if (journal_of(world).chain != before.chain) return "a dry run writes";
    if (!first.summary) {
        if (dry.text() != first.text()) return "a dry run says otherwise: " + dry.text();
    } else if (const auto found = difference(dry, first); !found.empty()) {
        return "a dry run says otherwise: " + found;
    }
    request.dry_run = false;
    request.atomic = true;
    const auto all = import(*world.engine, request, text);
    const bool none = !first.summary || first.summary->rejected > 0;
    if (none && journal_of(world).state != before.state) return "not all rows, but some";
    if (!first.summary) return all.text() == first.text() ? "" : "all or none says otherwise: " + all.text();
    if (!all.summary) return "all or none, an error: " + all.text();
    if (none) return all.summary->rejected == all.summary->rows ? "" : "none, but not all refused";
    return difference(all, first);
}

/// Refused rows leave nothing behind: without them the file makes the same state. And they can be read again.
inline std::string fault_of_refusals(const World& world, const Trial& trial, std::string_view text,
                                     const Imported& first, const std::string& state) {
    const auto& sum = *first.summary;
    if (sum.rejected == 0 || trial.request.last_wins) return "";  // a refused last row stands for those before it
    const auto rejects = first.streams.find("rejects");
    if (rejects == first.streams.end()) return "refused rows are not given back";
    const auto back = import(*world.engine, trial.request, rejects->second);
    if (!back.summary || back.summary->rows != sum.rejected) return "the refused rows can not be read: " + back.text();
    const auto clean = make_world(trial.batch);
    const auto kept = read_file(trial.request, text, lines_with(rows_of(first), true)).kept;
    const auto done = import(*clean.engine, trial.request, kept);
    if (!done.summary || done.summary->rejected != 0 || done.summary->created != sum.created)
        return "without its refused rows the file is another: " + done.text();
    return journal_of(clean).state == state ? "" : "a refused row left something behind";
}

/// Imports a file and checks all of this. Empty: nothing is wrong.
inline std::string fault_of(const Trial& trial, std::string_view text, Tally& tally) {
    const auto world = make_world(trial.batch);
    const auto before = journal_of(world);
    const auto records = count_of(world, trial.kinds);
    const auto first = import(*world.engine, trial.request, text);
    tally.add(first);
    const auto after = journal_of(world);
    auto fault =
        first.summary ? fault_of_reports(first, read_file(trial.request, text, {})) : fault_of_error(first.error);
    if (!fault.empty()) return fault + ": " + first.text();
    if (first.summary) {
        const auto& sum = *first.summary;
        if (count_of(world, trial.kinds) - records != sum.created)
            return "not a record per created row: " + first.text();
        if (sum.created + sum.updated == 0 && after.state != before.state)
            return "nothing accepted, but the state moved";
    }
    if (trial.next) {
        const auto other = make_world(trial.batch);
        const auto pieces = import(*other.engine, trial.request, text, trial.next);
        if (const auto found = difference(pieces, first); !found.empty()) return "in pieces: " + found;
        if (journal_of(other).chain != after.chain) return "in pieces, another journal";
    }
    fault = fault_of_repeat(world, trial, text, first, tally);
    if (fault.empty()) fault = fault_of_journal(world, text.size() % 8 == 0);
    if (fault.empty()) fault = fault_of_options(trial, text, first);
    if (fault.empty() && first.summary) fault = fault_of_refusals(world, trial, text, first, after.state);
    return fault;
}

}  // namespace provost::import_world
