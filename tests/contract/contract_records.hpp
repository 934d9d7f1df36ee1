// Records of the contract suite: one with every kind of member, present and absent, and small ones with the indexes
// that stores get wrong. A host that maps records to tables of its own makes these tables to run the suite.
#pragma once

#include <provost/describe/field.hpp>
#include <provost/describe/record.hpp>

#include <optional>
#include <string>
#include <vector>

namespace provost::contract {

enum class Colour : std::uint8_t { green = 1, red = 2 };

/// A nested part.
struct Part {
    std::string label;
    std::optional<Day> day;
    std::vector<std::int64_t> numbers;
    friend bool operator==(const Part&, const Part&) = default;
};

/// Every kind of member.
struct Sample {
    Id<Sample> id;
    std::int64_t version = 0;
    bool flag = false;
    std::optional<bool> maybe_flag;
    std::int64_t number = 0;
    std::optional<std::int64_t> maybe_number;
    Id<Part> other;
    Colour colour = Colour::green;
    std::optional<Colour> maybe_colour;
    Decimal decimal;
    std::optional<Decimal> maybe_decimal;
    Day day{};
    std::optional<Day> maybe_day;
    Instant instant{};
    std::optional<Instant> maybe_instant;
    std::string text;
    Code code;
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;
    Part part;
    std::optional<Part> maybe_part;
    std::vector<Part> group;  // a word of SQL
    friend bool operator==(const Sample&, const Sample&) = default;
};

/// Found by a unique text, by a reference, and by two members together.
struct Person {
    Id<Person> id;
    std::int64_t version = 0;
    std::string login;
    Id<Part> unit;
    std::optional<Day> born;
    std::string note;
};

/// At most one per course, learner and parent; most have no parent. And at most one per ticket, for those that have
/// one.
struct Seat {
    Id<Seat> id;
    std::int64_t version = 0;
    std::int64_t course = 0;
    Id<Person> learner;
    Id<Seat> parent;
    std::optional<std::int64_t> ticket;
};

/// Numbers itself.
struct Line {
    Id<Line> id;
    std::int64_t version = 0;
    std::string text;
};

}  // namespace provost::contract

template <>
struct provost::Choices<provost::contract::Colour> {
    static constexpr auto rows = std::to_array<ChoiceRow>({{1, "green", "Go."}, {2, "red", "Stop."}});
};

PROVOST_DESCRIBE(provost::contract::Part, document, "contract_part", "A nested part.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(label, "Text."), PROVOST_FIELD(day, "Day."), PROVOST_FIELD(numbers, "Numbers."));

PROVOST_DESCRIBE(provost::contract::Sample, record, "contract_sample", "Every kind of member.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Id."), PROVOST_FIELD(version, "Version."), PROVOST_FIELD(flag, "Boolean."),
                 PROVOST_FIELD(maybe_flag, "Boolean or none."), PROVOST_FIELD(number, "Integer."),
                 PROVOST_FIELD(maybe_number, "Integer or none."), PROVOST_FIELD(other, "Id or none."),
                 PROVOST_FIELD(colour, "Choice."), PROVOST_FIELD(maybe_colour, "Choice or none."),
                 PROVOST_FIELD(decimal, "Decimal."), PROVOST_FIELD(maybe_decimal, "Decimal or none."),
                 PROVOST_FIELD(day, "Day."), PROVOST_FIELD(maybe_day, "Day or none."),
                 PROVOST_FIELD(instant, "Instant."), PROVOST_FIELD(maybe_instant, "Instant or none."),
                 PROVOST_FIELD(text, "Text or none."), PROVOST_FIELD(code, "Code or none."),
                 PROVOST_FIELD(texts, "Texts."), PROVOST_FIELD(numbers, "Numbers."), PROVOST_FIELD(part, "Record."),
                 PROVOST_FIELD(maybe_part, "Record or none."), PROVOST_FIELD(group, "Records."));

PROVOST_DESCRIBE(provost::contract::Person, record, "contract_person", "Somebody.",
                 PROVOST_INDEXES({"login", true, {"login"}}, {"unit", false, {"unit"}},
                                 {"unit_born", false, {"unit", "born"}}),
                 PROVOST_FIELD(id, "Id."), PROVOST_FIELD(version, "Version."),
                 PROVOST_FIELD(login, "Unique when given."), PROVOST_FIELD(unit, "Where."),
                 PROVOST_FIELD(born, "When."), PROVOST_FIELD(note, "In no index."));

PROVOST_DESCRIBE(provost::contract::Seat, record, "contract_seat", "A place.",
                 PROVOST_INDEXES({"seat", true, {"course", "learner", "parent"}}, {"ticket", true, {"ticket"}}),
                 PROVOST_FIELD(id, "Id."), PROVOST_FIELD(version, "Version."), PROVOST_FIELD(course, "Course."),
                 PROVOST_FIELD(learner, "Learner.").required(), PROVOST_FIELD(parent, "Parent or none."),
                 PROVOST_FIELD(ticket, "Ticket or none."));

PROVOST_DESCRIBE(provost::contract::Line, bookkeeping, "contract_line", "A line of a log.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Id."), PROVOST_FIELD(version, "Version."), PROVOST_FIELD(text, "Text."));
