// An access rule over columns beside the same conditions written by hand over a row of structs.
#include "bench.hpp"
#include "lms/access_columns.hpp"

#include <random>

namespace bench {

namespace {

using namespace provost::lms;
using provost::enrolment::State;

constexpr std::size_t many = 1U << 20U;
constexpr int rounds = 9, repeats = 20;

struct Place {
    std::int32_t status, start, end, now;
    bool commenced, waived;
};

AccessRule week_before_two_after() {
    AccessRule rule;
    rule.active = true;
    rule.commenced_check = true;
    rule.start = {Direction::before, 1, Unit::weeks, Anchor::enrolment_start};
    rule.end = {Direction::after, 2, Unit::weeks, Anchor::enrolment_end};
    return rule;
}

}  // namespace

void access() {
    std::mt19937 dice(9);
    std::vector<Place> places(many);
    std::vector<std::int32_t> first(many), last(many), today(many);
    std::vector<State> states(many);
    std::vector<std::uint8_t> commenced(many), ours(many), theirs(many);
    for (std::size_t i = 0; i < many; ++i) {
        const auto below = [&](unsigned n) { return static_cast<std::int32_t>(dice() % n); };
        places[i] = {below(4),           1000 + below(1000), 2000 + below(1000),
                     1000 + below(2000), below(2) == 1,      below(10) == 0};
        const Place& place = places[i];
        first[i] = place.start + 7, last[i] = place.end - 15, today[i] = place.now;
        states[i] = place.status >= 1 ? State::in_progress : State::waiting;
        commenced[i] = place.commenced || place.waived ? 1 : 0;
    }
    const AccessColumns rule(week_before_two_after());
    std::vector<double> our_time, floor_time;
    for (int round = 0; round < rounds; ++round) {
        double cpu = cpu_seconds();
        for (int n = 0; n < repeats; ++n) rule.judge({first, last, today, states, commenced}, ours);
        our_time.push_back(cpu_seconds() - cpu);
        cpu = cpu_seconds();
        for (int n = 0; n < repeats; ++n) {
            for (std::size_t i = 0; i < many; ++i) {
                const Place& x = places[i];
                theirs[i] = x.status >= 1 && x.start <= x.now && x.now < x.end && (x.commenced || x.waived);
            }
            asm volatile("" ::: "memory");
        }
        floor_time.push_back(cpu_seconds() - cpu);
    }
    if (ours != theirs) std::puts("bench: the two differ"), std::exit(1);
    report("access by a rule, as columns", median(our_time), median(floor_time), many * double{repeats}, "places", 0.5);
}

}  // namespace bench
