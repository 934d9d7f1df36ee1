// From items, as somebody tells them, to prerequisites as they are kept: one list of nodes, names found, defaults
// filled in.
#pragma once

#include "catalogue/facilities.hpp"
#include "prerequisites/define_prerequisites.hpp"

namespace provost::prerequisites {

/// The nodes and what they name; nothing when an item is wrong, which the decision then says. Items that do not say how
/// far somebody must have come take `minimum`; without one it is settled when they are asked. [IMC-PRE-09]
[[nodiscard]] std::optional<catalogue::Prerequisites> compile(const std::vector<Item>& bundles,
                                                              const DefinePrerequisitesFacts& facts,
                                                              const catalogue::Complexity& complexity,
                                                              std::optional<catalogue::Minimum> minimum,
                                                              Decision& decision);

/// Kinds of items that count for nothing in a course, because it hides them, or its template or type does. [IMC-CT-03]
[[nodiscard]] std::vector<catalogue::NodeKind> hidden_kinds(const catalogue::Course& course,
                                                            const catalogue::TemplateVersion& pinned);

/// Under which text the host tells the fact that a node asks for.
[[nodiscard]] std::string fact_of(const catalogue::PrerequisiteNode& node);

/// Adds what is not in the list yet.
template <class T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

}  // namespace provost::prerequisites
