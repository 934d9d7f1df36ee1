// Of catalogue.change_template: components, rules, course sets, social media and library.
#pragma once

#include "catalogue/course_changes.hpp"

namespace provost::catalogue {

/// Whether the course has its sets from now on, too: not where the new template hides components. [IMC-CT-02]
[[nodiscard]] bool keeps_sets(const ChangeTemplateFacts& facts, bool started);

/// What the course has of its content from now on, with a line of the report for what differs: of what is wanted that
/// of the new template, as far as it may still change; nothing where the tab is hidden. `course`: as it shall be.
/// [IMC-CHT-01, IMC-CHT-04, IMC-CT-02]
void adopt_content(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, const Course& course,
                   Context& context, Decision& decision);

}  // namespace provost::catalogue
