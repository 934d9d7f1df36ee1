// What of a state matters to its future.
#include "learning/same.hpp"

namespace provost::learning {

namespace {

using catalogue::ConditionKind;
using catalogue::Ending;

void add_number(std::string& text, std::uint64_t number) {
    do {
        text += static_cast<char>((number & 127U) | (number > 127U ? 128U : 0U));
        number >>= 7U;
    } while (number != 0);
}

}  // namespace

Sameness::Sameness(const Ways& ways, Of of) : ways_(ways), of_(of) {
    const Logic& logic = ways.logic();
    rules_.resize(logic.components.size());
    folders_.resize(logic.components.size());
    waited_for_.resize(logic.components.size());
    for (const Logic::Rule& rule : logic.rules) {
        if (rule.component >= 0) {
            rules_[static_cast<std::size_t>(rule.component)].push_back(static_cast<int>(alone_.size()));
        }
        auto& alone = alone_.emplace_back();
        for (const auto& condition : rule.conditions) {
            alone.push_back(rule);
            alone.back().conditions = {condition};
        }
        for (const Logic::Folder& folder : rule.folders) {
            for (const int each : logic.contents[static_cast<std::size_t>(folder.component)]) {
                folders_[static_cast<std::size_t>(each)].push_back(folder.component);
            }
        }
    }
    for (const auto& line : ways.calendar().lines()) {
        for (const auto& moment : line) {
            if (moment.waits_for >= 0) waited_for_[static_cast<std::size_t>(moment.waits_for)] = true;
        }
    }
}

bool Sameness::may_hold(const Spot& spot, const Logic::Rule& rule, std::size_t condition) const {
    const auto& asked = rule.conditions[condition];
    const auto& its = ways_.logic().components[static_cast<std::size_t>(rule.component)];
    const bool of_tries = asked.kind == ConditionKind::percentage || asked.kind == ConditionKind::status;
    if (!of_tries) return true;
    if (catalogue::what_is(its.kind).holds_others) return asked.ending == Ending::passed;
    const bool more =
        spot.running[static_cast<std::size_t>(rule.component)] || has_tries(ways_.logic(), spot.state, rule.component);
    if (!more || !asked.after_all) return more;
    if (its.limit != 0 && rule.tries > its.limit) return false;
    const Done& done = spot.state.done[static_cast<std::size_t>(rule.component)];
    if (asked.kind == ConditionKind::percentage) return (done.reached >> asked.range & 1U) == 0;
    return !done.passed && !done.completed;
}

// Whether the rule has not fired, and as far as its own component goes still can.
bool Sameness::may_fire(const Spot& spot, std::size_t position) const {
    const Logic::Rule& rule = ways_.logic().rules[position];
    if (rule.component < 0 || spot.state.fired[position] != 0) return false;
    for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
        if (!holds(spot.state, alone_[position][i]) && !may_hold(spot, rule, i)) return false;
    }
    return true;
}

// Which components can be open some time, at best, and which of their rules can fire.
void Sameness::look_ahead(const Spot& spot, Future& future) const {
    const Logic& logic = ways_.logic();
    future.may_open.resize(logic.components.size());
    future.fires.resize(logic.rules.size());
    std::vector<int> open;
    const auto may_open = [&](int component) {
        const auto place = static_cast<std::size_t>(component);
        if (future.may_open[place]) return;
        future.may_open[place] = true;
        open.push_back(component);
    };
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        const int component = static_cast<int>(i);
        const bool is_over = ways_.is_over(spot, component) && !ways_.asks_tutor(component);
        const bool is_folder = catalogue::what_is(logic.components[i].kind).holds_others;
        const bool unlocked = opening_of(logic, spot.state, component).unlocked && !is_over;
        // IMC-LL-12: it may still be said of it that it is done.
        const bool may_say =
            spot.state.done[i].opened && (ways_.asks_participant(component) || ways_.asks_tutor(component));
        if (is_folder || spot.running[i] || unlocked || may_say) may_open(component);
    }
    while (!open.empty()) {
        const auto component = static_cast<std::size_t>(open.back());
        open.pop_back();
        for (const int position : rules_[component]) {
            const auto rule = static_cast<std::size_t>(position);
            if (!may_fire(spot, rule)) continue;
            future.fires[rule] = true;
            for (const int opened : logic.rules[rule].opens) {
                if (!ways_.is_over(spot, opened) || ways_.asks_tutor(opened)) may_open(opened);
            }
        }
    }
}

bool Sameness::changes_something(const Spot& spot, const Logic::Rule& rule, const Future& future) const {
    const Logic& logic = ways_.logic();
    if (of_ == Of::everything || rule.ends != Ended::no || !rule.locks.empty()) return true;
    const bool fills = std::ranges::any_of(rule.folders, [&](const Logic::Folder& folder) {
        const auto place = static_cast<std::size_t>(folder.component);
        return future.has_rules[place] && !spot.state.done[place].folder_processed;
    });
    return fills || std::ranges::any_of(rule.opens, [&](int opened) {
               const auto place = static_cast<std::size_t>(opened);
               if (!logic.components[place].lockers.empty()) return true;
               if (!future.has_rules[place] && !future.matters[place]) return false;
               const Opening opening = opening_of(logic, spot.state, opened);
               return !opening.unlocked || opening.from.has_value();
           });
}

