// What a qualification is made of: core units, and electives that may come from groups in bounds, counted as units or
// as weighting points. The same rule is asked by finalising, by credentials and by whoever wants to know what is
// missing.
#pragma once

#include <provost/catalogue/code_lists.hpp>
#include <provost/plan/request.hpp>

namespace provost::catalogue {

/// What the rules of a program count. Since 0.1. [FIN-CRD-02]
enum class Measure : std::uint8_t { units, points };

/// A unit of a program: core, or an elective of a group. Since 0.1.
struct PackagedUnit {
    std::string subject;
    std::string group;
    std::int64_t points = 1;
};

/// A group of electives: how much must, and how much may come from it. Since 0.1.
struct ElectiveGroup {
    std::string key;
    std::string title;
    std::int64_t least = 0;
    std::optional<std::int64_t> most;
    bool takes_others = false;
};

/// Bounds of what comes from several groups together. Since 0.1.
struct ElectiveRule {
    std::vector<std::string> groups;
    std::int64_t least = 0;
    std::optional<std::int64_t> most;
};

/// What has to be achieved for a program: every core unit, and so many electives. Since 0.1. [FIN-CRD-02]
struct Packaging {
    Id<Packaging> id;
    std::int64_t version = 0;
    Id<Program> program;
    Measure measure = Measure::units;
    std::int64_t electives = 0;
    bool non_assessed = false;
    std::vector<PackagedUnit> units;
    std::vector<ElectiveGroup> groups;
    std::vector<ElectiveRule> rules;
};

/// Says what a program is made of: all of it is told. Since 0.1.
struct DefinePackaging {
    Head head;
    Ref<Program> program;
    Measure measure = Measure::units;
    std::int64_t electives = 0;
    bool non_assessed = false;
    std::vector<PackagedUnit> units;
    std::vector<ElectiveGroup> groups;
    std::vector<ElectiveRule> rules;
};

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::Measure> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "units", "Units: each counts as one."},
        {1, "points", "Weighting points."},
    });
};

PROVOST_DESCRIBE(
    provost::catalogue::PackagedUnit, document, "packaged_unit", "A unit of a program.", PROVOST_NO_INDEX,
    PROVOST_FIELD(subject, "Code of the unit.").required().at_most(12),
    PROVOST_FIELD(group, "Key of its group of electives; absent: it is core.").at_most(40),
    PROVOST_FIELD(points, "Weighting points; 1 where units are counted.").between(1, 9999, "value.out-of-range"));

PROVOST_DESCRIBE(provost::catalogue::ElectiveGroup, document, "elective_group", "A group of electives.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(key, "What units and rules call it.").required().key(),
                 PROVOST_FIELD(title, "Title.").at_most(200),
                 PROVOST_FIELD(least, "How much must come from it.").between(0, 99'999, "value.out-of-range"),
                 PROVOST_FIELD(most, "How much of it counts; absent: all.").between(0, 99'999, "value.out-of-range"),
                 PROVOST_FIELD(takes_others, "Whether units that are not listed count in it, as one point each."));

PROVOST_DESCRIBE(provost::catalogue::ElectiveRule, document, "elective_rule",
                 "Bounds of what comes from several groups together.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(groups, "Keys of the groups.").at_most(50),
                 PROVOST_FIELD(least, "How much must come from them.").between(0, 99'999, "value.out-of-range"),
                 PROVOST_FIELD(most, "How much of them counts; absent: all.").between(0, 99'999, "value.out-of-range"));

PROVOST_DESCRIBE(provost::catalogue::Packaging, record, "packaging", "What a program is made of.",
                 PROVOST_INDEXES({"program", true, {"program"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(program, "The program."),
                 PROVOST_FIELD(measure, "What is counted."),
                 PROVOST_FIELD(electives, "How much the electives must be together."),
                 PROVOST_FIELD(non_assessed, "Whether the program is not assessed: outcome 81 counts, too."),
                 PROVOST_FIELD(units, "Core units and listed electives."),
                 PROVOST_FIELD(groups, "Groups of electives."), PROVOST_FIELD(rules, "Bounds over several groups."));

PROVOST_REQUEST(
    provost::catalogue::DefinePackaging, "define_packaging", "Says what a program is made of.",
    PROVOST_FIELD(program, "Code of the program.").required(), PROVOST_FIELD(measure, "What is counted."),
    PROVOST_FIELD(electives, "How much the electives must be together.").between(0, 99'999, "value.out-of-range"),
    PROVOST_FIELD(non_assessed, "Whether the program is not assessed: outcome 81 counts, too."),
    PROVOST_FIELD(units, "Core units and listed electives.").at_most(1000),
    PROVOST_FIELD(groups, "Groups of electives.").at_most(50),
    PROVOST_FIELD(rules, "Bounds over several groups.").at_most(50));
