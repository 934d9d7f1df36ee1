// What a session "what_if" tells.
#pragma once

#include <provost/plan/answer.hpp>

namespace provost {

/// A request, or one item of its report, that would be decided otherwise under what is supposed. Since 0.1.
struct WhatIfLine {
    std::int64_t line = 0;
    std::string verb;
    std::string item;
    Verdict verdict_before = Verdict::accepted;
    Verdict verdict_after = Verdict::accepted;
    Code code_before;
    Code code_after;
    std::optional<Fate> fate_before;
    std::optional<Fate> fate_after;
    std::string value_before;
    std::string value_after;
    std::string sentence;
    std::vector<Reason> nearest;
};

/// What a finished comparison says. Since 0.1.
struct WhatIfSummary {
    std::int64_t supposed = 0;
    std::int64_t asked = 0;
    std::int64_t differences = 0;
    std::int64_t newly_refused = 0;
    std::int64_t newly_admitted = 0;
    bool moved = false;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::WhatIfLine, document, "what_if_line", "What would be decided otherwise.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(line, "Line of the request that was asked, from 1."),
                 PROVOST_FIELD(verb, "What it asks."),
                 PROVOST_FIELD(item, "Item of the answer's report that differs; absent: the answer itself does."),
                 PROVOST_FIELD(verdict_before, "The verdict as things are."),
                 PROVOST_FIELD(verdict_after, "The verdict under what is supposed."),
                 PROVOST_FIELD(code_before, "Why, as things are: of the item, else of the answer."),
                 PROVOST_FIELD(code_after, "Why, under what is supposed."),
                 PROVOST_FIELD(fate_before, "What becomes of the item as things are; absent: it is not in the report."),
                 PROVOST_FIELD(fate_after, "The same under what is supposed."),
                 PROVOST_FIELD(value_before, "Canonical JSON of the item's value as things are."),
                 PROVOST_FIELD(value_after, "The same under what is supposed."),
                 PROVOST_FIELD(sentence, "The code under what is supposed, in English."),
                 PROVOST_FIELD(nearest, "The smallest set of facts that would turn a refusal of the answer."));

PROVOST_DESCRIBE(provost::WhatIfSummary, document, "what_if_summary", "What a finished comparison says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(supposed, "Requests that were supposed."),
                 PROVOST_FIELD(asked, "Requests that were judged, twice each."),
                 PROVOST_FIELD(differences, "Lines of differences."),
                 PROVOST_FIELD(newly_refused, "Of these: refused only under what is supposed."),
                 PROVOST_FIELD(newly_admitted, "Of these: refused only as things are."),
                 PROVOST_FIELD(moved, "True when the store changed meanwhile: differences may stem from that."));
