// Groups of settings: what whoever changes a template, or makes one, chooses from.
#pragma once

#include "catalogue/inherit.hpp"

#include <provost/plan/answer.hpp>

#include <span>
#include <string>
#include <string_view>

namespace provost::catalogue {

/// All groups, in the order in which they are listed. Some have no settings yet. [IMC-TFC-01]
[[nodiscard]] std::span<const std::string_view> setting_groups();

/// The group of a setting; meta tags belong to the description, the name to none.
[[nodiscard]] std::string_view group_of(std::string_view setting);

/// Whether a group is content, which a closed course keeps. [IMC-CSV-13]
[[nodiscard]] bool is_content(std::string_view group);

/// The first of these names that is no group; empty when all are.
[[nodiscard]] std::string_view unknown_group(std::span<const std::string> names);

/// All of them in one text, for whoever named another.
[[nodiscard]] std::string group_names();

/// A line of a report about a setting, in its group.
[[nodiscard]] ReportLine line_about(std::string_view setting, Fate fate, Code why = {});
/// A line about a whole group of settings.
[[nodiscard]] ReportLine group_line(std::string_view group, Fate fate, Code why = {});
/// The line that tells what a setting of a course was, and what it says itself from now on.
[[nodiscard]] ReportLine line_of_change(const Setting& setting, const Course& before, const Course& after);

/// Whether settings of a course stay as they are once it has started. [IMC-CHT-04]
[[nodiscard]] bool stays_after_start(std::string_view setting);

}  // namespace provost::catalogue
