// The contract of reserve, load and find, and that values survive the way in and out.
#include "store_contract.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace provost::contract {

namespace {

using namespace std::string_literals;
using Ids = std::vector<std::int64_t>;

Key person_key(std::string_view index, KeyParts parts) {
    return {&type_of<Person>(), find_index(type_of<Person>(), index), std::move(parts)};
}

Query person_page(std::string_view index, KeyParts parts, std::int64_t after, std::size_t limit) {
    return {&type_of<Person>(), find_index(type_of<Person>(), index), std::move(parts), after, limit};
}

Day day(int number) { return Day{std::chrono::days{number}}; }

// Five people, written neither in the order of their ids nor of their units.
void put_people(Store& store) {
    put(store, {write_of(Person{{4}, 0, "dora", {7}, day(2), {}}), write_of(Person{{2}, 0, "bert", {7}, day(1), {}}),
                write_of(Person{{9}, 0, "emil", {8}, day(1), {}})});
    put(store, {write_of(Person{{1}, 0, "anna", {8}, {}, {}}), write_of(Person{{3}, 0, "cleo", {7}, day(2), {}})});
}

void check_sample(Store& store, const Sample& sample) {
    put(store, {write_of(sample)});
    const Key key = id_key(type_of<Sample>(), sample.id.value);
    const auto loaded = store.load({&key, 1});
    REQUIRE(loaded);
    REQUIRE(loaded->found.front().size() == 1);
    const auto* back = loaded->found.front().front().get<Sample>();
    REQUIRE(back != nullptr);
    Sample expected = sample;
    expected.version = 1;
    CHECK(*back == expected);
}

Sample full_sample(std::int64_t id) {
    Sample sample;
    sample.id = {id};
    sample.flag = true;
    sample.maybe_flag = false;
    sample.number = std::numeric_limits<std::int64_t>::min();
    sample.maybe_number = 0;
    sample.other = {id_limit};
    sample.colour = Colour::red;
    sample.maybe_colour = Colour::green;
    sample.decimal = {-67'500'000};
    sample.maybe_decimal = Decimal{};
    sample.day = day(-40'000);
    sample.maybe_day = Day{};
    sample.instant = Instant{std::chrono::milliseconds{1'700'000'000'123}};
    sample.maybe_instant = Instant{};
    sample.text = "a\0b \"quoted\" 'single' \xC3\x84 \xF0\x9F\x8E\x93"s;
    sample.code = find_code("course.unknown");
    sample.texts = {"", "two\n\"lines\"", "a\0b"s};
    sample.numbers = {std::numeric_limits<std::int64_t>::max(), 0, -1};
    sample.part = {"nested", day(3), {1, 2}};
    sample.maybe_part = Part{};
    sample.group = {Part{"one", {}, {}}, Part{}, Part{"three", day(0), {3}}};
    return sample;
}

}  // namespace

void check_reserve(Store& store) {
    const auto first = store.reserve(3);
    REQUIRE(first);
    CHECK(*first >= 1);
    const auto second = store.reserve(1);
    REQUIRE(second);
    CHECK(*second >= *first + 3);
    put(store, {write_of(Line{{*second + 500}, 0, "numbers itself"})});
    put(store, {write_of(Person{{*second}, 0, "anna", {}, {}, {}})});
    const auto third = store.reserve(1000);
    REQUIRE(third);
    CHECK(*third > *second);
    CHECK(*third < *second + 500);
    const std::int64_t own = *third + 5000;  // an id that came from elsewhere, a restored journal for instance
    put(store, {write_of(Person{{own}, 0, "bert", {}, {}, {}})});
    const auto fourth = store.reserve(1);
    REQUIRE(fourth);
    CHECK(*fourth > own);
    CHECK_FALSE(store.reserve(0));
    CHECK_FALSE(store.reserve(std::numeric_limits<std::int64_t>::max()));
}

void check_reads(Store& store) {
    CHECK(ids_under(store, id_key(type_of<Person>(), 4)).empty());
    put_people(store);
    CHECK(ids_under(store, id_key(type_of<Person>(), 4)) == Ids{4});
    CHECK(ids_under(store, id_key(type_of<Sample>(), 4)).empty());
    CHECK(ids_under(store, person_key("login", {text_part("bert")})) == Ids{2});
    CHECK(ids_under(store, person_key("login", {text_part("Bert")})).empty());
    CHECK(ids_under(store, person_key("unit", {number_part(7)})) == Ids{2, 3, 4});
    CHECK(ids_under(store, person_key("unit_born", {number_part(7), number_part(2)})) == Ids{3, 4});
    const std::vector<Key> keys{id_key(type_of<Person>(), 9), person_key("unit", {number_part(1)}),
                                person_key("login", {text_part("anna")}), id_key(type_of<Person>(), 9)};
    const auto loaded = store.load(keys);
    REQUIRE(loaded);
    REQUIRE(loaded->found.size() == 4);
    CHECK(ids_of(loaded->found[0]) == Ids{9});
    CHECK(loaded->found[1].empty());
    CHECK(loaded->found[2].front().get<Person>()->login == "anna");
    CHECK(ids_of(loaded->found[3]) == Ids{9});
    CHECK(loaded->revision == revision_of(store));
}

void check_pages(Store& store) {
    CHECK(ids_in(store, person_page("id", {}, 0, 10)).empty());
    put_people(store);
    CHECK(ids_in(store, person_page("id", {}, 0, 10)) == Ids{1, 2, 3, 4, 9});
    CHECK(ids_in(store, person_page("id", {}, 0, 2)) == Ids{1, 2});
    CHECK(ids_in(store, person_page("id", {}, 2, 2)) == Ids{3, 4});
    CHECK(ids_in(store, person_page("id", {}, 9, 2)).empty());
    CHECK(ids_in(store, person_page("login", {}, 3, 5)) == Ids{4, 9});
    CHECK(ids_in(store, person_page("unit", {number_part(7)}, 0, 2)) == Ids{2, 3});
    CHECK(ids_in(store, person_page("unit", {number_part(7)}, 3, 2)) == Ids{4});
    CHECK(ids_in(store, person_page("unit_born", {number_part(7)}, 2, 9)) == Ids{3, 4});
    CHECK(ids_in(store, person_page("unit_born", {number_part(7), number_part(2)}, 3, 9)) == Ids{4});
    CHECK(ids_in(store, person_page("login", {text_part("cleo")}, 0, 9)) == Ids{3});
    CHECK(ids_in(store, person_page("login", {text_part("cleo")}, 3, 9)).empty());
    CHECK(ids_in(store, person_page("id", {}, 0, 0)).empty());
    CHECK(ids_in(store, person_page("id", {}, 0, std::numeric_limits<std::size_t>::max())).size() == 5);
}

// A record must be found under index_key of itself, whatever it leaves out; index_key says 0 or empty for absent.
void check_keys(Store& store) {
    put(store, {write_of(Person{{1}, 0, "", {}, {}, {}}), write_of(Person{{2}, 0, "", {}, day(0), {}}),
                write_of(Person{{3}, 0, "x", {5}, {}, {}})});
    put(store, {write_of(Seat{{4}, 0, 0, {}, {}, {}}), write_of(Seat{{5}, 0, 1, {2}, {}, 0}),
                write_of(Seat{{6}, 0, 1, {2}, {4}, {}})});
    CHECK(ids_under(store, person_key("login", {text_part("")})) == Ids{1, 2});
    CHECK(ids_under(store, person_key("unit", {number_part(0)})) == Ids{1, 2});
    CHECK(ids_under(store, person_key("unit_born", {number_part(0), number_part(0)})) == Ids{1, 2});
    CHECK(ids_in(store, person_page("unit_born", {number_part(0), number_part(0)}, 1, 9)) == Ids{2});
    const std::vector<std::pair<const RecordType*, Ids>> all{{&type_of<Person>(), {1, 2, 3}},
                                                             {&type_of<Seat>(), {4, 5, 6}}};
    for (const auto& [type, ids] : all) {
        for (const std::int64_t id : ids) {
            const Key key = id_key(*type, id);
            const auto loaded = store.load({&key, 1});
            REQUIRE(loaded);
            for (int index = 0; index < static_cast<int>(type->indexes.size()); ++index) {
                const Ids found = ids_under(store, index_key(loaded->found.front().front(), index));
                CHECK(std::ranges::find(found, id) != found.end());
            }
        }
    }
}

void check_round_trip(Store& store) {
    Sample empty;
    empty.id = {1};
    check_sample(store, empty);
    check_sample(store, full_sample(2));
    Sample large = full_sample(id_limit);
    large.text.assign(300'000, 'x');
    large.texts.assign(5'000, "some text of a list");
    check_sample(store, large);
    Sample emptied;  // absent again after it was there
    emptied.id = {2};
    emptied.version = 1;
    put(store, {write_of(emptied)});
    const Key key = id_key(type_of<Sample>(), 2);
    const auto loaded = store.load({&key, 1});
    REQUIRE(loaded);
    emptied.version = 2;
    CHECK(*loaded->found.front().front().get<Sample>() == emptied);
}

}  // namespace provost::contract
