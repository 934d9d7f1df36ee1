// Judging prerequisites over arrays through the C door: marks and parts, what is refused, structs of other versions,
// and several threads over one bulk. [MIS-03]
#include "provost.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr const char* document = R"({
    "rules": [{"key": 100, "bundles": [{"items": [{"course": "WELD-1"}, {"skill": "welding", "level": 2}]},
                                       {"items": [{"course_template": 5, "minimum": "enrolled"}]}]},
              {"key": 200}],
    "things": [{"kind": "course", "key": 1, "name": "WELD-1"}, {"kind": "skill", "key": 9, "name": "welding"}]})";

// Learner 10 passed course 1 of template 4 and has the skill; 11 is registered in course 2 of template 5.
struct Arrays {
    std::array<std::int64_t, 2> learner{11, 10}, course{2, 1}, course_template{5, 4};
    std::array<std::uint8_t, 2> state{PROVOST_STATE_REGISTERED, PROVOST_STATE_PASSED};
    std::array<std::int32_t, 2> enrolled_on{100, 90}, ended_on{PROVOST_NO_DAY, 110};
    std::int64_t skilled = 10, skill = 9;
    std::uint8_t kind = PROVOST_FACT_SKILL;
    std::int32_t level = 3;
    provost_columns columns{};

    Arrays() {
        columns.size = sizeof columns;
        columns.places = learner.size();
        columns.place_learner = learner.data();
        columns.place_course = course.data();
        columns.place_template = course_template.data();
        columns.place_state = state.data();
        columns.place_enrolled_on = enrolled_on.data();
        columns.place_ended_on = ended_on.data();
        columns.facts = 1;
        columns.fact_learner = &skilled;
        columns.fact_kind = &kind;
        columns.fact_about = &skill;
        columns.fact_level = &level;
    }
    Arrays(const Arrays&) = delete;
    Arrays& operator=(const Arrays&) = delete;
};

// What a call refused, as "code pointer"; "" when it was carried out.
template <class Work>
std::string told(Work work) {
    provost_error* error = nullptr;
    const provost_status status = work(&error);
    CHECK(provost_error_status(error) == status);
    const std::string text = provost_error_code(error) + (' ' + std::string(provost_error_pointer(error)));
    provost_error_free(error);
    return status == PROVOST_OK ? "" : text;
}

struct Opened {
    provost_bulk* bulk = nullptr;
    std::string summary;
    std::string refused;

    explicit Opened(const provost_columns& columns, const char* text = document) {
        provost_text* answer = nullptr;
        refused = told(
            [&](provost_error** error) { return provost_bulk_open(text, SIZE_MAX, &columns, &bulk, &answer, error); });
        summary = provost_text_data(answer);
        provost_text_free(answer);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() { provost_bulk_free(bulk); }
};

// Four questions with room for their answers.
struct Questions {
    std::array<std::int64_t, 4> learner{10, 11, 12, 12}, rule{100, 100, 100, 200};
    std::array<std::uint8_t, 4> mark{};
    provost_pairs pairs{};

