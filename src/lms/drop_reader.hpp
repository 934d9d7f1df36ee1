// Packages of files that come in. A package is read once its manifest is there, which is sent last; unless everything
// is as the manifest says nothing of it is handed out. Row faults are isolated. The state of the exchange comes in and
// goes out as a value; nothing here reads a folder. [PPR-SYN-04]
#pragma once

#include "lms/file_drop.hpp"

#include <provost/lms/adapter.hpp>
#include <provost/lms/file_drop.hpp>

#include <functional>
#include <map>
#include <set>

namespace provost::lms {

/// A row of a file that was accepted.
struct DropRow {
    std::int64_t line = 0;
    std::string key;   ///< what it is about
    std::string text;  ///< as it stands in the file, kept when it is at fault
    ActionStatus status = ActionStatus::accepted;
    Code code{};
    std::string field{};
    std::string message{};
};

struct DropTable {
    std::string stream, name, header;
    std::vector<DropRow> rows;
};

class DropReader {
public:
    /// `approval` is the digest of a package that a person approved although it was held.
    DropReader(LmsDrop state, std::string approval) : state_(std::move(state)), approval_(std::move(approval)) {}

    /// A file; with a manifest its package is read, and those that waited for it.
    void add(DropFile file);
    /// The rows of accepted packages, in order.
    [[nodiscard]] Findings take_findings() { return std::exchange(findings_, {}); }
    /// What became of packages, since it was last asked.
    [[nodiscard]] std::vector<DropPackage> take_packages() { return std::exchange(packages_, {}); }
    /// What the host made of a row. False when there is no such row.
    bool report(const DropReport& report);
    /// Packages that still wait for one before them.
    void finish();

    [[nodiscard]] const LmsDrop& state() const { return state_; }
    [[nodiscard]] const std::vector<DropTable>& tables() const { return tables_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    struct Entry {  // a file as the manifest names it
        std::string stream, name, mode;
        std::int64_t bytes = 0, rows = 0;
        std::string sha256;
    };
    struct Manifest {
        std::map<std::string, std::string, std::less<>> properties;
        std::vector<Entry> entries;
        std::int64_t sequence = 0;
        std::string name, digest;
    };
    struct Sheet {  // a file in its rows
        struct Line {
            std::int64_t line = 0;
            std::vector<std::string> cells;
            std::string text;
        };
        std::vector<std::string> headings;
        std::string header;
        std::vector<Line> lines;
    };
    using Knows = std::function<bool(const std::string&)>;
    struct Content {  // what a package would hand out
        Findings findings;
        std::vector<DropTable> tables;
        std::map<std::string, std::int64_t, std::less<>> bulk_rows;  // of whole lists, by stream
    };

    void read(const DropFile& manifest);
    [[nodiscard]] bool read_manifest(const DropFile& file, Manifest& manifest);
    [[nodiscard]] bool read_line(std::span<const std::string_view> cells, Manifest& manifest);
    [[nodiscard]] bool describes_itself(Manifest& manifest);
    [[nodiscard]] bool is_next(const Manifest& manifest);
    [[nodiscard]] bool is_whole(const Manifest& manifest);
    [[nodiscard]] bool is_whole(const Manifest& manifest, const Entry& entry);
    [[nodiscard]] bool read_entry(const Manifest& manifest, const Entry& entry, Content& content);
    [[nodiscard]] static std::string cut(const std::string& bytes, Sheet& sheet);
    [[nodiscard]] bool open(const Manifest& manifest, const Entry& entry, const Knows& knows, Sheet& sheet);
    template <class Row>
    [[nodiscard]] bool read_rows(const Manifest& manifest, const Entry& entry, DropTable& table, std::vector<Row>& out);
    template <class Row>
    [[nodiscard]] static DropRow read_row(const Sheet& sheet, const Sheet::Line& line, Row& row);
    [[nodiscard]] bool read_acks(const Manifest& manifest, const Entry& entry, std::vector<ActionOutcome>& out);
    [[nodiscard]] static std::optional<ActionOutcome> read_ack(const Sheet& sheet, const Sheet::Line& line);
    [[nodiscard]] bool has_shrunk(const Manifest& manifest, const Entry& entry);
    void accept(const Manifest& manifest, Content content);
    bool stop(const Manifest& manifest, PackageState state, Code code, std::string_view file,
              std::vector<Parameter> parameters = {});

    LmsDrop state_;
    std::string approval_;
    std::map<std::string, DropFile> files_;     // by folded name
    std::map<std::int64_t, DropFile> waiting_;  // manifests that came before their turn
    std::vector<DropTable> tables_;
    std::vector<DropPackage> packages_;
    Findings findings_;
    std::size_t bytes_ = 0;
};

/// Reads cells into a described row by the headings, which are names of its members. Empty cells leave members absent.
/// The first fault, with its field; nothing when there is none.
struct DropFault {
    Code code;
    std::string field, message;
};
[[nodiscard]] std::optional<DropFault> read_cells(const RecordType& type, void* row,
                                                  std::span<const std::string> headings,
                                                  std::span<const std::string_view> cells);

}  // namespace provost::lms
