// Progress as a number.
#include "learning/percentage.hpp"

namespace provost::learning {

std::optional<Rational> share_processed(const Logic& logic, const State& state) {
    std::int64_t weight = 0, weight_done = 0, count = 0, count_done = 0;
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        const Logic::Component& component = logic.components[i];
        if (!component.counted) continue;  // IMC-SYL-06
        const bool done = is_processed(logic, state, static_cast<int>(i));
        weight += component.weight;
        weight_done += done ? component.weight : 0;
        ++count;
        count_done += done ? 1 : 0;
    }
    return weight > 0 ? make_rational(weight_done, weight) : make_rational(count_done, count);
}

std::int64_t whole_percent(Rational share) {
    // Weights have six places and a thousand components: a hundred times their sum fits.
    return share.above * 100 / share.below;
}

}  // namespace provost::learning
