// Judging in bulk: random rules over random histories have the marks that the verbs give, pair by pair.
#include "condition/condition.hpp"
#include "effort.hpp"
#include "prerequisites/key_index.hpp"
#include "unit/prerequisites/small_world.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

#include <deque>

namespace provost::prerequisites {

namespace {

// A rule as it is kept, with the marks that the verbs give to it and to its parts.
class Scalar {
public:
    Scalar(const SmallWorld& world, const BulkRule& rule) : evidence_(world.evidence()) {
        const auto facts = world.facts();
        const catalogue::TemplateVersion free;
        Decision decision;
        auto made = compile(rule.bundles, facts, catalogue::Complexity(free, {}, {}),
                            rule.minimum.value_or(Minimum::completed), decision);
        REQUIRE(made);
        rule_ = std::move(*made);
        condition_ = condition_of(rule_.nodes, Minimum::completed, leaves_);
    }
    Scalar(const Scalar&) = delete;
    Scalar& operator=(const Scalar&) = delete;

    [[nodiscard]] Mark mark(std::int64_t learner, std::int32_t day) const {
        return judge(asked(learner, day), false).mark;
    }
    [[nodiscard]] std::vector<Mark> parts(std::int64_t learner, std::int32_t day) const {
        std::vector<Mark> marks, parts;
        for (const auto* leaf : leaves_) marks.push_back(mark_of(*leaf, asked(learner, day)));
        for (std::size_t at = 0; at < condition_.nodes.size(); ++at)
            parts.push_back(evaluate(condition_.nodes, at, marks));
        return parts;
    }

private:
    [[nodiscard]] Case asked(std::int64_t learner, std::int32_t day) const {
        return {rule_, evidence_, {learner}, Day{std::chrono::days{day}}, Minimum::completed};
    }

    Evidence evidence_;
    catalogue::Prerequisites rule_;
    Condition condition_;
    std::vector<const catalogue::PrerequisiteNode*> leaves_;
};

// What a call refused, as "code pointer".
template <class T>
std::string told_by(const Result<T>& result) {
    return result ? "" : std::string(result.error().code.name()) + ' ' + result.error().place.pointer;
}

// Two learners: 10 passed course 1 on day 5, 11 is in progress in it and passed course 2.
struct TwoLearners {
    std::vector<std::int64_t> learner{11, 10, 11}, course{1, 1, 2};
    std::vector<std::uint8_t> state{5, 7, 7};
    std::vector<std::int32_t> enrolled_on{0, 0, 0}, ended_on{no_day, 5, 3};
    Columns columns;

    TwoLearners() { columns.places = {learner, course, {}, state, enrolled_on, {}, ended_on, {}}; }
};

BulkDocument document_of(std::string_view text) {
    auto document = from_json<BulkDocument>(text);
    REQUIRE(document);
    return std::move(*document);
}

std::string compiled(std::string_view text) {
    const auto history = History::of({});
    return told_by(RuleSet::of(*history, document_of(text)));
}

}  // namespace

TEST_CASE("IMC-PRE-22 in bulk prerequisites have the marks that the verbs give") {
    std::array<int, 4> seen{};
    for (int seed = 0; seed < effort("bulk-prerequisites"); ++seed) {
        CAPTURE(seed);
        SmallWorld world(static_cast<unsigned>(seed));
        BulkDocument document;
        document.things = world.things;
        for (std::int64_t key = 0; key < 6; ++key)
            document.rules.push_back({key * world.between_keys, world.minimum(), world.bundles()});
        const auto history = History::of(world.told.columns());
        REQUIRE(history);
        const auto rules = RuleSet::of(*history, document);
        REQUIRE(rules);
        std::vector<std::int64_t> learner, rule;
        std::vector<std::int32_t> day;
        std::vector<Mark> expected;
        for (const BulkRule& asked : document.rules) {
            const Scalar scalar(world, asked);
            const auto number = *rules->find(asked.key);
            for (std::int64_t each = 1; each <= learners + 1; ++each) {
                const std::int64_t who = each * world.between_keys;
                const std::int32_t when = world.moment();
                const AsOf then(*history, *rules, Day{std::chrono::days{when}});
                learner.push_back(who), rule.push_back(asked.key), day.push_back(when);
                expected.push_back(scalar.mark(who, when));
                ++seen[static_cast<std::size_t>(expected.back())];
                CHECK(then.judge(history->find(who), number) == expected.back());
                std::vector<Mark> parts(rules->parts(number));
                then.explain(history->find(who), number, parts);
                CHECK(parts == scalar.parts(who, when));
                CHECK(parts.front() == expected.back());
            }
        }
        std::vector<Mark> marks(learner.size());
        REQUIRE(judge(*history, *rules, {learner, rule, day}, {marks, {}, 0}));
        CHECK(marks == expected);
    }
    CHECK(std::ranges::min(seen) > 0);
}

TEST_CASE("IMC-PRE-12 numbers and keys, one day and many, give the same marks") {
    const TwoLearners two;
    const auto history = History::of(two.columns);
    REQUIRE(history);
    CHECK(history->learners() == 2);
    CHECK(history->rows() == 3);
    const auto rules = RuleSet::of(*history, document_of(R"({"rules": [
        {"key": 7, "bundles": [{"items": [{"course": 1, "minimum": "in_progress"}, {"course": 2, "required": false}]}]},
        {"key": 8}]})"));
    REQUIRE(rules);
    CHECK(rules->parts(*rules->find(7)) == 3);
    CHECK(rules->most_parts() == 3);
    CHECK_FALSE(rules->find(9));
    const std::vector<std::int64_t> learners{10, 11, 12, 12}, keys{7, 7, 7, 8};
    std::vector<Mark> marks(4), parts(12, Mark::unknown);
    REQUIRE(judge(*history, *rules, {learners, keys, {}, 6}, {marks, parts, 3}));
    CHECK(marks == std::vector{Mark::met, Mark::partly_met, Mark::not_met, Mark::met});
    CHECK(parts[11] == Mark::unknown);  // room that was not needed
    CHECK(parts[9] == Mark::met);
    const std::vector<std::int32_t> days{4, -1, 4, 4};
    REQUIRE(judge(*history, *rules, {learners, keys, days}, {marks, {}, 0}));
    CHECK(marks == std::vector{Mark::partly_met, Mark::not_met, Mark::not_met, Mark::met});
    const std::vector<std::uint32_t> numbers{history->find(10), history->find(12)}, asked{0, 0};
    std::vector<Mark> two_marks(2);
    AsOf(*history, *rules, Day{std::chrono::days{6}}).judge(numbers, asked, two_marks);
    CHECK(two_marks == std::vector{Mark::met, Mark::not_met});
}

