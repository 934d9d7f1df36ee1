// A race for the seats of one course: who is in before it, who wants what, and asking for it. Knows no test framework.
#pragma once

#include <provost/engine/engine.hpp>

#include <array>
#include <string>
#include <vector>

namespace provost::races {

/// What a contender does.
enum class Act : std::uint8_t {
    be_registered,  ///< the host registers the learner
    ask_for_place,  ///< the learner asks for himself, in a course of the type self_direct
    cancel,         ///< the learner's place, or his place on the waiting list, ends
    move_in,        ///< the learner comes from another course
    raise,          ///< the course gets one seat more; at most one contender of a race does it
};

struct Contender {
    Act act = Act::be_registered;
    std::string learner{};
};

/// Whoever comes in, by whatever door, but not from another course.
[[nodiscard]] inline bool is_newcomer(const Contender& contender) {
    return contender.act == Act::be_registered || contender.act == Act::ask_for_place;
}

struct Race {
    std::string course;
    std::int64_t seats = 1;
    bool may_wait = true;
    std::vector<std::string> inside{};  ///< learners who have a place or wait before it; the first ones have the seats
    std::vector<Contender> contenders{};

    [[nodiscard]] std::int64_t count(Act act) const;
    [[nodiscard]] std::int64_t seats_at_the_end() const { return seats + count(Act::raise); }
    [[nodiscard]] std::string other_course() const { return course + "-other"; }
};

/// What a contender was told at last.
enum class Told : std::uint8_t {
    nothing,
    accepted,
    unchanged,
    full,    ///< course.over-capacity
    exists,  ///< enrolment.exists
    other,   ///< anything else: `code`
};

/// Plain enough to lie in memory that processes share.
struct Reply {
    Told told = Told::nothing;
    std::int64_t place = 0;
    int asked_again = 0;  ///< so often the answer was store.contended or store.busy
    std::array<char, 60> code{};
};

/// What courses and learners need. Learners are learner(0) to learner(count - 1). Throws when that fails.
void set_up(Engine& engine, int learners);
[[nodiscard]] std::string learner(int number);

/// The course as it is before the race. Throws when that fails.
void prepare(Engine& engine, const Race& race);

/// Asks for what the contender wants until there is an answer: store.contended and store.busy have written nothing, so
/// he asks again.
[[nodiscard]] Reply ask(Engine& engine, const Race& race, const Contender& contender);

/// Moment of all requests.
[[nodiscard]] Instant race_moment();

}  // namespace provost::races
