// Who counts as an active e-learning learner, month by month; and the range of a resync.
#include "lms/meter.hpp"
#include "lms/resync.hpp"

#include "base/code_table.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost;
using namespace provost::lms;

Instant instant(std::string_view text) { return parse_moment(text)->in(Zone{}); }

// January to March 2026, in UTC.
const Instant quarter[] = {instant("2026-01-01T00:00Z"), instant("2026-02-01T00:00Z"), instant("2026-03-01T00:00Z"),
                           instant("2026-04-01T00:00Z")};

AccessChange change(std::int64_t id, std::string_view at, bool enabled, std::string course = "401") {
    AccessChange made;
    made.id = {id};
    made.connection = "moodle";
    made.course = std::move(course);
    made.enabled = enabled;
    made.at = instant(at);
    return made;
}

std::string months(const Metered& metered) {
    std::string text;
    for (const bool counts : metered.counts) text += counts ? "x" : "-";
    return text;
}

std::string events(const Metered& metered) {
    std::string text;
    for (const MeterLine& line : metered.lines) {
        text += line.event == MeterEvent::continuing ? "=" : line.event == MeterEvent::activated ? "+" : "-";
        text += to_text(line.at).substr(5, 5) + " ";
    }
    return text;
}

Metered counted(std::vector<AccessChange> changes, std::vector<SwitchedOn> by_hand = {}) {
    return meter(whole_story(std::move(changes), by_hand), quarter);
}

}  // namespace

TEST_CASE("WIS-AL-01: whoever has access at any time of a month counts once for it") {
    const auto one = counted({change(1, "2026-01-15T00:00Z", true), change(2, "2026-01-20T00:00Z", true, "402")});
    CHECK(months(one) == "xxx");
    CHECK(events(one) == "+01-15 =02-01 =03-01 ");
    CHECK(months(counted({})) == "---");
    // WIS-AL-04
    CHECK(months(counted({change(1, "2026-01-15T00:00Z", false)})) == "---");
}

TEST_CASE("WIS-AL-02: on and at once off still counts") {
    const auto once = counted({change(1, "2026-02-15T00:00Z", true), change(2, "2026-02-15T00:00Z", false)});
    CHECK(months(once) == "-x-");
    CHECK(events(once) == "+02-15 -02-15 ");
    const auto by_hand = counted({}, {{"moodle", "401", false, instant("2026-02-15T00:00Z")}});
    CHECK(months(by_hand) == "-x-");
    // What a run saw afterwards goes on from there; what is on already is no news.
    const auto seen =
        counted({change(1, "2026-03-01T00:10Z", true)}, {{"moodle", "401", false, instant("2026-02-28T23:50Z")},
                                                         {"moodle", "401", false, instant("2026-03-05T00:00Z")}});
    CHECK(events(seen) == "+02-28 =03-01 ");
}

TEST_CASE("WIS-AL-03: the first access activates, the last deactivates, and who has some at the start goes on") {
    const auto several = counted({change(1, "2025-12-01T00:00Z", true), change(2, "2026-01-10T00:00Z", true, "402"),
                                  change(3, "2026-01-20T00:00Z", false), change(4, "2026-02-10T00:00Z", false, "402"),
                                  change(5, "2026-03-10T00:00Z", true)});
    CHECK(events(several) == "=01-01 =02-01 -02-10 +03-10 ");
    CHECK(months(several) == "xxx");
    // Off at the first moment of a month is off in it, and on is on.
    CHECK(months(counted({change(1, "2026-01-10T00:00Z", true), change(2, "2026-02-01T00:00Z", false)})) == "x--");
    CHECK(events(counted({change(1, "2026-02-01T00:00Z", true)})) == "+02-01 =03-01 ");
}

TEST_CASE("WIS-RS-05: a resync has a first day, which has come, and a last one that is not before it") {
    const Zone melbourne{"Australia/Melbourne", {{instant("2020-01-01T00:00Z"), std::chrono::hours{10}}}};
    const auto day = [](std::string_view text) { return parse_day(text); };
    const Instant now = instant("2026-03-09T15:00Z");  // the 10th there
    CHECK(resync_range({}, {}, now, melbourne).wrong == "resync.since-missing"_code);
    CHECK(resync_range(day("2026-03-11"), {}, now, melbourne).wrong == "resync.since-future"_code);
    CHECK(resync_range(day("2026-03-02"), day("2026-03-01"), now, melbourne).wrong == "resync.until-before-since"_code);
    const auto today = resync_range(day("2026-03-10"), {}, now, melbourne);
    CHECK(!today.wrong);
    CHECK(today.range.holds(instant("2026-03-09T14:00Z")));
    CHECK(!today.range.holds(instant("2026-03-09T13:59Z")));
    CHECK(!today.range.holds({}));
    const auto one = resync_range(day("2026-03-02"), day("2026-03-02"), now, melbourne);
    CHECK(one.range.holds(instant("2026-03-02T13:59Z")));
    CHECK(!one.range.holds(instant("2026-03-02T14:00Z")));
}
