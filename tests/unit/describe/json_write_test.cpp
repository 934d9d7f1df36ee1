// Canonical text: exact bytes for every kind, and the way back through the reader.
// A change of an expected text here changes stored digests and approvals.
#include "unit/sample.hpp"

#include <provost/condition/reason.hpp>
#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace {

using provost::from_json;
using provost::to_json;
using provost::sample::Colour;
using provost::sample::full_sample;
using provost::sample::Part;
using provost::sample::Sample;

std::string literal(std::string_view text) {
    std::string out;
    provost::write_json_text(out, text);
    return out;
}

}  // namespace

TEST_CASE("MIS-06 keys stand in byte order, absent members are left out, nothing else is written") {
    CHECK(to_json(Sample{}) ==
          R"({"amount":"0","colour":"none","flag":false,"id":0,"inner":{"weight":0},"version":0})");
}

TEST_CASE("MIS-06 every kind has one text") {
    const std::string expected =
        R"({"amount":"67.5","code":"course.unknown","colour":"dark_green","day":"2024-10-04","flag":true,"id":7,)"
        R"("inner":{"name":"in","price":"2","weight":1},"maybe":false,"moment":"2023-11-14T22:13:20.123Z","number":0,)"
        R"("numbers":[3,-1,2],"optional_amount":"-0.000001","optional_inner":{"weight":0},"part":9007199254740991,)"
        R"("parts":[{"name":"p","parts":[{"name":"q","weight":9}],"weight":0},{"weight":0}],"reference":"C/1",)"
        R"("second_colour":"red","text":"Zoë said \"hi\"\\ \n\t\u0001 中 😀","texts":["b","-","a"],"version":3})";
    CHECK(to_json(full_sample()) == expected);
}

TEST_CASE("text is escaped no more than JSON demands") {
    CHECK(literal("") == R"("")");
    CHECK(literal("a/b<c>\x7F") == "\"a/b<c>\x7F\"");
    CHECK(literal("\"\\") == R"("\"\\")");
    CHECK(literal("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(literal(std::string_view("\0\x1F", 2)) == R"("\u0000\u001f")");
}

TEST_CASE("a reference is written by id when it has one") {
    Sample s;
    s.reference = provost::Ref<Part>(provost::Id<Part>{12});
    CHECK(to_json(s).find(R"("reference":12)") != std::string::npos);
}

TEST_CASE("one member's text is what stands in the whole") {
    const Sample s = full_sample();
    const auto& type = provost::type_of<Sample>();
    std::string whole = "{";
    for (const auto position : type.by_name) {
        const auto& field = type.fields[position];
        whole += (whole.size() > 1 ? ",\"" : "\"") + std::string(field.name) + "\":";
        provost::write_member_json(whole, field, &s);
    }
    CHECK(whole + "}" == to_json(s));
    std::string absent;
    const Sample empty;
    provost::write_member_json(absent, *type.find("texts"), &empty);
    CHECK(absent.empty());
}

TEST_CASE("MIS-06 what was written is read back and written the same again") {
    for (std::int64_t turn = 0; turn < 200; ++turn) {
        const Sample s = full_sample(turn * turn * 7919);
        const auto text = to_json(s);
        Sample back;
        const auto& type = provost::type_of<Sample>();
        REQUIRE(provost::read_json(text, type, &back));
        REQUIRE(back.version == s.version);
        REQUIRE(provost::same_content(type, &s, &back));
        REQUIRE(to_json(back) == text);
    }
    Sample back = full_sample();
    CHECK(provost::read_json(to_json(Sample{}), provost::type_of<Sample>(), &back));
}

TEST_CASE("a struct that holds a list of itself comes back") {
    provost::Reason reason{provost::find_code("condition.all"), provost::Mark::partly_met, {{"least", "2"}}, {}, {}};
    reason.evidence.push_back({"activity", 5, "20", provost::parse_day("2026-04-05")});
    reason.parts = {reason, {}};
    const auto back = from_json<provost::Reason>(to_json(reason));
    REQUIRE(back);
    CHECK(to_json(*back) == to_json(reason));
    CHECK(back->parts[0].evidence[0].day == provost::parse_day("2026-04-05"));
}

TEST_CASE("the order and spacing of a document do not matter") {
    const auto read = from_json<Part>(" {\n\"weight\" : 3 ,\t\"price\":\"1.50\",\"name\":\"\\u0061\\/\"}\r\n");
    REQUIRE(read);
    CHECK(to_json(*read) == R"({"name":"a/","price":"1.5","weight":3})");
}
