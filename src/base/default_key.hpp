// Settings of which there is one record: under another key nobody would find it.
#pragma once

#include <provost/base/result.hpp>

#include <string_view>

namespace provost {

inline constexpr std::string_view default_key = "default";

/// The code of a key that is another one.
[[nodiscard]] inline Code check_default_key(std::string_view key) {
    return key == default_key ? Code{} : "settings.key"_code;
}

}  // namespace provost
