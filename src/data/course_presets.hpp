// Files of courses and templates: Provost's own, and those of other programs.
#pragma once

#include "imports/preset.hpp"

namespace provost::data {

[[nodiscard]] std::span<const imports::Preset> course_presets();

}  // namespace provost::data
