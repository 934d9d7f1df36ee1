// Who asks, seen from a learner: the learner himself, somebody who may act for him, or somebody of the organisation.
#pragma once

#include "plan/decision.hpp"

#include <provost/access/clearance.hpp>
#include <provost/people/group.hpp>
#include <provost/people/supervision.hpp>
#include <provost/staffing/position.hpp>

namespace provost::clearances {

struct ActingFacts {
    One<people::Learner> person;  // who asks
    One<access::Administrator> administrator;
    One<people::Supervision> supervision;  // of the learner
    One<access::Clearances> clearances;    // on the learner
    Many<people::Group> groups;            // of the administrator
    One<access::Clearances> of_object;     // of the course or template that the request is about
};

/// For a fetch plan with a slot `learner`: `PROVOST_PART(acting, acting_rows)`.
template <class Facts = ActingFacts>
inline constexpr auto acting_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(person, "login(request.actor)"),
        PROVOST_SLOT(administrator, "login(request.actor)"),
        PROVOST_SLOT(supervision, "learner(learner.id)"),
        PROVOST_SLOT(clearances, "object(learner.id)"),
        PROVOST_SLOT(groups, "key(administrator.groups)"),
    });
}();

/// The same for a plan that has a slot `course` as well.
template <class Facts = ActingFacts>
inline constexpr auto acting_in_course_rows = [] {
    return detail::join(acting_rows<Facts>, std::to_array<FetchRow>({PROVOST_SLOT(of_object, "object(course.id)")}));
}();

/// The same for a plan that has a slot `course_template`.
template <class Facts = ActingFacts>
inline constexpr auto acting_at_template_rows = [] {
    return detail::join(acting_rows<Facts>,
                        std::to_array<FetchRow>({PROVOST_SLOT(of_object, "object(course_template.id)")}));
}();

/// What whoever asks is to a learner.
struct Roles {
    bool administrator = false;  // may register everybody
    bool self = false;
    bool supervisor = false;
    bool agent = false;

    /// Whether he may ask for the learner at all. [IMC-REG-07, IMC-ACL-03]
    [[nodiscard]] bool acts() const { return administrator || self || supervisor || agent; }
};

/// Whether whoever asks may do it as an administrator: with the right that is good everywhere, or where the course or
/// template has clearances, by one of these. [IMC-ACL-01]
[[nodiscard]] bool may_administer(const ActingFacts& facts, const Context& context, access::Right everywhere,
                                  access::ObjectRight on_object);

/// Whether an administrator has a right that is about participants, or, where the course has clearances, one of them.
/// [IMC-ACL-01]
[[nodiscard]] bool administers_participants(const ActingFacts& facts, const Context& context);

/// Whether whoever asks sees what the participants of the course do and achieve: such an administrator, or a tutor
/// whose position opens the verb. [IMC-ACL-01, IMC-TUT-02]
[[nodiscard]] bool sees_participants(const ActingFacts& facts, const Context& context);

/// `on_object`: what an administrator needs on what has clearances, instead of REGISTER.
[[nodiscard]] Roles roles_of(const ActingFacts& facts, const people::Learner& learner, const Context& context,
                             access::ObjectRight on_object = access::ObjectRight::participant_administration);

/// The functions of a tutor who is told how a learner stands in his course. [IMC-TUT-02]
inline constexpr staffing::FunctionSet of_standing =
    staffing::functions(staffing::TutorFunction::members, staffing::TutorFunction::progress);

/// Whether whoever asks may know how the learner stands in the course: he himself, who may act for him, a tutor by his
/// position, or an administrator who sees the participants. [IMC-ACL-01, IMC-ACL-03, IMC-TUT-02]
[[nodiscard]] bool may_know(const ActingFacts& facts, const people::Learner& learner, const Context& context);

}  // namespace provost::clearances
