// When access to a course of an LMS is on, relative to the dates of an enrolment.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::lms {

/// What a rule is about. Since 0.1. [WIS-ER-01]
enum class RuleType : std::uint8_t { course_enrolment, unit_enrolment };
/// Where an edge of the window lies from its day. Since 0.1. [WIS-ER-04]
enum class Direction : std::uint8_t { on, before, after };
/// From which day it is counted. Since 0.1. [WIS-ER-04]
enum class Anchor : std::uint8_t { enrolment_start, enrolment_end };
/// What is counted. Since 0.1. [WIS-ER-04]
enum class Unit : std::uint8_t { days, weeks, months };

/// An edge of the window of access, for example 2 weeks before the start of the enrolment. Since 0.1. [WIS-ER-04]
struct Edge {
    Direction direction = Direction::on;
    std::int64_t amount = 0;
    Unit unit = Unit::days;
    Anchor anchor = Anchor::enrolment_start;
};

/// Says when access is on. Since 0.1. [WIS-ER-01, WIS-ER-03, WIS-ER-08]
struct AccessRule {
    Id<AccessRule> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::string name_key;
    RuleType type = RuleType::course_enrolment;
    Edge start;
    Edge end;
    bool commenced_check = false;
    bool empty_is_open = false;
    bool active = false;
    std::string group;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::RuleType> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "course_enrolment", "Enrolments in courses that lead to a program."},
        {1, "unit_enrolment", "Enrolments in courses that train a unit."},
    });
};
template <>
struct provost::Choices<provost::lms::Direction> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "on", "On the day."},
        {1, "before", "Before it."},
        {2, "after", "After it."},
    });
};
template <>
struct provost::Choices<provost::lms::Anchor> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "enrolment_start", "First day of the enrolment."},
        {1, "enrolment_end", "Last day of the enrolment."},
    });
};
template <>
struct provost::Choices<provost::lms::Unit> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "days", "Days."},
        {1, "weeks", "Weeks."},
        {2, "months", "Months; a day that the month does not have is its last."},
    });
};

PROVOST_DESCRIBE(provost::lms::Edge, document, "access_edge", "An edge of the window of access.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(direction, "Where it lies from the day."),
                 PROVOST_FIELD(amount, "How far.").between(0, 10'000, "value.out-of-range"),
                 PROVOST_FIELD(unit, "In what."), PROVOST_FIELD(anchor, "From which day."));

PROVOST_DESCRIBE(
    provost::lms::AccessRule, record, "access_rule", "Says when access to a course of an LMS is on.",
    PROVOST_INDEXES({"key", true, {"key"}}, {"name_key", true, {"name_key"}}, {"active", false, {"active"}}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(key, "Its key.").required().key(),
    PROVOST_FIELD(name, "Its name, unique without case.").required().at_most(100).line(),
    PROVOST_FIELD(name_key, "Its name without case."),
    PROVOST_FIELD(type, "What it is about; stays as it was defined first."),
    PROVOST_FIELD(start, "When access begins: 00:00 of that day."),
    PROVOST_FIELD(end, "When access ends: 00:00 of the day after that day."),
    PROVOST_FIELD(commenced_check, "Only what has commenced has access."),
    PROVOST_FIELD(empty_is_open, "A unit without outcome has not commenced."),
    PROVOST_FIELD(active, "Whether it is applied."),
    PROVOST_FIELD(group, "Group or section in the LMS; may hold {offer}, {location}, {intake}.").at_most(100));
