// Rows of a file as requests. The checks that need only the row are made here, in the order in which problems are
// reported: import type, mandatory values, lengths; values that can not be read are kept for later, because dangling
// references are reported before them.
#pragma once

#include "describe/maker.hpp"
#include "imports/csv.hpp"
#include "imports/preset.hpp"

#include <provost/base/time.hpp>

#include <memory>

namespace provost::imports {

/// A row as a request.
struct RowRequest {
    const RecordType* type = nullptr;
    std::shared_ptr<void> request;
    Code refused;             // the row can not be a request at all
    Code malformed;           // the first value, from left to right, that is not right
    std::string_view field;   // column of the problem
    std::int64_t digest = 0;  // of the row's cells
};

class RowReader {
public:
    /// `secret` keeps the digests of rows, which may hold names of people, from being guessed.
    RowReader(const Preset& preset, const Zone& zone, std::string_view secret)
        : preset_(preset), zone_(zone), secret_(secret) {}

    /// Takes the header. Mandatory columns must be there; unknown ones are passed over.
    [[nodiscard]] Result<void> bind(const Row& header);
    [[nodiscard]] bool is_bound() const { return !header_.empty(); }
    [[nodiscard]] RowRequest read(const Row& row);

private:
    struct Bound {  // one cell of the rows of a variant
        const Column* column = nullptr;
        const Field* field = nullptr;
        std::string tag;  // of a meta tag's column
    };

    [[nodiscard]] const Variant* variant_of(const Cells& cells) const;
    [[nodiscard]] Code missing(const Variant& variant, const Cells& cells, RowRequest& row) const;
    [[nodiscard]] Code put(const Bound& bound, std::string_view cell, void* request) const;

    const Preset& preset_;
    const Zone& zone_;
    std::string secret_;
    std::vector<std::string> header_;
    std::vector<std::vector<Bound>> bound_;  // per variant, per cell
    std::vector<Maker> makers_;              // of requests, per variant
};

}  // namespace provost::imports
