// What may have to be had before a course can be entered: courses, templates, groups of courses and learning paths, and
// how they hang together.
#pragma once

#include <provost/catalogue/course_set.hpp>

#include <functional>
#include <unordered_map>

namespace provost::prerequisites {

/// Somebody who needs nothing has it always; what nobody can have comes never.
inline constexpr Instant always = Instant::min();
inline constexpr Instant never = Instant::max();

/// Places by their ids, as far as they are known. A group of courses stands there twice: under its id one of its
/// courses is enough, under the negative id all are wanted.
struct Network {
    struct Place {
        catalogue::NodeKind kind = catalogue::NodeKind::course;
        std::string name;
        const catalogue::Prerequisites* rule = nullptr;  // of a course, or of new courses of a template
        std::vector<std::int64_t> courses{};             // of a template, a group or a path
        bool whole = false;                              // all of its courses are wanted
        bool given = false;                              // can be had otherwise: its subject may be recognised
        bool closed = false;                             // a course: nobody enters; a template: no course is made
        std::optional<Instant> starts_at{};              // only where dates shall count
        std::optional<Instant> ends_at{};
    };
    std::unordered_map<std::int64_t, Place> places;

    /// Null for what is not known.
    [[nodiscard]] const Place* at(std::int64_t id) const {
        const auto found = places.find(id);
        return found == places.end() ? nullptr : &found->second;
    }
};

/// A place, and how far somebody must have come in it.
struct Step {
    std::int64_t place = 0;
    catalogue::Minimum minimum = catalogue::Minimum::completed;
    friend bool operator==(const Step&, const Step&) = default;
};

/// The step that a leaf asks for; place 0 when it names none: what somebody else gives.
[[nodiscard]] Step step_of(const catalogue::PrerequisiteNode& leaf);

/// Whether courses are made from it or it is one: it has prerequisites of its own.
[[nodiscard]] bool has_rule(const Network::Place& place);

/// Whether nobody enters it any more. One that is only locked may be released again.
[[nodiscard]] bool is_over(catalogue::CourseLife life, catalogue::PlanningStatus status);

/// The first moment at which somebody in a course can have come so far, by its dates alone.
[[nodiscard]] Instant not_before(const Network::Place& course, catalogue::Minimum minimum);

/// Leaves that stand in the way: those that are not `had`, unless a set around them is met without them or is only
/// recommended. None at all when the prerequisites are met. [IMC-PRE-04, IMC-PRE-06, IMC-PRE-07]
[[nodiscard]] std::vector<const catalogue::PrerequisiteNode*> lacking(
    const catalogue::Prerequisites& rule, const std::function<bool(const catalogue::PrerequisiteNode&)>& had);

}  // namespace provost::prerequisites
