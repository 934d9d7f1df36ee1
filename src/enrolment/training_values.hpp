// Value lists of the national standard for training activities: what is taken on entry and what files may hold.
#pragma once

#include <array>
#include <string_view>

namespace provost::enrolment {

/// 09 and 10 became 12 in 2007. What was not asked is "@@" in a file, and nothing here.
inline constexpr std::array<std::string_view, 11> study_reasons{"01", "02", "03", "04", "05", "06",
                                                                "07", "08", "11", "12", "13"};
inline constexpr std::array<std::string_view, 7> school_types{"21", "25", "27", "31", "61", "91", "92"};
/// 30 was split into 31 and 32; it is still accepted.
inline constexpr std::array<std::string_view, 8> funding_sources{"11", "13", "15", "20", "30", "31", "32", "80"};

}  // namespace provost::enrolment
