// Names of files that are exchanged: safe everywhere, and saying what is in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace provost::lms {

/// Only letters, digits and `._-`, at most 100, no dot at the beginning, no two in a row: such a name can not leave its
/// folder, and means the same to every system.
[[nodiscard]] bool is_safe_name(std::string_view name);
/// The same, and no underscore at its ends, since underscores part the names of files.
[[nodiscard]] bool is_safe_connection(std::string_view connection);
/// For comparing: systems disagree on whether case counts.
[[nodiscard]] std::string folded_name(std::string_view name);

/// `00000042`
[[nodiscard]] std::string padded_sequence(std::int64_t sequence);
/// `package_north_00000042.manifest.csv`
[[nodiscard]] std::string manifest_name(std::string_view connection, std::int64_t sequence);
[[nodiscard]] bool is_manifest_name(std::string_view name);
/// Whether it is `<stream>_<connection>_<sequence>_<anything>.csv`.
[[nodiscard]] bool is_data_name(std::string_view name, std::string_view stream, std::string_view connection,
                                std::int64_t sequence);

}  // namespace provost::lms
