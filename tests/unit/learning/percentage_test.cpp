// Progress as a number: exact, and rounded once.
#include "learning/percentage.hpp"
#include "learning/compile.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost;
using namespace provost::learning;

// Components with these weights, of which the first are processed.
std::optional<Rational> share(std::initializer_list<const char*> weights, std::size_t processed) {
    std::vector<catalogue::Component> components;
    for (const char* weight : weights) {
        auto& component = components.emplace_back();
        component.key = "c" + std::to_string(components.size());
        component.weight = parse_decimal(weight);
    }
    const Logic logic = compile(components, {}, catalogue::ConcludeBy::administrator, false);
    Trace trace;
    State state = begin(logic, trace);
    for (std::size_t i = 0; i < processed; ++i) {
        apply(logic, {Happening::Kind::confirmed, static_cast<int>(i), {}, 0}, state, trace);
    }
    return share_processed(logic, state);
}

TEST_CASE("IMC-SYL-08: the share is exact, and 100 percent are all") {
    CHECK(*share({"1", "1", "1"}, 1) == Rational{1, 3});
    CHECK(whole_percent(*share({"1", "1", "1"}, 1)) == 33);
    CHECK(whole_percent(*share({"1", "1", "1"}, 2)) == 66);
    CHECK(whole_percent(*share({"999999.999999", "0.000001"}, 1)) == 99);
    CHECK(whole_percent(*share({"999999.999999", "0.000001"}, 2)) == 100);
    CHECK(*share({"0.1", "0.2"}, 1) == Rational{1, 3});
}

TEST_CASE("IMC-SYL-08: without weight the number counts, and nothing has no share") {
    CHECK(*share({"0", "0", "0"}, 2) == Rational{2, 3});
    CHECK(*share({"0", "1"}, 1) == Rational{0, 1});
    CHECK_FALSE(share({}, 0));
}

}  // namespace
