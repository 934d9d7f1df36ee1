// Differences of two records: which members are named, in which order, and with which text. Answers show them and the
// journal keeps them.
#include "unit/sample.hpp"

#include <provost/plan/compare.hpp>

#include <doctest/doctest.h>

namespace {

using provost::sample::full_sample;
using provost::sample::Sample;

std::vector<provost::FieldChange> between(const Sample* before, const Sample& after) {
    return provost::differences(provost::type_of<Sample>(), before, &after);
}

std::string shown(const provost::FieldChange& change) {
    return change.field + ": " + change.before + " -> " + change.after;
}

}  // namespace

TEST_CASE("a record that stayed as it was has no differences; its version does not count") {
    const Sample before = full_sample();
    Sample after = full_sample();
    after.version = 12;
    CHECK(between(&before, after).empty());
}

TEST_CASE("differences come in byte order of the names, with canonical text") {
    const Sample before = full_sample();
    Sample after = full_sample();
    after.texts = {};
    after.amount = {67'400'000};
    after.optional_inner.reset();
    after.colour = provost::sample::Colour::none;
    const auto list = between(&before, after);
    REQUIRE(list.size() == 4);
    CHECK(shown(list[0]) == R"(amount: "67.5" -> "67.4")");
    CHECK(shown(list[1]) == R"(colour: "dark_green" -> "none")");
    CHECK(shown(list[2]) == R"(optional_inner: {"weight":0} -> )");
    CHECK(shown(list[3]) == R"(texts: ["b","-","a"] -> )");
}

TEST_CASE("a new record shows every member that is present") {
    Sample made;
    made.id = 5;
    made.text = "new";
    const auto list = between(nullptr, made);
    std::string names;
    for (const auto& change : list) {
        CHECK(change.before.empty());
        CHECK_FALSE(change.after.empty());
        names += change.field + ' ';
    }
    CHECK(names == "amount colour flag id inner text ");
    CHECK(shown(list.back()) == R"(text:  -> "new")");
}
