// What the check of all ways finds in courses that are broken in one way each, with the shortest way to it.
#include "small_course.hpp"

#include <doctest/doctest.h>

namespace provost::learning {

namespace {

using Kind = catalogue::ComponentKind;
using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("IMC-LL-24 a sound course has no findings") {
    CourseOf course;
    course.component("A").component("T", Kind::test).component("again").component("end");
    course.rule("A").confirmed().opens({"T"});
    course.rule("T").at_least(60).tries(2).opens({"end"});
    course.rule("T").below(60).tries(2).opens({"again"});
    course.rule("again").confirmed().fails();
    course.rule("end").confirmed().passes();
    const Checked checked = check(course.made(), {});
    CHECK(checked.findings.empty());
    CHECK(checked.summary.complete);
    CHECK(checked.summary.searched == 3);  // the test, for its tries, and what ends the course
}

TEST_CASE("IMC-LL-24 a component that nobody can open, and the rule that would open it") {
    CourseOf course;
    course.component("F", Kind::folder).component("A", Kind::content, "F").component("B");
    course.rule("F").passed().opens({"B"});
    course.rule("A").confirmed().passes();
    CHECK(short_findings(course.made()) == Found{"check.unreachable B", "check.never-fires F r1"});
}

TEST_CASE("IMC-LL-24 components that open only after each other") {
    CourseOf course;
    course.component("A").component("B").component("C").component("D");
    course.rule("A").confirmed().opens({"B"});
    course.rule("B").confirmed().opens({"C", "D"});
    course.rule("C").confirmed().opens({"A"});
    course.rule("D").confirmed().passes();
    CHECK(short_findings(course.made()) == Found{"check.loop A B C", "check.unreachable D", "check.cannot-conclude"});
}

TEST_CASE("IMC-LL-24 names of what is not there are found in the rules as they stand") {
    CourseOf course;
    course.component("A");
    course.rule("A").confirmed().opens({"gone"}).passes();
    course.rule("lost").confirmed().opens({"A"});
    CHECK(short_findings(course.made()) == Found{"check.dangling gone r1", "check.dangling lost r2"});
}

TEST_CASE("IMC-LL-24 a dead end after the last try, and the same mended") {
    CourseOf course;
    course.component("A").component("T", Kind::test).component("end");
    course.rule("A").confirmed().opens({"T"});
    course.rule("T").passed().tries(2).opens({"end"});
    course.rule("end").confirmed().passes();
    CHECK(short_findings(course.made()) == Found{"check.last-try T: A confirmed, T ended scored, T ended scored"});
    course.rule("T").failed().tries(2).fails();
    CHECK(short_findings(course.made()).empty());
}

TEST_CASE("IMC-LL-24 what a learner does may lock the way to the end; who opened it before may finish it") {
    CourseOf course;
    course.component("A").component("B").component("end");
    course.rule("A").confirmed().opens({"B"});
    course.rule("B").confirmed().locks({"end"});
    course.rule("end").confirmed().passes();
    CHECK(short_findings(course.made()) == Found{"check.cannot-conclude B: A confirmed, B confirmed"});
}

TEST_CASE("IMC-LL-21 IMC-LL-24 rules that open and lock the same in one step, and rules that end it differently") {
    CourseOf course(catalogue::ConcludeBy::administrator);
    course.component("A").component("B").component("C");
    course.rule("A").confirmed().opens({"B"});
    course.rule("B").confirmed().locks({"C"});
    course.rule("B").confirmed().opens({"C"});
    CHECK(short_findings(course.made()) ==
          Found{"check.unreachable C", "check.lock-conflict C: A confirmed, B confirmed"});

    CourseOf other;
    other.component("T", Kind::test);
    other.rule("T").at_least(50).passes();
    other.rule("T").failed().fails();
    CHECK(short_findings(other.made()) == Found{"check.end-conflict: T ended failed 50"});
}

TEST_CASE("IMC-LL-24 a cascade: the last component of a folder opens and locks") {
    CourseOf course(catalogue::ConcludeBy::administrator);
    course.component("F", Kind::folder).component("A", Kind::content, "F").component("B", Kind::content, "F");
    course.component("C");
    course.rule("A").confirmed().fills({"F"});
    course.rule("B").confirmed().locks({"C"});
    course.rule("F").passed().opens({"C"});
    CHECK(short_findings(course.made()) == Found{"check.lock-conflict C: A confirmed, B confirmed"});
}

TEST_CASE("IMC-LL-25 before and after each date: who is late is told of, and is no mistake") {
    CourseOf course;
    course.component("A").component("end").closes_at(10);
    course.rule("A").confirmed().opens({"end"});
    course.rule("end").confirmed().passes();
    const Checked checked = check(course.made(), {});
    REQUIRE(checked.findings.size() == 1);
    const LogicFinding& late = checked.findings[0];
    CHECK(late.code.name() == "check.date-missed");
    CHECK(late.severity == Severity::info);
    CHECK(short_steps(late) == "end date");
    CHECK(late.steps[0].at == CourseOf::hour(10));
    CHECK(late.sentence == "Whoever has not done it by 1970-01-01T10:00:00Z can no longer conclude the course.");

    CourseOf never;
    never.component("A").opens_at(12).closes_at(10);
    never.rule("A").confirmed().passes();
    CHECK(short_findings(never.made()) == Found{"check.unreachable A", "check.cannot-conclude"});
}

TEST_CASE("IMC-LL-25 percent below, at and above every threshold") {
    CourseOf course(catalogue::ConcludeBy::administrator);
    course.component("T", Kind::test).component("low").component("middle").component("high");
    course.rule("T").below(40).opens({"low"});
    course.rule("T").at_least(80).opens({"high"});
    course.rule("T").at_least(60).opens({"middle"});
    course.rule("T").at_least(40);
    CHECK(short_findings(course.made()).empty());
}

TEST_CASE("IMC-MT-06 IMC-LL-24 with progress a component that stays locked is in the way") {
    CourseOf course(catalogue::ConcludeBy::progress);
    course.component("T", Kind::test).component("more");
    course.rule("T").passed().tries(1).opens({"more"});
    CHECK(short_findings(course.made()) == Found{"check.last-try T: T ended scored"});
}

TEST_CASE("IMC-LL-24 what opens something that a rule locks is not done before its time") {
    CourseOf course;
    course.component("F", Kind::folder).component("A", Kind::content, "F").closes_at(10);
    course.component("T", Kind::content, "F").opens_at(10).component("X");
    course.rule("A").confirmed().locks({"T"}).fills({"F"});
    course.rule("X").confirmed().opens({"T"});
    course.rule("F").passed().passes();
    CHECK(short_findings(course.made()) ==
          Found{"check.cannot-conclude A: X confirmed, A confirmed", "check.date-missed A: A date"});
}

TEST_CASE("IMC-LL-24 what fills a folder that locks something is not done before its time") {
    CourseOf course;
    course.component("F", Kind::folder).component("A", Kind::content, "F").component("B").component("end");
    course.rule("B").fills({"F"});
    course.rule("F").passed().locks({"end"});
    course.rule("end").confirmed().passes();
    CHECK(short_findings(course.made()) == Found{"check.cannot-conclude A: A confirmed"});
}

TEST_CASE("IMC-LL-25 a bound that is hit is told, and what was found by then holds") {
    CourseOf course;
    for (int i = 0; i < 12; ++i) {
        const auto key = "T" + std::to_string(i);
        course.component(key, Kind::test);
        course.rule(key).passed().tries(1);
        course.rule(key).failed().tries(1).locks({key});
    }
    course.component("F", Kind::folder).component("B");
    course.rule("F").passed().opens({"B"}).passes();
    const Checked checked = check(course.made(), {500, 500});
    CHECK_FALSE(checked.summary.complete);
    CHECK(checked.summary.states == 500);
    CHECK(checked.findings.back().code.name() == "check.bound");
    CHECK(checked.findings.back().severity == Severity::warning);
    CHECK(short_findings(course.made(), {500, 500}) ==
          Found{"check.unreachable B", "check.never-fires F r25", "check.bound"});
}

TEST_CASE("IMC-LL-24 what only opens is solved without a search") {
    CourseOf course(catalogue::ConcludeBy::administrator);
    course.component("c0");
    for (int i = 1; i < 60; ++i) {
        course.component("c" + std::to_string(i));
        course.rule("c" + std::to_string(i - 1)).confirmed().opens({"c" + std::to_string(i)});
    }
    const Checked checked = check(course.made(), {});
    CHECK(checked.findings.empty());
    CHECK(checked.summary.searched == 0);
    CHECK(checked.summary.states == 1);
}

}  // namespace provost::learning
