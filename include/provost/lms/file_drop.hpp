// What goes on between Provost and an LMS that exchanges files: pieces of a stream of files, packages, and what became
// of their rows. The protocol stands in docs/adapters.md.
#pragma once

#include <provost/lms/action.hpp>

namespace provost::lms {

/// Stands before the bytes of a file in a stream of files. Since 0.1. [PPR-SYN-03]
struct DropPiece {
    std::string file;
    std::int64_t bytes = 0;
};

/// What the host made of a row of a file. Since 0.1.
struct DropReport {
    std::string row_of;
    std::int64_t line = 0;
    ActionStatus status = ActionStatus::applied;
    Code code;
    std::string message;
};

/// What became of a package. Since 0.1. [PPR-SYN-04]
enum class PackageState : std::uint8_t { accepted, skipped, held, broken };

/// A package that came in. Since 0.1. [PPR-SYN-04]
struct DropPackage {
    std::int64_t sequence = 0;
    PackageState state = PackageState::accepted;
    std::string manifest;
    std::string digest;
    std::string file;
    Code code;
    std::string problem;
    std::int64_t rows = 0;
    std::int64_t faults = 0;
};

/// How far the exchange of files over a connection has come. Since 0.1. [PPR-SYN-04, PPR-SYN-06]
struct LmsDrop {
    Id<LmsDrop> id;
    std::int64_t version = 0;
    std::string connection;
    std::int64_t sent = 0;
    std::int64_t received = 0;
    std::vector<std::string> digests;
    std::int64_t course_rows = 0;
    std::int64_t enrolment_rows = 0;
};

/// What a finished exchange of files says. Since 0.1.
struct DropSummary {
    std::optional<std::int64_t> sequence;
    std::optional<std::int64_t> not_expressed;
    std::optional<std::int64_t> accepted;
    std::optional<std::int64_t> skipped;
    std::optional<std::int64_t> held;
    std::optional<std::int64_t> broken;
    std::optional<std::int64_t> rows;
    std::optional<std::int64_t> faults;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::PackageState> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "accepted", "Its rows were handed out."},
        {1, "skipped", "It was accepted before."},
        {2, "held", "It waits: for the one before it, or for a person who approves it by its digest."},
        {3, "broken", "Something of it is missing or is not what the manifest says: nothing of it was handed out."},
    });
};

PROVOST_DESCRIBE(provost::lms::DropPiece, document, "drop_piece", "Stands before the bytes of a file.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(file, "Name of the file, without folders.").required().at_most(255),
                 PROVOST_FIELD(bytes, "How many bytes of it follow.").between(0, id_limit, "number.out-of-range"));
PROVOST_DESCRIBE(provost::lms::DropReport, document, "drop_report", "What the host made of a row of a file.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(row_of, "Name of the file.").required().at_most(255),
                 PROVOST_FIELD(line, "Line of the row; the header is 1."), PROVOST_FIELD(status, "What became of it."),
                 PROVOST_FIELD(code, "Why."), PROVOST_FIELD(message, "The same in words.").at_most(500));
PROVOST_DESCRIBE(provost::lms::DropPackage, document, "drop_package", "A package that came in.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(sequence, "Its number."), PROVOST_FIELD(state, "What became of it."),
                 PROVOST_FIELD(manifest, "Name of its manifest."),
                 PROVOST_FIELD(digest, "Digest of its manifest, which an approval quotes."),
                 PROVOST_FIELD(file, "The file that stops it."), PROVOST_FIELD(code, "What stops it."),
                 PROVOST_FIELD(problem, "The same in words."), PROVOST_FIELD(rows, "Rows that were handed out."),
                 PROVOST_FIELD(faults, "Rows that were not: they stand in a reject file."));
PROVOST_DESCRIBE(provost::lms::LmsDrop, bookkeeping, "lms_drop", "How far the exchange of files has come.",
                 PROVOST_INDEXES({"connection", true, {"connection"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(connection, "Connection to the LMS."),
                 PROVOST_FIELD(sent, "Number of the last package that went out."),
                 PROVOST_FIELD(received, "Number of the last one that was accepted."),
                 PROVOST_FIELD(digests, "Digests of the last ones that were accepted, the newest last."),
                 PROVOST_FIELD(course_rows, "Rows of the last whole list of courses."),
                 PROVOST_FIELD(enrolment_rows, "Rows of the last whole list of enrolments."));
PROVOST_DESCRIBE(provost::lms::DropSummary, document, "drop_summary",
                 "What a finished exchange of files says; nothing came in: no word of that.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(sequence, "Number of the package that goes out; absent: none."),
                 PROVOST_FIELD(not_expressed, "Actions that no file can express."),
                 PROVOST_FIELD(accepted, "Packages that were accepted."),
                 PROVOST_FIELD(skipped, "Packages that had been accepted before."),
                 PROVOST_FIELD(held, "Packages that wait."), PROVOST_FIELD(broken, "Packages that are not whole."),
                 PROVOST_FIELD(rows, "Rows that were handed out."), PROVOST_FIELD(faults, "Rows that were not."));
