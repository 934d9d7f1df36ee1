// What settings say of notices, against the catalogue of events and the organisation's own definitions.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/settings.hpp>

namespace provost::catalogue {

/// A text of a fetch plan that asks for a definition: a standard notice may have none. [IMC-NOT-01]
[[nodiscard]] bool is_own_notice(std::string_view key);

/// Whether what is said of a notice fits its event: refuses otherwise, and answers false. [IMC-NOT-01, IMC-NOT-06]
[[nodiscard]] bool fits_event(const NoticeEvent& event, std::string_view notice,
                              const std::vector<std::string>& recipients, const std::vector<std::int64_t>& days,
                              const std::vector<NoticeText>& texts, Decision& decision);

/// Whether there is a notice of that key that courses have: refuses otherwise, and answers false; false, too, while
/// that is not known yet. [IMC-NOT-02, IMC-NOT-05]
[[nodiscard]] bool is_notice(std::string_view key, const Context& context, Decision& decision);

/// What a request says of notices, in ascending order of their keys, each once; refuses what no level may say, and
/// answers false. [IMC-NOT-02, IMC-NOT-05]
[[nodiscard]] bool settle_notices(std::vector<NoticeSetting>& told, const Many<NoticeDefinition>& known,
                                  Decision& decision);

}  // namespace provost::catalogue
