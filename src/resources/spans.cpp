// Times from one moment until just before another.
#include "resources/spans.hpp"

#include <algorithm>

namespace provost::resources {

namespace {

Span clipped(const AvailabilityWindow& window, const Span& in) {
    return {std::max(window.starts_at.value_or(in.starts_at), in.starts_at),
            std::min(window.ends_at.value_or(in.ends_at), in.ends_at)};
}

// Those that overlap or touch become one.
std::vector<Span> merged(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, &Span::starts_at);
    std::vector<Span> apart;
    for (const Span& span : spans) {
        if (span.empty()) continue;
        if (apart.empty() || apart.back().ends_at < span.starts_at) {
            apart.push_back(span);
        } else {
            apart.back().ends_at = std::max(apart.back().ends_at, span.ends_at);
        }
    }
    return apart;
}

std::vector<Span> without(const std::vector<Span>& spans, const Span& closed) {
    std::vector<Span> left;
    for (const Span& span : spans) {
        for (const Span& part : {Span{span.starts_at, std::min(span.ends_at, closed.starts_at)},
                                 Span{std::max(span.starts_at, closed.ends_at), span.ends_at}}) {
            if (!part.empty()) left.push_back(part);
        }
    }
    return left;
}

}  // namespace

std::optional<Instant> first_with(std::span<const Span> spans, const Span& in, std::size_t count) {
    struct Step {
        Instant at;
        int change;
    };
    std::vector<Step> steps;
    if (in.empty()) return std::nullopt;
    for (const Span& span : spans) {
        if (span.empty() || !span.overlaps(in)) continue;
        steps.push_back({std::max(span.starts_at, in.starts_at), 1});
        steps.push_back({span.ends_at, -1});
    }
    // What ends at a moment has ended before what starts then.
    std::ranges::sort(steps, [](const Step& a, const Step& b) { return a.at != b.at ? a.at < b.at : a.change < b.change; });
    std::size_t held = 0;
    for (const Step& step : steps) {
        held += static_cast<std::size_t>(step.change);
        if (step.change > 0 && held >= count) return step.at;
    }
    return std::nullopt;
}

// IMC-RES-06
std::vector<Span> times_to_be_had(const std::vector<AvailabilityWindow>& calendar, const Span& in) {
    std::vector<Span> open;
    bool names_open = false;
    for (const AvailabilityWindow& window : calendar) {
        if (window.closed) continue;
        names_open = true;
        open.push_back(clipped(window, in));
    }
    if (!names_open) open.push_back(in);
    open = merged(std::move(open));
    for (const AvailabilityWindow& window : calendar) {
        const Span closed = clipped(window, in);
        if (window.closed && !closed.empty()) open = without(open, closed);
    }
    return open;
}

bool can_be_had(const std::vector<AvailabilityWindow>& calendar, const Span& span) {
    const auto times = times_to_be_had(calendar, span);
    return times.size() == 1 && times.front() == span;
}

}  // namespace provost::resources
