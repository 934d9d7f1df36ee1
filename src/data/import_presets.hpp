// The files that Provost can import, as data.
#pragma once

#include "imports/preset.hpp"

namespace provost::data {

/// By name; null when there is none.
[[nodiscard]] const imports::Preset* find_import_preset(std::string_view name);
/// All names, for error texts and for tests that go through them.
[[nodiscard]] std::string import_preset_names();

}  // namespace provost::data
