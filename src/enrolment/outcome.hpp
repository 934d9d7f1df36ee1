// Outcome codes and the sets that rules ask: successful, final for reporting.
#pragma once

#include <string_view>

namespace provost::enrolment {

struct OutcomeCode {
    std::string_view code;
    std::string_view meaning;
    bool successful;  // fulfils a prerequisite, counts towards a credential
    bool final;       // ends the activity in a statutory file
};

/// The row of a code in the national list (with the internal 00); null when there is none.
[[nodiscard]] const OutcomeCode* find_outcome(std::string_view code);

[[nodiscard]] inline bool is_final(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->final;
}
[[nodiscard]] inline bool is_successful(std::string_view code) {
    const OutcomeCode* row = find_outcome(code);
    return row != nullptr && row->successful;
}

/// What a successful outcome is when its achievement is taken back; empty when nothing was assessed here.
[[nodiscard]] std::string_view taken_back(std::string_view code);

/// The internal outcome "not yet commenced"; never written to a statutory file.
inline constexpr std::string_view not_yet_commenced = "00";

}  // namespace provost::enrolment
