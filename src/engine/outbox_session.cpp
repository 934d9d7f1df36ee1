// The outbox in step mode. Unlike an action of the LMS a message may not be repeated, so that handing out writes: only
// what is committed as handed out leaves the session. What a worker that died had in its hands is listed to the next
// one and waits until the host says what came of it.
#include "engine/outbox_session.hpp"

#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/lease.hpp"
#include "engine/outbox_about.hpp"
#include "notices/outbox.hpp"

#include <map>

namespace provost::engine {

namespace {

using notices::Intent;
using notices::IntentState;
using notices::Message;
using notices::MessageOutcome;

/// An intent as the store has it, and as it shall be.
struct Moved {
    Intent before;
    Intent after;

    [[nodiscard]] Write write() {
        after.version = before.version + 1;
        return {Record::of(after), before.version, Record::of(before)};
    }
};

class Outbox final : public Session {
public:
    Outbox(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), lease_("outbox", request_.worker) {}
    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<std::vector<Intent>> page(IntentState state, std::int64_t after, std::size_t limit);
    [[nodiscard]] Result<void> list_unconfirmed(std::string& lines);
    [[nodiscard]] Result<bool> next_page(std::string& lines);
    [[nodiscard]] Result<void> hand_out(std::vector<Intent> due, std::string& lines);
    [[nodiscard]] Result<void> add(std::vector<Intent> others, std::vector<Write>& writes);
    [[nodiscard]] Result<void> settle(std::span<const MessageOutcome> outcomes);
    void count(const Intent& intent, const MessageOutcome& outcome);
    [[nodiscard]] Result<void> commit(std::vector<Write> writes);
    [[nodiscard]] Result<void> look_back();
    [[nodiscard]] Result<void> record_run();
    [[nodiscard]] std::size_t left() const {
        if (!request_.limit) return records_per_page;
        return static_cast<std::size_t>(std::max<std::int64_t>(*request_.limit - summary_.handed_out, 0));
    }
    [[nodiscard]] Instant now() const { return request_.recorded.value_or(core_.now()); }

    Core& core_;
    SessionRequest request_;
    LeaseKeeper lease_;
    LineBuffer outcomes_;
    bool listed_ = false;
    std::int64_t listed_to_ = 0;
    std::int64_t after_ = 0;
    OutboxSummary summary_;
};

Result<std::vector<Intent>> Outbox::page(IntentState state, std::int64_t after, std::size_t limit) {
    const Query query{&type_of<Intent>(), 0, {{static_cast<std::int64_t>(state), {}, false}}, after, limit};
    auto found = core_.store().find(query);
    if (!found) return found.error();
    std::vector<Intent> intents;
    for (const Record& record : *found) intents.push_back(*record.get<Intent>());
    return intents;
}

// The next page of what was handed out before this session handed out anything.
Result<void> Outbox::list_unconfirmed(std::string& lines) {
    auto open = page(IntentState::handed, listed_to_, records_per_page);
    if (!open) return open.error();
    listed_ = open->empty();
    if (listed_) return {};
    About about(core_.zones(), request_.organiser);
    if (auto loaded = about.load(core_.store(), *open); !loaded) return loaded;
    for (const Intent& intent : *open) add_line(lines, about.message(intent));
    listed_to_ = open->back().id.value;
    return {};
}

// Pages until one has messages; false at the end.
Result<bool> Outbox::next_page(std::string& lines) {
    while (lines.empty()) {
        if (left() == 0) return false;
        auto due = page(IntentState::due, after_, std::min(records_per_page, left()));
        if (!due) return due.error();
        if (due->empty()) return false;
        const auto last = due->back().id.value;
        std::erase_if(*due, [&](const Intent& intent) { return !notices::is_ready(intent, now()); });
        if (auto handed = hand_out(std::move(*due), lines); !handed) return handed.error();
        after_ = last;
    }
    return true;
}

Result<void> Outbox::hand_out(std::vector<Intent> due, std::string& lines) {
    About about(core_.zones(), request_.organiser);
    if (auto loaded = about.load(core_.store(), due); !loaded) return loaded;
    std::vector<Write> writes;
    std::int64_t dropped = 0, held = 0;
    std::string messages;
    std::vector<Intent> others;
    for (const Intent& intent : due) {
        Moved moved{intent, intent};
        if (const Code why = about.why_not(intent)) {
            notices::drop(moved.after, why, now());
            ++dropped;
        } else if (about.needs_confirmation(intent)) {
            notices::hold(moved.after, now());
            ++held;
        } else {
            notices::hand_out(moved.after, request_.worker, now());
            add_line(messages, about.message(moved.after));
        }
        writes.push_back(moved.write());
        std::ranges::move(about.others(intent), std::back_inserter(others));
    }
    const auto written = static_cast<std::int64_t>(writes.size());
    if (auto added = add(std::move(others), writes); !added) return added;
    if (auto committed = commit(std::move(writes)); !committed) return committed;
    summary_.handed_out += written - dropped - held;
    summary_.dropped += dropped;
    summary_.held += held;
    lines = std::move(messages);
    return {};
}

// They are due from the same commit on, so that a worker that dies makes none twice.
Result<void> Outbox::add(std::vector<Intent> others, std::vector<Write>& writes) {
    if (auto reserved = core_.ensure_ids(static_cast<std::int64_t>(others.size())); !reserved) return reserved;
    for (Intent& other : others) {
        other.id = core_.ids().take<Intent>();
        writes.push_back({Record::of(std::move(other)), 0});
    }
    return {};
}

// Every write rests on the lease: a worker that has lost it neither hands out nor settles anything.
Result<void> Outbox::commit(std::vector<Write> writes) {
    if (writes.empty()) return {};
    auto committed = core_.commit_bookkeeping(std::move(writes), {lease_.held()});
    if (!committed) return committed.error();
    if (*committed) return {};
    auto lost = lease_.is_lost(core_);
    if (!lost) return lost.error();
    if (*lost) return Error{Status::conflict, "lease.lost"_code, {}, {}};
    return Core::contended(1);
}

Result<bool> Outbox::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    if (auto kept = lease_.keep(core_, now()); !kept) return kept.error();
    if (!listed_) {
        chunk = {"unconfirmed", {}};
        if (auto listed = list_unconfirmed(chunk.bytes); !listed) return listed.error();
        if (!listed_) return true;
    }
    chunk = {"messages", {}};
    return next_page(chunk.bytes);
}

void Outbox::count(const Intent& intent, const MessageOutcome& outcome) {
    switch (intent.state) {
        case IntentState::sent: ++summary_.sent; break;
        case IntentState::failed: ++summary_.failed; break;
        case IntentState::dropped: ++summary_.dropped; break;
        case IntentState::due:
            if (outcome.status == notices::MessageStatus::confirmed) {
                ++summary_.confirmed;
            } else {
                ++(outcome.status == notices::MessageStatus::again ? summary_.again : summary_.retried);
            }
            break;
        default: break;
    }
}

Result<void> Outbox::settle(std::span<const MessageOutcome> outcomes) {
    if (auto kept = lease_.keep(core_, now()); !kept) return kept;
    std::vector<Key> keys;
    for (const MessageOutcome& outcome : outcomes) keys.push_back(id_key(type_of<Intent>(), outcome.id.value));
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    std::map<std::int64_t, Moved> moved;
    const OutboxSummary before = summary_;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto& found = loaded->found[i];
        const Intent* stored = found.empty() ? nullptr : found.front().get<Intent>();
        if (stored == nullptr) {
            ++summary_.ignored;
            continue;
        }
        Intent& intent = moved.try_emplace(stored->id.value, Moved{*stored, *stored}).first->second.after;
        if (notices::settle(intent, outcomes[i], now())) {
            count(intent, outcomes[i]);
        } else {
            ++summary_.ignored;
        }
    }
    std::vector<Write> writes;
    for (auto& [id, intent] : moved) {
        if (intent.after.state != intent.before.state) writes.push_back(intent.write());
    }
    auto committed = commit(std::move(writes));
    if (!committed) summary_ = before;  // nothing of it was settled
    return committed;
}

