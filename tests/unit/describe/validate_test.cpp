// Values against their description: required, lengths, ranges, text checks, and the place of a problem far inside.
// The first problem in the order of the table is the one that is told.
#include "base/code_table.hpp"
#include "unit/sample.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace provost::sample {

struct Ruled {
    std::string name;
    std::optional<std::int64_t> grade;
    std::optional<Decimal> fee;
    std::string mail;
    Ref<Part> course;
    std::vector<std::string> tags;
    Id<Part> part;
    std::optional<Day> day;
    std::vector<Part> parts;
    std::string misspelt_code;
    std::optional<std::int64_t> misspelt_range;
    std::optional<provost::Instant> moment;
};

inline Code must_hold_at(std::string_view text) {
    return text.find('@') == text.npos ? find_code("client-id.taken") : Code{};
}

}  // namespace provost::sample

PROVOST_DESCRIBE(provost::sample::Ruled, document, "ruled", "Members with rules.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Name.").required().at_most(5),
                 PROVOST_FIELD(grade, "Grade.").between(0, 100, "grade.out-of-range"),
                 PROVOST_FIELD(fee, "Fee.").between(-1, 10, ""),
                 PROVOST_FIELD(mail, "Mail.").checked(provost::sample::must_hold_at),
                 PROVOST_FIELD(course, "Course.").external_id(), PROVOST_FIELD(tags, "Tags.").at_most(2),
                 PROVOST_FIELD(part, "Part."), PROVOST_FIELD(day, "Day.").or_else("date.end-before-start"),
                 PROVOST_FIELD(parts, "Parts.").required(), PROVOST_FIELD(misspelt_code, "Text."),
                 PROVOST_FIELD(misspelt_range, "Number.").between(0, 1, "no.such-code"),
                 PROVOST_FIELD(moment, "Moment."));
PROVOST_DESCRIBED(provost::sample::Ruled);

namespace {

using provost::sample::Part;
using provost::sample::Ruled;

Ruled right() {
    Ruled r;
    r.name = "a";
    r.parts = {{}};
    return r;
}

template <class Change>
provost::Error problem(Change change) {
    Ruled r = right();
    change(r);
    const auto checked = provost::validate(provost::type_of<Ruled>(), &r);
    return checked ? provost::Error{} : checked.error();
}

template <class Change>
void check_problem(std::string_view code, std::string_view pointer, Change change) {
    const auto error = problem(change);
    CHECK(error.code.name() == code);
    CHECK(error.place.pointer == pointer);
}

}  // namespace

TEST_CASE("what keeps the rules passes, at both ends of each range") {
    CHECK_FALSE(problem([](Ruled&) {}).code);
    CHECK_FALSE(problem([](Ruled& r) { r.grade = 0, r.fee = provost::Decimal::of(-1); }).code);
    CHECK_FALSE(problem([](Ruled& r) { r.grade = 100, r.fee = provost::Decimal::of(10); }).code);
    CHECK_FALSE(problem([](Ruled& r) { r.mail = "a@b", r.tags = {"a", "b"}, r.part = {provost::id_limit}; }).code);
    CHECK_FALSE(problem([](Ruled& r) { r.course.id = provost::id_limit; }).code);
}

TEST_CASE("MIS-07 errors are data: a required member is missing or empty") {
    check_problem("field.missing", "/name", [](Ruled& r) { r.name.clear(); });
    check_problem("field.missing", "/parts", [](Ruled& r) { r.parts.clear(); });
    const auto error = problem([](Ruled& r) { r.name.clear(); });
    CHECK(error.status == provost::Status::invalid);
    CHECK(error.parameters == std::vector<provost::Parameter>{{"field", "name"}});
}

TEST_CASE("MIS-07 errors are data: lengths are counted in characters and items") {
    CHECK_FALSE(problem([](Ruled& r) { r.name = "\u00e9\u4e2d\U0001F600de"; }).code);
    check_problem("field.too-long", "/name", [](Ruled& r) { r.name = "abcdef"; });
    check_problem("external-id.too-long", "/course", [](Ruled& r) { r.course.name = std::string(41, 'x'); });
    CHECK_FALSE(problem([](Ruled& r) { r.course.name = std::string(40, 'x'); }).code);
    check_problem("text.control-character", "/name", [](Ruled& r) { r.name = "a\nb"; });
    check_problem("list.too-long", "/tags", [](Ruled& r) { r.tags = {"", "", ""}; });
    CHECK(problem([](Ruled& r) { r.tags = {"", "", ""}; }).parameters.front() == provost::Parameter{"limit", "2"});
}

TEST_CASE("MIS-07 errors are data: values outside their range") {
    check_problem("grade.out-of-range", "/grade", [](Ruled& r) { r.grade = 101; });
    check_problem("grade.out-of-range", "/grade", [](Ruled& r) { r.grade = -1; });
    check_problem("value.out-of-range", "/fee", [](Ruled& r) { r.fee = provost::Decimal{10'000'001}; });
    check_problem("value.out-of-range", "/fee", [](Ruled& r) { r.fee = provost::Decimal{-1'000'001}; });
    check_problem("value.out-of-range", "/part", [](Ruled& r) { r.part = {provost::id_limit + 1}; });
    check_problem("value.out-of-range", "/part", [](Ruled& r) { r.part = {-1}; });
    check_problem("value.out-of-range", "/course", [](Ruled& r) { r.course.id = -1; });
    check_problem("value.out-of-range", "/misspelt_range", [](Ruled& r) { r.misspelt_range = 2; });
}

