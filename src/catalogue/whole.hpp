// What a course, or a template, must be in the end, whatever has changed it.
#pragma once

#include "catalogue/inherit.hpp"
#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course_set.hpp>

namespace provost::catalogue {

/// A registration type is among those that a course type allows (none: all): refuses otherwise, and answers false.
/// [IMC-REG-01]
[[nodiscard]] bool is_allowed(organisation::RegistrationType type, const std::vector<std::string>& allowed,
                              Decision& decision);
/// With multi_step there are steps, and a step of a group names it: refuses otherwise, and answers false. [IMC-REG-05]
[[nodiscard]] bool has_sound_steps(const std::optional<organisation::RegistrationType>& type,
                                   const std::vector<organisation::ApprovalStep>& steps, Decision& decision);
/// A price has a currency, registration types are among those allowed (none: all), steps and quotas name what they
/// need, and no two rules of cancellation, or quotas, are the same. [IMC-REG-01, IMC-CAN-08, IMC-WL-10]
[[nodiscard]] bool has_sound_terms(const Settings& settings, const std::vector<std::string>& allowed,
                                   Decision& decision);
/// A name is not made of blanks: refuses otherwise, and answers false. [IMC-CSV-08, IMC-CSVT-01]
[[nodiscard]] bool has_name(std::string_view name, Decision& decision);
/// The first text of a list that stands in it before as well; null when none does.
[[nodiscard]] const std::string* first_repeated(const std::vector<std::string>& list);
/// A list with each of its texts once, for lists in which another one of the same says nothing.
[[nodiscard]] std::vector<std::string> each_once(const std::vector<std::string>& list);
/// Whoever names a thing twice in a list means something else: refuses then, and answers false. [IMC-MISC-03]
[[nodiscard]] bool repeats_nothing(std::string_view setting, const std::vector<std::string>& list, Decision& decision);
/// The same of the names of what is listed.
template <class List, class Name>
[[nodiscard]] bool repeats_nothing(std::string_view setting, const List& list, Name name, Decision& decision) {
    std::vector<std::string> names;
    for (const auto& each : list) names.push_back(std::invoke(name, each));
    return repeats_nothing(setting, names, decision);
}
/// No group, node of a classification or skill is told twice: refuses otherwise, and answers false. [IMC-MISC-03]
[[nodiscard]] bool says_each_once(const Settings& told, Decision& decision);
/// Names and descriptions, in whatever language, hold no control characters (descriptions have lines), and no language
/// is told twice: refuses otherwise, and answers false. [IMC-CSV-08, IMC-CSV-09, IMC-MISC-01]
[[nodiscard]] bool has_sound_texts(const Settings& told, Decision& decision);
/// A template has a name, a currency for its price, and what it says fits together: refuses otherwise, and answers
/// false. [IMC-CSVT-01, IMC-CSV-20]
[[nodiscard]] bool is_whole(const TemplateVersion& made, Decision& decision);
/// A course does not end before it starts: refuses otherwise, for the sake of the member that was told (`told_end`:
/// the end, or both), and answers false. [IMC-CSV-11]
[[nodiscard]] bool is_in_order(const Course& course, bool told_end, Decision& decision);
/// What is told of the dates of a course without dates is left out, with a note. [IMC-CSV-10]
void note_ignored_dates(const std::optional<Instant>& start, const std::optional<Instant>& end, Decision& decision);
/// A course has a location and all this, and when it is published its sets hold courses. [IMC-CC-03, IMC-CSV-15]
[[nodiscard]] bool is_whole(const Course& course, const Many<CourseSet>& sets,
                            const std::vector<std::string>& registration_types, Decision& decision);
/// The provider that a course is given, from wherever, registers as its type allows: refuses otherwise, and answers
/// false; false, too, while that is not known yet. `former`: the one that it had so far. [IMC-CT-12]
[[nodiscard]] bool fits_provider(const Course& course, Id<organisation::Provider> former,
                                 const std::vector<std::string>& registration_types, const Context& context,
                                 Decision& decision);
/// Whether the type of a course forbids what another template says of a setting: a way to register, what goes with it,
/// or a provider who has such a way. [IMC-CT-12]
[[nodiscard]] bool type_forbids(const Setting& setting, const TemplateVersion& pinned, const TemplateVersion& theirs,
                                const Course& course, const Context& context);

}  // namespace provost::catalogue
