// Reading documents: what is refused, with which code, place and parameters; and what is let through.
// Each row of a table is one document.
#include "unit/sample.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace {

using provost::from_json;
using provost::ReadOptions;
using provost::to_json;
using provost::sample::Part;
using provost::sample::Sample;

struct Expected {
    std::string_view text;
    std::string_view code;
    std::string_view pointer;
    std::string_view parameter = "";  // of the first parameter, when it matters
};

template <class T>
void check_errors(std::initializer_list<Expected> rows) {
    for (const Expected& row : rows) {
        CAPTURE(row.text);
        const auto read = from_json<T>(row.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code.name() == row.code);
        CHECK(read.error().place.pointer == row.pointer);
        CHECK(read.error().status != provost::Status::ok);
        if (!row.parameter.empty()) {
            REQUIRE_FALSE(read.error().parameters.empty());
            CHECK(read.error().parameters.front().value == row.parameter);
        }
    }
}

// Lists of parts inside each other: `lists` of them below the root make 1 + 2 x lists levels.
std::string nested(std::size_t lists, std::string_view innermost) {
    std::string text;
    for (std::size_t i = 0; i < lists; ++i) text += R"({"parts":[)";
    text += innermost;
    for (std::size_t i = 0; i < lists; ++i) text += "]}";
    return text;
}

}  // namespace

TEST_CASE("MIS-07 errors are data: what is no JSON document") {
    check_errors<Part>({
        {"", "document.malformed", ""},
        {"   ", "document.malformed", ""},
        {"{", "document.malformed", ""},
        {"{\"name\":\"a\"", "document.malformed", "/name"},
        {"{\"name\":\"a\"}}", "document.malformed", ""},
        {"{\"name\":\"a\"} {}", "document.malformed", ""},
        {"{\"name\":\"a\"} x", "document.malformed", ""},
        {"{\"name\":\"a\",}", "document.malformed", "/name"},
        {"{'name':'a'}", "document.malformed", ""},
        {"{\"name\":\"a\" /* no */}", "document.malformed", "/name"},
        {"{\"weight\":01}", "document.malformed", "/weight"},
        {"{\"weight\":+1}", "document.malformed", "/weight"},
        {"{\"weight\":NaN}", "document.malformed", "/weight"},
        {"{\"name\":\"a\nb\"}", "document.malformed", "/name"},
        {"\xEF\xBB\xBF{}", "document.malformed", ""},
    });
    CHECK_FALSE(from_json<Part>(std::string_view("{}\0", 3)));
}

TEST_CASE("MIS-07 errors are data: text that is not UTF-8") {
    check_errors<Part>({
        {"{\"name\":\"\xFF\"}", "document.malformed", "/name"},
        {"{\"name\":\"\xC3\"}", "document.malformed", "/name"},
        {"{\"name\":\"\xC0\xAF\"}", "document.malformed", "/name"},          // overlong
        {"{\"name\":\"\xED\xA0\x80\"}", "document.malformed", "/name"},      // surrogate
        {"{\"name\":\"\xF4\x90\x80\x80\"}", "document.malformed", "/name"},  // above U+10FFFF
        {"{\"name\":\"\\uD800\"}", "document.malformed", "/name"},
        {"{\"name\":\"\\uDC00\"}", "document.malformed", "/name"},
        {"{\"x-\xFF\":1}", "document.malformed", ""},
    });
}

TEST_CASE("MIS-07 errors are data: keys") {
    check_errors<Sample>({
        {R"({"colour":"red","colour":"red"})", "key.duplicate", "/colour", "colour"},
        {R"({"co\u006cour":"red","colour":"red"})", "key.duplicate", "/colour", "colour"},
        {R"({"parts":[{},{"name":"a","name":"b"}]})", "key.duplicate", "/parts/1/name", "name"},
        {R"({"Colour":"red"})", "key.unknown", "/Colour", "Colour"},
        {R"({"":1})", "key.unknown", "/"},
        {R"({"inner":{"colour":"red"}})", "key.unknown", "/inner/colour", "colour"},
        {R"({"parts":[{},{"parts":[{"x":1}]}]})", "key.unknown", "/parts/1/parts/0/x", "x"},
        {R"({"a/b~c":1})", "key.unknown", "/a~1b~0c", "a/b~c"},
    });
    const auto longest = from_json<Part>("{\"" + std::string(900, 'k') + "\":1}");
    REQUIRE_FALSE(longest);
    CHECK(longest.error().parameters.front().value == std::string(64, 'k'));
    CHECK(longest.error().place.pointer == "/" + std::string(64, 'k'));
}

