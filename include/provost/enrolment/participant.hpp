// The closed table of a participant's moves from state to state.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::enrolment {

/// Who or what may make a move. Since 0.1.
enum class Mover : std::uint8_t {
    anybody,
    grade_rule,  ///< a rule that writes an outcome
    correction,  ///< an administrator, with a reason
};

/// A legal move. Since 0.1.
struct Move {
    State from;
    State to;
    Mover mover = Mover::anybody;
};

/// All legal moves. Since 0.1. [IMC-PART-09]
[[nodiscard]] std::span<const Move> moves();

/// Whether the move is in the table, for this mover. Since 0.1.
[[nodiscard]] bool may_move(State from, State to, Mover mover = Mover::anybody);

/// The states that may follow without a grade or a correction, as words with commas between them. Since 0.1.
[[nodiscard]] std::string legal_targets(State from);

/// What a refused move is told with: both states, and the legal targets. Since 0.1. [IMC-PART-09]
[[nodiscard]] std::vector<Parameter> illegal_move(State from, State to);

/// Whether the place counts: the learner has it, or had it to the end. A closed one does not block a new enrolment.
[[nodiscard]] bool is_open(State state);

/// Whether something lies ahead of the participant: the place is asked for, waiting, or not concluded. Since 0.1.
[[nodiscard]] bool is_ahead(State state);

/// Whether somebody is no participant yet: he asked for a place, waits for one, or has one kept. Since 0.1.
[[nodiscard]] bool is_prospective(State state);

/// Whether he takes part now: registered, or in progress. Since 0.1.
[[nodiscard]] inline bool takes_part(State state) { return state == State::registered || state == State::in_progress; }

/// Whether the participant concluded, with success or without. Since 0.1. [IMC-PART-03]
[[nodiscard]] inline bool is_concluded(State state) { return state == State::passed || state == State::failed; }

/// Whether a participant in this state uses a seat; `has_dates` is the course's. Since 0.1. [IMC-WL-02]
[[nodiscard]] bool uses_seat(State state, bool has_dates);
/// The same of a place: a request uses one when it holds one. Since 0.1.
[[nodiscard]] bool uses_seat(const Enrolment& place, bool has_dates);

/// Whether the place ends at its `expires_at`: a reservation, or a request that holds a seat. A request that keeps
/// nobody waiting ends when it is decided. Since 0.1. [IMC-WL-09, IMC-REG-03]
[[nodiscard]] bool ends_by_itself(const Enrolment& place);

/// Whether a participant in this state is neither concluded nor cancelled. Since 0.1. [IMC-DUP-03]
[[nodiscard]] bool is_live(State state);

/// The seats of a course after one of its places changed; `before` is null for a new place. Since 0.1. [IMC-WL-02]
[[nodiscard]] catalogue::Seats follow(catalogue::Seats seats, const Enrolment* before, const Enrolment& after,
                                      bool has_dates);

/// The status of a unit enrolment that goes with a state by default. Since 0.1. [FIN-ORD-15]
[[nodiscard]] UnitStatus default_status(State state);

}  // namespace provost::enrolment