// The same as in tests/capi/bulk_test.cpp and in the tests of the Python and PHP packages.
TEST_CASE("IMC-PRE-22 a bulk of small data") {
    const std::vector<std::int64_t> learner{11, 10}, course{2, 1}, course_template{5, 4}, skilled{10}, skill{9};
    const std::vector<std::uint8_t> state{4, 7}, kind{0};
    const std::vector<std::int32_t> enrolled_on{100, 90}, ended_on{no_day, 110}, level{3};
    Columns columns;
    columns.places = {learner, course, course_template, state, enrolled_on, {}, ended_on, {}};
    columns.facts = {skilled, skill, kind, {}, level, {}, {}};
    const auto bulk = open_bulk(R"({
        "rules": [{"key": 100, "bundles": [{"items": [{"course": "WELD-1"}, {"skill": "welding", "level": 2}]},
                                           {"items": [{"course_template": 5, "minimum": "enrolled"}]}]},
                  {"key": 200}],
        "things": [{"kind": "course", "key": 1, "name": "WELD-1"}, {"kind": "skill", "key": 9, "name": "welding"}]})",
                                columns);
    REQUIRE(bulk);
    const auto summary = summary_of(*bulk);
    CHECK(std::array{summary.learners, summary.parts, summary.rows, summary.rules} ==
          std::array<std::int64_t, 4>{2, 6, 3, 2});
    const std::vector<std::int64_t> asked{10, 11, 12, 12}, rules{100, 100, 100, 200};
    std::vector<Mark> marks(4), parts(24);
    REQUIRE(judge(bulk->history, bulk->rules, {asked, rules, {}, 120}, {marks, parts, 6}));
    CHECK(marks == std::vector{Mark::met, Mark::partly_met, Mark::not_met, Mark::met});
    CHECK(parts[10] == Mark::partly_met);
    CHECK(told_by(open_bulk("{", columns)) == "document.malformed ");
}

TEST_CASE("columns that do not fit say which and where") {
    TwoLearners two;
    PlaceColumns& places = two.columns.places;
    const PlaceColumns right = places;
    const auto told = [&] { return told_by(History::of(two.columns)); };
    places.state = {};
    CHECK(told() == "column.missing ");
    places = right, places.ended_on = places.ended_on.first(2);
    CHECK(told() == "column.length ");
    places = right, places.learner = places.learner.first(2);
    CHECK(told() == "column.length ");
    places = right, two.state[1] = 13;
    CHECK(told() == "column.out-of-range /places/state/1");
    two.state[1] = 7, two.ended_on[2] = 2'932'897;
    CHECK(told() == "column.out-of-range /places/ended_on/2");
    two.ended_on[2] = 2'932'896;
    CHECK(told().empty());
    places.valid_until = places.ended_on;  // the day after the last one that can be written
    CHECK(told().empty());
    two.columns.achievements.learner = two.learner;
    CHECK(told() == "column.missing ");
    std::vector<std::int32_t> level{1, 2, -3};
    two.columns.achievements = {};
    two.columns.facts = {two.learner, two.course, std::span(two.state).first(3), {}, level, {}, {}};
    CHECK(told() == "column.out-of-range /facts/kind/0");
    two.state = {0, 1, 2};
    CHECK(told() == "column.out-of-range /facts/level/2");
}

