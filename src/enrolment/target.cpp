// The targets and releases. Where sources differ, or only one says so, docs/rooms/reporting.md marks it as uncertain.
#include "enrolment/target.hpp"

#include <provost/enrolment/training.hpp>

#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"

#include <algorithm>
#include <array>

namespace provost::enrolment {

namespace {

constexpr auto all_targets = std::to_array<Target>({
    {.name = national_target, .title = "National collection", .jurisdiction = "national"},
    // FIN-ORD-11: TNC, deferral and transition rules are those of this target alone.
    {.name = "nsw-smart-and-skilled",
     .title = "New South Wales, Smart and Skilled",
     .jurisdiction = "nsw",
     .state_part = true,
     .not_completed = "TNC",
     .deferred = "D",
     .not_started = NotStarted::always,
     .most_programs = 3,
     .has_commitments = true,
     .narrows_transitions = true},
    {.name = "vic", .title = "Victoria", .jurisdiction = "vic", .state_part = true, .zero_fills_organisation = true},
    {.name = "qld", .title = "Queensland", .jurisdiction = "qld", .state_part = true, .superseded = "65"},
    {.name = "tas", .title = "Tasmania", .jurisdiction = "tas", .state_part = true},
});

constexpr auto all_releases = std::to_array<Release>({
    {"8.0", outcome::not_started},
    {"7.0", "", true},
});

}  // namespace

std::span<const Target> targets() { return all_targets; }

const Target* find_target(std::string_view name) {
    const auto row = std::ranges::find(all_targets, name, &Target::name);
    return row == all_targets.end() ? nullptr : &*row;
}

const Target& target_of(std::string_view name) {
    const Target* found = find_target(name);
    return found == nullptr ? all_targets.front() : *found;
}

const OutcomeCode* find_outcome_for(std::string_view target, std::string_view code, Day day) {
    const OutcomeList* list = find_outcome_list(target_of(target).jurisdiction, {}, day);
    if (list == nullptr) list = find_outcome_list(all_targets.front().jurisdiction, {}, day);
    return list == nullptr ? nullptr : find_outcome(*list, code, day);
}

std::span<const Release> releases() { return all_releases; }

const Release* find_release(std::string_view name) {
    const auto row = std::ranges::find(all_releases, name, &Release::name);
    return row == all_releases.end() ? nullptr : &*row;
}

Code check_target(std::string_view text) { return find_target(text) == nullptr ? "target.unknown"_code : Code{}; }

}  // namespace provost::enrolment
