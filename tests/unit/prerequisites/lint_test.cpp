// The check of the catalogue at its bounds: very long chains, very large bundles, kinds of items that no course has.
#include "prerequisites/lint.hpp"
#include "base/code_table.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace provost::prerequisites {

namespace {

using catalogue::NodeKind;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;

Node leaf_of(NodeKind kind, std::string key, std::int64_t target = 0) {
    Node node;
    node.kind = kind;
    node.key = std::move(key);
    node.target = target;
    return node;
}
Node skill(std::int64_t level) {
    Node node = leaf_of(NodeKind::skill, "welding");
    node.level = level;
    return node;
}
Node job_profile(bool met) {
    Node node = leaf_of(NodeKind::job_profile, "welder");
    node.whole = met;
    return node;
}
// A set of leaves, as a bundle is.
std::vector<Node> bundle(std::vector<Node> leaves, std::int64_t least = 1'000) {
    Node set;
    set.size = static_cast<std::int64_t>(leaves.size()) + 1;
    set.least = std::min(least, set.size - 1);
    leaves.insert(leaves.begin(), set);
    return leaves;
}
Prerequisites any_of(const std::vector<std::vector<Node>>& bundles) {
    Prerequisites rule;
    for (const auto& nodes : bundles) rule.nodes.insert(rule.nodes.end(), nodes.begin(), nodes.end());
    return rule;
}
std::vector<std::pair<std::size_t, std::size_t>> useless_in(const Prerequisites& rule) {
    std::int64_t left_out = 0;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [useless, by] : useless_bundles(rule, left_out)) pairs.emplace_back(useless, by);
    CHECK(left_out == 0);
    return pairs;
}
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Courses 1 to `count`, each of which asks for the next; the last one for nothing, or for the first.
struct Row {
    std::vector<Prerequisites> rules;
    Catalogue catalogue;

    Row(std::int64_t count, bool ring) {
        rules.reserve(static_cast<std::size_t>(count));
        for (std::int64_t id = 1; id <= count; ++id) {
            const auto next = id < count ? id + 1 : 1;
            rules.push_back(any_of({bundle({leaf_of(NodeKind::course, std::to_string(next), next)})}));
            Catalogue::Course course{id, "C" + std::to_string(id)};
            course.rule = id < count || ring ? &rules.back() : nullptr;
            catalogue.courses.push_back(std::move(course));
        }
    }
};

std::size_t count_of(const Lint& lint, Code code) {
    return static_cast<std::size_t>(std::ranges::count(lint.findings, code, &Finding::code));
}

}  // namespace

TEST_CASE("a bundle that asks for more than another one is useless [IMC-PRE-06]") {
    CHECK(useless_in(any_of({bundle({skill(3)}), bundle({skill(2)})})) == Pairs{{0, 1}});
    CHECK(useless_in(any_of({bundle({job_profile(false)}), bundle({job_profile(true)})})) == Pairs{{1, 0}});
    CHECK(useless_in(any_of({bundle({skill(1)}), bundle({job_profile(false)})})).empty());
    // IMC-PRE-26: who has achieved the subject has what the template asks for.
    Node made = leaf_of(NodeKind::course_template, "U1", 7);
    made.subject = "U1";
    CHECK(useless_in(any_of({bundle({leaf_of(NodeKind::subject, "U1")}), bundle({made})})) == Pairs{{0, 1}});
    // Of equal ones the first is kept; all are told against it.
    const auto masters = bundle({leaf_of(NodeKind::group, "masters", 9)});
    CHECK(useless_in(any_of({masters, masters, masters})) == Pairs{{1, 0}, {2, 0}});
    // IMC-PRE-05: what is only recommended makes no difference.
    auto wish = bundle({leaf_of(NodeKind::group, "masters", 9), skill(1)});
    wish[2].required = false;
    CHECK(useless_in(any_of({wish, masters})) == Pairs{{1, 0}});
}

