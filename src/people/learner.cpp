// The one key of a login, and what stands for it when the person was erased.
#include "base/code_table.hpp"
#include "base/controls.hpp"

#include <provost/base/text.hpp>
#include <provost/people/learner.hpp>

#include <algorithm>
#include <array>

namespace provost::people {

// A login that is no valid UTF-8 is found by its bytes alone; definitions refuse it before it gets here.
std::string login_index(std::string_view login) { return login_key(login).value_or(std::string(login)); }

namespace {

constexpr std::string_view erased = "erased-";

}  // namespace

std::string erased_login(Id<Learner> id) { return std::string(erased) + std::to_string(id.value); }

Code check_written_language(std::string_view text) {
    return is_language_tag(text) ? Code{} : "language.malformed"_code;
}

Code check_login(std::string_view text) {
    // Two logins that look the same are one.
    if (has_blank_edges(text) || has_control(text, false)) return "login.blanks"_code;
    const std::string key = login_index(text);
    const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
    const bool reserved = std::ranges::any_of(std::array{erased, by_id_prefix}, [&](std::string_view prefix) {
        return key.starts_with(prefix) && key.size() > prefix.size() &&
               std::ranges::all_of(std::string_view(key).substr(prefix.size()), is_digit);
    });
    return reserved ? "login.reserved"_code : Code{};
}

// FIN-ACC-07: the flag counts, however short it was set. Who was defined before such times were kept was always active.
bool was_active(const Learner& learner, Instant begin, Instant end) {
    if (learner.active.empty()) return !learner.inactive;
    return std::ranges::any_of(learner.active, [&](const ActivePeriod& period) {
        return (!period.from || *period.from < end) && (!period.until || *period.until > begin);
    });
}

}  // namespace provost::people
