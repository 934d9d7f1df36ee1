// Telling what is free from what is not.
#include "learning/free_part.hpp"

namespace provost::learning {

namespace {

// Marks grow until nothing more follows.
template <class Step>
void to_the_end(Step step) {
    while (step()) {
    }
}

bool mark(std::vector<bool>& marks, int place) {
    if (marks[static_cast<std::size_t>(place)]) return false;
    return marks[static_cast<std::size_t>(place)] = true;
}

// Whether a rule can take something away, as far as it is known which components are bound.
bool takes_away(const Logic& logic, const Logic::Rule& rule, const std::vector<bool>& bound) {
    const auto is_locked_sometime = [&](int target) {
        return !logic.components[static_cast<std::size_t>(target)].lockers.empty();
    };
    return rule.ends != Ended::no || !rule.locks.empty() || std::ranges::any_of(rule.opens, is_locked_sometime) ||
           std::ranges::any_of(rule.folders, [&](const Logic::Folder& folder) {
               return bound[static_cast<std::size_t>(folder.component)];
           });
}

// What lies in a bound folder that a rule processes is bound as well, and so is what has a rule that takes away.
bool bind_more(const Logic& logic, std::vector<bool>& bound) {
    bool changed = false;
    for (const Logic::Rule& rule : logic.rules) {
        if (rule.component >= 0 && takes_away(logic, rule, bound)) changed |= mark(bound, rule.component);
        for (const Logic::Folder& folder : rule.folders) {
            if (!bound[static_cast<std::size_t>(folder.component)]) continue;
            for (const int each : logic.contents[static_cast<std::size_t>(folder.component)]) {
                changed |= mark(bound, each);
            }
        }
    }
    return changed;
}

}  // namespace

FreePart::FreePart(const Ways& ways) : time_is_free_(!ways.calendar().something_closes()) {
    const Logic& logic = ways.logic();
    std::vector<bool> bound(logic.components.size());
    for (std::size_t i = 0; i < bound.size(); ++i) {
        const int component = static_cast<int>(i);
        bound[i] = ways.may_close(component) || logic.components[i].limit != 0;
        const auto closes = ways.calendar().of(component).closes;
        if (closes.line >= 0 && ways.calendar().at(closes).waits_for >= 0) {
            bound[static_cast<std::size_t>(ways.calendar().at(closes).waits_for)] = true;  // done late, it closes late
        }
    }
    to_the_end([&] { return bind_more(logic, bound); });
    for (std::size_t i = 0; i < bound.size(); ++i) {
        free_.push_back(!bound[i]);
        if (bound[i] && ways.is_for_learners(static_cast<int>(i))) searched_.push_back(static_cast<int>(i));
    }
    find_leading(ways);
}

// Backwards from what is bound: what opens it, what fills the folder that opens it, what its moments wait for.
void FreePart::find_leading(const Ways& ways) {
    const Logic& logic = ways.logic();
    leads_ = free_;
    leads_.flip();
    const auto leads_to = [&](int target) { return leads(target); };
    to_the_end([&] {
        bool changed = false;
        for (const Logic::Rule& rule : logic.rules) {
            if (rule.component < 0) continue;
            const bool opens = std::ranges::any_of(rule.opens, leads_to);
            const bool fills = std::ranges::any_of(rule.folders, leads_to, &Logic::Folder::component);
            if (opens || fills) changed |= mark(leads_, rule.component);
            for (const Logic::Folder& folder : rule.folders) {
                if (!leads_to(folder.component)) continue;
                for (const int each : logic.contents[static_cast<std::size_t>(folder.component)]) {
                    changed |= mark(leads_, each);
                }
            }
        }
        for (const auto& line : ways.calendar().lines()) {
            if (!line.empty() && line.front().waits_for >= 0) changed |= mark(leads_, line.front().waits_for);
        }
        return changed;
    });
}

FreePart FreePart::without(int component) const {
    FreePart part = *this;
    part.free_[static_cast<std::size_t>(component)] = false;
    part.leads_[static_cast<std::size_t>(component)] = true;
    part.searched_.push_back(component);
    return part;
}

void FreePart::exhaust(const Ways& ways, Spot& spot, std::vector<Move>* taken) const {
    Trace trace;
    std::vector<Move> moves;
    const auto take_all = [&] {
        for (const Move& move : moves) ways.take(move, spot, trace);
        if (taken != nullptr) taken->insert(taken->end(), moves.begin(), moves.end());
        const bool any = !moves.empty();
        moves.clear();
        return any;
    };
    to_the_end([&] {
        bool changed = false;
        for (std::size_t i = 0; i < free_.size(); ++i) {
            const int component = static_cast<int>(i);
            if (!free_[i] || spot.exhausted[i] || !ways.is_for_learners(component)) continue;
            // A tutor may confirm what its window still closes.
            const bool open = ways.is_open(spot, component);
            ways.moves(spot, component, moves);
            changed |= take_all();
            spot.exhausted[i] = open;
        }
        if (time_is_free_) {
            ways.moments(spot, moves);
            changed |= take_all();
        }
        return changed;
    });
}

}  // namespace provost::learning
