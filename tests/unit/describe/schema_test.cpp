// JSON Schema of descriptions: the exact text of small ones, and the definitions that nested ones bring along.
// The schemas that are shipped are made by the same function.
#include "unit/sample.hpp"

#include <provost/describe/json.hpp>
#include <provost/plan/answer.hpp>
#include <provost/plan/request.hpp>

#include <doctest/doctest.h>

namespace provost::sample {

struct Order {
    std::string name;
    Ref<Part> part;
    Id<Part> owner;
    std::vector<std::int64_t> numbers;
    std::optional<Decimal> fee;
};

}  // namespace provost::sample

PROVOST_DESCRIBE(provost::sample::Order, document, "order", "A \"quoted\" order.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Name.").required().at_most(5),
                 PROVOST_FIELD(part, "Part.").external_id().required(), PROVOST_FIELD(owner, "Owner.").required(),
                 PROVOST_FIELD(numbers, "Numbers.").at_most(9).required(),
                 PROVOST_FIELD(fee, "Fee.").between(0, 10, "number.malformed"));
PROVOST_DESCRIBED(provost::sample::Order);

namespace {

template <class T>
std::string schema_of() {
    return provost::json_schema(provost::type_of<T>());
}

// The schema of one member of the sample.
std::string member_schema(std::string_view name) {
    const auto whole = schema_of<provost::sample::Sample>();
    const auto properties = whole.find(R"("properties":{"amount")");
    const auto at = whole.find("\"" + std::string(name) + "\":{", properties);
    REQUIRE(at != whole.npos);
    const auto open = whole.find('{', at);
    std::size_t depth = 0;
    for (auto i = open; i < whole.size(); ++i) {
        if (whole[i] == '{') ++depth;
        if (whole[i] == '}' && --depth == 0) return whole.substr(open, i + 1 - open);
    }
    return "not closed";
}

}  // namespace

TEST_CASE("the whole schema of a small struct: sorted keys, required members, limits") {
    CHECK(schema_of<provost::sample::Order>() ==
          R"({"$schema":"https://json-schema.org/draft/2020-12/schema","additionalProperties":false,)"
          R"("description":"A \"quoted\" order.","patternProperties":{"^x-":true},"properties":{)"
          R"("fee":{"description":"Fee.","maximum":10,"minimum":0,"pattern":"^-?[0-9]+(\\.[0-9]{1,6})?$",)"
          R"("type":["string","integer"]},)"
          R"("name":{"description":"Name.","maxLength":5,"minLength":1,"type":"string"},)"
          R"("numbers":{"description":"Numbers.","items":{"maximum":9223372036854775807,)"
          R"("minimum":-9223372036854775808,"type":"integer"},"maxItems":9,"minItems":1,"type":"array"},)"
          R"("owner":{"description":"Owner.","maximum":9007199254740991,"minimum":1,"type":"integer"},)"
          R"("part":{"description":"Part.","maxLength":40,"maximum":9007199254740991,"minLength":1,"minimum":1,)"
          R"("type":["string","integer"]}},)"
          R"("required":["name","numbers","owner","part"],"title":"order","type":"object"})");
}

TEST_CASE("every kind has its schema") {
    CHECK(member_schema("flag") == R"({"default":false,"description":"A flag.","type":"boolean"})");
    CHECK(member_schema("maybe") == R"({"description":"A flag or nothing.","type":"boolean"})");
    CHECK(member_schema("part") ==
          R"({"description":"Id of a part.","maximum":9007199254740991,"minimum":0,"type":"integer"})");
    CHECK(member_schema("colour") ==
          R"({"default":"none","description":"A colour.","enum":["none","red","dark_green"]})");
    CHECK(member_schema("amount") ==
          R"({"default":"0","description":"A decimal.","maximum":9223372036854,"minimum":-9223372036854,)"
          R"("pattern":"^-?[0-9]+(\\.[0-9]{1,6})?$","type":["string","integer"]})");
    CHECK(member_schema("day") == R"({"description":"A day.","format":"date","type":"string"})");
    CHECK(member_schema("moment") == R"({"description":"A moment.","format":"date-time","type":"string"})");
    CHECK(member_schema("text") == R"({"description":"A text.","maxLength":60,"type":"string"})");
    CHECK(member_schema("code") ==
          R"({"description":"A code.","pattern":"^(none|[a-z0-9-]+\\.[a-z0-9-]+)$","type":"string"})");
    CHECK(member_schema("texts") ==
          R"({"description":"Texts.","items":{"type":"string"},"maxItems":4,"type":"array"})");
    CHECK(member_schema("inner") == R"({"$ref":"#/$defs/part","description":"A part inside."})");
    CHECK(member_schema("parts") == R"({"description":"Parts.","items":{"$ref":"#/$defs/part"},"type":"array"})");
}

TEST_CASE("a struct that holds itself refers to itself") {
    const auto reason = schema_of<provost::Reason>();
    CHECK(reason.find(R"("items":{"$ref":"#"})") != reason.npos);
    CHECK(reason.find(R"("$defs":{"evidence":{)") != reason.npos);
    CHECK(reason.find("#/$defs/reason") == reason.npos);
}

TEST_CASE("definitions are found however deep they lie, each once, in byte order") {
    const auto answer = schema_of<provost::Answer>();
    std::size_t from = 0;
    for (const std::string_view name : {"evidence", "field_change", "need", "parameter", "planned_change", "reason"}) {
        CAPTURE(name);
        const auto title = R"("title":")" + std::string(name) + "\"";
        const auto at = answer.find(title);
        REQUIRE(at != answer.npos);
        CHECK(at > from);
        CHECK(answer.find(title, at + 1) == answer.npos);
        from = at;
    }
    CHECK(answer.find(R"("$ref":"#/$defs/reason")") != answer.npos);
}

TEST_CASE("defaults are what an absent member means") {
    const auto head = schema_of<provost::Head>();
    CHECK(head.find(R"("provost":{"default":1,"description":"Format version of the document: 1.","maximum":1,)"
                    R"("minimum":1,"type":"integer"})") != head.npos);
    CHECK(head.find(R"("detail":{"default":"verdict")") != head.npos);
}
