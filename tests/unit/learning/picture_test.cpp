// The picture of a course: what is locked, what was found where, and texts that could be taken for something else.
#include "small_course.hpp"

#include "learning/picture.hpp"

#include <doctest/doctest.h>
#include <provost/describe/json.hpp>

namespace provost::learning {

namespace {

LogicPicture picture_of_a_broken_course() {
    CourseOf course;
    course.component("F", catalogue::ComponentKind::folder).component("A", catalogue::ComponentKind::content, "F");
    course.component("T", catalogue::ComponentKind::test).component("lost");
    course.rule("A").confirmed().opens({"T"}).fills({"F"});
    course.rule("T").at_least(60).tries(2).passes();
    course.rule("T").passed().failed().tries(1).opens({"lost"}).locks({"A"});
    CourseLogic made = course.made();
    made.components[1].name = "A \"page\"\n<b>|]--> \\ #1; `x`";
    return picture_of(made, check(made, {}));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("IMC-LL-24 the picture says how everything stands at the beginning, and what was found where") {
    const LogicPicture picture = picture_of_a_broken_course();
    REQUIRE(picture.components.size() == 4);
    CHECK(picture.components[0].state == AtBeginning::folder);
    CHECK(picture.components[1].state == AtBeginning::open);
    CHECK(picture.components[2].state == AtBeginning::locked);
    CHECK(picture.components[2].limit == 1);
    CHECK(picture.components[2].percents == std::vector<std::string>{"0", "60"});
    CHECK(picture.components[3].state == AtBeginning::out_of_reach);
    CHECK(picture.rules[1].asks == "at least 60 % (2 tries)");
    CHECK(picture.rules[1].ends == "passed");
    CHECK(picture.rules[2].asks == "passed and failed (1 try)");
    REQUIRE(picture.rules[2].findings.size() == 1);
    const auto& finding = picture.findings[static_cast<std::size_t>(picture.rules[2].findings[0])];
    CHECK(finding.code.name() == "check.never-fires");
    const auto again = from_json<LogicPicture>(to_json(picture));
    REQUIRE(again);
    CHECK(to_json(*again) == to_json(picture));
}

TEST_CASE("the picture in DOT and Mermaid: no name breaks out of its box") {
    const LogicPicture picture = picture_of_a_broken_course();
    const std::string dot = dot_of(picture);
    CHECK(has(dot, R"(c1 [label="A \"page\"\n<b>|]--> \\ #1; `x`"];)"));
    CHECK(has(dot, "subgraph cluster_0 {"));
    CHECK(has(dot, "c2 -> c1 [label=\"r3: passed and failed (1 try)\", style=dashed, arrowhead=tee"));
    CHECK(has(dot, "c1 -> c0 [label=\"r1: confirmed\", style=dotted]"));
    CHECK(has(dot, "c3 [label=\"lost\", color=\"#b3261e\""));
    const std::string mermaid = mermaid_of(picture);
    CHECK(has(mermaid, R"(c1["A #34;page#34; #60;b#62;#124;#93;--#62; #92; #35;1#59; #96;x#96;"])"));
    CHECK(has(mermaid, "subgraph f0[\"F\"]"));
    CHECK(has(mermaid, "c2 --x|\"r3: passed and failed (1 try)\"| c1"));
    CHECK(has(mermaid, "c1 -.->|\"r1: confirmed\"| c0"));
    CHECK(has(mermaid, "c2 -->|\"r2: at least 60 % (2 tries)\"| end_passed"));
}

}  // namespace provost::learning
