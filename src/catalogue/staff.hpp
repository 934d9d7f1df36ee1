// The tutors of a course wherever a course is written: who may be one, and what follows when they are others.
#pragma once

#include "plan/decision.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/logic.hpp>

namespace provost::catalogue {

/// The tutors whom a request names by login, as a record holds them: whoever was there before stays as he was, the
/// others get their usual position. Refuses whoever is in no group of tutors or has no position. Nothing when it
/// refuses, or while facts are missing. [IMC-TUT-01, IMC-TUT-02, IMC-CSV-16]
[[nodiscard]] std::optional<std::vector<AssignedTutor>> assigned_tutors(const Many<staffing::Tutor>& named,
                                                                        const std::vector<AssignedTutor>& former,
                                                                        const Context& context, Decision& decision);

/// The administrator whom a meta tag names by login; nothing when it refuses, or while he is not known yet. [IMC-MT-03]
[[nodiscard]] Id<access::Administrator> administrator_of(std::string_view login, const Context& context,
                                                         Decision& decision);

/// Whether somebody may be assigned at all: refuses otherwise, and answers false; or while facts are missing.
/// [IMC-TUT-01]
[[nodiscard]] bool may_be_tutor(const staffing::Tutor& tutor, const Context& context, Decision& decision);

/// After this decision resources follow the tutors of a course, and tutors the people among its resources, where these
/// are others than before (null: there was no course). The engine asks it for whatever changes a course. Where whoever
/// asked has told the tutors (`Following::told`) they neither come nor go with a resource, but bring theirs; where he
/// has told the resources these do not go with a tutor, nor come with one whom he has not told; lists that were both
/// given back to the template complete each other as those of a new course do.
/// [IMC-TUT-10, IMC-TUT-11, IMC-TUT-12, IMC-TUT-13]
void follow_staff(const Course* before, const Course& now, Decision& decision);

/// That a resource was taken out while its tutor had to stay is a matter of one course: of no other that is made from
/// it, nor of a template. [IMC-TUT-12]
void forget_marks(std::vector<AssignedTutor>& tutors);
/// In that course it is open until the resource is there again, whatever list of tutors it gets meanwhile.
void keep_marks(const std::vector<AssignedTutor>& former, std::vector<AssignedTutor>& tutors);

/// Whether whoever asks sees a course that a rule has found itself, which its clearances say, or of its tutors their
/// positions. Nothing while that is not known yet. [IMC-ACL-01, IMC-ACL-04, IMC-ACL-05]
[[nodiscard]] std::optional<bool> is_seen(const Course& course, const Context& context);

/// Whether a rule asks for the confirmation of a tutor.
[[nodiscard]] bool asks_tutors(std::span<const Rule> rules);
/// Notes that rules wait for a tutor's word, and no tutor may grade. [IMC-CT-09]
void tell_if_nobody_grades(const std::vector<Rule>& rules, const std::vector<AssignedTutor>& tutors,
                           const Context& context, Decision& decision);
/// The same for the rules of a course, or of the version of a template that `owner` is; none where they are hidden.
void tell_if_nobody_grades(std::int64_t owner, const Course& course, const TemplateVersion& pinned,
                           const Context& context, Decision& decision);

}  // namespace provost::catalogue
