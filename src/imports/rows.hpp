// Rows of a file as requests. The checks that need only the row are made here, in the order in which problems are
// reported: import type, mandatory values, lengths; values that can not be read are kept for later, because dangling
// references are reported before them.
#pragma once

#include "describe/maker.hpp"
#include "imports/cells.hpp"
#include "imports/header.hpp"

#include <deque>
#include <memory>

namespace provost::imports {

/// A row as a request.
struct RowRequest {
    const RecordType* type = nullptr;
    std::shared_ptr<void> request;
    Code refused;                         // the row can not be a request at all
    Code malformed;                       // the first value, from left to right, that is not right
    std::string_view field;               // column of the problem
    std::vector<Parameter> parameters{};  // of the refusal
    std::vector<Reason> notes{};          // what a person should know; each names its column
    std::int64_t digest = 0;              // of the row's cells
};

/// What an import is told besides its file.
struct RowOptions {
    std::string secret;  ///< keeps the digests of rows, which may hold names of people, from being guessed
    bool lenient_ids = false;
    bool updates = false;  ///< rows may bring records up to date, so they need not say all of them
    std::vector<Default> defaults{};
    std::vector<ToldCode> codes{};
};

class RowReader {
public:
    RowReader(const Preset& preset, const Zone& zone, RowOptions options)
        : preset_(preset), options_(std::move(options)) {
        rules_.zone = &zone;
        rules_.lenient_ids = options_.lenient_ids;
        rules_.folds = preset.folds;
    }

    /// Takes the header of a file with that separator; answers what a person should know of it.
    [[nodiscard]] Result<std::vector<Reason>> bind(const Row& header, char separator);
    [[nodiscard]] bool is_bound() const { return !header_.empty(); }
    [[nodiscard]] RowRequest read(const Row& row);

    /// Whether the row's type is decided before the others.
    [[nodiscard]] bool comes_first(const Row& row) const;
    /// Whether the file can hold rows that are decided before others.
    [[nodiscard]] bool has_order() const;
    /// What the row is about, with its type: equal for two rows about the same. Empty when it does not say.
    [[nodiscard]] std::string key_of(const Row& row) const;

    /// The column, or the default, that gives a member of this request; of two for one reference the one that this
    /// request uses. A setting named metatag_<key> is a column of that name. Empty when none does.
    [[nodiscard]] std::string_view column_of(const RecordType& type, const void* request, std::string_view field) const;
    /// The first column of a meta tag whose key answers; empty when none does.
    template <class Answers>
    [[nodiscard]] std::string_view tag_column(Answers answers) const {
        for (const std::string& name : header_) {
            if (name.starts_with(tag_prefix) && answers(std::string_view(name).substr(tag_prefix.size()))) return name;
        }
        return {};
    }
    /// The preset's column for a member, whether the file has it or not; empty when the preset has none.
    [[nodiscard]] std::string_view lacking_column(const RecordType& type, std::string_view field) const;
    /// The column that says which record a row is about; empty when the file has none.
    [[nodiscard]] std::string_view key_column(const RecordType& request) const;
    /// Position of a column in the file, from 1; 0 when the file has no such column.
    [[nodiscard]] std::size_t number_of(std::string_view column) const;

private:
    [[nodiscard]] std::span<const std::string_view> cells_of(const Row& row, std::vector<std::string_view>& made) const;
    // A cell that says something, and how its column is named in the digests of rows.
    struct Said {
        std::size_t cell;
        std::string label;
    };

    [[nodiscard]] static std::vector<Said> said_by(const Variant& variant, const std::vector<Binding>& bound);
    [[nodiscard]] std::int64_t digest_of(std::size_t variant, std::span<const std::string_view> cells) const;
    [[nodiscard]] Binding bind_cell(const Variant& variant, const std::string& name);
    [[nodiscard]] std::span<const Word> words_of(const Column& column);
    [[nodiscard]] const Variant* variant_of(const Cells& cells) const;
    [[nodiscard]] Code missing(const Variant& variant, const Cells& cells, RowRequest& row) const;
    [[nodiscard]] bool is_too_long(const std::vector<Binding>& bound, std::span<const std::string_view> cells,
                                   RowRequest& row) const;
    void compare_dates(const std::vector<Binding>& bound, const Cells& cells, RowRequest& row) const;
    void put(const std::vector<Binding>& bound, std::span<const std::string_view> cells, RowRequest& row) const;

    const Preset& preset_;
    RowOptions options_;
    CellRules rules_;
    std::vector<std::string> header_;
    std::size_t own_ = 0;                      // columns of the file; those of the defaults come after them
    std::vector<std::vector<Binding>> bound_;  // per variant, per cell
    // Per variant, the cells that say something, in the order of the preset's columns, then of the meta tags' keys.
    std::vector<std::vector<Said>> said_;
    std::deque<std::vector<Word>> told_;  // words of columns whose codes are told
    std::string digested_;                // before what a row says: what makes the same cells say something else
    std::vector<Maker> makers_;           // of requests, per variant
};

}  // namespace provost::imports
