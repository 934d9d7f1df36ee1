// Counting by packaging rules: mosts, nested rules, units that are not listed, and the day of the last requirement.
#include "finalise/packaging.hpp"

#include <doctest/doctest.h>

namespace provost::finalise {

namespace {

using catalogue::Packaging;
using enrolment::Activity;

// Activities on days of 2026 that are numbered from 1.
class Work {
public:
    Work& done(const std::string& subject, int day, const std::string& outcome = "20") {
        Activity& activity = made_.emplace_back();
        activity.id = {static_cast<std::int64_t>(made_.size())};
        activity.subject = subject;
        activity.outcome = outcome;
        activity.end_on = on(day);
        return *this;
    }
    [[nodiscard]] PackagingFound against(const Packaging& packaging) const {
        Activities all;
        for (const Activity& each : made_) all.push_back(&each);
        return packaging_missing(packaging, all, true);
    }
    [[nodiscard]] static Day on(int day) { return Day{std::chrono::year{2026} / 1 / 1} + std::chrono::days{day - 1}; }

private:
    std::vector<Activity> made_;
};

// Two core units; three electives of A, B and C, at least two of A and B together, at most one of C.
Packaging three_groups() {
    Packaging made;
    made.electives = 3;
    made.units = {{"K1", {}}, {"K2", {}}, {"A1", "A"}, {"A2", "A"}, {"A3", "A"}, {"B1", "B"}, {"C1", "C"}, {"C2", "C"}};
    made.groups = {{"A", {}, 0, {}}, {"B", {}, 0, {}}, {"C", {}, 0, 1}};
    made.rules = {{{"A", "B", "C"}, 3, 3}, {{"A", "B"}, 2, std::nullopt}};
    return made;
}

std::string value_of(const Reason& reason, std::string_view name) {
    for (const Parameter& parameter : reason.parameters) {
        if (parameter.name == name) return parameter.value;
    }
    return {};
}

}  // namespace

TEST_CASE("what is over the most of a group does not count [FIN-CRD-02]") {
    Work work;
    work.done("K1", 1).done("K2", 2).done("A1", 3).done("C1", 4).done("C2", 5);
    const auto found = work.against(three_groups());
    CHECK_FALSE(found.complete);
    REQUIRE(found.reason.parts.size() == 2);
    CHECK(found.reason.parts[0].mark == Mark::met);
    const Reason& whole = found.reason.parts[1].parts.back();
    CHECK(value_of(whole, "found") == "2");
    CHECK(value_of(whole, "missing") == "1");
    CHECK(whole.evidence.size() == 3);
    CHECK(work.done("B1", 9).against(three_groups()).complete);
}

TEST_CASE("rules over several groups hold besides the whole, in whatever order they are told") {
    Work work;
    work.done("K1", 1).done("K2", 2).done("A1", 3).done("A2", 4);
    CHECK_FALSE(work.against(three_groups()).complete);
    work.done("C1", 5);
    CHECK(work.against(three_groups()).complete);
    Packaging other = three_groups();
    std::ranges::reverse(other.rules);
    CHECK(work.against(other).complete);
    other.groups[0].most = 1;  // of A one counts now, and of A and B two are wanted
    CHECK_FALSE(work.against(other).complete);
}

TEST_CASE("the day is that on which the last requirement was met, whatever was achieved later or again") {
    Work work;
    work.done("C1", 30).done("K1", 1).done("K2", 12).done("A1", 3).done("A2", 4).done("A3", 40).done("K2", 2);
    const auto found = work.against(three_groups());
    CHECK(found.complete);
    CHECK(found.met_on == Work::on(30));
    CHECK(found.nearest.empty());
}

TEST_CASE("a unit counts once, and only with an outcome that counts") {
    Work work;
    work.done("K1", 1).done("K2", 2, "51").done("A1", 3).done("A1", 4, "60").done("A2", 4, "30").done("B1", 5, "81");
    const auto found = work.against(three_groups());
    CHECK_FALSE(found.complete);
    CHECK(value_of(found.reason.parts[1].parts.back(), "found") == "1");
    Packaging open = three_groups();
    open.non_assessed = true;
    CHECK(value_of(work.against(open).reason.parts[1].parts.back(), "found") == "2");
}

TEST_CASE("what is not listed counts only where a group takes it") {
    Work work;
    work.done("K1", 1).done("K2", 2).done("A1", 3).done("A2", 4).done("OTHER", 5);
    CHECK_FALSE(work.against(three_groups()).complete);
    Packaging open = three_groups();
    open.groups[2].takes_others = true;
    CHECK(work.against(open).complete);
    CHECK_FALSE(Work().done("K1", 1).done("A1", 3).done("A2", 4).done("OTHER", 5).against(open).complete);
}

TEST_CASE("points are counted up to the most, and one that is missing is missing") {
    Packaging points;
    points.measure = catalogue::Measure::points;
    points.electives = 100;
    points.units = {{"K1", {}, 40}, {"A1", "A", 60}, {"A2", "A", 20}, {"B1", "B", 39}, {"B2", "B", 1}};
    points.groups = {{"A", {}, 0, 60}, {"B", {}, 0, std::nullopt}};
    Work work;
    work.done("K1", 1).done("A1", 2).done("A2", 3).done("B1", 4);
    CHECK_FALSE(work.against(points).complete);
    CHECK(value_of(work.against(points).reason.parts[1].parts.back(), "missing") == "1");
    CHECK(work.done("B2", 5).against(points).met_on == Work::on(5));
}

}  // namespace provost::finalise
