// Texts of HTTP that adapters need: header lines. No adapter's own conventions.
#pragma once

#include <provost/lms/exchange.hpp>

#include <string_view>

namespace provost::lms {

/// The value of a header, whatever the case of its name; empty when it is not there.
[[nodiscard]] std::string_view header_of(const HttpAnswer& answer, std::string_view name);
[[nodiscard]] bool has_header(const HttpAnswer& answer, std::string_view name);
/// A header `Date`; nothing when it is not there or malformed.
[[nodiscard]] std::optional<Instant> date_of(const HttpAnswer& answer);
/// The target of rel="next" in a header Link; empty when it names none.
[[nodiscard]] std::string next_link(const HttpAnswer& answer);

}  // namespace provost::lms
