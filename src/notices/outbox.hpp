// How an intent goes on: due, handed out, settled. Pure; engine/outbox_session writes what comes out here.
#pragma once

#include <provost/notices/intent.hpp>

#include <chrono>

namespace provost::notices {

/// A message is handed out so often, unless the host says "again" by itself.
inline constexpr std::int64_t most_attempts = 6;

/// How long an intent waits after its nth attempt has failed: a minute, then each time five times as long.
[[nodiscard]] std::chrono::minutes delay_after(std::int64_t attempts);

/// Whether a due intent may be handed out at a moment.
[[nodiscard]] bool is_ready(const Intent& intent, Instant now);

/// It is on its way to the worker: it is not handed out again before somebody says what came of it.
void hand_out(Intent& intent, const std::string& worker, Instant now);

/// It is never handed out, because of this.
void drop(Intent& intent, Code why, Instant now);

/// It waits for somebody's confirmation. [FIN-ACC-09]
void hold(Intent& intent, Instant now);

/// What an outcome makes of an intent. Answers whether it had something to say: only what was handed out can be sent or
/// fail, and only that, or what has failed for good, be handed out again or dropped.
bool settle(Intent& intent, const MessageOutcome& outcome, Instant now);

}  // namespace provost::notices
