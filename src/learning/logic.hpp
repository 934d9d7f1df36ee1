// The learning logic of a course, compiled: what each rule asks and does, with positions instead of keys. One evaluator
// for the participant's way through the course, for what is told about it, and for the check of all ways.
#pragma once

#include <provost/catalogue/syllabus.hpp>

namespace provost::learning {

/// A position of a component or rule, to index with.
[[nodiscard]] constexpr std::size_t at(int position) { return static_cast<std::size_t>(position); }

/// What a participant has done with a component. All of it only grows, but the confirmation of a tutor.
struct Done {
    bool opened = false;
    bool confirmed = false;
    bool tutor_confirmed = false;
    bool completed = false;
    bool passed = false;
    bool failed = false;
    bool scored = false;
    bool folder_processed = false;
    std::uint16_t ended = 0;    // tries
    std::uint64_t reached = 0;  // a bit for each range of percent in which a try ended; `Logic::Component::ranges`

    friend bool operator==(const Done&, const Done&) = default;
};

/// How the course ended for a participant by its own rules.
enum class Ended : std::uint8_t { no, unregistered, passed, failed };

/// What a try that has ended says.
enum class Says : std::uint8_t { scored, completed, passed, failed };

/// From `at_least` (none: 0) up to, but without, `below` (none: no end).
struct Range {
    std::optional<Decimal> at_least, below;

    [[nodiscard]] bool holds(Decimal percent) const {
        return (!at_least || *at_least <= percent) && (!below || percent < *below);
    }
    friend bool operator==(const Range&, const Range&) = default;
};

struct Logic {
    struct Component {
        int parent = -1;  // position of its folder
        catalogue::ComponentKind kind{};
        bool counted = false;               // for progress
        bool starts_locked = false;         // some rule of another component opens it
        std::uint16_t limit = 0;            // tries; 0: no limit
        std::int64_t weight = 0;            // millionths
        std::vector<Range> ranges;          // that its rules ask for
        std::vector<int> openers, lockers;  // the rules that open and lock it
    };
    /// A condition of a rule.
    struct Asked {
        catalogue::ConditionKind kind{};
        catalogue::Ending ending{};
        bool after_all = false;  // holds when the last try has ended and none succeeded
        std::uint8_t range = 0;  // of a percentage; after all tries: the range that would have been a success
    };
    struct Folder {
        int component = 0;
        std::size_t least = 0;  // counted components in it that must be processed; 0: all
    };
    struct Rule {
        int component = -1;  // -1: it is gone, and the rule never holds
        std::vector<Asked> conditions;
        std::uint16_t tries = 0;
        std::optional<Instant> not_before;
        std::vector<int> opens, locks;  // a folder stands for all that is in it as well; ascending
        std::vector<Folder> folders;
        Ended ends = Ended::no;
    };
    std::vector<Component> components;
    std::vector<Rule> rules;
    std::vector<std::vector<int>> contents;  // of each folder: the counted components in it, at any depth
    bool by_logic = false;                   // rules may conclude the course
    bool by_progress = false;                // the course is concluded as soon as all is processed
    bool always_passed = false;              // and then passed, whatever failed
};

/// How far a participant has come. A value: the check of all ways compares and keeps them.
struct State {
    std::vector<Done> done;           // of each component
    std::vector<std::int32_t> fired;  // of each rule: in which step, from 1; 0: not yet
    std::int32_t steps = 0;
    Ended ended = Ended::no;

    friend bool operator==(const State&, const State&) = default;
};

/// What one or more steps did, in the order in which they did it.
struct Trace {
    struct Firing {
        int rule = -1;    // or
        int folder = -1;  // a folder that became processed
        int round = 0;
    };
    std::vector<Firing> firings;
    std::vector<int> conflicts;  // components that one rule opened and another one locked
    bool ends_conflict = false;  // rules said different things of how the course ends; the first counted
};

/// The state in which everybody begins: rules without conditions have fired.
[[nodiscard]] State begin(const Logic& logic, Trace& trace);

/// What happens to a component.
struct Happening {
    enum class Kind : std::uint8_t { opened, ended, confirmed, tutor_confirmed, settled } kind{};
    int component = 0;
    Says says{};                // of a try that ended, or of a course set that was settled
    std::uint64_t reached = 0;  // its ranges
};

/// Takes in what happened, and fires what follows, to the end. [IMC-LL-22]
void apply(const Logic& logic, const Happening& happening, State& state, Trace& trace);
/// Fires what follows from what was done, when that was put into the state by other hands.
void follow(const Logic& logic, State& state, Trace& trace);

/// What progress makes of the course: passed or failed as soon as nothing that counts is left to do. [IMC-MT-06]
[[nodiscard]] Ended outcome_of_progress(const Logic& logic, const State& state);
/// Ends the course by progress when it is due.
void conclude_by_progress(const Logic& logic, State& state);

/// The ranges of a component in which so many percent lie.
[[nodiscard]] std::uint64_t ranges_of(const Logic::Component& component, Decimal percent);

/// What the rules make of a component: the rules of the last step count, and in one step those that lock.
/// [IMC-LL-16, IMC-LL-21]
struct Opening {
    bool unlocked = false;
    std::optional<Instant> from;  // closed before this moment although a rule has opened it [IMC-LL-11]
};
[[nodiscard]] Opening opening_of(const Logic& logic, const State& state, int component);
/// Whether a further try may begin. [IMC-LL-08, IMC-LL-09]
[[nodiscard]] bool has_tries(const Logic& logic, const State& state, int component);
/// Whether tries are counted and some are left, so that a failure is not the last word.
[[nodiscard]] bool has_more_tries(const Logic& logic, const State& state, int component);

/// Whether nothing is left to do: processed, or passed.
[[nodiscard]] bool is_processed(const Logic& logic, const State& state, int component);
[[nodiscard]] bool is_failed(const Logic& logic, const State& state, int component);
/// Whether all conditions of a rule hold.
[[nodiscard]] bool holds(const State& state, const Logic::Rule& rule);

}  // namespace provost::learning
