// The search through all states of a course, as far as they need one.
#pragma once

#include "learning/free_part.hpp"
#include "learning/same.hpp"

namespace provost::learning {

/// What was met anywhere.
struct Met {
    std::vector<bool> opened;  // of each component: it was open once
    std::vector<bool> full;    // of each folder: a rule processed it
    std::vector<bool> fired;   // of each rule
    void take(const Ways& ways, const Spot& spot);
};

/// What a step can bring about that somebody should know of.
struct Event {
    enum class Kind : std::uint8_t { lock_conflict, end_conflict, dead } kind{};
    Code code;
    int component = -1;
    Calendar::Place moment{};  // that passes

    [[nodiscard]] auto key() const { return std::tuple(kind, code.name(), component, moment.line, moment.index); }
};

/// States in which everything that is free has been done, and how they follow each other. Each text of `Sameness` is
/// one state.
class Search {
public:
    Search(const Ways& ways, const FreePart& part, const Sameness& same, std::size_t most)
        : ways_(ways), part_(part), same_(same), most_(most) {}

    void run(Met& met);
    [[nodiscard]] std::size_t states() const { return nodes_.size(); }
    [[nodiscard]] bool is_complete() const { return complete_; }
    /// With progress: some states end the course when all that is free is done. What can happen before the last of it
    /// was not looked at.
    [[nodiscard]] bool ends_by_itself() const { return ends_by_itself_; }

    /// Whether the course can still be concluded; also where the search did not come to.
    [[nodiscard]] bool can_end(Spot spot) const;
    [[nodiscard]] bool begins_dead() const { return !nodes_.empty() && !nodes_.front().can_end; }

    /// The steps that brought about something, one for each thing.
    struct Found {
        Event event;
        int node = 0;
        Move move{};
    };
    [[nodiscard]] std::vector<Found> events() const;
    /// The moves from the beginning to what was found, with all that is free on the way.
    [[nodiscard]] std::vector<Move> way_to(const Found& found) const;

private:
    struct Edge {
        int from = 0, to = 0;
        Move move{};
        bool last_try = false;
        Calendar::Place moment{};
    };
    struct Node {
        int edge = -1;  // by which it was found first
        bool can_end = false;
        bool expanded = false;
    };

    void expand(int node, const Spot& spot, Met& met);
    void follow(int node, const Spot& spot, const Move& move, Met& met);
    void lead_to(int node, Spot after, Edge edge);
    void add(Spot spot, std::string text);
    [[nodiscard]] bool ends(Spot& after);
    void take_conflicts(int node, const Move& move, const Trace& trace);
    void find_dead();

    const Ways& ways_;
    const FreePart& part_;
    const Sameness& same_;
    std::size_t most_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<Found> conflicts_;
    std::unordered_map<std::string, int> places_;
    std::vector<std::pair<int, Spot>> waiting_, next_;
    bool complete_ = true;
    bool ends_by_itself_ = false;
};

/// What a move that leads from where the course can be concluded to where it can not is called.
[[nodiscard]] Event dead_by(const Move& move, bool last_try, Calendar::Place moment);
/// Whether the move ended the last try.
[[nodiscard]] bool was_last_try(const Ways& ways, const Spot& after, const Move& move);
/// The moment that passes by a move.
[[nodiscard]] Calendar::Place moment_of(const Spot& before, const Move& move);

}  // namespace provost::learning
