// The closed table of a participant's moves.
#include <provost/enrolment/participant.hpp>

#include <doctest/doctest.h>

namespace provost::enrolment {

TEST_CASE("IMC-PART-09 what is not in the table is no legal move") {
    int legal = 0;
    for (const ChoiceRow& from : Choices<State>::rows) {
        for (const ChoiceRow& to : Choices<State>::rows) {
            legal += may_move(static_cast<State>(from.value), static_cast<State>(to.value)) ? 1 : 0;
        }
    }
    CHECK(legal == 29);
    CHECK(may_move(State::registered, State::in_progress));
    CHECK_FALSE(may_move(State::passed, State::cancelled));
    CHECK_FALSE(may_move(State::cancelled, State::registered));
    CHECK(may_move(State::cancelled, State::registered, Mover::correction));
    CHECK_FALSE(may_move(State::failed, State::passed));
    CHECK(may_move(State::failed, State::passed, Mover::grade_rule));
    CHECK(legal_targets(State::waiting) == "registered, cancelled");
    CHECK(legal_targets(State::passed).empty());
}

TEST_CASE("IMC-WL-02 which states use a seat") {
    for (const bool dates : {true, false}) {
        for (const auto state : {State::reserved, State::registered, State::in_progress})
            CHECK(uses_seat(state, dates));
        for (const auto state : {State::requested, State::waiting, State::on_hold, State::cancelled, State::rejected,
                                 State::moved, State::replaced}) {
            CHECK_FALSE(uses_seat(state, dates));
        }
        CHECK(uses_seat(State::passed, dates) == dates);
        CHECK(uses_seat(State::failed, dates) == dates);
    }
}

TEST_CASE("FIN-ORD-09 FIN-ORD-15 each state has its unit status") {
    CHECK(default_status(State::registered) == UnitStatus::pending);
    CHECK(default_status(State::in_progress) == UnitStatus::current);
    CHECK(default_status(State::passed) == UnitStatus::completed);
    CHECK(default_status(State::failed) == UnitStatus::did_not_complete);
    CHECK(default_status(State::cancelled) == UnitStatus::withdrawn);
}

TEST_CASE("something lies ahead of a participant until the place has ended in one way or another") {
    for (const State ahead :
         {State::requested, State::reserved, State::waiting, State::registered, State::in_progress, State::on_hold}) {
        CHECK(is_ahead(ahead));
    }
    for (const State over : {State::none, State::passed, State::failed, State::cancelled, State::rejected, State::moved,
                             State::replaced}) {
        CHECK_FALSE(is_ahead(over));
    }
}

}  // namespace provost::enrolment
