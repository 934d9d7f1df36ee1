// What is open to a tutor in a course: the one place that says it. Engine, rules and questions ask here.
#pragma once

#include "access/clearance.hpp"
#include "base/default_key.hpp"
#include "plan/decision.hpp"

#include <provost/staffing/position.hpp>

namespace provost::staffing {

/// What the organisation says of tutors; null: nothing.
[[nodiscard]] inline Key settings_key() {
    return {&type_of<StaffingSettings>(), 0, {{0, std::string(default_key), true}}};
}
[[nodiscard]] inline Key position_key(std::string_view key) {
    return {&type_of<TutorPosition>(), 0, {{0, std::string(key), true}}};
}

/// Whether somebody is in a group of tutors. [IMC-TUT-01]
[[nodiscard]] bool is_tutor(const Tutor& tutor, const StaffingSettings* settings);

/// Whether there is such a position: as a record (null: none has that key), or in the preset.
[[nodiscard]] bool is_position(std::string_view key, const TutorPosition* record, const StaffingSettings* settings);
/// The functions that a position opens. [IMC-TUT-02]
[[nodiscard]] FunctionSet functions_of(std::string_view key, const TutorPosition* record,
                                       const StaffingSettings* settings);
/// The functions that are open to a tutor by an assignment. [IMC-TUT-02, IMC-TUT-05, IMC-TUT-06]
[[nodiscard]] FunctionSet open_to(const Tutor& tutor, const AssignedTutor& assigned, const TutorPosition* record,
                                  const StaffingSettings* settings);
/// Key of the position of whoever is assigned without one: his usual one, when it is a position (`record`: of that
/// key), else the default; empty: there is none.
[[nodiscard]] std::string usual_position(const Tutor& tutor, const TutorPosition* record,
                                         const StaffingSettings* settings);

/// A position that is there without being defined.
struct ReadyPosition {
    PositionPreset preset;
    std::string_view key, name;
    FunctionSet functions;
};
/// All of both presets. [IMC-TUT-03]
[[nodiscard]] std::span<const ReadyPosition> ready_positions();

/// What administrators have instead of a position: each right stands for functions, in every course that has no
/// clearances or gives them this one. [IMC-TUT-14]
struct Alias {
    access::Right right;
    access::ObjectRight on_course;
    FunctionSet functions;
};
[[nodiscard]] std::span<const Alias> aliases();

/// Words of functions, one after the other.
[[nodiscard]] std::vector<std::string> words_of(FunctionSet functions);
[[nodiscard]] std::string text_of(FunctionSet functions);

/// Refusals of what can be written down but means nothing: the empty code when right. [IMC-TUT-04]
[[nodiscard]] Code check_position(const TutorPosition& position, const Context& context);
[[nodiscard]] Code check_settings(const StaffingSettings& settings, const Context& context);

/// The same facts, looked up while a rule decides; nothing while they are not known: decide nothing then.
[[nodiscard]] std::optional<const StaffingSettings*> settings_in(const Context& context);
[[nodiscard]] std::optional<const TutorPosition*> position_in(std::string_view key, const Context& context);
[[nodiscard]] std::optional<FunctionSet> open_to(const AssignedTutor& assigned, const Context& context);
/// Whether one of them has the function. [IMC-CT-09]
[[nodiscard]] std::optional<bool> anybody_may(TutorFunction function, const std::vector<AssignedTutor>& tutors,
                                              const Context& context);

}  // namespace provost::staffing