TEST_CASE("more different days than can be counted are refused") {
    std::vector<std::int64_t> learner(65'536, 1), subject(65'536, 1);
    std::vector<std::int32_t> end_on;
    for (std::int32_t day = 0; day < 65'536; ++day) end_on.push_back(day);
    Columns columns;
    columns.achievements = {learner, subject, end_on, {}};
    CHECK(told_by(History::of(columns)) == "columns.too-large ");
    for (auto& day : end_on) day = std::min(day, 65'533);
    CHECK(told_by(History::of(columns)).empty());
}

TEST_CASE("pairs that do not fit say which and where") {
    TwoLearners two;
    const std::vector<std::int64_t> everybody{10, 11, 12};
    two.columns.learners = everybody;
    const auto history = History::of(two.columns);
    const auto rules = RuleSet::of(*history, document_of(R"({"rules": [{"key": 7}]})"));
    REQUIRE(rules);
    const auto told = [&](std::vector<std::int64_t> learners, std::vector<std::int64_t> keys,
                          std::vector<std::int32_t> days, std::size_t each = 0) {
        std::vector<Mark> marks(2), parts(2 * each);
        return told_by(judge(*history, *rules, {learners, keys, days, 6}, {marks, parts, each}));
    };
    CHECK(told({10, 12}, {7, 7}, {1, 2}, 1).empty());
    CHECK(told({10}, {7, 7}, {}) == "column.length ");
    CHECK(told({10, 12}, {7, 7}, {1}) == "column.length ");
    CHECK(told({10, 13}, {7, 7}, {}) == "learner.unknown /learners/1");
    CHECK(told({10, 12}, {7, 8}, {}) == "rule.unknown /rules/1");
    CHECK(told({10, 12}, {7, 7}, {1, no_day}) == "column.out-of-range /days/1");
    std::vector<Mark> marks(1);
    CHECK(told_by(judge(*history, *rules, {everybody, everybody}, {marks, {}, 0})) == "column.length ");
    const auto large =
        RuleSet::of(*history, document_of(R"({"rules": [{"key": 7, "bundles": [{"items": [{"course": 1}]}]}]})"));
    const std::vector<std::int64_t> one{10}, seven{7};
    std::vector<Mark> parts(2);
    CHECK(told_by(judge(*history, *large, {one, seven, {}, 0}, {marks, parts, 2})) == "parts.too-few /rules/0");
    CHECK(told_by(judge(*history, *large, {one, seven}, {marks, {}, 0})) == "column.out-of-range /day/0");
}

TEST_CASE("rules that do not fit say which and where") {
    CHECK(compiled(R"({"rules": [{"key": 7}, {"key": 7}]})") == "rule.repeated /rules/1");
    CHECK(compiled(R"({"rules": [{"key": 7, "bundles": [{"items": [{"subject": "S"}]}]}]})") ==
          "name.undeclared /rules/0/bundles/0/items/0");
    CHECK(compiled(R"({"rules": [{"key": 7, "bundles": [{"items": [{"path": 3}]}]}]})") ==
          "name.undeclared /rules/0/bundles/0/items/0");
    CHECK(compiled(R"({"rules": [{"key": 7, "bundles": [{"items": [{"course": 3, "skill": "K"}]}]}],
                       "things": [{"kind": "skill", "key": 1, "name": "K"}]})") ==
          "prerequisite.unclear /rules/0/bundles/0/items/0");
    CHECK(compiled(R"({"rules": [{"key": 7, "bundles": [{"items": [{"course": 3}], "least": 2}]}]})") ==
          "prerequisite.misplaced /rules/0/bundles/0");
    CHECK(compiled(R"({"things": [{"kind": "skill", "key": 0, "name": "K"}, {"kind": "group", "key": 0}]})") ==
          "value.out-of-range /things/1/key");
    BulkDocument low = document_of(R"({"things": [{"kind": "skill", "key": 1, "name": "K"}],
        "rules": [{"key": 7, "bundles": [{"items": [{"skill": "K", "level": 1}]}]}]})");
    low.rules[0].bundles[0].items[0].level = -1;
    CHECK(told_by(RuleSet::of(*History::of({}), low)) == "value.out-of-range /rules/0/bundles/0/items/0/level");
    CHECK(compiled(
              R"({"things": [{"kind": "skill", "key": 1, "name": "K"}, {"kind": "skill", "key": 2, "name": "K"}]})") ==
          "name.declared-twice /things/1");
}