TEST_CASE("MIS-07 errors are data: dates that no text can say") {
    using namespace std::chrono;
    check_problem("date.malformed", "/moment", [](Ruled& r) { r.moment = provost::Instant{milliseconds{INT64_MIN}}; });
    check_problem("date.malformed", "/moment", [](Ruled& r) { r.moment = provost::Instant{days{-800'000}}; });
    check_problem("date.end-before-start", "/day", [](Ruled& r) { r.day = provost::Day{days{-800'000}}; });
    check_problem("date.end-before-start", "/day", [](Ruled& r) { r.day = provost::latest_day + days{1}; });
    CHECK(problem([](Ruled& r) { r.day = provost::latest_day; }).code == provost::Code{});
}

TEST_CASE("MIS-07 errors are data: the range stands in the parameters") {
    using Parameters = std::vector<provost::Parameter>;
    CHECK(problem([](Ruled& r) { r.fee = provost::Decimal{-1'000'001}; }).parameters ==
          Parameters{{"range", "-1 to 10"}});
    CHECK(problem([](Ruled& r) { r.part = {-1}; }).parameters == Parameters{{"range", "0 to 9007199254740991"}});
    CHECK(problem([](Ruled& r) { r.grade = -1; }).parameters.empty());
}

TEST_CASE("a text check says what is wrong, and is not asked about an absent text") {
    check_problem("client-id.taken", "/mail", [](Ruled& r) { r.mail = "nobody"; });
    CHECK_FALSE(problem([](Ruled& r) { r.mail.clear(); }).code);
}

TEST_CASE("a problem far inside has its whole place, and the first member of the table wins") {
    check_problem("field.too-long", "/parts/1/parts/0/name", [](Ruled& r) {
        r.parts = {{}, {}};
        r.parts[1].parts = {{"much too long", 1, {}, {}}};
    });
    check_problem("grade.out-of-range", "/parts/0/weight", [](Ruled& r) { r.parts[0].weight = 10; });
    check_problem("list.too-long", "/parts/0/parts", [](Ruled& r) { r.parts[0].parts.resize(4); });
    check_problem("grade.out-of-range", "/grade", [](Ruled& r) { r.grade = 101, r.parts.clear(); });
    provost::sample::Sample s;
    s.optional_inner = Part{"", -1, {}, {}};
    const auto checked = provost::validate(provost::type_of<provost::sample::Sample>(), &s);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().place.pointer == "/optional_inner/weight");
}

TEST_CASE("a member's own code replaces the general one while reading") {
    const auto read = provost::from_json<Ruled>(R"({"name":"a","day":"31.12.2026","parts":[{}]})");
    REQUIRE_FALSE(read);
    CHECK(read.error().code.name() == "date.end-before-start");
    CHECK(read.error().place.pointer == "/day");
}

TEST_CASE("single values are read from text as the writer writes them") {
    const auto& type = provost::type_of<provost::sample::Sample>();
    provost::sample::Sample s;
    const auto code = [&](std::string_view member, std::string_view text) {
        return provost::read_text(*type.find(member), &s, text).name();
    };
    CHECK(code("flag", "true") == "none");
    CHECK(code("number", "-5") == "none");
    CHECK(code("colour", "red") == "none");
    CHECK(code("amount", "1.25") == "none");
    CHECK(code("day", "2026-04-05") == "none");
    CHECK(code("moment", "2026-04-05T11:00+10:00") == "none");
    CHECK(code("code", "course.unknown") == "none");
    CHECK(code("part", "12") == "none");
    CHECK(code("reference", "12") == "none");
    CHECK(to_json(s) == R"({"amount":"1.25","code":"course.unknown","colour":"red","day":"2026-04-05","flag":true,)"
                        R"("id":0,"inner":{"weight":0},"moment":"2026-04-05T01:00:00Z","number":-5,"part":12,)"
                        R"("reference":"12","version":0})");
    CHECK(code("flag", "1") == "value.wrong-type");
    CHECK(code("number", "5 ") == "value.wrong-type");
    CHECK(code("number", "+5") == "value.wrong-type");
    CHECK(code("number", "") == "value.wrong-type");
    CHECK(code("number", "9223372036854775808") == "value.wrong-type");
    CHECK(code("colour", "Red") == "choice.unknown");
    CHECK(code("amount", "1,25") == "number.malformed");
    CHECK(code("day", "5.4.2026") == "date.malformed");
    CHECK(code("code", "no.such") == "value.wrong-type");
    CHECK(s.number == -5);  // what can not be read leaves the member as it was
    CHECK(s.colour == provost::sample::Colour::red);
}
