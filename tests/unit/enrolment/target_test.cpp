// Targets and releases: which rules a state has beyond the national ones.
#include "enrolment/target.hpp"

#include <doctest/doctest.h>

using namespace provost::enrolment;

TEST_CASE("FIN-ORD-11 one target alone has codes for who left or pauses, commitments and a limit of programs") {
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        const bool nsw = target.name == "nsw-smart-and-skilled";
        CHECK(target.not_completed == (nsw ? "TNC" : ""));
        CHECK(target.deferred == (nsw ? "D" : ""));
        CHECK(target.most_programs == (nsw ? 3 : 0));
        CHECK(target.has_commitments == nsw);
        CHECK(target.narrows_transitions == nsw);
        CHECK(target.state_part == (target.name != national_target));
        CHECK(find_target(target.name) == &target);
    }
    CHECK(find_target("nsw") == nullptr);
    CHECK(target_of("").name == national_target);
    CHECK(target_of("qld").superseded == "65");
    // FIN-ORD-03: a target names a list of outcome codes, or none.
    const provost::Day day = std::chrono::year(2026) / 1 / 1;
    for (const auto* name : {"national", "nsw-smart-and-skilled", "vic", "qld"}) {
        CHECK(find_outcome_list(target_of(name).jurisdiction, {}, day) != nullptr);
    }
}

TEST_CASE("release 7.0 has no code for units that have not begun") {
    REQUIRE(find_release("8.0") != nullptr);
    CHECK(find_release("8.0")->not_started == "85");
    REQUIRE(find_release("7.0") != nullptr);
    CHECK(find_release("7.0")->not_started.empty());
    CHECK(find_release("6.1") == nullptr);
}
