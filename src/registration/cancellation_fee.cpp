// Fees of cancellations: exact, and rounded once.
#include "registration/cancellation_fee.hpp"

#include <array>

namespace provost::registration {

namespace {

using catalogue::CancellationRule;
using enrolment::ParticipantChange;
using enrolment::State;

// ISO 4217: currencies whose smallest unit is not a hundredth.
constexpr std::string_view without_places = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view with_three_places = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view with_four_places = "CLF UYW";

// Millionths in the smallest unit.
std::int64_t smallest_unit(std::string_view currency) {
    const auto is_in = [&](std::string_view list) { return !currency.empty() && list.find(currency) != list.npos; };
    if (is_in(without_places)) return 1'000'000;
    if (is_in(with_three_places)) return 1'000;
    return is_in(with_four_places) ? 100 : 10'000;
}

// The rule with the fewest days that still holds with so many days left; none when there are more. IMC-CAN-02
const CancellationRule* rule_for(const std::vector<CancellationRule>& rules, std::int64_t left) {
    const CancellationRule* best = nullptr;
    for (const CancellationRule& rule : rules) {
        if (rule.days >= left && (best == nullptr || rule.days < best->days)) best = &rule;
    }
    return best;
}

Decimal percent_of(const CancellationRule* rule) { return rule == nullptr ? Decimal{} : rule->percent; }

}  // namespace

Decimal fee_percent(const Cancellation& cancellation) {
    const State state = cancellation.place.state;
    if (state == State::waiting || state == State::requested) return {};  // IMC-CAN-07
    const auto& settings = cancellation.course.settings;
    const Day day = day_of(cancellation.at, cancellation.zone);
    if (!cancellation.course.has_dates()) {
        // IMC-CAN-05: a duration of use has no launch; what counts is that the participant has begun.
        // A start that nobody recorded has passed.
        const auto& start = cancellation.place.started_on;
        const bool begun = start ? *start <= day : state == State::in_progress;
        return begun ? settings.after_start_percent.value_or(Decimal{}) : Decimal{};
    }
    const bool launched = *cancellation.course.starts_at <= cancellation.at;
    if (launched && settings.after_start_percent) return *settings.after_start_percent;  // IMC-CAN-04
    const Day start = day_of(*cancellation.course.starts_at, cancellation.zone);
    const auto left = std::max<std::int64_t>((start - day).count(), 0);
    return percent_of(rule_for(settings.cancellation_rules, launched ? 0 : left));
}

Decimal fee_of(Decimal price, Decimal percent, std::string_view currency) {
    __extension__ using Wide = __int128;
    constexpr Wide hundred_percent = Wide{100} * 1'000'000;
    const Wide unit = Wide{smallest_unit(currency)} * hundred_percent;
    const Wide exact = Wide{price.millionths} * percent.millionths;  // in millionths of a percent
    const Wide units = (exact * 2 + (exact < 0 ? -unit : unit)) / (unit * 2);
    return {static_cast<std::int64_t>(units * smallest_unit(currency))};
}

const ParticipantChange* charged_before(const Many<ParticipantChange>& changes, Id<enrolment::Enrolment> place) {
    return changes.first([&](const ParticipantChange& change) {
        return change.enrolment == place && change.fee_percent && *change.fee_percent > Decimal{};
    });
}

void charge(ParticipantChange& change, const Cancellation& cancellation, const Many<ParticipantChange>& earlier,
            Decision& decision) {
    if (charged_before(earlier, cancellation.place.id) != nullptr) {  // FIN-WDR-10
        return decision.note("cancellation.charged-before"_code, {{"course", cancellation.course.external_id}});
    }
    const auto& settings = cancellation.course.settings;
    const Decimal percent = fee_percent(cancellation);
    change.fee_percent = percent;
    std::vector<Parameter> told{{"percent", to_text(percent)}};
    if (settings.price) {
        change.fee = fee_of(*settings.price, percent, settings.currency);
        change.currency = settings.currency;
        told.push_back({"fee", to_text(*change.fee) + ' ' + settings.currency});
    } else {
        told.push_back({"fee", "0"});
    }
    decision.note("cancellation.fee"_code, std::move(told));
}

}  // namespace provost::registration
