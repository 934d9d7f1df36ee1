// Messages that wait for somebody's confirmation.
#include "notices/outbox.hpp"

#include <doctest/doctest.h>

namespace provost::notices {

TEST_CASE("a held message is confirmed or dropped, and nothing else becomes of it [FIN-ACC-09]") {
    const Instant now{std::chrono::days{20'000}};
    const auto after = [&](MessageStatus status) {
        Intent intent;
        hold(intent, now);
        const bool settled = settle(intent, {{1}, status, {}, 0}, now);
        return std::tuple(settled, intent.state, intent.confirmed);
    };
    CHECK(after(MessageStatus::confirmed) == std::tuple(true, IntentState::due, true));
    CHECK(after(MessageStatus::dropped) == std::tuple(true, IntentState::dropped, false));
    for (const auto status : {MessageStatus::sent, MessageStatus::failed, MessageStatus::again}) {
        CHECK(after(status) == std::tuple(false, IntentState::held, false));
    }
    Intent handed;
    hand_out(handed, "mailer", now);
    CHECK_FALSE(settle(handed, {{1}, MessageStatus::confirmed, {}, 0}, now));
    CHECK(handed.state == IntentState::handed);
}

}  // namespace provost::notices