    Questions() {
        pairs.size = sizeof pairs;
        pairs.pairs = learner.size();
        pairs.learner = learner.data();
        pairs.rule = rule.data();
        pairs.one_day = 120;
        pairs.mark = mark.data();
    }
    Questions(const Questions&) = delete;
    Questions& operator=(const Questions&) = delete;
};

using MarkList = std::array<std::uint8_t, 4>;

TEST_CASE("marks and their parts come out of arrays") {
    const Arrays arrays;
    const Opened opened(arrays.columns);
    REQUIRE(opened.refused.empty());
    CHECK(opened.summary.ends_with(R"("learners":2,"parts":6,"rows":3,"rules":2})"));
    Questions asked;
    std::vector<std::uint8_t> parts(24, 77);
    asked.pairs.parts = parts.data();
    asked.pairs.parts_each = 6;
    CHECK(provost_bulk_judge(opened.bulk, &asked.pairs, nullptr) == PROVOST_OK);
    CHECK(asked.mark == MarkList{PROVOST_MET, PROVOST_PARTLY_MET, PROVOST_NOT_MET, PROVOST_MET});
    const std::vector<std::uint8_t> expected{3, 3, 3, 3, 0, 0, 2, 0,  0,  1,  2,  2,
                                             0, 0, 0, 1, 0, 0, 3, 77, 77, 77, 77, 77};
    CHECK(parts == expected);
    const std::array<std::int32_t, 4> days{109, 99, 1, 1};
    asked.pairs.day = days.data();
    CHECK(provost_bulk_judge(opened.bulk, &asked.pairs, nullptr) == PROVOST_OK);
    CHECK(asked.mark == MarkList{PROVOST_NOT_MET, PROVOST_NOT_MET, PROVOST_NOT_MET, PROVOST_MET});
}

TEST_CASE("arrays that do not fit are refused with their place") {
    Arrays arrays;
    const auto opened = [&] { return Opened(arrays.columns).refused; };
    arrays.columns.place_state = nullptr;
    CHECK(opened() == "column.missing ");
    arrays.columns.place_state = arrays.state.data();
    arrays.columns.fact_learner = arrays.columns.fact_about = nullptr;
    CHECK(opened() == "argument.invalid ");
    arrays.columns.facts = SIZE_MAX;
    CHECK(opened() == "argument.invalid ");
    arrays.columns.facts = 0;
    CHECK(opened().empty());
    arrays.state[0] = 99;
    CHECK(opened() == "column.out-of-range /places/state/0");
    CHECK(Opened(Arrays().columns, R"({"rules":[{"key":1,"bundles":[{"items":[{"skill":"x"}]}]}]})").refused ==
          "name.undeclared /rules/0/bundles/0/items/0");
    CHECK(Opened(Arrays().columns, "{").refused == "document.malformed ");
}

TEST_CASE("questions that do not fit are refused with their place") {
    Arrays arrays;
    arrays.columns.learners = arrays.learner.size();
    arrays.columns.learner = arrays.learner.data();
    const Opened opened(arrays.columns);
    Questions asked;
    const auto judged = [&] {
        return told([&](provost_error** error) { return provost_bulk_judge(opened.bulk, &asked.pairs, error); });
    };
    CHECK(judged() == "learner.unknown /learners/2");
    asked.learner = {10, 11, 10, 11};
    CHECK(judged().empty());
    asked.rule[3] = 300;
    CHECK(judged() == "rule.unknown /rules/3");
    asked.rule[3] = 200;
    asked.pairs.one_day = PROVOST_NO_DAY;
    CHECK(judged() == "column.out-of-range /day/0");
    asked.pairs.one_day = 120;
    std::array<std::uint8_t, 20> parts{};
    asked.pairs.parts = parts.data();
    CHECK(judged() == "argument.invalid ");
    asked.pairs.parts_each = SIZE_MAX;
    CHECK(judged() == "argument.invalid ");
    asked.pairs.pairs = SIZE_MAX;
    CHECK(judged() == "argument.invalid ");
    asked.pairs.parts = nullptr;
    asked.pairs.parts_each = 0;
    CHECK(judged() == "argument.invalid ");
    asked.pairs.parts = parts.data();
    asked.pairs.pairs = 4;
    asked.pairs.parts_each = 5;
    CHECK(judged() == "parts.too-few /rules/0");
    asked.pairs.mark = nullptr;
    CHECK(judged() == "argument.null ");
    asked.pairs.pairs = 0;
    asked.pairs.parts = nullptr;
    asked.pairs.parts_each = 0;
    CHECK(judged().empty());
}

TEST_CASE("structs of other versions are read as far as they go") {
    Arrays arrays;
    arrays.columns.size = offsetof(provost_columns, facts);
    CHECK(Opened(arrays.columns).summary.ends_with(R"("rows":2,"rules":2})"));
    struct Later {
        provost_pairs pairs;
        std::int64_t more;
    };
    const Opened opened(arrays.columns);
    Questions asked;
    Later later{asked.pairs, 0};
    later.pairs.size = sizeof later;
    CHECK(provost_bulk_judge(opened.bulk, &later.pairs, nullptr) == PROVOST_OK);
    later.more = 1;
    CHECK(provost_bulk_judge(opened.bulk, &later.pairs, nullptr) == PROVOST_UNSUPPORTED);
    later.pairs.size = 1;
    CHECK(provost_bulk_judge(opened.bulk, &later.pairs, nullptr) == PROVOST_INVALID);
}

TEST_CASE("several threads judge over one bulk, and freeing it ends no call") {
    const Arrays arrays;
    provost_text* summary = nullptr;
    provost_bulk* bulk = nullptr;
    REQUIRE(provost_bulk_open(document, SIZE_MAX, &arrays.columns, &bulk, &summary, nullptr) == PROVOST_OK);
    provost_text_free(summary);
    std::atomic<int> wrong = 0, begun = 0;
    const auto work = [&] {
        Questions asked;
        for (int i = 0; i < 2000; ++i) {
            const auto status = provost_bulk_judge(bulk, &asked.pairs, nullptr);
            if (status == PROVOST_OK && asked.mark[1] != PROVOST_PARTLY_MET) ++wrong;
            if (status != PROVOST_OK && status != PROVOST_INVALID) ++wrong;
            ++begun;
        }
    };
    std::thread one(work), two(work);
    while (begun < 1000) std::this_thread::yield();
    provost_bulk_free(bulk);
    one.join();
    two.join();
    CHECK(wrong == 0);
}

}  // namespace
