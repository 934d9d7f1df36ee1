// A described struct with a member of every kind, for tests of the walkers (documents, comparison, schemas, columns).
// It stands for no record of the library.
#pragma once

#include <provost/describe/field.hpp>

#include <optional>
#include <string>
#include <vector>

namespace provost::sample {

enum class Colour : std::uint8_t { none, red, dark_green };

struct Part {
    std::string name;
    std::int64_t weight = 0;
    std::optional<Decimal> price;
    std::vector<Part> parts;
};

struct Sample {
    std::int64_t id = 0;
    std::int64_t version = 0;
    bool flag = false;
    std::optional<bool> maybe;
    std::optional<std::int64_t> number;
    Id<Part> part;
    Colour colour = Colour::none;
    std::optional<Colour> second_colour;
    Decimal amount;
    std::optional<Decimal> optional_amount;
    std::optional<Day> day;
    std::optional<Instant> moment;
    std::string text;
    Code code;
    Ref<Part> reference;
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;
    Part inner;
    std::optional<Part> optional_inner;
    std::vector<Part> parts;
};

/// A value with every member set; `turn` makes different ones.
inline Sample full_sample(std::int64_t turn = 0) {
    Sample s;
    s.id = 7 + turn;
    s.version = 3;
    s.flag = true;
    s.maybe = false;
    s.number = -turn;
    s.part = {id_limit};
    s.colour = Colour::dark_green;
    s.second_colour = Colour::red;
    s.amount = {67'500'000 + turn};
    s.optional_amount = Decimal{-1};
    s.day = Day{std::chrono::days{20'000 + turn % 2'900'000}};
    s.moment = Instant{std::chrono::milliseconds{1'700'000'000'123 + turn}};
    s.text = "Zo\u00eb said \"hi\"\\ \n\t\x01 \u4e2d \U0001F600";
    s.code = find_code("course.unknown");
    s.reference = Ref<Part>(std::string("C/1"));
    s.texts = {"b", "-", "a"};
    s.numbers = {3, -1, 2};
    s.inner = {"in", 1, Decimal::of(2), {}};
    s.optional_inner = Part{};
    s.parts = {{"p", 0, {}, {{"q", 9, {}, {}}}}, {}};
    return s;
}

}  // namespace provost::sample

template <>
struct provost::Choices<provost::sample::Colour> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No colour."},
        {1, "red", "Red."},
        {2, "dark_green", "Dark green."},
    });
};

PROVOST_DESCRIBE(provost::sample::Part, document, "part", "A part.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Its name.").at_most(8),
                 PROVOST_FIELD(weight, "Its weight.").between(0, 9, "grade.out-of-range"),
                 PROVOST_FIELD(price, "Its price.").between(0, 100, "number.malformed"),
                 PROVOST_FIELD(parts, "Its own parts.").at_most(3));

PROVOST_DESCRIBE(provost::sample::Sample, record, "sample", "One of everything.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Id."), PROVOST_FIELD(version, "Version."), PROVOST_FIELD(flag, "A flag."),
                 PROVOST_FIELD(maybe, "A flag or nothing."), PROVOST_FIELD(number, "A number or nothing."),
                 PROVOST_FIELD(part, "Id of a part."), PROVOST_FIELD(colour, "A colour."),
                 PROVOST_FIELD(second_colour, "A colour or nothing."), PROVOST_FIELD(amount, "A decimal."),
                 PROVOST_FIELD(optional_amount, "A decimal or nothing."), PROVOST_FIELD(day, "A day."),
                 PROVOST_FIELD(moment, "A moment."), PROVOST_FIELD(text, "A text.").at_most(60),
                 PROVOST_FIELD(code, "A code."), PROVOST_FIELD(reference, "A part by name or id.").external_id(),
                 PROVOST_FIELD(texts, "Texts.").at_most(4), PROVOST_FIELD(numbers, "Numbers."),
                 PROVOST_FIELD(inner, "A part inside."), PROVOST_FIELD(optional_inner, "A part inside or nothing."),
                 PROVOST_FIELD(parts, "Parts."));
