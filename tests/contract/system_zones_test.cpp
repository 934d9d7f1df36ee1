// Zones of the machine: known changes of the clocks, names that are none, and many threads at once.
#include <provost/adapters/system_zones.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace provost;
using namespace std::chrono;

namespace {

Instant moment(year_month_day day, hours hour = hours{0}) { return Instant{sys_days{day}} + hour; }

}  // namespace

TEST_CASE("a zone knows its offsets") {
    const auto zones = make_system_zones();
    const Zone* melbourne = zones->find("Australia/Melbourne");
    REQUIRE(melbourne != nullptr);
    CHECK(melbourne->name == "Australia/Melbourne");
    CHECK(melbourne->offset_at(moment(2025y / 1 / 15)) == hours{11});
    CHECK(melbourne->offset_at(moment(2025y / 7 / 15)) == hours{10});
    // the clocks went back at 16:00 UTC on 5 April 2025
    CHECK(melbourne->offset_at(moment(2025y / 4 / 5, hours{16}) - milliseconds{1}) == hours{11});
    CHECK(melbourne->offset_at(moment(2025y / 4 / 5, hours{16})) == hours{10});
    CHECK(melbourne->offset_at(moment(2099y / 1 / 15)) == hours{11});
    CHECK(std::ranges::is_sorted(melbourne->changes, {}, &Zone::Change::from));
    const auto same = std::ranges::adjacent_find(melbourne->changes, {}, &Zone::Change::offset);
    CHECK(same == melbourne->changes.end());
    const Zone* utc = zones->find("UTC");
    REQUIRE(utc != nullptr);
    CHECK(utc->changes.size() == 1);
    CHECK(utc->offset_at(moment(1500y / 1 / 1)) == seconds{0});
    CHECK(zones->find("Asia/Kolkata")->offset_at(moment(2025y / 1 / 1)) == minutes{330});
}

TEST_CASE("names that are no zones") {
    const auto zones = make_system_zones();
    for (const char* name :
         {"", "Australia/Ballarat", "australia/melbourne", "../../etc/passwd", "/etc/localtime", "localtime"}) {
        CHECK(zones->find(name) == nullptr);
    }
}

TEST_CASE("many threads get one and the same zone") {
    const auto zones = make_system_zones();
    std::vector<const Zone*> found(8);
    std::vector<std::thread> threads;
    for (const Zone*& place : found) {
        threads.emplace_back([&place, &zones] {
            for (const char* name : {"Europe/Berlin", "America/New_York", "Nowhere/Land", "Australia/Sydney"}) {
                place = zones->find(name);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(found.front() != nullptr);
    CHECK(std::ranges::count(found, found.front()) == 8);
}
