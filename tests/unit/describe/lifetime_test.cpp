// Objects whose type is not at hand: each begins and ends once, whatever its size and whatever goes wrong in between.
#include <provost/describe/lifetime.hpp>

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <string>

namespace {

int alive = 0;
int begins_left = 0;  // until one fails; 0: none does

template <std::size_t size>
struct Counted {
    std::array<char, size> bytes{};
    std::string text = "a text that is too long to lie in the string itself";

    Counted() { begin(); }
    Counted(const Counted& from) : bytes(from.bytes), text(from.text) { begin(); }
    Counted(Counted&& from) : bytes(from.bytes), text(std::move(from.text)) { begin(); }
    ~Counted() { --alive; }

private:
    static void begin() {
        if (begins_left > 0 && --begins_left == 0) throw std::runtime_error("no");
        ++alive;
    }
};

template <std::size_t size>
void try_all() {
    constexpr provost::Lifetime lifetime = provost::lifetime<Counted<size>>();
    {
        const auto made = lifetime.make();
        auto& object = *static_cast<Counted<size>*>(made.get());
        object.bytes.back() = 'z', object.text = "another text that does not lie in the string itself";
        const auto copied = lifetime.copy(made.get());
        const auto taken = lifetime.take(made.get());
        for (const auto& each : {copied, taken}) {
            const auto& other = *static_cast<const Counted<size>*>(each.get());
            CHECK(other.bytes.back() == 'z');
            CHECK(other.text == "another text that does not lie in the string itself");
        }
        CHECK(object.text.empty());
        const auto row = lifetime.make_row(3);
        CHECK(static_cast<Counted<size>*>(row.get())[2].text.starts_with("a text"));
        CHECK(alive == 6);
    }
    CHECK(alive == 0);
    for (const int fails : {1, 2, 3}) {
        begins_left = fails;
        CHECK_THROWS_AS((void)lifetime.make_row(3), std::runtime_error);
        CHECK(alive == 0);
    }
    begins_left = 1;
    CHECK_THROWS_AS((void)lifetime.make(), std::runtime_error);
    CHECK(alive == 0);
    begins_left = 0;
}

}  // namespace

TEST_CASE("objects of unnamed types begin and end once, small ones and large ones") {
    try_all<1>();
    try_all<500>();
    try_all<5000>();
}

TEST_CASE("a row of none is one") { CHECK(provost::lifetime<std::string>().make_row(0) != nullptr); }