TEST_CASE("MIS-07 errors are data: of an unknown key the one that looks like it, or where it belongs") {
    const auto meant = [](const char* text) {
        const auto read = from_json<Sample>(text);
        REQUIRE_FALSE(read);
        const auto& all = read.error().parameters;
        return all.size() < 2 ? std::string() : all[1].name + " " + all[1].value;
    };
    CHECK(meant(R"({"colur":"red"})") == "meant colour");
    CHECK(meant(R"({"Colour":"red"})") == "meant colour");
    CHECK(meant(R"({"name":"a"})") == "meant inner/name");
    CHECK(meant(R"({"shoe_size":1})").empty());
}

TEST_CASE("MIS-07 errors are data: values of a wrong type, by their place") {
    check_errors<Sample>({
        {"[]", "value.wrong-type", "", "an object"},
        {"1", "value.wrong-type", "", "an object"},
        {"\"{}\"", "value.wrong-type", "", "an object"},
        {"true", "value.wrong-type", "", "an object"},
        {R"({"flag":1})", "value.wrong-type", "/flag", "true or false"},
        {R"({"flag":"true"})", "value.wrong-type", "/flag"},
        {R"({"number":"1"})", "value.wrong-type", "/number", "an integer"},
        {R"({"number":true})", "value.wrong-type", "/number"},
        {R"({"number":1.0})", "value.wrong-type", "/number", "an integer"},
        {R"({"number":1e2})", "value.wrong-type", "/number"},
        {R"({"number":[1]})", "value.wrong-type", "/number"},
        {R"({"number":{}})", "value.wrong-type", "/number"},
        {R"({"amount":67.5})", "value.wrong-type", "/amount",
         "a decimal as text, such as \"67.5\", and no number with a fraction"},
        {R"({"text":5})", "value.wrong-type", "/text", "text"},
        {R"({"colour":0})", "value.wrong-type", "/colour"},
        {R"({"day":20000})", "value.wrong-type", "/day"},
        {R"({"code":"no.such"})", "value.wrong-type", "/code", "a code"},
        {R"({"reference":true})", "value.wrong-type", "/reference"},
        {R"({"texts":"a"})", "value.wrong-type", "/texts", "a list of texts"},
        {R"({"texts":["a",1]})", "value.wrong-type", "/texts/1"},
        {R"({"texts":["a",["b"]]})", "value.wrong-type", "/texts/1"},
        {R"({"numbers":[1,2,"3"]})", "value.wrong-type", "/numbers/2"},
        {R"({"numbers":[1,2.5]})", "value.wrong-type", "/numbers/1"},
        {R"({"numbers":[{}]})", "value.wrong-type", "/numbers/0"},
        {R"({"inner":[]})", "value.wrong-type", "/inner", "an object"},
        {R"({"parts":{}})", "value.wrong-type", "/parts"},
        {R"({"parts":[{},{},3]})", "value.wrong-type", "/parts/2"},
        {R"({"parts":[{},{"parts":[{"name":1}]}]})", "value.wrong-type", "/parts/1/parts/0/name", "text"},
    });
}

TEST_CASE("MIS-07 errors are data: values that can not be read") {
    check_errors<Sample>({
        {R"({"colour":"blue"})", "choice.unknown", "/colour", "none, red, dark_green"},
        {R"({"colour":""})", "choice.unknown", "/colour"},
        {R"({"amount":"1.0000001"})", "number.malformed", "/amount"},
        {R"({"amount":""})", "number.malformed", "/amount"},
        {R"({"amount":9223372036855})", "number.malformed", "/amount"},
        {R"({"day":"2026-02-29"})", "date.malformed", "/day", "a day such as 2026-02-28"},
        {R"({"moment":"2026-04-05T01:02"})", "date.malformed", "/moment",
         "a moment with its offset, such as 2026-02-28T09:00+11:00"},
        {R"({"moment":"2026-04-05"})", "date.malformed", "/moment"},
        {R"({"number":9223372036854775808})", "value.wrong-type", "/number"},
        {R"({"number":-9223372036854775809})", "value.wrong-type", "/number"},
        {R"({"number":1e400})", "value.wrong-type", "/number"},
        {R"({"part":9007199254740992})", "value.out-of-range", "/part"},
        {R"({"part":-1})", "value.out-of-range", "/part"},
        {R"({"reference":9007199254740992})", "value.out-of-range", "/reference"},
        {R"({"reference":-1})", "value.out-of-range", "/reference"},
    });
}

