// The files that Provost can import, as data.
#pragma once

#include "imports/preset.hpp"

namespace provost::data {

[[nodiscard]] std::span<const imports::Preset> import_presets();
/// By name; null when there is none.
[[nodiscard]] const imports::Preset* find_import_preset(std::string_view name);

}  // namespace provost::data
