// Reads what the journal wrote: changes in columns, and lists of personal values. Values come as canonical JSON texts,
// byte for byte as they were written, so that digests over them can be made again. No tree is built: the memory used
// is that of one row.
#pragma once

#include <provost/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace provost {

/// What the rows of a group have in common.
struct ColumnGroup {
    std::string kind;
    bool made = false;
    std::vector<std::string> members;
};

/// Is told what stands in a text of columns, in its order; answers false when that can not be, which ends the walk.
class ColumnVisitor {
public:
    virtual ~ColumnVisitor() = default;
    virtual bool group(const ColumnGroup& group) = 0;
    /// One value per member of the group, if the text is right; an empty text = absent.
    virtual bool row(std::int64_t id, const std::vector<std::string>& values) = 0;
};

/// Walks through a text of columns. document.malformed when it is none; what stands before that has been visited.
[[nodiscard]] Result<void> read_columns(std::string_view text, ColumnVisitor& visitor);

/// The items of a JSON list as texts; null = an empty text.
[[nodiscard]] Result<std::vector<std::string>> read_values(std::string_view text);

}  // namespace provost
