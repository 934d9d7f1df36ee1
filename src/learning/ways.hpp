// All that can happen to a participant in a course: the choices from which the check of all ways is made. [IMC-LL-25]
#pragma once

#include "learning/calendar.hpp"
#include "learning/logic.hpp"

#include <provost/learning/check.hpp>

namespace provost::learning {

/// One thing that can happen.
struct Move {
    StepKind kind{};
    int component = -1;
    Says says{};
    std::optional<Decimal> percent{};
    int line = -1;  // of a moment that passes

    friend bool operator==(const Move&, const Move&) = default;
};

/// How far a participant has come, and which moments have passed.
struct Spot {
    State state;
    std::vector<bool> running;      // what was begun there has not ended; of what may close
    std::vector<std::uint16_t> at;  // how many moments of each line have passed
    std::vector<bool> exhausted;    // all that can be done there was done; see `FreePart`
};

/// What can happen where. What it does is the evaluator's.
///
/// A participant may, of a component that is open: end a try in every way that its kind has, with every percent that
/// makes a difference; say that it is done, where that counts; open it, and then finish what runs whatever closes or
/// locks it meanwhile. A tutor may confirm what is unlocked, where a rule asks for that. A course set passes or fails.
/// The next moment of each line may pass. Left out is what makes no difference (opening what can not be closed), and
/// what nobody should have to count on: a tutor's word for which no rule asks, and corrections.
class Ways {
public:
    explicit Ways(const CourseLogic& course);

    [[nodiscard]] const Logic& logic() const { return logic_; }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    /// Does not end the course by progress: whoever searches asks `all_done` instead.
    void mute_progress() { logic_.by_progress = false; }
    [[nodiscard]] bool by_progress() const { return by_progress_; }

    [[nodiscard]] Spot begin(Trace& trace) const;
    /// What can happen to a component, failing before passing.
    void moves(const Spot& spot, int component, std::vector<Move>& moves) const;
    void moments(const Spot& spot, std::vector<Move>& moves) const;
    [[nodiscard]] bool is_possible(const Spot& spot, const Move& move) const;
    void take(const Move& move, Spot& spot, Trace& trace) const;

    /// Whether a participant can go into it now. [IMC-LL-16, IMC-SCH-01, IMC-SCH-08]
    [[nodiscard]] bool is_open(const Spot& spot, int component) const;
    /// Whether it has closed for good.
    [[nodiscard]] bool is_over(const Spot& spot, int component) const {
        const Calendar::Place closes = calendar_.of(component).closes;
        return closes.line >= 0 && has_passed(spot, closes);
    }
    /// Whether learners do something there: neither a folder nor in one for tutors. [IMC-SYL-06]
    [[nodiscard]] bool is_for_learners(int component) const { return at(for_learners_, component); }
    /// Whether rules lock it, or it closes some time.
    [[nodiscard]] bool may_close(int component) const { return at(may_close_, component); }
    /// Whether whatever is counted for progress has been processed, or has failed for good. [IMC-MT-06]
    [[nodiscard]] bool all_done(const Spot& spot) const;
    /// Whether something can be done there: it is open and has tries left, or something runs.
    [[nodiscard]] bool may_go_on(const Spot& spot, int component) const;
    /// Whether some rule of the component asks for the word of the participant, or of a tutor.
    [[nodiscard]] bool asks_participant(int component) const { return at(asks_participant_, component); }
    [[nodiscard]] bool asks_tutor(int component) const { return at(asks_tutor_, component); }
    /// The least percent of each region that makes a difference.
    [[nodiscard]] const std::vector<std::optional<Decimal>>& percents(int component) const {
        return percents_[static_cast<std::size_t>(component)];
    }
    /// The step as it is told.
    [[nodiscard]] WayStep told(const Spot& before, const Move& move, const CourseLogic& course) const;

private:
    static bool at(const std::vector<bool>& flags, int place) { return flags[static_cast<std::size_t>(place)]; }
    void settle_moves(const Spot& spot, int component, std::vector<Move>& moves) const;
    [[nodiscard]] bool runs_when_opened(const Spot& spot, int component) const;
    [[nodiscard]] bool is_unlocked(const Spot& spot, int component) const;
    [[nodiscard]] bool has_passed(const Spot& spot, Calendar::Place moment) const;
    [[nodiscard]] bool is_known(const Spot& spot, Calendar::Place moment) const;

    Logic logic_;
    Calendar calendar_;
    bool by_progress_ = false;
    std::vector<bool> for_learners_, may_close_, asks_participant_, asks_tutor_;
    std::vector<std::vector<std::optional<Decimal>>> percents_;  // of each component: one of each region
};

}  // namespace provost::learning
