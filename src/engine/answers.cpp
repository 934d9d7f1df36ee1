// Answers and approvals.
#include "engine/answers.hpp"

#include <provost/describe/json.hpp>
#include <provost/plan/compare.hpp>

#include <charconv>

namespace provost::engine {

namespace {

PlannedChange planned(const Change& change) {
    PlannedChange shown;
    shown.kind = change.after.type().name;
    shown.id = change.after.id();
    shown.created = !change.before;
    shown.fields =
        differences(change.after.type(), change.before ? change.before.data() : nullptr, change.after.data());
    return shown;
}

// Over what is changed, on which versions, until when: nothing else can be carried out under the token.
std::string approval_hash(const Core& core, std::span<const Change> changes, Instant expires) {
    std::string personal;
    Sha256 hash;
    hash.add(core.options().secret).add("\n").add(audit::columns(changes, core.options().secret, personal));
    hash.add("\n").add(core.reads_text()).add("\n").add(to_text(expires));
    return to_hex(hash.finish(), 16);
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

Answer answer_of(const Item& item, std::span<const Change> changes) {
    const Decision& decision = item.decision;
    const Detail detail = verbs::Verb::head(item.asked.request).detail;
    Answer answer;
    answer.verdict = decision.verdict;
    answer.code = decision.code;
    if (decision.code) answer.sentence = sentence(decision.code, decision.reason.parameters);
    answer.id = decision.about;
    answer.notes = decision.notes;
    answer.report = decision.report;
    if (detail != Detail::verdict) {
        const bool has_tree = decision.reason.code || !decision.reason.parts.empty();
        if (has_tree) answer.reason = decision.reason;
        answer.nearest = decision.nearest;
    }
    if (detail == Detail::full || verbs::Verb::head(item.asked.request).plan_only) {
        for (const Change& change : changes) answer.plan.push_back(planned(change));
    }
    return answer;
}

std::string make_approval(const Core& core, const Item& item, std::span<const Change> changes, Instant expires) {
    std::string token = approval_hash(core, changes, expires);
    token += '.' + std::to_string(expires.time_since_epoch().count());
    for (const auto id : item.ids) token += '.' + std::to_string(id);
    return token;
}

std::optional<Approval> read_approval(std::string_view token) {
    const auto dot = token.find('.');
    if (dot == token.npos) return std::nullopt;
    Approval approval;
    approval.hash = token.substr(0, dot);
    auto rest = token.substr(dot + 1);
    bool first = true;
    while (!rest.empty()) {
        const auto end = rest.find('.');
        const auto number = number_in(rest.substr(0, end));
        if (!number) return std::nullopt;
        if (first) {
            approval.expires = Instant{std::chrono::milliseconds{*number}};
        } else {
            approval.ids.push_back(*number);
        }
        first = false;
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
    return first ? std::nullopt : std::optional(approval);
}

}  // namespace provost::engine