bool Sameness::processing_matters(const Spot& spot, std::size_t component, const Future& future) const {
    const auto& its = ways_.logic().components[component];
    if ((ways_.by_progress() && its.counted) || waited_for_[component]) return true;
    return std::ranges::any_of(folders_[component], [&](int folder) {
        const auto place = static_cast<std::size_t>(folder);
        return future.has_rules[place] && !spot.state.done[place].folder_processed;
    });
}

// From the ends backwards: which of the rules that can fire change something.
void Sameness::look_back(const Spot& spot, Future& future) const {
    const Logic& logic = ways_.logic();
    future.has_rules.resize(logic.components.size());
    future.matters.resize(logic.components.size());
    std::vector<bool> fires(logic.rules.size());
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < logic.components.size(); ++i) {
            if (future.matters[i] || !processing_matters(spot, i, future)) continue;
            future.matters[i] = changed = true;
        }
        for (std::size_t i = 0; i < logic.rules.size(); ++i) {
            if (!future.fires[i] || fires[i] || !changes_something(spot, logic.rules[i], future)) continue;
            fires[i] = changed = true;
            future.has_rules[static_cast<std::size_t>(logic.rules[i].component)] = true;
        }
    }
    future.fires = std::move(fires);
}

Sameness::Future Sameness::future_of(const Spot& spot) const {
    Future future;
    look_ahead(spot, future);
    look_back(spot, future);
    return future;
}

void Sameness::add_rules(const Spot& spot, const Future& future, std::string& text) const {
    const Logic& logic = ways_.logic();
    for (std::size_t i = 0; i < logic.rules.size(); ++i) {
        text += future.fires[i] ? '+' : '-';
        if (spot.state.fired[i] == 0) continue;
        for (const auto& folder : logic.rules[i].folders) {
            const auto place = static_cast<std::size_t>(folder.component);
            if (!future.has_rules[place] || spot.state.done[place].folder_processed) continue;
            text += 'f';  // it waits for the folder to be full
            add_number(text, static_cast<std::uint64_t>(place));
        }
    }
}

// What was opened since it was locked last, and from when on: earlier steps make no difference any more.
void Sameness::add_opening(const Spot& spot, std::size_t component, std::string& text) const {
    const Opening opening = opening_of(ways_.logic(), spot.state, static_cast<int>(component));
    text += opening.unlocked ? opening.from ? 'd' : 'o' : 'l';
    if (!opening.from) return;
    const auto place = ways_.calendar().of(*opening.from);
    add_number(text, static_cast<std::uint64_t>(place.line));
    add_number(text, static_cast<std::uint64_t>(place.index));
}

// Of what was done, that for which a rule asks that can fire.
void Sameness::add(const Spot& spot, std::size_t component, const Future& future, std::string& text) const {
    const Logic& logic = ways_.logic();
    const Done& done = spot.state.done[component];
    const auto position = static_cast<int>(component);
    bool confirmed = false, tutor = false, success = future.matters[component], failed = success;
    std::uint64_t reached = 0;
    for (const int place : rules_[component]) {
        if (!future.fires[static_cast<std::size_t>(place)]) continue;
        for (const auto& asked : logic.rules[static_cast<std::size_t>(place)].conditions) {
            confirmed = confirmed || asked.kind == ConditionKind::confirmed_by_participant;
            tutor = tutor || asked.kind == ConditionKind::confirmed_by_tutor;
            success = success || asked.kind == ConditionKind::status;
            failed = failed || (asked.kind == ConditionKind::status && asked.ending == Ending::failed);
            if (asked.kind == ConditionKind::percentage) reached |= std::uint64_t{1} << asked.range;
        }
    }
    const auto flag = [&](bool value) { text += value ? '1' : '0'; };
    flag(success && (done.passed || done.completed || done.folder_processed));
    flag(failed && done.failed);
    flag(future.matters[component] && is_processed(logic, spot.state, position));
    flag(confirmed && done.confirmed);
    flag(tutor && done.tutor_confirmed);
    add_number(text, done.reached & reached);
    const auto limit = logic.components[component].limit;
    if (limit != 0) add_number(text, std::min(done.ended, limit));
    if (!ways_.may_close(position)) return;
    flag(done.opened && ((confirmed && !done.confirmed) || (tutor && !done.tutor_confirmed)));
    if (!success && !failed && reached == 0) return;  // that something ends there makes no difference
    flag(spot.running[component]);
    flag(done.ended != 0);
    flag(is_processed(logic, spot.state, position));
}

std::string Sameness::of(const Spot& spot) const {
    const Logic& logic = ways_.logic();
    if (spot.state.ended != Ended::no) return "e";
    const Future future = future_of(spot);
    std::string text;
    add_rules(spot, future, text);
    text += '.';
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        const Done& done = spot.state.done[i];
        const bool passed = done.passed || done.completed;
        const bool stays = !future.has_rules[i] && (!future.matters[i] || passed || !future.may_open[i]);
        if (!stays) {
            text += 'x';
            add(spot, i, future, text);
            add_opening(spot, i, text);
        } else if (!future.matters[i]) {
            text += '-';
        } else {
            const int component = static_cast<int>(i);
            const bool failed =
                is_failed(logic, spot.state, component) && !has_more_tries(logic, spot.state, component);
            text += is_processed(logic, spot.state, component) ? 'p' : failed ? 'f' : 'l';
        }
    }
    for (const auto passed : spot.at) add_number(text, passed);
    return text;
}

}  // namespace provost::learning
