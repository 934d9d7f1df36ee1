// A participant's way through a course, event by event: the state of the logic, the tries, and the moments.
#pragma once

#include "base/code_table.hpp"
#include "learning/compile.hpp"
#include "learning/windows.hpp"

#include <provost/learning/progress.hpp>

namespace provost::learning {

/// A course as it is learned: its components, its rules, and both compiled. Refers to what it was made from.
struct Study {
    const std::vector<catalogue::Component>& components;
    const std::vector<catalogue::Rule>& rules;
    Positions positions;
    Logic logic;
};
[[nodiscard]] Study study_of(const std::vector<catalogue::Component>& components,
                             const std::vector<catalogue::Rule>& rules, const catalogue::Settings& settings);

/// Why a component can not be opened; an empty code: it can.
struct Closed {
    Code code{};
    std::optional<Instant> moment{};  // of its window
    catalogue::Anchor anchor{};       // that is not known
};

/// What a course set of the course has become for a participant, and since when.
struct SetEnd {
    int component = 0;
    Ended ended{};
    Instant since;
};

/// The order of a participant's events, whatever order they were told in.
[[nodiscard]] bool comes_before(const LearningEvent& a, const LearningEvent& b);
/// Whether both tell the same.
[[nodiscard]] bool is_same(const LearningEvent& a, const LearningEvent& b);

class Way {
public:
    /// At the beginning.
    Way(const Study& study, const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at);
    /// Goes on from there.
    Way(const Study& study, const catalogue::Course& course, const Zone& zone, std::optional<Instant> enrolled_at,
        Progress progress);

    /// Takes an event in, later than all before it. One whose component was not open then is kept and changes nothing.
    void take(LearningEvent& event);
    /// The participant began at that moment, if not before, whatever counts of what he did then.
    void begin_at(Instant moment);
    /// Takes in what a course set has become, which other records say. [IMC-CC-09]
    void settle(const SetEnd& set);

    /// What somebody wants of a component: a try; to confirm it, which is no try; or, as a tutor, to confirm it, for
    /// whom the window does not count.
    enum class Asks : std::uint8_t { tries, confirms, tutor_confirms };
    [[nodiscard]] static Asks asks_of(EventKind kind) {
        if (kind == EventKind::confirmed_by_tutor) return Asks::tutor_confirms;
        return kind == EventKind::confirmed ? Asks::confirms : Asks::tries;
    }
    /// Why a component is closed at a moment.
    [[nodiscard]] Closed closed(int component, Instant at, Asks asks = Asks::tries) const;
    [[nodiscard]] Moment opens(int component) const { return moment(study_.components[at(component)].opens); }
    [[nodiscard]] Moment closes(int component) const { return moment(study_.components[at(component)].closes); }
    [[nodiscard]] ComponentState state_of(int component, Instant at) const;
    /// Whether the rules that rest on the confirmation of a tutor have done nothing that is final. [IMC-LL-04]
    [[nodiscard]] bool may_revoke(int component) const;
    /// Rules that have fired and ask for the confirmation of a tutor.
    [[nodiscard]] std::vector<int> resting_on(int component) const;

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const Trace& trace() const { return trace_; }
    [[nodiscard]] const Progress& progress() const { return progress_; }
    [[nodiscard]] const ComponentProgress* of(int component) const;

private:
    [[nodiscard]] Moment moment(const catalogue::Bound& bound) const { return moment(bound, progress_.started_at); }
    [[nodiscard]] Moment moment(const catalogue::Bound& bound, std::optional<Instant> started_at) const;
    [[nodiscard]] Moment as_of(const catalogue::Bound& bound, Instant now) const;
    [[nodiscard]] Closed by_window(int component, Instant moment) const;
    [[nodiscard]] bool finishes(const LearningEvent& event, int component) const;
    [[nodiscard]] bool counts(const LearningEvent& event, int component) const;
    ComponentProgress& touch(int component);
    void enter(const LearningEvent& event, int component);
    static void end_try(const LearningEvent& event, ComponentProgress& entry);
    void open(const LearningEvent& event, int component, ComponentProgress& entry);
    void revoke(int component);
    [[nodiscard]] bool fills_a_folder(int component) const;
    void restore();
    void write_down(std::size_t first, std::optional<Instant> moment);

    const Study& study_;
    const catalogue::Course& course_;
    const Zone& zone_;
    std::optional<Instant> enrolled_at_;
    Progress progress_;
    std::vector<int> places_;  // in progress_.components, of each component; -1: not touched
    Trace trace_;
    State state_;  // begins with a trace
};

}  // namespace provost::learning
