// Comparing what came with what a story expects.
#pragma once

#include <boost/json.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace provost::scenarios {

/// What differs, beginning with its place; empty when all that is expected is there. Of an object only the named
/// members count (null: must be absent), lists have the same length.
[[nodiscard]] std::optional<std::string> difference(const boost::json::value& expected, const boost::json::value& found,
                                                    const std::string& place = "");

/// A JSON file; throws when there is none.
[[nodiscard]] boost::json::value read_file(const std::filesystem::path& file);

}  // namespace provost::scenarios
