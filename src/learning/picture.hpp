// The picture of a course's learning logic, as a document and as text for Graphviz and Mermaid.
#pragma once

#include "learning/check.hpp"

#include <provost/learning/picture.hpp>

namespace provost::learning {

/// The picture of a course with what the check of it found.
[[nodiscard]] LogicPicture picture_of(const CourseLogic& course, const Checked& checked);

/// The same for Graphviz: a digraph in DOT. Components are nodes, folders clusters, rules edges with what they ask for;
/// what is locked at the beginning is grey, what the check found something at is red.
[[nodiscard]] std::string dot_of(const LogicPicture& picture);
/// The same as a Mermaid flowchart.
[[nodiscard]] std::string mermaid_of(const LogicPicture& picture);

}  // namespace provost::learning
