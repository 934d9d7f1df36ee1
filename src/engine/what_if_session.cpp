// Both times the requests are decided in their order, each seeing what those before it would have done; the second time
// after what is supposed. It is the engine's own loop that decides, over an overlay that nobody commits.
#include "engine/what_if_session.hpp"

#include "base/failure.hpp"

#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/request_document.hpp"

#include <provost/engine/what_if.hpp>

#include <map>

namespace provost::engine {

namespace {

constexpr std::size_t most_lines = 100'000;
constexpr std::size_t most_at_once = 500;

// What was decided, as far as it is compared.
struct Outcome {
    Verdict verdict = Verdict::accepted;
    Code code;
    std::vector<Parameter> parameters;
    std::vector<ReportLine> report;
    std::vector<Reason> nearest;
};

class WhatIf final : public Session {
public:
    WhatIf(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view bytes) override;
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    using Requests = std::span<const NamedRequest>;

    [[nodiscard]] Result<void> add(std::string_view document);
    [[nodiscard]] Result<std::vector<Outcome>> decide(Requests requests);
    [[nodiscard]] Result<void> suppose(Requests supposed);
    [[nodiscard]] Result<void> judge(Requests supposed, Requests asked);
    void compare(std::size_t line, std::string_view verb, const Outcome& before, const Outcome& after);
    void compare_items(const WhatIfLine& answer, const Outcome& before, const Outcome& after);
    void tell(WhatIfLine line, bool refused_before, bool refused_after);

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    LineBuffer input_;
    std::vector<NamedRequest> requests_;
    std::optional<Error> failed_;
    std::vector<WhatIfLine> lines_;
    std::size_t handed_out_ = 0;
    WhatIfSummary summary_;
};

Error at_line(Error error, std::size_t line) {
    error.place.line = static_cast<std::int64_t>(line);
    return error;
}

Result<void> WhatIf::add(std::string_view document) {
    if (requests_.size() == most_lines) {
        return failure("list.too-long"_code, {}, {{"limit", std::to_string(most_lines)}});
    }
    auto named = read_request(document);
    if (!named) return named.error();
    Head& head = *static_cast<Head*>(named->request.get());
    // All are asked at one moment, that of the session.
    if (head.recorded) return failure("argument.invalid"_code, "/recorded", {{"argument", "recorded"}});
    // Whoever may not do everything asks as himself.
    const bool as_another =
        !head.actor.empty() && people::login_index(head.actor) != people::login_index(request_.actor);
    if (as_another && !core_.is_host(request_.actor)) {
        return failure("argument.invalid"_code, "/actor", {{"argument", "actor"}});
    }
    if (head.actor.empty()) head.actor = request_.actor;
    head.detail = Detail::reason;
    head.ids.clear();
    requests_.push_back(std::move(*named));
    return {};
}

Result<void> WhatIf::feed(std::string_view bytes) {
    if (failed_) return *failed_;
    input_.feed(bytes, [&](std::string_view line) {
        if (auto added = add(line); !added) failed_ = at_line(added.error(), requests_.size() + 1);
        return !failed_;
    });
    return failed_ ? Result<void>(*failed_) : Result<void>();
}

// Copies are decided: what is found for a request is not for the next time.
Result<std::vector<Outcome>> WhatIf::decide(Requests requests) {
    std::vector<Outcome> outcomes;
    for (std::size_t from = 0; from < requests.size(); from += most_at_once) {
        std::vector<Item> items;
        for (const NamedRequest& named : requests.subspan(from, std::min(most_at_once, requests.size() - from))) {
            std::shared_ptr<void> copy = named.verb->request->copy(named.request.get());
            items.push_back({{named.verb, copy.get()}, copy});
            items.back().digest = verbs::Verb::head(copy.get()).row_digest;
        }
        if (auto decided = core_.decide(items, recorded_, nullptr); !decided) return decided.error();
        for (Item& item : items) {
            Decision& made = item.decision;
            outcomes.push_back({made.verdict, made.code, std::move(made.reason.parameters), std::move(made.report),
                                std::move(made.nearest)});
        }
    }
    return outcomes;
}

Result<void> WhatIf::suppose(Requests supposed) {
    auto outcomes = decide(supposed);
    if (!outcomes) return outcomes.error();
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
        const Outcome& made = (*outcomes)[i];
        if (made.verdict == Verdict::accepted || made.verdict == Verdict::unchanged) continue;
        return at_line(failure("suppose.refused"_code, {}, {{"why", std::string(made.code.name())}}), i + 1);
    }
    return {};
}

void WhatIf::tell(WhatIfLine line, bool refused_before, bool refused_after) {
    ++summary_.differences;
    summary_.newly_refused += refused_after && !refused_before ? 1 : 0;
    summary_.newly_admitted += refused_before && !refused_after ? 1 : 0;
    lines_.push_back(std::move(line));
}

// Items are known by their names and, where a report says one again, by their order. One that is in one report only has
// no fate in the other.
void WhatIf::compare_items(const WhatIfLine& answer, const Outcome& before, const Outcome& after) {
    std::map<std::pair<std::string_view, std::size_t>, std::array<const ReportLine*, 2>> items;
    for (const auto* report : {&before.report, &after.report}) {
        std::map<std::string_view, std::size_t> said;
        for (const ReportLine& line : *report) items[{line.item, said[line.item]++}][report == &after.report] = &line;
    }
    for (const auto& [place, sides] : items) {
        static const ReportLine none;
        const ReportLine& was = sides[0] != nullptr ? *sides[0] : none;
        const ReportLine& is = sides[1] != nullptr ? *sides[1] : none;
        const bool both = sides[0] != nullptr && sides[1] != nullptr;
        if (both && was.fate == is.fate && was.code == is.code && was.value == is.value) continue;
        WhatIfLine line = answer;
        line.item = place.first;
        line.code_before = was.code;
        line.code_after = is.code;
        if (sides[0] != nullptr) line.fate_before = was.fate;
        if (sides[1] != nullptr) line.fate_after = is.fate;
        line.value_before = was.value;
        line.value_after = is.value;
        tell(std::move(line), was.fate == Fate::refused, is.fate == Fate::refused);
    }
}

void WhatIf::compare(std::size_t line, std::string_view verb, const Outcome& before, const Outcome& after) {
    WhatIfLine answer;
    answer.line = static_cast<std::int64_t>(line);
    answer.verb = verb;
    answer.verdict_before = before.verdict;
    answer.verdict_after = after.verdict;
    compare_items(answer, before, after);
    if (before.verdict == after.verdict && before.code == after.code) return;
    answer.code_before = before.code;
    answer.code_after = after.code;
    if (after.code) answer.sentence = sentence(after.code, after.parameters);
    answer.nearest = after.nearest;
    tell(std::move(answer), before.verdict == Verdict::refused, after.verdict == Verdict::refused);
}

Result<void> WhatIf::judge(Requests supposed, Requests asked) {
    auto before = decide(asked);
    core_.discard();
    if (!before) return before.error();
    if (auto done = suppose(supposed); !done) return done;
    auto after = decide(asked);
    if (!after) return after.error();
    for (std::size_t i = 0; i < asked.size(); ++i) {
        compare(supposed.size() + i + 1, asked[i].verb->name, (*before)[i], (*after)[i]);
    }
    summary_.supposed = static_cast<std::int64_t>(supposed.size());
    summary_.asked = static_cast<std::int64_t>(asked.size());
    return {};
}

Result<std::string> WhatIf::finish() {
    if (failed_) return *failed_;
    const auto supposed = static_cast<std::size_t>(*request_.suppose);
    if (!input_.rest().empty()) {
        failed_ = at_line(failure("document.malformed"_code, {}, {}), requests_.size() + 1);
    } else if (requests_.size() < supposed) {
        failed_ = failure("argument.invalid"_code, "/suppose", {{"argument", "suppose"}});
    }
    if (failed_) return *failed_;
    const std::lock_guard lock(core_.mutex());
    if (auto head = core_.refresh_head(); !head) return head.error();
    const auto entries = core_.head().entries;
    core_.discard();
    const Requests all(requests_);
    auto judged = judge(all.first(supposed), all.subspan(supposed));
    core_.discard();
    if (!judged) return *(failed_ = judged.error());
    if (auto head = core_.refresh_head(); !head) return head.error();
    summary_.moved = core_.head().entries != entries;
    return to_json(summary_);
}

Result<bool> WhatIf::take(Chunk& chunk) {
    if (failed_) return *failed_;
    if (handed_out_ == lines_.size()) return false;
    chunk = {"differences", {}};
    while (handed_out_ < lines_.size() && chunk.bytes.size() < largest_piece) {
        add_line(chunk.bytes, lines_[handed_out_++]);
    }
    return true;
}

}  // namespace

Result<std::unique_ptr<Session>> begin_what_if(Core& core, const SessionRequest& request) {
    if (!request.suppose) return failure("field.missing"_code, "/suppose", {{"field", "suppose"}});
    return std::unique_ptr<Session>(std::make_unique<WhatIf>(core, request));
}

}  // namespace provost::engine
