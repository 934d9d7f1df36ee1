// The moves of an intent.
#include "notices/outbox.hpp"

#include "base/code_table.hpp"

namespace provost::notices {

namespace {

void move(Intent& intent, IntentState to, Instant now) {
    intent.state = to;
    intent.moved_at = now;
}

void fail(Intent& intent, const MessageOutcome& outcome, Instant now) {
    intent.code = outcome.code.empty() ? "message.failed"_code.name() : outcome.code;
    if (outcome.status == MessageStatus::undeliverable || intent.attempts >= most_attempts) {
        return move(intent, IntentState::failed, now);
    }
    const auto asked = std::chrono::seconds{outcome.retry_after};
    intent.not_before = now + std::max<std::chrono::seconds>(delay_after(intent.attempts), asked);
    move(intent, IntentState::due, now);
}

}  // namespace

Code check_own_code(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    const bool own = text.size() > 2 && text.starts_with("x-") && std::ranges::all_of(text, fits);
    return own ? Code{} : "code.not-own"_code;
}

std::chrono::minutes delay_after(std::int64_t attempts) {
    std::chrono::minutes delay{1};
    for (std::int64_t n = 1; n < std::min(attempts, most_attempts); ++n) delay *= 5;
    return delay;
}

bool is_ready(const Intent& intent, Instant now) { return !intent.not_before || *intent.not_before <= now; }

void hand_out(Intent& intent, const std::string& worker, Instant now) {
    ++intent.attempts;
    intent.worker = worker;
    intent.not_before.reset();
    move(intent, IntentState::handed, now);
}

void drop(Intent& intent, Code why, Instant now) {
    intent.code = why.name();
    intent.not_before.reset();
    move(intent, IntentState::dropped, now);
}

void hold(Intent& intent, Instant now) { move(intent, IntentState::held, now); }

bool settle(Intent& intent, const MessageOutcome& outcome, Instant now) {
    const bool handed = intent.state == IntentState::handed;
    const bool by_host = outcome.status == MessageStatus::again || outcome.status == MessageStatus::dropped;
    // FIN-ACC-09: what is held is confirmed, or dropped.
    const bool is_confirmation = outcome.status == MessageStatus::confirmed;
    if (intent.state == IntentState::held) {
        if (!is_confirmation && outcome.status != MessageStatus::dropped) return false;
    } else if (is_confirmation || (!handed && !(by_host && intent.state == IntentState::failed))) {
        return false;
    }
    switch (*outcome.status) {
        case MessageStatus::sent:
            intent.code.clear();
            move(intent, IntentState::sent, now);
            break;
        case MessageStatus::failed:
        case MessageStatus::undeliverable: fail(intent, outcome, now); break;
        case MessageStatus::unknown: break;
        case MessageStatus::confirmed: intent.confirmed = true; [[fallthrough]];
        case MessageStatus::again: move(intent, IntentState::due, now); break;
        case MessageStatus::dropped:
            intent.code = outcome.code.empty() ? "message.dropped"_code.name() : outcome.code;
            move(intent, IntentState::dropped, now);
            break;
    }
    return true;
}

}  // namespace provost::notices
