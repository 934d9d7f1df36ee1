// Reads statutory files by the layouts that write them: cuts bytes into records, and records into the values of their
// fields, with the place of whatever is wrong. Nothing is refused: what can be read is. Memory holds one record.
#pragma once

#include "reporting/layout.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace provost::reporting {

/// What stood behind a record. Standard is CR LF; LF alone and nothing behind the last record are read, too.
enum class Ending : std::uint8_t { cr_lf, lf, none };

/// Cuts a file that comes in pieces into records. Of a line that is longer than any record the rest is not kept.
class RecordLines {
public:
    /// More than every state's record has.
    static constexpr std::size_t longest = 4096;

    /// Calls `visit(line, ending)` for every record that has ended. A line holds until `visit` returns.
    template <class Visit>
    void feed(std::string_view bytes, Visit visit) {
        for (auto end = bytes.find('\n'); end != bytes.npos; end = bytes.find('\n')) {
            auto line = bytes.substr(0, end);
            if (!held_.empty()) {
                hold(line);
                line = held_;
            }
            const bool pair = line.ends_with('\r');
            visit(line.substr(0, line.size() - (pair ? 1 : 0)), pair ? Ending::cr_lf : Ending::lf);
            held_.clear();
            bytes.remove_prefix(end + 1);
        }
        hold(bytes);
    }
    /// The last record, when nothing ended it.
    template <class Visit>
    void finish(Visit visit) {
        if (held_.ends_with('\r')) held_.pop_back();
        if (!held_.empty()) visit(std::string_view(held_), Ending::none);
        held_.clear();
    }

private:
    // A carriage return at the very end is kept: it belongs to the line end.
    void hold(std::string_view bytes) {
        if (bytes.empty()) return;
        if (held_.size() < longest) return void(held_ += bytes.substr(0, longest));
        held_.back() = bytes.back();
    }

    std::string held_;
};

/// What is wrong with a record as bytes.
struct ReadProblem {
    enum class Kind : std::uint8_t {
        length,     ///< no length that the layout or a longer record of its file has
        character,  ///< a byte beyond printable ASCII, read as windows-1252
        digits,     ///< a number that is not digits over its whole width
        day,        ///< no day DDMMYYYY that exists
    };

    Kind kind;
    std::size_t field;   ///< position in the layout; its number of fields when it is none's
    std::size_t column;  ///< from 1
    friend bool operator==(const ReadProblem&, const ReadProblem&) = default;
};

/// Reads records of one layout. [FIN-REP-09]
class RecordReader {
public:
    /// Longer records are accepted when they are of this target; all are when it is empty.
    explicit RecordReader(const Layout& layout, std::string_view target = {});

    /// Reads one record, without its line end. What it gives holds until the next call and no longer than `record`.
    void read(std::string_view record);

    /// The values in the order of the layout's fields, as UTF-8, without the spaces at their ends; numbers with their
    /// zeros; empty where nothing stands. A field that the record does not wholly reach is empty.
    [[nodiscard]] const std::vector<std::string_view>& values() const { return values_; }
    [[nodiscard]] const std::vector<ReadProblem>& problems() const { return problems_; }
    [[nodiscard]] const Layout& layout() const { return *layout_; }

private:
    [[nodiscard]] bool has_length(std::size_t size) const;
    void check_characters(std::string_view record);
    void check_form(std::size_t field, std::string_view bytes, std::string_view value);

    const Layout* layout_;
    std::vector<std::size_t> lengths_;  // that records may have
    std::vector<std::string_view> values_;
    std::vector<ReadProblem> problems_;
    std::string text_;  // values of a record that is not ASCII
};

/// Whether the target is one of a word's: "nsw-smart-and-skilled" is of "nsw".
[[nodiscard]] bool is_of(std::string_view target, std::string_view word);

}  // namespace provost::reporting
