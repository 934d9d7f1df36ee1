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

Sameness::Sameness(const Ways& ways) : ways_(ways) {
    const Logic& logic = ways.logic();
    folders_.resize(logic.components.size());
    waited_for_.resize(logic.components.size());
    for (const Logic::Rule& rule : logic.rules) {
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

bool Sameness::processing_matters(const Spot& spot, std::size_t component, const std::vector<bool>& has_rules) const {
    const auto& its = ways_.logic().components[component];
    if ((ways_.by_progress() && its.counted) || waited_for_[component]) return true;
    return std::ranges::any_of(folders_[component], [&](int folder) {
        const auto place = static_cast<std::size_t>(folder);
        return has_rules[place] && !spot.state.done[place].folder_processed;
    });
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

void Sameness::add(const Spot& spot, std::size_t component, bool has_rules, std::string& text) const {
    const auto& its = ways_.logic().components[component];
    const Done& done = spot.state.done[component];
    const auto position = static_cast<int>(component);
    const auto flag = [&](bool value) { text += value ? '1' : '0'; };
    flag(done.passed || done.completed || done.folder_processed);
    flag(done.failed);
    flag(is_processed(ways_.logic(), spot.state, position));
    flag(ways_.asks_participant(position) && done.confirmed);
    flag(ways_.asks_tutor(position) && done.tutor_confirmed);
    add_number(text, has_rules ? done.reached : 0);
    if (its.limit != 0) add_number(text, std::min(done.ended, its.limit));
    if (!ways_.may_close(position)) return;
    flag(spot.running[component]);
    flag(ways_.asks_tutor(position) && done.opened);
}

std::string Sameness::of(const Spot& spot) const {
    const Logic& logic = ways_.logic();
    if (spot.state.ended != Ended::no) return "e";
    std::vector<bool> has_rules(logic.components.size());
    std::string text;
    for (std::size_t i = 0; i < logic.rules.size(); ++i) {
        const bool may = may_fire(spot, i);
        text += may ? '+' : '-';
        if (may) has_rules[static_cast<std::size_t>(logic.rules[i].component)] = true;
    }
    for (std::size_t i = 0; i < logic.rules.size(); ++i) {
        if (spot.state.fired[i] == 0) continue;
        for (const auto& folder : logic.rules[i].folders) {
            const auto place = static_cast<std::size_t>(folder.component);
            if (!has_rules[place] || spot.state.done[place].folder_processed) continue;
            text += 'f';  // it waits for the folder to be full
            add_number(text, i);
        }
    }
    text += '.';
    for (std::size_t i = 0; i < logic.components.size(); ++i) {
        const bool matters = processing_matters(spot, i, has_rules);
        const Done& done = spot.state.done[i];
        const bool stays = !has_rules[i] && (!matters || done.passed || done.completed);
        text += !stays ? 'x' : matters ? 'p' : '-';
        if (stays) continue;
        add(spot, i, has_rules[i], text);
        add_opening(spot, i, text);
    }
    for (const auto passed : spot.at) add_number(text, passed);
    return text;
}

}  // namespace provost::learning