TEST_CASE("MIS-07 errors are data: a document that is too deep or too large") {
    CHECK(from_json<Part>(nested(31, R"({"parts":[]})")));
    const auto deep = from_json<Part>(nested(32, "{}"));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code.name() == "document.too-deep");
    CHECK(deep.error().status == provost::Status::limit);
    CHECK(deep.error().parameters.front() == provost::Parameter{"limit", "64"});
    CHECK(from_json<Part>("{\"x-a\":" + std::string(63, '[') + std::string(63, ']') + "}"));
    const auto skipped = from_json<Part>("{\"x-a\":" + std::string(64, '[') + std::string(64, ']') + "}");
    REQUIRE_FALSE(skipped);
    CHECK(skipped.error().code.name() == "document.too-deep");
    CHECK_FALSE(from_json<Part>(std::string(1'000'000, '[')));

    ReadOptions small;
    small.largest = 10;
    CHECK(from_json<Part>(R"({       } )", small));
    const auto large = from_json<Part>(R"({         })", small);
    REQUIRE_FALSE(large);
    CHECK(large.error().code.name() == "document.too-large");
    CHECK(large.error().parameters.front() == provost::Parameter{"limit", "10"});
}

TEST_CASE("keys that begin with x- are skipped with all they hold") {
    const auto read = from_json<Part>(
        R"({"x-a":{"name":1,"name":2,"parts":[{"q":null}]},"x-":[[],{},[1,2.5,"s",true]],"x-a":null,"name":"kept",)"
        R"("x-b":18446744073709551615,"weight":4,"x-c":"","parts":[{"x-d":false,"name":"in"}]})");
    REQUIRE(read);
    CHECK(to_json(*read) == R"({"name":"kept","parts":[{"name":"in","weight":0}],"weight":4})");
}

TEST_CASE("unknown keys are skipped when the caller says so") {
    ReadOptions lenient;
    lenient.ignore_unknown = true;
    const auto read = from_json<Part>(R"({"colour":{"a":[1,{}]},"name":"a","parts":[{"z":1}]})", lenient);
    REQUIRE(read);
    CHECK(to_json(*read) == R"({"name":"a","parts":[{"weight":0}],"weight":0})");
    CHECK_FALSE(from_json<Part>(R"({"name":"a","name":"b"})", lenient));
}

TEST_CASE("null is an error, unless the caller says that it means absent") {
    check_errors<Sample>({
        {"null", "value.wrong-type", ""},
        {R"({"text":null})", "value.wrong-type", "/text", "a value; leave absent members out"},
        {R"({"texts":[null]})", "value.wrong-type", "/texts/0"},
    });
    ReadOptions lenient;
    lenient.null_is_absent = true;
    const auto read = from_json<Sample>(
        R"({"text":null,"day":null,"flag":null,"colour":null,"texts":null,"parts":[{"name":null}],"inner":null,)"
        R"("reference":null,"number":null,"x-a":[null],"id":4})",
        lenient);
    REQUIRE(read);
    CHECK(to_json(*read) ==
          R"({"amount":"0","colour":"none","flag":false,"id":4,"inner":{"weight":0},"parts":[{"weight":0}],)"
          R"("version":0})");
    for (const std::string_view wrong :
         {"null", R"({"texts":[null]})", R"({"numbers":[1,null]})", R"({"parts":[null]})",
          R"({"text":null,"text":"a"})", R"({"text":"a","text":null})"}) {
        CAPTURE(wrong);
        CHECK_FALSE(from_json<Sample>(wrong, lenient));
    }
}

TEST_CASE("whole decimals may come as integers, references as integers or text") {
    const auto read = from_json<Sample>(R"({"amount":67,"optional_amount":-9223372036854,"reference":0})");
    REQUIRE(read);
    CHECK(read->amount == provost::Decimal::of(67));
    CHECK(read->optional_amount == provost::Decimal::of(-9'223'372'036'854));
    CHECK_FALSE(read->reference.given());
    CHECK(from_json<Sample>(R"({"reference":17})")->reference.id == 17);
    CHECK(from_json<Sample>(R"({"reference":"17"})")->reference.name == "17");
}

TEST_CASE("text may hold every character, NUL included") {
    const auto read = from_json<Sample>("{\"text\":\"\\u0000\\uD83D\\uDE00\xF0\x9F\x98\x80\"}");
    REQUIRE(read);
    CHECK(read->text == std::string("\0", 1) + "\U0001F600\U0001F600");
}