TEST_CASE("a large bundle is compared as long as few of its items are open") {
    std::vector<Node> many;
    for (std::int64_t id = 1; id <= 200; ++id) many.push_back(leaf_of(NodeKind::course, std::to_string(id), id));
    const auto one = bundle({many.front()});
    CHECK(useless_in(any_of({bundle(many), one})) == Pairs{{0, 1}});

    many.resize(exact_items);
    CHECK(useless_in(any_of({bundle(many, 8), bundle(many, 7)})) == Pairs{{0, 1}});
    many.push_back(leaf_of(NodeKind::course, "17", 17));
    std::int64_t left_out = 0;
    CHECK(useless_bundles(any_of({bundle(many, 8), bundle(many, 17)}), left_out).size() == 1);
    CHECK(left_out == 1);
}

TEST_CASE("IMC-PRE-25 a chain of 100,000 courses is looked at in one go, and its evidence is cut") {
    constexpr std::int64_t count = 100'000, half = count / 2;
    Row row(count, false);
    row.catalogue.courses[half - 1].life = catalogue::CourseLife::archived;
    const auto found = lint(row.catalogue, {count});
    CHECK(count_of(found, "lint.never-bookable"_code) == half - 1);
    CHECK(count_of(found, "lint.needs-retired"_code) == half - 1);
    const Finding& first = found.findings.front();
    REQUIRE(first.evidence.size() == 20);
    CHECK(first.evidence[18] == "C19");
    CHECK(first.evidence.back() == "C50000");
    CHECK(first.cut);
    const Finding& last = found.findings.back();
    CHECK(last.evidence == std::vector<std::string>{"C99999", "C100000"});
    CHECK_FALSE(last.cut);
}

TEST_CASE("IMC-PRE-25 a long circle is told as far as anybody reads") {
    const auto found = lint(Row(20, true).catalogue, {});
    REQUIRE(found.findings.size() == 20);
    CHECK(found.findings.front().cut);  // 21 names
    CHECK(found.findings.front().evidence.back() == "C1");
    CHECK_FALSE(lint(Row(19, true).catalogue, {}).findings.front().cut);
    const auto longer = lint(Row(2'000, true).catalogue, {});
    REQUIRE(longer.findings.size() == 2'000);
    CHECK(longer.findings.front().cut);
    CHECK(longer.findings.front().evidence.back() == "C20");
}

TEST_CASE("what prerequisites leave open means what settings and templates say by now [IMC-PRE-09, IMC-PRE-26]") {
    Node open = leaf_of(NodeKind::course, "C1", 1), enrolled = open;
    open.minimum_by_setting = true;
    enrolled.minimum = catalogue::Minimum::enrolled;
    const auto rule = any_of({bundle({open}), bundle({enrolled})});
    const auto by_subject =
        any_of({bundle({leaf_of(NodeKind::subject, "U1")}), bundle({leaf_of(NodeKind::course_template, "T", 7)})});
    Catalogue catalogue;
    catalogue.course_templates = {{7, "T", "U1", false}};
    for (std::int64_t id = 1; id <= 4; ++id) {
        catalogue.courses.push_back({id, "C" + std::to_string(id), 7});
        if (id > 1) catalogue.courses.back().rule = id == 4 ? &by_subject : &rule;
    }
    catalogue.courses[2].usual = catalogue::Minimum::enrolled;
    const auto told = [&] {
        std::string text;
        for (const Finding& each : lint(catalogue, {}).findings) {
            if (each.code == "lint.useless-bundle"_code) text += each.name + each.evidence.front() + ' ';
        }
        return text;
    };
    CHECK(told() == "C2/bundles/0 C3/bundles/1 C4/bundles/0 ");
    catalogue.course_templates[0].subject = "U2";
    CHECK(told() == "C2/bundles/0 C3/bundles/1 ");
}

TEST_CASE("findings come in the same order each time") {
    const Row row(500, true);
    const auto once = lint(row.catalogue, {}), again = lint(row.catalogue, {});
    REQUIRE(once.findings.size() == again.findings.size());
    for (std::size_t i = 0; i < once.findings.size(); ++i) {
        CHECK(to_json(once.findings[i]) == to_json(again.findings[i]));
    }
}

}  // namespace provost::prerequisites
