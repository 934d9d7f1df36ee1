// What only all files together show: facts that miss their counterpart, files that nothing needs, names that differ.
#include "reporting/checks/cross.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

// "client.disability: client.NAT00090 !client.x" in parts.
struct Wanted {
    std::string_view when;
    std::vector<std::string_view> any_of;
    std::string_view none_of;
};

Wanted wanted_of(std::string_view argument) {
    const auto colon = argument.find(':');
    Wanted wanted{argument.substr(0, colon), words(argument.substr(colon + 1)), {}};
    if (wanted.any_of.size() == 1 && wanted.any_of[0].starts_with('!')) {
        wanted.none_of = wanted.any_of[0].substr(1);
        wanted.any_of.clear();
    }
    return wanted;
}

// The place of a fact among those of its entity in a release; most_facts when the release has none of that name.
std::size_t place_of(std::string_view name, std::string_view release, Entity& entity) {
    std::array<std::size_t, entities> places{};
    for (const Fact& fact : facts()) {
        if (!fact.release.empty() && fact.release != release) continue;
        std::size_t& place = places[static_cast<std::size_t>(fact.entity)];
        entity = fact.entity;
        if (fact.name == name) return place;
        ++place;
    }
    return Thing::most_facts;
}

}  // namespace

bool Cross::has_any(std::string_view fact) const { return std::ranges::find(facts_seen_, fact) != facts_seen_.end(); }

void Cross::finish() {
    for (const File& file : files_) {
        for (const Step& step : file.steps) {
            const Kind kind = step.rule->kind;
            if (kind == Kind::together || kind == Kind::together_if_sent) finish_together(file, step);
            if (kind == Kind::not_needed) finish_not_needed(file, step);
            if (kind == Kind::agree) finish_agree(file, step);
        }
    }
}

void Cross::finish_together(const File& file, const Step& step) {
    const Wanted wanted = wanted_of(step.rule->argument);
    if (step.rule->kind == Kind::together_if_sent &&
        !std::ranges::any_of(wanted.any_of, [this](auto name) { return has_any(name); })) {
        return;
    }
    Entity entity{};
    std::vector<std::size_t> counterparts;
    const auto& names = wanted.none_of.empty() ? wanted.any_of : std::vector{wanted.none_of};
    for (const auto name : names) counterparts.push_back(place_of(name, situation_.release, entity));
    const std::size_t when = place_of(wanted.when, situation_.release, entity);
    if (when == Thing::most_facts) return;
    std::vector<std::uint32_t> lines;
    for (const auto& entry : things_[static_cast<std::size_t>(entity)]) {
        const Thing& thing = entry.second;
        const bool has = std::ranges::any_of(
            counterparts, [&](std::size_t place) { return place < Thing::most_facts && thing.lines[place] != 0; });
        if (thing.lines[when] != 0 && has == !wanted.none_of.empty()) lines.push_back(thing.lines[when]);
    }
    std::ranges::sort(lines);
    for (const auto line : lines) report(file, step, line);
}

void Cross::finish_not_needed(const File& file, const Step& step) {
    const bool needed = std::ranges::any_of(words(step.rule->argument), [this](auto name) { return has_any(name); });
    if (file.lines > 0 && !needed) report(file, step, 1);
}

void Cross::finish_agree(const File& file, const Step& step) {
    Entity entity{};
    const auto place = place_of("client.NAT00085", situation_.release, entity);
    const auto pick = step.rule->argument == "name" ? &ClientText::name : &ClientText::address;
    std::vector<std::uint32_t> lines;
    for (const auto& entry : things_[static_cast<std::size_t>(entity)]) {
        const Thing& thing = entry.second;
        const auto& [usual, contact] = texts_[thing.number].*pick;
        if (usual != 0 && contact != 0 && usual != contact) lines.push_back(thing.lines[place]);
    }
    std::ranges::sort(lines);
    for (const auto line : lines) report(file, step, line);
}

}  // namespace provost::reporting::checks
