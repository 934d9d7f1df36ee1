// What follows from a decision: requests of ordinary verbs, decided over what was decided before them.
#include "engine/core.hpp"

namespace provost::engine {

namespace {

// What became of a request that followed from another one.
void add_outcome(const FollowUp& next, const Item& follower, Decision& decision) {
    const Decision& found = follower.decision;
    if (next.item.empty()) {
        decision.notes.insert(decision.notes.end(), found.notes.begin(), found.notes.end());
        return;
    }
    ReportLine line;
    line.item = next.item;
    line.fate = found.refused() ? Fate::refused : found.verdict == Verdict::unchanged ? Fate::kept : Fate::changed;
    line.code = found.code;
    if (!found.refused() && !found.notes.empty()) line.code = found.notes.front().code;
    if (found.about != 0) line.value = std::to_string(found.about);
    decision.report.push_back(std::move(line));
}

}  // namespace

// What follows sees what was decided before it, and takes its ids from the same source. Whoever asked is named with it,
// but his rights were checked for what he asked.
Result<void> Core::decide_follow_ups(Item& item, Instant recorded, IdSource& ids) {
    const Head& asked = verbs::Verb::head(item.asked.request);
    for (const FollowUp& next : item.decision.follow_ups) {
        Head& head = *static_cast<Head*>(next.data.get());
        head.actor = asked.actor;
        if (!head.effective) head.effective = asked.effective;
        const bool is_his = !next.item.empty() || asked.trigger == Trigger::import;
        head.trigger = is_his ? asked.trigger : Trigger::rule;
        Item follower{{verbs::find(*next.request), next.data.get()}, next.data};
        follower.messages = item.messages;
        const auto facts = follower.asked.verb->make_facts(1);
        Gathering gathering(follower.asked, facts.get());
        if (auto decided = decide_one(follower, gathering, recorded, nullptr, &ids); !decided) return decided;
        add_outcome(next, follower, item.decision);
        const bool did = follower.decision.verdict == Verdict::accepted;
        if (did && item.decision.verdict == Verdict::unchanged) item.decision.verdict = Verdict::accepted;
    }
    return {};
}

}  // namespace provost::engine