TEST_CASE("keys are found wherever they lie, and others are not") {
    constexpr auto least = INT64_MIN, most = INT64_MAX;
    for (const std::vector<std::int64_t>& keys : {std::vector<std::int64_t>{},
                                                  {7},
                                                  {5, 7, 6},
                                                  {-1, 2, 0},
                                                  {least, least + 1},
                                                  {most, most - 2},
                                                  {least, most}}) {
        KeyIndex index;
        for (const auto key : keys) CHECK(index.add(key) == index.add(key));
        index.close();
        CHECK(index.size() == keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) CHECK(index.find(keys[i]) == i);
        for (const std::int64_t other : {least + 2, std::int64_t{-2}, std::int64_t{1}, std::int64_t{8}, most - 1}) {
            index.fetch(other);
            CHECK(index.find(other) == KeyIndex::none);
        }
    }
}

// Columns of anything: lengths that do not fit, keys and days at their bounds.
class Garbage {
public:
    explicit Garbage(unsigned seed) : dice_(seed) {}

    template <class T>
    [[nodiscard]] std::span<const T> column(std::vector<T> values) {
        auto& place = std::get<std::deque<std::vector<T>>>(kept_).emplace_back();
        const std::size_t rows = roll(40) == 0 ? roll(6) : 4;
        if (roll(12) == 0) return {};
        while (place.size() < rows) place.push_back(values[roll(values.size())]);
        return place;
    }
    [[nodiscard]] std::span<const std::int64_t> keys() {
        return column<std::int64_t>({INT64_MIN, -1, 0, 1, INT64_MAX});
    }
    [[nodiscard]] std::span<const std::int32_t> days() {
        const bool far = roll(150) == 0;  // a calendar of ten thousand years is large
        return column<std::int32_t>(
            {no_day, 0, 20000, far ? -719162 : 3, far ? 2932896 : 4, roll(40) == 0 ? INT32_MAX : 1});
    }
    [[nodiscard]] std::span<const std::uint8_t> bytes(std::uint8_t most) {
        return column<std::uint8_t>({0, 1, most, roll(9) == 0 ? std::uint8_t{255} : most});
    }
    [[nodiscard]] Columns columns() {
        Columns made;
        made.places = {keys(), keys(), keys(), bytes(7), days(), days(), days(), days()};
        made.achievements = {keys(), keys(), days(), bytes(1)};
        made.members = {keys(), keys()};
        made.facts = {keys(), keys(), bytes(3), bytes(1), column<std::int32_t>({0, 1, 1'000'000}), days(), days()};
        if (roll(4) == 0) made.learners = keys();
        return made;
    }

private:
    [[nodiscard]] std::size_t roll(std::size_t below) { return static_cast<std::size_t>(dice_() % below); }

    std::mt19937 dice_;
    std::tuple<std::deque<std::vector<std::int64_t>>, std::deque<std::vector<std::int32_t>>,
               std::deque<std::vector<std::uint8_t>>>
        kept_;
};

TEST_CASE("whatever columns hold, they are judged or refused") {
    const BulkDocument document = document_of(R"({"rules": [{"key": 0, "bundles": [{"items": [
        {"course": 1}, {"course_template": 9007199254740991}, {"subject": "S"}, {"skill": "K", "level": 1000000}, {"group": 1}],
        "minimum": "enrolled"}]}, {"key": 1}],
        "things": [{"kind": "skill", "key": 0, "name": "K"}, {"kind": "subject", "key": 1, "name": "S"}]})");
    int judged = 0, refused = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        Garbage garbage(seed);
        const auto history = History::of(garbage.columns());
        if (!history) {
            ++refused;
            continue;
        }
        const auto rules = RuleSet::of(*history, document);
        REQUIRE(rules);
        const auto learners = garbage.keys(), asked = garbage.column<std::int64_t>({0, 1, 1, 1, seed % 4 == 0 ? 7 : 0});
        std::vector<Mark> marks(learners.size()), parts(learners.size() * rules->most_parts());
        const auto answer =
            judge(*history, *rules, {learners, asked, garbage.days(), 20000}, {marks, parts, rules->most_parts()});
        if (answer) ++judged;
        if (!answer) CHECK(told_by(answer).find('.') != std::string::npos);
    }
    CHECK(judged > 20);
    CHECK(refused > 100);
}

}  // namespace provost::prerequisites