Result<void> Outbox::feed(std::string_view bytes) {
    std::vector<MessageOutcome> outcomes;
    std::optional<Error> wrong;
    // A line that can not be read keeps no other from being settled: those messages were sent.
    outcomes_.feed(bytes, [&](std::string_view line) {
        auto outcome = from_json<MessageOutcome>(line);
        if (outcome) {
            outcomes.push_back(std::move(*outcome));
        } else if (!wrong) {
            wrong = outcome.error();
        }
        return true;
    });
    if (!outcomes.empty()) {
        const std::lock_guard lock(core_.mutex());
        if (auto settled = settle(outcomes); !settled) return settled;
    }
    if (wrong) return *wrong;
    return {};
}

// What nobody has confirmed, and the oldest message that is not delivered. Ids grow, so that the first is the oldest.
Result<void> Outbox::look_back() {
    for (const auto state : {IntentState::handed, IntentState::due}) {
        auto first = page(state, 0, 1);
        if (!first) return first.error();
        if (first->empty()) continue;
        const Instant recorded = *first->front().recorded;
        if (!summary_.oldest || recorded < *summary_.oldest) summary_.oldest = recorded;
    }
    if (summary_.oldest) {
        const auto age = std::chrono::floor<std::chrono::seconds>(now() - *summary_.oldest);
        summary_.oldest_seconds = std::max<std::int64_t>(age.count(), 0);  // a session may be told an earlier moment
    }
    for (std::int64_t after = 0;;) {
        auto open = page(IntentState::handed, after, records_per_page);
        if (!open) return open.error();
        if (open->empty()) return {};
        summary_.unconfirmed += static_cast<std::int64_t>(open->size());
        after = open->back().id.value;
    }
}

// A worker looks into the outbox every minute or so; only what it did is worth a record.
Result<void> Outbox::record_run() {
    const auto settled = summary_.sent + summary_.retried + summary_.failed + summary_.dropped + summary_.again;
    if (summary_.handed_out + settled == 0) return {};
    return core_.record_run({{},
                             0,
                             "outbox",
                             request_.actor,
                             now(),
                             summary_.handed_out,
                             summary_.sent,
                             0,
                             summary_.dropped,
                             summary_.retried + summary_.failed,
                             {}});
}

Result<std::string> Outbox::finish() {
    if (auto last = feed("\n"); !last) return last.error();
    const std::lock_guard lock(core_.mutex());
    if (auto looked = look_back(); !looked) return looked.error();
    if (auto given = lease_.give_back(core_, now()); !given) return given.error();
    if (auto recorded = record_run(); !recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_outbox(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Outbox>(core, request));
}

}  // namespace provost::engine
