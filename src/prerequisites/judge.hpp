// May this learner enter? Judges prerequisites by what is known of the learner, on a day.
#pragma once

#include "condition/condition.hpp"
#include "prerequisites/evidence.hpp"

namespace provost::prerequisites {

/// How far somebody must have come where prerequisites do not say it: as the course or template says. [IMC-PRE-09]
[[nodiscard]] inline catalogue::Minimum usual_minimum(const catalogue::Settings& settings) {
    return settings.minimum_status.value_or(catalogue::Minimum::completed);
}

/// Whose prerequisites are judged, by what, for which day.
struct Case {
    const catalogue::Prerequisites& rule;
    const Evidence& evidence;
    Id<people::Learner> learner;
    Day day;
    catalogue::Minimum usual;                       // of the course
    std::span<const catalogue::NodeKind> hidden{};  // items of these kinds count for nothing there
};

struct Judgement {
    Mark mark = Mark::met;            // of the best bundle: what must hold of it
    Reason reason;                    // the tree with its evidence; only when asked for
    std::vector<Reason> nearest;      // what would admit the learner; only when asked for and refused
    bool minimum = true;              // no smaller set would
    std::vector<Reason> recommended;  // what the best bundle recommends and the learner lacks [IMC-PRE-05]
};

[[nodiscard]] Judgement judge(const Case& asked, bool explain);

/// What must hold and is not completed, of whoever is admitted all the same. [IMC-AC-03]
[[nodiscard]] std::vector<Reason> open_leaves(const Case& asked);

/// What a node that is no set asks for, and how far the learner meets it. [IMC-PRE-11, IMC-PRE-12, IMC-PRE-13]
[[nodiscard]] Mark mark_of(const catalogue::PrerequisiteNode& node, const Case& asked);
/// The same with the records that count or, unmet, with those that do not.
[[nodiscard]] Reason reason_of(const catalogue::PrerequisiteNode& node, Mark mark, const Case& asked);

/// Prerequisites as a condition over their leaves, of which equal ones are one; `leaves` gets a node of each.
/// What is recommended is left out, and so are items of hidden kinds, with the sets and bundles that hold no others.
/// [IMC-CT-03]
[[nodiscard]] Condition condition_of(std::span<const catalogue::PrerequisiteNode> nodes, catalogue::Minimum usual,
                                     std::vector<const catalogue::PrerequisiteNode*>& leaves,
                                     std::span<const catalogue::NodeKind> hidden = {});

}  // namespace provost::prerequisites
