// Equal content, member by member: a change of any one member of any kind must be seen, from both sides.
// The version alone does not count.
#include "unit/sample.hpp"

#include <provost/describe/compare.hpp>

#include <doctest/doctest.h>

#include <functional>

namespace {

using provost::sample::full_sample;
using provost::sample::Sample;

bool same(const Sample& a, const Sample& b) { return provost::same_content(provost::type_of<Sample>(), &a, &b); }

}  // namespace

TEST_CASE("equal structs have the same content, whatever their version") {
    CHECK(same({}, {}));
    Sample later = full_sample();
    later.version = 99;
    CHECK(same(full_sample(), later));
}

TEST_CASE("a change of any one member is a difference") {
    const std::vector<std::function<void(Sample&)>> changes{
        [](Sample& s) { s.id = 8; },
        [](Sample& s) { s.flag = false; },
        [](Sample& s) { s.maybe.reset(); },
        [](Sample& s) { s.maybe = true; },
        [](Sample& s) { s.number = 1; },
        [](Sample& s) { s.part = {}; },
        [](Sample& s) { s.colour = provost::sample::Colour::red; },
        [](Sample& s) { s.second_colour.reset(); },
        [](Sample& s) { ++s.amount.millionths; },
        [](Sample& s) { s.optional_amount.reset(); },
        [](Sample& s) { s.day = *s.day + std::chrono::days{1}; },
        [](Sample& s) { s.moment = *s.moment + std::chrono::milliseconds{1}; },
        [](Sample& s) { s.text += '.'; },
        [](Sample& s) { s.code = {}; },
        [](Sample& s) { s.reference.name = "C/2"; },
        [](Sample& s) { s.reference.id = 4; },
        [](Sample& s) { s.texts[1] = "x"; },
        [](Sample& s) { s.texts.pop_back(); },
        [](Sample& s) { std::swap(s.numbers[0], s.numbers[1]); },
        [](Sample& s) { s.inner.name = "other"; },
        [](Sample& s) { s.optional_inner.reset(); },
        [](Sample& s) { s.parts[0].parts[0].weight = 8; },
        [](Sample& s) { s.parts.emplace_back(); },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        Sample other = full_sample();
        changes[i](other);
        CHECK_FALSE(same(full_sample(), other));
        CHECK_FALSE(same(other, full_sample()));
    }
}
